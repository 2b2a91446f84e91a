// Finds an example for a row of a table or an exception that none takes: a person from the prover, played to see that it is so.
import type { BuiltRule } from "../../model/model.ts";
import type { Expression } from "../../model/shapes.ts";
import { afterForm } from "../proof/form-places.ts";
import { allOf, opposite } from "../proof/formula.ts";
import { linesOfPerson, otherDays, type Person, personOf } from "../proof/person.ts";
import type { Provers } from "../proof/prove.ts";
import type { ReadyExample } from "./examples-fix.ts";
import { nothingKnown, withGiven } from "./play-example.ts";
import { branchesOf, firstYes } from "./reached.ts";
import type { Stage } from "./stage.ts";
import { firstItems, type Start } from "./starts.ts";
import { valueWritten } from "./written-value.ts";

/** Branches that come before one, at most. */
const mostEarlier = 60;

/** Somebody of whom this condition is yes and the earlier ones are not; undefined when none is found. */
export function personFor(provers: Provers, condition: Expression, earlier: readonly Expression[]): Person | undefined {
  const { t, canBe } = provers.at({ turn: afterForm });
  const answer = canBe(allOf([t.yes(condition), ...earlier.map((one) => opposite(t.yes(one)))]));
  return answer.verdict === "found" ? personOf(t, answer) : undefined;
}

/** What an example of this person starts from. */
export function startOf({ model }: Stage, person: Person): Start {
  const known = person.facts.reduce((all, { given }) => withGiven(model, all, given), nothingKnown);
  return { known, on: person.on ?? model.version.starts, lines: linesOfPerson(person, model) };
}

/** The example for one branch of a rule, that comes out as it says; undefined when none is found. */
export function readyForBranch(
  stage: Stage,
  provers: Provers,
  rule: BuiltRule,
  index: number,
  starts: readonly Start[],
): ReadyExample | undefined {
  const branches = branchesOf(rule.expression);
  const branch = branches[index];
  // Where exactly one row fits, no other has to be ruled out; a long list of earlier ones is no help for anybody.
  const isExact = rule.expression.op === "table" && rule.expression.policy === "exactly-one";
  if (!isExact && index > mostEarlier) return undefined;
  const person = branch && personFor(provers, branch, isExact ? [] : branches.slice(0, index));
  const people = person && person.facts.length > 0 ? [person, ...otherDays(person)] : [];
  for (const one of people) {
    const start = startOf(stage, one);
    for (const filled of [start, ...firstItems(stage, start)]) {
      const lines = takenBy(stage, rule, index, filled);
      const list = filled === start ? undefined : /^given (.+) are$/m.exec(filled.lines.join("\n"))?.[1];
      if (lines) return { title: `${saidOf(one)}${list === undefined ? "" : `, with ${list}`}`, lines };
    }
  }
  for (const start of starts) {
    const lines = takenBy(stage, rule, index, start);
    if (lines) return { title: asTitle(lines.at(-1)?.replace("expect ", "") ?? ""), lines };
  }
  return undefined;
}

/** The lines of an example that starts so, when it takes the branch; undefined when it does not. */
function takenBy(stage: Stage, rule: BuiltRule, index: number, start: Start): readonly string[] | undefined {
  const { facts, refused } = stage.fillIn(stage.service, stage.rulebook, start.known, start.on);
  if (refused.length > 0) return undefined;
  if (firstYes(stage, branchesOf(rule.expression), facts) !== index) return undefined;
  const value = stage.rulebook.evaluate(rule.id, facts);
  const written = value === undefined ? undefined : valueWritten(stage, rule.gives, value);
  return written === undefined ? undefined : [...start.lines, `expect ${rule.name ?? rule.id} is ${written}`];
}

function saidOf({ facts }: Person): string {
  const said = facts
    .map(({ words }) => words.replaceAll('"', ""))
    .slice(0, 3)
    .join(", ");
  return asTitle(said);
}

function asTitle(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
