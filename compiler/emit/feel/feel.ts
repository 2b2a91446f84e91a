// Parts of FEEL, the expression language of DMN and of Camunda 8: names, values, and what is compared. Cells of tables and conditions of
// ways are made of them. What cannot be said so that it means the same gives a reason in words; nothing is approximated.
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

/** True for what could not be said. */
export function isUnsaid<T extends object>(value: T | Unsaid): value is Unsaid {
  return "why" in value;
}

/** FEEL's name of a path of keys. Keys are camelCase; FEEL reads them as they are. */
export function nameOf(path: readonly string[]): string {
  return path.join(".");
}

/** Words of the language, and functions of it: a missing answer of that name would be taken for the function. */
const words = new Set(
  "and or in not if then else for return some every satisfies between instance of true false null function".split(" "),
);
const functions = new Set(
  (
    "abs after all any append before ceiling coincides concatenate contains context count date decimal duration during even exp finishes " +
    "flatten floor get includes insert is list log max mean median meets min mode modulo now number odd overlaps partition product range " +
    "remove replace reverse sort split sqrt starts stddev string sublist substring sum time today trim union uuid"
  ).split(" "),
);

/** True for a path that FEEL reads as the answer it is. */
export function canName(path: readonly string[]): boolean {
  return path.every((key) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(key) && !words.has(key)) && !functions.has(path[0] ?? "");
}

/** Text, a number, yes or no, a day. Lengths of time are not said: months and working days have no common measure in FEEL. */
export function literalText(value: string | number | boolean, type: Type): string {
  if (typeof value !== "string") return String(value);
  const text = JSON.stringify(value);
  return isDay(type) ? `date(${text})` : text;
}

/** Days are text with us and days in FEEL: their text is read. */
export function isDay({ kind }: Type): boolean {
  return kind === "date" || kind === "date-of-birth";
}

/** What a comparison is about, or why it cannot be said. `isDated`: it is compared with a day, so its text is read as one. */
export function operandOf(expression: Expression, isDated: boolean): Operand | Unsaid {
  const read = (name: string): string => (isDated ? `date(${name})` : name);
  switch (expression.op) {
    case "fact": {
      if (expression.item !== undefined) return { why: "it looks at one item of a list" };
      const name = nameOf(expression.path);
      if (!canName(expression.path)) return { why: `FEEL cannot read an answer called "${name}"` };
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
