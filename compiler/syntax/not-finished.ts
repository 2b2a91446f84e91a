// FW109: a line that lacks words at its end, with what may be put there.
import type { IToken } from "chevrotain";
import { problems as say } from "../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../diagnostics/problem.ts";
import { type Expected, expectedAfter } from "./expected.ts";
import type { FileReading } from "./file-reading.ts";
import { firstDayOf } from "./first-day.ts";
import { plainName } from "./lexer.ts";
import type { Reading } from "./line-grammar.ts";
import { relex } from "./mend-tokens.ts";
import { wordsFromName } from "./names-and-words.ts";
import { withNewOutcome, withNewStage } from "./new-places.ts";
import { exceptionsMeant } from "./placement/if-then-else.ts";
import { deeperRows } from "./rows-of-text.ts";
import { waysOn } from "./ways-on.ts";

/** A line whose reading stopped where words are missing. */
interface Unfinished {
  readonly reading: Reading;
  readonly tokens: readonly IToken[];
  readonly stop: number;
  readonly reader: FileReading;
  readonly attempt: (tokens: IToken[]) => Reading | undefined;
  /** What may come there. */
  readonly explanation: readonly string[];
}

/** The problem, and each end with which the line can be read. */
export function lineNotFinished(unfinished: Unfinished): Problem {
  const { reading, tokens, stop, reader, attempt, explanation } = unfinished;
  const before = tokens[stop - 1];
  const end = before ? reader.nodes.spanOf(before).end : 0;
  const expected = expectedAfter(reading);
  const below = valueBelow(unfinished, expected, end);
  if (below) return say.lineIsNotFinished(at(reader, end), {}, below);
  const lines = reader.text.slice(end).split("\n", 2);
  const hasBullets = lines[1]?.trimStart().startsWith("-") === true;
  const guess = expected.slots.includes("t") && before ? [`"${wordsFromName(before.image)}"`] : [];
  const isDecision = expected.words.includes("when") && reading.form.text.endsWith("when <c>");
  const lists = !hasBullets
    ? []
    : expected.slots.includes("c")
      ? ["all of", "any of"]
      : isDecision
        ? ["when all of", "when any of"]
        : [];
  const ways = waysOn(reading.form.text, expected.words, reader.text, end);
  const fixes = [
    ...ways.ends,
    ...new Set(endings(expected.words, hasBullets, reading, reader.text, before)),
    ...guess,
    ...lists,
  ]
    .filter(
      (words) =>
        attempt([...tokens.slice(0, stop), ...relex(` ${words}`, end, reader), ...tokens.slice(stop)])?.stop ===
        undefined,
    )
    .map(
      (words): Fix => ({
        title: `add  ${words}  at the end of the line`,
        edits: [{ span: at(reader, end), text: ` ${words}` }],
      }),
    );
  if (fixes.length === 0 && ways.explanation.length > 0) fixes.push(...newPlaces(unfinished, expected, end));
  // Every answer is: nothing has to say so.
  if (reading.form.text.startsWith("required when") && stop === 1 && before)
    return requiredAlone(before, reader, explanation);
  const isCalculation =
    plainName(tokens[0]?.image ?? "") === "calculate" && (expected.words.includes("=") || before?.image === "=");
  const isWay = reading.form.text.startsWith("when <c>") && expected.words.includes("then");
  const exceptions = isCalculation && fixes.length === 0 ? exceptionsInRows(unfinished, end) : [];
  if (exceptions.length > 0)
    return say.lineIsNotFinished(at(reader, end), {}, { explanation: [exceptionsBelow], fixes: exceptions });
  const more =
    isCalculation && fixes.length === 0
      ? [exceptionsBelow]
      : isWay
        ? [onlyForSome]
        : reading.form.text.startsWith("no appeal")
          ? [whyNoAppeal]
          : reading.form.text === "sensitive <n>"
            ? [whichKind]
            : reading.form.text.startsWith("share <ps> with <n> under")
              ? [underWhichLaw]
              : reading.form.text.startsWith("keep <ps>") &&
                  /^(?:forever|permanently|indefinitely|always)$/i.test(before?.image ?? "")
                ? [keptForever]
                : [];
  return say.lineIsNotFinished(
    at(reader, end),
    {},
    { explanation: more[0] === whichKind ? more : [...explanation, ...ways.explanation, ...more], fixes },
  );
}

/** Where the case may go from there, when the text has no such place yet. */
function newPlaces({ reading, reader, stop, tokens, attempt }: Unfinished, expected: Expected, end: number): Fix[] {
  const isWhole = (words: string): boolean =>
    stop === tokens.length && attempt([...tokens, ...relex(` ${words}`, end, reader)])?.stop === undefined;
  const line = { file: reader.file, text: reader.text, end };
  if (expected.words.includes("otherwise"))
    return isWhole("otherwise go to lapsed") ? withNewOutcome(line, reader.isGiven) : [];
  const isRight = reading.form.text.startsWith("applicant can <n>");
  return isRight && isWhole("then go to appeal-review") ? withNewStage(line, reader.isGiven) : [];
}

const exceptionsBelow =
  "The general value stands in this line, as in  calculate fee = £30, and each exception below it:  except £0 when blue-badge is yes.";

/** `calculate fee` with `if … then …` and `else …` on the rows below it. */
function exceptionsInRows({ tokens, stop, reader, attempt }: Unfinished, end: number): Fix[] {
  const { line } = reader.index.positionAt(end);
  const head = reader.text.slice(reader.index.startOf(line), end).trim();
  const rows = deeperRows(reader, line);
  const last = rows.at(-1);
  const meant = exceptionsMeant(
    head,
    rows.map(({ text }) => text),
  );
  const value = meant?.head.slice(head.length) ?? "";
  if (!last || !meant || stop < tokens.length || attempt([...tokens, ...relex(value, end, reader)])?.stop !== undefined)
    return [];
  const lines = [meant.head, ...meant.below.map((below) => `  ${below}`)];
  const indent = "\n".padEnd((rows[0]?.column ?? 0) + 1);
  const edits = [
    {
      span: { ...at(reader, end), end: last.end },
      text: `${value}${meant.below.map((below) => `${indent}${below}`).join("")}`,
    },
  ];
  return [{ title: `write  ${lines.map((one) => one.trim()).join("  with  ")}`, edits, lines }];
}

const whyNoAppeal = 'Say why, as people read it:  no appeal because "Only a court can look at this again."';

const underWhichLaw = 'Say which law allows it:  share name with tax-office under "Tax Code, section 4".';

const keptForever =
  "Answers are kept for a length of time, as long as the law asks:  keep answers for 10 years after decision.";

const whichKind =
  "Say which special kind of personal data it is, as the law calls it, for example  sensitive health,  sensitive religion  or  sensitive convictions.";

const onlyForSome = "A stage that only some cases need says which do not:  skip when …";

/** `calculate fee` with `£30` on the line below: the value stands in the same line. */
function valueBelow(
  { tokens, stop, reader, attempt }: Unfinished,
  expected: Expected,
  end: number,
): { readonly explanation: readonly string[]; readonly fixes: readonly Fix[] } | undefined {
  const sign = ["=", "when"].find((word) => expected.words.includes(word)) ?? "";
  if (stop < tokens.length || (sign === "" && !expected.slots.some((slot) => slot === "e" || slot === "c")))
    return undefined;
  const below = /^[^\S\n]*[:.]?[^\S\n]*\r?\n([^\S\n]+)([^\s#].*)/.exec(reader.text.slice(end));
  const [whole = "", indent = "", line = ""] = below ?? [];
  const { line: own } = reader.index.positionAt(end);
  const column = /^[^\S\n]*/.exec(reader.text.slice(reader.index.startOf(own)))?.[0].length ?? 0;
  if (indent.length <= column) return undefined;
  const value = line.replace(/^=\s*/, "").trimEnd();
  const words = `${sign} ${value}`.trim();
  if (attempt([...tokens, ...relex(` ${words}`, end, reader)])?.stop !== undefined) return undefined;
  const head = reader.text.slice(reader.index.startOf(own), end).trim();
  const span = { ...at(reader, end), end: end + whole.trimEnd().length };
  return {
    explanation: [`It goes on in the same line:  ${head} ${words}.`],
    fixes: [{ title: `move  ${value}  up to this line`, edits: [{ span, text: ` ${words}` }] }],
  };
}

/** FW109: `required` without a condition says what holds anyway. */
const alwaysRequired = "A question has to be answered unless a line below it says  optional: this line is not needed.";

function requiredAlone(word: IToken, reader: FileReading, after: readonly string[]): Problem {
  const { start, end } = reader.nodes.spanOf(word);
  const lineStart = reader.index.startOf(reader.index.positionAt(start).line);
  const above = reader.text.slice(0, lineStart).replace(/\r?\n$/, "");
  const before = { ...at(reader, above.length), end };
  const fixes = [{ title: `remove  ${word.image}`, edits: [{ span: before, text: "" }] }];
  return say.lineIsNotFinished(at(reader, end), {}, { explanation: [alwaysRequired, ...after], fixes });
}

/** What may be put at the end of a line that lacks one word; a type that is missing can only be guessed as text. */
function endings(
  words: readonly string[],
  hasBullets: boolean,
  { form }: Reading,
  text: string,
  before: IToken | undefined,
): string[] {
  const type = hasBullets ? "as one of these" : "as text";
  const isAmount = form.text.endsWith("from <date>");
  // Looked for only where it is said: a long text is not searched for every line that is wrong.
  const starts = isAmount && words.includes("from") ? firstDayOf(text) : undefined;
  return words
    .filter((word) => /^[a-z]/.test(word))
    .slice(0, 3)
    .map((word) => {
      if (word === "from" && isAmount && starts !== undefined) return `from ${starts}`;
      if (word === "each" && form.text.startsWith("count ")) return "each month";
      if (word === "up" && form.text.startsWith("accept ")) return "up to 10 MB";
      if (word === "time" || word === "times") return before?.image === "1" ? "time" : "times";
      if (word === "by" && form.text.startsWith("message ")) return "by email";
      return word === "as" ? type : word;
    });
}

function at(reader: FileReading, offset: number): { file: string; start: number; end: number } {
  return { file: reader.file, start: offset, end: offset };
}
