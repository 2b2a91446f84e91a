// What stands in braces in words people see: names, and behind a colon forms for numbers. Found in every language, told at the place where the words are written.

import { readBraced } from "#support/plurals.ts";
import type { ConditionNode, Line, Span, Tree } from "../../syntax/tree.ts";
import type { Building, Scope, Situation } from "../building.ts";
import { readDatum } from "../expressions/reading.ts";
import { conditionOf } from "../line.ts";
import { serviceScope } from "../names/declare.ts";
import { dataCandidates, isCarried, lookUp, notFound, reportOnlyFillsIn, reportSuggestion } from "../names/names.ts";
import { ruleSituation } from "../route/rule-situation.ts";
import type { Expression } from "../shapes.ts";
import { turnSeen } from "./turn-seen.ts";

const braces = /\{([^{}]+)\}/g;

/** Reads the braces in all quoted words and prose of a text. */
export function readFills(building: Building, trees: readonly Tree[]): void {
  const rulesOf = ruleFinder(building);
  for (const tree of trees) for (const line of tree.lines) readLine(building, line, serviceScope(building), rulesOf);
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

function readLine(building: Building, line: Line, scope: Scope, rulesOf: RulesOf): void {
  for (const part of line.parts) {
    if (part.slot === "t") readWords(building, part.quoted.words, part.quoted.span, line, scope, rulesOf);
    if (part.slot === "prose") readWords(building, part.words, part.span, line, scope, rulesOf);
  }
  for (const child of line.children) readLine(building, child, scope, rulesOf);
}

function readWords(building: Building, words: string, span: Span, line: Line, scope: Scope, rulesOf: RulesOf): void {
  for (const match of words.matchAll(braces)) {
    const { name: text } = readBraced(match[1] ?? "");
    const isTranslated = span.file.endsWith(".words");
    if (building.fills.has(text) && isTranslated) continue;
    const names = text.trim().toLowerCase().replaceAll("’", "'").split(/'s\s+/);
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
    if (!building.fills.has(text)) building.fills.set(text, read.datum ?? datum);
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
