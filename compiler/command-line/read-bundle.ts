// A bundle from the disk, a folder or a packed file, as files by path. Says clearly what cannot be read.
import { existsSync, readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import { unpackBundle } from "#support/bundle-archive.ts";
import { mayBeClosed } from "./may-be-closed.ts";
import { UnreadableText } from "./wrong-usage.ts";

/** A packed bundle is smaller than what it may unpack to. In bytes. */
const mostBytes = 256_000_000;

/** The files by path with "/"; or a sentence that says why this is no bundle. Throws UnreadableText for what is not there. */
export function readBundle(place: string): ReadonlyMap<string, Uint8Array> | string {
  return mayBeClosed(() => {
    const found = lookAt(place);
    if (!found) throw new UnreadableText(`There is no bundle ${place}.`);
    if (found.isDirectory()) return readFolder(place);
    if (!found.isFile()) return "It is neither a folder nor a file.";
    if (found.size > mostBytes) return `It has more than ${mostBytes / 1_000_000} MB, which no bundle has.`;
    return unpackBundle(readFileSync(place));
  });
}

/** What stands there, also at the end of a link; undefined when nothing does. */
function lookAt(place: string): Stats | undefined {
  try {
    return statSync(place);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (["ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG"].includes(code)) return undefined;
    throw error;
  }
}

function readFolder(folder: string): ReadonlyMap<string, Uint8Array> | string {
  // Without a manifest it is no bundle, and may be anything: no file of it is read.
  if (!existsSync(path.join(folder, "manifest.json"))) {
    const packed = readdirSync(folder).find((name) => name.endsWith(".tgz"));
    if (packed === undefined) return new Map();
    return `It holds packed bundles. Name one of them: ${path.join(folder, packed)}`;
  }
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .map((entry) => ({ entry, file: path.join(entry.parentPath, entry.name) }))
    .filter(({ entry, file }) => entry.isFile() || (entry.isSymbolicLink() && lookAt(file)?.isFile()))
    .map(({ file }) => file);
  return new Map(
    files.sort().map((file) => [path.relative(folder, file).split(path.sep).join("/"), readFileSync(file)]),
  );
}
