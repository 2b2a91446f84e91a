// The commands bound to a store, services, a clock and chance.
import { createHash } from "node:crypto";
import type { Service } from "#contract";
import type { Draft } from "#contract/facts.ts";
import { partsRead } from "#journey/carried.ts";
import type { Person } from "#routing/case.ts";
import type { Happening } from "#routing/happening.ts";
import { keyOf } from "#routing/keys.ts";
import { withoutUnkept } from "#routing/unkept.ts";
import { heardOf } from "./announcement.ts";
import { type Apply, createApply, no } from "./apply.ts";
import { buildCaseNumber } from "./case-number.ts";
import type { Application, Commands, Definition, Outcome, StayingAct, Surroundings } from "./commands.ts";
import { digestOf } from "./looks.ts";
import { closedNow, closedTo, startersOf } from "./open.ts";
import type { Extras } from "./transition-of.ts";

/** The commands of people and other systems. */
export function createCommands(around: Surroundings, apply: Apply = createApply(around)): Commands {
  const act = async (caseId: string, happening: Happening, extras?: Extras): Promise<Outcome> =>
    settle(await apply(caseId, happening, extras));
  return {
    sendApplication: (application) => sendApplication(around, apply, application),
    claim: (caseId, by, taskId) => act(caseId, { type: "claimed", by, taskId }),
    acceptInvitation: (caseId, by, invitationId, level) =>
      act(caseId, { type: "invitation-accepted", by, level, invitationId }),
    release: (caseId, by, taskId) => act(caseId, { type: "released", by, taskId }),
    choose: (caseId, by, choice) => act(caseId, { type: "chosen", by, ...choice }),
    askForInformation: (caseId, by, taskId, question, reopens) =>
      act(caseId, { type: "information-asked", by, taskId, question, ...(reopens && { reopens }) }),
    answerInformation: (caseId, by, { fromDraft, ...answer }) =>
      act(caseId, { type: "information-answered", by, ...answer }, fromDraft === undefined ? {} : { fromDraft }),
    useRight: (caseId, by, right, reason, answers) =>
      act(caseId, {
        type: "right-used",
        by,
        right,
        ...(reason === undefined ? {} : { reason }),
        ...(answers === undefined ? {} : { answers }),
      }),
    correctAnswers: (caseId, by, taskId, reason, changes) =>
      act(caseId, { type: "answers-corrected", by, taskId, reason, changes }),
    stay: (caseId, by, taskId, doing) => act(caseId, stayingOf(by, taskId, doing)),
    advise: (caseId, by, consultationId, answer) => act(caseId, { type: "advised", by, consultationId, answer }),
    useOfficerRight: (caseId, by, right, given) => act(caseId, { type: "officer-right-used", by, right, ...given }),
    changeAnswers: (caseId, by, corrected, fromDraft) =>
      act(caseId, { type: "answers-changed", by, corrected }, { fromDraft }),
    coSign: (caseId, by) => act(caseId, { type: "co-signed", by }),
    async registerChanged({ source, messageId, key }) {
      const keys = Object.entries(key).map(([need, value]) => ({ need: keyOf(need), digest: digestOf(value) }));
      const message = { sender: `changes/${source}`, id: messageId };
      const woken = await around.store.wakeWatched(source, keys, around.now(), message);
      if (woken > 0) around.wake?.();
      return woken;
    },
    announce: async (announcement) => {
      const heard = await heardOf(around, announcement);
      return "ok" in heard ? heard : act(heard.caseId, heard.happening);
    },
    acceptCorrection: (caseId, by, path) => act(caseId, { type: "correction-accepted", by, path }),
    moveToVersion: (caseId, definition, lengths) => act(caseId, { type: "version-moved", definition, lengths }),
    passTime: (caseId) => act(caseId, { type: "due" }),
    async paymentNotice({ providerId, state, amount }) {
      const found = await around.store.findPayment(providerId);
      if (!found) return no("no-such-payment", "There is no such payment here.");
      const { caseId, paymentId } = found;
      const done = await act(
        caseId,
        state === "paid" ? { type: "payment-settled", paymentId, amount } : { type: "payment-cancelled", paymentId },
      );
      if (!done.ok && done.refused.code === "wrong-amount") {
        const what = "A payment came with another amount than asked for. Give it back or correct it at the provider.";
        const id = `${caseId}/${paymentId}/wrong-amount`;
        await around.store.writeIncident({ id, caseId, at: around.now(), what, state: "open" });
      }
      return done;
    },
  };
}

function stayingOf(by: Person, taskId: string, act: StayingAct): Happening {
  switch (act.do) {
    case "take-longer":
      return { type: "time-taken", by, taskId, reason: act.reason };
    case "put-on-hold":
      return { type: "put-on-hold", by, taskId, reason: act.reason };
    case "end-hold":
      return { type: "hold-ended", by, taskId };
    case "ask-again":
      return { type: "asked-again", by };
    case "consult":
      return { type: "consulted", by, taskId, role: act.role, question: act.question };
  }
}

function settle(applied: Awaited<ReturnType<Apply>>): Outcome {
  if ("lost" in applied)
    return no("changed-meanwhile", "Somebody else is doing this at the same moment. Look at it again.");
  return applied;
}

/** Nobody can guess it: whoever is to sign as well gets it from the applicant. */
function signingKeyOf({ service }: Definition, random: Surroundings["random"]): { readonly signingKey?: string } {
  const first = service.route?.stages.find(({ name }) => name === service.route?.first);
  return first?.coSign ? { signingKey: Buffer.from(random(24)).toString("base64url") } : {};
}

async function sendApplication(around: Surroundings, apply: Apply, application: Application): Promise<Outcome> {
  const definition = around.definitionOf(application.definition);
  if (!definition) return no("closed", "This service is not installed here any more. Your answers are kept.");
  const { agency, name } = definition.service;
  const { draft, language, by, onceKey, draftId, presented = [] } = application;
  const { answers, origins, asked } = withoutUnkept(definition.service, { ...application, origins: draft.origins });
  const caseId = caseIdOf(by.id, onceKey);
  // The second press of "send" gets the case of the first, even when the service closed in between.
  const before = await around.store.readCase(caseId);
  if (before) return { ok: true, caseId, case: before.case };
  const roles =
    by.kind === "officer" ? startersOf(definition.service, { realm: "officers", roles: by.roles ?? [] }) : [];
  // Officers begin cases only where the text says so; where it says nothing, people apply.
  if (by.kind === "officer" && !roles.some((role) => definition.service.startedBy?.includes(role)))
    return closedTo("not-by-you");
  const closed = await closedNow(around, definition, by.kind === "officer" ? roles : ["applicant"]);
  if (closed !== undefined) return closedTo(closed);
  const sent: Happening = {
    type: "sent",
    number: await drawNumber(around, agency.name, name),
    definition: definition.hash,
    language,
    by,
    ...(by.kind === "officer" && application.applicant ? { applicant: application.applicant } : {}),
    answers,
    origins,
    fetched: draft.fetched,
    asked,
    ...(draft.identity ? { identity: draft.identity } : {}),
    ...keptOfCarried(definition.service, draft),
    ...(presented.length > 0 ? { presented } : {}),
    ...signingKeyOf(definition, around.random),
  };
  const { atMostCases } = definition.service.status;
  const extras = {
    onceKey: `send/${caseId}`,
    ...(draftId !== undefined && { fromDraft: draftId }),
    ...(atMostCases !== undefined && { atMost: { service: name, cases: atMostCases } }),
  };
  return settle(await apply(caseId, sent, extras));
}

/** What is not kept is not kept as what filled it in either. */
function keptOfCarried(service: Service, { carried = {} }: Draft): Pick<Draft, "carried"> {
  const unkept = service.privacy?.doNotKeep ?? [];
  const isKept = (path: string): boolean => !unkept.some((one) => path === one || path.startsWith(`${one}.`));
  const kept = Object.entries(carried).map(
    ([key, one]) => [key, { ...one, record: partsRead(service, key, one.record, () => true, isKept) }] as const,
  );
  return kept.length === 0 ? {} : { carried: Object.fromEntries(kept) };
}

/** A number that no case has yet. Chance repeats itself about never; a drawn number that is taken is drawn again. */
export async function drawNumber({ store, random }: Surroundings, agency: string, service: string): Promise<string> {
  let number = buildCaseNumber(agency, service, random);
  for (let tries = 0; tries < 8 && (await store.readCaseByNumber(number)); tries += 1) {
    number = buildCaseNumber(agency, service, random);
  }
  return number;
}

/** The same for every repeat of one send by one person. */
function caseIdOf(person: string, onceKey: string): string {
  return createHash("sha256")
    .update(JSON.stringify([person, onceKey]))
    .digest("hex")
    .slice(0, 32);
}
