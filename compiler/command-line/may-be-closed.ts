// Folders and texts that the account may not look into: said in words, wherever the disk is asked.
import { UnreadableText } from "./wrong-usage.ts";

/** What `look` finds on the disk. A refusal of the disk becomes a sentence about the place. */
export function mayBeClosed<Found>(look: () => Found): Found {
  try {
    return look();
  } catch (error) {
    const place = closedPlace(error);
    if (place === undefined) throw error;
    throw new UnreadableText(`${place} cannot be opened: the account that runs this may not read it.`);
  }
}

function closedPlace(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || !("path" in error)) return undefined;
  return error.code === "EACCES" || error.code === "EPERM" ? String(error.path) : undefined;
}
