// Opens a value up to where its exceptions, rows, dates and "else" lead, each with the condition under which that is the
// value. The conditions exclude each other. Says nothing about what the values are.
import { dayNumber } from "#support/dates.ts";
import type { Expression } from "../../model/shapes.ts";
import { declareDays } from "./days.ts";
import { allOf, type Formula, lineHolds, opposite } from "./formula.ts";
import { constant, differenceOf, variable } from "./linear.ts";
import { one, rational } from "./rational.ts";
import type { Leaf, Translation } from "./translation.ts";

/** A table with more rows than this is not opened up inside a value; the checks of tables look at it whole. */
const mostRows = 60;

/** Undefined for a value that is not opened up: too many rows, or rows that are added or compared. */
export function leavesOf(t: Translation, value: Expression): Leaf[] | undefined {
  switch (value.op) {
    case "exceptions":
      return inOrder(
        value.cases.map((one) => ({ when: t.yes(one.when), value: one.value })),
        value.otherwise,
      );
    case "table":
      if (value.rows.length > mostRows || (value.policy !== "exactly-one" && value.policy !== "first"))
        return undefined;
      return inOrder(
        value.rows.map((row) => ({ when: t.yes(row.when), value: row.value })),
        value.otherwise,
      );
    case "dated":
      declareDays(t);
      return datedLeaves(value);
    case "else": {
      const isThere = t.isThere(value.left);
      return [
        { when: isThere, value: value.left },
        { when: opposite(isThere), value: value.right },
      ];
    }
    default:
      return [];
  }
}

/** The first that applies counts. */
function inOrder(ways: readonly Leaf[], otherwise: Expression | undefined): Leaf[] {
  const before: Formula[] = [];
  const leaves: Leaf[] = [];
  for (const { when, value } of ways) {
    leaves.push({ when: allOf([when, ...before]), value });
    before.push(opposite(when));
  }
  return otherwise ? [...leaves, { when: allOf(before), value: otherwise }] : leaves;
}

/** The value of an amount from its day on, until the next one begins. */
function datedLeaves({ entries }: Expression & { op: "dated" }): Leaf[] {
  const sorted = [...entries].sort((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.map(({ from, value }, index) => {
    const next = sorted[index + 1];
    const until = next ? [opposite(isFrom(next.from))] : [];
    return { when: allOf([isFrom(from), ...until]), value };
  });
}

function isFrom(date: string): Formula {
  const day = rational(BigInt(dayNumber(date) ?? 0));
  return lineHolds({ sum: differenceOf(variable("date-applied", one), constant(day)), strict: false });
}
