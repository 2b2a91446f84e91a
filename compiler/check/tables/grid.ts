// A decision table as a grid: each input column cut into pieces at the values that its cells name, each row a box over those
// pieces. Answers that are not there are a piece of their own. Pieces that nobody can have are left out.
import type { Model } from "../../model/model.ts";
import type { Expression, TableExpression, Type } from "../../model/shapes.ts";
import { factVariable, ruleVariable } from "../proof/facts.ts";
import { afterForm } from "../proof/form-places.ts";
import { allOf, always, among, anyOf, type Formula, lineHolds, opposite } from "../proof/formula.ts";
import { isWholeType, kindOfType } from "../proof/kind-of.ts";
import { constant, differenceOf, isConstant, variable } from "../proof/linear.ts";
import type { Prover, Provers } from "../proof/prove.ts";
import { compared, minus, one, type Rational } from "../proof/rational.ts";
import type { Translation } from "../proof/translation.ts";
import { absent, otherWords, there } from "../proof/vocabulary.ts";
import { type Amounts, amountFits, type Bound, isComparison, type Piece, stretchOf } from "./pieces.ts";
import { allPieces, intersection, type Ranges, rangesOf } from "./ranges.ts";
import type { Box } from "./sweep.ts";

export interface Column {
  readonly key: string;
  /** As the author says it. */
  readonly said: string;
  readonly type: Type;
  readonly pieces: readonly Piece[];
  /** The column's value lies in these pieces. */
  within(ranges: Ranges): Formula;
}

export interface Grid {
  readonly columns: readonly Column[];
  readonly rows: readonly Box[];
  /** For each row that nobody can use whatever the other rows are: the column at fault. */
  readonly empty: ReadonlyMap<number, Column>;
  readonly prover: Prover;
  /** Nothing that is known ties one column to another: every box of possible pieces is possible. */
  readonly independent: boolean;
}

/** One test of a cell. */
interface Test {
  readonly input: Expression;
  /** The input in one text, to find its column by. */
  readonly key: string;
  readonly condition: Expression;
}

/** Undefined when a cell compares with something that is not written out: then the rows are compared as conditions. */
export function buildGrid(provers: Provers, table: TableExpression): Grid | undefined {
  const prover = provers.at({ turn: afterForm });
  const tests = table.rows.map((row) => testsOf(row.when));
  if (tests.some((row) => row === undefined)) return undefined;
  const inputs = new Map<string, Expression>();
  for (const row of tests) for (const { key, input } of row ?? []) inputs.set(key, input);
  const columns: Column[] = [];
  for (const [key, input] of inputs) {
    const own = tests.flatMap((row) => (row ?? []).filter((test) => test.key === key));
    const column = buildColumn(provers.model, prover, key, input, own);
    if (!column) return undefined;
    columns.push(column);
  }
  const empty = new Map<number, Column>();
  const cells = columns.map((column) => cellReader(prover.t, column));
  const rows = tests.map((row, index) =>
    columns.map((column, at) => {
      const ranges = cells[at]?.((row ?? []).filter((test) => test.key === column.key)) ?? [];
      if (ranges.length === 0) empty.set(index, column);
      return ranges;
    }),
  );
  const independent = provers.places.gates.length === 0 && areApart(prover.t, columns);
  return { columns, rows, empty, prover, independent };
}

/** No variable is known of by two columns. */
function areApart(t: Translation, columns: readonly Column[]): boolean {
  const seen = new Set<string>();
  for (const column of columns) {
    const own = t.vocabulary.reach([column.within(allPieces(column.pieces.length))], 8);
    for (const name of own) {
      if (seen.has(name)) return false;
      seen.add(name);
    }
  }
  return true;
}

/** The pieces that fit the tests of a cell; cells with the same words are worked out once. */
function cellReader(t: Translation, { pieces }: Column): (tests: readonly Test[]) => Ranges {
  const made = new Map<string, Ranges>();
  const amounts = pieces.filter((piece) => piece.kind === "amounts");
  return (tests) => {
    const key = JSON.stringify(tests.map(({ condition }) => condition));
    const ranges =
      made.get(key) ??
      stretchIn(t, amounts, tests) ??
      rangesOf(pieces.length, (at) => {
        const piece = pieces[at];
        return piece !== undefined && tests.every(({ condition }) => fits(t, condition, piece));
      });
    made.set(key, ranges);
    return ranges;
  };
}

/** Amounts come first among the pieces, in order. Undefined where a test is no comparison of amounts. */
function stretchIn(t: Translation, amounts: readonly Amounts[], tests: readonly Test[]): Ranges | undefined {
  if (amounts.length === 0 || tests.length === 0) return undefined;
  let fitting = allPieces(amounts.length);
  for (const { condition } of tests) {
    if (!isComparison(condition.op) || !("left" in condition)) return undefined;
    const [amount] = t.amounts(condition.right);
    if (!amount) return undefined;
    fitting = intersection(fitting, stretchOf(amounts, condition.op, amount.sum.constant));
  }
  return fitting;
}

/** All answers that anybody can have. */
export function wholeOf(grid: Grid): Box {
  return grid.columns.map((column) => allPieces(column.pieces.length));
}

/** The answers of a box as a formula. */
export function formulaOf(grid: Grid, box: Box): Formula {
  return allOf(grid.columns.map((column, at) => column.within(box[at] ?? [])));
}

/** The tests of a row; undefined for what no cell says. */
function testsOf(when: Expression): Test[] | undefined {
  if (when.op === "literal") return [];
  const parts = when.op === "and" ? when.parts : [when];
  const tests: Test[] = [];
  for (const part of parts) {
    if (part.op === "and") {
      const inner = testsOf(part);
      if (!inner) return undefined;
      tests.push(...inner);
    } else if (part.op === "not" && part.of.op === "answered") {
      const { path, item } = part.of;
      const input: Expression = { op: "fact", path, ...(item !== undefined && { item }) };
      tests.push({ input, key: JSON.stringify(input), condition: part });
    } else if ("left" in part && (part.left.op === "fact" || part.left.op === "rule"))
      tests.push({ input: part.left, key: JSON.stringify(part.left), condition: part });
    else return undefined;
  }
  return tests;
}

function buildColumn(
  model: Model,
  prover: Prover,
  key: string,
  input: Expression,
  tests: readonly Test[],
): Column | undefined {
  const { t } = prover;
  const datum =
    input.op === "fact"
      ? t.datumOf(input.path, input.item)
      : model.data.find((one) => input.op === "rule" && one.rule === input.id);
  if (!datum?.type || (input.op !== "fact" && input.op !== "rule")) return undefined;
  const kind = kindOfType(datum.type);
  if (kind !== "number" && kind !== "choice" && kind !== "yes-no") return undefined;
  const pieces = kind === "number" ? amountPieces(t, datum.type, tests) : choicePieces(t, input, kind, tests);
  if (!pieces) return undefined;
  const within = (all: readonly Piece[]) => piecesFormula(t, input, kind, all);
  const possible = possiblePieces(prover, pieces, (piece) => within([piece]));
  return {
    key,
    said: datum.said,
    type: datum.type,
    pieces: possible,
    within: (ranges) => anyOf(stretches(possible, ranges).map(within)),
  };
}

/** Neighbouring amounts are said as one stretch; choices together. */
function stretches(pieces: readonly Piece[], ranges: Ranges): (readonly Piece[])[] {
  const all: (readonly Piece[])[] = [];
  for (let at = 0; at < ranges.length; at += 2) {
    const own = pieces.slice(ranges[at], (ranges[at + 1] ?? -1) + 1);
    const amounts = own.filter((piece) => piece.kind === "amounts");
    if (amounts.length > 0) all.push(amounts);
    const others = own.filter((piece) => piece.kind !== "amounts");
    if (others.length > 0) all.push(others);
  }
  return all;
}

function piecesFormula(t: Translation, input: Expression, kind: string, pieces: readonly Piece[]): Formula {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (!first || !last) return { kind: "or", parts: [] };
  if (kind === "yes-no" && input.op === "rule")
    return anyOf(
      pieces.map((piece) =>
        piece.kind === "choice"
          ? piece.value === "yes"
            ? t.yes(input)
            : t.no(input)
          : allOf([t.yes(input), t.no(input)].map(opposite)),
      ),
    );
  const name = variableOf(t, input);
  if (first.kind !== "amounts" || last.kind !== "amounts")
    return among(
      name,
      pieces.map((piece) => (piece.kind === "choice" ? piece.value : absent)),
    );
  return allOf([
    among(name, [there]),
    first.low ? boundHolds(name, first.low, "low") : always,
    last.high ? boundHolds(name, last.high, "high") : always,
  ]);
}

function boundHolds(name: string, { value, included }: Bound, side: "low" | "high"): Formula {
  const [own, limit] = [variable(name, one), constant(value)];
  const sum = side === "low" ? differenceOf(own, limit) : differenceOf(limit, own);
  return lineHolds({ sum, strict: !included });
}

function variableOf(t: Translation, input: Expression): string {
  if (input.op === "rule") return ruleVariable(t, input.id);
  return input.op === "fact" ? factVariable(t, input.path, input.item) : "";
}

/** Cuts the numbers at every value that a cell names; whole numbers have nothing between neighbours. */
function amountPieces(t: Translation, type: Type, tests: readonly Test[]): Piece[] | undefined {
  const values: Rational[] = [];
  for (const { condition } of tests) {
    if (!("left" in condition)) continue;
    const [amount, second] = t.amounts(condition.right);
    if (!amount || second || !isConstant(amount.sum)) return undefined;
    values.push(amount.sum.constant);
  }
  values.sort(compared);
  const cuts = values.filter((value, at) => at === 0 || compared(value, values[at - 1] ?? value) !== 0);
  const isWhole = isWholeType(type);
  const pieces: Piece[] = [];
  cuts.forEach((value, at) => {
    const before = cuts[at - 1];
    const high: Bound = { value, included: false };
    const hasRoom = !before || !isWhole || compared(minus(value, before), one) > 0;
    if (hasRoom) pieces.push({ kind: "amounts", high, ...(before && { low: { value: before, included: false } }) });
    pieces.push({ kind: "amounts", low: { value, included: true }, high: { value, included: true } });
  });
  const last = cuts.at(-1);
  pieces.push({ kind: "amounts", ...(last && { low: { value: last, included: false } }) });
  return [...pieces, { kind: "absent" }];
}

function choicePieces(t: Translation, input: Expression, kind: string, tests: readonly Test[]): Piece[] | undefined {
  if (kind === "yes-no")
    return [...["yes", "no"].map((value): Piece => ({ kind: "choice", value })), { kind: "absent" }];
  const name = variableOf(t, input);
  for (const { condition } of tests) {
    if (!("left" in condition)) continue;
    if (condition.right.op !== "literal") return undefined;
    if (t.vocabulary.valuesOf(name).includes(otherWords)) t.vocabulary.widen(name, String(condition.right.value));
  }
  const values = t.vocabulary.valuesOf(name);
  return values.map((value) => (value === absent ? { kind: "absent" } : { kind: "choice", value }));
}

/** More pieces than this are not each proved possible: only the outermost, and those in between follow. */
const mostProved = 120;

function possiblePieces(prover: Prover, pieces: readonly Piece[], formula: (piece: Piece) => Formula): Piece[] {
  const isPossible = (piece: Piece) => prover.canBe(formula(piece)).verdict !== "none";
  if (pieces.length <= mostProved) return pieces.filter(isPossible);
  const amounts = pieces.filter((piece) => piece.kind === "amounts");
  const others = pieces.filter((piece) => piece.kind !== "amounts").filter(isPossible);
  const first = amounts.findIndex(isPossible);
  const last = amounts.findLastIndex(isPossible);
  return [...(first < 0 ? [] : amounts.slice(first, last + 1)), ...others];
}

/** Does the piece as a whole fit the test of a cell? Pieces are cut so that it fits wholly or not at all. */
function fits(t: Translation, condition: Expression, piece: Piece): boolean {
  if (condition.op === "not") return piece.kind === "absent";
  if (piece.kind === "absent" || !("left" in condition)) return false;
  if (piece.kind === "choice") {
    const { right } = condition;
    const said =
      right.op === "literal" ? (right.value === true ? "yes" : right.value === false ? "no" : String(right.value)) : "";
    return condition.op === "is-not" ? piece.value !== said : piece.value === said;
  }
  const [amount] = t.amounts(condition.right);
  return amount ? amountFits(condition.op, piece, amount.sum.constant) : false;
}
