// Mends of a page with no way on that says in its own line when it is shown (FW103): `stop when resident is no`. The page has a name and
// words, and its condition stands below.
import type { IToken } from "chevrotain";
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { plainName } from "../lexer.ts";
import { relex } from "../mend-tokens.ts";
import { nameFromWords } from "../names-and-words.ts";
import * as T from "../tokens.ts";
import { readBelow } from "./lines-below.ts";
import { below, type Candidate, type Stopped, textOf } from "./stopped.ts";
import { turned } from "./turned.ts";

const conditional: ReadonlySet<string> = new Set(["when", "if", "unless"]);
/** Words between the condition and what people read. */
const saying: ReadonlySet<string> = new Set(["otherwise", "say", "and", "with", "then", ","]);

/** `stop when resident is no`, also with the words before or behind the condition, and without a name. */
export function* mendStopWhen(stopped: Stopped): Generator<Candidate> {
  const { tokens, reader } = stopped;
  const [first, second] = tokens;
  if (!first || !second || plainName(first.image) !== "stop") return;
  const textFirst = second.tokenType === T.Text;
  const when = textFirst ? 2 : 1;
  const word = plainName(tokens[when]?.image ?? "");
  if (!conditional.has(word)) return;
  const behind = textFirst ? -1 : tokens.findIndex(({ tokenType }) => tokenType === T.Text);
  let end = behind < 0 ? tokens.length : behind;
  while (end > when && saying.has(plainName(tokens[end - 1]?.image ?? ""))) end--;
  const [from, to] = [tokens[when + 1], tokens[end - 1]];
  if (!from || !to || end <= when + 1 || (behind >= 0 && behind < tokens.length - 1)) return;
  const title = (textFirst ? second : tokens[behind])?.image ?? '"You cannot apply"';
  const name = nameFromWords(title, reader.isGiven) ?? "cannot-apply";
  const condition = textOf(reader, from, to).replaceAll(/ ==? /g, " is ");
  const lines = [`stop ${name} ${title}`, `show when ${word === "unless" ? (turned(condition) ?? "…") : condition}`];
  yield {
    tokens: relex(lines[0] ?? "", first.startOffset, reader),
    problem: () => told(stopped, lines),
    onlyWhole: true,
  };
}

function told(stopped: Stopped, lines: readonly string[]): Problem {
  const { tokens, reader } = stopped;
  const [head = "", shown = ""] = lines;
  const whole = reader.nodes.spanOf(tokens[0] as IToken, tokens.at(-1));
  const reading = readBelow(stopped, "show", relex(shown, 0, reader));
  const title = `change it to  ${head}  with  ${shown}  below`;
  const fixes: Fix[] =
    reading && reading.stop === undefined && !shown.includes("…")
      ? [{ title, edits: [{ span: whole, text: `${head}\n${below(stopped)}${shown}` }] }]
      : [];
  const word = tokens.find(({ image }) => conditional.has(plainName(image))) ?? (tokens[0] as IToken);
  return say.wordDoesNotFit(
    reader.nodes.spanOf(word),
    { word: word.image },
    {
      explanation: [
        `A page that stops people has a name and words, and says below when it is shown:  ${head}, below it  ${shown}.`,
      ],
      fixes,
    },
  );
}
