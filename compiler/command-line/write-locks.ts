// Writes lock files that have something new to note. A folder that may not be written to is no reason to stop: the note is made next time.
import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { mayBeReadOnly } from "./may-be-closed.ts";
import { UnreadableText } from "./wrong-usage.ts";

/** `service` is the service's file; the names of lock files count from its folder. */
export function writeLocks(service: string, locks: ReadonlyMap<string, string> | undefined): void {
  for (const [name, text] of locks ?? []) writeBeside(path.resolve(path.dirname(service), name), text);
}

/** Writes a text whole or not at all. Says whether it could. */
export function writeBeside(place: string, text: string): boolean {
  const draft = path.join(path.dirname(place), `.${path.basename(place)}.new`);
  try {
    mayBeReadOnly(place, () => {
      writeFileSync(draft, text);
      renameSync(draft, place);
    });
    return true;
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    console.error(error.message);
    return false;
  } finally {
    takeAway(draft);
  }
}

/** A path that leads through a file has nothing to take away, and is refused here as well. */
function takeAway(draft: string): void {
  if (existsSync(draft)) rmSync(draft, { force: true });
}
