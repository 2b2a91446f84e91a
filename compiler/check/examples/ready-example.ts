// Finds a case that goes where no example does, and writes it as an example that could stand in the text.
// Starts from what the examples give, tries each thing that can happen next, and stops after a bounded number of tries.
import type { Duration } from "#contract";
import type { Move, Standing } from "#contract/play.ts";
import { isSendable, type Played } from "./play-example.ts";
import type { Stage } from "./stage.ts";
import { type Start, startsOf } from "./starts.ts";

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
