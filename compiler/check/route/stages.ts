// Ways through the route, for the checks of this folder: where a stage can lead, and which line it stands on.

import { nameAt, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Outcome, Stage } from "../../model/shapes.ts";
import type { Line } from "../../syntax/tree.ts";

/** The line of a stage or outcome; undefined when it is not written in the service's own text. */
export function lineOfStage(model: Model, stage: Stage | Outcome): Line | undefined {
  const span = model.places.get(stage)?.span;
  if (!span || span.file !== model.tree.file) return undefined;
  const top = lineFrom(model.tree.lines, span.start);
  if (top?.span.start === span.start) return top;
  const inside = top && wordOf(top) === "route" ? lineFrom(top.children, span.start) : undefined;
  return inside?.span.start === span.start ? inside : undefined;
}

/** The last line that begins at the place or before it; lines stand in the order of the text. Asked very often. */
function lineFrom(lines: readonly Line[], start: number): Line | undefined {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.span.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return lines[low - 1];
}

/** A stage with a line that is not read yet may lead out by it: nothing is said about such a one. */
export function hasUnread(model: Model, line: Line): boolean {
  return line.children.some((child) => child.form === undefined || model.unread.includes(child));
}

/** The name of a stage's line, to mark it. */
export function nameSpan(line: Line): Line["span"] {
  return nameAt(line)?.span ?? line.span;
}

/** Whether a case comes to rest in a stage: people work there, or something is waited for. */
export function waits({ by, payment, checks, invite, waits: times, awaits, coSign }: Stage): boolean {
  return by.length > 0 || [payment, checks, invite, times, awaits, coSign].some((one) => one !== undefined);
}
