// Which values are whole numbers or nothing by what they are made of, so that money need not be rounded once more.
import type { Expression, Rule } from "#contract";

/** True when a value can only be a whole number (never -0), or no number at all. A fact is what was sent: never sure. */
export function isWhole(expression: Expression, rules: Readonly<Record<string, Rule>>): boolean {
  const whole = (part: Expression | undefined): boolean => part === undefined || isWhole(part, rules);
  switch (expression.op) {
    case "literal":
      return (
        typeof expression.value !== "number" ||
        (Number.isInteger(expression.value) && expression.value !== 0) ||
        Object.is(expression.value, 0)
      );
    case "rule":
      // What gives money has been rounded by the rule itself.
      return rules[expression.id]?.gives.kind === "money";
    case "count":
    case "entries":
    case "characters":
    case "word-count":
    case "since":
      return true;
    case "add":
    case "subtract":
    case "times":
    case "else":
      return whole(expression.left) && whole(expression.right);
    case "bounded":
      return whole(expression.value) && whole(expression.below) && whole(expression.above);
    case "exceptions":
      return expression.cases.every(({ value }) => whole(value)) && whole(expression.otherwise);
    case "dated":
      return expression.entries.every(({ value }) => whole(value));
    default:
      return false;
  }
}
