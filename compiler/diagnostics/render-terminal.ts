// A problem as lines for a terminal (layout: section 6.2 of the language). Plain characters only; colours are the command line's business.
import { createLineIndex, type LineIndex } from "../source/line-index.ts";
import type { Fix, Problem, Related, Severity, Span } from "./problem.ts";
import { visible } from "./visible.ts";

/** The word that stands behind the code. */
export const severityWords: Readonly<Record<Severity, string>> = { stop: "Stop", check: "Check", tip: "Tip" };

/** The text of each file that problems point into; undefined when it is not at hand. */
export type TextOf = (file: string) => string | undefined;

/** How much of a very long line is shown. */
const longestLine = 200;

/** All problems, in the order given, a blank line between them; "" for none. Ends with a line break. */
export function renderTerminal(problems: readonly Problem[], textOf: TextOf): string {
  const indexes = new Map<string, LineIndex>();
  const indexOf = (file: string): LineIndex => {
    const index = indexes.get(file) ?? createLineIndex(textOf(file) ?? "");
    indexes.set(file, index);
    return index;
  };
  return visible(problems.map((problem) => `${renderOne(problem, indexOf).join("\n")}\n`).join("\n"));
}

function renderOne(problem: Problem, indexOf: (file: string) => LineIndex): string[] {
  const here = indexOf(problem.at.file).positionAt(problem.at.start).line;
  const isBefore = (related: Related): boolean =>
    related.words === undefined &&
    related.span.file === problem.at.file &&
    indexOf(related.span.file).positionAt(related.span.start).line < here;
  const context = problem.related.filter(isBefore);
  const others = problem.related.filter((related) => !isBefore(related));
  return [
    `${problem.code} ${severityWords[problem.severity].padEnd(6)} ${problem.title}`,
    `  ${problem.at.file} line ${here}`,
    ...context.map(({ span }) => renderLine(span, indexOf)),
    renderLine(problem.at, indexOf),
    renderMarker(problem.at, "^", problem.beside, indexOf),
    ...others.flatMap((related) => renderRelated(related, problem, indexOf)),
    ...problem.explanation
      .flatMap((line) => line.split("\n"))
      .flatMap(wrap)
      .map((line) => `  ${line}`),
    ...problem.fixes.flatMap(renderFix),
  ];
}

/** Its title, or the lines that it will come to. */
function renderFix({ title, lines }: Fix): string[] {
  const [first = title, ...rest] = lines ?? [];
  return [`  Fix: ${first}`, ...rest.map((line) => `       ${line}`)];
}

/** Long explanations on lines of at most 110 characters; lines that are laid out with leading spaces stay as they are. */
function wrap(line: string): string[] {
  if (line.length <= 110 || line.startsWith(" ")) return [line];
  const lines = [""];
  for (const word of line.split(/(?<=\S) (?=\S)/)) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + word.length >= 110) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}

function renderRelated({ span, words }: Related, problem: Problem, indexOf: (file: string) => LineIndex): string[] {
  const elsewhere =
    span.file === problem.at.file ? [] : [`  ${span.file} line ${indexOf(span.file).positionAt(span.start).line}`];
  const line = renderLine(span, indexOf);
  return words === undefined ? [...elsewhere, line] : [...elsewhere, line, renderMarker(span, "-", words, indexOf)];
}

function renderLine(span: Span, indexOf: (file: string) => LineIndex): string {
  const index = indexOf(span.file);
  const { line } = index.positionAt(span.start);
  return `${String(line).padStart(4)} | ${shownPart(span, index).text}`.trimEnd();
}

function renderMarker(
  span: Span,
  sign: string,
  words: string | undefined,
  indexOf: (file: string) => LineIndex,
): string {
  const index = indexOf(span.file);
  const { line, column } = index.positionAt(span.start);
  const { text, from } = shownPart(span, index);
  const before = text.slice(0, column - 1 - from).replace(/[^\t]/g, " ");
  const end = Math.min(span.end, index.endOf(line));
  const length = Math.max(1, Math.min(end - span.start, text.length - before.length));
  return `     | ${before}${sign.repeat(length)}${words ? ` ${words}` : ""}`;
}

/** The line, or of a very long one the part around the span. */
function shownPart(span: Span, index: LineIndex): { text: string; from: number } {
  const { line, column } = index.positionAt(span.start);
  const whole = index.textOf(line);
  if (whole.length <= longestLine) return { text: whole, from: 0 };
  const from = Math.max(0, Math.min(column - 41, whole.length - longestLine));
  return { text: whole.slice(from, from + longestLine), from };
}
