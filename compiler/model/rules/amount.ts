// `amount` with its dated values: what counts is the day the application was sent.

import type { Line, LiteralNode } from "../../syntax/tree.ts";
import type { Building } from "../building.ts";
import { literal } from "../expressions/typed.ts";
import { noteCurrency } from "../expressions/value.ts";
import { dateAfter } from "../line.ts";
import type { Expression, Type } from "../shapes.ts";
import { lengthType } from "../types/families.ts";
import type { WorkedOut } from "./worked-out.ts";

/** The dated values, earliest first. */
export function typeAmount(building: Building, line: Line): WorkedOut {
  building.read.add(line);
  let type: Type | undefined;
  const entries: { from: string; value: Expression }[] = [];
  for (const below of line.children) {
    const written = below.parts.find((part) => "literal" in part)?.literal;
    const from = dateAfter(below, "from");
    const value = written && entryOf(building, written);
    if (!value || from === undefined) continue;
    building.read.add(below);
    type ??= value.type;
    entries.push({ from, value: value.expression });
  }
  entries.sort((one, two) => one.from.localeCompare(two.from));
  return { expression: { op: "dated", entries }, type };
}

function entryOf(building: Building, node: LiteralNode): { expression: Expression; type: Type } | undefined {
  switch (node.kind) {
    case "money":
      noteCurrency(building, node.currency, node.span);
      return { expression: literal(node.value, { kind: "money" }), type: { kind: "money" } };
    case "percent":
      return { expression: literal(node.value, { kind: "percentage" }), type: { kind: "percentage" } };
    case "number": {
      const type: Type = { kind: Number.isInteger(node.value) ? "whole-number" : "number" };
      return { expression: literal(node.value, type), type };
    }
    case "length":
      return {
        expression: { op: "length", length: { amount: node.amount, unit: node.unit } },
        type: lengthType(node.unit),
      };
    default:
      return undefined;
  }
}
