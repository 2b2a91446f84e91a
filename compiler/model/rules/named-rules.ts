// Named rules: calculate, decide, amount, and the results of tables. Each is worked out when first read, so order does not matter.

import type { Line, Word } from "../../syntax/tree.ts";
import { type Building, freeRuleId, type Situation } from "../building.ts";
import { typeCondition } from "../expressions/condition.ts";
import type { Typed } from "../expressions/typed.ts";
import { conditionOf, nameAt, wordOf } from "../line.ts";
import type { BuiltRule } from "../model.ts";
import { serviceScope } from "../names/declare.ts";
import { keyOf } from "../names/keys.ts";
import { declareDatum } from "../names/names.ts";
import { wordsOfName } from "../words/words-book.ts";
import { typeAmount } from "./amount.ts";
import { typeCalculate } from "./calculate.ts";
import { resultsOf, typeTable } from "./table.ts";
import type { WorkedOut } from "./worked-out.ts";

/** Declares every named rule of the text and how it is worked out. */
export function declareRules(building: Building, lines: readonly Line[]): void {
  for (const line of lines) {
    const name = nameAt(line);
    if (line.form === undefined || !name) continue;
    if (wordOf(line) === "calculate")
      declare(building, line, name, "calculate", (at) => typeCalculate(building, line, at));
    if (wordOf(line) === "amount") declare(building, line, name, "amount", () => typeAmount(building, line));
    if (wordOf(line) === "decide") declare(building, line, name, "decide", (at) => typeDecide(building, line, at));
    if (wordOf(line) === "table")
      for (const result of resultsOf(line))
        declare(building, line, result, "table", (at) => typeTable(building, line, result, at));
  }
}

function typeDecide(building: Building, line: Line, at: Situation): WorkedOut {
  building.read.add(line);
  const node = conditionOf(line);
  const typed: Typed | undefined = node && typeCondition(building, node, at);
  return { expression: typed?.expression ?? { op: "today" }, type: typed?.type };
}

function declare(
  building: Building,
  line: Line,
  name: Word,
  form: BuiltRule["form"],
  workOut: (at: Situation) => WorkedOut,
): void {
  const id = freeRuleId(building, name.name);
  const before = building.data.get(name.name);
  const owner = `${wordOf(line)} ${nameAt(line)?.name}`;
  const label = wordsOfName(building.words, { text: serviceScope(building).text, owner, slot: "title" }, name.name);
  declareDatum(building, {
    said: name.name,
    path: [keyOf(name.name)],
    from: "rule",
    at: name.span,
    line,
    type: undefined,
    rule: id,
    ...(label && { label }),
  });
  if (before) return;
  const at: Situation = {
    scope: serviceScope(building),
    line,
    counting: "rules",
    known: [],
    needsAnswers: form !== "decide",
  };
  building.waiting.set(name.name, () => {
    building.waiting.delete(name.name);
    building.working.add(name.name);
    const { expression, type, because } = workOut(at);
    building.working.delete(name.name);
    const datum = building.data.get(name.name);
    if (datum) building.data.set(name.name, { ...datum, type });
    building.rules.set(id, {
      id,
      name: name.name,
      form,
      gives: type ?? { kind: "yes-or-no" },
      expression,
      ...(because && { because }),
      at: line.span,
      broken: type === undefined,
    });
  });
}

/** Works out every rule that nothing has read yet. */
export function workOutRules(building: Building): void {
  for (const work of [...building.waiting.values()]) work();
}
