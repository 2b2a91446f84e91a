// The pieces of work of a case as its page at the desk tells them: what each is called, which one is looked at, what else is open.
import type { buildSetting } from "#journey/setting.ts";
import { wordsIn } from "#journey/words-in.ts";
import type { HistoryLine, Task } from "#routing/case.ts";
import { offerTasks } from "#routing/position.ts";
import { checkOf, visitOfCheck, type Work, workOf } from "#routing/steps/work.ts";
import { hadStage } from "../cases/access.ts";
import type { CaseView, FactGroup } from "../desk/case-page.ts";
import { aboutItem } from "../desk/check-about.ts";
import { capital, itemName } from "../desk/item-name.ts";
import type { OfficersCase } from "./officer.ts";

/** A case of theirs, and the piece of work in it that they look at. */
export type Looking = OfficersCase & { readonly task?: string };

/** What a piece of work is called: the stage, its check and the item that is about, or a confirmation. */
export function workTitle({ bundle, stored }: OfficersCase, task: Task): string {
  const { service } = bundle;
  const stage = service.route?.stages.find(({ name }) => name === task.stage);
  const check = stage && checkOf(stage, stored.case, task.check);
  const item = visitOfCheck(stored.case, task.check)?.item;
  const about = check && item !== undefined ? `, ${itemName(service, stored.case, check, item)}` : "";
  if (check) return `${wordsIn(check.title, "en")}${about}`;
  const name = capital(task.stage.replaceAll("-", " "));
  return task.proposal === undefined ? name : `${name}, to be confirmed`;
}

/** The item that the check is about, where it is about one. */
export function aboutOf(
  { bundle, stored }: OfficersCase,
  task: Task | undefined,
  setting: ReturnType<typeof buildSetting>,
  isOpen: (path: string) => boolean,
): FactGroup[] {
  const stage = bundle.service.route?.stages.find(({ name }) => name === task?.stage);
  const visit = visitOfCheck(stored.case, task?.check);
  const check = stage && checkOf(stage, stored.case, task?.check);
  const about = check && aboutItem(bundle.service, stored.case, check, visit?.item, setting, isOpen);
  return about ? [about] : [];
}

/** Work beside this one, for whoever had the stage or has that work too. */
export function otherWork(theirs: OfficersCase, shown: string | undefined, now: string): CaseView["others"] {
  const { bundle, stored, person } = theirs;
  const { service, rulebook, days } = bundle;
  const isWhole = hadStage(service, stored.case, person);
  const offers = offerTasks(service, rulebook, stored.case, person, now, days);
  return offers
    .filter(({ task, refused }) => task.id !== shown && (isWhole || !refused))
    .map(({ task, refused }) => ({
      what: workTitle(theirs, task),
      who: task.claimedBy ? `Claimed by ${task.claimedBy.name ?? "somebody"}` : "Nobody has claimed it",
      ...(refused ? {} : { href: `/desk/cases/${stored.case.number}?task=${task.id}` }),
    }));
}

/** Whoever has only a check reads how the case went from stage to stage, and what happened in that check. */
export function readOf(checks: ReadonlySet<string>): (line: HistoryLine) => boolean {
  const ofCase: ReadonlySet<string> = new Set(["sent", "entered", "reached"]);
  return ({ what, check }) => ofCase.has(what) || (check !== undefined && checks.has(check));
}

/** The work that was posted for: a check's, an approval's, else the stage's. */
export function postedWork(looking: Looking): Work | undefined {
  const { place } = looking.stored.case;
  const stages = looking.bundle.service.route?.stages;
  const stage = place.kind === "stage" ? stages?.find(({ name }) => name === place.stage) : undefined;
  const task = postedTask(looking);
  return stage && (task ? workOf(stage, looking.stored.case, task) : stage);
}

/** The task that was posted for. */
export function postedTask({ stored, task }: Looking): Task | undefined {
  return stored.case.tasks.find(({ id }) => id === task);
}
