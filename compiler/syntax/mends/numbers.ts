// Mends of lengths that are said in words (FW103): `within two weeks`, `after a month`.
import type { IToken } from "chevrotain";
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { plainName } from "../lexer.ts";
import { type Candidate, changeTo, replaced, type Stopped, textOf, wordsInPlaceOf } from "./stopped.ts";

const inWords: ReadonlyMap<string, number> = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve"
    .split(" ")
    .map((word, number) => [word, number]),
);

const articles: ReadonlySet<string> = new Set(["a", "an"]);
const units = /^(minute|hour|day|week|month|year)s?$/;

/** Words for the number of a length. */
export function* mendNumberInWords({ tokens, reader, stop }: Stopped): Generator<Candidate> {
  for (const at of [stop, stop - 1]) {
    const first = tokens[at];
    const number = first && numberOf(first);
    if (!first || number === undefined) continue;
    const end = plainName(tokens[at + 1]?.image ?? "") === "working" ? at + 2 : at + 1;
    const last = tokens[end];
    if (!last || !units.test(plainName(last.image))) continue;
    const unit = textOf(reader, tokens[at + 1] ?? last, last);
    const meant = `${number} ${unit}`;
    const explanation = [`A number is written in digits:  ${meant}.`];
    const fixes = changeTo(reader, first, last, meant);
    const problem = (): Problem =>
      say.wordDoesNotFit(reader.nodes.spanOf(first), { word: first.image }, { explanation, fixes });
    yield { tokens: replaced(tokens, at, end + 1, wordsInPlaceOf(meant, first, last, reader)), problem };
  }
}

function numberOf({ image }: IToken): number | undefined {
  const word = plainName(image);
  return articles.has(word) ? 1 : inWords.get(word);
}
