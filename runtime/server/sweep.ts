// Throws away what is over: sessions, drafts past the date their pages name, and uploaded bytes that nothing holds.
// In the same round running cases move to a version that has started, where its text says so. Safe to run at any moment and by several processes at once; what fails is told and left for the next time.
import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { sweepBefore } from "./drafts.ts";
import type { Installation } from "./installation.ts";
import type { Log } from "./log.ts";
import { moveCases } from "./move-cases.ts";

/** How many of each went. */
export interface Swept {
  readonly sessions: number;
  readonly drafts: number;
  readonly files: number;
}

const hour = 3_600_000;
/** Younger bytes may belong to a form that is being read at this moment. */
const settledAfter = 24 * hour;

/** One round. Files go last, so that those of a swept draft go in the same round. */
export async function sweep(installation: Installation): Promise<Swept> {
  const { store } = installation;
  const sessions = await store.sweepSessions(installation.instant());
  const drafts = await store.sweepDrafts(sweepBefore(installation));
  return { sessions, drafts, files: await sweepFiles(installation) };
}

/** Does a round now and every hour, until the function it gives is called; that waits for a round under way. */
export function startSweeping(installation: Installation, log: Log): () => Promise<void> {
  const round = async (): Promise<void> => {
    try {
      log.info({ ...(await sweep(installation)) }, "what was over is deleted");
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, "not all that was over was deleted");
    }
    try {
      const cases = await moveCases(installation);
      if (cases.moved + cases.stay > 0) log.info({ ...cases }, "running cases moved to the version that has started");
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, "not all running cases moved to the version that has started");
    }
  };
  let running = round();
  const timer = setInterval(() => {
    running = running.then(round);
  }, hour).unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A kill between an upload and its saving leaves bytes behind, and so does a draft that was swept. */
async function sweepFiles({ configuration, store, wallClock }: Installation): Promise<number> {
  const names = await readdir(configuration.files).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  let swept = 0;
  for (const name of names) {
    const file = path.join(configuration.files, name);
    const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw error;
    });
    // Ages of files are counted by the machine's clock, whatever clock the cases run by.
    if (!found?.isFile() || wallClock() - found.mtimeMs < settledAfter || (await store.isFileHeld(name))) continue;
    await rm(file, { force: true });
    swept += 1;
  }
  return swept;
}
