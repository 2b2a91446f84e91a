// The catalogue as blocks: which forms may stand under which heading, and which block the lines below a form belong to.
// Built once from the catalogue's text; holds no state of any file.
import { catalogueText } from "./catalogue.ts";
import { type Form, firstWords, type Item, parseForm } from "./form.ts";

/** One block: the forms that may stand in it, by the first word of the line, in the catalogue's order. */
export interface Block {
  readonly heading: string;
  readonly forms: readonly Form[];
  readonly byWord: ReadonlyMap<string, readonly Form[]>;
}

/** All blocks by heading, and every different form once. */
export interface Blocks {
  readonly byHeading: ReadonlyMap<string, Block>;
  readonly forms: ReadonlyMap<string, Form>;
  /** The heading of the block that lines below this form belong to; undefined: no lines may stand below it. */
  opens(form: Form, block: string): string | undefined;
  /** Headings of blocks in which a line may begin with this word. */
  headingsWith(word: string): readonly string[];
  /** Whether a line that begins with `word` may stand below one that begins with `above`; undefined when no line begins with one of them. */
  mayStandUnder(above: string, word: string): boolean | undefined;
  /** The same in a words file, where everything with words may have lines below it, or in a text that is none. */
  mayStandIn(kind: "words" | "other", above: string, word: string): boolean | undefined;
}

/** Heading of the block at the left margin of a file. */
export const fileHeading = "file";
/** Heading of the block of bullets under a condition. */
export const bulletsHeading = "<c>";

/** Reads the catalogue: headings at the left margin, forms below, `as in` lines filled in. */
export function buildBlocks(text: string = catalogueText): Blocks {
  const written = readHeadings(text);
  const forms = new Map<string, Form>();
  const formOf = (source: string): Form => {
    const known = forms.get(source);
    if (known) return known;
    const form = parseForm(source);
    forms.set(source, form);
    return form;
  };
  const byHeading = new Map<string, Block>();
  for (const heading of written.keys()) {
    const own = [...new Set(resolve(heading, written))].map(formOf);
    byHeading.set(heading, { heading, forms: own, byWord: groupByFirstWord(own) });
  }
  const openings = [...byHeading.keys()].map((heading) => ({ heading, items: parseForm(heading).items }));
  openings.sort((left, right) => right.items.length - left.items.length);
  const openedBy = new Map(
    [...forms.values()].map((form) => [form, openings.find(({ items }) => beginsWith(form.items, items))?.heading]),
  );
  const opens = (form: Form, block: string): string | undefined => {
    if (block === "words" || block === "under words") return "under words";
    // `ask applicants how easy it was` is no question.
    if (block === "measures") return undefined;
    const heading = openedBy.get(form);
    return heading === fileHeading ? undefined : heading;
  };
  const below = wordsBelow([...byHeading.values()], opens, byHeading);
  const isOfWords = ({ heading }: Block): boolean => heading === "words" || heading === "under words";
  const belowIn = {
    words: wordsBelow([...byHeading.values()].filter(isOfWords), opens, byHeading),
    other: wordsBelow(
      [...byHeading.values()].filter((block) => !isOfWords(block)),
      opens,
      byHeading,
    ),
  };
  const headings = headingsByWord(byHeading);
  return {
    byHeading,
    forms,
    opens,
    mayStandUnder: (above, word) => (below.has(word) ? below.get(above)?.has(word) : undefined),
    mayStandIn: (kind, above, word) => (below.has(word) ? belowIn[kind].get(above)?.has(word) : undefined),
    headingsWith: (word) => headings.get(word) ?? [],
  };
}

function headingsByWord(byHeading: Blocks["byHeading"]): ReadonlyMap<string, readonly string[]> {
  const headings = new Map<string, string[]>();
  for (const { heading, byWord } of byHeading.values())
    for (const word of byWord.keys()) headings.set(word, [...(headings.get(word) ?? []), heading]);
  return headings;
}

/** For each first word of a line, the first words of all lines that may stand below one; below none, at the left margin. */
function wordsBelow(
  blocks: readonly Block[],
  opens: Blocks["opens"],
  byHeading: Blocks["byHeading"],
): ReadonlyMap<string, ReadonlySet<string>> {
  const below = new Map<string, Set<string>>([["", new Set(byHeading.get(fileHeading)?.byWord.keys())]]);
  for (const { heading, byWord } of blocks)
    for (const [word, forms] of byWord) {
      const words = below.get(word) ?? new Set();
      below.set(word, words);
      for (const form of forms)
        for (const next of byHeading.get(opens(form, heading) ?? "")?.byWord.keys() ?? []) words.add(next);
    }
  return below;
}

function readHeadings(text: string): Map<string, string[]> {
  const written = new Map<string, string[]>();
  let current: string[][] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    if (line.startsWith(" ")) {
      for (const lines of current) lines.push(line.trim());
      continue;
    }
    current = line.split(", ").map((heading) => {
      const lines = written.get(heading) ?? [];
      written.set(heading, lines);
      return lines;
    });
  }
  return written;
}

/** `as in section: ask, show` takes the forms of that block with these first words; `as in section, but not: fetch` all others. */
function resolve(heading: string, written: ReadonlyMap<string, readonly string[]>): string[] {
  return (written.get(heading) ?? []).flatMap((line) => {
    const reference = /^as in (.+?)(, but not)?: (.+)$/.exec(line);
    if (!reference) return [line];
    const [, from = "", butNot, list = ""] = reference;
    const words = list.split(", ");
    return resolve(from, written).filter((form) => {
      const listed = words.includes(form.split(" ")[0] ?? "") || words.includes("all");
      return butNot ? !listed : listed;
    });
  });
}

function groupByFirstWord(forms: readonly Form[]): Map<string, Form[]> {
  const groups = new Map<string, Form[]>();
  for (const form of forms) {
    for (const word of firstWords(form)) {
      const group = groups.get(word) ?? [];
      if (!group.includes(form)) group.push(form);
      groups.set(word, group);
    }
  }
  return groups;
}

function beginsWith(items: readonly Item[], start: readonly Item[]): boolean {
  return start.every((wanted, at) => {
    const item = items[at];
    if (item?.kind === "word") return wanted.kind === "word" && wanted.word === item.word;
    return item?.kind === "slot" && wanted.kind === "slot" && wanted.slot === item.slot;
  });
}
