// Where the cards stand: pure arithmetic on pixels, from the wishes of the lines to places that never overlap.

/** A card as it is measured: where its line is, and how high it is. */
export interface CardWish {
  /** The middle of the line's first row, where the tie begins. */
  readonly anchor: number;
  readonly height: number;
}

/** Space between two cards, and how far down its own edge a card is tied. */
export const gap = 12;
export const tieDepth = 24;

/**
 * Tops of cards in one column, in the order of their lines: each as near to its line as the cards above it allow.
 * A run of cards that pushed each other down is moved up together as far as there is room, so that all stay near.
 */
export function placeCards(wishes: readonly CardWish[]): number[] {
  interface Run {
    top: number;
    height: number;
    wished: number[];
    members: number[];
  }
  const runs: Run[] = [];
  wishes.forEach((wish, index) => {
    let run: Run = {
      top: Math.max(0, wish.anchor - tieDepth),
      height: wish.height,
      wished: [wish.anchor - tieDepth],
      members: [index],
    };
    for (let above = runs.at(-1); above && above.top + above.height + gap > run.top; above = runs.at(-1)) {
      runs.pop();
      const shift = above.height + gap;
      run = {
        top: 0,
        height: shift + run.height,
        wished: [...above.wished, ...run.wished.map((top) => top - shift)],
        members: [...above.members, ...run.members],
      };
      run.top = Math.max(0, run.wished.reduce((sum, top) => sum + top, 0) / run.wished.length);
    }
    runs.push(run);
  });
  const tops: number[] = [];
  for (const run of runs) {
    let top = run.top;
    for (const member of run.members) {
      tops[member] = top;
      top += (wishes[member]?.height ?? 0) + gap;
    }
  }
  return tops;
}

/** A tie's way along the height: from its line to its card. */
export interface TieHeights {
  readonly line: number;
  readonly card: number;
}

/** Ties turn between these distances from the sheet's edge, so far apart. */
const nearestTurn = 8;
const farthestTurn = 32;
const turnStep = 6;

/**
 * Where each tie turns, from the sheet's edge, so that no tie runs along another: of ties that lead down, the later turns nearer to
 * the sheet; of ties that lead up, farther from it. Then they do not cross either. More than five side by side share the last turn.
 */
export function placeTurns(ties: readonly TieHeights[]): number[] {
  let rank = 0;
  return ties.map((tie, index) => {
    const before = ties[index - 1];
    const isDown = tie.card >= tie.line;
    const runsOn = before && before.card >= before.line === isDown && overlap(before, tie);
    rank = runsOn ? rank + 1 : 0;
    return isDown
      ? Math.max(nearestTurn, farthestTurn - rank * turnStep)
      : Math.min(farthestTurn, nearestTurn + rank * turnStep);
  });
}

function overlap(one: TieHeights, other: TieHeights): boolean {
  const end = Math.max(one.line, one.card);
  return Math.min(other.line, other.card) <= end + 4;
}

/** Cards under one line, one after another: how much room the line needs. */
export function roomFor(heights: readonly number[]): number {
  return heights.reduce((sum, height) => sum + height + gap, 0);
}
