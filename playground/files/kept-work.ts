// Keeps the author's texts in this browser, so that closing the tab loses nothing. Only texts: answers typed into the preview are not kept.
import { isLastPassed } from "@formwork/compiler/check/examples/is-last-passed.ts";
import type { LastPassed } from "@formwork/compiler/check/examples/last-passed.ts";

import type { Texts } from "../worker/messages.ts";

/** What is kept of one sitting. */
export interface Work {
  /** The example it began from; absent: from an empty page or a file. */
  readonly example?: string;
  readonly entry: string;
  readonly shown: string;
  /** The author's texts, and the lock files that are noted beside them. */
  readonly texts: Texts;
  /** What the examples rested on when they last passed. */
  readonly lastPassed?: LastPassed;
}

/** A file that is written by the compiler's notes, never by the author. */
export function isNoted(file: string): boolean {
  return file.endsWith(".lock");
}

/** What came of keeping: every way it can go is said to the author. */
export type Keeping = "kept" | "full" | "blocked";

/** What was found on coming back. Something that cannot be read is put aside under another key, never thrown away. */
export type Found =
  | { readonly kind: "nothing" }
  | { readonly kind: "work"; readonly work: Work }
  | { readonly kind: "unreadable" }
  | { readonly kind: "blocked" };

/** As much of localStorage as is used. Reading the property itself may throw, so it is passed as a function. */
export type Shelf = Pick<Storage, "getItem" | "setItem">;

export const workKey = "formwork.playground.work.1";
const asideKey = "formwork.playground.put-aside";
const beforeKey = "formwork.playground.before.1";

/** Writes the work down. Never throws. */
export function keepWork(shelf: () => Shelf, work: Work): Keeping {
  return write(shelf, workKey, work);
}

function write(shelf: () => Shelf, key: string, work: Work): Keeping {
  try {
    shelf().setItem(key, JSON.stringify(work));
    return "kept";
  } catch (reason) {
    return isFull(reason) ? "full" : "blocked";
  }
}

/** Keeps the work that another one is about to replace, so that it can be brought back after the page was closed, too. */
export function keepBefore(shelf: () => Shelf, work: Work): Keeping {
  return write(shelf, beforeKey, work);
}

/** The work that was replaced last; undefined when there is none or nothing can be kept. */
export function findBefore(shelf: () => Shelf): Work | undefined {
  try {
    const kept = shelf().getItem(beforeKey);
    return kept === null ? undefined : readWork(kept);
  } catch {
    // Storage is switched off: the page says so in its head, and offers nothing to bring back.
    return undefined;
  }
}

/** Finds what was kept. Never throws. */
export function findWork(shelf: () => Shelf): Found {
  let kept: string | null;
  try {
    kept = shelf().getItem(workKey);
  } catch {
    // Storage is switched off for this site: the author is told, and works without.
    return { kind: "blocked" };
  }
  if (kept === null) return { kind: "nothing" };
  const work = readWork(kept);
  if (work) return { kind: "work", work };
  try {
    shelf().setItem(asideKey, kept);
  } catch (reason) {
    return isFull(reason) ? { kind: "unreadable" } : { kind: "blocked" };
  }
  return { kind: "unreadable" };
}

/** Work from its written form; undefined when it is anything else. */
export function readWork(kept: string): Work | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(kept);
  } catch {
    // Not ours, or cut short: the caller puts it aside and says so.
    return undefined;
  }
  if (!isRecord(parsed)) return undefined;
  const { entry, shown, texts, example, lastPassed } = parsed;
  if (typeof entry !== "string" || typeof shown !== "string" || !isRecord(texts)) return undefined;
  const read: Record<string, string> = {};
  for (const [file, text] of Object.entries(texts)) {
    if (typeof text !== "string") return undefined;
    read[file] = text;
  }
  if (!(entry in read)) return undefined;
  return {
    entry,
    shown: shown in read ? shown : entry,
    texts: read,
    ...(typeof example === "string" && { example }),
    ...(isLastPassed(lastPassed) && { lastPassed }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isFull(reason: unknown): boolean {
  return reason instanceof DOMException && /quota/i.test(reason.name);
}
