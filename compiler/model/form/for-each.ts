// `for each child "…"`: more questions about each item of a repeat, which join that item; `for each method of used "…"`: the
// same questions for each choice, in a list of their own whose items have the choice as their id.

import type { Line } from "../../syntax/tree.ts";
import { type Building, placed } from "../building.ts";
import { quotedAt } from "../line.ts";
import { choicesGoneRound, itemGoneRound } from "../names/for-each.ts";
import { insideItem } from "../names/items.ts";
import { dottedOf } from "../readings.ts";
import type { ForEach, Step } from "../shapes.ts";
import { sayInFull } from "../words/said-in-full.ts";
import { wordsOf } from "../words/words-book.ts";
import { allOf, type PageContext, showWhenUnder } from "./page-context.ts";
import type { BuildSteps } from "./repeat.ts";

/** Nothing when what it goes round is not there: that is told already. */
export function buildForEach(building: Building, line: Line, context: PageContext, buildSteps: BuildSteps): Step[] {
  const item = itemGoneRound(building, line, context.scope);
  if (!item) return [];
  const owner = `for each ${item.name}`;
  const title = wordsOf(building.words, { text: context.scope.text, owner, slot: "title" }, quotedAt(line));
  const choices = choicesGoneRound(building, line, context.scope);
  const showWhen = showWhenUnder(building, line, context, owner, building.data.get(`each-${item.name}`)?.order);
  const shown = showWhen === undefined ? context.shown : [...context.shown, showWhen];
  const askedWhen = allOf(building, shown, `${owner}/asked when`, line);
  if (choices) building.asked.set(item.list.join("."), { label: title, ...(askedWhen !== undefined && { askedWhen }) });
  const scope = insideItem(context.scope, item);
  const { steps, checks } = buildSteps(building, line, { scope, shown }, owner);
  const forEach = placed<ForEach>(building, line.span, {
    kind: "for-each",
    name: freeName(building, item.name),
    list: [...item.list],
    itemKey: item.key,
    itemName: item.name,
    title,
    ...(choices && { choices: { list: choices.list, ...(choices.of && { of: dottedOf(choices.of) }) } }),
    ...(showWhen !== undefined && { showWhen }),
    ...(checks.length > 0 && { checks }),
    steps,
  });
  if (item.said.length > 1) sayInFull(building, forEach, scope);
  return [forEach];
}

/** each-child; of a second one for the same item each-child-2. Part of the pages' address. */
function freeName(building: Building, item: string): string {
  const number = (building.goneRound.get(item) ?? 0) + 1;
  building.goneRound.set(item, number);
  return number === 1 ? `each-${item}` : `each-${item}-${number}`;
}
