// Mends of choices that are listed in the line of their question (FW103): `as one of these small, large`, `as any of
// petrol or gas` and `as yes or no or maybe` have them as bullets below.
import type { IToken } from "chevrotain";
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { plainName } from "../lexer.ts";
import { relex } from "../mend-tokens.ts";
import { nameFromWords, wordsFromName } from "../names-and-words.ts";
import * as T from "../tokens.ts";
import { neededWords } from "./lines-below.ts";
import { below, type Candidate, isWordToken, type Stopped } from "./stopped.ts";

/** More words than this are no name of a choice. */
const longestOption = 4;

interface Option {
  readonly name: string;
  readonly words: string;
}

/** The line up to its type, and a bullet for each choice. */
export function* mendOptionsBelow(stopped: Stopped): Generator<Candidate> {
  const { tokens, reader } = stopped;
  const at = startOfOptions(tokens);
  const before = tokens[at - 1];
  // `any of these: kitchen, bathroom`
  const first = tokens[at]?.image === ":" ? tokens[at + 1] : tokens[at];
  if (!first || !before || !tokens[at]) return;
  const options = optionsIn(tokens.slice(at));
  // `one of fuels, optional`: a list that the text has, and what stands below.
  const isElse = ({ name }: Option): boolean =>
    reader.isGiven(name) || stopped.formsBelow(name).length > 0 || neededWords.has(name);
  if (options.some(isElse)) return;
  const isMore = plainName(before.image) === "no";
  if (options.length < (isMore ? 1 : 2) || new Set(options.map(({ name }) => name)).size < options.length) return;
  const bullets = options.map(({ name, words }) => `- ${name} "${words}"`);
  const span = { ...reader.nodes.spanOf(first, tokens.at(-1)), start: reader.nodes.spanOf(before).end };
  const isNamed = plainName(before.image) === "of";
  const text = `${isNamed ? " these" : ""}${bullets.map((bullet) => `\n${below(stopped)}${bullet}`).join("")}`;
  const explanation = [`Each choice stands below, on a line of its own:  ${bullets[0] ?? ""}.`];
  const fixes = [{ title: "move the choices to lines below", edits: [{ span, text }] }];
  const problem = (): Problem =>
    say.wordDoesNotFit(reader.nodes.spanOf(first), { word: first.image.replaceAll('"', "") }, { explanation, fixes });
  const these = isNamed ? relex("these", 0, reader) : [];
  yield { tokens: [...tokens.slice(0, at), ...these], problem, onlyWhole: isNamed || isMore };
}

/** Where choices begin: behind `one of these`, `any of` or `yes or no`; 0 when nowhere. */
function startOfOptions(tokens: readonly IToken[]): number {
  const words = tokens.map(({ image }) => plainName(image));
  const as = words.indexOf("as");
  const [first, second, third] = words.slice(as + 1);
  if (as > 0 && first === "yes" && second === "or" && third === "no") return as + 4;
  if (as > 0 && (first === "one" || first === "any") && second === "of") return as + (third === "these" ? 4 : 3);
  return words.indexOf("these") + 1;
}

/** small, "Very large", living room or huge: each with its name and its words; none when anything else stands there. */
function optionsIn(tokens: readonly IToken[]): Option[] {
  const [first] = tokens;
  const groups: IToken[][] = [[]];
  for (const token of first?.image === ":" ? tokens.slice(1) : tokens) {
    const isBetween = token.tokenType === T.Comma || ["or", "and"].includes(plainName(token.image));
    if (isBetween) groups.push([]);
    else groups.at(-1)?.push(token);
  }
  const options = groups.filter((group) => group.length > 0).map(optionOf);
  return options.every((option) => option !== undefined) ? options : [];
}

function optionOf(group: readonly IToken[]): Option | undefined {
  const [only] = group;
  if (only?.tokenType === T.Text && group.length === 1) {
    const words = only.image.slice(1, -1).trim();
    const name = nameFromWords(words, () => false);
    return name === undefined ? undefined : { name, words };
  }
  if (!group.every(isWordToken) || group.length > longestOption) return undefined;
  const name = group.map(({ image }) => plainName(image)).join("-");
  return { name, words: wordsFromName(name) };
}
