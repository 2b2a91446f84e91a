// What stands around every page of this server: agency, languages, tools, places, footer. The page itself comes from portal and desk.
import type { TemplateResult } from "lit";
import type { Service } from "#contract";
import { wordsIn } from "#journey/words-in.ts";
import type { Link, Surroundings } from "#render/page-view.ts";
import { renderShell } from "#render/render-shell.ts";
import { portalLanguages, portalWordsOf } from "../portal/words/portal-words.ts";
import type { Installation } from "./installation.ts";
import { chooseLanguage, type Visitor } from "./visitor.ts";

/** The places of a citizen's account; `current` is its address. */
export interface PortalPage {
  readonly title: string;
  readonly main: TemplateResult;
  readonly path: string;
  readonly current?: "/" | "/applications" | "/messages" | "/licences";
  readonly problems?: boolean;
  /** The service the page is about: its agency and languages stand around it. */
  readonly service?: Service;
  readonly unread?: number;
  readonly framed?: Surroundings["framed"];
}

/** A page of the portal as a whole document. */
export function renderPortalPage(installation: Installation, visitor: Visitor, page: PortalPage): string {
  const around = portalSurroundings(installation, visitor, page.path, page.service);
  const words = portalWordsOf(around.language);
  const places = [
    { text: words.services, href: "/" },
    { text: words.myApplications, href: "/applications" },
    { text: words.messages(page.unread ?? 0), href: "/messages" },
    { text: words.licences, href: "/licences" },
  ].map((place) => ({ ...place, current: place.href === page.current }));
  return renderShell({
    ...around,
    // The places of the account are drawn with the desk's sheet.
    styles: installation.assets.styles.desk.map(assetAddress),
    title: page.title,
    main: page.main,
    frame: "portal",
    problems: page.problems ?? false,
    ...(page.framed && { framed: page.framed }),
    ...(visitor.session && { places }),
  });
}

/** The surroundings of any citizens' page; `path` is the page's own, for the language links. */
export function portalSurroundings(
  installation: Installation,
  visitor: Visitor,
  path: string,
  service?: Service,
): Surroundings {
  const spoken = service?.languages ?? portalLanguages;
  const language = chooseLanguage(spoken, visitor.language)?.tag ?? "en";
  const words = portalWordsOf(language);
  const { styles, fonts, icon } = installation.assets;
  const tools: Link[] = visitor.session
    ? [{ text: words.signOut, href: "/sign-out", post: true }]
    : [{ text: words.signIn, href: `/sign-in?then=${encodeURIComponent(path)}` }];
  return {
    language,
    languages: spoken
      .filter(({ tag }) => tag !== language)
      .map(({ tag, name }) => ({ text: name, lang: tag, href: `${path}?language=${tag}` })),
    agency: { name: agencyName(installation, language, service), href: "/" },
    styles: styles.forms.map(assetAddress),
    fonts: fonts.map(assetAddress),
    icon: assetAddress(icon),
    tools,
    footer: [
      { text: words.help, href: "/help" },
      ...(service ? [{ text: words.howWeUseAnswers, href: `/${service.name}/how-we-use-your-answers` }] : []),
      { text: words.accessibility, href: "/accessibility" },
    ],
    csrf: visitor.token,
    ...(visitor.said && { said: { tone: "done" as const, text: words[visitor.said] } }),
  };
}

/** The agency of a service, or of the first service of this installation. */
export function agencyName(installation: Installation, language: string, service?: Service): string {
  const first = service ?? [...installation.bundles.given.values()][0]?.[0]?.service;
  return first ? wordsIn(first.agency.title, language) : portalWordsOf(language).services;
}

/** Where an asset of the theme is served. */
export function assetAddress(file: string): string {
  return `/assets/${file}`;
}
