// FW416: limits and demands that contradict each other, so that nobody gets past a page. Found first, and left out of the
// other proofs: what comes after it would be unreachable for that reason alone.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Datum, Model } from "../../model/model.ts";
import { dottedOf } from "../../model/readings.ts";
import type { Span } from "../../syntax/tree.ts";
import { factVariable, nameOfFact } from "../proof/facts.ts";
import type { Gate } from "../proof/form-places.ts";
import { allOf, among, variablesOf } from "../proof/formula.ts";
import type { Provers, Told } from "../proof/prove.ts";
import { absent } from "../proof/vocabulary.ts";
import type { Undecided } from "./not-decided.ts";

/** What was found, what the later proofs leave out, and what could not be decided. */
export interface Stuck {
  readonly problems: readonly Problem[];
  readonly told: Told;
  readonly undecided: readonly Undecided[];
}

export function checkNobodyCanContinue(provers: Provers): Stuck {
  const undecided: Undecided[] = [];
  const fields = new Set<string>();
  const ofFields = provers.model.data.flatMap((datum) => stuckField(provers, datum, fields, undecided));
  const gates = new Set<Gate>();
  const ofGates = stuckGates(provers.without({ gates, fields }), gates, undecided);
  return { problems: [...ofFields, ...ofGates], told: { gates, fields }, undecided };
}

/** A question that must be answered and has no answer within its limits. Its limits, and those they speak of, are then told. */
function stuckField(
  { model, places, at }: Provers,
  datum: Datum,
  told: Set<string>,
  undecided: Undecided[],
): Problem[] {
  const dotted = dottedOf(datum);
  const field = places.fields.get(dotted);
  const turn = places.turns.get(dotted);
  if (!field?.musts || field.optional || turn === undefined || told.has(dotted)) return [];
  const { t, canBe } = at({ turn: turn + 0.5, withoutLimits: told });
  const hasAnswer = allOf([t.isAsked(datum), among(factVariable(t, datum.path, datum.item?.key), [absent], true)]);
  const { verdict } = canBe(hasAnswer);
  const spans = field.musts.flatMap((must) => model.places.get(must)?.span ?? []);
  const [span, ...others] = spans;
  if (!span) return [];
  if (verdict === "open") undecided.push({ what: `whether ${datum.said} can be answered within its limits`, at: span });
  if (verdict !== "none") return [];
  const free = at({ turn, withoutLimits: new Set([...told, dotted]) });
  if (free.canBe(free.t.isAsked(datum)).verdict === "none") return [];
  const mentioned = variablesOf(t.vocabulary.withAxioms(hasAnswer));
  const involved = model.data.filter((one) => one !== datum && mentioned.has(nameOfFact(one.path, one.item?.key)));
  for (const one of [datum, ...involved]) told.add(dottedOf(one));
  const limits = involved.flatMap((one) => places.fields.get(dottedOf(one))?.musts ?? []);
  const elsewhere = limits.flatMap((must) => model.places.get(must)?.span ?? []);
  return [problemAt(`No answer to ${datum.said} is allowed`, span, [...others, ...elsewhere])];
}

function problemAt(reason: string, at: Span, others: readonly Span[]): Problem {
  const related = others.slice(0, 4).map((span) => ({ span, words: "both cannot hold" }));
  const explanation = ["Everybody who comes here is stopped: nobody can finish. Change one of them."];
  return problems.nobodyCanContinue(at, { reason }, { related, explanation });
}

/** Demands and pages with no way on that stop everybody who comes so far. */
function stuckGates({ model, places, at }: Provers, told: Set<Gate>, undecided: Undecided[]): Problem[] {
  const found: Problem[] = [];
  const before: Gate[] = [];
  for (const gate of places.gates) {
    const span = spanOf(model, gate);
    if (!span) continue;
    const { canBe, passes } = at({ turn: gate.turn + 0.5 });
    const { verdict } = canBe(passes(gate), before);
    if (verdict === "open") undecided.push({ what: "whether anybody can go on here", at: span });
    if (verdict !== "none") {
      before.push(gate);
      continue;
    }
    told.add(gate);
    // Only those that take part: without them it would not be a contradiction.
    const others = before.filter(
      (one) =>
        canBe(
          passes(gate),
          before.filter((other) => other !== one),
        ).verdict !== "none",
    );
    const reason = gate.demand ? "Nobody can meet this demand" : "Nobody gets past this page";
    found.push(
      problemAt(
        reason,
        span,
        others.flatMap((other) => spanOf(model, other) ?? []),
      ),
    );
  }
  return found;
}

/** Undefined for one that is broken or not written by the author. */
function spanOf(model: Model, { demand, stopWhen }: Gate): Span | undefined {
  const id = demand?.rule ?? stopWhen;
  const rule = id === undefined ? undefined : model.rules.get(id);
  return rule && !rule.broken ? rule.at : undefined;
}
