// Decision tables: each row is a condition over its inputs, and a value for each result.

import type { CellNode, Line, Word } from "../../syntax/tree.ts";
import { type Building, readLines, type Situation } from "../building.ts";
import { joined, negated } from "../expressions/condition.ts";
import { haveOrder, sameKinds } from "../expressions/kinds.ts";
import { readDatum } from "../expressions/reading.ts";
import { broken, literal, type Typed, yesOrNo } from "../expressions/typed.ts";
import { typeValue } from "../expressions/value.ts";
import { nameAt, quotedAt, says, valueAt, wordOf } from "../line.ts";
import { serviceScope } from "../names/declare.ts";
import { findDatum, lookUp } from "../names/names.ts";
import type { Expression, TableExpression, Type, Words } from "../shapes.ts";
import { sourceText } from "../source-text.ts";
import { familyOf } from "../types/families.ts";
import { wordsOf } from "../words/words-book.ts";
import type { WorkedOut } from "./worked-out.ts";

type Heading = CellNode & { kind: "heading" };

/** The result columns of a table: `then price`. */
export function resultsOf(line: Line): Word[] {
  return headings(line).flatMap((heading) => (heading.role === "then" ? (heading.path.words[0] ?? []) : []));
}

function rowsOf(line: Line): (readonly CellNode[])[] {
  return line.children.flatMap((child) => child.parts.flatMap((part) => (part.slot === "row" ? [part.cells] : [])));
}

function headings(line: Line): Heading[] {
  return (rowsOf(line)[0] ?? []).filter((cell): cell is Heading => cell.kind === "heading");
}

/** Rows that do not have the cells of the heading, and tables without a result (told once for the whole table). */
export function judgeTable(building: Building, line: Line): void {
  const [head, ...rows] = line.children.filter((child) => wordOf(child) === "|");
  const cells = headings(line);
  const [first, last] = [cells[0], cells.at(-1)];
  if (!head || !first || !last || !cells.some(({ role }) => role === "then") || rows.length === 0) {
    const name = nameAt(line);
    const free = last && rows.length > 0 && !lookUp(building, pathNames(last.path), serviceScope(building));
    building.findings.push({
      kind: "table-has-no-result",
      table: name?.name ?? "",
      span: name?.span ?? line.span,
      ...(free && { heading: last.span }),
    });
    return;
  }
  for (const row of rows) {
    const own = row.parts.flatMap((part) => (part.slot === "row" ? part.cells : []));
    if (own.length === 0 || own.length === cells.length) continue;
    const span = { ...head.span, start: first.span.start, end: last.span.end };
    building.findings.push({
      kind: "row-has-other-cells",
      span: row.span,
      cells: own.length,
      wanted: cells.length,
      head: span,
    });
  }
}

function pathNames({ words }: Heading["path"]): string[] {
  return words.map((word) => word.name);
}

/** One result of the table. */
export function typeTable(building: Building, line: Line, result: Word, at: Situation): WorkedOut {
  building.read.add(line);
  for (const child of line.children) if (wordOf(child) === "|") building.read.add(child);
  const head = headings(line);
  const inputs = head.map((heading) => (heading.role === "input" ? inputOf(building, heading, at) : undefined));
  const column = head.findIndex((heading) => heading.role === "then" && heading.path.words[0]?.name === result.name);
  const typedRows = rowsOf(line)
    .slice(1)
    .map((cells) => typeRow(building, cells, inputs, column, at));
  const values = typedRows.map((row) => row.value);
  const lines = readTableLines(building, line, values, at);
  const type = resultType(building, line, result, lines.none ? [...values, lines.none] : values);
  const gives = isCombined(building, lines, type, line) ? typeOfPolicy(lines.policy, type) : undefined;
  const isBroken = typedRows.some((row) => row.broken) || inputs.some((input) => input && !input.type);
  const rows = typedRows.map((row) => ({ when: row.when, value: retyped(row.value.expression, type) }));
  const table: TableExpression = { op: "table", table: nameAt(line)?.name ?? "", policy: lines.policy, rows };
  if (lines.none) table.otherwise = retyped(lines.none.expression, type);
  return { expression: table, type: isBroken ? undefined : gives, ...(lines.because && { because: lines.because }) };
}

function inputOf(building: Building, heading: Heading, at: Situation): Typed | undefined {
  const datum = findDatum(building, heading.path, at.scope);
  return datum && readDatum(building, datum, heading.span, { ...at, needsAnswers: false });
}

interface TypedRow {
  readonly when: Expression;
  readonly value: Typed;
  readonly broken: boolean;
}

function typeRow(
  building: Building,
  cells: readonly CellNode[],
  inputs: readonly (Typed | undefined)[],
  column: number,
  at: Situation,
): TypedRow {
  if (cells.length !== inputs.length)
    return { when: literal(false, yesOrNo), value: broken(at.line.span), broken: true };
  const parts = inputs.map((input, index) => {
    const cell = cells[index];
    return input && cell ? fits(building, input, cell, at) : always;
  });
  const known = parts.filter((part) => part !== undefined && part !== always);
  const when: Expression = known.length > 0 ? joined("and", known) : literal(true, { kind: "yes-or-no" });
  const cell = cells[column];
  const value = resultCell(building, cell, { ...at, known: [...at.known, when] });
  return {
    when,
    value,
    broken: parts.includes(undefined) || (!value.type && value.literal === undefined),
  };
}

const always = "always" as const;

/** The condition of one cell; undefined when it is broken. */
function fits(building: Building, input: Typed, cell: CellNode, at: Situation): Expression | "always" | undefined {
  const inside: Situation = { ...at, needsAnswers: false };
  const compare = (op: "at-least" | "at-most" | "over" | "under", node: Parameters<typeof typeValue>[1]) => {
    const right = typeValue(building, node, inside, input.type);
    const good = input.type && right.type && haveOrder(building, input, right, op);
    return good ? ({ op, left: input.expression, right: right.expression } as const) : undefined;
  };
  switch (cell.kind) {
    case "any":
      return always;
    case "not-asked":
      return notAsked(input);
    case "value": {
      const right = typeValue(building, cell.value, inside, input.type);
      if (!input.type || !right.type || !sameKinds(building, input, right, "is")) return undefined;
      const is: Expression = { op: "is", left: input.expression, right: right.expression };
      return cell.negated ? negated(is) : is;
    }
    case "order": {
      const op = cell.test === "before" ? "under" : cell.test === "after" ? "over" : cell.test;
      return compare(op, cell.value);
    }
    case "range": {
      const from = compare("at-least", cell.from);
      const to = compare(cell.toIncluded ? "at-most" : "under", cell.to);
      return from && to && { op: "and", parts: [from, to] };
    }
    default:
      return undefined;
  }
}

function notAsked(input: Typed): Expression | undefined {
  const { expression } = input;
  return expression.op === "fact" ? { op: "not", of: { ...expression, op: "answered" } } : undefined;
}

/** A bare word that is no name is one of the result's own choices. */
function resultCell(building: Building, cell: CellNode | undefined, at: Situation): Typed {
  const span = cell?.span ?? at.line.span;
  if (cell && (cell.kind !== "value" || cell.negated)) {
    building.findings.push({ kind: "result-is-no-value", span, written: sourceText(building.trees, span) });
  }
  if (cell?.kind !== "value" || cell.negated) return { expression: { op: "today" }, type: undefined, span, said: "" };
  const word = cell.value.kind === "path" && cell.value.words.length === 1 ? cell.value.words[0] : undefined;
  if (word && !lookUp(building, [word.name], at.scope)) {
    const type: Type = { kind: "text" };
    const choice = { kind: "option", value: word.name };
    return { expression: literal(word.name, type), type: undefined, span, said: word.name, literal: choice };
  }
  return typeValue(building, cell.value, { ...at, whole: cell.value });
}

/** The kind of the results: of the first value; bare words together are a list of their own. */
function resultType(building: Building, line: Line, result: Word, values: readonly Typed[]): Type | undefined {
  const words = values.flatMap((value) => (value.literal?.kind === "option" ? [String(value.literal.value)] : []));
  if (words.length === 0) {
    const [first] = values;
    const differ = values.slice(1).filter((value) => first && !sameKinds(building, first, value, "then"));
    return differ.length > 0 ? undefined : first?.type;
  }
  const options = [...new Set(words)];
  const list = building.lists.has(result.name) ? `${result.name}-results` : result.name;
  building.lists.set(list, { options, at: result.span, line });
  const labelOf = (option: string) => `${option.charAt(0).toUpperCase()}${option.slice(1).replaceAll("-", " ")}`;
  building.builtLists.set(list, {
    options: options.map((option) => ({ value: option, label: { [building.words.tag]: labelOf(option) } })),
  });
  return { kind: "one-of", list };
}

function retyped(expression: Expression, type: Type | undefined): Expression {
  return type?.kind === "one-of" && expression.op === "literal" ? { ...expression, type } : expression;
}

interface TableLines {
  policy: TableExpression["policy"];
  /** What counts when no row fits. */
  none?: Typed;
  /** The line that says what happens when several rows fit. */
  several?: Line;
  because?: Words;
}

/** Only amounts can be added up, and only what has an order has a highest. */
function isCombined(building: Building, { policy, several }: TableLines, type: Type | undefined, line: Line): boolean {
  if (!type || !several || policy === "first" || policy === "list" || policy === "exactly-one") return true;
  const family = familyOf(type);
  const isAmount = family === "number" || family === "money" || family === "percentage";
  if (isAmount || (policy !== "add" && (family === "date" || family === "time" || family === "month"))) return true;
  const said = policy === "add" ? "what is added up" : `what has a ${policy}`;
  const place = { expression: literal(0, { kind: "number" }), span: several.span };
  const results = { ...place, said: `a result of table ${nameAt(line)?.name ?? ""}`, type };
  sameKinds(building, results, { ...place, said, type: { kind: "number" } }, "of", true);
  return false;
}

function typeOfPolicy(policy: TableExpression["policy"], type: Type | undefined): Type | undefined {
  return type && policy === "list" ? { kind: "list" } : type;
}

function readTableLines(building: Building, line: Line, values: readonly Typed[], at: Situation): TableLines {
  const lines: TableLines = { policy: "exactly-one" };
  const key = { text: at.scope.text, owner: `table ${nameAt(line)?.name}`, slot: "because 1", mayStay: true };
  readLines(building, line.children, {
    "because <t>": (below) => {
      lines.because = wordsOf(building.words, key, quotedAt(below));
    },
    "when several match (use the (first|highest|lowest)|add them up|list them all)": (below) => {
      const named = (["first", "highest", "lowest"] as const).find((word) => says(below, word));
      lines.policy = named ?? (says(below, "add") ? "add" : "list");
      lines.several = below;
    },
    "when none match use <e>": (below) => {
      const node = valueAt(below);
      const isWord = node?.kind === "path" && values.some(({ literal: written }) => written?.kind === "option");
      const cell = node && { kind: "value" as const, negated: false, value: node, span: node.span };
      if (node)
        lines.none = isWord ? resultCell(building, cell, at) : typeValue(building, node, { ...at, line: below });
    },
  });
  return lines;
}
