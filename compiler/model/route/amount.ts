// The amount that a line takes or pays: a question, a calculation or a fact, by its name; it becomes a rule that gives money.
import type { Line, Word } from "../../syntax/tree.ts";
import type { Building } from "../building.ts";
import { sameKinds } from "../expressions/kinds.ts";
import { readDatum } from "../expressions/reading.ts";
import type { Typed } from "../expressions/typed.ts";
import { serviceScope } from "../names/declare.ts";
import { dataCandidates, lookUp, notFound } from "../names/names.ts";
import { ruleSituation } from "./rule-situation.ts";

/** The rule that gives the amount; undefined and a finding when nothing has this name. `does` begins its id: "take payment of". */
export function amountRule(building: Building, line: Line, name: Word | undefined, does: string): string | undefined {
  if (!name) return undefined;
  const datum = lookUp(building, [name.name], serviceScope(building));
  if (!datum) {
    notFound(building, "data", name.name, name.span, dataCandidates(building));
    return undefined;
  }
  const typed = readDatum(building, datum, name.span, { ...ruleSituation(building, line), needsAnswers: true });
  if (!isMoney(building, typed)) return undefined;
  if (typed.expression.op === "rule") return typed.expression.id;
  const id = `${does} ${name.name}`;
  const gives = typed.type ?? { kind: "money" as const };
  const { expression } = typed;
  building.rules.set(id, { id, form: "value", gives, expression, at: line.span, broken: !typed.type });
  return id;
}

/** Only an amount of money in the service's currency can be taken or paid; a finding for another kind. */
function isMoney(building: Building, typed: Typed): boolean {
  const { datum: _datum, literal: _literal, ...place } = typed;
  return sameKinds(building, typed, { ...place, said: "what is paid", type: { kind: "money" } }, "paid");
}
