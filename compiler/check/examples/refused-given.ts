// Which answers of an example no form and no desk takes, when they count: what is filled in until it is sent, what is changed afterwards, and
// what an officer answers before a choice. An answer of which the example itself expects that it is refused is none of them.
import type { Action, Field, Key } from "#contract";
import type { Answers } from "#contract/facts.ts";
import type { AtDesk, Known, Move, RefusedAnswer, Standing } from "#contract/play.ts";
import { itemsAt, valueAt, withValueAt } from "#support/facts.ts";
import type { Datum, ExampleLine, Given } from "../../model/model.ts";
import type { Stage } from "./stage.ts";

/** An answer that is refused, and the place in the example that gives it; undefined where a register does. */
export interface RefusedGiven {
  readonly refused: RefusedAnswer;
  readonly given?: Given;
}

/** A line with what is given and refused when it is played. */
export interface RefusalCue {
  readonly line?: ExampleLine;
  readonly givens: readonly Given[];
  readonly refused: readonly RefusedAnswer[];
  /** What is refused counts here: it would be sent, or answered. */
  readonly counts: boolean;
}

/** The paths of a datum as one: the question or list that it names. */
export function pathOfDatum({ item, path }: Datum): string {
  return [...(item?.list ?? []), ...path].join(".");
}

/** Each once, in the order in which they count. */
export function refusedGivens(cues: readonly RefusalCue[]): RefusedGiven[] {
  const expected = new Set<unknown>();
  for (const { line, givens, refused } of cues)
    if (line?.kind === "expect" && line.expected.kind === "refused" && !line.expected.negated)
      for (const one of refused) if (isOf(one, line.expected.datum)) expected.add(givenOf(givens, one) ?? one.of);
  const found = new Map<string, RefusedGiven>();
  for (const { givens, refused, counts } of cues)
    for (const one of counts ? refused : []) {
      const given = givenOf(givens, one);
      const key = `${one.of} ${one.path} ${given?.at?.span.start}`;
      if (!expected.has(given ?? one.of) && !found.has(key)) found.set(key, { refused: one, ...(given && { given }) });
    }
  return [...found.values()];
}

/** True of a refusal of this question or list; of an item's question in any item. */
export function isOf({ of }: RefusedAnswer, datum: Datum): boolean {
  const path = pathOfDatum(datum);
  return of === path || of.startsWith(`${path}.`);
}

/** What the example gives last to the answer: itself, how it comes (a file's, `letterHow`), a part of it, or its list. */
function givenOf(givens: readonly Given[], { of }: RefusedAnswer): Given | undefined {
  return givens.findLast(({ datum }) => {
    const path = pathOfDatum(datum);
    return path === of || path === `${of}How` || path.startsWith(`${of}.`) || of.startsWith(`${path}.`);
  });
}

/** What is refused of what an officer answers before this choice, or the applicant before using a right. */
export function refusedBefore(stage: Stage, move: Move, standing: Standing, known: Known): readonly RefusedAnswer[] {
  if (move.do !== "choose") return [];
  const work = workFor(stage, move.by, standing);
  const action = work.actions.find(({ name }) => name === move.action);
  return atDesk(stage, [...work.questions, ...(action?.questions ?? [])], standing, known);
}

/** What is refused of this answer that an officer has been given to record; nothing where no piece of work asks it. */
export function refusedQuestion(stage: Stage, datum: Datum, standing: Standing | undefined, known: Known, on: string) {
  const path = pathOfDatum(datum);
  const asked = allQuestions(stage).filter((field) => field.path.join(".") === path);
  return standing
    ? atDesk(stage, asked.slice(0, 1), standing, known)
    : readAtDesk(stage, asked.slice(0, 1), {}, known, on);
}

function atDesk(stage: Stage, questions: readonly Field[], standing: Standing, known: Known) {
  return readAtDesk(stage, questions, standing.facts.values, known, standing.on);
}

function readAtDesk(
  stage: Stage,
  questions: readonly Field[],
  values: Answers,
  { answers }: Known,
  on: string,
): readonly RefusedAnswer[] {
  const given = questions.filter(({ path }) => valueAt(answers, insideOf(stage, path)) !== undefined);
  if (given.length === 0) return [];
  const [inside = []] = given.map(({ path }) => insideOf(stage, path));
  const all = given.reduce<Answers>((known, { path }) => {
    if (inside.length > 0) return withValueAt(known, inside, mergedItems(known, answers, inside));
    const value = valueAt(answers, path);
    return value === undefined ? known : withValueAt(known, path, value);
  }, values);
  const desk: AtDesk = { questions: given, values: all, inside };
  return stage.refusedAtDesk(stage.service, stage.rulebook, desk, on);
}

/** The items as they are known, with what is given of each. */
function mergedItems(known: Answers, answers: Answers, list: readonly string[]): readonly Answers[] {
  const now = itemsAt(answers, list);
  const before = itemsAt(known, list);
  return Array.from({ length: Math.max(now.length, before.length) }, (_, index) => ({
    ...before[index],
    ...now[index],
  }));
}

/** The list, or the views of several people, that a question's answer stands in; empty of one that is about the case. */
function insideOf({ service }: Stage, path: readonly Key[]): readonly Key[] {
  return path.length > 1 && service.names[path.slice(0, -1).join(".")]?.type.kind === "list" ? path.slice(0, -1) : [];
}

interface Desk {
  readonly questions: readonly Field[];
  readonly actions: readonly Pick<Action, "name" | "questions">[];
}

const nobody: Desk = { questions: [], actions: [] };

/** The work of a name that an example lets choose. */
function workFor({ service }: Stage, by: string, { place }: Standing): Desk {
  const { route } = service;
  if (!route) return nobody;
  const outcome = service.outcomes.find(({ name }) => name === place.name);
  const here = route.stages.find(({ name }) => name === place.name);
  const rights = [...route.rights, ...(outcome?.rights ?? [])].map(({ name, questions = [] }) => ({ name, questions }));
  if (by === "applicant")
    return {
      questions: here?.by.includes("applicant") ? here.questions : [],
      actions: [...(here?.actions ?? []), ...rights],
    };
  if (outcome?.name === by) return { questions: [], actions: outcome.officerActions ?? [] };
  return here?.name === by ? here : (here?.checks?.find(({ name }) => name === by) ?? nobody);
}

/** Whether it is an officer's to answer, or asked of whoever uses a right. */
export function isAskedAtDesk(stage: Stage, path: string): boolean {
  return allQuestions(stage).some((field) => field.path.join(".") === path);
}

function allQuestions({ service }: Stage): readonly Field[] {
  const { route, outcomes } = service;
  const works = (route?.stages ?? []).flatMap((stage) => [stage, ...(stage.checks ?? [])]);
  return [
    ...works.flatMap(({ questions, actions }) => [...questions, ...actions.flatMap((action) => action.questions)]),
    ...[...(route?.rights ?? []), ...outcomes.flatMap(({ rights }) => rights)].flatMap(
      ({ questions = [] }) => questions,
    ),
    ...outcomes.flatMap(({ officerActions = [] }) => officerActions.flatMap(({ questions }) => questions)),
  ];
}

/** Whether a move sends answers of the form once more. */
export function changesAnswers(move: Move): boolean {
  return move.do === "choose" && (move.action === "change-answers" || move.action === "correct-answers");
}
