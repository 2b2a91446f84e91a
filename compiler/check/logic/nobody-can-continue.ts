// FW416: limits and demands that contradict each other, so that nobody gets past a page. Found first, and left out of the
// other proofs: what comes after it would be unreachable for that reason alone.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import type { Datum, Model } from "../../model/model.ts";
import { dottedOf, factsRead } from "../../model/readings.ts";
import type { Field, List, Must } from "../../model/shapes.ts";
import type { Span } from "../../syntax/tree.ts";
import { factVariable, includesVariable, nameOfFact } from "../proof/facts.ts";
import { afterForm, type Gate } from "../proof/form-places.ts";
import { allOf, among, anyOf, type Formula, opposite, variablesOf } from "../proof/formula.ts";
import type { Prover, Provers, Told } from "../proof/prove.ts";
import type { Translation } from "../proof/translation.ts";
import { absent } from "../proof/vocabulary.ts";
import { boundsSwapped } from "./bounds-swapped.ts";
import { onceForEachPlace } from "./each-include.ts";
import type { Undecided } from "./not-decided.ts";
import { notComparable, readsUnread } from "./not-looked-into.ts";

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
  const ofOfficers = provers.model.data.flatMap((datum) => stuckRecord(provers, datum, undecided));
  return { problems: onceForEachPlace([...ofFields, ...ofGates, ...ofOfficers]), told: { gates, ...stuck }, undecided };
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
  const what = `whether ${datum.said} can be answered within its limits`;
  if (verdict === "open") undecided.push({ what, at: span });
  if (verdict === "found" && areNotComparable(t, field)) undecided.push({ what, at: span, why: notComparable });
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
  const fixes = stops.length + hiding.length + elsewhere.length === 0 ? boundsSwapped(model, limits) : [];
  return [problemAt(`No answer to ${datum.said} is allowed`, span, [...stops, ...others, ...elsewhere], fixes)];
}

/** What officers have to record, and that no answer is allowed for. */
function stuckRecord({ model, places, at }: Provers, datum: Datum, undecided: Undecided[]): Problem[] {
  const field = places.recorded.get(dottedOf(datum));
  const [span, ...others] = limitSpans(model, field);
  if (!field || field.optional || !span) return [];
  const { t, canBe } = at({ turn: afterForm });
  const limits = (field.musts ?? []).map(({ rule }) => opposite(t.no({ op: "rule", id: rule })));
  const { verdict } = canBe(allOf([isAnswered(t, datum), ...limits]));
  const what = `whether ${datum.said} can be recorded within its limits`;
  if (verdict === "open") undecided.push({ what, at: span });
  if (verdict === "found" && areNotComparable(t, field)) undecided.push({ what, at: span, why: notComparable });
  const fixes = boundsSwapped(model, [span, ...others]);
  return verdict === "none" ? [problemAt(`No answer to ${datum.said} is allowed`, span, others, fixes)] : [];
}

/** Several limits, one of which the proofs do not look into. A pattern beside bounds of the length is plain to see. */
function areNotComparable(t: Translation, { musts = [] }: Field): boolean {
  if (musts.length < 2 || isLengthOfPattern(musts)) return false;
  return musts.some(({ rule }) => readsUnread({ t }, t.yes({ op: "rule", id: rule })));
}

function isLengthOfPattern(musts: readonly Must[]): boolean {
  const patterns = musts.flatMap(({ pattern }) => pattern ?? []);
  const [pattern] = patterns;
  if (pattern === undefined || patterns.length > 1) return false;
  const length = pattern.replace(/\[[^\]]*\]|\\./g, "A").length;
  return musts.every(({ pattern: own, counts }) => {
    if (own !== undefined) return true;
    if (counts?.of !== "characters") return false;
    return (counts.atLeast ?? 0) <= length && length <= (counts.atMost ?? length);
  });
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

function problemAt(reason: string, at: Span, others: readonly Span[], fixes: readonly Fix[] = []): Problem {
  const words = others.length === 1 ? "both cannot hold" : "these cannot all hold";
  const related = others.slice(0, 4).map((span) => ({ span, words }));
  const explanation = ["Everybody who comes here is stopped: nobody can finish. Change one of them."];
  return problems.nobodyCanContinue(at, { reason }, { related, explanation, fixes });
}

/** Demands and pages with no way on that stop everybody who comes so far. */
function stuckGates(provers: Provers, told: Set<Gate>, undecided: Undecided[]): Problem[] {
  const { model, places, at } = provers;
  const found: Problem[] = [];
  const before: Gate[] = [];
  const fields = new Map(
    model.data.flatMap((datum) => (places.fields.has(dottedOf(datum)) ? [[dottedOf(datum), datum] as const] : [])),
  );
  for (const gate of [...places.gates, ...places.itemGates].toSorted((one, two) => one.turn - two.turn)) {
    const span = spanOf(model, gate);
    if (!span) continue;
    const prover = at({ turn: gate.turn + 0.5 });
    const { t, canBe } = prover;
    const last = lastAsked(model, fields, gate);
    const asked = last && canBe(t.isAsked(last), before).verdict === "found" ? last : undefined;
    const { verdict } = canBe(passedBy(prover, gate, asked), before);
    if (verdict === "open") undecided.push({ what: "whether anybody can go on here", at: span });
    if (verdict !== "none") {
      before.push(gate);
      continue;
    }
    told.add(gate);
    const others = partOf(before, (left) => canBe(passedBy(prover, gate, asked), left).verdict === "none");
    const limited = limitsInPart(provers, gate, asked, others);
    const who = asked ? `Nobody who is asked ${asked.said}` : "Nobody";
    const reason = gate.demand ? `${who} can meet this demand` : "Nobody gets past this page";
    const stops = others.flatMap((other) => spanOf(model, other) ?? []);
    found.push(problemAt(reason, span, [...stops, ...limited]));
  }
  return found;
}

/** By those who are asked, where a question that is not always asked comes last in the demand. */
function passedBy({ t, passes }: Prover, gate: Gate, asked: Datum | undefined): Formula {
  return asked ? allOf([t.isAsked(asked), passes(gate)]) : passes(gate);
}

/** The last question that a demand names, when it is only asked sometimes. */
function lastAsked(model: Model, fields: ReadonlyMap<string, Datum>, { demand }: Gate): Datum | undefined {
  if (!demand) return undefined;
  let last: Datum | undefined;
  for (const path of factsRead(model, { op: "rule", id: demand.rule })) {
    const datum = fields.get(path);
    if (datum && (last?.order ?? -1) < (datum.order ?? 0)) last = datum;
  }
  return last && !last.item && model.asked.get(dottedOf(last))?.askedWhen !== undefined ? last : undefined;
}

/** The limits of answers without which the gate could be passed. */
function limitsInPart(
  { model, places, at }: Provers,
  gate: Gate,
  asked: Datum | undefined,
  others: readonly Gate[],
): Span[] {
  const prover = at({ turn: gate.turn + 0.5 });
  const goal = allOf([passedBy(prover, gate, asked), ...others.map(prover.passes)]);
  const mentioned = variablesOf(prover.t.vocabulary.withAxioms(goal));
  return model.data.flatMap((datum) => {
    const limits = limitSpans(model, places.fields.get(dottedOf(datum)));
    if (limits.length === 0 || !mentioned.has(nameOfFact(datum.path, datum.item?.key))) return [];
    const free = at({ turn: gate.turn + 0.5, withoutLimits: new Set([dottedOf(datum)]) });
    return free.canBe(passedBy(free, gate, asked), others).verdict === "none" ? [] : limits;
  });
}

/** Undefined for one that is broken or not written by the author. */
export function spanOf(model: Model, { demand, stopWhen }: Gate): Span | undefined {
  const id = demand?.rule ?? stopWhen;
  const rule = id === undefined ? undefined : model.rules.get(id);
  return rule && !rule.broken ? rule.at : undefined;
}
