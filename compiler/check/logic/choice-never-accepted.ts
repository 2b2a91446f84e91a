// FW405 for choices: one that is offered, and that the limits of its question never accept.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Datum } from "../../model/model.ts";
import { dottedOf } from "../../model/readings.ts";
import type { RuleId } from "../../model/shapes.ts";
import { factVariable } from "../proof/facts.ts";
import { allOf, among } from "../proof/formula.ts";
import type { Provers } from "../proof/prove.ts";
import { absent } from "../proof/vocabulary.ts";
import type { Undecided } from "./not-decided.ts";

/** Questions that accept nothing at all are told by another check. */
export function checkChoiceNeverAccepted(provers: Provers): { problems: Problem[]; undecided: Undecided[] } {
  const undecided: Undecided[] = [];
  const found = provers.model.data.flatMap((datum) => neverAccepted(provers, datum, undecided));
  return { problems: found, undecided };
}

function neverAccepted({ model, places, at }: Provers, datum: Datum, undecided: Undecided[]): Problem[] {
  const dotted = dottedOf(datum);
  const [field, turn] = [places.fields.get(dotted), places.turns.get(dotted)];
  const list =
    datum.type?.kind === "one-of" && datum.type.list !== undefined ? model.lists[datum.type.list] : undefined;
  const span = (field?.musts ?? []).flatMap((must) => model.places.get(must)?.span ?? [])[0];
  if (!list || !span || turn === undefined) return [];
  const { t, canBe } = at({ turn: turn + 0.5 });
  const name = factVariable(t, datum.path, datum.item?.key);
  const can = (values: readonly string[], negated = false) =>
    canBe(allOf([t.isAsked(datum), among(name, values, negated)])).verdict;
  const isOffered = (showWhen: RuleId) =>
    canBe(allOf([t.isAsked(datum), t.yes({ op: "rule", id: showWhen })])).verdict !== "none";
  // Nobody comes here, or nothing is accepted: told elsewhere.
  if (can([absent], true) !== "found") return [];
  const never = list.options.filter(({ value, showWhen }) => {
    // One that is never shown is told as that.
    if (showWhen !== undefined && !isOffered(showWhen)) return false;
    const verdict = can([value]);
    if (verdict === "open") undecided.push({ what: `whether ${datum.said} can be ${value}`, at: span });
    return verdict === "none";
  });
  const names = never.map(({ value }) => value);
  if (names.length === 0) return [];
  const thing = names.length === 1 ? `The choice ${names[0]}` : `The choices ${names.join(", ")}`;
  const explanation = [
    "It is offered, and then refused. Take it out of the list, or hide it with  show when  below it.",
  ];
  return [problems.neverReached(span, { thing, happen: `be the answer to ${datum.said}` }, { explanation })];
}
