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

/** Cards under one line, one after another: how much room the line needs. */
export function roomFor(heights: readonly number[]): number {
  return heights.reduce((sum, height) => sum + height + gap, 0);
}
