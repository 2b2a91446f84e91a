// FW421: an amount whose first value comes after the version starts: until then nothing that rests on it can be worked out.

import { showDate } from "#support/show-parts.ts";
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem, Span } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { readDate } from "../../syntax/nodes.ts";
import { change, lineHolding, textAt } from "../text-edits.ts";

/** Only once the version's first day is written: before, no day is known. */
export function checkAmountStartsLate(model: Model): Problem[] {
  const { starts } = model.version;
  if (!model.tree.lines.some((line) => line.children.some(({ form }) => form === "version <num> starts <date>")))
    return [];
  return [...model.rules.values()].flatMap((rule) => {
    if (rule.expression.op !== "dated" || rule.broken) return [];
    const days = rule.expression.entries.map(({ from }) => from).sort();
    const [first] = days;
    if (first === undefined || first <= starts) return [];
    const args = { name: rule.name ?? rule.id, first: showDate(first, "en-GB") };
    const explanation = [
      `This version starts on ${showDate(starts, "en-GB")}. Applications sent before ${args.first} have no value for it.`,
    ];
    const fixes = startsEarlier(model, rule.at, starts, first);
    return problems.amountStartsLate(rule.at, args, { explanation, fixes });
  });
}

/** The first value holds from the version's first day. */
function startsEarlier({ tree, trees }: Model, amount: Span, starts: string, first: string): Fix[] {
  const line = lineHolding(tree.lines, amount);
  const dates = line?.children.flatMap((child) => child.parts.filter(({ slot }) => slot === "date")) ?? [];
  const date = dates.find(({ span }) => readDate(textAt(trees, span)) === first);
  return date ? [change(trees, date.span, showDate(starts, "en-GB"))] : [];
}
