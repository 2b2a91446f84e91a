// Writes lock files that have something new to note. A folder that may not be written to is no reason to stop: the note is made next time.
import { renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** `service` is the service's file; the names of lock files count from its folder. */
export function writeLocks(service: string, locks: ReadonlyMap<string, string> | undefined): void {
  for (const [name, text] of locks ?? []) writeBeside(path.resolve(path.dirname(service), name), text);
}

/** Writes a text whole or not at all. Says whether it could. */
export function writeBeside(place: string, text: string): boolean {
  const draft = path.join(path.dirname(place), `.${path.basename(place)}.new`);
  try {
    writeFileSync(draft, text);
    renameSync(draft, place);
    return true;
  } catch (error) {
    if (!refusals.has(codeOf(error))) throw error;
    console.error(`${place} could not be written: the account that runs this may not write there.`);
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

const refusals = new Set(["EACCES", "EPERM", "EROFS"]);

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
