// The amount that a line takes or pays: a question, a calculation or a fact, by its name; it becomes a rule that gives money.
import type { Line, Word } from "../../syntax/tree.ts";
import type { Building } from "../building.ts";
import { readDatum } from "../expressions/reading.ts";
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
  if (typed.expression.op === "rule") return typed.expression.id;
  const id = `${does} ${name.name}`;
  const gives = typed.type ?? { kind: "money" as const };
  const { expression } = typed;
  building.rules.set(id, { id, form: "value", gives, expression, at: line.span, broken: !typed.type });
  return id;
}
