// A line form as an editor offers it: its label as people read it, and a snippet with places to fill in. Knows no text of the author's.
import type { Form, Item, Slot } from "../../syntax/form.ts";

/** One way to write a form. */
export interface Offered {
  /** ask name "words" as type */
  readonly label: string;
  /** ask ${1:name} "${2:words}" as ${3:type} */
  readonly snippet: string;
}

const stand: Readonly<Record<Slot, string>> = {
  n: "name",
  ns: "names",
  p: "name",
  ps: "names",
  t: '"words"',
  e: "value",
  es: "values",
  c: "condition",
  pred: "comparison",
  d: "10 days",
  ty: "type",
  ws: "words",
  g: "name is value",
  num: "1",
  date: "1 April 2026",
  leapday: "29 February",
  leapend: "28 February",
  time: "17:00",
  money: "£60",
  percent: "25%",
  size: "10 MB",
  length: "10 days",
  row: "| cell | cell |",
  prose: "> words",
};

/** At most so many ways of one form are offered. */
const mostWays = 6;

type Step = Extract<Item, { kind: "word" | "slot" }> | { readonly kind: "words"; readonly words: readonly string[] };

/** All ways to write these items, without what may be left out. Choices between single words stay one way: the first of them stands in it. */
export function waysToWrite(items: readonly Item[]): Offered[] {
  return waysThrough(items)
    .filter((way) => way.length > 0)
    .slice(0, mostWays)
    .map((way) => ({ label: labelOf(way), snippet: snippetOf(way) }));
}

/** The form as it is shown to people: `finish (within 10 days | by value) [otherwise …]`. */
export function labelOfForm(form: Form): string {
  const write = (items: readonly Item[]): string => items.map(writeItem).join(" ").replaceAll(" ,", ",");
  const writeItem = (item: Item): string => {
    if (item.kind === "word") return item.word;
    if (item.kind === "slot") return stand[item.slot];
    return item.kind === "option" ? `[${write(item.items)}]` : `(${item.choices.map(write).join(" | ")})`;
  };
  return write(form.items);
}

function waysThrough(items: readonly Item[]): Step[][] {
  return items.reduce<Step[][]>(
    (ways, item) => {
      const next = waysOf(item);
      return ways.flatMap((way) => next.map((more) => [...way, ...more])).slice(0, mostWays);
    },
    [[]],
  );
}

function waysOf(item: Item): Step[][] {
  if (item.kind === "option") return [[]];
  if (item.kind !== "choice") return [[item]];
  const words = item.choices.map((choice) => (choice.length === 1 && choice[0]?.kind === "word" ? choice[0].word : ""));
  if (words.every((word) => word !== "")) return [[{ kind: "words", words }]];
  return item.choices.flatMap(waysThrough);
}

function labelOf(way: readonly Step[]): string {
  const words = way.map((step) =>
    step.kind === "slot" ? stand[step.slot] : step.kind === "word" ? step.word : step.words.join(" | "),
  );
  return words.join(" ").replaceAll(" ,", ",");
}

function snippetOf(way: readonly Step[]): string {
  let place = 0;
  const words = way.map((step) => {
    if (step.kind === "word") return step.word;
    place++;
    // Not as a list to choose from (1|a,b|): several editors put in its signs as they stand. The label says what else there is.
    if (step.kind === "words") return `\${${place}:${step.words[0]}}`;
    const words = stand[step.slot];
    if (words.startsWith('"')) return `"\${${place}:words}"`;
    return step.slot === "prose" ? `> \${${place}:words}` : `\${${place}:${words.replace("}", "\\}")}}`;
  });
  return words.join(" ").replaceAll(" ,", ",");
}
