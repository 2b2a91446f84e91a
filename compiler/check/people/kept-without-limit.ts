// FW605: answers that are kept, and nothing says for how long.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { pathsAfter, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import { dottedOf } from "../../model/readings.ts";
import type { Line } from "../../syntax/tree.ts";
import { askedAnswers } from "./asked-answers.ts";
import { overlaps } from "./flow.ts";
import { isForRealPeople } from "./for-real-people.ts";
import { namedPlaces } from "./named-places.ts";

/** One message for all answers without a limit, at the privacy block, or at the service's first line when there is none. */
export function checkKeptWithoutLimit(model: Model): Problem[] {
  const asked = askedAnswers(model);
  if (asked.length === 0 || !isForRealPeople(model)) return [];
  const privacy = model.tree.lines.filter((line) => line.form === "privacy");
  const keeps = keepLines(privacy);
  if (keeps.some((line) => line.form === undefined || keepsAll(line))) return [];
  const places = namedPlaces(model);
  const limited = keeps.flatMap((line) => places.on(line).map((named) => named.path));
  const left = asked.filter((datum) => !limited.some((path) => overlaps(path, dottedOf(datum))));
  const at = privacy[0] ?? model.tree.lines.find((line) => wordOf(line) === "service");
  if (left.length === 0 || !at) return [];
  const names = left.slice(0, 3).map((datum) => datum.said);
  const more = left.length > 3 ? ` and ${left.length - 3} more` : "";
  const what = keeps.length === 0 ? "the answers" : `${names.join(", ")}${more}`;
  return [problems.keptWithoutLimit(firstWord(at), { what })];
}

/** `keep …` and `do not keep …`. */
export function keepLines(privacy: readonly Line[]): Line[] {
  return privacy.flatMap((block) => block.children.filter((line) => wordOf(line) === "keep" || wordOf(line) === "do"));
}

/** `keep answers …`: all that no other line names. */
export function keepsAll(line: Line): boolean {
  const named = [...pathsAfter(line, "keep"), ...line.parts.flatMap((part) => (part.slot === "ps" ? part.paths : []))];
  return named.some((path) => path.words.length === 1 && path.words[0]?.name === "answers");
}

function firstWord({ span, word }: Line): Line["span"] {
  return { file: span.file, start: span.start, end: span.start + word.length };
}
