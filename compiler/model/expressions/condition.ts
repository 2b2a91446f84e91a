// Conditions of the text into typed yes/no expressions. Unknown stays unknown: what it means is decided where the condition stands.

import type { ConditionNode } from "../../syntax/tree.ts";
import type { Building, Situation } from "../building.ts";
import { saidOf } from "../names/said.ts";
import type { Expression } from "../shapes.ts";
import { sourceText } from "../source-text.ts";
import { familyOf } from "../types/families.ts";
import { saidDifferently } from "./kinds.ts";
import { areChoices } from "./or-behind-is.ts";
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
      return yes(building, node, isYesOrNo(building, of) ? { op: "not", of: of.expression } : undefined);
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
  if (areChoices(building, node, at)) return broken(node.span);
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
  return isYesOrNo(building, value) ? { ...value, type: yesOrNo } : broken(node.span);
}

/** A finding and false for a value that is no condition; false without one when it is broken already. */
function isYesOrNo(building: Building, value: Typed): boolean {
  if (!value.type) return false;
  if (familyOf(value.type) === "yes-or-no") return true;
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
  return false;
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
  if (part) isYesOrNo(building, part);
  else partOfItem(building, node);
  return broken(node.span);
}

/** `every member is adult`: the item itself is nothing to compare; one of its answers is. */
function partOfItem(building: Building, node: ConditionNode & { kind: "quantified" }): void {
  const said = saidOf(node.path.words.map((word) => word.name));
  const item = [...building.items.values()].find((one) => saidOf(one.said) === said || one.list.at(-1) === said);
  const is = node.is?.predicate;
  const word = is?.kind === "same" && is.value.kind === "path" ? is.value.words[0]?.name : undefined;
  const datum = item && word !== undefined ? building.data.get(saidOf([...item.said, word])) : undefined;
  const isFact = datum?.type && familyOf(datum.type) === "yes-or-no";
  const meant = datum && isFact ? `${node.mode} ${datum.said} is ${node.is?.negated ? "no" : "yes"}` : undefined;
  const written = sourceText(building.trees, node.span);
  const general = `${node.mode} ${saidOf(item?.said ?? ["member"])}'s … is …`;
  saidDifferently(building, { written, meant: meant ?? general, span: node.span, ...(meant && { text: meant }) });
}
