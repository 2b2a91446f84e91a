// What working out a named rule gives. Only the shape.
import type { Expression, Type, Words } from "../shapes.ts";

/** `type` is undefined when something in the rule is broken; its trouble is then a finding already. */
export interface WorkedOut {
  readonly expression: Expression;
  readonly type: Type | undefined;
  readonly because?: Words;
}
