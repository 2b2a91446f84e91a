// What may stand in the lines of an example where the grammar alone knows only "a name": stages behind `case goes to`, actions behind `chooses`.
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver";
import { wordOf } from "../../model/line.ts";
import { plainName } from "../../syntax/lexer.ts";
import { listGiven } from "../names/collect-mentions.ts";
import { actionsOwner } from "../names/owners.ts";
import { firstWord } from "./cursor.ts";
import { itemOf, namesOf, partsAfter, type Sight } from "./names-here.ts";

/** How a licence may stand. */
const standings: readonly string[] = ["valid", "suspended", "revoked", "replaced", "expired"];

/** The only things that may come next; undefined where anything that the grammar reads may. */
export function completeInExample(sight: Sight): CompletionItem[] | undefined {
  const { cursor } = sight;
  const first = firstWord(cursor);
  if (first === "then") return chosen(sight);
  if (first === "|") return headed(sight);
  return first === "expect" ? expected(sight, lastFact(sight)) : undefined;
}

/** Behind `expect`, before anything else is written: what is no value of the text. */
export function beginningsOfFacts(sight: Sight): CompletionItem[] {
  if (firstWord(sight.cursor) !== "expect" || lastFact(sight).length > 0) return [];
  const phrases = ["case goes to", "outcome is", "message", "eligible", "not eligible"];
  return [...phrases.map((label) => wordItem(label, "4")), ...namesOf(sight, ["credential"])];
}

/** The words behind `expect`, or behind the last comma. */
function lastFact({ cursor }: Sight): string[] {
  const words = cursor.tokens.slice(1).map((token) => plainName(token.image));
  return words.slice(words.lastIndexOf(",") + 1);
}

function expected(sight: Sight, words: readonly string[]): CompletionItem[] | undefined {
  const [first = "", ...more] = words;
  const rest = more.join(" ");
  const isEqual = rest === "is" || rest === "is not";
  if (first === "case" && rest === "goes to") return namesOf(sight, ["stage"]);
  if (first === "outcome" && isEqual) return outcomes(sight);
  if (first === "message") return behindMessage(sight, more);
  const isCredential = sight.all.some(({ mention }) => mention.kinds[0] === "credential" && mention.name === first);
  return isCredential && isEqual ? standings.map((label) => wordItem(label)) : undefined;
}

/** Behind `expect pay is`, beside what the grammar reads there: the form or the desk does not take it. */
export function refusalOfFact(sight: Sight): CompletionItem[] {
  if (firstWord(sight.cursor) !== "expect") return [];
  const rest = lastFact(sight).slice(1).join(" ");
  return /(^| )(is|is not|are)$/.test(rest) ? [wordItem("refused", "4")] : [];
}

function outcomes(sight: Sight): CompletionItem[] {
  return sight.all.filter(({ mention }) => wordOf(mention.line.line) === "outcome" && isStage(mention)).map(itemOf);
}

function isStage({ kinds }: { readonly kinds: readonly string[] }): boolean {
  return kinds[0] === "stage";
}

function behindMessage(sight: Sight, words: readonly string[]): CompletionItem[] {
  if (words.length === 0) return namesOf(sight, ["message"]);
  const [, ...more] = words;
  if (more.length === 0) return [wordItem("is sent"), wordItem("is not sent")];
  return ["is", "is not"].includes(more.join(" ")) ? [wordItem("sent")] : [];
}

/** Behind `then review chooses`: what can be done there; behind `then applicant chooses`: what the applicant can do. */
function chosen(sight: Sight): CompletionItem[] | undefined {
  const [, who = "", verb, ...more] = sight.cursor.tokens.map((token) => plainName(token.image));
  if (verb !== "chooses" || more.length > 0) return undefined;
  const own = actionsOwner(who);
  const isTheirs = ({ mention }: Sight["all"][number]) =>
    who === "applicant" ? wordOf(mention.line.line) === "applicant" : mention.owners[0] === own;
  const fits = sight.all.filter((found) => found.mention.kinds[0] === "action" && isTheirs(found)).map(itemOf);
  return [...new Map(fits.map((item) => [item.label, item])).values()];
}

/** In the first row below `given children are`, the parts of one child; behind `expect` in that of `examples of …`, values. */
function headed(sight: Sight): CompletionItem[] | undefined {
  const { parent, tokens, offset, chunk } = sight.cursor;
  const isFirst = parent?.line.children.every((line) => chunk.start + line.span.end >= offset - 1) === true;
  if (!parent || !isFirst) return undefined;
  if (plainName(tokens.at(-1)?.image ?? "") === "expect") return namesOf(sight, ["data"]);
  const list = listGiven({ line: parent.line, parent });
  return list.length > 0 ? partsAfter(sight, list) : undefined;
}

function wordItem(label: string, order = "0"): CompletionItem {
  return { label, kind: CompletionItemKind.Keyword, sortText: `${order} ${label}` };
}
