// A value or condition of the text with its contract expression, its kind and its place.

import type { Span } from "../../syntax/tree.ts";
import type { Datum, Side } from "../model.ts";
import type { Expression, Type } from "../shapes.ts";

export interface Typed {
  readonly expression: Expression;
  /** Undefined: broken or unknown, so nothing more is said about its kind. */
  readonly type: Type | undefined;
  readonly span: Span;
  /** As the author says it. */
  readonly said: string;
  /** When it is a name alone. */
  readonly datum?: Datum;
  /** When it is written out. */
  readonly literal?: Side["literal"];
}

/** Stands where a value could not be understood; its trouble is already a finding. */
export function broken(span: Span): Typed {
  return { expression: { op: "literal", value: false, type: { kind: "yes-or-no" } }, type: undefined, span, said: "" };
}

/** yes or no */
export const yesOrNo: Type = { kind: "yes-or-no" };

/** A literal as an expression. */
export function literal(value: string | number | boolean, type: Type): Expression {
  return { op: "literal", value, type };
}
