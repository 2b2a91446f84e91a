// What stands in braces in words people see: names, and behind a colon forms for numbers. Found in every language, told at the place where the words are written.

import { readBraced } from "#support/plurals.ts";
import type { ConditionNode, Line, Span, Tree } from "../../syntax/tree.ts";
import type { Building, Scope, Situation } from "../building.ts";
import { readDatum } from "../expressions/reading.ts";
import { conditionOf, nameAt, wordOf } from "../line.ts";
import { serviceScope } from "../names/declare.ts";
import { itemGoneRound } from "../names/for-each.ts";
import { insideItem, itemNamed } from "../names/items.ts";
import { dataCandidates, isCarried, lookUp, notFound, reportOnlyFillsIn, reportSuggestion } from "../names/names.ts";
import { ruleSituation } from "../route/rule-situation.ts";
import type { Expression } from "../shapes.ts";
import { braces, isSaidBare, namesIn } from "./said-in-full.ts";
import { turnSeen } from "./turn-seen.ts";

/** Reads the braces in all quoted words and prose of a text. */
export function readFills(building: Building, trees: readonly Tree[]): void {
  const rulesOf = ruleFinder(building);
  const bare: Bare = new Set();
  for (const [line, scopes] of building.included)
    for (const scope of scopes) readLine(building, line, { scope, rulesOf, bare });
  const scope = serviceScope(building);
  for (const line of trees.flatMap((tree) => tree.lines))
    if (!building.included.has(line)) readLine(building, line, { scope, rulesOf, bare });
}

/** Names in braces that stand bare in a question set or in the words of one item of its lists; words files repeat them as they stand. */
type Bare = Set<string>;

/** What the lines of a text are read in. */
interface Around {
  readonly scope: Scope;
  readonly rulesOf: RulesOf;
  readonly bare: Bare;
}

/** The rules that are the conditions of a line. */
type RulesOf = (line: Line) => readonly string[];

/** Every rule by the place it is written at, those that were added since too; where the conditions of a line stand is looked up once. */
function ruleFinder({ rules }: Building): RulesOf {
  const byPlace = new Map<string, string[]>();
  const places = new Map<Line, readonly string[]>();
  const placeOf = (span: Span) => `${span.file} ${span.start}`;
  let seen = 0;
  return (line) => {
    if (seen !== rules.size)
      for (const { id, at } of [...rules.values()].slice(seen))
        byPlace.set(placeOf(at), [...(byPlace.get(placeOf(at)) ?? []), id]);
    seen = rules.size;
    const own = places.get(line) ?? conditionsOf(line).map(({ span }) => placeOf(span));
    places.set(line, own);
    return own.flatMap((place) => byPlace.get(place) ?? []);
  };
}

/** The condition on a line, and when what it says is shown. */
function conditionsOf(line: Line): ConditionNode[] {
  const below = line.children.filter((child) => child.form === "show when <c>");
  return [...below, line].flatMap((one) => conditionOf(one) ?? []);
}

function readLine(building: Building, line: Line, around: Around): void {
  const scope = scopeWithin(building, line, around.scope);
  const inside = scope === around.scope ? around : { ...around, scope };
  for (const part of line.parts) {
    if (part.slot === "t") readWords(building, part.quoted.words, part.quoted.span, line, inside);
    if (part.slot === "prose") readWords(building, part.words, part.span, line, inside);
  }
  for (const child of line.children) readLine(building, child, inside);
}

/** The words of a list and below it may speak of one of its items. */
function scopeWithin(building: Building, line: Line, scope: Scope): Scope {
  const word = line.form === undefined ? "" : wordOf(line);
  if (scope.item || (word !== "repeat" && word !== "for")) return scope;
  const name = nameAt(line, 1);
  const item = word === "for" ? itemGoneRound(building, line, scope) : name && itemNamed(building, [name.name], scope);
  return item ? insideItem(scope, item) : scope;
}

function readWords(building: Building, words: string, span: Span, line: Line, around: Around): void {
  if (!words.includes("{")) return;
  const { scope, rulesOf, bare } = around;
  for (const match of words.matchAll(braces)) {
    const { name: text } = readBraced(match[1] ?? "");
    const isTranslated = span.file.endsWith(".words");
    if (isTranslated && (building.fills.has(text) || bare.has(text))) continue;
    const names = namesIn(text);
    const at = spanOf(building, span, match[0]);
    const datum = lookUp(building, names, scope);
    const adviser = names[0] ?? "";
    if (!datum && building.names.assistance.has(adviser)) {
      reportSuggestion(building, adviser, at);
      continue;
    }
    if (!datum) {
      notFound(building, "data", names.join("'s "), at, dataCandidates(building));
      continue;
    }
    if (isCarried(datum)) {
      reportOnlyFillsIn(building, datum, at);
      continue;
    }
    const seenAt = isTranslated ? undefined : turnSeen(building, line);
    const place: Situation = {
      ...ruleSituation(building, line),
      known: isTranslated ? [] : knownAround(line, rulesOf),
      needsAnswers: !isTranslated,
      inWords: true,
      ...(seenAt !== undefined && { seenAt }),
    };
    const read = readDatum(building, datum, at, place);
    const isBare = isSaidBare(datum, names);
    if (isBare) bare.add(text);
    const inFull = isBare ? datum.said : text;
    if (!building.fills.has(inFull)) building.fills.set(inFull, read.datum ?? datum);
  }
}

/** What is yes wherever people see these words: the conditions of the lines around them. */
function knownAround(line: Line, rulesOf: RulesOf): Expression[] {
  const known = rulesOf(line).map((id): Expression => ({ op: "rule", id }));
  return [...known, ...(line.parent ? knownAround(line.parent, rulesOf) : [])];
}

/** The name between the braces, in the text. */
function spanOf(building: Building, span: Span, braced: string): Span {
  const tree = building.trees.find((one) => one.file === span.file);
  const at = tree?.text.indexOf(braced, span.start) ?? -1;
  if (at < 0 || at > span.end) return span;
  return { file: span.file, start: at + 1, end: at + 1 + readBraced(braced.slice(1, -1)).name.length };
}
