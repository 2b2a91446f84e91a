// The pages that are open to everybody: the catalogue, help, accessibility, how a service uses answers.
import type { FastifyInstance } from "fastify";
import { dayOf } from "#journey/setting.ts";
import { wordsIn } from "#journey/words-in.ts";
import { closedNow } from "../../cases/open.ts";
import { plainDay } from "../../portal/days.ts";
import { sayClosed, spoken } from "../../portal/opening-words.ts";
import {
  type OfferedService,
  renderAccessibility,
  renderCatalogue,
  renderHelp,
  renderPrivacy,
} from "../../portal/standing-pages.ts";
import { type PortalWords, portalLanguages, portalWordsOf } from "../../portal/words/portal-words.ts";
import { currentBundle } from "../bundles.ts";
import { listDrafts, ownerOf } from "../drafts.ts";
import { sendPage } from "../form-pages.ts";
import { agencyName, renderPortalPage } from "../frame.ts";
import type { Installation } from "../installation.ts";
import { findService } from "../services.ts";
import { chooseLanguage, readVisitor } from "../visitor.ts";

/** Registers them. */
export function addStandingRoutes(server: FastifyInstance, installation: Installation): void {
  server.get("/", async (request, reply) => {
    const visitor = await readVisitor(installation, request, reply, "citizens");
    const language = chooseLanguage(portalLanguages, visitor.language)?.tag ?? "en";
    const words = portalWordsOf(language);
    const agency = agencyName(installation, language);
    const begun = new Set((await listDrafts(installation, ownerOf(visitor))).map(({ service }) => service));
    const main = renderCatalogue(agency, await offered(installation, begun, language, words), words);
    return sendPage(
      reply,
      renderPortalPage(installation, visitor, { title: words.services, main, path: "/", current: "/" }),
    );
  });

  server.get("/help", async (request, reply) => {
    const visitor = await readVisitor(installation, request, reply, "citizens");
    const language = chooseLanguage(portalLanguages, visitor.language)?.tag ?? "en";
    const words = portalWordsOf(language);
    const services = [...installation.bundles.given.values()].flatMap((versions) => versions.slice(0, 1));
    const contacts = [...new Set(services.map(({ service }) => wordsIn(service.contact, language)))].filter(
      (contact) => contact !== "",
    );
    const main = renderHelp(agencyName(installation, language), contacts, words);
    return sendPage(reply, renderPortalPage(installation, visitor, { title: words.helpTitle, main, path: "/help" }));
  });

  server.get("/accessibility", async (request, reply) => {
    const visitor = await readVisitor(installation, request, reply, "citizens");
    const words = portalWordsOf(chooseLanguage(portalLanguages, visitor.language)?.tag ?? "en");
    const main = renderAccessibility(words);
    return sendPage(
      reply,
      renderPortalPage(installation, visitor, { title: words.accessibilityTitle, main, path: "/accessibility" }),
    );
  });

  server.get<{ Params: { service: string } }>("/:service/how-we-use-your-answers", async (request, reply) => {
    const { service, notices } = findService(installation, request.params.service);
    const visitor = await readVisitor(installation, request, reply, "citizens");
    const language = chooseLanguage(service.languages, visitor.language)?.tag ?? "en";
    const words = portalWordsOf(language);
    const path = `/${service.name}/how-we-use-your-answers`;
    const notice = Object.hasOwn(notices, language) ? notices[language] : undefined;
    const main = renderPrivacy(
      notice,
      words.howWeUseAnswers,
      words.helpContact(wordsIn(service.agency.title, language)),
    );
    return sendPage(
      reply,
      renderPortalPage(installation, visitor, { title: words.howWeUseAnswers, main, path, service }),
    );
  });
}

/** Every service that can be applied for, and those that should be but cannot be served now. */
async function offered(
  installation: Installation,
  begun: ReadonlySet<string>,
  language: string,
  words: PortalWords,
): Promise<OfferedService[]> {
  const found = [...installation.bundles.given.keys()].map(async (name): Promise<OfferedService[]> => {
    const zone = installation.bundles.given.get(name)?.[0]?.service.timeZone ?? "UTC";
    const today = dayOf(installation.instant(), zone);
    const bundle = currentBundle(installation.bundles, name, today);
    if (!bundle) return [];
    const { service } = bundle;
    const { stage, until } = service.status;
    const closed = await closedNow({ store: installation.store, now: installation.instant }, bundle);
    const trial = stage === "pilot" && until !== undefined && words.testService(plainDay(until, language, today));
    if (closed === "not-by-you") return [];
    const doorway = { service, days: bundle.days, now: installation.instant(), language, words };
    const notice = closed ? sayClosed(closed, doorway) : trial;
    return [
      {
        title: wordsIn(service.title, language),
        href: `/${name}`,
        lead: wordsIn(service.about, language),
        begun: begun.has(name),
        ...(service.topics && { topics: words.topics(service.topics.map(spoken).join(", ")) }),
        ...(notice && { notice }),
      },
    ];
  });
  const services = (await Promise.all(found)).flat();
  const missing = installation.bundles.broken
    .filter(({ name }) => !installation.bundles.given.has(name) && /^[a-z][a-z0-9-]*$/.test(name))
    .map(({ name }) => ({
      // It has no title that can be trusted: its name is said instead.
      title: spoken(name),
      href: `/${name}`,
      notice: words.refusals["service-not-available"][0],
      begun: false,
    }));
  return [...services, ...missing];
}
