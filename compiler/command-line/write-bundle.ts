// Puts a bundle on the disk: whole or not at all. What stood there before stays until the new one is ready.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { WrongUsage } from "./wrong-usage.ts";

/** The disk would not take the bundle; the message says why in words. Nothing was left half written. */
export class NotWritten extends Error {}

/** An existing folder is only replaced when it is a bundle or empty: no other folder is ever lost. */
export function mustBeFreeForBundle(out: string): void {
  if (!existsSync(out)) return;
  const names = listFolder(out);
  if (names.length > 0 && !names.includes("manifest.json"))
    throw new WrongUsage(`${out} holds other files. Name a new folder, or one that holds a bundle.`);
}

function listFolder(out: string): string[] {
  try {
    return readdirSync(out);
  } catch (error) {
    if (codeOf(error) === "ENOTDIR") throw new WrongUsage(`${out} is a file. Name a folder.`);
    throw inWords(error, out);
  }
}

/** Everything is written beside the target first, so a bundle is never half there. Throws NotWritten. */
export function writeBundle(bundle: ReadonlyMap<string, Uint8Array>, out: string): void {
  const target = path.resolve(out);
  aside(target, out, (draft) => {
    mkdirSync(draft);
    for (const [name, bytes] of bundle) {
      const file = path.join(draft, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
  });
}

/** The same for one file. Throws NotWritten. */
export function writeWhole(bytes: Uint8Array, out: string): void {
  aside(path.resolve(out), out, (draft) => writeFileSync(draft, bytes));
}

/** Lets `write` make the new thing in a folder of its own beside the target, then puts it in the old one's place. */
function aside(target: string, said: string, write: (draft: string) => void): void {
  let folder: string | undefined;
  try {
    mkdirSync(path.dirname(target), { recursive: true });
    folder = mkdtempSync(`${target}.`);
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

const reasons: Readonly<Record<string, string>> = {
  EACCES: "You may not write there. Name a folder of your own, or change who may write to this one.",
  EPERM: "You may not write there. Name a folder of your own, or change who may write to this one.",
  ENOENT: "No folder can be made there. Name a folder on a disk that takes files.",
  EROFS: "That disk can only be read. Name a folder on another disk.",
  ENOSPC: "The disk is full. Make room, or name a folder on another disk.",
  EDQUOT: "Your share of the disk is full. Make room, or name a folder on another disk.",
  ENOTDIR: "A part of that path is a file, not a folder. Name another folder.",
  EEXIST: "A part of that path is a file, not a folder. Name another folder.",
  ENAMETOOLONG: "That name is too long for this disk. Name a shorter one.",
  EBUSY: "Another program is using it. Close that program, and try again.",
  ENOTEMPTY: "Another program is writing there. Try again once it is done.",
};

function inWords(error: unknown, said: string): NotWritten {
  const code = codeOf(error);
  const reason = reasons[code] ?? (error instanceof Error ? error.message : String(error));
  return new NotWritten(`${said} could not be written. ${reason}`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Names that Windows keeps for devices: a folder of such a name cannot be made or copied there. */
const devices = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/** Nothing when this is a file name on every system; else a sentence that says why not. */
export function whyNoFileName(name: string): string | undefined {
  if (devices.test(name)) return `${name} is a name that Windows keeps for a device, so no file there can have it.`;
  if (/[<>:"/\\|?*]/.test(name) || [...name].some((sign) => sign < " "))
    return `${name} holds a sign that file names on Windows cannot have.`;
  if (/[. ]$/.test(name)) return `${name} ends with a full stop or a space, which file names on Windows cannot.`;
  return name === "" ? "A file needs a name." : undefined;
}
