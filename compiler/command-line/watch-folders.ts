// Tells when a text in one of some folders was written. Folders are watched, not files: editors save by putting a new file in place of the old one.
import { type FSWatcher, watch } from "node:fs";

/** What was begun, and how it ends. */
export interface Watched {
  /** Folders that came to be known later. */
  alsoWatch(folders: readonly string[]): void;
  end(): void;
}

/** An editor that saves writes several times: what happens within this time is one change. In milliseconds. */
const pause = 80;

/** Calls `onChange` once for each change of a service, shared or words text, or of a folder, in these folders. */
export function watchFolders(folders: readonly string[], onChange: () => void): Watched {
  const watchers = new Map<string, FSWatcher>();
  let waiting: NodeJS.Timeout | undefined;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(onChange, pause);
  };
  const alsoWatch = (more: readonly string[]) => {
    for (const folder of more) {
      if (watchers.has(folder)) continue;
      const watcher = watch(folder, (_, name) => {
        if (name === null || isText(name)) soon();
      });
      // A folder that is taken away is not watched any longer; should it come back, it is found again.
      watcher.on("error", () => {
        watcher.close();
        watchers.delete(folder);
        soon();
      });
      watchers.set(folder, watcher);
    }
  };
  alsoWatch(folders);
  return {
    alsoWatch,
    end: () => {
      clearTimeout(waiting);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

/** A name without an ending may be a folder of texts. */
function isText(name: string): boolean {
  return /\.(service|shared|words)$/.test(name) || !name.includes(".");
}
