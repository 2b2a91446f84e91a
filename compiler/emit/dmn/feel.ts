// Parts of rules in FEEL, the expression language of DMN: names, values, and the cells of a decision table (unary tests). What
// cannot be said so that it means the same gives a reason in words; nothing is approximated.
import type { Expression, Type } from "#contract";

/** What cannot be said in FEEL, and why. */
export interface Unsaid {
  readonly why: string;
}

/** Something that a table looks at: an answer, or another rule. */
export interface Operand {
  /** Its name in FEEL: home.postcode, counted.income */
  readonly name: string;
  /** The expression that gives it, dates read from their text: date(born) */
  readonly text: string;
  readonly of:
    | { readonly fact: readonly string[] }
    | { readonly rule: string }
    | { readonly day: "today" | "dateApplied" };
}

/** A test of one operand: its cell, and the same test as a condition on `?`. */
export interface Cell {
  readonly operand: Operand;
  /** As it stands alone in a cell: >= 1, not("electric", null) */
  readonly cell: string;
  /** As one of several tests of the same operand, never null itself: (? != null and ? >= 1) */
  readonly test: string;
  /** Of a bound: which way it goes and at what, so that two make a range. */
  readonly bound?: { readonly end: "from" | "to"; readonly isIncluded: boolean; readonly at: string };
}

/** True for what could not be said. */
export function isUnsaid<T extends object>(value: T | Unsaid): value is Unsaid {
  return "why" in value;
}

/** FEEL's name of a path of keys. Keys are camelCase; FEEL reads them as they are. */
export function nameOf(path: readonly string[]): string {
  return path.join(".");
}

/** Text, a number, yes or no, a day. Lengths of time are not said: months and working days have no common measure in FEEL. */
export function literalText(value: string | number | boolean, type: Type): string {
  if (typeof value !== "string") return String(value);
  const text = JSON.stringify(value);
  return isDay(type) ? `date(${text})` : text;
}

function isDay({ kind }: Type): boolean {
  return kind === "date" || kind === "date-of-birth";
}

/** What a comparison is about, or why it cannot be said. `isDated`: it is compared with a day, so its text is read as one. */
export function operandOf(expression: Expression, isDated: boolean): Operand | Unsaid {
  const read = (name: string): string => (isDated ? `date(${name})` : name);
  switch (expression.op) {
    case "fact": {
      if (expression.item !== undefined) return { why: "it looks at one item of a list" };
      const name = nameOf(expression.path);
      return { name, text: read(name), of: { fact: expression.path } };
    }
    case "rule": {
      const name = ruleName(expression.id);
      return { name, text: read(name), of: { rule: expression.id } };
    }
    case "today":
      return { name: "today", text: read("today"), of: { day: "today" } };
    case "date-applied":
      return { name: "dateApplied", text: read("dateApplied"), of: { day: "dateApplied" } };
    default:
      return { why: `a column works with "${expression.op}"` };
  }
}

/** The name under which a rule's value goes: permit-fee becomes permitFee. */
export function ruleName(id: string): string {
  return id
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== "")
    .map((part, at) => (at === 0 ? part : part[0]?.toUpperCase() + part.slice(1)))
    .join("");
}

/** A value that stands in a cell or as a result. */
export function valueText(expression: Expression): string | Unsaid {
  if (expression.op === "literal") return literalText(expression.value, expression.type);
  if (expression.op !== "fact" && expression.op !== "rule") return { why: `a cell works with "${expression.op}"` };
  const operand = operandOf(expression, false);
  return isUnsaid(operand) ? operand : operand.text;
}

const bounds = {
  "at-least": { sign: ">=", end: "from", isIncluded: true },
  over: { sign: ">", end: "from", isIncluded: false },
  "at-most": { sign: "<=", end: "to", isIncluded: true },
  under: { sign: "<", end: "to", isIncluded: false },
} as const;

/** One test of one operand. What has no answer passes no test but "not asked": null is ruled out where FEEL would let it pass. */
export function cellOf(expression: Expression): Cell | Unsaid {
  switch (expression.op) {
    case "is":
    case "is-not":
    case "at-least":
    case "at-most":
    case "over":
    case "under":
      return comparisonOf(expression.op, expression.left, expression.right);
    case "one-of": {
      const operand = operandOf(expression.value, false);
      if (isUnsaid(operand)) return operand;
      const values = expression.options.map(valueText);
      const unsaid = values.find((value) => typeof value !== "string");
      if (unsaid !== undefined && typeof unsaid !== "string") return unsaid;
      return { operand, cell: values.join(", "), test: `list contains([${values.join(", ")}], ?)` };
    }
    case "includes": {
      const [operand, value] = [operandOf(expression.left, false), valueText(expression.right)];
      if (isUnsaid(operand)) return operand;
      if (typeof value !== "string") return value;
      const test = `? != null and list contains(?, ${value})`;
      return { operand, cell: test, test: `(${test})` };
    }
    case "answered":
      return answeredOf(expression, true);
    case "not":
      return expression.of.op === "answered" ? answeredOf(expression.of, false) : { why: "a cell turns a test round" };
    case "fact":
    case "rule": {
      const operand = operandOf(expression, false);
      return isUnsaid(operand) ? operand : { operand, cell: "true", test: "? = true" };
    }
    default:
      return { why: `a cell works with "${expression.op}"` };
  }
}

function answeredOf(
  { path, item }: { readonly path: readonly string[]; readonly item?: string },
  isThere: boolean,
): Cell | Unsaid {
  const operand = operandOf({ op: "fact", path: [...path], ...(item !== undefined && { item }) }, false);
  if (isUnsaid(operand)) return operand;
  return isThere ? { operand, cell: "not(null)", test: "? != null" } : { operand, cell: "null", test: "? = null" };
}

function comparisonOf(op: keyof typeof bounds | "is" | "is-not", left: Expression, right: Expression): Cell | Unsaid {
  const isDated = right.op === "literal" && isDay(right.type);
  const [operand, value] = [operandOf(left, isDated), valueText(right)];
  if (isUnsaid(operand)) return operand;
  if (typeof value !== "string") return value;
  if (op === "is") return { operand, cell: value, test: `? = ${value}` };
  if (op === "is-not") return { operand, cell: `not(${value}, null)`, test: `(? != null and ? != ${value})` };
  const { sign, end, isIncluded } = bounds[op];
  return {
    operand,
    cell: `${sign} ${value}`,
    test: `(? != null and ? ${sign} ${value})`,
    bound: { end, isIncluded, at: value },
  };
}

/** All tests of one operand in one row, as one cell. */
export function joinCells(cells: readonly Cell[]): string {
  const [one, other, ...more] = cells;
  if (!one) return "-";
  if (!other) return one.cell;
  const from = cells.find(({ bound }) => bound?.end === "from")?.bound;
  const to = cells.find(({ bound }) => bound?.end === "to")?.bound;
  if (more.length === 0 && from && to && isInOrder(from.at, to.at))
    return `${from.isIncluded ? "[" : "("}${from.at}..${to.at}${to.isIncluded ? "]" : ")"}`;
  return cells.map(({ test }) => test).join(" and ");
}

/** A range whose end lies before its start means something else to each engine. */
function isInOrder(from: string, to: string): boolean {
  const [start, end] = [Number(from), Number(to)];
  return Number.isNaN(start) || Number.isNaN(end)
    ? from.startsWith("date(") && to.startsWith("date(") && from < to
    : start < end;
}
