// What stands in a block that one version only has, briefly: `with questions how-far, how-often; check …; finish within 5 days`.
import type { Line } from "../syntax/tree.ts";
import { saidText } from "./line-text.ts";
import { leadOf, thingOf } from "./thing.ts";

/** So many of a kind are named; the rest are counted. */
const mostNamed = 8;
/** So many lines of its own are said. */
const mostLines = 4;
const longestLine = 70;

/** Lines whose words are not repeated: that they are there is enough. */
const wordy: ReadonlySet<string> = new Set(["hint", "guidance", "help", "warning", "about", "short", "add"]);

/** Everything in and below a line in a few words; "" when nothing stands there. */
export function contentsOf(line: Line): string {
  const things = thingsBelow(line).map((one) => thingOf(one) ?? "");
  const byNoun = Map.groupBy(things, nounOf);
  const named = [...byNoun].map(([noun, all]) => counted(noun, all));
  const own = line.children.filter((child) => thingOf(child) === undefined);
  const rows = own.filter(({ word }) => word === "|").length;
  const said = [...new Set(own.flatMap(saidBriefly))];
  const lines =
    said.length <= mostLines ? said : [...said.slice(0, mostLines - 1), `${said.length - mostLines + 1} more lines`];
  const table = rows > 1 ? [rows === 2 ? "1 row" : `${rows - 1} rows`] : [];
  return [...named, ...table, ...lines].join("; ");
}

/** Things in the order of the text, at any depth; what belongs to a thing of its own kind of detail (options of a question) is left to it. */
function thingsBelow(line: Line): Line[] {
  return line.children.flatMap((child) => {
    const isThing = thingOf(child) !== undefined;
    const isWhole = isThing && (child.word === "ask" || child.word === "can" || child.word === "-");
    return [...(isThing ? [child] : []), ...(isWhole ? [] : thingsBelow(child))];
  });
}

/** `question fuel` → question; the name is the last word, of an example all in its quotes. */
function nounOf(thing: string): string {
  return thing.startsWith("example ") ? "example" : thing.slice(0, thing.lastIndexOf(" "));
}

function counted(noun: string, all: readonly string[]): string {
  const names = all.map((thing) => thing.slice(noun.length + 1));
  const shown = names.slice(0, mostNamed).join(", ");
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : "";
  return `${names.length === 1 ? noun : pluralOf(noun)} ${shown}${more}`;
}

function pluralOf(noun: string): string {
  return noun.startsWith("answer ") ? noun.replace("answer", "answers") : `${noun}s`;
}

function saidBriefly(line: Line): string[] {
  if (line.word === "|") return [];
  if (line.word === ">") return ["text"];
  if (wordy.has(line.word)) return [leadOf(line) || line.word];
  const words = saidText(line);
  return [words.length <= longestLine ? words : `${words.slice(0, longestLine - 1).trimEnd()}…`];
}
