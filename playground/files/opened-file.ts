// Reads a file from the author's disk: only text, only up to a size that stays quick, and in clear words when it is something else.

/** What came of opening a file. */
export type Opened =
  | { readonly kind: "text"; readonly name: string; readonly text: string }
  | { readonly kind: "refused"; readonly why: string };

/** bytes; a service of 10,000 lines has about half a megabyte. */
export const largestFile = 2_000_000;

const endings = [".service", ".shared", ".words"] as const;

/** Reads a file's bytes as UTF-8 text. Never throws: every reason to refuse is said in words. */
export function readOpened(name: string, bytes: Uint8Array): Opened {
  const refuse = (why: string): Opened => ({ kind: "refused", why });
  if (bytes.length > largestFile)
    return refuse(
      `${name} has ${inMegabytes(bytes.length)}. The playground opens texts of up to ${inMegabytes(largestFile)}.`,
    );
  if (bytes.includes(0)) return refuse(`${name} is not a text. Open a file that ends in .service, .shared or .words.`);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // The decoder says only that it cannot; what the author can do about it is said here.
    return refuse(
      `${name} is not written in UTF-8. Save it as UTF-8 in the program it comes from, then open it again.`,
    );
  }
  return { kind: "text", name: textName(name), text };
}

/** The name under which a file stands in the playground: one without an ending we know becomes a service. */
export function textName(name: string): string {
  return endings.some((ending) => name.endsWith(ending)) ? name : `${name.replace(/\.[^.]*$/, "") || "my"}.service`;
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
