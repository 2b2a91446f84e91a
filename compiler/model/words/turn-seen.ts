// When words are seen on the way through the form: with the answers of which page they can be filled in.
import type { Line } from "../../syntax/tree.ts";
import type { Building } from "../building.ts";
import { wordOf } from "../line.ts";

/** Before everything that is asked. */
const atTheStart = -1;

/**
 * The turn of the last answer that may be there: that of the page itself, as a page follows what is filled in on it. The words of the service
 * are seen before all of it. Undefined for words after the form, and in question sets, which are seen where they are included.
 */
export function turnSeen(building: Building, line: Line): number | undefined {
  const around = [...ancestorsOf(line)];
  const top = wordOf(around.at(-1) ?? line);
  if (top === "service") return atTheStart;
  if (top !== "section" && top !== "eligibility") return undefined;
  const page = around.find((one) => wordOf(one) === "page") ?? around.find((one) => wordOf(one) === "ask") ?? line;
  const within = turnsOf(building, page.span.file, page.span.start, endOf(page));
  if (page !== line || wordOf(line) === "ask") return within.length > 0 ? Math.max(...within) : undefined;
  const next = turnsOf(building, line.span.file, line.span.start, Number.POSITIVE_INFINITY);
  if (next.length === 0) return undefined;
  return Math.min(...next) - (around.length === 1 ? 0.5 : 0);
}

function* ancestorsOf(line: Line): Generator<Line> {
  for (let one: Line | undefined = line; one; one = one.parent) yield one;
}

function endOf(line: Line): number {
  return Math.max(line.span.end, ...line.children.map(endOf));
}

/** The turns of what is asked, fetched or declared between two places of a file. */
function turnsOf(building: Building, file: string, start: number, end: number): number[] {
  return [...building.data.values()].flatMap(({ line, order }) =>
    line && order !== undefined && line.span.file === file && line.span.start >= start && line.span.start < end
      ? [order]
      : [],
  );
}
