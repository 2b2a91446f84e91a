// Lines of a tree as a flat list with the way to their parents, bullets included.
import type { Line } from "../syntax/tree.ts";

/** A line with the line it stands under. */
export interface PlacedLine {
  readonly line: Line;
  readonly parent?: PlacedLine;
}

/** All lines in the order of the text. Does not call itself: a text may be nested deep. */
export function linesOf(lines: readonly Line[]): PlacedLine[] {
  const all: PlacedLine[] = [];
  const waiting: PlacedLine[] = lines.map((line) => ({ line })).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    all.push(next);
    const below = [...next.line.bullets, ...next.line.children].sort((one, two) => two.span.start - one.span.start);
    for (const line of below) waiting.push({ line, parent: next });
  }
  return all;
}

/** The line itself and those above it, from the inside out. */
export function outwards(placed: PlacedLine | undefined): PlacedLine[] {
  const trail: PlacedLine[] = [];
  for (let at = placed; at; at = at.parent) trail.push(at);
  return trail;
}
