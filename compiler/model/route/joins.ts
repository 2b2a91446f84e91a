// `when all are done …`: ways out of a stage that count its checks. Each is a rule like every other way out, and reads how
// far the checks are as a fact of the case.

import type { Line } from "../../syntax/tree.ts";
import { type Building, keepRule, placed } from "../building.ts";
import { yesOrNo } from "../expressions/typed.ts";
import { conditionRule } from "../form/page-context.ts";
import { nameAfter, numberAfter, says } from "../line.ts";
import { findName } from "../names/names.ts";
import type { Expression, Stage } from "../shapes.ts";
import { ruleSituation } from "./rule-situation.ts";

type Exit = Stage["exits"][number];

/** The form of the lines. */
export const joinForm = "when (all|any|<num>) are done [and <c>] [then] go to <n>";

/** How many checks a line waits for. */
export function doneOf(line: Line): NonNullable<Exit["done"]> | undefined {
  if (line.form !== joinForm) return undefined;
  if (says(line, "when", "all")) return "all";
  return says(line, "when", "any") ? "any" : numberAfter(line, "when");
}

/** One way out; undefined when the place it names is not there. */
export function buildJoin(building: Building, line: Line, wanted: string): Exit | undefined {
  const done = doneOf(line);
  const goTo = findName(building, "stage", nameAfter(line, "go", "to"));
  const hasMore = line.parts.some((part) => part.slot === "c");
  const and = hasMore ? conditionRule(building, line, ruleSituation(building, line), `${wanted} and`) : undefined;
  if (done === undefined || goTo === undefined || (hasMore && and === undefined)) return undefined;
  const count = factOf(building, done);
  const more = and === undefined ? undefined : building.rules.get(and);
  const expression: Expression = more ? { op: "and", parts: [count, ...partsOf(more.expression)] } : count;
  const broken = more?.broken === true;
  const when = keepRule(building, { form: "condition", gives: yesOrNo, expression, at: line.span, broken }, wanted);
  return placed(building, line.span, { when, goTo, done, ...(and !== undefined && { and }) });
}

/** What is asked beside the count stands in the rule itself, so that people read it in the author's words. */
function partsOf(expression: Expression): readonly Expression[] {
  return expression.op === "and" ? expression.parts : [expression];
}

/** The fact is called as the line says it, so that every screen that says a rule says "all are done". */
function factOf(building: Building, done: NonNullable<Exit["done"]>): Expression {
  const said = `${done} are done`;
  const path = ["case", done === "all" ? "allDone" : done === "any" ? "anyDone" : `done${done}`];
  if (!building.data.has(said)) building.data.set(said, { said, path, from: "case", type: yesOrNo });
  return { op: "fact", path };
}

/** Those that ask more than a count of checks come first, so that the bare one does not take their cases (R4). */
export function inOrder(exits: readonly Exit[]): Exit[] {
  const isBare = ({ done, and }: Exit): boolean => done !== undefined && and === undefined;
  return [...exits.filter((exit) => !isBare(exit)), ...exits.filter(isBare)];
}
