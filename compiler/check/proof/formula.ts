// What a proof works on: yes-or-no statements over finite variables and linear sums, joined by and, or. No unknowns: an
// answer that is not there is one more value of its variable. Says nothing about services.
import { holds, isConstant, type Line, oppositeLine } from "./linear.ts";

export type Formula =
  | { readonly kind: "and"; readonly parts: readonly Formula[] }
  | { readonly kind: "or"; readonly parts: readonly Formula[] }
  /** The variable has one of the values; none of them when `negated`. */
  | {
      readonly kind: "among";
      readonly variable: string;
      readonly values: readonly string[];
      readonly negated: boolean;
    }
  | { readonly kind: "line"; readonly line: Line };

/** Several ways, one of which must be true. */
export type Or = Extract<Formula, { kind: "or" }>;

export const always: Formula = { kind: "and", parts: [] };
export const never: Formula = { kind: "or", parts: [] };

export function among(variable: string, values: readonly string[], negated = false): Formula {
  return { kind: "among", variable, values, negated };
}

/** A line as a statement; one without variables is settled at once. */
export function lineHolds(line: Line): Formula {
  if (isConstant(line.sum)) return holds(line) ? always : never;
  return { kind: "line", line };
}

export function allOf(parts: readonly Formula[]): Formula {
  return joined("and", parts);
}

export function anyOf(parts: readonly Formula[]): Formula {
  return joined("or", parts);
}

/** What must hold whenever the first does. */
export function implies(first: Formula, second: Formula): Formula {
  return anyOf([opposite(first), second]);
}

function joined(kind: "and" | "or", parts: readonly Formula[]): Formula {
  const flat: Formula[] = [];
  for (const part of parts) {
    if (part.kind === kind) flat.push(...part.parts);
    else if (part.kind !== "among" && part.kind !== "line" && part.parts.length === 0) return part;
    else flat.push(part);
  }
  const [only] = flat;
  return only && flat.length === 1 ? only : { kind, parts: flat };
}

/** True exactly when the formula is not. */
export function opposite(formula: Formula): Formula {
  switch (formula.kind) {
    case "and":
      return anyOf(formula.parts.map(opposite));
    case "or":
      return allOf(formula.parts.map(opposite));
    case "among":
      return { ...formula, negated: !formula.negated };
    case "line":
      return lineHolds(oppositeLine(formula.line));
  }
}

export function isAlways(formula: Formula): boolean {
  return formula.kind === "and" && formula.parts.length === 0;
}

export function isNever(formula: Formula): boolean {
  return formula.kind === "or" && formula.parts.length === 0;
}

/** Names of all variables, finite and numeric. */
export function variablesOf(formula: Formula, found: Set<string> = new Set()): Set<string> {
  if (formula.kind === "among") found.add(formula.variable);
  else if (formula.kind === "line") for (const name of formula.line.sum.factors.keys()) found.add(name);
  else for (const part of formula.parts) variablesOf(part, found);
  return found;
}
