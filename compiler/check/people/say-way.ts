// Puts into words how one value gives away another: permit-fee is worked out from blue-badge, with the line that does it.
import type { Related } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import type { Line } from "../../syntax/tree.ts";
import { textAt } from "../text-edits.ts";
import { overlaps } from "./flow.ts";
import type { NamedPlaces } from "./named-places.ts";

/** What is said about a way, and the line in which the answer is read. */
export interface SaidWay {
  readonly explanation: string[];
  readonly related: Related[];
}

/** Says the whole way; nothing when the value is the answer itself. `answer` is what must not be given away. */
export function sayWay(model: Model, places: NamedPlaces, way: readonly string[], answer: string): SaidWay {
  const [first = "", ...between] = way;
  const last = between.at(-1);
  if (last === undefined) {
    if (first === answer) return { explanation: [], related: [] };
    const [part, whole] = first.startsWith(`${answer}.`) ? [first, answer] : [answer, first];
    return { explanation: [`${places.said(part)} is a part of ${places.said(whole)}.`], related: [] };
  }
  const end = overlaps(last, answer) ? answer : last;
  const names = [...between.slice(0, -1), end].map((path) => places.said(path));
  const readBy = places.datum(places.said(way.at(-2) ?? first))?.line;
  const line = readBy && lineThatSays(model, readBy, places.said(end));
  return {
    explanation: [`${places.said(first)} is worked out from ${names.join(", and that from ")}.`],
    related: line ? [{ span: line.span }] : [],
  };
}

/** The line of a rule, or the one below it, that names the answer: an exception, a bullet, the heading of a table. */
function lineThatSays(model: Model, line: Line, said: string): Line | undefined {
  const isSaid = (one: Line) => new RegExp(`(?<![\\w-])${said}(?![\\w-])`).test(textAt(model.trees, one.span));
  const below = [...line.children, ...line.bullets].find(isSaid);
  if (below) return [...below.children, ...below.bullets].find(isSaid) ?? below;
  return isSaid(line) ? line : undefined;
}
