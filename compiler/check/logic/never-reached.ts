// FW405: what can never be shown, chosen, taken or paid, whatever people answer. What follows from one such thing is told
// with it, not again. FW414: a condition that is always yes where it stands.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem, Related } from "../../diagnostics/problem.ts";
import { conditionOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import { dottedOf } from "../../model/readings.ts";
import type { Expression } from "../../model/shapes.ts";
import type { Line, Span } from "../../syntax/tree.ts";
import { nameOfFact } from "../proof/facts.ts";
import { allOf, type Formula, opposite, variablesOf } from "../proof/formula.ts";
import { findGuards, type Guard, lineOfRule } from "../proof/guards.ts";
import type { Prover, Provers } from "../proof/prove.ts";
import { furthest } from "../proof/refine.ts";
import type { Found } from "../proof/solve.ts";
import { lineNumber, removeLine, textAt } from "../text-edits.ts";
import { onceForEachLine, timesAmong } from "./each-include.ts";
import type { Undecided } from "./not-decided.ts";
import { leansOnUnread, readsUnread } from "./not-looked-into.ts";

/** Conditions that are never yes, and those that always are. */
export interface Reached {
  readonly problems: readonly Problem[];
  readonly undecided: readonly Undecided[];
}

const comesFirst = "this comes first";

interface Dead {
  readonly guard: Guard;
  readonly follows: Guard[];
}

export function checkNeverReached(provers: Provers): Reached {
  const dead: Dead[] = [];
  const always: Guard[] = [];
  const undecided: Undecided[] = [];
  const cut: Guard[] = [];
  let example: Found | undefined;
  const guards = findGuards(provers.model, provers.places);
  for (const guard of guards) {
    // A question of which no choice is shown is told as one that nobody can answer.
    if (guard.list !== undefined && provers.told.lists.has(guard.list)) continue;
    const prover = provers.at({ turn: guard.turn });
    const goal = goalOf(prover, guard);
    const answer = prover.canBeLike(example, goal);
    const { verdict } = answer;
    if (answer.verdict === "found") example = answer;
    if (answer.verdict === "found" && answer.isCut) cut.push(guard);
    if (answer.verdict === "found" && leansOnItsUnread(prover, goal))
      undecided.push({ ...whetherItCan(guard), why: notLookedInto });
    if (verdict === "open") undecided.push(whetherItCan(guard));
    if (verdict === "none") {
      const cause = causeOf(provers, guard, dead);
      if (cause) cause.follows.push(guard);
      else dead.push({ guard, follows: [] });
    } else if (answer.verdict === "found" && guard.mayBeAlways && isAlwaysYes(prover, guard, answer))
      always.push(guard);
  }
  const times = timesAmong(guards);
  const timesDead = timesAmong(dead.flatMap((one) => [one.guard, ...one.follows]));
  const timesAlways = timesAmong(always);
  const looks = { left: mostLooks };
  const told = onceForEachLine(dead, ({ guard }) => guard).map((one) =>
    neverReached(
      provers,
      one,
      { times: times(one.guard), isEachTime: timesDead(one.guard) === times(one.guard) },
      looks,
    ),
  );
  // A line that some includes need is not idle.
  const idle = onceForEachLine(always, (guard) => guard).filter((guard) => timesAlways(guard) === times(guard));
  const allTold = [...told, ...idle.map((guard) => alwaysYes(provers.model, guard, times(guard)))];
  return { problems: [...allTold, ...tellCut(provers.model, cut)], undecided };
}

/** How often the line counts, and whether it is dead each time. */
interface Includes {
  readonly times: number;
  readonly isEachTime: boolean;
}

const notLookedInto =
  "It joins an answer with a product, a pattern or the items of a list that read the same answer. Look whether both can be so.";

function whetherItCan({ thing, happen, at }: Guard): Undecided {
  return { what: `whether ${lowerFirst(thing)} can ${happen}`, at };
}

/** Long chains are told once: each of their ends would say the same. */
function tellCut({ trees }: Model, cut: readonly Guard[]): Problem[] {
  const [first, ...others] = cut;
  if (!first) return [];
  const lines = [...new Set(others.map(({ at }) => lineNumber(trees, at)))];
  const also =
    lines.length > 0
      ? [`So do other conditions: line ${lines.slice(0, 8).join(", ")}${lines.length > 8 ? " …" : ""}.`]
      : [];
  const chain = `It hangs on a chain of more than ${furthest} answers, and only the last ${furthest} were looked at.`;
  const what = `whether ${lowerFirst(first.thing)} can ${first.happen}`;
  return [problems.notDecided(first.at, { what }, { explanation: [chain, ...also] })];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Everything around is yes, nothing before is, and the condition itself is yes. */
function reach({ t, canBe }: Prover, guard: Guard, without?: Expression) {
  return canBe(goalOf({ t, canBe }, guard, without));
}

function goalOf(prover: Pick<Prover, "t" | "canBe">, guard: Guard, without?: Expression): Formula {
  return allOf([surrounding(prover, guard, without), prover.t.yes(guard.condition)]);
}

function surrounding({ t }: Pick<Prover, "t" | "canBe">, guard: Guard, without?: Expression): Formula {
  const around = guard.around.filter((one) => one !== without).map(t.yes);
  const before = guard.before
    .filter(({ condition }) => condition !== without)
    .map(({ condition }) => opposite(t.yes(condition)));
  return allOf([...around, ...before]);
}

/** Looked at in the example that is the goal's own, which is the same whatever was looked at before. */
function leansOnItsUnread(prover: Prover, goal: Formula): boolean {
  if (!readsUnread(prover, goal)) return false;
  const own = prover.canBe(goal);
  return own.verdict === "found" && leansOnUnread(prover, goal, own);
}

function isAlwaysYes(prover: Prover, guard: Guard, example: Found): boolean {
  const isNot = allOf([surrounding(prover, guard), opposite(prover.t.yes(guard.condition))]);
  return prover.canBeLike(example, isNot).verdict === "none";
}

/** One that is dead already, and would have to come to life first: it stands around, or its questions would have to be asked. */
function causeOf(provers: Provers, guard: Guard, dead: readonly Dead[]): Dead | undefined {
  const isAround = dead.find(
    (one) => guard.around.includes(one.guard.condition) || isSame(guard.around, one.guard.condition),
  );
  if (isAround) return isAround;
  return dead.find((one) => {
    if (one.guard.questions.length === 0) return false;
    const prover = provers.at({ turn: guard.turn, asIfAsked: new Set(one.guard.questions) });
    return reach(prover, guard).verdict === "found";
  });
}

function isSame(all: readonly Expression[], wanted: Expression): boolean {
  return wanted.op === "rule" && all.some((one) => one.op === "rule" && one.id === wanted.id);
}

/** Of a line of a question set that is so in one include only, that include is named, and the line stays: others need it. */
function neverReached(
  provers: Provers,
  { guard, follows }: Dead,
  { times, isEachTime }: Includes,
  looks: Looks,
): Problem {
  const { model } = provers;
  const related = reasons(provers, guard, looks);
  const lead = leadOf(model, guard, related);
  const also = [...new Set(follows.map((one) => `${one.thing} (line ${lineNumber(model.trees, one.at)})`))];
  const consequence = also.length > 0 ? [`For the same reason, these cannot be reached: ${also.join(", ")}.`] : [];
  const args = { thing: isEachTime ? guard.thing : thingOfInclude(model, guard), happen: guard.happen };
  const fixes = isEachTime
    ? [...anyInstead(provers, guard), ...withoutLine(model, guard, "always show it: remove line")]
    : [];
  return problems.neverReached(guard.at, args, {
    related,
    explanation: [lead, ...(isEachTime ? eachTime(times) : []), ...consequence],
    fixes,
  });
}

/** Why, in one sentence. */
function leadOf(model: Model, guard: Guard, related: readonly Related[]): string {
  if (related.some(({ words }) => words === comesFirst)) return "What comes first takes all of its cases.";
  if (related.length > 0) return "It contradicts what is already known there.";
  return guard.before.length > 0
    ? "What comes first takes all of its cases, or no answers make it yes."
    : `No answers make ${quoted(textOf(model, guard))} yes.`;
}

function quoted(text: string): string {
  return `"${text}"`;
}

/** The author's words of the condition, on one line and not too long. */
function textOf(model: Model, guard: Guard): string {
  const line = guard.condition.op === "rule" ? lineOfRule(model, guard.condition.id) : undefined;
  const own = line && conditionOf(line)?.span;
  const text = withBullets(model, own ?? guard.at).replace(/\s+/g, " ");
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** "any of" says little without the bullets below it. */
function withBullets(model: Model, at: Span): string {
  const text = textAt(model.trees, at);
  const line = model.trees.filter((tree) => tree.file === at.file).flatMap((tree) => lineAt(tree.lines, at))[0];
  const bullets = line?.bullets ?? [];
  return bullets.length > 0 && text.endsWith("of")
    ? `${text}: ${bullets.map(({ span }) => textAt(model.trees, span).replace(/^\s*-\s*/, "")).join(", ")}`
    : text;
}

/** Of so many things in all it is looked at whether they are a reason; what is told is the same without them. */
const mostLooks = 600;

interface Looks {
  left: number;
}

/** No more are shown. */
const mostReasons = 4;

/** What would have to change: each thing that is known there, left out by itself, makes it possible. */
function reasons(provers: Provers, guard: Guard, looks: Looks): Related[] {
  const found: Related[] = [];
  for (const { span, words, isOne } of suspects(provers, guard)) {
    if (found.length >= mostReasons || looks.left <= 0) break;
    looks.left -= 1;
    if (isOne()) found.push({ span, words });
  }
  return found;
}

interface Suspect extends Required<Related> {
  isOne(): boolean;
}

function* suspects(provers: Provers, guard: Guard): Generator<Suspect> {
  const { model, places } = provers;
  const prover = provers.at({ turn: guard.turn });
  const isFound = (verdict: string) => verdict === "found";
  for (const one of guard.around) {
    const span = one.op === "rule" ? model.rules.get(one.id)?.at : undefined;
    if (span) yield { span, words: "this must be yes too", isOne: () => isFound(reach(prover, guard, one).verdict) };
  }
  for (const { condition, at } of guard.before)
    yield { span: at, words: comesFirst, isOne: () => isFound(reach(prover, guard, condition).verdict) };
  const gates = [...places.gates, ...places.itemGates].filter((gate) => gate.turn < guard.turn);
  const goal = allOf([surrounding(prover, guard), prover.t.yes(guard.condition)]);
  for (const gate of gates) {
    const id = gate.demand?.rule ?? gate.stopWhen;
    const span = id === undefined ? undefined : model.rules.get(id)?.at;
    const isOne = () =>
      isFound(
        prover.canBe(
          goal,
          gates.filter((other) => other !== gate),
        ).verdict,
      );
    if (span) yield { span, words: "nobody gets past this otherwise", isOne };
  }
  yield* questionsSuspected(provers, guard, goal);
}

/** Questions that are asked only sometimes, or have limits. */
function* questionsSuspected(provers: Provers, guard: Guard, goal: Formula): Generator<Suspect> {
  const { model, places } = provers;
  const mentioned = variablesOf(provers.at({ turn: guard.turn }).t.vocabulary.withAxioms(goal));
  for (const datum of model.data) {
    const dotted = dottedOf(datum);
    const field = places.fields.get(dotted);
    if (!field || !mentioned.has(nameOfFact(datum.path, datum.item?.key))) continue;
    const askedWhen = model.asked.get(dotted)?.askedWhen;
    const asked = askedWhen === undefined ? undefined : model.rules.get(askedWhen)?.at;
    const free = (place: { asIfAsked?: ReadonlySet<string>; withoutLimits?: ReadonlySet<string> }) =>
      reach(provers.at({ turn: guard.turn, ...place }), guard).verdict === "found";
    const only = new Set([dotted]);
    if (asked) yield { span: asked, words: `${datum.said} is only asked then`, isOne: () => free({ asIfAsked: only }) };
    const [limit] = (field.musts ?? []).flatMap((must) => model.places.get(must)?.span ?? []);
    if (limit) yield { span: limit, words: `the limit of ${datum.said}`, isOne: () => free({ withoutLimits: only }) };
  }
}

/** "The question job" → "The question partner's job". */
function thingOfInclude(model: Model, { thing, questions: [only] }: Guard): string {
  const said = model.data.find((datum) => dottedOf(datum) === only)?.said;
  return said !== undefined && thing.startsWith("The question ") ? `The question ${said}` : thing;
}

function eachTime(times: number): string[] {
  return times > 1 ? [`Its question set is included ${times} times, and it is so each time.`] : [];
}

function alwaysYes(model: Model, guard: Guard, times: number): Problem {
  const explanation = [`${guard.thing} will always ${guard.happen} here, whatever people answer.`, ...eachTime(times)];
  const fixes = withoutLine(model, guard, "remove line");
  return problems.alwaysYes(guard.at, { condition: textOf(model, guard) }, { explanation, fixes });
}

/** `all of` above bullets that exclude each other: where one of them can be so, one may be what is meant. */
function anyInstead(provers: Provers, guard: Guard): Fix[] {
  const { model } = provers;
  const line = guard.condition.op === "rule" ? lineOfRule(model, guard.condition.id) : undefined;
  const node = line && conditionOf(line);
  const rule = guard.condition.op === "rule" ? model.rules.get(guard.condition.id)?.expression : undefined;
  if (node?.kind !== "bullets" || node.mode !== "all" || rule?.op !== "and") return [];
  const canBeOne = reach(provers.at({ turn: guard.turn }), { ...guard, condition: { op: "or", parts: rule.parts } });
  const all = /\ball(?=\s+of\b)/i.exec(textAt(model.trees, node.span));
  if (canBeOne.verdict !== "found" || !all) return [];
  const start = node.span.start + all.index;
  return [
    {
      title: "one of them is enough: change  all of  to  any of",
      edits: [{ span: { ...node.span, start, end: start + 3 }, text: "any" }],
    },
  ];
}

/** Takes a `show when` line away; other conditions belong to a line that says more. */
function withoutLine(model: Model, { at }: Guard, title: string): Fix[] {
  const line = model.trees.filter((tree) => tree.file === at.file).flatMap((tree) => lineAt(tree.lines, at))[0];
  if (line?.form !== "show when <c>") return [];
  return [{ title: `${title} ${lineNumber(model.trees, line.span)}`, edits: [removeLine(model.trees, line)] }];
}

function lineAt(lines: readonly Line[], at: Span): Line[] {
  return lines.flatMap((line) =>
    line.parts.some((part) => part.slot === "c" && part.condition.span.start === at.start)
      ? [line]
      : lineAt(line.children, at),
  );
}
