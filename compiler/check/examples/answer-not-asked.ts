// FW706: an example answers a question that is not on this person's way, and does not say that it means to.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import type { Datum, Given } from "../../model/model.ts";
import type { Span } from "../../syntax/tree.ts";
import { change, lineHolding, removeLine, treeOf } from "../text-edits.ts";
import type { Played } from "./play-example.ts";
import { isAskedAtDesk, pathOfDatum } from "./refused-given.ts";
import type { Stage } from "./stage.ts";

/** Each answer that counts nowhere, also of one item of a list. */
export function checkAnswerNotAsked(stage: Stage, played: Played): Problem[] {
  const { title } = played.example;
  return unasked(stage, played).map(({ datum, span }) => {
    const related = datum.at ? [{ span: datum.at, words: "asked here, of others" }] : [];
    return problems.answerNotAsked(span, { title, name: datum.said }, { related, fixes: takenOut(stage, span) });
  });
}

interface Unasked {
  readonly datum: Datum;
  readonly span: Span;
}

function unasked(stage: Stage, { example, givens, onWay }: Played): Unasked[] {
  // Who expects something of the answer itself knows that it does not count.
  const meant = new Set(
    example.lines.flatMap((line) =>
      line.kind === "expect" && "datum" in line.expected ? [pathOfDatum(line.expected.datum)] : [],
    ),
  );
  return givens.flatMap((given): Unasked[] => {
    const { datum, at } = given;
    const path = pathOfDatum(datum);
    if (!at) return [];
    if (at.cells) return onWay.has(path) ? unaskedCells(stage, given, onWay, meant) : [{ datum, span: at.valueAt }];
    if (datum.from !== "question" || datum.item || meant.has(path) || isAskedAtDesk(stage, path)) return [];
    return isOn(onWay, datum.path) ? [] : [{ datum, span: at.span }];
  });
}

/** The cells of a list's rows whose question is not asked of that item. */
function unaskedCells(
  { model }: Stage,
  given: Given,
  onWay: ReadonlySet<string>,
  meant: ReadonlySet<string>,
): Unasked[] {
  const list = pathOfDatum(given.datum);
  return [...(given.at?.cells ?? [])].flatMap(([below, span]): Unasked[] => {
    const [, ...rest] = below.split(".");
    const path = [list, ...rest].join(".");
    const datum = model.data.find((one) => one.item && pathOfDatum(one) === path);
    if (datum?.from !== "question" || meant.has(path)) return [];
    return isOn(onWay, `${list}.${below}`.split("."), list.split(".").length + 2) ? [] : [{ datum, span }];
  });
}

/** The question itself, one that it is a part of (from so many keys on), or one of its parts. */
function isOn(onWay: ReadonlySet<string>, path: readonly string[], from = 1): boolean {
  const around = path.map((_, index) => path.slice(0, index).join(".")).slice(from);
  return around.some((one) => onWay.has(one)) || hasPart(onWay, path.join("."));
}

function hasPart(onWay: ReadonlySet<string>, path: string): boolean {
  return onWay.has(path) || [...onWay].some((one) => one.startsWith(`${path}.`));
}

/** The cell of a row says so; of a line with several answers one goes, and the line with the last. */
function takenOut({ model }: Stage, span: Span): Fix[] {
  const line = lineHolding(model.tree.lines, span);
  const text = treeOf(model.trees, span)?.text ?? "";
  if (!line || line.span.file !== span.file) return [];
  if (text[line.span.start] === "|") return [change(model.trees, span, "not asked")];
  if (line.form !== "given <g>") return [];
  const [before, after] = [text.slice(line.span.start, span.start), text.slice(span.end, line.span.end)];
  const ahead = /^\s*,\s*/.exec(after)?.[0].length ?? 0;
  const behind = ahead > 0 ? 0 : (/\s*,\s*$/.exec(before)?.[0].length ?? 0);
  const title = `take out  ${text.slice(span.start, span.end)}`;
  if (ahead + behind === 0) return [{ title, edits: [removeLine(model.trees, line)] }];
  return [{ title, edits: [{ span: { ...span, start: span.start - behind, end: span.end + ahead }, text: "" }] }];
}
