// Whether two values may be compared or joined. A clash is a finding; its words and its fix stand with the check.
import type { Span } from "../../syntax/tree.ts";
import type { Building } from "../building.ts";
import type { Side } from "../model.ts";
import { type Family, familyOf } from "../types/families.ts";
import type { Typed } from "./typed.ts";

/** Pairs of different families that may still be compared. */
const comparable: ReadonlySet<`${Family}/${Family}`> = new Set([
  "choice/text",
  "text/choice",
  "stage/text",
  "choice/choices",
]);

/** Whether values of these families can be compared. */
export function canCompare(one: Family, two: Family): boolean {
  return one === two || comparable.has(`${one}/${two}`);
}

/** True when the two go together, or one of them is broken already. `always`: they are known not to. */
export function sameKinds(building: Building, left: Typed, right: Typed, operator: string, always = false): boolean {
  if (!left.type || !right.type) return true;
  const [one, two] = [familyOf(left.type), familyOf(right.type)];
  const differ = always || !canCompare(one, two);
  const sides = [sideOf(left), sideOf(right)] as const;
  if (!differ && one === "duration" && left.type.measure !== right.type.measure && sides[0] && sides[1]) {
    building.findings.push({ kind: "lengths-mixed", left: sides[0], right: sides[1], span: right.span });
    return false;
  }
  if (!differ) return true;
  if (sides[0] && sides[1])
    building.findings.push({ kind: "kinds-differ", left: sides[0], right: sides[1], operator, span: right.span });
  return false;
}

const withoutOrder: ReadonlySet<Family> = new Set(["record", "list", "file", "choices", "yes-or-no"]);

/** True when one can be over or under the other. Of two that have no order, of different currencies say, nobody can tell. */
export function haveOrder(building: Building, left: Typed, right: Typed, operator: string): boolean {
  return sameKinds(building, left, right, operator, left.type && withoutOrder.has(familyOf(left.type)));
}

/** A wording of other languages, or of everyday speech, for which there is one here. */
export function saidDifferently(
  building: Building,
  found: { readonly written: string; readonly meant: string; readonly span: Span; readonly text?: string },
): void {
  building.findings.push({ kind: "said-differently", ...found });
}

function sideOf(value: Typed): Side | undefined {
  if (!value.type) return undefined;
  const typeAt = value.datum?.typeAt;
  return {
    said: value.said,
    type: value.type,
    span: value.span,
    ...(typeAt && { typeAt }),
    ...(value.literal && { literal: value.literal }),
  };
}
