// Writes a text that was not there before.
import { rmSync, writeFileSync } from "node:fs";
import { mayBeReadOnly } from "./may-be-closed.ts";
import { UnreadableText } from "./wrong-usage.ts";

/** Leaves a file that is there as it is, even when two of us begin it at the same moment; and none half written. */
export function writeNew(file: string, text: string): void {
  try {
    mayBeReadOnly(file, () => writeAll(file, text));
  } catch (error) {
    if (!isThere(error)) throw error;
    throw new UnreadableText(`${file} is there already, and was left as it is. Choose another name.`);
  }
}

/** What was begun is taken away when the disk does not take the rest. */
function writeAll(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: "wx" });
  } catch (error) {
    if (!isThere(error)) rmSync(file, { force: true });
    throw error;
  }
}

function isThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}
