// People played in the text: what is given and what happens then, typed, for whoever plays them; what is expected is read in expectations.ts. Plays nothing itself.

import type { Value } from "#contract/facts.ts";
import type { Move } from "#contract/play.ts";
import type { CellNode, FactNode, Line, PathNode, Span, ValueNode, Word } from "../syntax/tree.ts";
import type { Building, Situation } from "./building.ts";
import { cellExpected, expectOf } from "./expectations.ts";
import { sameKinds } from "./expressions/kinds.ts";
import { expressionOf, readDatum } from "./expressions/reading.ts";
import { typeValue } from "./expressions/value.ts";
import { after, dateAfter, lengthAfter, nameAfter, nameAt, namesAfter, pathsAfter, quotedAt, wordOf } from "./line.ts";
import type { Datum, Example, ExampleLine, Given, Item } from "./model.ts";
import { insideItem, itemOfList } from "./names/items.ts";
import { findDatum, findFilling, findName, lookUp } from "./names/names.ts";
import { ruleSituation } from "./route/rule-situation.ts";
import { durationOf } from "./service/duration.ts";
import type { Expression, Type } from "./shapes.ts";
import { sourceText } from "./source-text.ts";
import { familyOf } from "./types/families.ts";

/** Reads every example of the text. */
export function readExamples(building: Building, lines: readonly Line[]): void {
  for (const line of lines) {
    if (line.form === "example <t>") building.examples.push(readExample(building, line));
    if (line.form === "examples of <ns>") building.examples.push(...readRows(building, line));
  }
}

function readExample(building: Building, line: Line): Example {
  building.read.add(line);
  const lines: ExampleLine[] = [];
  let on: string | undefined;
  for (const below of line.children) {
    if (below.form === undefined) continue;
    building.read.add(below);
    if (below.form === "on <date>") on = dateAfter(below, "on");
    else if (below.form === "given <p> are") lines.push(...listGiven(building, below));
    else if (wordOf(below) === "then") lines.push(...moveOf(building, below));
    else lines.push(...factsOf(building, below));
  }
  return { title: quotedAt(line)?.words ?? "", at: line.span, ...(on !== undefined && { on }), lines };
}

/** `given …` and `expect …`: one line for each fact. */
function factsOf(building: Building, line: Line): ExampleLine[] {
  const facts = line.parts.flatMap((part) => (part.slot === "g" ? part.facts : []));
  if (line.form === "given <g>")
    return facts.flatMap((fact) => givenOf(building, fact, line)).map((given) => ({ kind: "given", given }));
  return facts
    .flatMap((fact) => expectOf(building, fact, line))
    .map((expected): ExampleLine => ({ kind: "expect", expected }));
}

/** `then review chooses refuse because "…"`, `then 27 days pass`, `then applicant pays`. */
function moveOf(building: Building, line: Line): ExampleLine[] {
  const move = readMove(building, line);
  const action = nameAfter(line, "chooses");
  return move ? [{ kind: "then", move, span: line.span, ...(action && { actionAt: action.span }) }] : [];
}

function readMove(building: Building, line: Line): Move | undefined {
  if (line.form === "then <d> (pass|passes)") {
    const length = durationOf(building, lengthAfter(line, "then"));
    return length && { do: "pass", length };
  }
  const who = nameAt(line);
  const action = nameAfter(line, "chooses");
  const does = line.parts.flatMap((part) => (part.slot === "literal" ? [part.word] : []));
  if (who && does.includes("arrives")) {
    const what = findName(building, "awaited", who);
    return what === undefined ? undefined : { do: "arrives", what };
  }
  if (who && does.includes("answers") && building.names.check.has(who.name)) return { do: "answer", check: who.name };
  if (who && does.includes("answers") && who.name !== "applicant") {
    const role = findName(building, "role", who);
    return role === undefined ? undefined : { do: "advises", role };
  }
  if (!who || !isPlayed(building, who)) return undefined;
  if (action) {
    const reason = after(line, "because");
    const because = reason?.slot === "t" ? { reason: reason.quoted.words } : {};
    return { do: "choose", by: who.name, action: action.name, ...because };
  }
  const done = (["pays", "answers", "signs"] as const).find((one) => does.includes(one));
  return done && { do: "applicant", does: done };
}

/** The applicant and who approves act by name; everybody else acts in a stage or a check. */
function isPlayed(building: Building, who: Word): boolean {
  return (
    who.name === "applicant" ||
    building.approvers.has(who.name) ||
    findName(building, "stage", who, ["check"]) !== undefined
  );
}

function givenOf(building: Building, fact: FactNode, line: Line): Given[] {
  const at = ruleSituation(building, line);
  const file = fact.kind === "is" && !fact.negated ? fileGiven(building, fact, at) : undefined;
  if (file) return [file];
  if (fact.kind === "is" && fact.predicate.kind === "same" && !fact.negated)
    return valueGiven(building, fact, [fact.predicate.value], at, false);
  if (fact.kind === "are") return valueGiven(building, fact, fact.values, at, true);
  if (fact.kind !== "yes") {
    noValue(building, fact.span);
    return [];
  }
  const datum = findFilling(building, fact.path, at.scope);
  const { span } = fact;
  return datum && isGivable(building, datum, span) ? [{ datum, value: true, at: { span, valueAt: span } }] : [];
}

/** A document that is there: examples hold no files, and no rule looks into one. */
const document: Value = {
  id: "example",
  name: "example.pdf",
  size: 1,
  mediaType: "application/pdf",
  sha256: "example",
};
const ways: ReadonlySet<string> = new Set(["sent-later", "already-with-us", "sent-by-post", "sent-by-someone-else"]);

/** `given letter is answered`: it is uploaded. `given letter is sent-later`: how it comes instead, beside the answer. */
function fileGiven(building: Building, fact: FactNode & { kind: "is" }, at: Situation): Given | undefined {
  const { path, predicate, span } = fact;
  const names = path.words.map(({ name }) => name);
  const datum = lookUp(building, names, at.scope);
  if (!datum?.type || familyOf(datum.type) !== "file") return undefined;
  const place = { span, valueAt: predicate.span };
  if (predicate.kind === "state" && predicate.state === "answered")
    return { datum, value: datum.type.kind === "files" ? [document] : document, at: place };
  const word =
    predicate.kind === "same" && predicate.value.kind === "path" ? predicate.value.words[0]?.name : undefined;
  if (word === undefined || !ways.has(word)) return undefined;
  const how = datum.path.with(-1, `${datum.path.at(-1)}How`);
  return { datum: { ...datum, path: how }, value: word, at: place };
}

/** What is given has to be exact: "at least 5" is nobody's answer. */
function noValue(building: Building, span: Span): void {
  building.findings.push({ kind: "result-is-no-value", span, written: sourceText(building.trees, span) });
}

/** A finding and false for what the service works out itself: it would be given in vain. */
function isGivable(building: Building, datum: Datum, span: Span): boolean {
  if (datum.from !== "rule") return true;
  building.findings.push({ kind: "worked-out-not-given", datum, span });
  return false;
}

function valueGiven(
  building: Building,
  { path, span }: { readonly path: PathNode; readonly span: Span },
  nodes: readonly ValueNode[],
  at: Situation,
  isList: boolean,
): Given[] {
  const datum = findFilling(building, path, at.scope);
  if (!datum || !isGivable(building, datum, path.span) || !datum.type) return [];
  const typed = nodes.map((node) => typeValue(building, node, at, datum.type));
  const left = readDatum(building, datum, path.span, at);
  if (!isList && !typed.every((one) => one.type && sameKinds(building, left, one, "is"))) return [];
  const values = typed.flatMap((one) => plainValue(one.expression));
  const [first] = values;
  typed.forEach((one) => {
    if (one.type && plainValue(one.expression).length === 0) noValue(building, one.span);
  });
  if (first === undefined || values.length !== nodes.length) return [];
  const [firstAt, lastAt] = [nodes[0]?.span ?? span, nodes.at(-1)?.span ?? span];
  const place = { span, valueAt: { ...firstAt, end: lastAt.end } };
  return [{ datum, value: isList ? values : first, at: place }];
}

/** `given members are` with rows below: one item for each row. */
function listGiven(building: Building, line: Line): ExampleLine[] {
  const at = ruleSituation(building, line);
  const path = pathsAfter(line, "given")[0];
  const datum = path && findFilling(building, path, at.scope);
  const list = datum?.from === "previous-application" ? datum.path.slice(1) : datum?.path;
  const item = list && itemOfList(building, list);
  const rows = rowsUnder(building, line);
  if (!datum || !item) return [];
  const [head, ...others] = rows;
  const headings = cellsOf(head).filter((cell) => cell.kind === "heading");
  const places = new Map<string, Span>();
  const value = others.map((row, index): Value => {
    const cells = cellsOf(row);
    const parts = headings.flatMap((heading, column) => {
      const cell = cells[column];
      const found = itemPart(building, item, heading.path, cell, ruleSituation(building, row));
      for (const [below] of found) if (cell) places.set([index + 1, ...below].join("."), cell.span);
      return found;
    });
    return { ...nested(parts), id: `${index + 1}` };
  });
  return [{ kind: "given", given: { datum, value, at: { span: line.span, valueAt: path.span, cells: places } } }];
}

type ItemPart = readonly [path: readonly string[], value: Value];

/** A heading names a question of the item, bare or with the item's name. */
function itemPart(
  building: Building,
  item: Item,
  path: PathNode,
  cell: CellNode | undefined,
  at: Situation,
): ItemPart[] {
  const inside = { ...insideItem(at.scope, item), bare: true };
  const datum = findDatum(building, path, inside);
  if (cell && !isLeftOut(cell) && (cell.kind !== "value" || cell.negated)) noValue(building, cell.span);
  if (!datum?.type || cell?.kind !== "value" || cell.negated) return [];
  const left = { expression: expressionOf(datum), type: datum.type, span: path.span, said: datum.said, datum };
  const typed = typeValue(building, cell.value, at, datum.type);
  const isOneOfSeveral = holdsSeveral(datum.type) && typed.type !== undefined && familyOf(typed.type) === "choice";
  if (!isOneOfSeveral && !sameKinds(building, left, typed, "is")) return [];
  return plainValue(typed.expression).map((value) => [datum.path, isOneOfSeveral ? [value] : value]);
}

/** A cell holds one value: where several can be ticked, that one is the only one. */
function holdsSeveral(type: Type): boolean {
  return familyOf(type) === "choices";
}

function nested(parts: readonly ItemPart[]): Record<string, Value> {
  const record: Record<string, Value> = {};
  const deeper = new Map<string, ItemPart[]>();
  for (const [[key, ...rest], value] of parts) {
    if (key === undefined) continue;
    if (rest.length === 0) record[key] = value;
    else deeper.set(key, [...(deeper.get(key) ?? []), [rest, value]]);
  }
  for (const [key, below] of deeper) record[key] = nested(below);
  return record;
}

/** Only what is written out can be given. What is less than nothing is written as a difference: (£0 - £10). */
function plainValue(expression: Expression): Value[] {
  if (expression.op === "literal") return [expression.value];
  const [more, less] = expression.op === "subtract" ? [expression.left, expression.right].flatMap(plainValue) : [];
  return typeof more === "number" && typeof less === "number" ? [more - less] : [];
}

/** `examples of`: each row is an example of its own. */
function readRows(building: Building, line: Line): Example[] {
  building.read.add(line);
  const [head, ...others] = rowsUnder(building, line);
  const headings = cellsOf(head).filter((cell) => cell.kind === "heading");
  const names = namesAfter(line, "of").map((word) => word.name);
  return others.map((row, index) => {
    const at = ruleSituation(building, row);
    const cells = cellsOf(row);
    const lines = headings.flatMap((heading, column): ExampleLine[] => {
      const cell = cells[column];
      const isExpected = heading.role === "expect";
      const datum = (isExpected ? findDatum : findFilling)(building, heading.path, at.scope);
      if (!datum || !cell || isLeftOut(cell)) return [];
      if (isExpected) return cellExpected(building, datum, cell, at).map((expected) => ({ kind: "expect", expected }));
      if (cell.kind !== "value" || cell.negated) {
        noValue(building, cell.span);
        return [];
      }
      const given = valueGiven(
        building,
        { path: heading.path, span: cell.span },
        [cell.value],
        at,
        datum.type !== undefined && holdsSeveral(datum.type),
      );
      return given.map((one) => ({ kind: "given", given: one }));
    });
    return { title: `${names.join(", ")}, row ${index + 1}`, at: row.span, lines };
  });
}

/** `any` and `not asked` give nothing, and expect nothing. */
function isLeftOut({ kind }: CellNode): boolean {
  return kind === "any" || kind === "not-asked";
}

function rowsUnder(building: Building, line: Line): Line[] {
  const rows = line.children.filter((child) => wordOf(child) === "|");
  for (const row of rows) building.read.add(row);
  return rows;
}

function cellsOf(row: Line | undefined): readonly CellNode[] {
  return row?.parts.flatMap((part) => (part.slot === "row" ? [...part.cells] : [])) ?? [];
}
