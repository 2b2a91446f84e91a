// Plays one example of the text, line by line, over the form and the route it is handed. Judges nothing.
import type { Answers, Facts, Value } from "#contract/facts.ts";
import type { FilledIn, Known, RefusedAnswer, Standing, Step } from "#contract/play.ts";
import { asRecord, itemsAt, own, withValueAt } from "#support/facts.ts";
import type { Example, ExampleLine, Expectation, Given, Model } from "../../model/model.ts";
import { isCarried } from "../../model/names/names.ts";
import { changesAnswers, type RefusedGiven, refusedBefore, refusedGivens, refusedQuestion } from "./refused-given.ts";
import { rulesIn } from "./rests-on.ts";
import type { Stage } from "./stage.ts";

/** How things stand at an `expect` or `then` line. */
export interface Moment {
  readonly line: Exclude<ExampleLine, { kind: "given" }>;
  readonly filled: FilledIn;
  /** Once the application is sent. */
  readonly standing?: Standing;
  readonly facts: Facts;
  /** What is refused of that which is given by then. */
  readonly refused: readonly RefusedAnswer[];
}

/** An example that was played. */
export interface Played {
  readonly example: Example;
  readonly moments: readonly Moment[];
  /** Undefined while nothing in it needs the application to be sent. */
  readonly standings: readonly Standing[];
  readonly steps: readonly Step[];
  /** What was known when it was sent, or at the end. */
  readonly known: Known;
  readonly on: string;
  /** The rules that were asked while it was played. */
  readonly asked: ReadonlySet<string>;
  /** Answers that no form and no desk takes, unless the example expects that they are refused. */
  readonly refused: readonly RefusedGiven[];
  /** What is given until it is sent, or in all. */
  readonly givens: readonly Given[];
  /** Dotted paths of the questions that are asked at any line of it. */
  readonly onWay: ReadonlySet<string>;
}

export const nothingKnown: Known = { answers: {}, records: {}, identity: {} };

/** A `then` line, and an expectation about the case, need the application to be sent; what is given before it is what is sent. */
export function playExample(stage: Stage, example: Example): Played {
  const { service, rulebook } = stage;
  rulebook.take();
  const on = example.on ?? stage.model.version.starts;
  const cues = cuesOf(stage.model, example);
  const steps = cues.flatMap(({ line, known }): Step[] => (line.kind === "then" ? [{ move: line.move, known }] : []));
  const sentWith = cues.find((cue) => cue.steps !== undefined)?.known;
  const forms = new Map<Known, FilledIn>();
  const formOf = (known: Known): FilledIn => {
    const filled = forms.get(known) ?? stage.fillIn(service, rulebook, known, on);
    forms.set(known, filled);
    return filled;
  };
  const sent = sentWith && { known: sentWith, filled: formOf(sentWith), on };
  const standings = sent && isSendable(sent.filled) ? stage.playRoute(sent, steps) : [];
  const moments = cues.map(({ line, known, steps: taken }): Moment => {
    const filled = taken === undefined || !sent ? formOf(known) : sent.filled;
    const standing = taken === undefined ? undefined : standings[Math.min(taken, standings.length - 1)];
    const before = taken === undefined ? undefined : standings[line.kind === "then" ? taken - 1 : taken];
    const refused = refusedAt(stage, { line, known, formOf, sent: sent?.known, standing: before, on });
    return { line, filled, facts: standing?.facts ?? filled.facts, ...(standing && { standing }), refused };
  });
  const expected = cues.flatMap(({ line }) => (line.kind === "expect" ? rulesOf(line.expected) : []));
  const asked = new Set([...rulebook.take(), ...expected]);
  const known = sentWith ?? cues.at(-1)?.known ?? nothingKnown;
  const refused = refusedGivens([
    ...moments.map(({ line, refused: found }, index) => {
      const { known: by, givens = [], steps: taken } = cues[index] ?? {};
      return { line, givens, refused: found, counts: line.kind === "then" || taken === undefined || by === sentWith };
    }),
    ...(sent ? [] : [atTheEnd(stage, example, formOf)]),
  ]);
  const givens = cues.find((cue) => cue.known === sentWith)?.givens ?? givensOf(example);
  const onWay = new Set([...forms.values()].flatMap((form) => form.asked));
  return { example, moments, standings, steps, known, on, asked, refused, givens, onWay };
}

function givensOf({ lines }: Example): Given[] {
  return lines.flatMap((line) => (line.kind === "given" ? [line.given] : []));
}

/** What is refused of all that is given, though nothing is expected of it. */
function atTheEnd({ model }: Stage, example: Example, formOf: (known: Known) => FilledIn) {
  const givens = givensOf(example);
  const known = givens.reduce((all, given) => withGiven(model, all, given), nothingKnown);
  return { givens, refused: formOf(known).refused, counts: true };
}

/** What the form refuses at a line; after it was sent, what is refused of answers that are changed, or that an officer gives. */
function refusedAt(stage: Stage, { line, known, formOf, sent, standing, on }: RefusalPlace): readonly RefusedAnswer[] {
  const isFirst = sent === undefined || known === sent;
  const ofForm = isFirst || (line.kind === "then" ? changesAnswers(line.move) : isRefusal(line.expected));
  const form = ofForm ? formOf(known).refused : [];
  if (line.kind === "then") return [...form, ...(standing ? refusedBefore(stage, line.move, standing, known) : [])];
  const { expected } = line;
  return expected.kind === "refused" ? [...form, ...refusedQuestion(stage, expected.datum, standing, known, on)] : form;
}

interface RefusalPlace extends Pick<Moment, "line"> {
  readonly known: Known;
  readonly formOf: (known: Known) => FilledIn;
  readonly sent: Known | undefined;
  /** How the case stands before the line. */
  readonly standing: Standing | undefined;
  readonly on: string;
}

function isRefusal({ kind }: Expectation): boolean {
  return kind === "refused";
}

function rulesOf(expected: Expectation): string[] {
  if (expected.kind !== "condition") return [];
  return [...rulesIn(expected.condition), ...(expected.datum.rule === undefined ? [] : [expected.datum.rule])];
}

/** Nobody can send an application that the text itself turns away, or with answers that the form does not take. */
export function isSendable({ hindrances, eligible, refused }: FilledIn): boolean {
  return hindrances.length === 0 && eligible !== false && refused.length === 0;
}

/** A line with what is known by then; `steps` counts those done by then, and is absent before the application is sent. */
interface Cue {
  readonly line: Moment["line"];
  readonly known: Known;
  /** All that was given by then, in order. */
  readonly givens: readonly Given[];
  readonly steps?: number;
}

function cuesOf(model: Model, example: Example): Cue[] {
  let known = nothingKnown;
  let steps: number | undefined;
  let givens: readonly Given[] = [];
  const cues: Cue[] = [];
  for (const line of example.lines) {
    if (line.kind === "given") {
      known = withGiven(model, known, line.given);
      givens = [...givens, line.given];
      continue;
    }
    if (line.kind === "then") steps = (steps ?? 0) + 1;
    else if (steps === undefined && isOfCase(line.expected)) steps = 0;
    cues.push({ line, known, givens, ...(steps !== undefined && { steps }) });
  }
  return cues;
}

function isOfCase(expected: Expectation): boolean {
  if (expected.kind === "eligible" || expected.kind === "shown") return false;
  if (expected.kind === "refused") return expected.datum.from === "stage";
  return expected.kind !== "condition" || expected.datum.from === "case" || expected.datum.from === "stage";
}

/** With one more thing given: an answer, what a source says, or who signed in. */
export function withGiven(model: Model, known: Known, { datum, value }: Given): Known {
  if (datum.from === "fetched") {
    const record = model.data.find(
      (one) => one.from === "fetched" && one.type?.kind === "record" && startsWith(datum.path, one.path),
    );
    const from = record ? record.path.length - 1 : 0;
    return { ...known, records: withValueAt(known.records, datum.path.slice(from), value) };
  }
  if (isCarried(datum)) return { ...known, carried: withCarried(model, known.carried ?? {}, datum.path, value) };
  if (datum.from === "identity") return { ...known, identity: withValueAt(known.identity, datum.path.slice(1), value) };
  if (!datum.item) return { ...known, answers: withValueAt(known.answers, datum.path, value) };
  const { list } = datum.item;
  const [, ...others] = itemsAt(known.answers, list);
  const first = withValueAt(firstItem(known.answers, list), datum.path, value);
  return { ...known, answers: withValueAt(known.answers, list, [first, ...others]) };
}

/** What is given of a list's item of last time without saying which, is given of the first. */
function withCarried(model: Model, carried: Answers, path: readonly string[], value: Value): Answers {
  const list = model.data.find(
    ({ from, type, path: known }) =>
      from === "previous-application" && type?.kind === "list" && startsWith(path, known),
  )?.path;
  if (!list || list.length === path.length) return withValueAt(carried, path, value);
  const [, ...others] = itemsAt(carried, list);
  const first = withValueAt(firstItem(carried, list), path.slice(list.length), value);
  return withValueAt(carried, list, [first, ...others]);
}

function startsWith(path: readonly string[], start: readonly string[]): boolean {
  return start.every((key, index) => path[index] === key);
}

/** What is given of an item without saying which, is given of the first. */
function firstItem(answers: Answers, list: readonly string[]): Answers {
  const items = list.reduce<Value | undefined>((value, key) => own(value, key), answers);
  return (Array.isArray(items) ? asRecord(items[0]) : undefined) ?? { id: "1" };
}
