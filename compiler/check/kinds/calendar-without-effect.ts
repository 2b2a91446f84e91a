// FW311: a calendar says where years and months end, and the route counts by another one or by none.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem, Related, Span } from "../../diagnostics/problem.ts";
import { nameAfter, nameAt, namesAfter, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Line } from "../../syntax/tree.ts";
import { calendarFix } from "./working-days-without-calendar.ts";

const ends = ["years", "months"];

/** A calendar that says so: of the text itself, or taken from a library by a `use` line. */
interface Said {
  readonly name: string;
  /** The line that says it, or the word of the `use` line. */
  readonly span: Span;
  readonly related: readonly Related[];
}

/** One problem for each calendar, at the first such line; of a library's calendar where it is taken. */
export function checkCalendarWithoutEffect(model: Model): Problem[] {
  const route = model.tree.lines.find((line) => wordOf(line) === "route");
  const counted = model.route?.calendar;
  // A calendar line of the route that names nothing is told by itself.
  const isBroken = counted === undefined && route?.children.some((line) => wordOf(line) === "calendar");
  if (!route || isBroken) return [];
  const fixesOf = (name: string): Fix[] => (counted === undefined ? calendarFix(model, name) : []);
  const explanation = [
    counted === undefined ? "The route names no calendar." : `The route counts by  calendar ${counted}.`,
  ];
  return [...own(model), ...taken(model)]
    .filter(({ name }) => name !== counted)
    .map(({ name, span, related }) =>
      problems.calendarWithoutEffect(span, { name }, { related, explanation, fixes: fixesOf(name) }),
    );
}

function own(model: Model): Said[] {
  return model.tree.lines.flatMap((line) => {
    const name = calendarName(line);
    const first = line.children.find(saysEnds);
    return name !== undefined && first ? [{ name, span: first.span, related: [] }] : [];
  });
}

function taken(model: Model): Said[] {
  return model.tree.lines.flatMap((use) => {
    const library = model.libraries.find(({ name }) => name === nameAfter(use, "from")?.name);
    if (wordOf(use) !== "use" || !library) return [];
    return namesAfter(use, "use").flatMap(({ name, span }) => {
      const first = library.tree.lines.find((line) => calendarName(line) === name)?.children.find(saysEnds);
      return first ? [{ name, span, related: [{ span: first.span, words: "this has no effect" }] }] : [];
    });
  });
}

function calendarName(line: Line): string | undefined {
  return wordOf(line) === "calendar" ? nameAt(line)?.name : undefined;
}

function saysEnds(line: Line): boolean {
  return line.form !== undefined && ends.includes(wordOf(line));
}
