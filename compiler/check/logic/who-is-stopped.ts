// Somebody who finds no answer that is accepted, in words and proved. "For these answers there is no other that fits" is asked in
// two halves: the question at hand is taken out of what is known (ways-out.ts), which finds somebody to look at; of that person it
// is then proved that every answer is refused. Somebody who can answer after all shows one more way out, a few times over.
import type { Fix } from "../../diagnostics/problem.ts";
import { dottedOf } from "../../model/readings.ts";
import { sayExample } from "../proof/example.ts";
import { isEqual, nameOfFact } from "../proof/facts.ts";
import type { FormPlaces, Gate } from "../proof/form-places.ts";
import { allOf, always, among, type Formula, opposite, variablesOf } from "../proof/formula.ts";
import { constant, variable } from "../proof/linear.ts";
import type { Prover } from "../proof/prove.ts";
import { one, rational } from "../proof/rational.ts";
import type { Found } from "../proof/solve.ts";
import type { Translation } from "../proof/translation.ts";
import { absent } from "../proof/vocabulary.ts";
import { chosen, copied, putIn, wayLike, waysOut } from "../proof/ways-out.ts";
import { limitBefore } from "./limit-before.ts";
import { partOf } from "./nobody-can-continue.ts";

/** So often somebody may be found who can answer after all, before it is left open. */
const mostTries = 8;

/** What accepts or refuses the answers to one question, or to several together. */
export interface Limited {
  /** The variables of these answers. */
  readonly own: ReadonlySet<string>;
  readonly prover: Prover;
  readonly places: FormPlaces;
  /** Whoever is asked, and has to answer. */
  readonly isAsked: Formula;
  /** An answer is there, and shown. */
  readonly isThere: Formula;
  readonly before: readonly Gate[];
}

/** There is an answer: one of the ways, each over what was said before. */
export interface SomeAnswer {
  /** Everything that has to be so for the answer to be accepted. */
  readonly whole: Formula;
  readonly inner: ReadonlySet<string>;
  readonly ways: readonly Formula[];
  /** The answers that the form asks for before, by their variables. */
  readonly said: ReadonlySet<string>;
}

/** Of what the form does not ask (sources, days, what proofs do not look into) any is taken that helps. */
function acceptedIn({ prover, places, own, isThere }: Limited, demands: readonly Formula[]): Omit<SomeAnswer, "ways"> {
  const { vocabulary } = prover.t;
  const goal = allOf([isThere, ...demands]);
  const inner = new Set<string>();
  const said = new Set<string>();
  const known: Formula[] = [];
  const names = variablesOf(goal);
  // A set grows while it is walked: what is known of an answer speaks of others.
  for (const name of names) {
    const answers = answersBehind(prover.t, places, name, own);
    if (answers) for (const answer of answers) said.add(answer);
    else {
      inner.add(name);
      known.push(vocabulary.axiomOf(name));
      variablesOf(vocabulary.axiomOf(name), names);
    }
  }
  return { whole: allOf([goal, ...known]), inner, said };
}

/** Undefined when there are too many ways. */
export function someAnswer(limited: Limited, demands: readonly Formula[]): SomeAnswer | undefined {
  const accepted = acceptedIn(limited, demands);
  const ways = waysOut(limited.prover.t.vocabulary, accepted.whole, accepted.inner);
  return ways && { ...accepted, ways };
}

/** The answers of the form that settle the variable; undefined where something else does, or the answer that is asked about. */
function answersBehind(
  t: Translation,
  places: FormPlaces,
  name: string,
  own: ReadonlySet<string>,
): ReadonlySet<string> | undefined {
  const found = new Set<string>();
  const names = new Set([name]);
  for (const one of names) {
    const [fact = one] = one.split(" includes ");
    if (own.has(fact) || t.vocabulary.isRough(one)) return undefined;
    if (one.startsWith("rule ")) variablesOf(t.vocabulary.axiomOf(one), names);
    else found.add(one);
  }
  return [...found].every((one) => isAskedFor(t, places, one)) ? found : undefined;
}

function isAskedFor(t: Translation, places: FormPlaces, name: string): boolean {
  const [fact = name] = name.split(" includes ");
  const datum = t.data.find((one) => nameOfFact(one.path, one.item?.key) === fact);
  return datum !== undefined && places.turns.has(dottedOf(datum));
}

/** Somebody in words, of whom it is proved; undefined when there is nobody. */
export function whoIsStopped(
  limited: Limited,
  demands: readonly Formula[],
  besides: Formula,
): Person | undefined | "open" {
  const { prover, isAsked, before } = limited;
  const answer = someAnswer(limited, demands);
  if (!answer) return "open";
  if (answer.said.size === 0) return undefined;
  const { t, canBe } = prover;
  let ways = answer.ways;
  for (let tries = 0; tries < mostTries; tries++) {
    const stopped = canBe(allOf([isAsked, besides, firstDay(t), ...ways.map(opposite)]), before);
    if (stopped.verdict !== "found") return stopped.verdict === "open" ? "open" : undefined;
    const isStopped = (said: readonly Formula[]) => canBe(allOf([isAsked, answer.whole, ...said]), before);
    const said = [...answer.said].map((name) => asIn(stopped, name));
    const other = isStopped(said);
    if (other.verdict === "open") return "open";
    if (other.verdict === "none") {
      const left = partOf(said, (some) => isStopped(some).verdict === "none");
      return personOf(limited, answer.whole, left, stopped);
    }
    ways = [...ways, answeredAs(answer, other)];
  }
  return "open";
}

/** So often the ways on of several answers are looked for. */
const mostWaysOn = 40;

/** Somebody in words, and what would tell them before. */
export interface Person {
  readonly person: string;
  readonly fixes: readonly Fix[];
}

function personOf(limited: Limited, whole: Formula, said: readonly Formula[], found: Found): Person | undefined {
  const person = sayExample(limited.prover.t, said, found);
  return person === "" ? undefined : { person, fixes: limitBefore(limited, whole, said) };
}

/** Somebody who can meet each demand with some answers, and not all of them with any. */
export interface Stopped extends Person {
  /** The demands without which these people could go on, left out one by one. */
  readonly demands: readonly number[];
}

/**
 * The same for several answers at once, without writing out all ways: each person who can go on shows one. That a demand alone can be
 * met is asked with answers of its own, so that nobody is named whom one demand is meant to stop.
 */
export function whoIsStoppedTogether(limited: Limited, demands: readonly Formula[]): Stopped | undefined | "open" {
  const { prover, isAsked, before } = limited;
  const { t, canBe } = prover;
  const { whole, inner, said } = acceptedIn(limited, demands);
  if (said.size === 0) return undefined;
  const alone = demands.map((demand, index) => {
    const one = acceptedIn(limited, [demand]);
    return copied(t.vocabulary, one.whole, one.inner, `for demand ${index}`);
  });
  const ways: Formula[] = [];
  while (ways.length < mostWaysOn) {
    const somebody = canBe(allOf([isAsked, ...alone, firstDay(t), ...ways.map(opposite)]), before);
    if (somebody.verdict !== "found") return somebody.verdict === "open" ? "open" : undefined;
    const all = [...said].map((name) => asIn(somebody, name));
    const goesOn = (known: readonly Formula[], some: Formula) => canBe(allOf([isAsked, some, ...known]), before);
    const other = goesOn(all, whole);
    if (other.verdict === "open") return "open";
    if (other.verdict === "found") {
      ways.push(wayLike(t.vocabulary, whole, inner, other));
      continue;
    }
    const left = partOf(all, (some) => goesOn(some, whole).verdict === "none");
    const wholeOf = (some: readonly number[]) =>
      acceptedIn(
        limited,
        some.flatMap((index) => demands[index] ?? []),
      ).whole;
    const needed = partOf([...demands.keys()], (some) => goesOn(left, wholeOf(some)).verdict === "none");
    const person = personOf(limited, whole, left, somebody);
    return person && { ...person, demands: needed };
  }
  return "open";
}

/** The variable as it is in the example. */
function asIn({ choices, numbers }: Found, name: string): Formula {
  const [choice, number] = [choices.get(name), numbers.get(name)];
  return allOf([
    choice === undefined ? always : among(name, [choice]),
    number === undefined || choice === absent ? always : isEqual(variable(name, one), constant(number)),
  ]);
}

/** Everybody for whom this very answer is accepted. */
function answeredAs({ whole, inner }: SomeAnswer, { choices, numbers }: Found): Formula {
  const own = chosen(whole, new Map([...choices].filter(([name]) => inner.has(name))));
  return [...inner].reduce((way, name) => {
    const value = numbers.get(name);
    return value ? putIn(way, name, { at: constant(value), isAbove: false }) : way;
  }, own);
}

/** Who is stopped is stopped on the first day already: that a text grows old stops everybody. */
function firstDay(t: Translation): Formula {
  if (!t.vocabulary.hasAmount("today")) return always;
  return isEqual(variable("today", one), constant(rational(BigInt(t.near))));
}
