// FW601: a sensitive answer, and no line of privacy that says under which law it may be asked for.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem, Span } from "../../diagnostics/problem.ts";
import { nameAt, wordOf } from "../../model/line.ts";
import type { Datum, Model } from "../../model/model.ts";
import { nearest } from "../../source/nearest.ts";
import type { Line } from "../../syntax/tree.ts";
import { linesWith } from "../every-line.ts";
import { change, lineNumber } from "../text-edits.ts";
import { linesOf } from "./named-places.ts";

/** One message for each kind of sensitive answer, at the first question of that kind. */
export function checkSensitiveWithoutCondition(model: Model): Problem[] {
  const covered = categoryLines(model);
  const names = new Set(covered.flatMap((line) => nameAt(line)?.name ?? []));
  const kinds = new Map<string, Datum[]>();
  for (const datum of model.data)
    if (datum.sensitive !== undefined && !names.has(datum.sensitive))
      kinds.set(datum.sensitive, [...(kinds.get(datum.sensitive) ?? []), datum]);
  return [...kinds].map(([kind, data]) => problemAt(model, kind, data, covered));
}

/** The lines `special category …`. */
export function categoryLines(model: Model): Line[] {
  const privacy = model.tree.lines.filter((line) => line.form === "privacy");
  return linesOf(privacy, "special");
}

function problemAt(model: Model, kind: string, data: readonly Datum[], covered: readonly Line[]): Problem {
  const [first, ...others] = data;
  const span = first ? placeOf(model, first) : model.tree.lines[0]?.span;
  return problems.sensitiveWithoutCondition(
    span ?? { file: model.tree.file, start: 0, end: 0 },
    { name: first?.said ?? kind, kind },
    { explanation: alsoSensitive(model, others), fixes: misspeltFix(model, kind, first, covered) },
  );
}

/** The line `sensitive …` of a question; the line that includes it when the question stands in a library. */
function placeOf(model: Model, datum: Datum): Span | undefined {
  const line = datum.line?.children.find((child) => wordOf(child) === "sensitive");
  if (line?.span.file === model.tree.file) return line.span;
  const include = linesWith(model, "include").find((one) =>
    datum.said.split("'s ").includes(nameAt(one, 1)?.name ?? ""),
  );
  return (include ?? line ?? datum.line)?.span;
}

function alsoSensitive(model: Model, data: readonly Datum[]): string[] {
  if (data.length === 0) return [];
  const named = data.map(({ said, at }) => (at ? `${said} (line ${lineNumber(model.trees, at)})` : said));
  return [`So ${data.length === 1 ? "is" : "are"} ${named.join(", ")}.`];
}

/** A category of nearly that name that nothing is marked with: one of the two is misspelt. */
function misspeltFix(model: Model, kind: string, first: Datum | undefined, covered: readonly Line[]): Fix[] {
  const marked = new Set(model.data.map((datum) => datum.sensitive));
  const spare = covered.flatMap((line) => nameAt(line) ?? []).filter((word) => !marked.has(word.name));
  const [near] = nearest(
    kind,
    spare.map((word) => word.name),
  );
  const meant = spare.find((word) => word.name === near);
  const mark = first?.line?.children.find((child) => wordOf(child) === "sensitive");
  const own = mark && nameAt(mark)?.span;
  if (!meant) return [];
  const fixes = [change(model.trees, meant.span, kind)];
  return own && own.file === model.tree.file ? [change(model.trees, own, meant.name), ...fixes] : fixes;
}
