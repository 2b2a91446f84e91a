// What stands in braces in words people see: names, and behind a colon forms for numbers. Found in every language, told at the place where the words are written.

import { readBraced } from "#support/plurals.ts";
import type { Line, Span, Tree } from "../../syntax/tree.ts";
import type { Building, Scope } from "../building.ts";
import { readDatum } from "../expressions/reading.ts";
import { serviceScope } from "../names/declare.ts";
import { dataCandidates, lookUp, notFound, reportSuggestion } from "../names/names.ts";
import { ruleSituation } from "../route/rule-situation.ts";

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
    if (building.fills.has(text)) continue;
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
    const read = readDatum(building, datum, at, ruleSituation(building, line));
    building.fills.set(text, read.datum ?? datum);
  }
}

/** The name between the braces, in the text. */
function spanOf(building: Building, span: Span, braced: string): Span {
  const tree = building.trees.find((one) => one.file === span.file);
  const at = tree?.text.indexOf(braced, span.start) ?? -1;
  if (at < 0 || at > span.end) return span;
  return { file: span.file, start: at + 1, end: at + 1 + readBraced(braced.slice(1, -1)).name.length };
}
