// Named rules: calculate, decide, amount, and the results of tables. Each is worked out when first read, so order does not matter.

import type { Line, Word } from "../../syntax/tree.ts";
import { type Building, freeRuleId, type Scope, type Situation } from "../building.ts";
import { typeCondition } from "../expressions/condition.ts";
import type { Typed } from "../expressions/typed.ts";
import { conditionOf, nameAt, wordOf } from "../line.ts";
import type { BuiltRule } from "../model.ts";
import { serviceScope } from "../names/declare.ts";
import { keyOf } from "../names/keys.ts";
import { declareDatum } from "../names/names.ts";
import { saidOf } from "../names/said.ts";
import { wordsOfName } from "../words/words-book.ts";
import { typeAmount } from "./amount.ts";
import { typeCalculate } from "./calculate.ts";
import { judgeTable, resultsOf, typeTable } from "./table.ts";
import type { WorkedOut } from "./worked-out.ts";

/** Declares every named rule of the text and how it is worked out. */
export function declareRules(building: Building, lines: readonly Line[]): void {
  const scope = serviceScope(building);
  for (const line of lines) {
    const name = nameAt(line);
    if (line.form === undefined || !name) continue;
    if (wordOf(line) === "amount") declare(building, scope, line, name, "amount", () => typeAmount(building, line));
    if (wordOf(line) === "table") building.tables.push(line);
    if (wordOf(line) === "table")
      for (const result of resultsOf(line))
        declare(building, scope, line, result, "table", (at) => typeTable(building, line, result, at));
    declareWorkedOut(building, scope, line, name);
  }
}

/** `calculate` or `decide` inside a repeat: a value of one item, read outside as "sum of pension's yearly". */
export function declareItemRule(building: Building, line: Line, scope: Scope): void {
  const name = nameAt(line);
  if (line.form !== undefined && name) declareWorkedOut(building, scope, line, name);
}

function declareWorkedOut(building: Building, scope: Scope, line: Line, name: Word): void {
  if (wordOf(line) === "calculate")
    declare(building, scope, line, name, "calculate", (at) => typeCalculate(building, line, at));
  if (wordOf(line) === "decide") declare(building, scope, line, name, "decide", (at) => typeDecide(building, line, at));
}

function typeDecide(building: Building, line: Line, at: Situation): WorkedOut {
  building.read.add(line);
  const node = conditionOf(line);
  const typed: Typed | undefined = node && typeCondition(building, node, at);
  return { expression: typed?.expression ?? { op: "today" }, type: typed?.type };
}

function declare(
  building: Building,
  scope: Scope,
  line: Line,
  name: Word,
  form: BuiltRule["form"],
  workOut: (at: Situation) => WorkedOut,
): void {
  const said = saidOf([...scope.said, name.name]);
  const id = freeRuleId(building, said);
  const before = building.data.get(said);
  const owner = `${wordOf(line)} ${nameAt(line)?.name}`;
  const label = wordsOfName(building.words, { text: scope.text, owner, slot: "title" }, name.name);
  declareDatum(building, {
    said,
    path: [...scope.path, keyOf(name.name)],
    ...(scope.item && { item: scope.item }),
    from: "rule",
    at: name.span,
    line,
    type: undefined,
    rule: id,
    ...(label && { label }),
  });
  if (before) return;
  const at: Situation = {
    scope,
    line,
    counting: "rules",
    known: [],
    needsAnswers: form !== "decide",
    rule: name.name,
  };
  building.waiting.set(said, () => {
    building.waiting.delete(said);
    building.working.add(said);
    const { expression, type, because } = workOut(at);
    building.working.delete(said);
    const datum = building.data.get(said);
    if (datum) building.data.set(said, { ...datum, type });
    building.rules.set(id, {
      id,
      name: name.name,
      form,
      gives: type ?? { kind: "yes-or-no" },
      expression,
      ...(because && { because }),
      ...(scope.item && { item: scope.item.key }),
      at: line.span,
      broken: type === undefined,
    });
  });
}

/** Works out every rule that nothing has read yet. */
export function workOutRules(building: Building): void {
  for (const line of building.tables) judgeTable(building, line);
  for (const work of [...building.waiting.values()]) work();
}
