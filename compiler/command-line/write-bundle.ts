// Puts a bundle on the disk: whole or not at all. What stood there before stays until the new one is ready.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The disk would not take the bundle; the message says why in words. Nothing was left half written. */
export class NotWritten extends Error {}

/** Everything is written beside the target first, so a bundle is never half there. `said` is what its author calls the place. Throws NotWritten. */
export function writeBundle(bundle: ReadonlyMap<string, Uint8Array>, out: string, said = out): void {
  aside(path.resolve(out), said, (draft) => {
    mkdirSync(draft);
    for (const [name, bytes] of bundle) {
      const file = path.join(draft, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
  });
}

/** The same for one file. A folder of that name is left as it is. Throws NotWritten. */
export function writeWhole(bytes: Uint8Array, out: string): void {
  const target = path.resolve(out);
  aside(target, out, (draft) => {
    if (existsSync(target) && statSync(target).isDirectory())
      throw new NotWritten(`${out} could not be written. A folder has that name. Move it, or name another folder.`);
    writeFileSync(draft, bytes);
  });
}

/** Lets `write` make the new thing in a folder of its own beside the target, then puts it in the old one's place. */
function aside(target: string, said: string, write: (draft: string) => void): void {
  let folder: string | undefined;
  try {
    mkdirSync(path.dirname(target), { recursive: true });
    sweepLeft(target);
    // A hidden name: whoever lists the bundles of a folder does not meet one that is being written.
    folder = mkdtempSync(beside(target));
    const [draft, old] = [path.join(folder, "new"), path.join(folder, "old")];
    write(draft);
    // Renaming is all or nothing; should the second one be refused, the old one goes back.
    if (existsSync(target)) renameSync(target, old);
    try {
      renameSync(draft, target);
    } catch (error) {
      if (existsSync(old)) renameSync(old, target);
      throw error;
    }
  } catch (error) {
    throw inWords(error, said);
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Not the whole name: a long one has no room for more behind it. */
function beside(target: string): string {
  return path.join(path.dirname(target), `.${[...path.basename(target)].slice(0, 50).join("")}.`);
}

/** What is older than this belongs to no build that still runs. In milliseconds. */
const longestBuild = 3_600_000;

/** A build that was killed could not take its folder away: the next one at the same place does. */
function sweepLeft(target: string): void {
  const [folder, start] = [path.dirname(target), path.basename(beside(target))];
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(start) || !/^\w{6}$/.test(name.slice(start.length))) continue;
    const left = path.join(folder, name);
    if (Date.now() - statSync(left).mtimeMs > longestBuild) rmSync(left, { recursive: true, force: true });
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "You may not write there. Name a folder of your own, or change who may write to this one.",
  EPERM: "You may not write there. Name a folder of your own, or change who may write to this one.",
  ENOENT: "No folder can be made there. Name a folder on a disk that takes files.",
  EROFS: "That disk can only be read. Name a folder on another disk.",
  ENOSPC: "The disk is full. Make room, or name a folder on another disk.",
  EFBIG:
    "A file is larger than this disk or your account may write. Name a folder on another disk, or ask for more (ulimit -f).",
  EIO: "The disk answers with an error. Name a folder on another disk, and have this one looked at.",
  EDQUOT: "Your share of the disk is full. Make room, or name a folder on another disk.",
  ENOTDIR: "A part of that path is a file, not a folder. Name another folder.",
  EEXIST: "A part of that path is a file, not a folder. Name another folder.",
  ENAMETOOLONG: "That name is too long for this disk. Name a shorter one.",
  EBUSY: "Another program is using it. Close that program, and try again.",
  ENOTEMPTY: "Another program is writing there. Try again once it is done.",
};

function inWords(error: unknown, said: string): NotWritten {
  if (error instanceof NotWritten) return error;
  const code = codeOf(error);
  const reason = reasons[code] ?? (error instanceof Error ? error.message : String(error));
  return new NotWritten(`${said} could not be written. ${reason}`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Names that Windows keeps for devices: a folder of such a name cannot be made or copied there. */
const devices = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/** The same of every part of this path that is still to be made, and of its last one. */
export function whyNoPath(out: string): string | undefined {
  const names: string[] = [];
  for (let place = path.resolve(out); path.dirname(place) !== place; place = path.dirname(place)) {
    if (names.length > 0 && existsSync(place)) break;
    names.unshift(path.basename(place));
  }
  for (const name of names) {
    const why = whyNoFileName(name);
    if (why !== undefined) return why;
  }
  return undefined;
}

/** Nothing when this is a file name on every system; else a sentence that says why not. */
export function whyNoFileName(name: string): string | undefined {
  if (devices.test(name)) return `${name} is a name that Windows keeps for a device, so no file there can have it.`;
  if (/[<>:"/\\|?*]/.test(name) || [...name].some((sign) => sign < " "))
    return `${name} holds a sign that file names on Windows cannot have.`;
  if (/[. ]$/.test(name)) return `${name} ends with a full stop or a space, which file names on Windows cannot.`;
  return name === "" ? "A file needs a name." : undefined;
}
