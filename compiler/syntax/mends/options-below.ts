// Mends of choices that are listed in the line of their question (FW103): `as one of these small, large` has them as bullets below.
import type { IToken } from "chevrotain";
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { plainName } from "../lexer.ts";
import { wordsFromName } from "../names-and-words.ts";
import * as T from "../tokens.ts";
import { below, type Candidate, isWordToken, type Stopped } from "./stopped.ts";

/** The line up to "these", and a bullet for each choice. */
export function* mendOptionsBelow(stopped: Stopped): Generator<Candidate> {
  const { tokens, reader } = stopped;
  const these = tokens.findIndex((token, at) => plainName(token.image) === "these" && isWordToken(tokens[at + 1]));
  const [first, before] = [tokens[these + 1], tokens[these]];
  if (these < 0 || !first || !before) return;
  const options = optionsIn(tokens.slice(these + 1));
  if (options.length < 2) return;
  const bullets = options.map((name) => `- ${name} "${wordsFromName(name)}"`);
  const span = { ...reader.nodes.spanOf(first, tokens.at(-1)), start: reader.nodes.spanOf(before).end };
  const text = bullets.map((bullet) => `\n${below(stopped)}${bullet}`).join("");
  const explanation = [`Each choice stands below, on a line of its own:  ${bullets[0] ?? ""}.`];
  const fixes = [{ title: "move the choices to lines below", edits: [{ span, text }] }];
  const problem = (): Problem =>
    say.wordDoesNotFit(reader.nodes.spanOf(first), { word: first.image }, { explanation, fixes });
  yield { tokens: tokens.slice(0, these + 1), problem, onlyWhole: true };
}

/** small, large or huge: the names; none when anything else stands there. */
function optionsIn(tokens: readonly IToken[]): string[] {
  const names: string[] = [];
  for (const token of tokens) {
    const word = plainName(token.image);
    if (token.tokenType === T.Comma || word === "or" || word === "and") continue;
    if (!isWordToken(token)) return [];
    names.push(word);
  }
  return names;
}
