// `done by 3 different people`: each chooses for themselves, nobody sees the others' before all are in, and then their views
// are a list that rules can count and average.
import type { Answers } from "#contract/facts.ts";
import { isSameValue } from "#support/facts.ts";
import type { Task, View } from "../case.ts";
import type { Moving } from "../moving.ts";
import { viewsOf } from "../results.ts";

/** Keeps what one of them chose. Only that they have is written where others can read it. */
export function keepView(
  moving: Moving,
  task: Task,
  view: Pick<View, "by" | "action" | "reason" | "answers">,
  names: { readonly check?: string; readonly item?: string },
): void {
  const { stage, visit, check } = task;
  const where = { stage, visit, ...(check === undefined ? {} : { check }) };
  moving.change({ views: [...(moving.case.views ?? []), { ...where, ...view, at: moving.now }] });
  moving.record("view given", { task: task.id, stage }, view.by);
  moving.tellHistory({ what: "gave-view", place: stage, visit, ...names, by: view.by });
}

/** All are in: each view is told. Gives the action that all agree on. */
export function tellViews(
  moving: Moving,
  task: Task,
  names: { readonly check?: string; readonly item?: string },
): string | undefined {
  const views = viewsOf(moving.case, task);
  for (const { by, action, reason } of views) {
    const line = { what: "chose", place: task.stage, visit: task.visit, ...names, name: action, by } as const;
    moving.tellHistory(reason ? { ...line, reason } : line);
  }
  const [first, ...others] = views;
  return first && others.every(({ action }) => action === first.action) ? first.action : undefined;
}

/** What all of them wrote, for an action that they agree on. */
export function joinReasons(views: readonly View[]): string | undefined {
  const reasons = views.flatMap(({ reason }) => reason ?? []);
  return reasons.length > 0 ? reasons.join("\n") : undefined;
}

/** In a check about one item: the choice and the answers that all of them gave alike. Where they differ there is no value. */
export function agreedResult(views: readonly View[]): { choice?: string; answers: Answers } {
  const [first, ...others] = views;
  if (!first) return { answers: {} };
  const isAgreed = others.every(({ action }) => action === first.action);
  const alike = Object.entries(first.answers).filter(([key, value]) =>
    others.every(({ answers }) => isSameValue(answers[key], value)),
  );
  return { answers: Object.fromEntries(alike), ...(isAgreed ? { choice: first.action } : {}) };
}
