// Letters: written as plain text files into a folder that a printing house or a person empties.
// One file for each letter, named by its idempotency key, so that writing it again changes nothing.
import { createHash } from "node:crypto";
import { link, mkdir, open, unlink } from "node:fs/promises";
import path from "node:path";

/** One letter to one person. */
export interface Letter {
  /** Stays the same however often this letter is written. */
  readonly idempotencyKey: string;
  readonly toName: string;
  /** Lines of the address; empty when none is known, and then the letter says so for whoever prints it. */
  readonly toAddress: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** "2026-04-01" */
  readonly date: string;
}

/** Writes letters into a folder; the name of the file is what is given back. */
export type WriteLetter = (letter: Letter) => Promise<{ readonly file: string }>;

/** Letters into this folder, which is made when it is not there. */
export function createLetters(folder: string): WriteLetter {
  return async (letter) => {
    await mkdir(folder, { recursive: true });
    const name = createHash("sha256").update(letter.idempotencyKey).digest("hex").slice(0, 32);
    const file = path.join(folder, `letter-${name}.txt`);
    const draft = path.join(folder, `.${name}-${process.pid}-${process.hrtime.bigint()}`);
    await writeDurably(draft, renderLetter(letter));
    try {
      await link(draft, file);
    } catch (error) {
      // Written before: the first one stands.
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    } finally {
      await unlink(draft);
    }
    return { file: path.basename(file) };
  };
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function renderLetter({ toName, toAddress, subject, text, date }: Letter): string {
  const address = toAddress.length > 0 ? toAddress : ["(no address is known)"];
  return `${[toName, ...address].join("\n")}\n\n${date}\n\n${subject}\n\n${text}\n`;
}
