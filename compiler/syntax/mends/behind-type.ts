// Mends of what stands behind the type of an answer and no line below could be read from (FW103): `whole number between 1 and 20`,
// `money in
// euros`, `keeper's answer`. Each idea has a line of its own here.
import type { IToken } from "chevrotain";
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { relex } from "../mend-tokens.ts";
import * as T from "../tokens.ts";
import { typeLength } from "../type-words.ts";
import { readBelow } from "./lines-below.ts";
import { below, type Candidate, type Stopped, textOf } from "./stopped.ts";

/** How bounds are written elsewhere, and the line that says them here; `1` and `2` stand for the values. */
const bounds: readonly (readonly [pattern: RegExp, line: string])[] = [
  [/^(?:between|from)? ?(#) ?(?:and|to|-|–|\.\.\.?) ?(#)$/, "must be from 1 to 2"],
  [/^(?:up to|max\.?|maximum|maximum of|not more than|no more than|<=) ?(#)$/, "must be at most 1"],
  [/^(?:min\.?|minimum|minimum of|not less than|no less than|>=) ?(#)$/, "must be at least 1"],
  [/^(#) ?(?:or more|and over|and above|\+)$/, "must be at least 1"],
  [/^(#) ?(?:or less|or fewer|or under|and under)$/, "must be at most 1"],
];

const value = String.raw`[£€$]?\d[\d.]*%?(?: (?:days?|weeks?|months?|years?|kilometres|metres))?`;
const patterns = bounds.map(([pattern, line]) => ({
  pattern: new RegExp(pattern.source.replaceAll("#", value)),
  line,
}));

/** What a number behind a type counts, where it is not the answer itself. */
const countedIn: Readonly<Record<string, string>> = {
  text: "characters",
  "long text": "characters",
  "reference number": "characters",
  files: "files",
  photos: "files",
  documents: "files",
};

/** The bounds in a line below, or where an answer that is known already is said. */
export function* mendBehindType(stopped: Stopped): Generator<Candidate> {
  const type = stopped.reading.parts.find((part) => part.slot === "ty");
  if (type?.slot !== "ty") return;
  const names = type.type.words.map(({ name }) => name);
  const length = typeLength(names);
  const next = type.type.words[length]?.span.start;
  const end = next === undefined ? stopped.stop : stopped.tokens.findIndex(({ startOffset }) => startOffset === next);
  if (end < 1 || stopped.stop < end) return;
  if (stopped.tokens[end]?.tokenType === T.Possessive) yield* someonesAnswer(stopped, end);
  else {
    if (names[0] === "money") yield* currencySaid(stopped, end);
    yield* boundsBelow(stopped, end, names.slice(0, length).join(" "));
  }
}

function* boundsBelow(stopped: Stopped, end: number, type: string): Generator<Candidate> {
  const { tokens, reader } = stopped;
  const [first, before] = [tokens[end], tokens[end - 1]];
  const last = tokens.at(-1);
  if (!first || !before || !last) return;
  const words = textOf(reader, first, last);
  const line = lineFor(words, type);
  if (line === undefined) return;
  const reading = readBelow(stopped, "must", relex(line, 0, reader));
  if (!reading || reading.stop !== undefined) return;
  const span = { ...reader.nodes.spanOf(first, last), start: reader.nodes.spanOf(before).end };
  const ends = line.includes(" from ") ? [`Both ends are included.`] : [];
  const problem = (): Problem =>
    say.wordDoesNotFit(
      reader.nodes.spanOf(first, last),
      { word: words },
      {
        explanation: [`It stands below, on a line of its own:  ${line}.`, ...ends],
        fixes: [{ title: `move it to a line below:  ${line}`, edits: [{ span, text: `\n${below(stopped)}${line}` }] }],
      },
    );
  yield { tokens: tokens.slice(0, end), problem, onlyWhole: true };
}

/** `(max 200 characters)` behind `text`: must have at most 200 characters. */
function lineFor(words: string, type: string): string | undefined {
  const bare = words
    .toLowerCase()
    .replace(/^\(|\)$/g, "")
    .replace(/^, */, "")
    .trim()
    // `500 words max`
    .replace(/^(\d+) (\w+) (?:max\.?|maximum|at most)$/, "max $1 $2");
  const [, rest = bare, unit] = /^(.*) (characters|letters|chars|words|files|choices)$/.exec(bare) ?? [];
  for (const { pattern, line } of patterns) {
    const [, one, two = ""] = pattern.exec(rest) ?? [];
    if (one === undefined) continue;
    const said = line.replace("1", one).replace(/2$/, two);
    const counted = unit ?? countedIn[type];
    if (counted === undefined) return said;
    return `${said.replace("must be", "must have")} ${/^(letters|chars)$/.test(counted) ? "characters" : counted}`;
  }
  return undefined;
}

const currencies =
  /^in (?:[£€$]|pounds?|euros?|dollars?|pounds sterling|sterling|gbp|eur|usd|cents|pence|local currency)$/i;

/** `money in euros`: the currency is not said by the question. */
function* currencySaid(stopped: Stopped, end: number): Generator<Candidate> {
  const { tokens, reader } = stopped;
  const [first, before, last] = [tokens[end], tokens[end - 1], tokens.at(-1)];
  if (!first || !before || !last) return;
  const words = textOf(reader, first, last);
  if (!currencies.test(words)) return;
  const span = { ...reader.nodes.spanOf(first, last), start: reader.nodes.spanOf(before).end };
  const explanation = [
    "All money in a service is in one currency: that of the amounts in its text, such as €10. Without any it is pounds.",
    "Where people choose the currency, it is  money in any currency.",
  ];
  const fixes = [{ title: `remove  ${words}`, edits: [{ span, text: "" }] }];
  const problem = (): Problem =>
    say.wordDoesNotFit(reader.nodes.spanOf(first, last), { word: words }, { explanation, fixes });
  yield { tokens: tokens.slice(0, end), problem, onlyWhole: true };
}

/** `as keeper's answer`: a name where the kind of answer is said. What is known already is filled in by a line below. */
function* someonesAnswer(stopped: Stopped, at: number): Generator<Candidate> {
  const { tokens, reader } = stopped;
  const [first, last] = [tokens[at - 1], lastOfPath(tokens, at)];
  if (!first || !last) return;
  const path = textOf(reader, first, last);
  const explanation = [
    "After  as  comes what kind of answer it is, for example  text  or  yes or no.",
    `An answer that is known already is filled in by a line below the question:  prefill from ${path}.`,
  ];
  const problem = (): Problem =>
    say.wordDoesNotFit(reader.nodes.spanOf(first, last), { word: path }, { explanation, fixes: [] });
  const text = relex("text", 0, reader);
  yield { tokens: [...tokens.slice(0, at - 1), ...text], problem, onlyWhole: true };
}

function lastOfPath(tokens: readonly IToken[], at: number): IToken | undefined {
  let end = at;
  while (tokens[end]?.tokenType === T.Possessive && tokens[end + 1]) end += 2;
  return end === tokens.length ? tokens[end - 1] : undefined;
}
