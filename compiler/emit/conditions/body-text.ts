// The statements of one rule: a test for yes and one for no, or the choices of a table one after the other.
import type { ComparisonExpression, Expression, Rule, TableExpression } from "#contract";
import type { Place } from "./access.ts";
import {
  allText,
  type Condition,
  comparisons,
  isAlwaysKnown,
  isCondition,
  plainPath,
  testText,
} from "./condition-text.ts";
import { bare, call, comment, indent } from "./layout.ts";
import { choicesOf, valueText } from "./value-text.ts";
import { isWhole } from "./whole-coins.ts";

type Rules = Readonly<Record<string, Rule>>;

/** The statements of a rule, each on its own line or lines; the last one always returns. */
export function bodyText({ expression, gives }: Rule, rules: Rules, place: Place): string[] {
  if (isCondition(expression)) return conditionLines(expression, place);
  const finish = (part: Expression): string => {
    const text = valueText(part, place);
    return gives.kind !== "money" || isWhole(part, rules) ? text : call(place.use("wholeCoins"), text);
  };
  if (expression.op === "table" && (expression.policy === "exactly-one" || expression.policy === "first")) {
    return tableLines(expression, finish, place);
  }
  const choices =
    expression.op === "exceptions" || expression.op === "dated" ? choicesOf(expression, place, finish) : undefined;
  if (!choices) return [`return ${finish(expression)};`];
  const lines = choices.cases.map(
    ({ test, value, note }) => `if (${bare(test)}) return ${value};${note ? ` ${comment(note)}` : ""}`,
  );
  return [...lines, `return ${choices.otherwise};`];
}

function conditionLines(condition: Condition, place: Place): string[] {
  const equality = condition.op === "is" || condition.op === "is-not" ? equalityText(condition, place) : undefined;
  if (equality !== undefined) return [equality];
  const yes = testText(condition, true, place, valueText);
  if (isAlwaysKnown(condition)) return [`return ${bare(yes)};`];
  const no = testText(condition, false, place, valueText);
  return [`if (${bare(yes)}) return true;`, `if (${bare(no)}) return false;`, "return undefined;"];
}

/** What is compared with a literal is known as soon as it is there. */
function equalityText({ op, left, right }: ComparisonExpression, place: Place): string | undefined {
  if (right.op !== "literal") return undefined;
  const [one, other] = [valueText(left, place), valueText(right, place)];
  // Read once more, so that it gets a constant of its own.
  return plainPath.test(one)
    ? `return ${one} === undefined ? undefined : ${one} ${op === "is" ? "===" : "!=="} ${other};`
    : undefined;
}

/** The rows of a table where one counts. What every row needs is asked for once, above them. */
function tableLines(
  { rows, otherwise }: TableExpression,
  finish: (part: Expression) => string,
  place: Place,
): string[] {
  const needed =
    otherwise || rows.length < 2
      ? []
      : neededByAll(
          rows.map(({ when }) => partsOf(when)),
          place,
        );
  const inside: Place = { ...place, present: new Set(needed) };
  const written = rows.map(({ when, value }) => ({
    tests: partsOf(when).map((part) => testText(part, true, inside, valueText)),
    value: finish(value),
  }));
  return [
    ...(needed.length > 0
      ? [`if (${needed.map((one) => `${one} === undefined`).join(" || ")}) return undefined;`]
      : []),
    ...rowLines(written),
    `return ${otherwise ? finish(otherwise) : "undefined"};`,
  ];
}

/** The cells of a row. */
function partsOf(when: Expression): readonly Expression[] {
  return when.op === "and" ? when.parts : [when];
}

/** The values that every row compares with something of its own: while one is missing, no row fits. */
function neededByAll(rows: readonly (readonly Expression[])[], place: Place): string[] {
  const [first = [], ...others] = rows.map((parts) => parts.flatMap((part) => neededBy(part, place)));
  return [...new Set(first)].filter((one) => plainPath.test(one) && others.every((row) => row.includes(one)));
}

function neededBy(part: Expression, place: Place): string[] {
  if (!isCondition(part)) return [];
  if (part.op === "and") return part.parts.flatMap((inner) => neededBy(inner, place));
  if (part.op === "one-of") return part.options.every(isLiteral) ? [valueText(part.value, place)] : [];
  return part.op in comparisons && "right" in part && isLiteral(part.right) ? [valueText(part.left, place)] : [];
}

function isLiteral({ op }: Expression): boolean {
  return op === "literal";
}

interface Row {
  readonly tests: readonly string[];
  readonly value: string;
}

/** Rows one after the other. Neighbours that begin with the same cell stand together, so that it is tested once. */
function rowLines(rows: readonly Row[]): string[] {
  const lines: string[] = [];
  for (let at = 0; at < rows.length; ) {
    const [first, ...rest] = rows[at]?.tests ?? [];
    let end = at + 1;
    while (end < rows.length && first !== undefined && rows[end]?.tests[0] === first) end += 1;
    const together = rows.slice(at, end);
    if (together.length > 1 && rest.length > 0) {
      const inner = rowLines(together.map(({ tests, value }) => ({ tests: tests.slice(1), value })));
      lines.push(`if (${bare(first ?? "")}) {\n${indent(inner.join("\n"))}\n}`);
    } else lines.push(...together.map(rowLine));
    at = end;
  }
  return lines;
}

function rowLine({ tests, value }: Row): string {
  return tests.length === 0 ? `return ${value};` : `if (${bare(allText(tests))}) return ${value};`;
}
