// FW604: an answer is collected, or a value is looked up, and nothing in the service uses it.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem, Span } from "../../diagnostics/problem.ts";
import { nameAt, pathsAfter, wordOf } from "../../model/line.ts";
import type { Datum, Model } from "../../model/model.ts";
import { keyOf } from "../../model/names/keys.ts";
import { dottedOf } from "../../model/readings.ts";
import type { Line } from "../../syntax/tree.ts";
import { linesWith } from "../every-line.ts";
import { mostOfOneCode } from "../most-told.ts";
import { insertAt, removeLine, textAt } from "../text-edits.ts";
import { isAsked } from "./asked-answers.ts";
import { flowOf } from "./flow.ts";
import { isForRealPeople } from "./for-real-people.ts";
import { namedPlaces } from "./named-places.ts";
import { usesOf, wholesOf } from "./uses.ts";

/**
 * Told of services with a route only: without one, what is sent is handled elsewhere. A set that is used in part is used: an address is
 * one thing. The full name of each item names it on the screen.
 */
export function checkNeverUsed(model: Model): Problem[] {
  if (!model.route || !isForRealPeople(model)) return [];
  const { isUsed, unusedReaders } = usesOf(model, flowOf(model), namedPlaces(model));
  const sets = new Set(model.data.flatMap((datum) => (datum.from === "set" ? [dottedOf(datum)] : [])));
  const partOfSet = (path: string) => wholesOf(path).some((whole) => sets.has(whole));
  const answers = model.data.filter((datum) => {
    const path = dottedOf(datum);
    if (datum.order === undefined || isUsed(path) || datum.line?.span.file !== model.tree.file) return false;
    if (datum.from === "set") return !partOfSet(path);
    return isAsked(datum) && !partOfSet(path) && !(datum.item && datum.type?.kind === "full-name");
  });
  let counted: ReadonlyMap<string, number> | undefined;
  const countOf = (word: string): number => {
    counted ??= wordCounts(model.trees.map((tree) => tree.text));
    return counted.get(word) ?? 0;
  };
  const texts = { model, countOf };
  return [
    ...answers.map((datum, at) =>
      at < mostOfOneCode ? answerProblem(texts, datum, unusedReaders(dottedOf(datum))) : notTold(texts, datum),
    ),
    ...linesWith(model, "fetch").flatMap((line) => fetchProblems(texts, line, isUsed)),
  ];
}

/** All texts, with how often a word stands in them: counted once, however many answers are not used. */
interface Texts {
  readonly model: Model;
  countOf(word: string): number;
}

function answerProblem(texts: Texts, datum: Datum, readers: readonly string[]): Problem {
  const removal = datum.line ? removeFix(texts, datum.line, datum.said) : [];
  const told = { explanation: intoUnused(readers), fixes: [...removal, ...showFix(texts.model, datum)] };
  return problems.neverUsed(placeOf(texts, datum), { name: datum.said, collected: "asked for" }, told);
}

/** One of so many that it is only counted. */
function notTold(texts: Texts, datum: Datum): Problem {
  return problems.neverUsed(placeOf(texts, datum), { name: datum.said, collected: "asked for" });
}

function placeOf({ model }: Texts, { at }: Datum): Span {
  return at ?? { file: model.tree.file, start: 0, end: 0 };
}

/** Why it counts as not used. */
function intoUnused(readers: readonly string[]): string[] {
  const [first, ...more] = readers;
  if (first === undefined) return ["No rule reads it, no letter says it, and nobody who decides is shown it."];
  return [
    more.length === 0
      ? `It only goes into ${first}, and nothing uses that.`
      : `It only goes into ${[first, ...more].join(", ")}, and nothing uses those.`,
  ];
}

/** Whoever decides first may need to see it. Where a line says who alone can see something, nobody is added. */
function showFix(model: Model, { said, path, sensitive }: Datum): Fix[] {
  const { route, tree } = model;
  const isKept = tree.lines.some((line) => line.children.some(({ form }) => form === "only <ns> can see <ps>"));
  if (!route || isKept || path.length > 1 || said.includes("'s ") || sensitive !== undefined) return [];
  const stage = linesWith(model, "stage").find(({ span, parts }) => span.file === tree.file && parts.some(isRoles));
  const name = stage && nameAt(stage)?.name;
  if (!stage || name === undefined) return [];
  const shows = stage.children.find(({ form }) => form === "shows <ps>");
  const title = `show it to whoever works on ${name}: add  ${said}  to what it shows`;
  if (shows) return [{ title, edits: [insertAt(shows.span, shows.span.end, `, ${said}`)] }];
  const indent = " ".repeat(stage.children[0]?.indent ?? stage.indent + 2);
  return [{ title, edits: [insertAt(stage.span, stage.span.end, `\n${indent}shows ${said}`)] }];
}

function isRoles({ slot }: Line["parts"][number]): boolean {
  return slot === "ns";
}

/** A record that nothing reads; or, of a source of this very service, its parts that no lookup reads. */
function fetchProblems(texts: Texts, line: Line, isUsed: (path: string) => boolean): Problem[] {
  const { model } = texts;
  const name = nameAt(line);
  const record = name && model.data.find((datum) => datum.from === "fetched" && datum.at?.start === name.span.start);
  if (!name || !record) return [];
  const path = dottedOf(record);
  if (isUsed(path)) return partProblems(texts, line, path, isUsed);
  return [
    problems.neverUsed(
      name.span,
      { name: record.said, collected: "looked up" },
      { fixes: removeFix(texts, line, record.said) },
    ),
  ];
}

function partProblems(texts: Texts, line: Line, record: string, isUsed: (path: string) => boolean): Problem[] {
  const { model } = texts;
  const [source, operation] = pathsAfter(line, "from")[0]?.words ?? [];
  const declared = model.tree.lines.find((one) => wordOf(one) === "source" && nameAt(one)?.name === source?.name);
  const lookups = linesWith(model, "fetch").filter(
    (one) => pathsAfter(one, "from")[0]?.words[1]?.name === operation?.name,
  );
  const gives = declared?.children.find((one) => wordOf(one) === "operation" && nameAt(one)?.name === operation?.name);
  if (!gives || lookups.length > 1) return [];
  return gives.children.flatMap((part) => {
    const name = part.form === "gives <n> as <ty>" ? nameAt(part) : undefined;
    if (!name || isUsed(`${record}.${keyOf(name.name)}`)) return [];
    const fixes = removeFix(texts, part, name.name);
    return [problems.neverUsed(name.span, { name: name.name, collected: "looked up" }, { fixes })];
  });
}

/** The line can go when nothing else in any text says its name. */
function removeFix({ model, countOf }: Texts, line: Line, said: string): Fix[] {
  const removal = removeLine(model.trees, line);
  const name = said.split("'s ").at(-1) ?? said;
  const within = wordsOf(textAt(model.trees, removal.span)).filter((word) => word === name).length;
  const isAlone = line.parent?.children.filter((one) => one.form !== undefined).length === 1;
  if (countOf(name) > within || isAlone) return [];
  return [{ title: `remove  ${wordOf(line)} ${name}`, edits: [removal] }];
}

/** How often each word stands in the texts; names are words. */
function wordCounts(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}_-]+/gu) ?? [];
}
