// What lines are called, and which two lines of two versions are the same thing.
import { nameAt } from "../model/line.ts";
import type { Line, Part } from "../syntax/tree.ts";
import { saidText, textWithin } from "./line-text.ts";

/** First words of lines that bring a thing of their own into the text; with what people call it. */
const nouns: Readonly<Record<string, string>> = {
  service: "service",
  shared: "library",
  "question-set": "question set",
  calendar: "calendar",
  type: "type",
  role: "role",
  partner: "partner",
  source: "source",
  operation: "operation",
  list: "list",
  amount: "amount",
  section: "section",
  page: "page",
  group: "group",
  ask: "question",
  include: "question set",
  repeat: "repeat",
  declare: "declaration",
  stop: "stop page",
  table: "table",
  calculate: "calculation",
  decide: "decision",
  stage: "stage",
  outcome: "outcome",
  credential: "credential",
  document: "document",
  message: "message",
  assistance: "assistance",
  "-": "option",
  check: "check",
  can: "action",
  gives: "answer of the source",
  example: "example",
};

/** The words that a line begins with, before its first slot: `finish within`. */
export function leadOf(line: Line): string {
  const first = line.parts.findIndex((part) => part.slot !== "literal");
  const literals = line.parts.slice(0, first < 0 ? line.parts.length : first);
  return literals.map((part) => textWithin(line, part.span)).join(" ");
}

/** The words that both lines begin with, before a slot: `status`, of `status pilot …` and `status live`; and where they end in each. */
export function sharedLead(old: Line, line: Line): { words: string; oldEnd: number; end: number } {
  const isShared = (at: number): boolean => {
    const [one, other] = [old.parts[at], line.parts[at]];
    return one?.slot === "literal" && other?.slot === "literal" && textOf(old, one) === textOf(line, other);
  };
  let count = 0;
  while (isShared(count)) count++;
  const words = line.parts.slice(0, count).map((part) => textOf(line, part));
  const endIn = (one: Line) => one.parts[count]?.span.start ?? one.span.end;
  return { words: words.join(" "), oldEnd: endIn(old), end: endIn(line) };
}

function textOf(line: Line, part: Part): string {
  return textWithin(line, part.span);
}

/** `question registration`: what a line that brings a thing is called. Undefined for every other line. */
export function thingOf(line: Line): string | undefined {
  const noun = Object.hasOwn(nouns, line.word) ? nouns[line.word] : undefined;
  const [, second] = line.parts;
  if (noun === undefined || line.form === undefined) return undefined;
  if (line.word === "example") return `${noun} ${line.parts[1] ? textWithin(line, line.parts[1].span) : ""}`.trim();
  if (line.word === "-" && line.block === "<c>") return undefined;
  if (second?.slot !== "n") return undefined;
  const name = line.word === "include" ? (nameAt(line, 1) ?? second.name) : second.name;
  return `${noun} ${name.name}`;
}

/** The thing that a line stands in, the nearest that has a name; the line itself when it has one. */
export function placeOf(line: Line): string {
  for (let at: Line | undefined = line; at; at = at.parent) {
    const thing = thingOf(at);
    if (thing === undefined) continue;
    const isShared = at.word === "-" || at.word === "can" || at.word === "check";
    return isShared && at.parent ? `${placeOf(at.parent)}, ${thing}` : thing;
  }
  const top = topOf(line);
  if (top.word === "applicant") return "applicant";
  return top.word === "examples" ? saidText(top) : leadOf(top) || top.word;
}

/** The block at the left margin that a line belongs to. */
export function topOf(line: Line): Line {
  let top = line;
  while (top.parent) top = top.parent;
  return top;
}

/** Two lines of two versions that are one thing; a line without a partner was added or taken away. */
export interface Pairs {
  readonly pairs: readonly (readonly [before: Line, after: Line])[];
  readonly removed: readonly Line[];
  readonly added: readonly Line[];
}

/**
 * Pairs lines: the same text first; then those that begin with the same words and the same first slot; then lines of
 * one beginning or one form in their order, unless they bring a thing, for a thing of another name is another thing.
 */
export function pairLines(before: readonly Line[], after: readonly Line[]): Pairs {
  const partners = new Map<Line, Line>();
  const left = new Set(before);
  const keys: ((line: Line) => string | undefined)[] = [
    saidText,
    keyOf,
    (line) => (thingOf(line) ? undefined : leadOf(line)),
    // `status pilot …` and `status live`: one form, though they begin with other words.
    (line) => (thingOf(line) ? undefined : line.form),
  ];
  for (const key of keys) {
    const waiting = new Map<string, Line[]>();
    for (const line of left) {
      const at = key(line);
      if (at !== undefined) waiting.set(at, [...(waiting.get(at) ?? []), line]);
    }
    for (const line of after) {
      if (partners.has(line)) continue;
      const partner = waiting.get(key(line) ?? "")?.shift();
      if (!partner) continue;
      partners.set(line, partner);
      left.delete(partner);
    }
  }
  const pairs = after.flatMap((line) => {
    const partner = partners.get(line);
    return partner ? [[partner, line] as const] : [];
  });
  return { pairs, removed: [...left], added: after.filter((line) => !partners.has(line)) };
}

/** `ask registration`; `keep keeper-letter`; of a dated amount its day. */
function keyOf(line: Line): string {
  if (line.block === "amount") return line.parts.at(-1) ? textWithin(line, line.parts.at(-1)?.span ?? line.span) : "";
  const thing = thingOf(line);
  if (thing !== undefined) return thing;
  const first = line.parts.find((part) => part.slot !== "literal");
  return `${leadOf(line)} ${first ? textWithin(line, first.span) : ""}`;
}
