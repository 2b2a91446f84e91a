// Expected files beside samples and examples: compared in tests, rewritten by `npm run accept`, reviewed as a diff.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/** Set by `npm run accept`. */
export const isAccepting = process.env["FORMWORK_ACCEPT"] === "1";

/**
 * The text that is expected, to be compared with `actual` by the caller's `expect`. While accepting, the file is
 * written anew and `actual` comes back. A file that is not there reads as empty, so the test fails and says so.
 */
export async function readExpected(file: string, actual: string): Promise<string> {
  if (isAccepting) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, actual);
    return actual;
  }
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
}
