// A citizen's account: my applications, drafts, messages, licences.
import type { FastifyInstance } from "fastify";
import { showLines, showValue, withChoicesFilled } from "#journey/fill.ts";
import { filesIn } from "#journey/read-posted.ts";
import { buildSetting, dayOf } from "#journey/setting.ts";
import { wordsIn } from "#journey/words-in.ts";
import type { Issued } from "#routing/case.ts";
import { factsOf } from "#routing/facts.ts";
import { type ListedCase, type OpenDraft, renderApplications } from "../../portal/applications-page.ts";
import { dayAndTime, plainDay } from "../../portal/days.ts";
import { licenceNotes } from "../../portal/licence-notes.ts";
import {
  renderLicence,
  renderLicences,
  renderMessage,
  renderMessages,
  type ShownLicence,
} from "../../portal/post-pages.ts";
import { renderSmallForm } from "../../portal/question-pages.ts";
import { summarise } from "../../portal/summary.ts";
import { type PortalWords, portalLanguages, portalWordsOf } from "../../portal/words/portal-words.ts";
import type { InboxMessage } from "../../store/store.ts";
import { type KeptDraft, keptUntil, listDrafts, personOwner } from "../drafts.ts";
import { sendPage } from "../form-pages.ts";
import { agencyName, renderPortalPage } from "../frame.ts";
import type { Installation } from "../installation.ts";
import { requireCitizen, type SignedIn } from "../own-case.ts";
import { dropFiles, readForm, seeOther } from "../posted-form.ts";
import { Refusal } from "../refusal.ts";
import { findService } from "../services.ts";
import { chooseLanguage, saySoon } from "../visitor.ts";

type ById = { Params: { id: string } };
/** Ids that hold a slash themselves. */
type Inside = { Params: { "*": string } };

/** Registers the account's routes. */
export function addAccountRoutes(server: FastifyInstance, installation: Installation): void {
  server.get("/applications", async (request, reply) => {
    const citizen = await requireCitizen(installation, request, reply);
    const { words, language } = speech(citizen);
    const inbox = await installation.store.readInbox(citizen.person.id, 100);
    const cases = await ownCases(installation, citizen, words);
    const drafts = (await listDrafts(installation, personOwner(citizen.session))).flatMap((kept) =>
      openDraft(installation, kept, language),
    );
    const main = renderApplications(cases, drafts, words, language, dayOf(installation.instant(), "UTC"));
    const unread = inbox.filter(({ readAt }) => !readAt).length;
    const page = {
      title: words.myApplications,
      main,
      path: "/applications",
      current: "/applications",
      unread,
    } as const;
    return sendPage(reply, renderPortalPage(installation, citizen.visitor, page));
  });

  server.get<ById>("/drafts/:id/delete", async (request, reply) => {
    const citizen = await requireCitizen(installation, request, reply);
    const kept = await ownDraft(installation, citizen, request.params.id);
    const { words } = speech(citizen);
    const main = renderSmallForm({
      title: words.deleteDraftTitle,
      lead: words.deleteDraftLead,
      action: `/drafts/${kept.id}/delete`,
      button: words.deleteDraft,
      back: { text: words.keepApplication, href: "/applications" },
      token: citizen.visitor.token,
    });
    return sendPage(
      reply,
      renderPortalPage(installation, citizen.visitor, {
        title: words.deleteDraftTitle,
        main,
        path: `/drafts/${kept.id}/delete`,
      }),
    );
  });

  server.post<ById>("/drafts/:id/delete", async (request, reply) => {
    const citizen = await requireCitizen(installation, request, reply);
    const { configuration } = installation;
    await readForm(request, {
      origin: configuration.publicAddress,
      token: citizen.visitor.token,
      filesFolder: configuration.files,
    });
    const kept = await ownDraft(installation, citizen, request.params.id);
    await installation.store.deleteDraft(kept.id);
    await dropFiles(configuration.files, filesIn(kept.draft));
    saySoon(installation, reply, "draftDeleted");
    return seeOther(reply, "/applications");
  });

  server.get("/messages", async (request, reply) => {
    const citizen = await requireCitizen(installation, request, reply);
    const { words, language } = speech(citizen);
    const inbox = await installation.store.readInbox(citizen.person.id, 200);
    const listed = await Promise.all(
      inbox.map(async (message) => {
        const about = words.aboutApplication((await installation.store.readCase(message.caseId))?.case.number ?? "");
        return {
          subject: message.subject,
          href: `/messages/${message.id}`,
          when: whenOf(installation, message, language),
          unread: !message.readAt,
          about,
        };
      }),
    );
    const unread = listed.filter((message) => message.unread).length;
    const main = renderMessages(listed, words);
    return sendPage(
      reply,
      renderPortalPage(installation, citizen.visitor, {
        title: words.messagesTitle,
        main,
        path: "/messages",
        current: "/messages",
        unread,
      }),
    );
  });

  server.get<Inside>("/messages/*", async (request, reply) => {
    const citizen = await requireCitizen(installation, request, reply);
    const { words, language } = speech(citizen);
    const message = (await installation.store.readInbox(citizen.person.id, 1000)).find(
      ({ id }) => id === request.params["*"],
    );
    if (!message) throw new Refusal("not-yours");
    if (!message.readAt) await installation.store.markRead(message.id, citizen.person.id, installation.instant());
    const number = (await installation.store.readCase(message.caseId))?.case.number ?? "";
    const about = { text: words.aboutApplication(number), href: `/applications/${number}` };
    const main = renderMessage({ ...message, when: whenOf(installation, message, language), about }, words);
    return sendPage(
      reply,
      renderPortalPage(installation, citizen.visitor, {
        title: message.subject,
        main,
        path: `/messages/${message.id}`,
        current: "/messages",
      }),
    );
  });

  server.get("/licences", async (request, reply) => {
    const citizen = await requireCitizen(installation, request, reply);
    const { words, language } = speech(citizen);
    const main = renderLicences(await ownLicences(installation, citizen, language, words), words);
    return sendPage(
      reply,
      renderPortalPage(installation, citizen.visitor, {
        title: words.licencesTitle,
        main,
        path: "/licences",
        current: "/licences",
      }),
    );
  });

  server.get<Inside>("/licences/*", async (request, reply) => {
    const citizen = await requireCitizen(installation, request, reply);
    const { words, language } = speech(citizen);
    const path = `/licences/${request.params["*"]}`;
    const licence = (await ownLicences(installation, citizen, language, words)).find(({ href }) => href === path);
    if (!licence) throw new Refusal("not-yours");
    const main = renderLicence(licence, words);
    return sendPage(
      reply,
      renderPortalPage(installation, citizen.visitor, { title: licence.title, main, path, current: "/licences" }),
    );
  });
}

function speech({ visitor }: SignedIn): { words: PortalWords; language: string } {
  const language = chooseLanguage(portalLanguages, visitor.language)?.tag ?? "en";
  return { words: portalWordsOf(language), language };
}

/** A case whose definition is gone is left out of the list rather than stopping it; its own page says why. */
async function ownCases(
  installation: Installation,
  { person, visitor }: SignedIn,
  words: PortalWords,
): Promise<ListedCase[]> {
  const cases = await installation.store.findCases({ applicant: person.id, limit: 100 });
  const order = ["yours", "late", "ours", "decided"];
  return cases
    .flatMap(({ case: one }): ListedCase[] => {
      const service = installation.bundles.byHash.get(one.definition)?.service;
      if (!service) return [];
      const setting = buildSetting(service, installation.instant(), visitor.language);
      return [{ summary: summarise(one, service, setting, words), setting, timeZone: service.timeZone }];
    })
    .toSorted(
      (a, b) =>
        order.indexOf(a.summary.turn) - order.indexOf(b.summary.turn) ||
        b.summary.sentOn.localeCompare(a.summary.sentOn),
    );
}

function openDraft(installation: Installation, kept: KeptDraft, language: string): OpenDraft[] {
  if (!installation.bundles.given.has(kept.service)) return [];
  const { service } = findService(installation, kept.service);
  return [
    {
      title: wordsIn(service.title, language),
      href: `/${service.name}/apply`,
      deleteAt: `/drafts/${kept.id}/delete`,
      keptUntil: keptUntil(installation, kept, service.timeZone),
    },
  ];
}

async function ownDraft(installation: Installation, { session }: SignedIn, id: string): Promise<KeptDraft> {
  const kept = (await listDrafts(installation, personOwner(session))).find((draft) => draft.id === id);
  if (!kept) throw new Refusal("not-yours");
  return kept;
}

/** Messages carry an instant only; it is said in the time zone of this installation's first service. */
function whenOf({ bundles }: Installation, message: InboxMessage, language: string): string {
  const zone = [...bundles.given.values()][0]?.[0]?.service.timeZone ?? "UTC";
  return dayAndTime(message.at, language, zone);
}

async function ownLicences(
  installation: Installation,
  { person }: SignedIn,
  language: string,
  words: PortalWords,
): Promise<ShownLicence[]> {
  const issued = await installation.store.findIssued(person.id);
  const shown = await Promise.all(issued.map((licence) => showLicence(installation, licence, language, words)));
  return shown.flat();
}

async function showLicence(
  installation: Installation,
  licence: Issued & { readonly caseId: string },
  language: string,
  words: PortalWords,
): Promise<ShownLicence[]> {
  const stored = await installation.store.readCase(licence.caseId);
  const bundle = stored && installation.bundles.byHash.get(stored.case.definition);
  const service = bundle?.service;
  const credential = service?.credentials[licence.credential];
  if (!stored || !service || !credential) return [];
  const setting = buildSetting(service, installation.instant(), language);
  const lookedAt = await installation.store.readLook(licence.caseId, licence.id);
  const ended = licence.endDate !== undefined && licence.endDate < setting.today;
  const state = licence.status === "valid" && ended ? "expired" : licence.status;
  // One that was taken back or replaced is valid until that day, whatever was written on it.
  const lastDay = licence.endedAt === undefined ? licence.endDate : dayOf(licence.endedAt, service.timeZone);
  const { rulebook, days } = bundle;
  const facts = factsOf(service, stored.case, installation.instant(), days);
  // A choice whose words hold a value is said as people saw it.
  const said = withChoicesFilled({ service, rulebook, setting, facts });
  const claims = credential.holds.flatMap(({ name, path }) => {
    const named = service.names[path];
    const value = licence.claims[name] ?? licence.claims[path] ?? licence.claims[path.split(".").at(-1) ?? path];
    if (value === undefined || !named) return [];
    // The licence's own name of a claim is in the author's language; in another one the question's words say it.
    const inOwnWords = setting.language === service.languages[0]?.tag;
    const label = inOwnWords ? spoken(name) : wordsIn(named.label, setting.language) || spoken(name);
    return [
      {
        label,
        text: showLines(value, named.type, said, setting).join(", ") || showValue(value, named.type, said, setting),
      },
    ];
  });
  return [
    {
      title: wordsIn(credential.title, setting.language),
      href: `/licences/${stored.case.number}/${licence.id}`,
      number: stored.case.number,
      state: words.licenceState[state],
      isGood: state === "valid",
      // A licence is read long after it was issued: always with the year.
      validFrom: plainDay(licence.validFrom, setting.language, ""),
      ...(lastDay !== undefined && { validTo: plainDay(lastDay, setting.language, "") }),
      claims,
      ...(licence.type !== undefined && { type: licence.type }),
      agency: agencyName(installation, setting.language, service),
      ...licenceNotes(
        licence,
        {
          ...{ service, case: stored.case, days: bundle.days, now: installation.instant() },
          ...{ language: setting.language, lookedAt },
        },
        words,
      ),
    },
  ];
}

function spoken(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " ");
}
