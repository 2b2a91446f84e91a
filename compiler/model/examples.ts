// People played in the text: what is given and what is expected, typed, for whoever plays them. Plays nothing itself.
// Facts about the route (goes to, sent, then …) are left unread until routing plays them.

import type { Value } from "#contract/facts.ts";
import type { CellNode, FactNode, Line, PathNode, ValueNode } from "../syntax/tree.ts";
import type { Building, Situation } from "./building.ts";
import { typePredicate } from "./expressions/predicate.ts";
import { readDatum } from "./expressions/reading.ts";
import { typeValue } from "./expressions/value.ts";
import { dateAfter, namesAfter, quotedAt, wordOf } from "./line.ts";
import type { Datum, Example, Expectation, Given } from "./model.ts";
import { findDatum, lookUp } from "./names/names.ts";
import { ruleSituation } from "./route/rule-situation.ts";
import type { Expression } from "./shapes.ts";

/** Reads every example that speaks of values and decisions. */
export function readExamples(building: Building, lines: readonly Line[]): void {
  for (const line of lines) {
    if (line.form === "example <t>") building.examples.push(readExample(building, line));
    if (line.form === "examples of <ns>") building.examples.push(...readRows(building, line));
  }
}

function readExample(building: Building, line: Line): Example {
  building.read.add(line);
  const given: Given[] = [];
  const expect: Expectation[] = [];
  let on: string | undefined;
  for (const below of line.children) {
    const facts = below.parts.flatMap((part) => (part.slot === "g" ? part.facts : []));
    if (below.form === "on <date>") on = dateAfter(below, "on");
    else if (below.form === "given <g>") given.push(...facts.flatMap((fact) => givenOf(building, fact, below)));
    else if (below.form === "expect <g>") expect.push(...facts.flatMap((fact) => expectOf(building, fact, below)));
    else continue;
    if (facts.every(isOfValues)) building.read.add(below);
  }
  return { title: quotedAt(line)?.words ?? "", at: line.span, ...(on !== undefined && { on }), given, expect };
}

function isOfValues(fact: FactNode): boolean {
  return fact.kind === "is" || fact.kind === "yes" || fact.kind === "not" || fact.kind === "are";
}

function givenOf(building: Building, fact: FactNode, line: Line): Given[] {
  const at = ruleSituation(building, line);
  if (fact.kind === "is" && fact.predicate.kind === "same" && !fact.negated)
    return valueGiven(building, fact.path, [fact.predicate.value], at, false);
  if (fact.kind === "are") return valueGiven(building, fact.path, fact.values, at, true);
  if (fact.kind !== "yes") return [];
  const datum = findDatum(building, fact.path, at.scope);
  return datum ? [{ datum, value: true }] : [];
}

function valueGiven(
  building: Building,
  path: PathNode,
  nodes: readonly ValueNode[],
  at: Situation,
  isList: boolean,
): Given[] {
  const datum = findDatum(building, path, at.scope);
  if (!datum?.type) return [];
  const values = nodes.flatMap((node) => plainValue(typeValue(building, node, at, datum.type).expression));
  const [first] = values;
  if (first === undefined || values.length !== nodes.length) return [];
  return [{ datum, value: isList ? values : first }];
}

/** Only what is written out can be given. */
function plainValue(expression: Expression): Value[] {
  return expression.op === "literal" ? [expression.value] : [];
}

function expectOf(building: Building, fact: FactNode, line: Line): Expectation[] {
  const at = ruleSituation(building, line);
  if (fact.kind === "not" || fact.kind === "yes") return factExpected(building, fact, at);
  if (fact.kind !== "is") return [];
  const datum = findDatum(building, fact.path, at.scope);
  if (!datum) return [];
  const left = readDatum(building, datum, fact.path.span, at);
  const tail = { negated: fact.negated, predicate: fact.predicate, span: fact.span };
  const typed = typePredicate(building, left, tail, at);
  const valueAt = fact.predicate.kind === "same" && !fact.negated ? fact.predicate.value.span : undefined;
  const known = left.datum ?? datum;
  if (!typed.type) return [];
  return [{ condition: typed.expression, negated: false, span: fact.span, datum: known, ...(valueAt && { valueAt }) }];
}

/** `expect eligible`, `expect entitled`, `expect not entitled` */
function factExpected(building: Building, fact: FactNode & { kind: "not" | "yes" }, at: Situation): Expectation[] {
  const names = fact.kind === "not" ? [fact.name.name] : fact.path.words.map((word) => word.name);
  const negated = fact.kind === "not";
  if (names.length === 1 && names[0] === "eligible") return [{ condition: "eligible", negated, span: fact.span }];
  const found = fact.kind === "yes" ? findDatum(building, fact.path, at.scope) : lookUp(building, names, at.scope);
  if (!found) return [];
  const read = readDatum(building, found, fact.span, at);
  return read.type ? [{ condition: read.expression, negated, span: fact.span, datum: read.datum ?? found }] : [];
}

/** `examples of`: each row is an example of its own. */
function readRows(building: Building, line: Line): Example[] {
  building.read.add(line);
  const rows = line.children.filter((child) => wordOf(child) === "|");
  for (const row of rows) building.read.add(row);
  const [head, ...others] = rows;
  const headings = cellsOf(head).filter((cell) => cell.kind === "heading");
  const names = namesAfter(line, "of").map((word) => word.name);
  return others.map((row, index) => {
    const at = ruleSituation(building, row);
    const cells = cellsOf(row);
    const given: Given[] = [];
    const expect: Expectation[] = [];
    headings.forEach((heading, column) => {
      const cell = cells[column];
      const datum = findDatum(building, heading.path, at.scope);
      if (!datum || cell?.kind !== "value") return;
      if (heading.role === "expect") expect.push(...cellExpected(building, datum, cell, at));
      else given.push(...valueGiven(building, heading.path, [cell.value], at, false));
    });
    return { title: `${names.join(", ")}, row ${index + 1}`, at: row.span, given, expect };
  });
}

function cellsOf(row: Line | undefined): readonly CellNode[] {
  return row?.parts.flatMap((part) => (part.slot === "row" ? [...part.cells] : [])) ?? [];
}

function cellExpected(
  building: Building,
  datum: Datum,
  cell: CellNode & { kind: "value" },
  at: Situation,
): Expectation[] {
  const left = readDatum(building, datum, cell.span, at);
  const predicate = { kind: "same" as const, value: cell.value, span: cell.span };
  const typed = typePredicate(building, left, { negated: cell.negated, predicate, span: cell.span }, at);
  if (!typed.type) return [];
  const expected = { condition: typed.expression, negated: false, span: cell.span, datum: left.datum ?? datum };
  return [cell.negated ? expected : { ...expected, valueAt: cell.span }];
}
