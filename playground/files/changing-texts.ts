// Changes from one set of texts to another: an example, a file from disk, what was there before. What was open is always kept.
import type { Bench } from "../workbench.ts";
import type { Example } from "./gallery.ts";
import { emptyPage } from "./gallery.ts";
import { findBefore, keepBefore, readWork, type Shelf, type Work, workKey } from "./kept-work.ts";
import { largestFile, readOpened } from "./opened-file.ts";

/** An empty page. */
export const blankWork: Work = { entry: "my.service", shown: "my.service", texts: emptyPage };

export interface ChangingTexts {
  openExample(example: Example | undefined): void;
  /** Reads a file from disk; one that is no text of ours is refused in words. */
  openFile(file: File): void;
  bringBack(): void;
  /** Another tab wrote to the same place: the author chooses whose text goes on. */
  onStorage(event: StorageEvent): void;
}

/** The work that begins from an example. */
export function workOf(example: Example): Work {
  return { example: example.name, entry: example.entry, shown: example.entry, texts: example.texts };
}

/** The notes of libraries, for all services that stand together. */
const libraryNotes = "formwork.lock";

/** The work with a file from disk: a service begins anew and may use the libraries at hand; other files join the texts that are open. */
export function withOpened(work: Work, file: string, text: string): Work {
  if (!file.endsWith(".service")) return { ...work, shown: file, texts: { ...work.texts, [file]: text } };
  const stays = Object.entries(work.texts).filter(([name]) => name.endsWith(".shared") || name === libraryNotes);
  // The same service, changed elsewhere: its examples are still held against what they rested on here.
  const isSame = file === work.entry && work.lastPassed !== undefined;
  const texts = { ...Object.fromEntries(stays), [file]: text };
  return { entry: file, shown: file, texts, ...(isSame && { lastPassed: work.lastPassed }) };
}

/** `bench` by a function, for bench and page know each other; `onOpened` shows the text. */
export function changeTexts(bench: () => Bench, shelf: () => Shelf, onOpened: () => void): ChangingTexts {
  const openWork = (work: Work): void => {
    const before = bench().view().work;
    keepBefore(shelf, before);
    bench().open(work);
    bench().say({
      tone: "act",
      words: `${work.shown} is open now. ${before.shown} from before is kept.`,
      action: { words: "Bring it back", run: () => openWork(before) },
    });
    onOpened();
  };
  const read = async (file: File): Promise<void> => {
    // Only as much as decides whether it is too large: a film is refused without being read.
    const opened = readOpened(file.name, new Uint8Array(await file.slice(0, largestFile + 1).arrayBuffer()));
    if (opened.kind === "refused") bench().say({ tone: "act", words: opened.why });
    else openWork(withOpened(bench().view().work, opened.name, opened.text));
  };
  return {
    openExample: (example) => openWork(example ? workOf(example) : blankWork),
    openFile(file) {
      read(file).catch((reason: unknown) =>
        bench().say({ tone: "act", words: `${file.name} could not be read: ${String(reason)}` }),
      );
    },
    bringBack() {
      const before = findBefore(shelf);
      if (before) openWork(before);
    },
    onStorage(event) {
      const other = event.key === workKey && event.newValue !== null ? readWork(event.newValue) : undefined;
      if (!other) return;
      bench().say({
        tone: "act",
        words: "The text was changed in another tab of this browser. Go on here, and what you change replaces it.",
        action: { words: "Take the other tab's text", run: () => openWork(other) },
      });
    },
  };
}
