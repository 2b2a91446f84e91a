// Plays one example of the text, line by line, over the form and the route it is handed. Judges nothing.
import type { Service } from "#contract";
import type { Answers, Facts, Value } from "#contract/facts.ts";
import type { FilledIn, Known, Play, PlayRoute, Standing, Step } from "#contract/play.ts";
import { asRecord, itemsAt, own, withValueAt } from "#support/facts.ts";
import type { Example, ExampleLine, Expectation, Given, Model } from "../../model/model.ts";
import { isCarried } from "../../model/names/names.ts";
import { type Noting, rulesIn } from "./rests-on.ts";

/** How things stand at an `expect` or `then` line. */
export interface Moment {
  readonly line: Exclude<ExampleLine, { kind: "given" }>;
  readonly filled: FilledIn;
  /** Once the application is sent. */
  readonly standing?: Standing;
  readonly facts: Facts;
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
}

/** What a play needs of its service. */
export interface Stage {
  readonly model: Model;
  readonly service: Service;
  readonly rulebook: Noting;
  readonly fillIn: Play["fillIn"];
  readonly playRoute: PlayRoute;
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
    return { line, filled, facts: standing?.facts ?? filled.facts, ...(standing && { standing }) };
  });
  const expected = cues.flatMap(({ line }) => (line.kind === "expect" ? rulesOf(line.expected) : []));
  const asked = new Set([...rulebook.take(), ...expected]);
  return { example, moments, standings, steps, known: sentWith ?? cues.at(-1)?.known ?? nothingKnown, on, asked };
}

function rulesOf(expected: Expectation): string[] {
  if (expected.kind !== "condition") return [];
  return [...rulesIn(expected.condition), ...(expected.datum.rule === undefined ? [] : [expected.datum.rule])];
}

/** Nobody can send an application that the text itself turns away. */
export function isSendable({ hindrances, eligible }: FilledIn): boolean {
  return hindrances.length === 0 && eligible !== false;
}

/** A line with what is known by then; `steps` counts those done by then, and is absent before the application is sent. */
interface Cue {
  readonly line: Moment["line"];
  readonly known: Known;
  readonly steps?: number;
}

function cuesOf(model: Model, example: Example): Cue[] {
  let known = nothingKnown;
  let steps: number | undefined;
  const cues: Cue[] = [];
  for (const line of example.lines) {
    if (line.kind === "given") {
      known = withGiven(model, known, line.given);
      continue;
    }
    if (line.kind === "then") steps = (steps ?? 0) + 1;
    else if (steps === undefined && isOfCase(line.expected)) steps = 0;
    cues.push({ line, known, ...(steps !== undefined && { steps }) });
  }
  return cues;
}

function isOfCase(expected: Expectation): boolean {
  if (expected.kind === "eligible") return false;
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
