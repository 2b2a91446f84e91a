// An answer to "why is this here?" as lines for a terminal: chapters, and in front the line of the text that says it.
import type { Place } from "#contract";
import type { Why, WhyLine } from "./answer.ts";

/** Plain characters only. `file` is the text that was asked about: places in others are said with their file. */
export function renderWhy({ name, what, label, at, chapters }: Why, file: string): string {
  const head = `${name}: ${what}${label === undefined ? "" : `, “${label}”`}${at ? ` (${at.file} line ${at.line})` : ""}`;
  return [
    head,
    ...chapters.flatMap(({ title, lines }) => ["", title, ...lines.map((line) => render(line, file))]),
  ].join("\n");
}

/** The number of the line in front, as problems show it; a place in another text behind. */
function render({ words, depth, at }: WhyLine, file: string): string {
  const isHere = at !== undefined && at.file === file;
  const number = isHere ? String(at.line) : "";
  return `${number.padStart(4)} | ${"  ".repeat(depth)}${words}${at && !isHere ? elsewhere(at) : ""}`;
}

function elsewhere(at: Place): string {
  return `  [${at.file} line ${at.line}]`;
}
