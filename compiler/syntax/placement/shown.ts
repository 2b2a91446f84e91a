// How lines, blocks and words are named in messages about places.
import { blockNames } from "../block-words.ts";
import type { Block } from "../blocks.ts";
import { leadingWords } from "../expected.ts";
import type { FileReading } from "../file-reading.ts";
import type { OutlineLine } from "../outline.ts";
import type { Line } from "../tree.ts";

/** What a block is called, with its article: "a question". */
export function nameOfBlock(heading: string): string {
  const known = blockNames[heading];
  if (known) return known;
  const word = heading.split(" <")[0] ?? heading;
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

/** question, for a question */
export function withoutArticle(name: string): string {
  return name.replace(/^(an?|the) /, "");
}

/** A line by its first two words. */
export function nameOfLine(line: Line, reader: FileReading): string {
  return reader.text.slice(line.span.start, line.span.end).split(/\s+/).slice(0, 2).join(" ").slice(0, 60);
}

/** A line that is not read yet by its first two words. */
export function nameOfOutline(line: OutlineLine): string {
  return line.tokens
    .slice(0, 2)
    .map((token) => token.image)
    .join(" ")
    .slice(0, 60);
}

/** 1 space, 3 spaces */
export function countSpaces(count: number): string {
  return count === 1 ? "1 space" : `${count} spaces`;
}

/** With a capital letter. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The author's word without quotes, shortened when it is long. */
export function shownWord(word: string): string {
  const plain = word.replace(/["“”„]/g, "");
  return plain.length <= 40 ? plain : `${plain.slice(0, 39)}…`;
}

const lineWords: Readonly<Record<string, string>> = {
  "<num>": "a number",
  "<money>": "an amount of money",
  "<percent>": "a percentage",
  "<length>": "a length of time",
};

/** The word of the catalogue as people write it. */
export function shownLineWord(word: string): string {
  return lineWords[word] ?? (word === ">" ? word : word.replace(/[<>]/g, ""));
}

/** The words that lines of a block can begin with. */
export function wordsOf(block: Block): string[] {
  return [...block.byWord.keys()].filter((word) => /^[a-z]/.test(word));
}

/** The first words of a block's lines, sorted: "ask, check, show". */
export function listWords(block: Block): string {
  const words = block.forms.map(leadingWords).map((word) => (/^[a-z]/.test(word) ? word : ""));
  const leads = new Set(words.map((lead) => lead.split(" ")[0]));
  const firsts = wordsOf(block).filter((word) => !leads.has(word));
  const signs = [...block.byWord.keys()].flatMap((word) => signNames.get(word) ?? []);
  return [...[...new Set([...words.filter((word) => word !== ""), ...firsts])].sort(), ...signs].join(", ");
}

const signNames = new Map([
  ["-", "bullets with -"],
  ["|", "table rows"],
  [">", "text after >"],
  ["<money>", "an amount of money"],
  ["<percent>", "a percentage"],
  ["<num>", "a number"],
  ["<length>", "a length of time"],
]);
