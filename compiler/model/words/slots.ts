// The lines of a words file: which words of which thing each line gives, and how such a line is written. Reading and writing stand here
// together, so that what one writes the other reads.

import { monthNames } from "../../syntax/nodes.ts";
import type { Line } from "../../syntax/tree.ts";
import { literalAfter, nameAt, wordOf } from "../line.ts";

/** Lines of which the first word alone does not say which words they give: `short name`. All others give those of their first word. */
const ofTwoWords: ReadonlyMap<string, string> = new Map([
  ["short", "short name"],
  ["add", "add another"],
]);

/** First words of a line that names a basis in law, with the slot. */
const laws: Readonly<Record<string, string>> = { lawful: "basis", special: "category" };

/** Lines that may stand several times below one thing: the second of them in the words file is the second in the text. */
const repeated = ["guidance", "warning", "help"];

/** `ask registration`: the thing that a line directly under `words` speaks of. */
export function ownerOf(line: Line): string {
  const name = nameAt(line);
  const kind = wordOf(line) === "for" ? "for each" : wordOf(line);
  return name ? `${kind} ${name.name}` : kind;
}

/** `hint`, `say 2`, `- electric`: which words of its thing a line gives. `before` are its elder neighbours. */
export function slotOf(line: Line, before: readonly Line[]): string {
  const word = wordOf(line);
  const name = nameAt(line)?.name;
  const number = line.parts.find((part) => part.slot === "num");
  if (number?.slot === "num" && number.literal.kind === "number") return `${word} ${number.literal.value}`;
  const day = literalAfter(line, "on");
  if (word === "closed" && day?.kind === "date") return `closed ${day.value}`;
  if (name !== undefined) return `${Object.hasOwn(laws, word) ? laws[word] : word} ${name}`;
  const slot = ofTwoWords.get(word) ?? word;
  return numbered(slot, before.filter((one) => wordOf(one) === word).length + 1);
}

/** `guidance`, `guidance 2`: lines of the same word below one thing, counted from 1. */
export function numbered(slot: string, number: number): string {
  return number > 1 && repeated.includes(slot) ? `${slot} ${number}` : slot;
}

/** How many lines of the same word stand before this one below the same thing, and it. */
export function numberOf(line: Line): number {
  const same = line.parent?.children.filter((one) => wordOf(one) === wordOf(line)) ?? [line];
  return Math.max(1, same.indexOf(line) + 1);
}

/** A line of a words file as it is written: `say 2 "…"`; with `>` lines below it when the words are prose. */
export interface WrittenSlot {
  /** What stands before the words: `hint`; undefined when they stand on the line of the thing itself, or as prose right below it. */
  readonly lead?: string;
  /** The option that it stands below: `- electric`. */
  readonly under?: string;
  readonly isProse: boolean;
}

/** How the line of a slot is written. */
export function writtenSlot(slot: string): WrittenSlot {
  if (slot === "title") return { isProse: false };
  if (slot === "prose") return { isProse: true };
  const prose = /^(.*) prose$/.exec(slot);
  if (prose) return { lead: withoutNumber(prose[1] ?? ""), isProse: true };
  const hint = /^(- .*) hint$/.exec(slot);
  if (hint) return { lead: "hint", under: hint[1] ?? "", isProse: false };
  const closed = /^closed (\d+)-(\d+)-(\d+)$/.exec(slot);
  if (closed) return { lead: `closed on ${dayInWords(closed.slice(1))}`, isProse: false };
  const law = /^(basis|category) (.*)$/.exec(slot);
  if (law) return { lead: `${law[1] === "basis" ? "lawful basis" : "special category"} ${law[2]}`, isProse: false };
  return { lead: withoutNumber(slot), isProse: false };
}

/** The number of a repeated line is its place, and is not written. */
function withoutNumber(slot: string): string {
  const [word = "", number] = slot.split(" ");
  return repeated.includes(word) && number !== undefined ? word : slot;
}

function dayInWords([year = "", month = "", day = ""]: readonly string[]): string {
  const name = monthNames[Number(month) - 1] ?? "";
  return `${Number(day)} ${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}`;
}
