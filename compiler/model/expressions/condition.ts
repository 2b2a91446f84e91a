// Conditions of the text into typed yes/no expressions. Unknown stays unknown: what it means is decided where the condition stands.

import type { ConditionNode } from "../../syntax/tree.ts";
import type { Building, Situation } from "../building.ts";
import type { Expression } from "../shapes.ts";
import { sourceText } from "../source-text.ts";
import { familyOf } from "../types/families.ts";
import { typeIncludes, typePredicate } from "./predicate.ts";
import { readList } from "./reading.ts";
import { broken, type Typed, yesOrNo } from "./typed.ts";
import { typeValue } from "./value.ts";

/** A condition after "when": an exception ("unless") makes it no only when it is known to be yes (3.6.2). */
export function typeCondition(building: Building, node: ConditionNode, at: Situation): Typed {
  return typeNode(building, node, { ...at, needsAnswers: false }, "when");
}

/** A condition after a demand (require, check): an exception makes it met. */
export function typeDemand(building: Building, node: ConditionNode, at: Situation): Typed {
  return typeNode(building, node, { ...at, needsAnswers: false }, "demand");
}

type After = "when" | "demand";

function typeNode(building: Building, node: ConditionNode, at: Situation, after: After): Typed {
  switch (node.kind) {
    case "bullets":
      return typeBullets(building, node, at, after);
    case "chain":
      return typeChain(building, node, at, after);
    case "unless":
      return typeUnless(building, node, at, after);
    case "is":
      return typeIs(building, node, at);
    case "includes":
      return typeIncludes(building, node, node, at);
    case "quantified":
      return typeQuantified(building, node, at);
    case "not": {
      const of = typeValue(building, node.path, at);
      return yes(building, node, of.type && { op: "not", of: of.expression });
    }
    case "fact":
      return typeFact(building, node, at);
    case "broken":
      return broken(node.span);
  }
}

function yes(building: Building, node: ConditionNode, expression: Expression | undefined): Typed {
  if (!expression) return broken(node.span);
  return { expression, type: yesOrNo, span: node.span, said: sourceText(building.trees, node.span) };
}

function typeBullets(
  building: Building,
  node: ConditionNode & { kind: "bullets" },
  at: Situation,
  after: After,
): Typed {
  const parts = node.parts.map((part) => typeNode(building, part, at, after));
  if (parts.some((part) => !part.type)) return broken(node.span);
  const expressions = parts.map((part) => part.expression);
  if (node.mode === "none") return yes(building, node, joined("and", expressions.map(negated)));
  return yes(building, node, joined(node.mode === "all" ? "and" : "or", expressions));
}

/** One part stands alone. */
export function joined(op: "and" | "or", parts: readonly Expression[]): Expression {
  const [only] = parts;
  return only && parts.length === 1 ? only : { op, parts: [...parts] };
}

/** Turned round; unknown stays unknown. */
export function negated(expression: Expression): Expression {
  if (expression.op === "is") return { ...expression, op: "is-not" };
  return { op: "not", of: expression };
}

function typeChain(building: Building, node: ConditionNode & { kind: "chain" }, at: Situation, after: After): Typed {
  const parts = node.parts.map((part) => typeNode(building, part, at, after));
  const joiners = new Set(node.joiners.map((joiner) => joiner.name));
  if (joiners.size > 1) {
    const expressions = parts.map((part) => part.expression);
    building.findings.push({ kind: "and-or-mixed", node, parts: expressions, line: at.line });
    return broken(node.span);
  }
  if (parts.some((part) => !part.type)) return broken(node.span);
  const op = joiners.has("or") ? "or" : "and";
  return yes(
    building,
    node,
    joined(
      op,
      parts.map((part) => part.expression),
    ),
  );
}

function typeUnless(building: Building, node: ConditionNode & { kind: "unless" }, at: Situation, after: After): Typed {
  const condition = typeNode(building, node.condition, at, after);
  const exception = typeNode(building, node.exception, at, after);
  if (!condition.type || !exception.type) return broken(node.span);
  const notYes: Expression = { op: "not-yes", of: exception.expression };
  if (after === "when") return yes(building, node, { op: "and", parts: [condition.expression, notYes] });
  return yes(building, node, { op: "or", parts: [condition.expression, { op: "not", of: notYes }] });
}

function typeIs(building: Building, node: ConditionNode & { kind: "is" }, at: Situation): Typed {
  const left = typeValue(building, node.left, at);
  return typePredicate(building, left, node, at);
}

/** A name alone: a decision, or a yes-or-no answer. */
function typeFact(building: Building, node: ConditionNode & { kind: "fact" }, at: Situation): Typed {
  const value = typeValue(building, node.value, at);
  if (!value.type) return broken(node.span);
  if (familyOf(value.type) === "yes-or-no") return { ...value, type: yesOrNo };
  building.findings.push({
    kind: "kinds-differ",
    left: {
      said: value.said,
      type: value.type,
      span: value.span,
      ...(value.datum?.typeAt && { typeAt: value.datum.typeAt }),
    },
    right: { said: value.said, type: yesOrNo, span: value.span },
    operator: "condition",
    span: value.span,
  });
  return broken(node.span);
}

function typeQuantified(building: Building, node: ConditionNode & { kind: "quantified" }, at: Situation): Typed {
  const list = readList(building, node.path, at);
  if (!list) return broken(node.span);
  const op = node.mode === "no" ? "none" : node.mode;
  const where = quantifiedWhere(building, node, list.part, at);
  if (!where.type) return broken(node.span);
  return yes(building, node, { op, list: [...list.path], item: list.item, where: where.expression });
}

function quantifiedWhere(
  building: Building,
  node: ConditionNode & { kind: "quantified" },
  part: Typed | undefined,
  at: Situation,
): Typed {
  if (node.where) return typeNode(building, node.where, at, "when");
  if (part && node.is) return typePredicate(building, part, { ...node.is, span: node.span }, at);
  if (part && node.includes) return typeIncludes(building, node, node.includes, at, part);
  if (part?.type && familyOf(part.type) === "yes-or-no") return part;
  return broken(node.span);
}
