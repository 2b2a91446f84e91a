// `calculate`: a value, its exceptions in order (the first that is yes wins), its floor or ceiling, its rounding.

import type { Line } from "../../syntax/tree.ts";
import { type Building, readLines, type Situation } from "../building.ts";
import { sameKinds } from "../expressions/kinds.ts";
import { broken, type Typed } from "../expressions/typed.ts";
import { typeValue } from "../expressions/value.ts";
import { conditionOf, nameAt, quotedAt, says, valueAt } from "../line.ts";
import type { Expression, Words } from "../shapes.ts";
import { wordsOf } from "../words/words-book.ts";
import type { WorkedOut } from "./worked-out.ts";

/** The calculation with everything written below it. */
export function typeCalculate(building: Building, line: Line, at: Situation): WorkedOut {
  building.read.add(line);
  const node = valueAt(line);
  if (!node) return { expression: { op: "today" }, type: undefined };
  // Filled below: the general value counts only where no exception is yes, whatever stands first in the text.
  const passedOver: Expression[] = [];
  const base = typeValue(building, node, { ...at, whole: node, passedOver });
  const owner = `calculate ${nameAt(line)?.name}`;
  const words = (below: Line, slot: string): Words =>
    wordsOf(building.words, { text: at.scope.text, owner, slot, mayStay: true }, quotedAt(below));
  const cases: { when: Expression; value: Expression; because?: Words }[] = [];
  let isBroken = !base.type;
  let because: Words | undefined;
  readLines(building, line.children, {
    "except <e> when <c>": (below) => {
      const exception = typeException(building, below, base, { ...at, passedOver: [...passedOver] });
      isBroken ||= !exception;
      if (exception) passedOver.push(exception.when);
      const cite = below.children.find((child) => child.form === "because <t>");
      if (cite) building.read.add(cite);
      if (exception) cases.push({ ...exception, ...(cite && { because: words(cite, `because ${cases.length + 1}`) }) });
    },
    "because <t>": (below) => {
      because = words(below, "because 1");
    },
    // The first always counts; the line says that the author means it, and `check/logic/exceptions-differ.ts` is silent.
    "when several match use the first": () => {},
  });
  const whole: Expression =
    cases.length > 0 ? { op: "exceptions", cases, otherwise: base.expression } : base.expression;
  const limited = limit(building, line, whole, base, at);
  return { expression: limited, type: isBroken ? undefined : base.type, ...(because && { because }) };
}

function typeException(
  building: Building,
  line: Line,
  base: Typed,
  at: Situation,
): { when: Expression; value: Expression } | undefined {
  const [value, condition] = [valueAt(line), conditionOf(line)];
  if (!value || !condition) return undefined;
  const when = building.typeCondition(building, condition, { ...at, line });
  const inside: Situation = { ...at, line, known: [...at.known, when.expression], whole: value };
  const typed = typeValue(building, value, inside, base.type);
  const fits = sameKinds(building, base, typed, "except");
  return when.type && typed.type && fits ? { when: when.expression, value: typed.expression } : undefined;
}

/** never below, never above, rounded: wrapped around in the order they are written. */
function limit(building: Building, line: Line, value: Expression, base: Typed, at: Situation): Expression {
  let result = value;
  const bound = (below: Line): Typed => {
    const node = valueAt(below);
    const typed = node ? typeValue(building, node, { ...at, line: below }, base.type) : broken(below.span);
    sameKinds(building, base, typed, "never");
    return typed;
  };
  readLines(building, line.children, {
    "never (below|above) <e>": (below) => {
      const { expression } = bound(below);
      const side = says(below, "below") ? { below: expression } : { above: expression };
      result = { op: "bounded", value: result, ...side };
    },
    "rounded (up|down) to <e>": (below) => {
      result = { op: "rounded", value: result, mode: says(below, "up") ? "up" : "down", to: bound(below).expression };
    },
    "rounded to nearest <e>": (below) => {
      result = { op: "rounded", value: result, mode: "nearest", to: bound(below).expression };
    },
  });
  return result;
}
