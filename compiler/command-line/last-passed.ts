// What the examples of a text rested on when they last passed: a small file beside it, .formwork/last-passed.json, by the name of the text.
// It may be deleted at any time: then a failing example does not say what has changed.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isLastPassed } from "../check/examples/is-last-passed.ts";
import type { LastPassed } from "../check/examples/last-passed.ts";

/** The record of one service text; empty when there is none, or when the file is not one. */
export function readLastPassed(file: string): LastPassed {
  return readAll(placeFor(file))[path.basename(file)] ?? {};
}

/** Keeps the record of one service text beside those of its neighbours; writes only what is new. */
export function keepLastPassed(file: string, lastPassed: LastPassed): void {
  const place = placeFor(file);
  const all = readAll(place);
  const name = path.basename(file);
  if (JSON.stringify(all[name] ?? {}) === JSON.stringify(lastPassed)) return;
  const text = `${JSON.stringify({ ...all, [name]: lastPassed }, null, 2)}\n`;
  try {
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
  } catch (error) {
    // A text may stand where nothing can be written: a check has no other need to write.
    if (!isRefused(error)) throw error;
  }
}

function placeFor(file: string): string {
  return path.join(path.dirname(path.resolve(file)), ".formwork", "last-passed.json");
}

function readAll(place: string): Readonly<Record<string, LastPassed>> {
  try {
    const read: unknown = JSON.parse(readFileSync(place, "utf8"));
    return isRecords(read) ? read : {};
  } catch (error) {
    if (error instanceof SyntaxError || isMissing(error)) return {};
    throw error;
  }
}

/** Records of texts of records of examples of fingerprints: the file is the user's, and may hold anything. */
function isRecords(read: unknown): read is Readonly<Record<string, LastPassed>> {
  return typeof read === "object" && read !== null && !Array.isArray(read) && Object.values(read).every(isLastPassed);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

function isMissing(error: unknown): boolean {
  return codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR";
}

function isRefused(error: unknown): boolean {
  return ["EACCES", "EROFS", "EPERM", "ENOSPC", "EEXIST", "ENOTDIR"].includes(String(codeOf(error)));
}
