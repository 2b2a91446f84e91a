// Does one effect of a case outside the house, and says what the case must hear of it. A throw means: try again later.
// Every way out gets a key that stays the same however often it is tried.

import type { Answers } from "#contract/facts.ts";
import { isBegunByOfficer } from "#routing/beginner.ts";
import { factsOf } from "#routing/facts.ts";
import type { CaseEffect, Happening } from "#routing/happening.ts";
import { sourcesRead } from "#routing/watch.ts";
import { valueAtDotted, withValueAt } from "#support/facts.ts";
import { localeOf, showDate } from "#support/show-parts.ts";
import { wordsIn } from "#support/words.ts";
import { reasonWords } from "../cases/condition-words.ts";
import { type RenderedMessage, renderMessage } from "../cases/message.ts";
import type { InboxMessage, Store } from "../store/store.ts";
import type { Connections } from "./effects.ts";
import type { Job } from "./job.ts";
import type { OtherCases } from "./other-cases.ts";
import { invitationWords, noticeWords } from "./words.ts";

/** What doing needs. */
export interface Performing {
  readonly store: Store;
  readonly connections: Connections;
  readonly now: () => string;
  /** "https://permits.ashby.example", without a slash at the end. */
  readonly publicAddress: string;
  /** The link by which an invitation of a case is taken up. */
  readonly inviteAddress: (caseId: string, invitationId: string) => string;
  readonly cases: OtherCases;
}

/** Does the effect; gives what the case must hear. */
export async function perform(around: Performing, job: Job): Promise<readonly Happening[]> {
  const { effect } = job;
  const finished: Happening = { type: "effect-finished", effectId: effect.id };
  switch (effect.do) {
    case "fetch": {
      const { source, operation, using } = effect;
      const { service } = job.definition;
      const fetched = await around.connections.callSource({ service, source, operation, using });
      // A check has time: its source is asked again and again, until it answers or the check's own time is over.
      if (fetched.state === "unavailable" && isOfOpenCheck(job))
        throw new Error(`The source ${source} did not answer.`);
      return [{ ...finished, fetched }];
    }
    case "request-payment":
      return [...(await requestPayment(around, job, effect)), finished];
    case "give-back":
      await raise(around, job, "Money came after the case had moved on. Give it back at the payment provider.");
      return [finished];
    case "send":
      return [await send(around, job, effect.message)];
    case "invite":
      return [await invite(around, job, effect.invitationId)];
    case "tell":
      await tell(around, job, effect);
      return [finished];
    case "share":
      await share(around, job, effect);
      return [finished];
    case "start":
      return [await start(around, job, effect, finished)];
    case "report":
      await around.cases.report(job, effect);
      return [finished];
    case "change-licence": {
      const refused = await around.cases.changeLicence(job, effect);
      if (refused === undefined) return [finished];
      await raise(around, job, `A licence that was presented could not be changed: ${refused}`);
      return [{ type: "effect-failed", effectId: effect.id, reason: refused }];
    }
    case "hold":
      if (effect.line === "fetch") {
        const what = `The source ${effect.what ?? ""} does not answer, and a case waits for it. It is asked again by itself; see what is wrong.`;
        await raise(around, job, what);
        return [finished];
      }
      await hold(around, job);
      if (effect.line === "pay each")
        await raise(
          around,
          job,
          `${effect.what ?? ""} is to be paid again and again while a licence lasts that this case did not issue. See to it by hand.`,
        );
      if (effect.line === "pay" && effect.amount === undefined)
        await raise(
          around,
          job,
          `${effect.what ?? ""} is to be paid, and its amount could not be worked out: look at the case.`,
        );
      if (effect.line === "take payment" || effect.line === "go to" || effect.line === "invite") {
        await raise(around, job, `The line "${effect.line} ${effect.what ?? ""}" could not be done: look at the case.`);
      }
      return [finished];
  }
}

function isOfOpenCheck({ effect, case: present }: Job): boolean {
  return (present.checks ?? []).some(({ state, doing }) => state === "open" && doing?.effect === effect.id);
}

type Of<Kind extends CaseEffect["do"]> = Extract<CaseEffect, { do: Kind }>;

async function requestPayment(around: Performing, job: Job, effect: Of<"request-payment">): Promise<Happening[]> {
  const payment = job.case.payments.find(({ id }) => id === effect.paymentId);
  // The case moved on before the provider was asked: nobody must be able to pay this.
  if (payment?.state !== "wanted") return [];
  const { service } = job.definition;
  const fallback = service.languages[0]?.tag ?? "en";
  const made = await around.connections.requestPayment({
    idempotencyKey: `${job.caseId}/${effect.paymentId}`,
    amount: effect.amount,
    currency: effect.currency,
    reference: job.case.number,
    description: wordsIn(service.title, job.case.language, fallback),
    returnAddress: `${around.publicAddress}/applications/${encodeURIComponent(job.case.number)}`,
  });
  const { paymentId } = effect;
  const asked: Happening = { type: "payment-requested", paymentId, providerId: made.id, payAddress: made.payAddress };
  return made.state === "paid" ? [asked, { type: "payment-settled", paymentId, amount: made.amount }] : [asked];
}

/** A service that another installation hosts is kept for administrators; one that is closed is an incident. */
async function start(around: Performing, job: Job, effect: Of<"start">, finished: Happening): Promise<Happening> {
  const begun = await around.cases.begin(job, effect);
  if (begun.state === "begun") return { type: "effect-finished", effectId: effect.id, startedNumber: begun.number };
  if (begun.state === "elsewhere") {
    await hold(around, job, effect.service);
    return finished;
  }
  await raise(around, job, `No case of ${effect.service} could be started: ${begun.why}.`);
  return { type: "effect-failed", effectId: effect.id, reason: begun.why };
}

/** The e-mail that invites somebody: what is asked of them and a link, and nothing of the application's answers. */
async function invite(around: Performing, job: Job, id: string): Promise<Happening> {
  const effectId = job.effect.id;
  const invitation = job.case.invitations?.find((one) => one.id === id);
  // The case moved on before the message was written: nobody is asked for what is no longer needed.
  if (!invitation || invitation.state === "cancelled") return { type: "effect-finished", effectId };
  const { service, days } = job.definition;
  const { language } = job.case;
  const fallback = service.languages[0]?.tag ?? "en";
  const { subject, text } = invitationWords(language, {
    agency: wordsIn(service.agency.title, language, fallback),
    service: wordsIn(service.title, language, fallback),
    address: around.inviteAddress(job.caseId, id),
  });
  const date = days.zone.dayOf(around.now());
  const { email } = invitation;
  const idempotencyKey = `${job.key}/email`;
  const sent = await around.connections.sendMessage({
    idempotencyKey,
    channel: "email",
    email,
    subject,
    text,
    language,
    date,
  });
  if (sent.state === "handed-over") return { type: "effect-finished", effectId };
  await raise(around, job, `The invitation of ${invitation.role} could not be delivered. Reach them another way.`);
  return { type: "effect-failed", effectId, reason: "no such address" };
}

/** By every channel the message names, and always into the applicant's inbox. Only when no channel took it has it failed. */
async function send(around: Performing, job: Job, name: string): Promise<Happening> {
  const effectId = job.effect.id;
  const message = renderMessage(job.definition, job.case, name, around.now());
  if (!message) {
    await raise(around, job, `The service has no message named ${name}.`);
    return { type: "effect-failed", effectId, reason: "no such message" };
  }
  const taken = await deliver(around, job, message);
  if (taken) return { type: "effect-finished", effectId };
  await raise(
    around,
    job,
    `The message ${name} could not be delivered by any channel. Reach the applicant another way.`,
  );
  return { type: "effect-failed", effectId, reason: "no channel could deliver it" };
}

async function deliver(around: Performing, job: Job, message: RenderedMessage): Promise<boolean> {
  const { text, subject, language, channels } = message;
  const outside = channels.filter((channel) => channel !== "inbox");
  await writeInbox(around, job, job.case.applicant.id, { subject, text, language });
  let taken = outside.length === 0;
  for (const channel of outside) {
    const delivery = await around.connections.sendMessage({
      idempotencyKey: `${job.key}/${channel}`,
      channel,
      subject,
      text,
      language,
      date: job.definition.days.zone.dayOf(around.now()),
      ...receiverOf(job),
    });
    taken ||= delivery.state === "handed-over";
  }
  return taken;
}

/** Where the applicant can be reached, from their identity, else from answers of those kinds. */
function receiverOf(job: Job) {
  const { service } = job.definition;
  const { identity, answers } = job.case;
  const found = (kind: string): unknown =>
    Object.entries(service.names)
      .filter(([, { type, from }]) => type.kind === kind && from === "question")
      .map(([path]) => valueAtDotted(answers, path))
      .find((value) => value !== undefined);
  const parts = identity?.parts ?? {};
  const email = parts["email"] ?? found("email");
  const phone = parts["phone"] ?? found("phone-number");
  // The officer who began the case is not who it is about, and neither is who helps.
  const called = isBegunByOfficer(job.case) || job.case.isByHelper ? undefined : job.case.applicant.name;
  const name = parts["fullName"] ?? parts["legalName"] ?? called;
  const address = linesOf(parts["address"] ?? found("postal-address"));
  return {
    ...(typeof email === "string" ? { email } : {}),
    ...(typeof phone === "string" ? { phone } : {}),
    ...(typeof name === "string" ? { name } : {}),
    ...(address.length > 0 ? { address } : {}),
  };
}

function linesOf(address: unknown): string[] {
  if (typeof address !== "object" || address === null) return [];
  return Object.values(address).filter((line) => typeof line === "string");
}

async function tell(around: Performing, job: Job, effect: Of<"tell">): Promise<void> {
  const { to, about, reason } = effect;
  const { service, days } = job.definition;
  const isApplicant = to === "applicant";
  const language = isApplicant ? job.case.language : "en";
  const request = job.case.requests.findLast(({ state }) => state === "asked");
  const payment = job.case.payments.findLast(({ state }) => state === "wanted" || state === "requested");
  const until =
    about === "information-asked" ? request?.dueAt : about === "payment-wanted" ? payment?.dueAt : effect.until;
  // What was asked for is over already: telling about it now would only confuse.
  if (isApplicant && (about === "information-asked" || about === "payment-wanted") && until === undefined) return;
  const atDesk = !isApplicant || isBegunByOfficer(job.case);
  const page = atDesk ? "desk/cases" : "applications";
  const words = noticeWords(about, language, {
    number: job.case.number,
    service: wordsIn(service.title, language, service.languages[0]?.tag ?? "en"),
    address: `${around.publicAddress}/${page}/${encodeURIComponent(job.case.number)}`,
    stage: stageTitle(job, language),
    ...(request ? { question: request.question } : {}),
    ...(reason ? { reason } : {}),
    ...licenceOf(job, effect, language),
    ...(until ? { until: showDate(days.zone.dayOf(until), localeOf(language, service)) } : {}),
  });
  if (!atDesk) await deliver(around, job, { ...words, channels: ["email"] });
  else await writeInbox(around, job, isApplicant ? job.case.applicant.id : `role:${to}`, words);
}

/** The licence that a notice is about, and the condition by which it changes, in the author's words. */
function licenceOf({ definition: { service }, case: present }: Job, { licence, rule }: Of<"tell">, language: string) {
  if (licence === undefined || rule === undefined) return {};
  const main = service.languages[0]?.tag ?? "en";
  return {
    licence: wordsIn(service.credentials[licence]?.title ?? {}, language, main),
    condition: reasonWords(service, licence, rule, language) ?? "",
    registers: sourcesRead(service, present, rule).map((name) =>
      wordsIn(service.sources[name]?.title ?? {}, language, main),
    ),
  };
}

function stageTitle({ case: { place }, definition: { service } }: Job, language: string): string {
  const stage = place.kind === "stage" ? service.route?.stages.find(({ name }) => name === place.stage) : undefined;
  return wordsIn(stage?.title ?? {}, language, service.languages[0]?.tag ?? "en");
}

async function writeInbox(
  { store, now }: Performing,
  { key, caseId }: Job,
  to: string,
  { subject, text, language }: Pick<RenderedMessage, "subject" | "text" | "language">,
): Promise<void> {
  const message: InboxMessage = { id: key, to, caseId, at: now(), subject, body: text, language };
  await store.writeMessage(message);
}

async function share(around: Performing, job: Job, effect: Of<"share">): Promise<void> {
  const { service, days } = job.definition;
  const facts = factsOf(service, job.case, around.now(), days).values;
  let values: Answers = {};
  for (const path of effect.paths) {
    const value = valueAtDotted(facts, path);
    if (value !== undefined) values = withValueAt(values, path.split("."), value);
  }
  const because = effect.because && wordsIn(effect.because, "en", service.languages[0]?.tag ?? "en");
  const state = await around.connections.shareWith({
    idempotencyKey: job.key,
    partner: effect.with,
    service: service.name,
    caseNumber: job.case.number,
    values,
    at: around.now(),
    ...(because ? { because } : {}),
  });
  if (state === "held") await hold(around, job, effect.with);
}

async function hold({ store, now }: Performing, { key, caseId, effect }: Job, to?: string): Promise<void> {
  await store.writeHeld({ id: key, caseId, at: now(), effect: JSON.stringify(effect), ...(to ? { to } : {}) });
}

async function raise({ store, now }: Performing, { key, caseId }: Job, what: string): Promise<void> {
  await store.writeIncident({ id: `${key}/incident`, caseId, at: now(), what, state: "open" });
}
