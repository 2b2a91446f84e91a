// What a citizen needs to know of one case at a glance: whose turn it is, by when they hear, what they can do. Pure.
import type { Service } from "#contract";
import { showValue } from "#journey/fill.ts";
import { type PromisedDate, promiseOf } from "#journey/promise.ts";
import { dayOf } from "#journey/setting.ts";
import type { Setting } from "#journey/shapes.ts";
import { wordsIn } from "#journey/words-in.ts";
import type { Case, InformationRequest, Issued, Payment, Task } from "#routing/case.ts";
import { openTasks, presentStageOf } from "#routing/position.ts";
import type { PortalWords } from "./words/portal-words.ts";

export interface Summary {
  readonly number: string;
  readonly title: string;
  readonly href: string;
  readonly turn: "yours" | "ours" | "late" | "decided";
  readonly status: string;
  /** ISO day. */
  readonly sentOn: string;
  /** The officer's open question. */
  readonly question?: InformationRequest;
  /** What is to be paid now, with its amount in words. */
  readonly payment?: Payment & { readonly shown: string };
  /** What the applicant is to do in a stage of their own. */
  readonly task?: Task;
  readonly promised?: PromisedDate;
  readonly decidedOn?: string;
  readonly licence?: Issued;
}

/** The summary of a case in the setting's language. */
export function summarise(one: Case, service: Service, setting: Setting, words: PortalWords): Summary {
  const question = one.requests.find(({ state }) => state === "asked");
  const payment = openPayment(one);
  const task = openTasks(one).find(({ roles }) => roles.includes("applicant"));
  const signing = presentStageOf(service, one)?.coSign;
  const outcome = outcomeOf(one, service, setting.language);
  const licence = one.issued.findLast(({ status }) => status !== "replaced");
  const promised = outcome || payment || task || signing || one.onHold ? undefined : promiseOfCase(one, service);
  const late =
    !outcome &&
    !question &&
    !payment &&
    !task &&
    !signing &&
    !one.onHold &&
    (one.late || (promised !== undefined && promised.date < setting.today));
  const turn = question || payment || task || signing ? "yours" : outcome ? "decided" : late ? "late" : "ours";
  const status = {
    yours: signing && !question ? words.waitsForSignature : words.waitsForYou,
    ours: one.onHold ? words.onHold : stageTitle(one, service, setting.language),
    late: words.laterThanPromised,
    decided: outcome?.title ?? "",
  };
  return {
    number: one.number,
    title: wordsIn(service.title, setting.language),
    href: `/applications/${one.number}`,
    turn,
    status: status[turn],
    sentOn: dayOf(one.sentAt, service.timeZone),
    ...(question && { question }),
    ...(payment && { payment: { ...payment, shown: showMoney(payment.amount, service, setting) } }),
    ...(task && { task }),
    ...(promised && { promised }),
    ...(outcome && { decidedOn: dayOf(outcome.at, service.timeZone) }),
    ...(licence && { licence }),
  };
}

/** The payment the applicant can make now. */
export function openPayment(one: Case): Payment | undefined {
  return one.payments.find(({ state }) => state === "wanted" || state === "requested");
}

/** The outcome a case has reached, in words. */
export function outcomeOf(one: Case, service: Service, language: string): { title: string; at: string } | undefined {
  const { place } = one;
  if (place.kind !== "outcome") return undefined;
  const outcome = service.outcomes.find(({ name }) => name === place.outcome);
  return { title: wordsIn(outcome?.title, language), at: one.reached.at(-1)?.at ?? one.sentAt };
}

/** The stage a case is in, in words. */
export function stageTitle(one: Case, service: Service, language: string): string {
  const { place } = one;
  const stage = place.kind === "stage" ? service.route?.stages.find(({ name }) => name === place.stage) : undefined;
  return wordsIn(stage?.title, language);
}

export function showMoney(amount: number, service: Service, setting: Setting): string {
  return showValue(amount, { kind: "money" }, service, setting);
}

/** The promise made when it was sent; the case's own date wins, since a stopped clock moves it. */
export function promiseOfCase(one: Case, service: Service): PromisedDate | undefined {
  const promised = promiseOf(service, one.dateApplied);
  const date = one.expectedDecisionDate ?? promised?.date;
  if (!date) return undefined;
  if (promised?.date === date) return promised;
  return { date, workingDays: 0, days: [] };
}
