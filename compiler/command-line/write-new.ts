// Writes a text that was not there before.
import { writeFileSync } from "node:fs";
import { mayBeReadOnly } from "./may-be-closed.ts";
import { WrongUsage } from "./wrong-usage.ts";

/** Leaves a file that is there as it is, even when two of us begin it at the same moment. */
export function writeNew(file: string, text: string): void {
  try {
    mayBeReadOnly(file, () => writeFileSync(file, text, { flag: "wx" }));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    throw new WrongUsage(`${file} is there already, and was left as it is. Choose another name.`);
  }
}
