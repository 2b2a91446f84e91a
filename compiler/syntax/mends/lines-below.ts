// Mends of a line that says what belongs below it (FW103): `ask phone "Phone" as text optional`, `outcome done "Done" issue permit`.
import type { IToken } from "chevrotain";
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { expectedAfter } from "../expected.ts";
import { firstDayOf } from "../first-day.ts";
import { plainName } from "../lexer.ts";
import type { Reading } from "../line-grammar.ts";
import { wordOf } from "../line-word.ts";
import { relex } from "../mend-tokens.ts";
import * as T from "../tokens.ts";
import { isTypeName, typeLength } from "../type-words.ts";
import { below, type Candidate, type Stopped, textOf } from "./stopped.ts";

/** How far from where the reading stopped the line below may begin: a type takes up words behind its name. */
const farthest = 6;

/** What people write for an answer that has to be given: it is so of itself. */
export const neededWords: ReadonlySet<string> = new Set(["required", "mandatory", "compulsory"]);

const conditional: ReadonlySet<string> = new Set(["when", "if"]);

/** Words between a name and its value, in other languages. */
const between: ReadonlySet<string> = new Set(["is", "=", ":"]);

/** The line up to there, and the rest on a line of its own below. */
export function* mendLinesBelow(stopped: Stopped): Generator<Candidate> {
  const { tokens, stop } = stopped;
  const last = Math.min(tokens.length - 1, stop + farthest);
  for (let at = Math.max(2, stop - farthest); at <= last; at++) {
    const from = between.has(tokens[at]?.image ?? "") ? at + 1 : at;
    const [first, end] = [tokens[from], tokens.at(-1)];
    if (!first || !end) continue;
    if (
      from + 1 === tokens.length &&
      neededWords.has(plainName(first.image)) &&
      stopped.formsBelow("optional").length > 0
    )
      yield neededAnyway(stopped, at);
    const words = textOf(stopped.reader, first, end);
    const found = readBelow(stopped, wordOf(first), tokens.slice(from));
    if (found) yield moved(stopped, at, words, found);
    const most = words
      .replace(/^(?:up to|max(?:imum)?|not? more than) /i, "at most ")
      .replace(/^min(?:imum)? /i, "at least ");
    const pattern = words.replace(/^(?:matching|like|in the form) /i, "must match ");
    const form = pattern === words ? undefined : readBelow(stopped, "must", relex(pattern, 0, stopped.reader));
    if (form && form.stop === undefined) yield moved(stopped, at, pattern, form);
    const filled = words.replace(/^pre-?filled (?:from|with) /i, "prefill from ");
    const known = filled === words ? undefined : readBelow(stopped, "prefill", relex(filled, 0, stopped.reader));
    if (known && known.stop === undefined) yield moved(stopped, at, filled, known);
    const limit = most === words ? undefined : readBelow(stopped, "at", relex(most, 0, stopped.reader));
    if (limit && limit.stop === undefined) yield moved(stopped, at, most, limit);
    // `stop too-young "You are too young" when age is under 18`
    if (conditional.has(wordOf(first))) {
      const condition = textOf(stopped.reader, tokens[from + 1] ?? first, end);
      const shown = readBelow(stopped, "show", relex(`show when ${condition}`, 0, stopped.reader));
      if (shown && shown.stop === undefined) yield moved(stopped, at, `show when ${condition}`, shown);
    }
    const must = [...relex("must be", 0, stopped.reader), ...tokens.slice(from)];
    const asked = readBelow(stopped, "must", must);
    if (asked && asked.stop === undefined && !isOneValue(asked)) yield moved(stopped, at, `must be ${words}`, asked);
  }
}

/** Where the name of the type ends, when more words follow it: only what may stand below can follow there. */
export function endOfType({ parts }: Reading, tokens: readonly IToken[]): number | undefined {
  const last = parts.at(-1);
  const type = last?.slot === "ty" ? last.type : parts.find((part) => part.slot === "ty")?.type;
  if (!type || isTypeName(type.words)) return undefined;
  const next = type.words[typeLength(type.words.map(({ name }) => name))];
  return next && tokens.findIndex(({ startOffset }) => startOffset === next.span.start);
}

/** The reading of the rest as a line of its own: to its end, or as far as it was written. */
export function readBelow({ reader, formsBelow }: Stopped, word: string, tokens: IToken[]): Reading | undefined {
  let unfinished: Reading | undefined;
  for (const form of formsBelow(word)) {
    if (reader.budget.trials <= 0) continue;
    reader.budget.trials--;
    const reading = reader.grammar.read(form, tokens, reader.nodes, false);
    if (reading.stop === undefined) return reading;
    if (reading.stop === tokens.length) unfinished ??= reading;
  }
  return unfinished;
}

/** `must be large` is no rule for an answer: it would always be the same. */
function isOneValue({ parts }: Reading): boolean {
  return parts.some((part) => part.slot === "pred" && part.predicate.kind === "same");
}

/** `text, optional`: the comma goes as well. */
function endOfHead({ tokens }: Stopped, at: number): number {
  return tokens[at - 1]?.tokenType === T.Comma ? at - 1 : at;
}

function moved(stopped: Stopped, at: number, line: string, reading: Reading): Candidate {
  if (reading.stop !== undefined) {
    const [next = ""] = expectedAfter(reading).words;
    if (/^rounded (?:up|down)$/i.test(line)) {
      const whole = `${line} to ${/£/.test(stopped.reader.text) && stopped.tokens.some(({ image }) => image.startsWith("£")) ? "£1" : "1"}`;
      const fix = { title: `move it to a line below:  ${whole}`, text: `\n${below(stopped)}${whole}` };
      return cutOff(stopped, at, `It stands below, on a line of its own:  ${whole}.`, fix);
    }
    const starts = next === "from" ? firstDayOf(stopped.reader.text) : undefined;
    if (starts !== undefined) {
      const whole = `${line} from ${starts}`;
      const fix = { title: `move it to a line below:  ${whole}`, text: `\n${below(stopped)}${whole}` };
      return cutOff(stopped, at, `It stands below, on a line of its own:  ${whole}.`, fix);
    }
    return cutOff(stopped, at, `It stands below, on a line of its own:  ${`${line} ${next}`.trimEnd()} …`);
  }
  const fix = { title: `move it to a line below:  ${line}`, text: `\n${below(stopped)}${line}` };
  return cutOff(stopped, at, `It stands below, on a line of its own:  ${line}.`, fix);
}

function neededAnyway(stopped: Stopped, at: number): Candidate {
  const why = "A question has to be answered unless a line below it says  optional.";
  return cutOff(stopped, at, why, { title: `remove  ${stopped.tokens[at]?.image ?? ""}`, text: "" });
}

function cutOff(
  stopped: Stopped,
  at: number,
  explanation: string,
  fix?: { readonly title: string; readonly text: string },
): Candidate {
  const { tokens, reader } = stopped;
  const end = endOfHead(stopped, at);
  const [token, before] = [tokens[at] as IToken, tokens[end - 1] as IToken];
  const span = { ...reader.nodes.spanOf(token, tokens.at(-1)), start: reader.nodes.spanOf(before).end };
  const fixes: readonly Fix[] = fix ? [{ title: fix.title, edits: [{ span, text: fix.text }] }] : [];
  const problem = (): Problem =>
    say.wordDoesNotFit(reader.nodes.spanOf(token), { word: token.image }, { explanation: [explanation], fixes });
  return { tokens: tokens.slice(0, end), problem, onlyWhole: true };
}
