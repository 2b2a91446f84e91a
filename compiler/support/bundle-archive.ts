// A bundle as one file, .tgz: the same bytes for the same files on every machine, and back again without trusting what comes.
// Packing is done in JavaScript alone, because zlib's bytes differ between processors.
import { Gunzip, gzipSync } from "fflate";
import { createTar, parseTar } from "nanotar";
import { checkSumOf } from "./check-sum.ts";

/** A bundle that unpacks to more bytes than this is none of ours. */
const mostBytes = 256_000_000;

/** The files under one folder, `folder`, in the order of their names, without owner and time. */
export function packBundle(folder: string, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const attrs = { mode: "644", uid: 0, gid: 0, mtime: 0, user: "", group: "" };
  const entries = [...files]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([path, data]) => withLongName({ name: `${folder}/${path}`, data, attrs }));
  return gzipSync(withEnd(markLongNames(new Uint8Array(createTar(entries)), entries)), { level: 9, mtime: 0 });
}

type Entry = { readonly name: string; readonly data: Uint8Array; readonly attrs: object };

/** What a header has room for, in bytes. A longer name stands in a record of its own in front of its file (POSIX pax). */
const mostName = 100;
const longName = "long-name";

function withLongName(entry: Entry): Entry[] {
  const name = new TextEncoder().encode(entry.name);
  if (name.length <= mostName) return [entry];
  // The record begins with its own length: "121 path=…\n".
  const rest = name.length + " path=\n".length;
  const length = [2, 3, 4].map((digits) => rest + digits).find((all) => String(all).length === all - rest) ?? rest;
  return [{ ...entry, name: longName, data: new TextEncoder().encode(`${length} path=${entry.name}\n`) }, entry];
}

/** Says of the records with long names that they are none of the files: nanotar writes files only. */
function markLongNames(tar: Uint8Array, entries: readonly Entry[]): Uint8Array {
  let at = 0;
  for (const { name, data } of entries) {
    if (name === longName) {
      const header = tar.subarray(at, at + 512);
      header[156] = "x".charCodeAt(0);
      header.fill(0x20, 148, 156);
      const sum = header.reduce((all, byte) => all + byte, 0);
      header.set(new TextEncoder().encode(`${sum.toString(8).padStart(6, "0")}\0 `), 148);
    }
    at += 512 + 512 * Math.ceil(data.length / 512);
  }
  return tar;
}

/** Two empty blocks end an archive (POSIX ustar); nanotar leaves them out when the files fill its last record just so. */
function withEnd(tar: Uint8Array): Uint8Array {
  const end = 1024;
  if (tar.length >= end && tar.subarray(-end).every((byte) => byte === 0)) return tar;
  const whole = new Uint8Array(tar.length + 10_240);
  whole.set(tar);
  return whole;
}

/** The files without the folder around them; or a sentence that says why this is no packed bundle. */
export function unpackBundle(bytes: Uint8Array, most = mostBytes): ReadonlyMap<string, Uint8Array> | string {
  const tar = gunzip(bytes, most);
  if (typeof tar === "string") return tar;
  const files = new Map<string, Uint8Array>();
  try {
    for (const { name, type, data } of parseTar(tar)) {
      if (type !== "file") continue;
      const [, ...rest] = name.split("/");
      if (!isPlain(name) || rest.length === 0) return `It holds a file named ${name}, which no bundle has.`;
      files.set(rest.join("/"), data?.slice() ?? new Uint8Array());
    }
  } catch (error) {
    return `It is not a tar archive: ${error instanceof Error ? error.message : String(error)}.`;
  }
  return files.size === 0 ? "It is empty." : files;
}

/** A name that stays in its folder on every system. */
function isPlain(name: string): boolean {
  return !/[\\:\0]/.test(name) && name.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}

function gunzip(bytes: Uint8Array, most: number): Uint8Array | string {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Gunzip((chunk) => {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
  });
  try {
    // In pieces, so that a small file that swells is given up before it fills the memory.
    for (let at = 0; at < bytes.length && size <= most; at += 65_536) {
      stream.push(bytes.subarray(at, at + 65_536), at + 65_536 >= bytes.length);
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return `It is no bundle: a bundle is a folder, or a .tgz file, as formwork build writes it. It is not a gzip file: ${why}.`;
  }
  if (size > most) return `It unpacks to more than ${most / 1_000_000} MB.`;
  if (size === 0) return "It is empty.";
  // An archive without its end is read as if it had one: nanotar would pass over an empty last file.
  const whole = new Uint8Array(size + 1024);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return isAsPacked(bytes, whole.subarray(0, size))
    ? whole
    : "It was damaged on its way: its check sum does not fit. Copy it again, or build the service again.";
}

/** A gzip file ends with the check sum and the length of what is in it (RFC 1952, section 2.3.1). */
function isAsPacked(packed: Uint8Array, unpacked: Uint8Array): boolean {
  const end = new DataView(packed.buffer, packed.byteOffset + packed.length - 8, 8);
  return end.getUint32(0, true) === checkSumOf(unpacked) && end.getUint32(4, true) === unpacked.length;
}
