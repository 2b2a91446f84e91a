// Folders and texts that the disk does not open or write: said in words, wherever the disk is asked.
import { UnreadableText } from "./wrong-usage.ts";

/** What `look` finds on the disk. A refusal of the disk becomes a sentence about the place. */
export function mayBeClosed<Found>(look: () => Found): Found {
  try {
    return look();
  } catch (error) {
    const said = whyUnreadable(error);
    if (said === undefined) throw error;
    throw new UnreadableText(said);
  }
}

/** What is said of a file or folder that the account may not look into. */
export function notReadable(place: string): string {
  return `${place} cannot be opened: the account that runs this may not read it. Ask whoever keeps it, or take a copy that you may read.`;
}

/** Writes to the disk. A refusal of the disk becomes a sentence about the place as the author named it. */
export function mayBeReadOnly<Done>(place: string, write: () => Done): Done {
  try {
    return write();
  } catch (error) {
    const why = error instanceof Error && "code" in error ? refusals.get(String(error.code)) : undefined;
    if (why === undefined) throw error;
    throw new UnreadableText(`${place} could not be written: ${why}`);
  }
}

const noPermission =
  "the account that runs this may not write there. Name a folder of your own, or change who may write to this one.";

const refusals: ReadonlyMap<string, string> = new Map([
  ["EACCES", noPermission],
  ["EPERM", noPermission],
  ["EROFS", "nothing can be written to this disk. Name a folder on another one."],
  ["ENOSPC", "the disk is full. Make room, or name a folder on another one."],
  ["EDQUOT", "your share of the disk is full. Make room, or name a folder on another one."],
  ["EFBIG", "it is larger than your account may write there."],
  ["EISDIR", "a folder has that name. Name a file."],
  ["ENOTDIR", "a part of that path is a file, not a folder. Name another folder."],
  ["ENOENT", "there is no such folder, and none can be made there."],
  ["ENAMETOOLONG", "that name is too long for this disk. Name a shorter one."],
  ["EBUSY", "another program is using it. Close that program, and try again."],
]);

function whyUnreadable(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || !("path" in error)) return undefined;
  const place = String(error.path);
  if (error.code === "EACCES" || error.code === "EPERM") return notReadable(place);
  if (error.code === "ELOOP") return leadsToItself(place);
  return error.code === "ENAMETOOLONG" ? `There is no file ${place.slice(0, 60)}…: the name is too long.` : undefined;
}

/** What is said of a link that goes round in a circle. */
export function leadsToItself(place: string): string {
  return `${place} is a link that leads to itself. Name the file itself.`;
}
