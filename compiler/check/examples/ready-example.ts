// Finds a case that goes where no example does, and writes it as an example that could stand in the text.
// Starts from what the examples give, tries each thing that can happen next, and stops after a bounded number of tries.
import type { Duration } from "#contract";
import type { Known, Move, Standing } from "#contract/play.ts";
import type { Example, Given } from "../../model/model.ts";
import { textAt } from "../text-edits.ts";
import { isSendable, nothingKnown, type Played, type Stage, withGiven } from "./play-example.ts";

/** Cases tried for one text. */
const mostTries = 300;
/** Happenings in a row. */
const mostMoves = 7;

/** What a ready example has to reach. */
export interface Goal {
  readonly key: string;
  isReached(standings: readonly Standing[]): boolean;
  /** "outcome is granted" */
  readonly expect: string;
}

/** What an example starts from: as known, and as lines of the text. */
export interface Start {
  readonly known: Known;
  readonly on: string;
  readonly lines: readonly string[];
}

/** By the key of its goal: the lines of an example that reaches it. `first` are tried before what the examples give. */
export function findReadyExamples(
  stage: Stage,
  played: readonly Played[],
  goals: readonly Goal[],
  first: readonly Start[] = [],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  let tries = 0;
  for (const start of [...first, ...startsOf(stage, played)]) {
    const filled = stage.fillIn(stage.service, stage.rulebook, start.known, start.on);
    if (!isSendable(filled)) continue;
    const waiting: Move[][] = [[]];
    const seen = new Set<string>();
    for (
      let moves = waiting.shift();
      moves && tries < mostTries && found.size < goals.length;
      moves = waiting.shift()
    ) {
      tries += 1;
      const sent = { known: start.known, filled, on: start.on };
      const steps = moves.map((move) => ({ move, known: start.known }));
      const standings = stage.playRoute(sent, steps);
      const last = standings.at(-1);
      if (!last || last.refused !== undefined) continue;
      const { place } = last;
      for (const goal of goals)
        if (!found.has(goal.key) && goal.isReached(standings))
          found.set(goal.key, [...start.lines, ...moves.map(sayMove), `expect ${goal.expect}`]);
      // While several work at the same time the case stays in one stage, and what is left of it tells how far it is.
      const where = [place.name, ...last.open].join(" ");
      if (seen.has(where) || moves.length >= mostMoves) continue;
      seen.add(where);
      for (const next of last.next) waiting.push([...moves, next]);
    }
    if (found.size === goals.length) break;
  }
  return found;
}

/** Each example as it stands; then with one answer turned round; then with nothing given. */
function startsOf(stage: Stage, played: readonly Played[]): Start[] {
  const starts = played.flatMap(({ example, known, on }) => {
    const lines = linesOf(stage, example);
    return lines ? [{ example, start: { known, on, lines } }] : [];
  });
  const turned = starts.flatMap(({ example, start }) =>
    example.lines.flatMap((line) => (line.kind === "given" ? turnedRound(stage, start, line.given) : [])),
  );
  const empty = { known: nothingKnown, on: stage.model.version.starts, lines: [] };
  return [...starts.map(({ start }) => start), ...turned, empty];
}

/** The `on` and `given` lines of an example, as written; undefined for a row of a table. */
function linesOf({ model }: Stage, example: Example): string[] | undefined {
  const line = model.tree.lines.find((one) => one.span.start === example.at.start && one.form === "example <t>");
  if (!line || line.children.some((child) => child.form === "given <p> are")) return undefined;
  const given = line.children.filter((child) => child.form === "given <g>" || child.form === "on <date>");
  return given.map((child) => textAt(model.trees, child.span));
}

function turnedRound({ model }: Stage, start: Start, { datum, value }: Given): Start[] {
  if (typeof value !== "boolean") return [];
  const [old, other] = value ? ["yes", "no"] : ["no", "yes"];
  const lines = start.lines.map((line) => line.replace(`${datum.said} is ${old}`, `${datum.said} is ${other}`));
  if (lines.join() === start.lines.join()) return [];
  return [{ ...start, known: withGiven(model, start.known, { datum, value: !value }), lines }];
}

/** A move as the line that makes it happen. */
function sayMove(move: Move): string {
  if (move.do === "pass") return `then ${sayLength(move.length)}`;
  if (move.do === "answer") return `then ${move.check} answers`;
  if (move.do === "applicant") return `then applicant ${move.does}`;
  if (move.do === "arrives") return `then ${move.what} arrives`;
  if (move.do === "advises") return `then ${move.role} answers`;
  return `then ${move.by} chooses ${move.action}${move.reason === undefined ? "" : ` because "${move.reason}"`}`;
}

function sayLength({ amount, unit }: Duration): string {
  const words = unit.replace("-", " ");
  return amount === 1 ? `1 ${words.replace(/s$/, "")} passes` : `${amount} ${words} pass`;
}
