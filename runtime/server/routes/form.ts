// The form of a service: start, pages, tasks, check, send. GET shows, POST reads, saves and leads on (303), so that it all
// works without scripts; callers that want JSON get the same answers as JSON.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Answers, Draft, FileAnswer } from "#contract/facts.ts";
import { toApplication } from "#journey/application.ts";
import { promiseOf } from "#journey/promise.ts";
import { filesIn, nextAfter, readPosted } from "#journey/read-posted.ts";
import type { Journey, Posted } from "#journey/shapes.ts";
import { findStep } from "#journey/walk.ts";
import type { FormPlace } from "#render/page-view.ts";
import { renderPage } from "#render/render-page.ts";
import type { CommandRefusal } from "../../cases/commands.ts";
import { closedNow, startersOf } from "../../cases/open.ts";
import { hasLevel } from "../../identity/level.ts";
import { plainDay } from "../../portal/days.ts";
import { neededLicenceTitle, renderNeededLicence } from "../../portal/needed-licence-page.ts";
import { beforeApplying, type Doorway, sayClosed } from "../../portal/opening-words.ts";
import { portalWordsOf } from "../../portal/words/portal-words.ts";
import { checkAsJson, listAsJson, pageAsJson } from "../as-json.ts";
import type { Bundle } from "../bundles.ts";
import { citizensDoor, type Door, desksDoor } from "../door.ts";
import { fetchWanted, type KeptDraft, keptUntil, openDraft, saveDraft, walkDraft } from "../drafts.ts";
import { wantsJson } from "../errors.ts";
import { renderPortalPage } from "../frame.ts";
import type { Installation } from "../installation.ts";
import { missingOf, sayMissing } from "../needed-licence.ts";
import { dropFiles, type PostedForm, readForm, seeOther } from "../posted-form.ts";
import { type Presented, presentedBy } from "../presented.ts";
import { Refusal } from "../refusal.ts";
import { findService } from "../services.ts";
import { sessionEnd } from "../session-end.ts";
import { uploadRulesOf } from "../upload-rules.ts";
import { saySoon, type Visitor } from "../visitor.ts";

type Service = { Params: { service: string } };
type Page = { Params: { service: string; "*": string } };

/** Everything that one request to the form works with. */
interface Filling {
  readonly door: Door;
  /** Where the form lives at this door. */
  readonly base: string;
  readonly bundle: Bundle;
  readonly visitor: Visitor;
  readonly kept: KeptDraft;
  readonly journey: Journey;
  /** Licences that must be presented and are not there; none before sign-in. */
  readonly missing: readonly Presented[];
}

/** Registers the form's routes: for people who apply, and for officers who begin a case. */
export function addFormRoutes(server: FastifyInstance, installation: Installation): void {
  for (const door of [desksDoor, citizensDoor]) addDoor(server, installation, door);
}

function addDoor(server: FastifyInstance, installation: Installation, door: Door): void {
  const { route } = door;
  server.get<Service>(`${route}`, async (request, reply) => {
    const filling = await openFilling(installation, door, request, reply);
    const { journey, visitor, bundle } = filling;
    const promised = promiseOf(bundle.service, journey.setting.today);
    const startAt = `${filling.base}/apply`;
    const signsIn = visitor.session === undefined;
    const closed = await closedWords(installation, filling);
    return sendPage(
      reply,
      renderPage({
        kind: "start",
        place: placeOf(installation, filling),
        journey,
        startAt,
        signsIn,
        notes: closed === undefined ? beforeApplying(doorwayOf(installation, filling)) : [],
        ...(promised && { promised }),
        ...(closed !== undefined && { closed }),
      }),
    );
  });

  server.get<Service>(`${route}/apply`, async (request, reply) => {
    const filling = await openFilling(installation, door, request, reply);
    const { journey, visitor } = filling;
    const closed = await closedWords(installation, filling);
    if (closed !== undefined) throw new Refusal("not-possible-now", closed);
    const next = `${filling.base}/${beginAt(journey, visitor)}`;
    return wantsJson(request) ? reply.send({ next, token: visitor.token }) : seeOther(reply, next);
  });

  server.get<Service>(`${route}/leave`, async (request, reply) => {
    const { visitor } = await openFilling(installation, door, request, reply);
    if (visitor.session && door.realm === "citizens") saySoon(installation, reply, "saved");
    return seeOther(reply, door.leaveAt(visitor));
  });

  server.get<Service>(`${route}/needed-licence`, async (request, reply) => {
    const filling = await openFilling(installation, door, request, reply);
    if (filling.missing.length === 0) return seeOther(reply, `${filling.base}/apply`);
    return sendPage(reply, renderMissing(installation, filling));
  });

  server.get<Service>(`${route}/eligibility/result`, async (request, reply) => {
    const filling = await openFilling(installation, door, request, reply);
    const { journey } = filling;
    const { eligibility } = journey;
    if (!eligibility || eligibility.eligible === undefined)
      return seeOther(reply, `${filling.base}/${eligibility?.nextPage ?? "apply"}`);
    return sendPage(
      reply,
      renderPage({
        kind: "eligibility-result",
        place: placeOf(installation, filling, "eligibility/result"),
        journey,
        continueAt: `${filling.base}/tasks`,
      }),
    );
  });

  server.get<Service>(`${route}/tasks`, async (request, reply) => {
    const filling = await openFilling(installation, door, request, reply);
    const hindrance = hindranceOf(filling, "tasks");
    if (hindrance) return seeOther(reply, hindrance);
    return sendPage(
      reply,
      renderPage({ kind: "tasks", place: placeOf(installation, filling, "tasks"), journey: filling.journey }),
    );
  });

  server.get<Service>(`${route}/check`, async (request, reply) => {
    const filling = await openFilling(installation, door, request, reply);
    const hindrance = hindranceOf(filling, "check") ?? openPage(filling);
    if (hindrance) return leadTo(request, reply, hindrance);
    if (wantsJson(request)) return reply.send(checkAsJson(filling.journey, filling.visitor.token));
    return sendPage(reply, renderCheck(installation, filling));
  });

  server.post<Service>(`${route}/check`, (request, reply) => sendApplication(installation, door, request, reply));

  server.get<Page>(`${route}/*`, async (request, reply) => {
    const filling = await openFilling(installation, door, request, reply);
    const address = request.params["*"];
    const hindrance = hindranceOf(filling, address);
    if (hindrance) return leadTo(request, reply, hindrance);
    const step = findStep(filling.journey, address);
    if (!step) throw new Refusal("not-found", undefined, `${filling.base}/apply`);
    if (wantsJson(request) && step.kind !== "stop")
      return reply.send(
        step.kind === "page" ? pageAsJson(step, filling.visitor.token) : listAsJson(step, filling.visitor.token),
      );
    const fromCheck = new URLSearchParams(request.url.split("?")[1]).get("from") === "check";
    return sendPage(
      reply,
      renderPage({
        kind: "question",
        place: placeOf(installation, filling, address),
        journey: filling.journey,
        address,
        fromCheck,
      }),
    );
  });

  server.post<Page>(`${route}/*`, (request, reply) => savePage(installation, door, request, reply));
}

/** Leads to what comes first; a program is told to sign in instead of being shown the sign-in page. */
function leadTo(request: FastifyRequest, reply: FastifyReply, to: string): FastifyReply {
  if (wantsJson(request) && to.startsWith("/sign-in")) throw new Refusal("sign-in-first");
  return seeOther(reply, to);
}

/** Opens service, visitor, draft and journey. Fetches what the journey wants, since a register may have been asked for by now. */
async function openFilling(
  installation: Installation,
  door: Door,
  request: FastifyRequest<Service>,
  reply: FastifyReply,
): Promise<Filling> {
  const bundle = findService(installation, request.params.service);
  const visitor = await door.visitorOf(installation, bundle.service, request, reply);
  const kept = await openDraft(installation, bundle, visitor);
  // An officer is not who the case is about: nothing of theirs is presented or filled in.
  const identity = door.realm === "citizens" ? visitor.session?.identity : undefined;
  const missing = identity ? missingOf(await presentedBy(installation, bundle, identity)) : [];
  const base = door.baseOf(bundle.service.name);
  return {
    door,
    base,
    bundle,
    visitor,
    kept,
    journey: walkDraft(installation, bundle, kept.draft, visitor.language),
    missing,
  };
}

/** Why nobody can apply now, in the person's language: said before anybody fills anything in. */
async function closedWords(installation: Installation, filling: Filling): Promise<string | undefined> {
  const closed = await closedNow(
    { store: installation.store, now: installation.instant },
    filling.bundle,
    startersOf(filling.bundle.service, filling.visitor.session),
  );
  return closed && sayClosed(closed, doorwayOf(installation, filling));
}

function doorwayOf({ instant }: Installation, { bundle, journey: { setting } }: Filling): Doorway {
  const { service, days } = bundle;
  return { service, days, now: instant(), language: setting.language, words: portalWordsOf(setting.language) };
}

/** Where the button on the start page leads: eligibility, sign-in by way of the tasks, or the next open page. */
function beginAt(journey: Journey, visitor: Visitor): string {
  const { eligibility } = journey;
  if (eligibility?.nextPage) return eligibility.nextPage;
  if (eligibility?.eligible === false || (eligibility && !visitor.session)) return "eligibility/result";
  return "tasks";
}

/** What must come before this page: eligibility, signing in, a stronger sign-in, or a licence. Eligibility itself is open to everybody. */
function hindranceOf({ door, base, bundle, visitor, journey, missing }: Filling, address: string): string | undefined {
  if (address.startsWith("eligibility/")) return undefined;
  const { eligibility } = journey;
  if (eligibility && eligibility.eligible !== true) return `${base}/${eligibility.nextPage ?? "eligibility/result"}`;
  if (door.realm === "officers") return undefined;
  const then = encodeURIComponent(`${base}/${address}`);
  if (!visitor.session) return `/sign-in?then=${then}&service=${bundle.service.name}`;
  const wanted = bundle.service.applicants[0]?.signsIn ?? "low";
  if (!hasLevel(visitor.session.identity.level, wanted))
    return `/sign-in/level?then=${then}&service=${bundle.service.name}`;
  return missing.length > 0 ? `${base}/needed-licence` : undefined;
}

/** The check page opens when everything before it is answered. */
function openPage({ base, journey }: Filling): string | undefined {
  if (journey.stopped && !journey.nextPage) return `${base}/${journey.stopped.address}`;
  return journey.nextPage ? `${base}/${journey.nextPage}` : undefined;
}

async function savePage(
  installation: Installation,
  door: Door,
  request: FastifyRequest<Page>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const filling = await openFilling(installation, door, request, reply);
  const address = request.params["*"];
  const hindrance = hindranceOf(filling, address);
  const form = await readForm(request, formRules(installation, filling, address));
  if (hindrance) return leaveWithoutSaving(installation, reply, form, hindrance);
  try {
    const { kept, journey, posted } = await takePage(installation, request, filling, form, address);
    await dropReplacedFiles(installation.configuration.files, filesIn(filling.kept.draft), kept.draft, form);
    return answerPosted(installation, request, reply, { ...filling, kept, journey }, posted, form, address);
  } catch (error) {
    await dropFiles(installation.configuration.files, form.files);
    throw error;
  }
}

/** What came of a page that was posted: the draft as it is kept now, its journey, and where to go. */
interface Taken {
  readonly kept: KeptDraft;
  readonly journey: Journey;
  readonly posted: Posted;
}

/**
 * Reads and saves a page. The page's own background saving may have been a moment faster: then it is read once more onto
 * what is kept now, so that Continue never loses to it.
 */
async function takePage(
  installation: Installation,
  request: FastifyRequest<Page>,
  filling: Filling,
  form: PostedForm,
  address: string,
): Promise<Taken> {
  try {
    return await takePageOnce(installation, request, filling, form, address);
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== "changed-meanwhile") throw error;
    const { bundle, visitor } = filling;
    const kept = await openDraft(installation, bundle, visitor);
    const journey = walkDraft(installation, bundle, kept.draft, visitor.language);
    return takePageOnce(installation, request, { ...filling, kept, journey }, form, address);
  }
}

async function takePageOnce(
  installation: Installation,
  request: FastifyRequest<Page>,
  { base, bundle, visitor, kept, journey }: Filling,
  form: PostedForm,
  address: string,
): Promise<Taken> {
  if (!findStep(journey, address)) throw new Refusal("not-found", undefined, `${base}/apply`);
  const posted = readPosted(journey, address, form.fields, installation.newId());
  if (posted.forged.length > 0) {
    request.log.warn({ service: bundle.service.name, forged: posted.forged.length }, "forged fields refused");
    throw new Refusal("form-forged", undefined, `${base}/apply`);
  }
  // Saved in the background while somebody types: nothing is passed yet, and no register is asked with half an answer.
  if (form.host["_do"] === "save") {
    const half = await saveDraft(installation, bundle, kept, { ...posted.draft, passed: kept.draft.passed });
    return { kept: half, journey: posted.journey, posted };
  }
  const saved = await saveDraft(installation, bundle, kept, posted.draft);
  const fetched = await fetchWanted(installation, bundle, posted.draft, visitor.language);
  if (fetched === posted.draft) return { kept: saved, journey: posted.journey, posted };
  const filled = await saveDraft(installation, bundle, saved, fetched);
  const after = walkDraft(installation, bundle, filled.draft, visitor.language);
  // After a register answered, the page to go to may be another.
  const stays = posted.problems.length > 0 || posted.next === address;
  return { kept: filled, journey: after, posted: stays ? posted : { ...posted, next: nextAfter(after, address) } };
}

async function leaveWithoutSaving(
  installation: Installation,
  reply: FastifyReply,
  form: PostedForm,
  to: string,
): Promise<FastifyReply> {
  await dropFiles(installation.configuration.files, form.files);
  return seeOther(reply, to);
}

function answerPosted(
  installation: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
  filling: Filling,
  posted: Posted,
  form: PostedForm,
  address: string,
): FastifyReply {
  const { base } = filling;
  if (wantsJson(request)) {
    reply.type("application/json; charset=utf-8");
    if (posted.problems.length > 0)
      return reply.code(422).send({ problems: posted.problems, savedAt: filling.kept.savedAt });
    return reply.send({ next: `${base}/${posted.next}`, savedAt: filling.kept.savedAt });
  }
  if (posted.problems.length === 0) return seeOther(reply, `${base}/${posted.next}`);
  const place = placeOf(installation, filling, address);
  reply.code(422);
  return sendPage(
    reply,
    renderPage({
      kind: "question",
      place,
      journey: filling.journey,
      address,
      posted: form.fields,
      problems: posted.problems,
    }),
  );
}

/** Sends the application: once for each draft, however often the button is pressed. */
async function sendApplication(
  installation: Installation,
  door: Door,
  request: FastifyRequest<Service>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const filling = await openFilling(installation, door, request, reply);
  const { bundle, visitor, kept } = filling;
  const form = await readForm(request, formRules(installation, filling, "check"));
  const sent = kept.version === 0 ? await justSent(installation, filling) : undefined;
  if (sent) return answerSent(door, request, reply, sent);
  const before = hindranceOf(filling, "check");
  if (before) return seeOther(reply, before);
  const posted = readPosted(filling.journey, "check", form.fields);
  if (posted.forged.length > 0) throw new Refusal("form-forged", undefined, `${filling.base}/check`);
  if (posted.problems.length > 0) {
    const saved = await saveDraft(installation, bundle, kept, posted.draft);
    reply.code(422);
    if (wantsJson(request)) return reply.send({ problems: posted.problems, savedAt: saved.savedAt });
    return sendPage(
      reply,
      renderCheck(installation, { ...filling, kept: saved, journey: posted.journey }, form, posted),
    );
  }
  const { session } = visitor;
  if (!posted.journey.complete || !session)
    return seeOther(reply, openPage({ ...filling, journey: posted.journey }) ?? `${filling.base}/tasks`);
  const answers = toApplication(posted.journey);
  checkAgainstSchema(request, bundle, answers);
  const outcome = await installation.commands.sendApplication({
    definition: bundle.hash,
    draftId: kept.id,
    draft: posted.draft,
    answers,
    asked: [...posted.journey.facts.asked],
    language: posted.journey.setting.language,
    by: door.personOf(session),
    onceKey: `send:${kept.id}`,
  });
  if (!outcome.ok) throw refusedSending(installation, filling, outcome.refused);
  return answerSent(door, request, reply, outcome.case.number);
}

/** Nothing was sent; the answers stay as long as any draft. */
function refusedSending(installation: Installation, filling: Filling, { closed, words }: CommandRefusal): Refusal {
  if (closed === undefined) return new Refusal("not-possible-now", words, filling.door.leaveAt(filling.visitor));
  const {
    bundle: { service },
    kept,
    journey: { setting },
  } = filling;
  const spoken = portalWordsOf(setting.language);
  const until = plainDay(keptUntil(installation, kept, service.timeZone), setting.language, setting.today);
  return new Refusal(
    "not-possible-now",
    `${sayClosed(closed, doorwayOf(installation, filling))} ${spoken.closedAnswersKept(until)}`,
    filling.door.leaveAt(filling.visitor),
  );
}

/** A second press after the first was sent: the draft is gone, the case of a moment ago is what the person means. */
async function justSent(installation: Installation, { door, visitor, bundle }: Filling): Promise<string | undefined> {
  if (!visitor.session) return undefined;
  const [newest] = await installation.store.findCases({
    applicant: door.senderOf(visitor.session),
    service: bundle.service.name,
    limit: 1,
  });
  const recent = newest && installation.now() - Date.parse(newest.case.sentAt) < 15 * 60_000;
  return recent ? newest.case.number : undefined;
}

function answerSent(door: Door, request: FastifyRequest, reply: FastifyReply, number: string): FastifyReply {
  const next = door.sentAt(number);
  return wantsJson(request) ? reply.send({ next }) : seeOther(reply, next);
}

/** What the journey lets through must be what the schema describes; if not, it is our mistake and nothing is sent. */
function checkAgainstSchema(request: FastifyRequest, bundle: Bundle, answers: Answers): void {
  if (bundle.validateApplication(answers)) return;
  const places = (bundle.validateApplication.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message ?? ""}`,
  );
  request.log.error(
    { service: bundle.service.name, definition: bundle.hash, places },
    "the journey sends what the schema refuses",
  );
  throw new Refusal("broken");
}

function renderCheck(installation: Installation, filling: Filling, form?: PostedForm, posted?: Posted): string {
  const promised = promiseOf(filling.bundle.service, filling.journey.setting.today);
  return renderPage({
    kind: "check",
    place: placeOf(installation, filling, "check"),
    journey: filling.journey,
    ...(promised && { promised }),
    ...(form && posted && { posted: form.fields, problems: posted.problems }),
  });
}

/** What stands around a page of the form. `address` is the page's own: the links to other languages stay on it. */
function placeOf(
  installation: Installation,
  { door, base, bundle, visitor, kept, journey }: Filling,
  address?: string,
): FormPlace {
  const { service } = bundle;
  const language = journey.setting.language;
  const words = portalWordsOf(language);
  const here = address === undefined ? base : `${base}/${address}`;
  const around = door.surroundings(installation, visitor, here, service);
  const { script, styles, integrity } = bundle.formAssets;
  const leave = { text: words.saveAndLeave, href: `${base}/leave` };
  return {
    ...around,
    language,
    base,
    tools: kept.version > 0 || visitor.session ? [leave, ...around.tools] : around.tools,
    ...(styles.length > 0 && { styles: [...around.styles, ...styles] }),
    ...(script && { script }),
    ...(integrity && { integrity }),
    ...(address !== undefined && findStep(journey, address)?.kind === "page" && { saveAddress: here }),
    ...(visitor.session && { session: sessionEnd(visitor.session, journey.setting.instant, here) }),
    ...(kept.version > 0 && { savedAt: kept.savedAt, keptUntil: keptUntil(installation, kept, service.timeZone) }),
  };
}

function renderMissing(installation: Installation, { bundle, visitor, kept, journey, missing }: Filling): string {
  const { service } = bundle;
  const { setting } = journey;
  const view = {
    words: portalWordsOf(setting.language),
    missing: missing.map((one) => sayMissing(installation, bundle, setting, one)),
    ...(kept.version > 0 && {
      keptUntil: plainDay(keptUntil(installation, kept, service.timeZone), setting.language, setting.today),
    }),
  };
  return renderPortalPage(installation, visitor, {
    title: neededLicenceTitle(view),
    main: renderNeededLicence(view),
    path: `/${service.name}/needed-licence`,
    service,
  });
}

function formRules(installation: Installation, filling: Filling, address: string): Parameters<typeof readForm>[1] {
  const { configuration } = installation;
  return {
    origin: configuration.publicAddress,
    token: filling.visitor.token,
    filesFolder: configuration.files,
    uploadRule: uploadRulesOf(filling.journey, address, configuration.limits.uploadBytes),
  };
}

/** A file that was uploaded again, or taken out, is deleted; so is one that came with the form and was not kept. */
export async function dropReplacedFiles(
  folder: string,
  before: readonly FileAnswer[],
  after: Draft,
  form: PostedForm,
): Promise<void> {
  const still = new Set(filesIn(after).map(({ id }) => id));
  await dropFiles(
    folder,
    [...before, ...form.files].filter(({ id }) => !still.has(id)),
  );
}

export function sendPage(reply: FastifyReply, page: string): FastifyReply {
  reply.type("text/html; charset=utf-8");
  return reply.send(page);
}
