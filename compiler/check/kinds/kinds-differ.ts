// FW301: two values of different kinds compared or added up.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import type { Finding, Model, Side } from "../../model/model.ts";
import { familyOf, kindInWords } from "../../model/types/families.ts";
import { findingsOf } from "../findings.ts";
import { change, lineNumber, textAt } from "../text-edits.ts";

type Differ = Extract<Finding, { kind: "kinds-differ" }>;

/** `must be from 0 to 3` compares twice and is told once. */
export function checkKindsDiffer(model: Model): Problem[] {
  const byPlace = Map.groupBy(findingsOf(model, "kinds-differ"), ({ left, right }) => {
    const line = lineNumber(model.trees, markedSide({ left, right }).span);
    return `${left.span.file} ${line} ${left.said} ${left.type.kind} ${right.type.kind}`;
  });
  return [...byPlace.values()].flatMap(([finding]) => {
    if (!finding) return [];
    const { left, right, operator } = finding;
    const related = [left, right].flatMap((side) =>
      side.typeAt ? [{ span: side.typeAt, words: kindInWords(side.type) }] : [],
    );
    const args = {
      left: left.said,
      leftKind: kindInWords(left.type),
      right: operator === "condition" ? "a condition" : right.said,
      rightKind: kindInWords(right.type),
    };
    return problems.kindsDiffer(markedSide(finding).span, args, { related, fixes: fixesFor(model, finding) });
  });
}

/** The literal is marked when one side is written out: it is the easier one to change. */
function markedSide({ left, right }: Pick<Differ, "left" | "right">): Side {
  return left.literal && !right.literal ? left : right;
}

function fixesFor(model: Model, { left, right }: Differ): Fix[] {
  return [...asKind(model, left, right), ...asKind(model, right, left)];
}

/** A plain number beside money becomes money, an amount of money beside a number becomes a number; likewise per cent. */
function asKind(model: Model, side: Side, other: Side): Fix[] {
  const text = textAt(model.trees, side.span);
  const [own, wanted] = [familyOf(side.type), familyOf(other.type)];
  if (!side.literal) return [];
  if (own === "number" && wanted === "money")
    return [change(model.trees, side.span, `${signOf(model.currency)}${text}`)];
  if (own === "number" && wanted === "percentage") return [change(model.trees, side.span, `${text}%`)];
  const plain = text.replace(/^[^\d]+|%$/g, "");
  if (wanted === "number" && (own === "money" || own === "percentage")) return [change(model.trees, side.span, plain)];
  return [];
}

function signOf(currency: string): string {
  const signs: Readonly<Record<string, string>> = { GBP: "£", EUR: "€", USD: "$" };
  return signs[currency] ?? `${currency} `;
}
