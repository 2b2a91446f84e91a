// `formwork check --watch`: says again what is wrong whenever one of the texts changes, libraries and words files among them.
import { statSync } from "node:fs";
import path from "node:path";
import { type CheckedText, checkText, showChecked } from "./checked-text.ts";
import { type ReadService, readService } from "./read-service.ts";
import { summaryOfAll } from "./summary.ts";
import { textsNamed } from "./texts-named.ts";
import { watchFolders } from "./watch-folders.ts";
import { writeLocks } from "./write-locks.ts";
import { WrongUsage } from "./wrong-usage.ts";

/** What was found at one moment, by the name of the text; or why it could not be read just then. */
type Found = ReadonlyMap<string, CheckedText | WrongUsage>;

/** Takes away what stands on the screen and above it, and begins at the top. */
const cleanScreen = "\u001b[2J\u001b[3J\u001b[H";

/** Stays until it is told to end (Ctrl-C); then the exit code is 0. */
export async function watchAndCheck(subjects: readonly string[], libraries: string | undefined): Promise<number> {
  let found: Found = checkAll(subjects, libraries, new Map());
  // A text that cannot be read at the start is wrong usage; later it may be about to be written.
  for (const one of found.values()) if (one instanceof WrongUsage) throw one;
  const screen = process.stdout.isTTY === true;
  const watched = watchFolders(foldersOf(subjects, found, libraries), () => {
    try {
      const now = checkAll(subjects, libraries, found);
      const changed = [...now].flatMap(([file, one]) => (found.get(file) === one ? [] : [one]));
      const gone = [...found].filter(([file]) => !now.has(file));
      found = now;
      watched.alsoWatch(foldersOf(subjects, now, libraries));
      // What could not be read just now was told already.
      for (const [file, one] of gone) if (!(one instanceof WrongUsage)) console.log(`${file} is no longer there`);
      if (changed.length > 0 || gone.length > 0) show(screen, changed, now);
    } catch (error) {
      if (!(error instanceof WrongUsage)) throw error;
      // What comes back is shown anew, though it reads as before.
      found = new Map();
      console.log(`\n${error.message}`);
    }
  });
  // Only now: who reads that it is watched may change a text at once.
  show(screen, [...found.values()], found);
  if (!screen) console.log(told(found));
  await untilEnded();
  watched.end();
  return 0;
}

/** Only what reads differently than before is checked anew. */
function checkAll(subjects: readonly string[], libraries: string | undefined, before: Found): Found {
  return new Map(textsNamed(subjects).files.map((file) => [file, checkAgain(file, libraries, before.get(file))]));
}

function checkAgain(
  file: string,
  libraries: string | undefined,
  before: CheckedText | WrongUsage | undefined,
): CheckedText | WrongUsage {
  try {
    const read = readService(file, libraries);
    const isSame = before !== undefined && !(before instanceof WrongUsage) && sameTexts(before.files, read.files);
    return isSame ? before : checkAndNote({ file, ...read });
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    return before instanceof WrongUsage && before.message === error.message ? before : error;
  }
}

/** The lock files are written as by a single check, and count as read: they are no change that anybody made. */
function checkAndNote(service: ReadService & { readonly file: string }): CheckedText {
  const checked = checkText(service);
  writeLocks(service.file, checked.locks);
  return { ...checked, files: new Map([...checked.files, ...(checked.locks ?? [])]) };
}

function sameTexts(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([file, text]) => other.get(file) === text);
}

/** On a terminal everything is shown on a clean screen; elsewhere only what changed, below what was said before. */
function show(screen: boolean, changed: readonly (CheckedText | WrongUsage)[], found: Found): void {
  const shown = screen ? [...found.values()] : changed;
  const checked = [...found.values()].flatMap((one) => (one instanceof WrongUsage ? [] : [one.problems]));
  const lines = shown.map((one) => (one instanceof WrongUsage ? one.message : showChecked(one)));
  if (found.size > 1) lines.push(`\n${summaryOfAll(checked)}`);
  console.log(screen ? `${cleanScreen}${lines.join("\n")}\n${told(found)}` : lines.join("\n"));
}

/** Watching 2 services and 3 libraries and words files. Press Ctrl-C to end. */
function told(found: Found): string {
  const others = new Set<string>();
  for (const [file, one] of found) {
    if (one instanceof WrongUsage) continue;
    for (const name of one.files.keys()) if (name !== one.entry) others.add(path.resolve(path.dirname(file), name));
  }
  const beside = others.size === 0 ? "" : ` and ${others.size} of their libraries and words files`;
  return `\nWatching ${found.size} ${found.size === 1 ? "service" : "services"}${beside}. Press Ctrl-C to end.`;
}

/** Where a text of these services stands, or may appear. */
function foldersOf(subjects: readonly string[], found: Found, libraries: string | undefined): string[] {
  const beside = [...found.keys()].flatMap((file) => {
    const folder = path.dirname(path.resolve(file));
    return [folder, path.resolve(folder, "../shared")];
  });
  const all = [...textsNamed(subjects).folders, ...beside, ...(libraries === undefined ? [] : [libraries])];
  return [...new Set(all.map((folder) => path.resolve(folder)))].filter((folder) =>
    statSync(folder, { throwIfNoEntry: false })?.isDirectory(),
  );
}

/** Ctrl-C, or whoever started it says so. */
function untilEnded(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
}
