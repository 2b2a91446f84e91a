// The word that a line begins with, where it is misspelt or said otherwise elsewhere.

import { editDistance } from "../../source/nearest.ts";
import { otherStarts } from "../block-words.ts";
import type { Block } from "../blocks.ts";
import type { FileReading } from "../file-reading.ts";
import { endOf } from "../lexer.ts";
import { nearestWord } from "../spelling.ts";
import { canBeRead } from "./can-be-read.ts";
import { firstToken, type Placed } from "./placed.ts";
import { wordsOf } from "./shown.ts";

/**
 * The word of the block that is said otherwise elsewhere, or spelt nearly so. `store answers for 7 years` is no slip of `share`: more than one
 * letter is one only where the line can then be read.
 */
export function meantWord(placed: Placed, word: string, block: Block, reader: FileReading): string | undefined {
  const known = wordsOf(block);
  const slip = slipOfStart(placed, word, block, reader) ?? others(word).find((words) => known.includes(words));
  if (slip !== undefined) return slip;
  const near = nearestWord(word, known);
  if (near === undefined || (editDistance(word, near, 1) <= 1 && word !== `${near}s`)) return near;
  return canBeRead(`${near}${restOf(placed, reader)}`, block, reader) ? near : undefined;
}

/** `roue`, and nothing behind it: of the words of the block that are one letter away, the one with which the line can be read. */
function slipOfStart(placed: Placed, word: string, block: Block, reader: FileReading): string | undefined {
  const near = wordsOf(block).filter((known) => /^[a-z]+$/.test(known) && editDistance(word, known, 1) === 1);
  if (near.length < 2) return undefined;
  const rest = restOf(placed, reader);
  return near.find((known) => canBeRead(`${known}${rest}`, block, reader));
}

function restOf({ line }: Placed, reader: FileReading): string {
  const last = line.tokens.at(-1);
  return last ? reader.text.slice(endOf(firstToken(line)), endOf(last)) : "";
}

/** The words that say it here, for one of another tool. */
export function others(word: string): readonly string[] {
  return Object.hasOwn(otherStarts, word) ? (otherStarts[word] ?? []) : [];
}
