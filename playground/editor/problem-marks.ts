// Keeps every problem at its words while the text is changed, and underlines them. Wavy: to mend. Dotted: a question.
import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import type { Problem, Severity } from "@formwork/compiler/diagnostics/problem.ts";

/** A problem of the shown file and where its words stand now. */
export interface PlacedProblem {
  readonly problem: Problem;
  /** Place in the list that was handed over: the same number names its card. */
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

/** Hands over the problems of the shown file, as just read. */
export const setProblems = StateEffect.define<readonly Problem[]>();

export const placedProblems = StateField.define<readonly PlacedProblem[]>({
  create: () => [],
  update(placed, transaction) {
    let next = placed;
    if (transaction.docChanged) {
      next = placed.map((one) => {
        const from = transaction.changes.mapPos(one.from, 1);
        return { ...one, from, to: Math.max(from, transaction.changes.mapPos(one.to, -1)) };
      });
    }
    const length = transaction.newDoc.length;
    for (const effect of transaction.effects)
      if (effect.is(setProblems)) next = effect.value.map((problem, number) => place(problem, number, length));
    return next;
  },
  provide: (field) => EditorView.decorations.from(field, underline),
});

function place(problem: Problem, number: number, length: number): PlacedProblem {
  const from = Math.min(problem.at.start, length);
  return { problem, number, from, to: Math.min(Math.max(problem.at.end, from), length) };
}

const classes: Readonly<Record<Severity, string>> = { stop: "fw-stop", check: "fw-check", tip: "fw-tip" };

function underline(placed: readonly PlacedProblem[]): DecorationSet {
  const ranges = placed
    .filter((one) => one.to > one.from)
    .map((one) => Decoration.mark({ class: classes[one.problem.severity] }).range(one.from, one.to));
  return Decoration.set(ranges, true);
}
