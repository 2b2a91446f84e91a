// What an officer can decide now, with the consequence of each choice in words, and what is not open to them and why. Pure.
import { nothing } from "lit";
import type { Action, Field, Service, Stage } from "#contract";
import type { Facts, Rulebook } from "#contract/facts.ts";
import type { AnswerProblem, PostedFields, Setting } from "#journey/shapes.ts";
import { wordsIn } from "#journey/words-in.ts";
import type { Case } from "#routing/case.ts";
import type { TaskOffer } from "#routing/position.ts";
import { proposalOf } from "#routing/steps/approval.ts";
import { confirm, sendBack } from "#routing/steps/work.ts";
import { showLength } from "#support/show-parts.ts";
import { showMoney } from "../portal/summary.ts";
import type { OfferedAction } from "./case-page.ts";
import { firstName } from "./facts.ts";
import { capital } from "./item-name.ts";
import { askedInside, renderQuestions, walkQuestions } from "./officer-questions.ts";
import type { Reopenable } from "./reopen.ts";
import { ruleText } from "./rule-text.ts";

export interface DecisionView {
  readonly service: Service;
  readonly rulebook: Rulebook;
  readonly facts: Facts;
  readonly present: Case;
  readonly setting: Setting;
  readonly offer: TaskOffer | undefined;
  /** Answers that this officer can open again. */
  readonly reopenable: readonly Reopenable[];
  /** What was posted and did not go through. */
  readonly posted?: {
    readonly action: string;
    readonly text: string;
    readonly problem?: string;
    readonly fields?: PostedFields;
    readonly problems?: readonly AnswerProblem[];
  };
}

/** The name under which "ask for more information" is posted; no action of an author's has a colon. */
export const askAction = "ask:information";

/** The choices, the author's order, asking last. */
export function offeredActions(view: DecisionView): OfferedAction[] {
  const { offer, service } = view;
  if (!offer || offer.refused) return [];
  if (offer.task.proposal !== undefined) return approvalActions(view);
  const actions = offer.actions.map((action) => offeredAction(view, action));
  const within = offer.stage.moreInformation?.within;
  if (!offer.canAskForInformation || !within) return actions;
  const who = firstName(view.present);
  const reopened = new Set<unknown>([view.posted?.fields?.["reopen"]].flat());
  return [
    ...actions,
    {
      name: askAction,
      label: "Ask for more information",
      consequence: `Stops the clock, up to ${showLength(within, localeOf(service))}`,
      button: `Ask ${who}`,
      withReason: true,
      textLabel: `Your question, as ${who} will read it`,
      ...(view.reopenable.length > 0 && {
        reopen: view.reopenable.map((one) => ({ ...one, on: reopened.has(one.path) })),
      }),
      ...postedOf(view, askAction),
    },
  ];
}

function offeredAction(view: DecisionView, action: Action): OfferedAction {
  const label = actionLabel(action);
  const who = firstName(view.present);
  // What is found in a check is read by the next officer, not by the applicant; what is proposed, by who confirms it.
  const isRead = action.adverse && view.offer?.task.check === undefined && approverOf(view) === undefined;
  return {
    name: action.name,
    label,
    consequence: consequenceOf(view, action),
    button: isRead ? `${label} and write to ${who}` : label,
    withReason: action.withReason,
    ...(action.withReason && { textLabel: isRead ? `Your reason, as ${who} will read it` : "Your reason" }),
    ...(action.questions.length > 0 && { questions: questionsOf(view, action.questions) }),
    ...postedOf(view, action.name),
  };
}

/** Confirming what another person proposed, or sending it back. */
function approvalActions(view: DecisionView): OfferedAction[] {
  const { offer, service, present } = view;
  const proposal = offer && proposalOf(present, offer.task);
  const stage = service.route?.stages.find(({ name }) => name === proposal?.stage);
  const action = stage?.actions.find(({ name }) => name === proposal?.action);
  if (!proposal || !action) return [];
  const who = proposal.by.name ?? "The first officer";
  return [
    {
      name: confirm,
      label: `Confirm: ${actionLabel(action)}`,
      consequence: followsFrom(view, action),
      button: action.adverse ? `Confirm and write to ${firstName(present)}` : "Confirm",
      withReason: false,
      ...postedOf(view, confirm),
    },
    {
      name: sendBack,
      label: `Send it back to ${who}`,
      consequence: `${who} has the work again, with your reason`,
      button: "Send it back",
      withReason: true,
      textLabel: `Your reason, as ${who} will read it`,
      ...postedOf(view, sendBack),
    },
  ];
}

/** The role that must confirm what is chosen now, in words; undefined where nobody has to. */
function approverOf({ service, rulebook, facts, present, offer }: DecisionView): string | undefined {
  const stage = service.route?.stages.find(({ name }) => name === offer?.task.stage);
  const { secondApproval } = stage ?? {};
  if (!secondApproval || offer?.task.check !== undefined || present.place.kind !== "stage") return undefined;
  if (secondApproval.when !== undefined && rulebook.evaluate(secondApproval.when, facts) !== true) return undefined;
  return wordsIn(service.roles[secondApproval.by]?.title, "en") || secondApproval.by.replaceAll("-", " ");
}

/** What a button is called. */
function actionLabel({ label, name }: Action): string {
  return wordsIn(label, "en") || capital(name.replaceAll("-", " "));
}

/** What the stage asks its officer whatever they decide. */
export function stageQuestions(view: DecisionView): OfferedAction["questions"] {
  const { offer } = view;
  return offer && !offer.refused && offer.stage.questions.length > 0
    ? questionsOf(view, offer.stage.questions)
    : undefined;
}

function questionsOf(
  { service, rulebook, present, setting, posted, offer }: DecisionView,
  questions: readonly Field[],
): OfferedAction["questions"] {
  const inside = offer && askedInside(present, offer.stage, offer.task);
  const { fields } = walkQuestions(service, rulebook, present, questions, setting, inside);
  const shown = renderQuestions(fields, posted?.fields ?? {}, posted?.problems ?? []);
  return shown === nothing ? undefined : shown;
}

function postedOf({ posted }: DecisionView, name: string): { chosen: boolean; text?: string; problem?: string } {
  if (posted?.action !== name) return { chosen: false };
  return { chosen: true, text: posted.text, ...(posted.problem && { problem: posted.problem }) };
}

/** What follows from an action here and now: a view, a proposal, the end of a check, or where the case goes. */
function consequenceOf(view: DecisionView, action: Action): string {
  const { offer } = view;
  const { doneBy } = offer?.stage ?? {};
  if (doneBy !== undefined) return `One of ${doneBy} views. Nobody sees it before all are in`;
  const approver = approverOf(view);
  if (approver !== undefined) return `Proposed: ${approver} confirms it or sends it back`;
  const isCheck = offer?.task.check !== undefined && offer.task.proposal === undefined;
  if (isCheck && action.goTo === undefined) return "Ends this check";
  return followsFrom(view, action);
}

/** What the route does with an action, for the person it is about. */
function followsFrom({ service, rulebook, facts, present, setting }: DecisionView, { goTo }: Action): string {
  const who = firstName(present);
  const locale = localeOf(service);
  const stage = service.route?.stages.find(({ name }) => name === goTo);
  if (stage?.payment) {
    const amount = rulebook.evaluate(stage.payment.of, facts);
    const sum = typeof amount === "number" ? ` ${showMoney(amount, service, setting)}` : "";
    return amount === 0
      ? "Nothing is to be paid"
      : `${capital(who)} pays${sum} within ${showLength(stage.payment.within, locale)}`;
  }
  if (stage) return `Goes on to: ${wordsIn(stage.title, "en")}`;
  const outcome = service.outcomes.find(({ name }) => name === goTo);
  const right = outcome?.rights[0];
  if (right)
    return `${capital(who)} can ${right.name}${right.within ? ` within ${showLength(right.within, locale)}` : ""}`;
  return outcome ? wordsIn(outcome.title, "en") : "Is recorded; the case stays here";
}

/** What the stage has and this officer cannot do, each with why. */
export function notOpen({ service, offer }: DecisionView): { what: string; why: string }[] {
  if (!offer) return [];
  const { refused } = offer;
  if (refused) return offer.stage.actions.map((action) => ({ what: actionLabel(action), why: refused.words }));
  return offer.stage.actions
    .filter((action) => !offer.actions.includes(action))
    .map((action) => ({ what: actionLabel(action), why: conditionOf(service, action) }));
}

function conditionOf(service: Service, action: Action): string {
  const rule = action.when === undefined ? undefined : ruleText(service, action.when);
  return rule ? `only when ${rule}.` : "not at this point of the case.";
}

/** The stage before this one whose rule led here, and that rule's name. */
export function ledHere(
  service: Service,
  present: Case,
): { readonly rules: readonly string[]; readonly stage: Stage; readonly here: string } | undefined {
  if (present.place.kind !== "stage") return undefined;
  const here = present.place.stage;
  const entered = present.history.filter(({ what }) => what === "entered").map(({ place }) => place);
  const before = service.route?.stages.find(({ name }) => name === entered.at(-2));
  if (!before || before.by.length > 0 || before.exits.length === 0) return undefined;
  return { rules: before.exits.map(({ when }) => when), stage: before, here };
}

function localeOf(_service: Service): string {
  return "en-GB";
}
