// Lists of choices with their words.

import type { Line } from "../../syntax/tree.ts";
import { type Building, placed } from "../building.ts";
import { conditionRule, formSituation } from "../form/page-context.ts";
import { nameAt, quotedAt, says } from "../line.ts";
import type { List, RuleId } from "../shapes.ts";
import { wordsOf } from "../words/words-book.ts";

/** `list <n>`: its bullets in their order. */
export function buildList(building: Building, line: Line, text: string): void {
  const name = nameAt(line);
  if (!name || building.builtLists.has(name.name)) return;
  const options = buildOptions(building, line, text, `list ${name.name}`);
  building.builtLists.set(name.name, placed(building, line.span, { options }));
}

/** The rule of a line below a choice; `what` says which one. */
type RuleOf = (line: Line, what: string) => RuleId | undefined;

/** A list of its own belongs to no question, so its choices depend on what stands for everybody. */
function forEverybody(building: Building, text: string, owner: string): RuleOf {
  const scope = { said: [], path: [], bare: false, text };
  return (line, what) =>
    conditionRule(building, line, formSituation({ scope, shown: [] }, line, undefined), `${owner}/${what}`);
}

/** The bullets below a list, or below a question that brings its own choices. */
export function buildOptions(
  building: Building,
  line: Line,
  text: string,
  owner: string,
  ruleOf: RuleOf = forEverybody(building, text, owner),
): List["options"] {
  const options: List["options"] = [];
  for (const bullet of line.children) {
    const name = bullet.form === "- <n> <t> [, on its own]" ? nameAt(bullet) : undefined;
    if (!name) continue;
    building.read.add(bullet);
    const slot = `- ${name.name}`;
    const hint = bullet.children.find((child) => child.form === "hint <t>");
    if (hint) building.read.add(hint);
    const when = bullet.children.find((child) => child.form === "show when <c>");
    if (when) building.read.add(when);
    const showWhen = when && ruleOf(when, `${slot}/show when`);
    options.push(
      placed(building, bullet.span, {
        value: name.name,
        label: wordsOf(building.words, { text, owner, slot }, quotedAt(bullet)),
        ...(hint && { hint: wordsOf(building.words, { text, owner, slot: `${slot} hint` }, quotedAt(hint)) }),
        ...(says(bullet, "on", "its", "own") && { onItsOwn: true }),
        ...(showWhen !== undefined && { showWhen }),
      }),
    );
  }
  return options;
}
