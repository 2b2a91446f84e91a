// A counter-example as lines that can be played: what is given, so that a case comes to the stage as the message says.
// Writes text only; nothing is played here. Says nothing where an answer cannot be written down.
import type { Datum } from "../../model/model.ts";
import { givenWords } from "../proof/example.ts";
import { nameOfFact } from "../proof/facts.ts";
import { allOf, type Formula, variablesOf } from "../proof/formula.ts";
import { numberOf, zero } from "../proof/rational.ts";
import type { Found } from "../proof/solve.ts";
import type { Translation } from "../proof/translation.ts";
import { absent, otherWords, there } from "../proof/vocabulary.ts";
import type { OnTheWay } from "./on-the-way.ts";

/** More than this nobody reads, or types. */
const mostGiven = 12;

/**
 * `As an example:  given keeper is no, savings is £500`. `goal` is what the message speaks of, `around` what is known there.
 * Demands of the form are met too, so that the application can be sent.
 */
export function exampleOf(
  walked: OnTheWay,
  goal: readonly Formula[],
  around: readonly Formula[],
  found: Found,
): string[] {
  const given = givenOf(walked, goal, around, found);
  return given === undefined ? [] : [`As an example:  given ${given.join(", ")}`];
}

/** Each answer as it is given in an example; undefined when one of those that matter cannot be written. */
export function givenOf(
  { prover }: OnTheWay,
  goal: readonly Formula[],
  around: readonly Formula[],
  found: Found,
): string[] | undefined {
  const { t } = prover;
  const gates = prover.gates.map(prover.passes);
  const whole = prover.canBe(allOf([...goal, ...around, ...gates]));
  const example = whole.verdict === "found" ? whole : found;
  const named = variablesOf(t.vocabulary.withAxioms(allOf([...goal, ...around, ...gates])));
  const data = t.model.data.filter((datum) => named.has(nameOfFact(datum.path, datum.item?.key)));
  const needed = variablesOf(allOf(goal));
  // Items stand in lines of their own: without them it would be another case.
  const hasItems = [...named].some(
    (name) => t.vocabulary.isCount(name) && numberOf(example.numbers.get(name) ?? zero) > 0,
  );
  if (hasItems) return undefined;
  const lines = data.flatMap((datum) => givenLine(t, datum, example, needed));
  const isWhole = lines.every((line) => line !== undefined);
  if (!isWhole || lines.length === 0 || lines.length > mostGiven) return undefined;
  return lines.filter((line) => line !== undefined);
}

/** None for what has no answer; undefined in the list for what is there and cannot be written in one line. */
function givenLine(t: Translation, datum: Datum, found: Found, needed: ReadonlySet<string>): (string | undefined)[] {
  const name = nameOfFact(datum.path, datum.item?.key);
  const choice = found.choices.get(name);
  if (datum.from === "stage" || datum.from === "case")
    return choice === undefined || choice === absent || !needed.has(name) ? [] : [undefined];
  if (choice === undefined || choice === absent || datum.type?.kind === "record") return [];
  if (datum.item || !datum.type) return [undefined];
  const start = `${name} includes `;
  const included = [...found.choices].filter(([one, value]) => one.startsWith(start) && value === "yes");
  if (included.length > 0) return [undefined];
  const amount = found.numbers.get(name);
  if (amount) return [`${datum.said} is ${givenWords(t, amount, datum.type)}`];
  if (choice === there || choice === otherWords) return needed.has(name) ? [undefined] : [];
  return [`${datum.said} is ${datum.type.kind === "text" ? `"${choice}"` : choice}`];
}
