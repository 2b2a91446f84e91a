// What the builders of the form hand down: the scope, and the conditions under which everything here is asked.

import type { Line } from "../../syntax/tree.ts";
import { type Building, keepRule, type Scope, type Situation } from "../building.ts";
import { yesOrNo } from "../expressions/typed.ts";
import { conditionOf } from "../line.ts";
import type { Datum } from "../model.ts";
import type { Expression, Prefill, RuleId, Words } from "../shapes.ts";

export interface PageContext {
  readonly scope: Scope;
  /** Rules of the section, page, group and set around: all must be yes for a question here to be asked. */
  readonly shown: readonly RuleId[];
  /** What an included set is filled from, question by question. */
  readonly prefill?: { readonly from: readonly string[]; readonly mode: Prefill["mode"]; readonly datum: Datum };
  /** Words of a set's questions that the include changes, by question. */
  readonly reworded?: ReadonlyMap<string, Words>;
}

/** Where a condition of the form stands. */
export function formSituation(context: PageContext, line: Line, order: number | undefined): Situation {
  const known: Expression[] = context.shown.map((id) => ({ op: "rule", id }));
  return {
    scope: context.scope,
    line,
    counting: "form",
    known,
    needsAnswers: false,
    ...(order !== undefined && { order }),
  };
}

/** The rule of a `show when` line below, kept under an id that says where it stands. */
export function showWhenUnder(
  building: Building,
  line: Line,
  context: PageContext,
  owner: string,
  order?: number,
): RuleId | undefined {
  const below = line.children.find((child) => child.form === "show when <c>");
  if (!below) return undefined;
  building.read.add(below);
  return conditionRule(building, below, formSituation(context, below, order), `${owner}/show when`);
}

/** The condition of a line as a kept rule. */
export function conditionRule(building: Building, line: Line, at: Situation, wanted: string): RuleId | undefined {
  const node = conditionOf(line);
  if (!node) return undefined;
  const typed = building.typeCondition(building, node, at);
  return keepRule(
    building,
    {
      form: "condition",
      gives: yesOrNo,
      expression: typed.expression,
      at: node.span,
      broken: !typed.type,
      ...(at.scope.item && { item: at.scope.item.key }),
    },
    wanted,
  );
}

/** One rule that is yes when all of these are; the only one stands for itself. */
export function allOf(
  building: Building,
  ids: readonly RuleId[],
  wanted: string,
  { span }: Pick<Line, "span">,
): RuleId | undefined {
  const [only] = ids;
  if (only === undefined || ids.length === 1) return only;
  return keepRule(
    building,
    {
      form: "condition",
      gives: yesOrNo,
      expression: { op: "and", parts: ids.map((id) => ({ op: "rule", id })) },
      at: span,
      broken: ids.some((id) => building.rules.get(id)?.broken === true),
    },
    wanted,
  );
}
