// Asks the procedure about no more than is needed: first the formula alone, then, as long as the example breaks something that
// is known of its variables, that too. "None" with a part of what is known is none with all of it; an example counts only when
// it keeps everything that is known.
import type { Expression } from "../../model/shapes.ts";
import { allOf, type Formula } from "./formula.ts";
import { type Rational, rational } from "./rational.ts";
import { type Answer, type Found, isTrue, solve, usualSteps } from "./solve.ts";
import type { Translation } from "./translation.ts";
import { absent, type Vocabulary } from "./vocabulary.ts";

/** Something known at the place, with the variables that it names. */
export interface Speaking {
  readonly formula: Formula;
  readonly variables: ReadonlySet<string>;
}

/** An example under way: values of every variable. */
interface Values {
  readonly choices: Map<string, string>;
  readonly numbers: Map<string, Rational>;
}

const mostRounds = 60;
const fewRounds = 2;
const fewKnown = 40;

/**
 * Can the formula be true, with everything that is known of its variables and the gates that speak of them? `like` is an example of
 * something near: what is left open is first tried as it is there. That saves the search along a chain whose last link was just looked at.
 */
export function refine(vocabulary: Vocabulary, formula: Formula, gates: readonly Speaking[], like?: Found): Answer {
  const answer = refined(vocabulary, formula, gates, like);
  if (answer.verdict !== "found") return answer;
  const sure = [...answer.numbers.keys()].flatMap((name) => vocabulary.sureOf(name) ?? []);
  const values: Values = { choices: new Map(answer.choices), numbers: new Map(answer.numbers) };
  if (sure.every((one) => holds(one, vocabulary, values))) return answer;
  const surer = refined(vocabulary, allOf([formula, ...sure]), gates);
  return surer.verdict === "found" ? surer : answer;
}

function refined(vocabulary: Vocabulary, formula: Formula, gates: readonly Speaking[], like?: Found): Answer {
  const { names, known, isCut } = aroundOf(vocabulary, formula, gates);
  const taken = new Set<Formula>();
  const isBroken = (one: Formula, values: Values) => !taken.has(one) && !holds(one, vocabulary, values);
  const found = (values: Values): Found => ({ verdict: "found", ...values, ...(isCut && { isCut }) });
  for (let round = 0; round < mostRounds; round++) {
    const answer = solve(allOf([formula, ...taken]), vocabulary, usualSteps);
    if (answer.verdict !== "found") return answer;
    if (like && round === 0) {
      const alike = completed(vocabulary, names, answer, like);
      if (!known.some((one) => isBroken(one, alike))) return found(alike);
    }
    const values = completed(vocabulary, names, answer);
    const broken = known.filter((one) => isBroken(one, values));
    if (broken.length === 0) return found(values);
    // A chain breaks one link in each round: after some of them all of it is taken in, if it is not too much.
    for (const one of round >= fewRounds && known.length <= fewKnown ? known : broken) taken.add(one);
  }
  return { verdict: "open" };
}

/** Whether no item of a list can be like this, by what is known of each item alone. */
export function isNeverSo(t: Translation, condition: Expression): boolean {
  return refine(t.vocabulary, t.yes(condition), []).verdict === "none";
}

/** How far what is known is followed: a question, the one it hangs on, and so on. An example of a longer chain says that it is cut. */
export const furthest = 8;

/** Every variable within reach of the formula, through gates too, and all that is known of them. */
function aroundOf(
  vocabulary: Vocabulary,
  formula: Formula,
  gates: readonly Speaking[],
): { names: ReadonlySet<string>; known: readonly Formula[]; isCut: boolean } {
  const near = gatesNear(vocabulary, formula, gates);
  const rings = vocabulary.rings([formula, ...near], furthest + 1);
  const inner = rings.slice(0, furthest).flat();
  const names = new Set(rings.slice(0, furthest + 1).flat());
  return {
    names,
    known: [...inner.map((name) => vocabulary.axiomOf(name)), ...near],
    isCut: rings.length > furthest + 1,
  };
}

/** A gate may speak of an answer that only another gate ties to the formula: "at least 18" behind "more years than age". */
const mostGatesInRow = 4;

function gatesNear(vocabulary: Vocabulary, formula: Formula, gates: readonly Speaking[]): readonly Formula[] {
  let near: readonly Formula[] = [];
  if (gates.length === 0) return near;
  for (let round = 0; round < mostGatesInRow; round++) {
    const close = vocabulary.reach([formula, ...near], 2);
    const found = gates.filter(({ variables }) => [...variables].some((name) => close.has(name)));
    if (found.length === near.length) break;
    near = found.map((gate) => gate.formula);
  }
  return near;
}

/**
 * The example, with a value for each variable that it leaves open: that of `like`; else one that keeps what is known of it, as far as one
 * is found at once.
 */
function completed(vocabulary: Vocabulary, names: ReadonlySet<string>, answer: Found, like?: Found): Values {
  const values: Values = { choices: new Map(answer.choices), numbers: new Map(answer.numbers) };
  for (const name of like ? names : []) {
    const [choice, number] = [like?.choices.get(name), like?.numbers.get(name)];
    if (choice !== undefined && !values.choices.has(name)) values.choices.set(name, choice);
    if (number && !values.numbers.has(name)) values.numbers.set(name, number);
  }
  const open = [...names].filter((name) => !values.choices.has(name) && vocabulary.valuesOf(name).length > 0);
  const last = (name: string) =>
    vocabulary.valuesOf(name).includes(absent) ? absent : vocabulary.valuesOf(name).at(-1);
  for (const name of open) values.choices.set(name, last(name) ?? absent);
  const furthestFirst = open.toReversed();
  for (let pass = 0; pass < 2; pass++)
    for (const name of furthestFirst) {
      const axiom = vocabulary.axiomOf(name);
      if (holds(axiom, vocabulary, values)) continue;
      const fitting = candidates(vocabulary, name, answer.numbers.get(name)).find(([choice, number]) => {
        values.choices.set(name, choice);
        if (number) values.numbers.set(name, number);
        return holds(axiom, vocabulary, values);
      });
      if (!fitting) values.choices.set(name, last(name) ?? absent);
    }
  return values;
}

/** Each choice; the amount that is settled, else some that are likely to be within limits. */
function candidates(
  vocabulary: Vocabulary,
  name: string,
  settled: Rational | undefined,
): [choice: string, number: Rational | undefined][] {
  const near = vocabulary.near(name);
  const amounts = settled ? [settled] : [near, rational(0n), rational(1n), rational(10n), rational(100n)];
  const choices = vocabulary.valuesOf(name);
  if (!vocabulary.hasAmount(name)) return choices.map((choice) => [choice, undefined]);
  return choices.flatMap((choice) => amounts.map((amount): [string, Rational] => [choice, amount]));
}

function holds(formula: Formula, vocabulary: Vocabulary, values: Values): boolean {
  switch (formula.kind) {
    case "and":
      for (const part of formula.parts) if (!holds(part, vocabulary, values)) return false;
      return true;
    case "or":
      for (const part of formula.parts) if (holds(part, vocabulary, values)) return true;
      return false;
    case "among": {
      const value = values.choices.get(formula.variable);
      return value !== undefined && formula.values.includes(value) !== formula.negated;
    }
    case "line": {
      for (const name of formula.line.sum.factors.keys())
        if (!values.numbers.has(name)) values.numbers.set(name, vocabulary.near(name));
      return isTrue(formula.line, values.numbers);
    }
  }
}
