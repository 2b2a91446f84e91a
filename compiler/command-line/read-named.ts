// One file that somebody named, a key or a process: its bytes, or a sentence that says why they cannot be read.
import { readFileSync } from "node:fs";
import { leadsToItself, notReadable } from "./may-be-closed.ts";
import { noFile } from "./read-service.ts";
import { UnreadableText } from "./wrong-usage.ts";

/** `ending` is what such files are called, where they have one: the nearest of that kind is offered when there is none. Throws WrongUsage. */
export function readNamed(file: string, ending?: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR")
      throw new UnreadableText(ending === undefined ? `There is no file ${file}.` : noFile(file, ending));
    if (code === "ELOOP") throw new UnreadableText(leadsToItself(file));
    if (code === "EISDIR") throw new UnreadableText(`${file} is a folder. Name one file.`);
    if (code === "EACCES" || code === "EPERM") throw new UnreadableText(notReadable(file));
    throw new UnreadableText(`${file} cannot be read: ${error.message}`);
  }
}
