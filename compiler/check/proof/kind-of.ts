// What kind of value an expression gives, as far as proofs tell kinds apart. Looks at types only.
import type { Model } from "../../model/model.ts";
import type { Expression, Type } from "../../model/shapes.ts";
import { familyOf } from "../../model/types/families.ts";

/** `choice`: finitely many values (texts too: those that are named, and any other); `other` is not looked into. */
export type ProofKind = "number" | "choice" | "yes-no" | "choices" | "other";

export function kindOfType(type: Type): ProofKind {
  switch (familyOf(type)) {
    case "number":
    case "money":
    case "percentage":
    case "date":
    case "time":
      return "number";
    case "choice":
    case "stage":
    case "text":
      return "choice";
    case "yes-or-no":
      return "yes-no";
    case "choices":
      return "choices";
    default:
      return "other";
  }
}

/** True when values of the type have no fractions: coins, counts, days, minutes. */
export function isWholeType({ kind }: Type): boolean {
  return kind !== "number" && kind !== "percentage" && kind !== "measurement";
}

export function kindOf(
  model: Model,
  expression: Expression,
  typeOfFact: (fact: Expression) => Type | undefined,
): ProofKind {
  switch (expression.op) {
    case "literal":
      return kindOfType(expression.type);
    case "fact": {
      const type = typeOfFact(expression);
      return type ? kindOfType(type) : "other";
    }
    case "rule": {
      const rule = model.rules.get(expression.id);
      return rule && !rule.broken ? kindOfType(rule.gives) : "other";
    }
    case "else":
      return kindOf(model, expression.left, typeOfFact);
    case "exceptions":
      return kindOf(model, expression.otherwise, typeOfFact);
    case "table":
      return expression.rows[0] ? kindOf(model, expression.rows[0].value, typeOfFact) : "other";
    case "dated":
      return expression.entries[0] ? kindOf(model, expression.entries[0].value, typeOfFact) : "other";
    case "highest":
    case "lowest":
      return expression.of ? kindOf(model, expression.of, typeOfFact) : "other";
    case "length":
      return "other";
    default:
      return isTest(expression.op) ? "yes-no" : "number";
  }
}

const tests: ReadonlySet<Expression["op"]> = new Set([
  "is",
  "is-not",
  "at-least",
  "at-most",
  "over",
  "under",
  "includes",
  "one-of",
  "answered",
  "asked",
  "corrected",
  "and",
  "or",
  "not",
  "not-yes",
  "any",
  "every",
  "none",
  "matches",
]);

function isTest(op: Expression["op"]): boolean {
  return tests.has(op);
}
