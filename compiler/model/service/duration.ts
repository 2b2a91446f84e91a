// Lengths of time as the contract keeps them. Working days need the route's calendar.

import type { LengthNode, PathNode } from "../../syntax/tree.ts";
import type { Building, Scope } from "../building.ts";
import { needsCalendar } from "../expressions/lengths.ts";
import { findDatum } from "../names/names.ts";
import type { Duration, Expression } from "../shapes.ts";
import { sourceText } from "../source-text.ts";

/**
 * A length that is written out, or the name of one that never changes. A deadline is promised and shown before there is a case, so a
 * length that hangs on answers, or on the day, cannot stand here: that is told, never passed over.
 */
export function durationOf(building: Building, node: LengthNode | PathNode | undefined): Duration | undefined {
  if (node === undefined) return undefined;
  const length = node.kind === "length" ? { amount: node.amount, unit: node.unit } : namedLength(building, node);
  if (length?.unit === "working-days")
    needsCalendar(building, sourceText(building.trees, node.span), length.amount, node.span);
  return length;
}

/** Deadlines stand outside every set and list. */
const outermost: Scope = { said: [], path: [], bare: false, text: "" };

function namedLength(building: Building, node: PathNode): Duration | undefined {
  const said = node.words.map(({ name }) => name);
  if (!findDatum(building, node, outermost)) return undefined;
  const [id = ""] = said;
  building.waiting.get(id)?.();
  const length = said.length === 1 ? fixedLength(building.rules.get(id)?.expression) : undefined;
  if (!length) building.findings.push({ kind: "length-not-fixed", name: said.join("'s "), span: node.span });
  return length;
}

/** An amount with one value, or a calculation that is nothing but a length. */
function fixedLength(expression: Expression | undefined): Duration | undefined {
  if (expression?.op === "length") return expression.length;
  if (expression?.op !== "dated") return undefined;
  const [only, ...others] = expression.entries;
  return others.length === 0 ? fixedLength(only?.value) : undefined;
}
