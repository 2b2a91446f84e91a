// FW416: limits and demands that contradict each other, so that nobody gets past a page. Found first, and left out of the
// other proofs: what comes after it would be unreachable for that reason alone.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Datum, Model } from "../../model/model.ts";
import { dottedOf } from "../../model/readings.ts";
import type { Field, List } from "../../model/shapes.ts";
import type { Span } from "../../syntax/tree.ts";
import { factVariable, includesVariable, nameOfFact } from "../proof/facts.ts";
import type { Gate } from "../proof/form-places.ts";
import { allOf, among, anyOf, type Formula, variablesOf } from "../proof/formula.ts";
import type { Provers, Told } from "../proof/prove.ts";
import type { Translation } from "../proof/translation.ts";
import { absent } from "../proof/vocabulary.ts";
import { onceForEachPlace } from "./each-include.ts";
import type { Undecided } from "./not-decided.ts";

/** What was found, what the later proofs leave out, and what could not be decided. */
export interface Stuck {
  readonly problems: readonly Problem[];
  readonly told: Told;
  readonly undecided: readonly Undecided[];
}

export function checkNobodyCanContinue(provers: Provers): Stuck {
  const undecided: Undecided[] = [];
  const stuck: StuckFields = { fields: new Set(), lists: new Set() };
  const ofFields = provers.model.data.flatMap((datum) => stuckField(provers, datum, stuck, undecided));
  const gates = new Set<Gate>();
  const ofGates = stuckGates(provers.without({ gates, ...stuck }), gates, undecided);
  return { problems: onceForEachPlace([...ofFields, ...ofGates]), told: { gates, ...stuck }, undecided };
}

/** Questions that nobody can answer, and lists of which nothing is shown. */
interface StuckFields {
  readonly fields: Set<string>;
  readonly lists: Set<string>;
}

/** A question that must be answered and has no answer within its limits, or none that is shown. What takes part is then told. */
function stuckField(provers: Provers, datum: Datum, told: StuckFields, undecided: Undecided[]): Problem[] {
  const { model, places, at } = provers;
  const dotted = dottedOf(datum);
  const field = places.fields.get(dotted);
  const turn = places.turns.get(dotted);
  const choices = hiddenChoices(model, field);
  if (!field || field.optional || turn === undefined || told.fields.has(dotted)) return [];
  const limits = (field.musts ?? []).flatMap((must) => model.places.get(must)?.span ?? []);
  const hiding = choices.flatMap(
    ({ showWhen }) => (showWhen === undefined ? undefined : model.rules.get(showWhen)?.at) ?? [],
  );
  const [span, ...others] = [...limits, ...hiding];
  if (!span) return [];
  const { t, canBe, gates } = at({ turn: turn + 0.5, withoutLimits: told.fields });
  // A demand of its own page is told as one that nobody can meet.
  const before = gates.filter((gate) => gate.turn < turn);
  const hasAnswer = allOf([t.isAsked(datum), isAnswered(t, datum)]);
  const { verdict } = canBe(hasAnswer, before);
  if (verdict === "open") undecided.push({ what: `whether ${datum.said} can be answered within its limits`, at: span });
  if (verdict !== "none") return [];
  const free = at({ turn, withoutLimits: new Set([...told.fields, dotted]) });
  if (free.canBe(free.t.isAsked(datum)).verdict === "none") return [];
  const mentioned = variablesOf(t.vocabulary.withAxioms(hasAnswer));
  const involved = model.data.filter((one) => one !== datum && mentioned.has(nameOfFact(one.path, one.item?.key)));
  for (const one of [datum, ...involved]) told.fields.add(dottedOf(one));
  if (hiding.length > 0 && field.type.list !== undefined) told.lists.add(field.type.list);
  const elsewhere = involved.flatMap((one) => limitSpans(model, places.fields.get(dottedOf(one))));
  const stopping = partOf(before, (left) => canBe(hasAnswer, left).verdict === "none");
  const stops = stopping.flatMap((gate) => spanOf(model, gate) ?? []);
  return [problemAt(`No answer to ${datum.said} is allowed`, span, [...stops, ...others, ...elsewhere])];
}

/** Choices of a question all of which are shown only sometimes. */
export function hiddenChoices(model: Model, field: Field | undefined): List["options"] {
  const list = field?.type.list === undefined || field.choicesFrom ? undefined : model.lists[field.type.list];
  const options = list?.options ?? [];
  return options.every(({ showWhen }) => showWhen !== undefined) ? options : [];
}

/** There is an answer; of several choices, one is among it. */
export function isAnswered(t: Translation, datum: Datum): Formula {
  const fact = { op: "fact", path: datum.path, ...(datum.item && { item: datum.item.key }) } as const;
  const isThere = among(factVariable(t, datum.path, datum.item?.key), [absent], true);
  const options = datum.type?.kind === "any-of" ? t.optionsOf(datum) : [];
  const chosen = options.map(({ value }) => among(includesVariable(t, fact, value), ["yes"]));
  return chosen.length > 0 ? allOf([isThere, anyOf(chosen)]) : isThere;
}

export function limitSpans(model: Model, field: Field | undefined): Span[] {
  return (field?.musts ?? []).flatMap((must) => model.places.get(must)?.span ?? []);
}

/** Those without which it would not be a contradiction, left out one by one as long as it stays one. */
export function partOf<Part>(
  all: readonly Part[],
  isContradiction: (left: readonly Part[]) => boolean,
): readonly Part[] {
  let left = all;
  for (const part of all) {
    const others = left.filter((one) => one !== part);
    if (isContradiction(others)) left = others;
  }
  return left;
}

function problemAt(reason: string, at: Span, others: readonly Span[]): Problem {
  const words = others.length === 1 ? "both cannot hold" : "these cannot all hold";
  const related = others.slice(0, 4).map((span) => ({ span, words }));
  const explanation = ["Everybody who comes here is stopped: nobody can finish. Change one of them."];
  return problems.nobodyCanContinue(at, { reason }, { related, explanation });
}

/** Demands and pages with no way on that stop everybody who comes so far. */
function stuckGates(provers: Provers, told: Set<Gate>, undecided: Undecided[]): Problem[] {
  const { model, places, at } = provers;
  const found: Problem[] = [];
  const before: Gate[] = [];
  for (const gate of [...places.gates, ...places.itemGates].toSorted((one, two) => one.turn - two.turn)) {
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
    const others = partOf(before, (left) => canBe(passes(gate), left).verdict === "none");
    const limited = limitsInPart(provers, gate, others);
    const reason = gate.demand ? "Nobody can meet this demand" : "Nobody gets past this page";
    const stops = others.flatMap((other) => spanOf(model, other) ?? []);
    found.push(problemAt(reason, span, [...stops, ...limited]));
  }
  return found;
}

/** The limits of answers without which the gate could be passed. */
function limitsInPart({ model, places, at }: Provers, gate: Gate, others: readonly Gate[]): Span[] {
  const { t, passes } = at({ turn: gate.turn + 0.5 });
  const mentioned = variablesOf(t.vocabulary.withAxioms(allOf([passes(gate), ...others.map(passes)])));
  return model.data.flatMap((datum) => {
    const limits = limitSpans(model, places.fields.get(dottedOf(datum)));
    if (limits.length === 0 || !mentioned.has(nameOfFact(datum.path, datum.item?.key))) return [];
    const free = at({ turn: gate.turn + 0.5, withoutLimits: new Set([dottedOf(datum)]) });
    return free.canBe(free.passes(gate), others).verdict === "none" ? [] : limits;
  });
}

/** Undefined for one that is broken or not written by the author. */
export function spanOf(model: Model, { demand, stopWhen }: Gate): Span | undefined {
  const id = demand?.rule ?? stopWhen;
  const rule = id === undefined ? undefined : model.rules.get(id);
  return rule && !rule.broken ? rule.at : undefined;
}
