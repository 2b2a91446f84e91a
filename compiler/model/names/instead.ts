// What may stand in the place of an answer, as names: a box beside it, and how a file comes that is not uploaded.

import type { Line } from "../../syntax/tree.ts";
import { type Building, keepRule, type Scope } from "../building.ts";
import { nameAt, wordOf } from "../line.ts";
import type { Item } from "../model.ts";
import type { Expression, Key, RuleId } from "../shapes.ts";
import { keyOf } from "./keys.ts";
import { declareDatum } from "./names.ts";
import { saidOf } from "./said.ts";

/** Declares what the lines under a question name: `instead no-number`, and for `can be …` the name with -how. */
export function declareInstead(building: Building, line: Line, scope: Scope, order: number | undefined): void {
  const question = nameAt(line)?.name ?? "";
  const base = {
    ...(scope.item && { item: scope.item }),
    from: "question" as const,
    ...(order !== undefined && { order }),
  };
  for (const below of line.children) {
    const name = below.form === "instead <n> <t>" ? nameAt(below) : undefined;
    if (!name) continue;
    const said = saidOf([...scope.said, name.name]);
    const path = [...scope.path, keyOf(name.name)];
    const answer = [...scope.path, keyOf(question)];
    const optional = line.children.some(({ form }) => form === "optional" || form === "required when <c>");
    const rule = insteadRule(building, said, name.name, { path, answer, item: scope.item }, below);
    const type = { kind: "yes-or-no" as const };
    declareDatum(building, { ...base, said, path, at: name.span, line: below, type, optional, rule });
  }
  if (!line.children.some((below) => wordOf(below) === "can" && below.form !== undefined)) return;
  const how = `${question}-how`;
  declareDatum(building, {
    ...base,
    said: saidOf([...scope.said, how]),
    path: [...scope.path, keyOf(how)],
    line,
    optional: true,
    type: { kind: "one-of", list: ":how-it-comes" },
  });
}

interface Box {
  readonly path: readonly Key[];
  readonly answer: readonly Key[];
  readonly item: Item | undefined;
}

/** Yes when the box is ticked, no when there is an answer, else not known: known as soon as the question is complete. */
function insteadRule(building: Building, said: string, name: string, { path, answer, item }: Box, line: Line): RuleId {
  const of = item && { item: item.key };
  const ticked: Expression = {
    op: "is",
    left: { op: "fact", path: [...path], ...of },
    right: { op: "literal", value: true, type: { kind: "yes-or-no" } },
  };
  const expression: Expression = {
    op: "and",
    parts: [ticked, { op: "not", of: { op: "answered", path: [...answer], ...of } }],
  };
  const rule = { name, form: "decide" as const, gives: { kind: "yes-or-no" as const }, expression, at: line.span };
  return keepRule(building, { ...rule, ...of, broken: false }, said);
}
