// Two bounds of one answer that stand the wrong way round: `must be at least 5`, `must be at most 3`; or one range, `must be from 5 to 3`.
import type { Fix, Span } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { textAt } from "../text-edits.ts";

const amount = /[£€$]?\d[\d,]*(?:\.\d+)?/;
const bound = new RegExp(`^must be (at least|over|at most|under) (${amount.source})(?![\\w%.])`, "i");
const range = new RegExp(`^must be from (${amount.source}) to (${amount.source})(?![\\w%.])`, "i");

/** The amounts change places, where these are all the limits there are. */
export function boundsSwapped(model: Model, limits: readonly Span[]): Fix[] {
  const [one, two] = limits;
  if (!one || limits.length > 2) return [];
  const written = textAt(model.trees, one);
  if (!two) {
    const [, low, high] = range.exec(written) ?? [];
    if (low === undefined || high === undefined || numberOf(low) <= numberOf(high)) return [];
    const start = one.start + "must be from ".length;
    const span = { ...one, start, end: start + `${low} to ${high}`.length };
    return [{ title: `change it to  from ${high} to ${low}`, edits: [{ span, text: `${high} to ${low}` }] }];
  }
  const bounds = [one, two].flatMap((span) => boundAt(model, span));
  const low = bounds.find(({ words }) => words === "at least" || words === "over");
  const high = bounds.find(({ words }) => words === "at most" || words === "under");
  if (!low || !high || numberOf(low.amount) <= numberOf(high.amount)) return [];
  const title = `swap them:  ${low.words} ${high.amount},  ${high.words} ${low.amount}`;
  return [
    {
      title,
      edits: [
        { span: low.span, text: high.amount },
        { span: high.span, text: low.amount },
      ],
    },
  ];
}

function boundAt(model: Model, span: Span): { words: string; amount: string; span: Span }[] {
  const [, words, written] = bound.exec(textAt(model.trees, span)) ?? [];
  if (words === undefined || written === undefined) return [];
  const start = span.start + `must be ${words} `.length;
  return [{ words: words.toLowerCase(), amount: written, span: { ...span, start, end: start + written.length } }];
}

function numberOf(written: string): number {
  return Number(written.replace(/[£€$,]/g, ""));
}
