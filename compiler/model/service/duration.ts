// Lengths of time as the contract keeps them. Working days need the route's calendar.

import type { LengthNode, PathNode } from "../../syntax/tree.ts";
import type { Building } from "../building.ts";
import { needsCalendar } from "../expressions/lengths.ts";
import type { Duration } from "../shapes.ts";
import { sourceText } from "../source-text.ts";

/** A length that is written out. The name of one (an amount) has no fixed length here: undefined. */
export function durationOf(building: Building, node: LengthNode | PathNode | undefined): Duration | undefined {
  if (node?.kind !== "length") return undefined;
  if (node.unit === "working-days")
    needsCalendar(building, sourceText(building.trees, node.span), node.amount, node.span);
  return { amount: node.amount, unit: node.unit };
}
