// What may follow where the reading of a form stopped, worked out from the form itself.
import { slotWords } from "./block-words.ts";
import { type Form, firstItems, type Item } from "./form.ts";
import type { Reading } from "./line-grammar.ts";

/** What may stand next: words of the language and slots. `isEnd`: the line may also end here. */
export interface Expected {
  readonly words: readonly string[];
  readonly slots: readonly Extract<Item, { kind: "slot" }>["slot"][];
  readonly isEnd: boolean;
}

/** What the form allows behind the items that were read. */
export function expectedAfter(reading: Reading): Expected {
  const { last } = reading;
  const found = last ? (follow(reading.form.items, last) ?? []) : [...firstOf(reading.form.items)];
  const items = found.filter((item) => item !== "end");
  return {
    words: [...new Set(items.flatMap((item) => (item.kind === "word" ? [item.word] : [])))],
    slots: [...new Set(items.flatMap((item) => (item.kind === "slot" ? [item.slot] : [])))],
    isEnd: found.includes("end"),
  };
}

type Next = Item | "end";

/** Items that may come behind `last`; undefined when it does not stand in this sequence. */
function follow(items: readonly Item[], last: Item): Next[] | undefined {
  for (const [at, item] of items.entries()) {
    const rest = items.slice(at + 1);
    if (item === last) return firstOf(rest);
    const inner = item.kind === "option" ? [item.items] : item.kind === "choice" ? item.choices : [];
    for (const sequence of inner) {
      const found = follow(sequence, last);
      if (found) return found.flatMap((next) => (next === "end" ? firstOf(rest) : [next]));
    }
  }
  return undefined;
}

function firstOf(items: readonly Item[]): Next[] {
  const first: Next[] = firstItems(items);
  return items.every((item) => item.kind === "option") ? [...first, "end"] : first;
}

const asType = "as  and a type, for example  as text";

/** "a type, for example  text" or "until, when or then": what may follow, in words. "" when nothing may. */
export function expectedWords(expected: Expected): string {
  const words = expected.words.map((word) => (word === "," ? "a comma" : word === "as" ? asType : word));
  const all = [...words, ...expected.slots.map((slot) => slotWords[slot])];
  return joinWithOr(all);
}

/** a, b or c */
export function joinWithOr(all: readonly string[]): string {
  return all.length < 2 ? (all[0] ?? "") : `${all.slice(0, -1).join(", ")} or ${all.at(-1)}`;
}

/** The words a form begins with, for lists in messages: `show when <c>` is called "show", `can be (…)` "can be". */
export function leadingWords(form: Form): string {
  const words: string[] = [];
  for (const item of form.items) {
    if (item.kind !== "word") break;
    words.push(item.word);
  }
  while (
    words.length > 1 &&
    ["when", "from", "is", "by", "with", "within", "of", "to", "="].includes(words.at(-1) ?? "")
  )
    words.pop();
  return words.join(" ");
}
