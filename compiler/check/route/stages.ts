// Ways through the route, for the checks of this folder: where a stage can lead, and which line it stands on.

import { nameAt, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Outcome, Stage } from "../../model/shapes.ts";
import type { Line } from "../../syntax/tree.ts";

/** The line of a stage or outcome; undefined when it is not written in the service's own text. */
export function lineOfStage(model: Model, stage: Stage | Outcome): Line | undefined {
  const span = model.places.get(stage)?.span;
  const lines = model.tree.lines.flatMap((line) => (wordOf(line) === "route" ? [line, ...line.children] : [line]));
  return span && lines.find((line) => line.span.start === span.start && line.span.file === span.file);
}

/** A stage with a line that is not read yet may lead out by it: nothing is said about such a one. */
export function hasUnread(model: Model, line: Line): boolean {
  return (
    model.unread.some((unread) => unread.parent === line) || line.children.some((child) => child.form === undefined)
  );
}

/** The name of a stage's line, to mark it. */
export function nameSpan(line: Line): Line["span"] {
  return nameAt(line)?.span ?? line.span;
}

/** Whether a case comes to rest in a stage: people work there, or something is waited for. */
export function waits({ by, payment, checks, invite, waits: times, awaits, coSign }: Stage): boolean {
  return by.length > 0 || [payment, checks, invite, times, awaits, coSign].some((one) => one !== undefined);
}
