// Questions to the procedure: can this be, at this place, with everything that is known there? An answer is an example, a
// proof that it cannot be, or that the steps ran out, which must always be told.
import type { Model } from "../../model/model.ts";
import { type FormPlaces, findFormPlaces, type Gate } from "./form-places.ts";
import { type Formula, variablesOf } from "./formula.ts";
import { refine, type Speaking } from "./refine.ts";
import type { Answer, Found } from "./solve.ts";
import { createTranslation, type ProofPlace, passed, type Shared, sharedBy } from "./translate.ts";
import type { Translation } from "./translation.ts";

/** A place of the form or the case, ready for questions. */
export interface Prover {
  readonly t: Translation;
  /** What everybody who is here has got past; at one item of a list, the demands of that item besides. */
  readonly gates: readonly Gate[];
  /** The gate does not stop people. */
  passes(gate: Gate): Formula;
  /** Can the formula be true for somebody who gets here? `gates` are those they have passed; all earlier ones when left out. */
  canBe(formula: Formula, gates?: readonly Gate[]): Answer;
  /** The same, where any example will do: one that is much like that of the question before is found at once. */
  canBeLike(like: Found | undefined, formula: Formula): Answer;
}

/** Provers of one model. */
export interface Provers {
  readonly model: Model;
  readonly places: FormPlaces;
  readonly told: Told;
  /** The prover of a place; made once for each turn. */
  at(place: ProofPlace): Prover;
  /** The same provers, with what is told already left out. */
  without(told: Told): Provers;
}

/** Contradictions that are told by one check and left out by the next. */
export interface Told {
  readonly gates: ReadonlySet<Gate>;
  /** Dotted paths of questions that nobody can answer within their limits. */
  readonly fields: ReadonlySet<string>;
  /** Lists of which no choice is ever shown. */
  readonly lists: ReadonlySet<string>;
}

export function createProvers(model: Model): Provers {
  return proversOf(
    model,
    findFormPlaces(model),
    { gates: new Set(), fields: new Set(), lists: new Set() },
    sharedBy(model),
  );
}

/** Checks walk through a form in its order: of thousands of pages only the last ones are kept ready. What is kept longer is dear to clear away. */
const mostKept = 30;

function proversOf(model: Model, places: FormPlaces, told: Told, shared: Shared): Provers {
  const provers = new Map<number, Prover>();
  return {
    model,
    places,
    told,
    at(place) {
      const whole: ProofPlace = { withoutLimits: told.fields, ...place };
      if (place.asIfAsked || place.withoutLimits) return createProver(model, places, whole, shared);
      const prover = provers.get(place.turn) ?? createProver(model, places, whole, shared);
      provers.set(place.turn, prover);
      const [oldest] = provers.size > mostKept ? provers.keys() : [];
      if (oldest !== undefined) provers.delete(oldest);
      return prover;
    },
    without: (more) => {
      const left = (gates: readonly Gate[]) => gates.filter((gate) => !more.gates.has(gate));
      const some = { ...places, gates: left(places.gates), itemGates: left(places.itemGates) };
      return proversOf(model, some, more, shared);
    },
  };
}

function createProver(model: Model, places: FormPlaces, place: ProofPlace, shared: Shared): Prover {
  const t = createTranslation(model, places, place, shared);
  const formulas = new Map<Gate, Formula>();
  const formulaOf = (gate: Gate): Formula => {
    const formula = formulas.get(gate) ?? passed(t, gate);
    formulas.set(gate, formula);
    return formula;
  };
  const spoken = new Map<Gate, Speaking>();
  const speaksOf = (gate: Gate): Speaking => {
    const formula = formulaOf(gate);
    const known = spoken.get(gate) ?? { formula, variables: variablesOf(formula) };
    spoken.set(gate, known);
    return known;
  };
  const isEarlier = (gate: Gate) => gate.turn < place.turn;
  const earlier = places.gates.filter(isEarlier);
  const all = [...earlier, ...places.itemGates.filter(isEarlier)];
  return {
    t,
    gates: earlier,
    passes: formulaOf,
    canBe: (formula, gates = all) => refine(t.vocabulary, formula, gates.map(speaksOf)),
    canBeLike: (like, formula) => refine(t.vocabulary, formula, all.map(speaksOf), like),
  };
}
