// Mends of wordings from everyday speech, spreadsheets and other languages (FW103): each idea has one wording here, and it is offered.
import type { IToken } from "chevrotain";
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { plainName } from "../lexer.ts";
import { relex, tokenAt } from "../mend-tokens.ts";
import * as T from "../tokens.ts";
import { type Candidate, isWordToken, replaced, type Stopped, textOf } from "./stopped.ts";

/** Words in a row, as patterns match them: names and values as they were written. */
interface Wording {
  /** How it is written: a word for itself, `#` a value (a literal or a name with its parts), `…` several with commas. */
  readonly from: string;
  /** How it is said here: `1`, `2` stand for the values in their order. */
  readonly to: string;
}

const wordings: readonly Wording[] = [
  { from: "is greater than or equal to #", to: "is at least 1" },
  { from: "is greater than or equal #", to: "is at least 1" },
  { from: "is greater or equal to #", to: "is at least 1" },
  { from: "is greater or equal #", to: "is at least 1" },
  { from: "is more than or equal to #", to: "is at least 1" },
  { from: "is less than or equal to #", to: "is at most 1" },
  { from: "is less than or equal #", to: "is at most 1" },
  { from: "is less or equal #", to: "is at most 1" },
  { from: "is smaller than or equal to #", to: "is at most 1" },
  { from: "is not less than #", to: "is at least 1" },
  { from: "is equal to #", to: "is 1" },
  // In an example, what somebody ticks is given all at once.
  { from: "includes …", to: "are 1" },
  { from: "is not equal to #", to: "is not 1" },
  { from: "does not equal #", to: "is not 1" },
  { from: "equals #", to: "is 1" },
  { from: "exceeds #", to: "is over 1" },
  { from: "is above #", to: "is over 1" },
  { from: "is below #", to: "is under 1" },
  { from: "is up to #", to: "is at most 1" },
  { from: "is minimum #", to: "is at least 1" },
  { from: "is maximum #", to: "is at most 1" },
  { from: "is at-least #", to: "is at least 1" },
  { from: "is at-most #", to: "is at most 1" },
  ...["over", "more", "above", "older", "higher", "later"].map((word) => ({
    from: `is # or ${word}`,
    to: "is at least 1",
  })),
  ...["under", "less", "fewer", "below", "younger", "lower", "earlier"].map((word) => ({
    from: `is # or ${word}`,
    to: "is at most 1",
  })),
  { from: "is # and over", to: "is at least 1" },
  { from: "is # and above", to: "is at least 1" },
  { from: "is # and under", to: "is at most 1" },
  { from: "is # and below", to: "is at most 1" },
  { from: "is # +", to: "is at least 1" },
  { from: "is older than #", to: "is over 1 ago" },
  { from: "is younger than #", to: "is under 1 ago" },
  { from: "is bigger than #", to: "is over 1" },
  { from: "is no more than #", to: "is at most 1" },
  { from: "is no less than #", to: "is at least 1" },
  { from: "is not more than #", to: "is at most 1" },
  { from: "is greater than or equal to #", to: "is at least 1" },
  { from: "is more than or equal to #", to: "is at least 1" },
  { from: "is less than or equal to #", to: "is at most 1" },
  { from: "is equal to #", to: "is 1" },
  { from: "is not equal to #", to: "is not 1" },
  { from: "is in past", to: "is in the past" },
  { from: "is in future", to: "is in the future" },
  { from: "is within last #", to: "is within the last 1" },
  { from: "is within next #", to: "is within the next 1" },
  { from: "is within #", to: "is within the last 1" },
  { from: "is in …", to: "is one of 1" },
  { from: "# in # , …", to: "1 is one of 2, 3" },
  { from: "# in #", to: "2 includes 1" },
  { from: "is # , …", to: "is one of 1, 2" },
  { from: "is not # , …", to: "is not one of 1, 2" },
  { from: ", # is", to: "and 1 is" },
  { from: "is either # or #", to: "is one of 1, 2" },
  { from: "is neither # nor #", to: "is not one of 1, 2" },
  { from: "# between # and #", to: "1 is from 2 to 3" },
  { from: "be above #", to: "be over 1" },
  { from: "be below #", to: "be under 1" },
  { from: "be up to #", to: "be at most 1" },
  { from: "be minimum #", to: "be at least 1" },
  { from: "be maximum #", to: "be at most 1" },
  { from: "be greater than #", to: "be over 1" },
  { from: "be greater than or equal to #", to: "be at least 1" },
  { from: "be less than or equal to #", to: "be at most 1" },
  { from: "be # to #", to: "be from 1 to 2" },
  { from: "is # to #", to: "is from 1 to 2" },
  { from: "from # - #", to: "from 1 to 2" },
  { from: "from # . . #", to: "from 1 to 2" },
  { from: "from # . #", to: "from 1 to 2" },
  { from: "# contain #", to: "1 includes 2" },
  { from: "# contains #", to: "1 includes 2" },
  { from: "# has #", to: "1 includes 2" },
  { from: "not # is not #", to: "1 is 2" },
  { from: "not # is #", to: "1 is not 2" },
  { from: "not ( # is # )", to: "1 is not 2" },
  { from: "# is at least # and at most #", to: "1 is from 2 to 3" },
  { from: "unless # is # unless", to: "unless 1 is 2 or" },
  { from: "be >= # and <= #", to: "be from 1 to 2" },
  { from: "# <= # <= #", to: "2 is from 1 to 3" },
  { from: "{ # }", to: "1" },
  { from: "$ { # }", to: "1" },
  { from: "[ # ]", to: "1" },
  { from: "as yes / no", to: "as yes or no" },
  { from: "| - |", to: "| any |" },
  { from: "| * |", to: "| any |" },
  { from: "| |", to: "| any |" },
  { from: "| >= #", to: "| 1 or more" },
  { from: "| > #", to: "| over 1" },
  { from: "| <= #", to: "| at most 1" },
  { from: "| < #", to: "| under 1" },
  { from: "| # + |", to: "| 1 or more |" },
  { from: "is # +", to: "is at least 1" },
  { from: "| = #", to: "| 1" },
  { from: "| != #", to: "| not 1" },
  { from: "| is #", to: "| 1" },
  { from: "| is not #", to: "| not 1" },
  { from: "| # - #", to: "| 1 to 2" },
  { from: "| from # to #", to: "| 1 to 2" },
  { from: "| between # and #", to: "| 1 to 2" },
  { from: "| over # to under #", to: "| 1 to under 2" },
  { from: "| over # to #", to: "| 1 to 2" },
  { from: "| # and over", to: "| 1 or more" },
  { from: "| # and above", to: "| 1 or more" },
  { from: "| # or later", to: "| 1 or more" },
  { from: "| # or above", to: "| 1 or more" },
  { from: "| # or over", to: "| 1 or more" },
  { from: "| # or higher", to: "| 1 or more" },
  { from: "| # or older", to: "| 1 or more" },
  { from: "| on or after #", to: "| 1 or more" },
  { from: "| # or earlier", to: "| at most 1" },
  { from: "| # or below", to: "| at most 1" },
  { from: "| # or under", to: "| at most 1" },
  { from: "| # or lower", to: "| at most 1" },
  { from: "| # or younger", to: "| at most 1" },
  { from: "| # or less", to: "| at most 1" },
  { from: "| # or fewer", to: "| at most 1" },
  { from: "| on or before #", to: "| at most 1" },
  { from: "| # +", to: "| 1 or more" },
  { from: "| more than #", to: "| over 1" },
  { from: "| less than #", to: "| under 1" },
  { from: "| below #", to: "| under 1" },
  { from: "| above #", to: "| over 1" },
  { from: "| up to #", to: "| at most 1" },
  { from: "whole years from # to #", to: "years from 1 to 2" },
  { from: "full years from # to #", to: "years from 1 to 2" },
  { from: "whole months from # to #", to: "months from 1 to 2" },
  { from: "full months from # to #", to: "months from 1 to 2" },
  { from: "years between # and #", to: "years from 1 to 2" },
  { from: "months between # and #", to: "months from 1 to 2" },
  { from: "weeks between # and #", to: "weeks from 1 to 2" },
  { from: "days between # and #", to: "days from 1 to 2" },
  { from: "sum ( # )", to: "sum of 1" },
  { from: "count ( # )", to: "count of 1" },
  { from: "average ( # )", to: "average of 1" },
  { from: "count # with", to: "count of 1 where" },
  { from: "count of # with", to: "count of 1 where" },
  { from: "count # where", to: "count of 1 where" },
  { from: "sum #", to: "sum of 1" },
  { from: "count #", to: "count of 1" },
  { from: "# or #", to: "(1 else 2)" },
  { from: "# ? ? #", to: "(1 else 2)" },
  { from: "# x #", to: "1 times 2" },
  { from: "expect outcome #", to: "expect outcome is 1" },
  { from: "expect goes to #", to: "expect case goes to 1" },
  { from: "then # appeals", to: "then 1 chooses appeal" },
  { from: "then # withdraws", to: "then 1 chooses withdraw" },
  { from: "then # approves", to: "then 1 chooses approve" },
  { from: "then # refuses", to: "then 1 chooses refuse" },
  { from: "then # rejects", to: "then 1 chooses reject" },
  { from: "then # dismisses", to: "then 1 chooses dismiss" },
  { from: "then # confirms", to: "then 1 chooses confirm" },
  { from: "must choose at least #", to: "must have at least 1 choices" },
  { from: "must choose at most #", to: "must have at most 1 choices" },
  { from: "keep for #", to: "keep answers for 1 after decision" },
  { from: "as yes / no", to: "as yes or no" },
  { from: "from identity #", to: "from identity's 1" },
  { from: "as £", to: "as money" },
  { from: "as €", to: "as money" },
  { from: "as $", to: "as money" },
  { from: "as %", to: "as percentage" },
  { from: "send email #", to: "send 1" },
  { from: "send letter #", to: "send 1" },
  { from: "send text #", to: "send 1" },
  { from: "choice from #", to: "one of 1" },
];

const split = wordings.map(({ from, to }) => ({ to, pieces: from.split(" ") }));

/** The written words, and the wording that says them here. */
export function* mendEveryday(stopped: Stopped): Generator<Candidate> {
  const { tokens, reader, stop } = stopped;
  for (const { to, pieces } of split)
    for (let from = stop; from >= Math.max(0, stop - 9); from--) {
      const match = matchAt(tokens, from, pieces);
      if (!match || match.end < stop) continue;
      const [first, last] = [tokens[from], tokens[match.end - 1]];
      if (!first || !last) continue;
      const texts = match.values.map(([start, end]) => textOf(reader, tokens[start] ?? first, tokens[end - 1] ?? last));
      const meant = filled(to, texts);
      const span = reader.nodes.spanOf(first, last);
      const isTight = /[^\s|(]/.test(reader.text.charAt(span.start - 1)) && /^[a-z]/i.test(meant);
      const spaced = (words: string): string => (isTight ? ` ${words}` : words);
      const fix: Fix = {
        title: `change  ${textOf(reader, first, last)}  to  ${meant}`,
        edits: [{ span, text: spaced(meant) }],
      };
      const problem = (): Problem =>
        say.wordDoesNotFit(
          reader.nodes.spanOf(tokens[stop] ?? last),
          { word: (tokens[stop] ?? last).image },
          { explanation: [`It is written  ${meant}.`], fixes: [fix] },
        );
      const by = relex(meant, 0, reader).map((token) => tokenAt(token.tokenType, token.image, span.start, span.end));
      yield { tokens: replaced(tokens, from, match.end, by), problem, onlyWhole: true };
    }
}

/** No wording holds a digit of its own: each is the number of a value. */
function filled(to: string, texts: readonly string[]): string {
  return to.replace(/\d/g, (number) => texts[Number(number) - 1] ?? number);
}

interface Match {
  readonly end: number;
  /** Each value from its first token to behind its last one. */
  readonly values: readonly (readonly [start: number, end: number])[];
}

function matchAt(tokens: readonly IToken[], from: number, pattern: readonly string[]): Match | undefined {
  const values: (readonly [number, number])[] = [];
  let at = from;
  for (const piece of pattern) {
    const end =
      piece === "#" ? endOfValue(tokens, at) : piece === "…" ? endOfValues(tokens, at) : endOfWord(tokens, at, piece);
    if (end === undefined) return undefined;
    if (piece === "#" || piece === "…") values.push([at, end]);
    at = end;
  }
  return { end: at, values };
}

function endOfWord(tokens: readonly IToken[], at: number, word: string): number | undefined {
  const token = tokens[at];
  return token && plainName(token.image) === word ? at + 1 : undefined;
}

const literals: ReadonlySet<IToken["tokenType"]> = new Set([
  T.Text,
  T.DateToken,
  T.DayMonth,
  T.Duration,
  T.Money,
  T.Percent,
  T.Time,
  T.Size,
  T.Num,
]);

/** Words that no value begins with. */
const noValues: ReadonlySet<string> = new Set(
  "is not and or unless when where of else from to has includes does at before after over under since then otherwise".split(
    " ",
  ),
);

/** A literal, or a name with its parts. */
function endOfValue(tokens: readonly IToken[], at: number): number | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (literals.has(token.tokenType)) return at + 1;
  if (!isWordToken(token) || noValues.has(plainName(token.image))) return undefined;
  let end = at + 1;
  while (tokens[end]?.tokenType === T.Possessive && isWordToken(tokens[end + 1])) end += 2;
  return end;
}

function endOfValues(tokens: readonly IToken[], at: number): number | undefined {
  let end = endOfValue(tokens, at);
  while (end !== undefined && tokens[end]?.tokenType === T.Comma) {
    const next = endOfValue(tokens, end + 1);
    if (next === undefined) return end;
    end = next;
  }
  return end;
}
