// Which stretches of a text are set in which voice, read off the compiler's own tree: what the compiler understood is what one sees.
// A line that the compiler could not read shows only its quoted words, so that trouble is seen at a glance.
import type { Line, Part, Span, Tree } from "@formwork/compiler/syntax/tree.ts";
import { type Voice, voices } from "./messages.ts";

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly voice: Voice;
}

/** Forms whose first name is the name of something new. The others name something that stands elsewhere. */
const naming =
  /^(service|shared|question-set|calendar|type|words|role|partner|source|operation|announces|list|amount|section|group|page|repeat|ask|fetch|declare|stop|table|calculate|decide|stage|check|outcome|credential|document|message|assistance|needs|gives|-) <n>/;

/** Start, end and number of the voice, three numbers to a stretch, in order of the text and never overlapping. */
export function readVoices(tree: Tree): Uint32Array {
  const stretches: Stretch[] = [];
  for (const line of tree.lines) readLine(line, tree.text, stretches);
  for (const comment of tree.comments) stretches.push({ ...ends(comment), voice: "comment" });
  stretches.sort((one, other) => one.start - other.start || one.end - other.end);
  const numbers: number[] = [];
  let behind = 0;
  for (const { start, end, voice } of stretches) {
    if (start < behind || end <= start) continue;
    numbers.push(start, end, voices.indexOf(voice));
    behind = end;
  }
  return Uint32Array.from(numbers);
}

function readLine(line: Line, text: string, found: Stretch[]): void {
  if (line.form) readParts(line, line.form, text, found);
  else readQuoted(line.span, text, found);
  for (const child of line.children) readLine(child, text, found);
}

function readParts(line: Line, form: string, text: string, found: Stretch[]): void {
  let named = !naming.test(form);
  let law = false;
  for (const part of line.parts) {
    if (part.slot === "literal") {
      found.push({ ...ends(part.span), voice: "structure" });
      // `include home-address as home` names what follows `as`.
      if (part.word === "as" && form.startsWith("include ")) named = false;
      law = part.word === "because" || part.word === "under" || part.word === "basis" || (law && part.word !== "for");
    } else if (part.slot === "n" && !named) {
      found.push({ ...ends(part.span), voice: "name" });
      named = true;
    } else if (part.slot === "t") found.push({ ...ends(part.span), voice: law ? "law" : "quoted" });
    else if (part.slot === "prose") found.push({ ...ends(part.span), voice: "quoted" });
    else if (part.slot === "row") readRow(part, text, found);
    else if (worded.has(part.slot)) readInside(part, text, found);
  }
}

/** Slots that hold words of the language between names and values. */
const worded: ReadonlySet<Part["slot"]> = new Set(["c", "pred", "e", "es", "d", "g"]);

/** In conditions and values the words of the language are structure; names and literals stay plain, quoted words are soft. */
function readInside(part: Part, text: string, found: Stretch[]): void {
  const plain: Span[] = [];
  gatherPlain(part, plain, found);
  plain.sort((one, other) => one.start - other.start);
  let next = 0;
  for (const match of text.slice(part.span.start, part.span.end).matchAll(/\p{L}[\p{L}\p{N}-]*/gu)) {
    const start = part.span.start + match.index;
    const end = start + match[0].length;
    for (let span = plain[next]; span && span.end <= start; span = plain[next]) next += 1;
    const covering = plain[next];
    if (!covering || covering.start >= end) found.push({ start, end, voice: "structure" });
  }
}

/** Cells stay plain, so that a table reads as a table; only the word that marks a result column is structure. */
function readRow(part: Extract<Part, { slot: "row" }>, text: string, found: Stretch[]): void {
  for (const cell of part.cells) {
    if (cell.kind !== "heading" || cell.role === "input") continue;
    const { start } = cell.span;
    const word = /^\p{L}+/u.exec(text.slice(start, cell.span.end))?.[0] ?? "";
    found.push({ start, end: start + word.length, voice: "structure" });
  }
}

/** Spans of names and literals inside a part, whatever its shape: nodes of the tree are plain records. */
function gatherPlain(node: unknown, plain: Span[], found: Stretch[]): void {
  if (Array.isArray(node)) {
    for (const one of node) gatherPlain(one, plain, found);
    return;
  }
  if (!isRecord(node)) return;
  const { span, kind, name } = node;
  if (isSpan(span)) {
    if (kind === "text") {
      plain.push(span);
      found.push({ ...ends(span), voice: "quoted" });
      return;
    }
    if (typeof name === "string" || (typeof kind === "string" && literals.has(kind))) {
      plain.push(span);
      return;
    }
    if (kind === "path") {
      plain.push(span);
      return;
    }
  }
  for (const [key, value] of Object.entries(node))
    if (key !== "span" && key !== "joiners") gatherPlain(value, plain, found);
}

const literals: ReadonlySet<string> = new Set([
  "date",
  "day-month",
  "money",
  "percent",
  "time",
  "number",
  "size",
  "yes-no",
  "today",
  "length",
  "any",
]);

/** Quoted words of a line that could not be read. */
function readQuoted(span: Span, text: string, found: Stretch[]): void {
  for (const match of text.slice(span.start, span.end).matchAll(/["“”][^"“”\n]*["“”]/g)) {
    const start = span.start + match.index;
    found.push({ start, end: start + match[0].length, voice: "quoted" });
  }
}

function ends({ start, end }: Span): { start: number; end: number } {
  return { start, end };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isSpan(value: unknown): value is Span {
  return isRecord(value) && typeof value["start"] === "number" && typeof value["end"] === "number";
}
