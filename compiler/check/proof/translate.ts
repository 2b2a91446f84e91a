// One translation of a model, for proofs about one place: which answers are there by then, and what is known of them. Made
// anew for every place; the text is never looked at.
import { dayNumber } from "#support/dates.ts";
import type { Datum, Model } from "../../model/model.ts";
import { dottedOf, factsRead } from "../../model/readings.ts";
import type { Expression, Field, RuleId } from "../../model/shapes.ts";
import { amountsOf, choicesOf, isValueThere } from "./amounts.ts";
import { asSentIn } from "./as-sent.ts";
import { sidesOf } from "./conditions.ts";
import { nameOfFact } from "./facts.ts";
import { afterForm, type FormPlaces, type Gate } from "./form-places.ts";
import { allOf, always, among, type Formula, implies, never, opposite } from "./formula.ts";
import { kindOf } from "./kind-of.ts";
import { isConstant } from "./linear.ts";
import { dataWithParts } from "./parts.ts";
import { rangeOfLimits } from "./products.ts";
import type { Amount, Choice, Sides, Translation } from "./translation.ts";
import { absent, Vocabulary } from "./vocabulary.ts";

/** Where a proof stands. */
export interface ProofPlace {
  /** Questions of earlier pages are answered by now, if they are asked. */
  readonly turn: number;
  /** Dotted paths of questions that are taken as asked whatever their conditions say. */
  readonly asIfAsked?: ReadonlySet<string>;
  /** Dotted paths of questions whose limits contradict each other, which is told already: they are taken without limits. */
  readonly withoutLimits?: ReadonlySet<string>;
}

/** What every place of a model shares: worked out once, since a form has hundreds of places. */
export interface Shared {
  /** By the variable of the fact. */
  readonly data: ReadonlyMap<string, Datum>;
  readonly firstDay: number;
}

export function sharedBy(model: Model): Shared {
  const data = new Map(dataWithParts(model).map((datum) => [nameOfFact(datum.path, datum.item?.key), datum]));
  return { data, firstDay: firstDay(model) };
}

export function createTranslation(model: Model, places: FormPlaces, place: ProofPlace, shared: Shared): Translation {
  const vocabulary = new Vocabulary();
  const sides = new Map<RuleId, Sides>();
  const working = new Set<RuleId>();
  const asSent = place.turn === afterForm ? asSentIn(model) : (condition: Expression) => condition;

  const sidesAt = (condition: Expression): Sides => {
    if (condition.op !== "rule") return sidesOf(t, condition);
    const known = sides.get(condition.id);
    if (known) return known;
    const rule = model.rules.get(condition.id);
    // A rule that is broken, or needs itself, is told by its own check; here it may be anything.
    if (!rule || rule.broken || working.has(rule.id)) return unknownRule(vocabulary, condition.id);
    working.add(rule.id);
    const made = sidesAt(rule.expression);
    working.delete(rule.id);
    sides.set(rule.id, made);
    return made;
  };

  const datumOf = (path: readonly string[], item: string | undefined): Datum | undefined =>
    shared.data.get(nameOfFact(path, item));
  const typeOf = (fact: Expression) => (fact.op === "fact" ? datumOf(fact.path, fact.item)?.type : undefined);

  const t: Translation = {
    model,
    data: dataWithParts(model),
    vocabulary,
    near: shared.firstDay,
    yes: (condition) => sidesAt(condition).yes,
    no: (condition) => sidesAt(condition).no,
    formYes: (id) => t.yes(asSent({ op: "rule", id })),
    formNo: (id) => t.no(asSent({ op: "rule", id })),
    isInForm: place.turn !== afterForm,
    isThere: (value) => isValueThere(t, value, kindOf(model, value, typeOf)),
    amounts: remembered((value) => amountsOf(t, value)),
    choices: (value): readonly Choice[] => choicesOf(t, value),
    datumOf,
    optionsOf: (datum) => {
      const isFree = datum && place.withoutLimits?.has(dottedOf(datum));
      const field = datum && !isFree ? places.fields.get(dottedOf(datum)) : undefined;
      const list = field && !field.prefill && !field.choicesFrom ? datum?.type?.list : undefined;
      return (list === undefined ? undefined : model.lists[list]?.options) ?? [];
    },
    rangeOf: (variable) => {
      const worked = vocabulary.rangeOf(variable);
      if (worked) return worked;
      const datum = shared.data.get(variable);
      const dotted = datum && dottedOf(datum);
      if (dotted === undefined || place.withoutLimits?.has(dotted)) return {};
      const musts = places.fields.get(dotted)?.musts ?? [];
      const limits = musts.flatMap(({ rule }) => model.rules.get(rule)?.expression ?? []);
      return rangeOfLimits(limits, (value) => {
        const [amount, second] = value.op === "literal" ? t.amounts(value) : [];
        return amount && !second && isConstant(amount.sum) ? amount.sum.constant : undefined;
      });
    },
    itemsOf: (list) => {
      const repeat = places.repeats.find((one) => one.key === list.join("."));
      // As long as items are added there may be fewer.
      const turns = [repeat, ...(repeat?.steps ?? [])].map((step) => (step && places.turnOf.get(step)) ?? 0);
      const isOver = Math.max(...turns) < place.turn;
      return [repeat?.showWhen === undefined && isOver ? repeat?.atLeast : undefined, repeat?.atMost];
    },
    isAsked: (datum) => (datum ? askedFormula(t, model, place, datum) : always),
    axiomOf: (datum, name) => axiomOf(t, model, places, place, datum, name),
  };
  return t;
}

/** The day the version starts; without a version, the first on which every dated amount has a value. */
function firstDay(model: Model): number {
  const days = [...model.rules.values()].flatMap(({ expression }) => {
    const first = expression.op === "dated" ? expression.entries.map(({ from }) => dayNumber(from) ?? 0) : [];
    return first.length > 0 ? [Math.min(...first)] : [];
  });
  const start = dayNumber(model.version.starts) ?? 0;
  return start > 0 ? start : Math.max(dayNumber("2026-01-01") ?? 0, ...days);
}

function remembered(work: (value: Expression) => readonly Amount[]): (value: Expression) => readonly Amount[] {
  const made = new Map<Expression, readonly Amount[]>();
  return (value) => {
    const known = made.get(value) ?? work(value);
    made.set(value, known);
    return known;
  };
}

function unknownRule(vocabulary: Vocabulary, id: RuleId): Sides {
  const name = `? rule ${id}`;
  vocabulary.choice(name, ["yes", "no", absent]);
  vocabulary.unread(name, new Set());
  return { yes: among(name, ["yes"]), no: among(name, ["no"]) };
}

function askedFormula(t: Translation, model: Model, place: ProofPlace, datum: Datum): Formula {
  const dotted = dottedOf(datum);
  if (place.asIfAsked?.has(dotted)) return always;
  const id = model.asked.get(dotted)?.askedWhen;
  return id === undefined ? always : t.formYes(id);
}

/** What officers record keeps its limits; one that reads another answer was kept when it was recorded, and that may be another one by now. */
function recordedLimits(t: Translation, model: Model, field: Field | undefined): Formula {
  const own = (field?.musts ?? []).filter(({ rule }) => factsRead(model, { op: "rule", id: rule }).size === 1);
  return allOf(own.map(({ rule }) => opposite(t.no({ op: "rule", id: rule }))));
}

/** Only what is asked has an answer; what was asked and is required has one; every answer keeps its limits. */
function axiomOf(
  t: Translation,
  model: Model,
  places: FormPlaces,
  place: ProofPlace,
  datum: Datum,
  name: string,
): Formula {
  const turn = places.turns.get(dottedOf(datum));
  if (turn === undefined) return recordedLimits(t, model, places.recorded.get(dottedOf(datum)));
  if (place.withoutLimits?.has(dottedOf(datum))) return always;
  const hasAnswer = among(name, [absent], true);
  const isAsked = askedFormula(t, model, place, datum);
  const field = places.fields.get(dottedOf(datum));
  // A box, or a way a file comes, may stand instead of the answer.
  const mayBeReplaced = field?.instead !== undefined || field?.canBe !== undefined;
  const isRequired =
    datum.from === "declaration" || (field && !field.optional && field.requiredWhen === undefined && !mayBeReplaced);
  const limits = (field?.musts ?? []).map((must) => opposite(t.formNo(must.rule)));
  return allOf([
    implies(hasAnswer, isAsked),
    isRequired && turn < place.turn ? implies(isAsked, hasAnswer) : always,
    ...limits,
    field?.requiredWhen !== undefined && !mayBeReplaced && turn < place.turn
      ? implies(allOf([isAsked, t.formYes(field.requiredWhen)]), hasAnswer)
      : always,
  ]);
}

/** The gate does not stop people: its demand is not known to be no, its page with no way on is not shown. */
export function passed(t: Translation, gate: Gate): Formula {
  if (gate.demand) return opposite(t.formNo(gate.demand.rule));
  return gate.stopWhen === undefined ? never : opposite(t.formYes(gate.stopWhen));
}
