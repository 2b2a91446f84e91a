// FW606: a count that is published is split so finely, or by such answers, that it could say something about one person.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem, Span } from "../../diagnostics/problem.ts";
import { after, namesAfter, numberAfter, wordOf } from "../../model/line.ts";
import type { Datum, Model, Type } from "../../model/model.ts";
import { dottedOf } from "../../model/readings.ts";
import type { Line, Word } from "../../syntax/tree.ts";
import { change, insertAt } from "../text-edits.ts";
import { flowOf } from "./flow.ts";
import { type NamedPlaces, namedPlaces } from "./named-places.ts";
import { sayWay } from "./say-way.ts";

/** Below this, a group is a few people who know each other. Statistical offices suppress from 3, 5 or 10 on. */
const smallestGroup = 5;
/** More ways of splitting than this leave hardly anybody beside anybody else. */
const mostWays = 3;

/** Names that split by the case, not by an answer. */
const ofCase: ReadonlySet<string> = new Set(["outcome", "stage"]);

export function checkBreakdownIdentifies(model: Model): Problem[] {
  const lines = model.tree.lines.flatMap((line) => (line.form === "measures" ? line.children : []));
  const publish = lines.find((line) => wordOf(line) === "publish");
  if (!publish) return [];
  const counts = lines.filter((line) => wordOf(line) === "count" && line.form !== undefined);
  const places = namedPlaces(model);
  const byWords = counts.map((line) => ({ line, words: namesAfter(line, "by") }));
  const found = byWords.flatMap(({ line, words }) => [
    ...words.flatMap((word) => wordProblem(model, places, line, word)),
    ...(words.length > mostWays ? [tooManyWays(line, words)] : []),
  ]);
  const isSplit = byWords.some(({ words }) => words.some((word) => !ofCase.has(word.name)));
  return [...found, ...(isSplit && found.length === 0 ? groupProblem(model, publish) : [])];
}

function wordProblem(model: Model, places: NamedPlaces, line: Line, word: Word): Problem[] {
  const datum = places.datum(word.name);
  if (!datum || ofCase.has(word.name)) return [];
  const fixes = withoutWord(model, line, word);
  const sensitive = model.data.filter((one) => one.sensitive !== undefined).map(dottedOf);
  const way = flowOf(model).givenAway(sensitive).wayFrom(dottedOf(datum));
  if (way) {
    const end = model.data.find((one) => one.sensitive !== undefined && dottedOf(one) === way.at(-1));
    const said = sayWay(model, places, way, way.at(-1) ?? "");
    const why = `${end?.said ?? word.name} is sensitive (${end?.sensitive ?? "its parts are"}).`;
    const { related } = said;
    return [problemAt(word.span, `by ${word.name}`, [...said.explanation, why], fixes, related)];
  }
  if (!namesSomebody(datum)) return [];
  return [
    problemAt(
      word.span,
      `by ${word.name}`,
      ["Nearly everybody gives another answer, so each group is one person."],
      fixes,
    ),
  ];
}

function problemAt(
  span: Span,
  by: string,
  explanation: string[],
  fixes: Fix[],
  related: Problem["related"] = [],
): Problem {
  return problems.breakdownIdentifies(span, { by }, { explanation, fixes, related });
}

function tooManyWays(line: Line, words: readonly Word[]): Problem {
  const by = words.map((word) => word.name).join(", ");
  const explanation = [
    `Split in ${words.length} ways at once, groups become very small. At most ${mostWays} are safe.`,
  ];
  return problemAt(after(line, "by")?.span ?? line.span, `by ${by}`, explanation, []);
}

/** Kinds of answers that nearly everybody gives differently. */
const nearlyAllDiffer: ReadonlySet<Type["kind"]> = new Set([
  "text",
  "long-text",
  "full-name",
  "email",
  "phone-number",
  "web-address",
  "reference-number",
  "date-of-birth",
  "postal-address",
  "postcode",
  "place-on-a-map",
  "area-on-a-map",
  "grid-reference",
  "vehicle-registration",
  "national-id",
  "business-number",
  "bank-account",
  "file",
  "files",
  "photo",
]);

function namesSomebody({ type }: Datum): boolean {
  return type !== undefined && nearlyAllDiffer.has(type.kind);
}

/** Takes one name out of a list of several. */
function withoutWord(model: Model, line: Line, word: Word): Fix[] {
  const words = namesAfter(line, "by");
  const at = words.indexOf(word);
  const [before, next] = [words[at - 1], words[at + 1]];
  if (!before && !next) return [];
  const span = next
    ? { ...word.span, end: next.span.start }
    : { ...word.span, start: before?.span.end ?? word.span.start };
  return [
    { ...change(model.trees, word.span, ""), title: `take  ${word.name}  out of  count`, edits: [{ span, text: "" }] },
  ];
}

/** Published by groups: too small ones must be hidden. */
function groupProblem(model: Model, publish: Line): Problem[] {
  const under = numberAfter(publish, "under");
  if (under !== undefined && under >= smallestGroup) return [];
  const literal = after(publish, "under");
  if (under !== undefined && literal) {
    const explanation = [`A group of ${under} is so small that people in it can be recognised.`];
    const fixes = [change(model.trees, literal.span, "10"), change(model.trees, literal.span, String(smallestGroup))];
    return [problemAt(literal.span, "of small groups", explanation, fixes)];
  }
  const text = ", hide groups under 10";
  const fixes = [{ title: `add  ${text}`, edits: [insertAt(publish.span, publish.span.end, text)] }];
  return [problemAt(publish.span, "of small groups", ["Groups of a few people are published as they are."], fixes)];
}
