// Keeps uploaded bytes in a folder under random names, and gives them back. Does not decide who may see them.
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FileAnswer } from "#contract/facts.ts";
import { isAccepted, recognisedBytes, recogniseFile } from "./magic-bytes.ts";

export type KeptFile = { readonly file: FileAnswer } | { readonly refused: "too-big" | "wrong-type" | "empty" };

/** Writes a stream to the folder, whole or not at all, counting and hashing as it goes. `accepted`: endings without dots. */
export async function keepFile(
  folder: string,
  name: string,
  bytes: Readable,
  limits: { readonly maxBytes: number; readonly accepted: readonly string[] },
): Promise<KeptFile> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const id = randomUUID();
  const half = path.join(folder, `.${id}.part`);
  const hash = createHash("sha256");
  const start: number[] = [];
  let size = 0;
  try {
    await pipeline(
      bytes,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          size += chunk.length;
          if (size > limits.maxBytes) continue;
          if (start.length < recognisedBytes) start.push(...chunk.subarray(0, recognisedBytes - start.length));
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(half, { mode: 0o600, flags: "wx" }),
    );
    const first = Uint8Array.from(start);
    if (size > limits.maxBytes) return { refused: "too-big" };
    if (size === 0) return { refused: "empty" };
    if (!isAccepted(name, first, limits.accepted)) return { refused: "wrong-type" };
    await syncAndRename(half, path.join(folder, id));
    const mediaType = recogniseFile(first)?.mediaType ?? "text/plain";
    return { file: { id, name: cleanName(name), size, mediaType, sha256: hash.digest("hex") } };
  } finally {
    await rm(half, { force: true });
  }
}

/** The bytes of a kept file; undefined when they are not there. */
export async function openFile(folder: string, id: string): Promise<{ bytes: Readable; size: number } | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
  const at = path.join(folder, id);
  const found = await stat(at).catch(() => undefined);
  return found?.isFile() ? { bytes: createReadStream(at), size: found.size } : undefined;
}

/** The name as it may be shown and saved: no folders, no control characters, not endless. */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const clean = last.replace(/[\p{Cc}\p{Cf}"<>:|?*]/gu, "").trim();
  const short = clean.length <= 100 ? clean || "file" : `${clean.slice(0, 90)}…${clean.slice(-9)}`;
  // Half a character, from a broken name or from cutting here, could not be written into a header.
  return short.toWellFormed();
}

/** Content-Disposition that saves instead of opens, with a name in any script (RFC 6266, RFC 8187). */
export function attachmentHeader(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** What was acknowledged must be there after the power went. */
async function syncAndRename(from: string, to: string): Promise<void> {
  const handle = await open(from, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(from, to);
}
