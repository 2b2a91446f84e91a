// People played in the text: what is given, what happens then and what is expected, typed, for whoever plays them. Plays nothing itself.

import type { Value } from "#contract/facts.ts";
import type { LicenceStanding, Move } from "#contract/play.ts";
import type { CellNode, FactNode, Line, PathNode, PredicateNode, Span, ValueNode, Word } from "../syntax/tree.ts";
import type { Building, Situation } from "./building.ts";
import { joined } from "./expressions/condition.ts";
import { sameKinds } from "./expressions/kinds.ts";
import { typePredicate } from "./expressions/predicate.ts";
import { expressionOf, readDatum } from "./expressions/reading.ts";
import { typeValue } from "./expressions/value.ts";
import { after, dateAfter, lengthAfter, nameAfter, nameAt, namesAfter, pathsAfter, quotedAt, wordOf } from "./line.ts";
import type { Datum, Example, ExampleLine, Expectation, Given, Item } from "./model.ts";
import { insideItem, itemOfList } from "./names/items.ts";
import { findDatum, findFilling, findName, lookUp, notFound } from "./names/names.ts";
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
  if (fact.kind === "is" && fact.predicate.kind === "same" && !fact.negated)
    return valueGiven(building, fact.path, [fact.predicate.value], at, false);
  if (fact.kind === "are") return valueGiven(building, fact.path, fact.values, at, true);
  if (fact.kind !== "yes") {
    noValue(building, fact.span);
    return [];
  }
  const datum = findFilling(building, fact.path, at.scope);
  return datum && isGivable(building, datum, fact.span) ? [{ datum, value: true }] : [];
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
  path: PathNode,
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
  return [{ datum, value: isList ? values : first }];
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
  const value = others.map((row, index): Value => {
    const cells = cellsOf(row);
    const parts = headings.flatMap((heading, column) =>
      itemPart(building, item, heading.path, cells[column], ruleSituation(building, row)),
    );
    return { ...nested(parts), id: `${index + 1}` };
  });
  return [{ kind: "given", given: { datum, value } }];
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

function expectOf(building: Building, fact: FactNode, line: Line): Expectation[] {
  const at = ruleSituation(building, line);
  const { span } = fact;
  if (fact.kind === "not" || fact.kind === "yes") return factExpected(building, fact, at);
  if (fact.kind === "goes-to") {
    const to = findName(building, "stage", fact.to);
    return to === undefined ? [] : [{ kind: "goes-to", to, span, valueAt: fact.to.span }];
  }
  if (fact.kind === "message-sent") {
    const message = findName(building, "message", fact.message);
    return message === undefined ? [] : [{ kind: "sent", message, span, valueAt: fact.message.span }];
  }
  if (fact.kind === "payment-made") return paymentExpected(building, fact);
  if (fact.kind === "case-started") return startExpected(building, fact);
  if (fact.kind !== "is") return [];
  const ofCase = outcomeExpected(building, fact) ?? licenceExpected(building, fact);
  return ofCase ?? valueExpected(building, fact, at);
}

const standings: readonly LicenceStanding[] = ["valid", "suspended", "revoked", "replaced", "expired"];

/** `expect permit is revoked`: how a licence stands, which is no value of the text. */
function licenceExpected(building: Building, fact: FactNode & { kind: "is" }): Expectation[] | undefined {
  const [first, ...more] = fact.path.words;
  if (!first || more.length > 0 || fact.predicate.kind !== "same") return undefined;
  if (!building.names.credential.has(first.name) || building.data.has(first.name)) return undefined;
  const { value } = fact.predicate;
  const word = value.kind === "path" && value.words.length === 1 ? value.words[0] : undefined;
  const stands = standings.find((one) => one === word?.name);
  if (word && stands === undefined) {
    const candidates = standings.map((name) => ({ name, what: "state of a licence" }));
    notFound(building, "words", word.name, word.span, candidates);
  }
  const said = { kind: "licence" as const, licence: first.name, negated: fact.negated, span: fact.span };
  return word && stands !== undefined ? [{ ...said, stands, valueAt: word.span }] : [];
}

/** `expect payment allowance is made 3 times`: only what a line of the text pays can be expected. */
function paymentExpected(building: Building, fact: FactNode & { kind: "payment-made" }): Expectation[] {
  const { payment, times, span } = fact;
  const { names, isBroken } = building.paid;
  if (!names.has(payment.name)) {
    const candidates = [...names].map((name) => ({ name, what: "payment" }));
    if (!isBroken) notFound(building, "words", payment.name, payment.span, candidates);
    return [];
  }
  const number = times?.kind === "number" ? { times: times.value } : {};
  return [{ kind: "paid", payment: payment.name, ...number, span, valueAt: times?.span ?? payment.span }];
}

/** `expect case stall-check is started 2 times`: only what a line of the text starts can be expected. */
function startExpected(building: Building, fact: FactNode & { kind: "case-started" }): Expectation[] {
  const { service, times, span } = fact;
  if (!building.started.has(service.name)) {
    const candidates = [...building.started].map((name) => ({ name, what: "service that is started" }));
    notFound(building, "words", service.name, service.span, candidates);
    return [];
  }
  const number = times?.kind === "number" ? { times: times.value } : {};
  return [{ kind: "started", service: service.name, ...number, span, valueAt: times?.span ?? service.span }];
}

/** `expect outcome is granted`: the name of an outcome, not a value of the text. */
function outcomeExpected(building: Building, fact: FactNode & { kind: "is" }): Expectation[] | undefined {
  const [first, ...more] = fact.path.words;
  if (first?.name !== "outcome" || more.length > 0 || fact.predicate.kind !== "same") return undefined;
  const { value } = fact.predicate;
  const word = value.kind === "path" && value.words.length === 1 ? value.words[0] : undefined;
  if (!word) return undefined;
  const outcome = findName(building, "stage", word);
  if (outcome === undefined) return [];
  return [{ kind: "outcome", outcome, negated: fact.negated, span: fact.span, valueAt: word.span }];
}

function valueExpected(building: Building, fact: FactNode & { kind: "is" }, at: Situation): Expectation[] {
  const datum = findDatum(building, fact.path, at.scope);
  if (!datum) return [];
  const left = readDatum(building, datum, fact.path.span, at);
  const tail = { negated: fact.negated, predicate: fact.predicate, span: fact.span };
  const typed = typePredicate(building, left, tail, at);
  const valueAt = fact.predicate.kind === "same" && !fact.negated ? fact.predicate.value.span : undefined;
  if (!typed.type) return [];
  const expected = { kind: "condition" as const, condition: typed.expression, negated: false, span: fact.span };
  return [{ ...expected, datum: left.datum ?? datum, ...(valueAt && { valueAt }) }];
}

/** `expect eligible`, `expect entitled`, `expect not entitled` */
function factExpected(building: Building, fact: FactNode & { kind: "not" | "yes" }, at: Situation): Expectation[] {
  const names = fact.kind === "not" ? [fact.name.name] : fact.path.words.map((word) => word.name);
  const negated = fact.kind === "not";
  if (names.length === 1 && names[0] === "eligible") return [{ kind: "eligible", negated, span: fact.span }];
  const found = fact.kind === "yes" ? findDatum(building, fact.path, at.scope) : lookUp(building, names, at.scope);
  if (!found) return [];
  const read = readDatum(building, found, fact.span, at);
  const datum = read.datum ?? found;
  return read.type ? [{ kind: "condition", condition: read.expression, negated, span: fact.span, datum }] : [];
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
        heading.path,
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

function cellExpected(building: Building, datum: Datum, cell: CellNode, at: Situation): Expectation[] {
  const left = readDatum(building, datum, cell.span, at);
  const predicates = predicatesOf(cell);
  const negated = cell.kind === "value" && cell.negated;
  const parts = predicates.map((predicate) =>
    typePredicate(building, left, { negated, predicate, span: cell.span }, at),
  );
  const [typed] = parts;
  if (!typed || parts.some(({ type }) => !type)) return [];
  const condition = joined(
    "and",
    parts.map(({ expression }) => expression),
  );
  const expected = { kind: "condition" as const, condition, negated: false, span: cell.span };
  const isExact = cell.kind === "value" && !cell.negated;
  return [{ ...expected, datum: left.datum ?? datum, ...(isExact && { valueAt: cell.span }) }];
}

/** What a cell says of its column, as it would stand behind "is". */
function predicatesOf(cell: CellNode): PredicateNode[] {
  const { span } = cell;
  switch (cell.kind) {
    case "value":
      return [{ kind: "same", value: cell.value, span }];
    case "order":
      return [
        cell.test === "before" || cell.test === "after"
          ? { kind: "order-in-time", test: cell.test, value: cell.value, span }
          : { kind: "order", test: cell.test, value: cell.value, span },
      ];
    case "range":
      return [
        { kind: "order", test: "at-least", value: cell.from, span },
        { kind: "order", test: cell.toIncluded ? "at-most" : "under", value: cell.to, span },
      ];
    default:
      return [];
  }
}
