// FW519, of some cases: a check is done by somebody whose address an answer gives, and a case may have no such answer. Nobody is invited then.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Check } from "../../model/shapes.ts";
import { sayExample } from "../proof/example.ts";
import { allOf, always, opposite } from "../proof/formula.ts";
import type { OnTheWay } from "./on-the-way.ts";

export function checkInvitedWithoutAddress({ graph, prover }: OnTheWay): Problem[] {
  return graph.stages.flatMap(({ checks = [] }) => checks.flatMap((check) => without(check)));

  function without(check: Check): Problem[] {
    const { t, canBe } = prover;
    const span = graph.model.places.get(check)?.span;
    const rule = check.invite && graph.model.rules.get(check.invite.using);
    // For each item of a list the address is that item's.
    if (!span || !rule || rule.broken || check.forEach) return [];
    const isMissing = opposite(t.isThere(rule.expression));
    const isDone = check.skipWhen === undefined ? always : opposite(t.yes({ op: "rule", id: check.skipWhen }));
    const missing = canBe(allOf([isMissing, isDone]));
    if (missing.verdict !== "found") return [];
    const example = sayExample(t, [isMissing, isDone], missing);
    if (example === "") return [];
    const reason = `When ${example}, nobody is invited: there is no address. Ask for it always, or  skip when  it is not answered.`;
    return [problems.checkNeverAnswered(span, { check: check.name }, { explanation: [reason] })];
  }
}
