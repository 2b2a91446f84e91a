// What stands in braces in words people see: names, and behind a colon forms for numbers. Found in every language, told at the place where the words are written.

import { readBraced } from "#support/plurals.ts";
import type { Line, Span, Tree } from "../../syntax/tree.ts";
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
  for (const tree of trees) for (const line of tree.lines) readLine(building, line, serviceScope(building));
}

function readLine(building: Building, line: Line, scope: Scope): void {
  for (const part of line.parts) {
    if (part.slot === "t") readWords(building, part.quoted.words, part.quoted.span, line, scope);
    if (part.slot === "prose") readWords(building, part.words, part.span, line, scope);
  }
  for (const child of line.children) readLine(building, child, scope);
}

function readWords(building: Building, words: string, span: Span, line: Line, scope: Scope): void {
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
      known: isTranslated ? [] : knownAround(building, line),
      needsAnswers: !isTranslated,
      inWords: true,
      ...(seenAt !== undefined && { seenAt }),
    };
    const read = readDatum(building, datum, at, place);
    if (!building.fills.has(text)) building.fills.set(text, read.datum ?? datum);
  }
}

/** What is yes wherever people see these words: the conditions of the lines around them. */
function knownAround(building: Building, line: Line): Expression[] {
  const own = line.children
    .filter((child) => child.form === "show when <c>")
    .flatMap((child) => conditionOf(child) ?? []);
  const when = conditionOf(line);
  const spans = [...own, ...(when ? [when] : [])].map(({ span }) => span);
  const rules = [...building.rules.values()].filter(({ at }) =>
    spans.some((span) => span.file === at.file && span.start === at.start),
  );
  const known = rules.map(({ id }): Expression => ({ op: "rule", id }));
  return [...known, ...(line.parent ? knownAround(building, line.parent) : [])];
}

/** The name between the braces, in the text. */
function spanOf(building: Building, span: Span, braced: string): Span {
  const tree = building.trees.find((one) => one.file === span.file);
  const at = tree?.text.indexOf(braced, span.start) ?? -1;
  if (at < 0 || at > span.end) return span;
  return { file: span.file, start: at + 1, end: at + 1 + readBraced(braced.slice(1, -1)).name.length };
}
