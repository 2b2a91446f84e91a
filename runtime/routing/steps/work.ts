// What one piece of work consists of: the stage's own, one of its checks, or the confirming of a proposal. Decides nothing.
import type { Action, Check, Stage } from "#contract";
import type { Answers } from "#contract/facts.ts";
import type { Case, CheckVisit, Task } from "../case.ts";
import { keyOf } from "../keys.ts";
import { itemsOf } from "../results.ts";

/** What people see, record and choose in one piece of work. */
export type Work = Pick<
  Stage,
  | "name"
  | "title"
  | "by"
  | "shows"
  | "questions"
  | "actions"
  | "notTheSamePersonAs"
  | "samePersonAs"
  | "doneBy"
  | "moreInformation"
> &
  Pick<Check, "forEach" | "invite">;

/** The second person confirms what is proposed, or sends it back with the reason. */
export const confirm = "confirm";
export const sendBack = "send-back";
const answersToAProposal: readonly Action[] = [
  { name: confirm, withReason: false, adverse: false, questions: [] },
  { name: sendBack, withReason: true, adverse: false, questions: [] },
];

/** The work of a task: its check's, that of a second approval, else its stage's. */
export function workOf(stage: Stage, present: Pick<Case, "checks">, task: Pick<Task, "check" | "proposal">): Work {
  const { name, title, shows, notTheSamePersonAs } = stage;
  if (task.proposal !== undefined) {
    const by = stage.secondApproval ? [stage.secondApproval.by] : [];
    return { name, title, by, shows, questions: [], actions: [...answersToAProposal], notTheSamePersonAs };
  }
  const check = checkOf(stage, present, task.check);
  return check ? { ...check, notTheSamePersonAs: [] } : stage;
}

/** The check that a visit's check is one of. */
export function checkOf(stage: Stage, present: Pick<Case, "checks">, id: string | undefined): Check | undefined {
  const visit = visitOfCheck(present, id);
  return visit && stage.checks?.find(({ name }) => name === visit.check);
}

/** One check of a visit, by its id. */
export function visitOfCheck({ checks = [] }: Pick<Case, "checks">, id: string | undefined): CheckVisit | undefined {
  return id === undefined ? undefined : checks.find((one) => one.id === id);
}

/** Where what is recorded stands: in the case itself (empty), in an item of a list, or in one view of several. */
export function placeOfAnswers({
  forEach,
  doneBy,
  name,
}: Pick<Work, "forEach" | "doneBy" | "name">): readonly string[] {
  if (forEach) return forEach.list;
  return doneBy === undefined ? [] : [keyOf(name)];
}

/** The item around the rules of a check, by its key. */
export function itemsAround(
  { forEach }: Pick<Work, "forEach">,
  answers: Answers,
  item: string | undefined,
): Readonly<Record<string, Answers>> | undefined {
  const found = forEach && itemsOf(answers, forEach.list).find(({ id }) => id === item);
  return forEach && found ? { [forEach.item]: found.item } : undefined;
}
