// The first page of a service as a file: what a web server without Formwork, or a cache before it, can hand out at once. It is the start
// page as the runtime shows it to a visitor, but for what only the runtime knows: until when one hears, and whether one can apply today.
import type { Service } from "#contract";
import { createRulebook } from "#support/evaluate.ts";
import { buildSetting } from "../journey/setting.ts";
import { emptyDraft, walk } from "../journey/walk.ts";
import { wordsIn } from "../journey/words-in.ts";
import type { Assets } from "./assets.ts";
import { renderPage } from "./render-page.ts";

/** What the page links: files beside it, and their hashes for browsers (Subresource Integrity). */
export interface FirstPageFiles {
  readonly assets: Pick<Assets, "styles" | "fonts" | "icon">;
  readonly integrity: Readonly<Record<string, string>>;
  /** The file of the first page in a language. */
  readonly fileOf: (language: string) => string;
}

/** The page in a language. The button leads to where the runtime begins an application. */
export function renderFirstPage(service: Service, language: string, files: FirstPageFiles): string {
  const setting = buildSetting(service, `${service.version.starts}T12:00:00Z`, language);
  const journey = walk(service, createRulebook(service), emptyDraft, setting);
  const base = `/${service.name}`;
  const agency = wordsIn(service.agency.title, language);
  return renderPage({
    kind: "start",
    journey,
    startAt: `${base}/apply?language=${encodeURIComponent(language)}`,
    signsIn: true,
    place: {
      language,
      languages: service.languages
        .filter(({ tag }) => tag !== language)
        .map(({ tag, name }) => ({ text: name, lang: tag, href: files.fileOf(tag) })),
      agency: { name: agency, href: "/" },
      styles: files.assets.styles.forms,
      fonts: files.assets.fonts,
      icon: files.assets.icon,
      integrity: files.integrity,
      tools: [],
      footer: [],
      base,
      home: { text: agency, href: "/" },
    },
  });
}
