// What an example was worked out from: the rules that were asked while it was played, and those that they read. Judges nothing.
import type { Facts, Rulebook } from "#contract/facts.ts";
import type { BuiltRule, Example, Model } from "../../model/model.ts";
import type { Expression, RuleId } from "../../model/shapes.ts";
import { fingerprint } from "../../source/fingerprint.ts";
import type { Span } from "../../syntax/tree.ts";
import { lineOfRule } from "../proof/guards.ts";
import { endOfBlock, textAt } from "../text-edits.ts";

/** A rulebook that notes which rules it is asked for. */
export interface Noting extends Rulebook {
  /** Those asked since the last call. */
  take(): ReadonlySet<RuleId>;
}

export function noting(rulebook: Rulebook): Noting {
  let asked = new Set<RuleId>();
  return {
    evaluate(id: RuleId, facts: Facts, items) {
      asked.add(id);
      return rulebook.evaluate(id, facts, items);
    },
    take() {
      const taken = asked;
      asked = new Set();
      return taken;
    },
  };
}

/** The rules with all that they read, however deep. */
export function withThoseRead(model: Model, ids: Iterable<RuleId>): Set<RuleId> {
  const all = new Set(ids);
  for (const id of all) for (const read of rulesIn(model.rules.get(id)?.expression)) all.add(read);
  return all;
}

/** The ids of the rules that an expression names. */
export function rulesIn(expression: Expression | undefined): RuleId[] {
  const found: RuleId[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if ("op" in node && node.op === "rule" && "id" in node && typeof node.id === "string") found.push(node.id);
    for (const part of Object.values(node)) visit(part);
  };
  visit(expression);
  return found;
}

/** The text of a rule: of a named one with everything below its line. */
export function placeOfRule(model: Model, rule: BuiltRule): Span {
  const line = rule.name === undefined ? undefined : lineOfRule(model, rule.id);
  return line ? { ...line.span, end: endOfBlock(line) } : rule.at;
}

/** Fingerprints of the texts that an example rests on, by rule. */
export function fingerprintsOf(model: Model, ids: Iterable<RuleId>): Record<RuleId, string> {
  const rules = [...ids].sort().flatMap((id) => model.rules.get(id) ?? []);
  return Object.fromEntries(rules.map((rule) => [rule.id, fingerprint(textAt(model.trees, placeOfRule(model, rule)))]));
}

/** The key under which an example's own lines are kept: no rule has it. */
export const ownLines = "";

/** The fingerprint of what the example itself says. */
export function fingerprintOfExample(model: Model, { at }: Example): string {
  const line = model.trees
    .flatMap(({ lines }) => lines)
    .find(({ span }) => span.file === at.file && span.start === at.start);
  return fingerprint(textAt(model.trees, line ? { ...line.span, end: endOfBlock(line) } : at));
}
