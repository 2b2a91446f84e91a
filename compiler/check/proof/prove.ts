// Questions to the procedure: can this be, at this place, with everything that is known there? An answer is an example, a
// proof that it cannot be, or that the steps ran out, which must always be told.
import type { Model } from "../../model/model.ts";
import { type FormPlaces, findFormPlaces } from "./form-places.ts";
import { allOf, type Formula, variablesOf } from "./formula.ts";
import { type Answer, solve, usualSteps } from "./solve.ts";
import { createTranslation, type ProofPlace, passedGates } from "./translate.ts";
import type { Translation } from "./translation.ts";

/** A place of the form or the case, ready for questions. */
export interface Prover {
  readonly t: Translation;
  readonly places: FormPlaces;
  /** Can the formula be true for somebody who gets here? */
  canBe(formula: Formula, steps?: number): Answer;
}

/** Provers of one model, one for each place, made when first needed. */
export function createProvers(model: Model): (place: ProofPlace) => Prover {
  const places = findFormPlaces(model);
  const provers = new Map<number, Prover>();
  return (place) => {
    if (place.asIfAsked) return createProver(model, places, place);
    const prover = provers.get(place.turn) ?? createProver(model, places, place);
    provers.set(place.turn, prover);
    return prover;
  };
}

function createProver(model: Model, places: FormPlaces, place: ProofPlace): Prover {
  const t = createTranslation(model, places, place);
  const gates = remembered(() => passedGates(t, places, place.turn));
  const canBe = (formula: Formula, steps = usualSteps) => solve(relevant(t, formula, gates()), t.vocabulary, steps);
  return { t, places, canBe };
}

function remembered<T>(work: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: work() };
    return made.value;
  };
}

/** The formula with what is known of its variables, and with those gates that speak of them: others cannot change the answer. */
function relevant(t: Translation, formula: Formula, gates: readonly Formula[]): Formula {
  let whole = t.vocabulary.withAxioms(formula);
  let waiting = gates.map((gate) => ({ gate, variables: variablesOf(t.vocabulary.withAxioms(gate)) }));
  for (;;) {
    const known = variablesOf(whole);
    const near = waiting.filter(({ variables }) => [...variables].some((name) => known.has(name)));
    if (near.length === 0) return whole;
    waiting = waiting.filter((one) => !near.includes(one));
    whole = t.vocabulary.withAxioms(allOf([whole, ...near.map(({ gate }) => gate)]));
  }
}
