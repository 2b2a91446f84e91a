// A bundle from the disk, a folder or a packed file, as files by path. Says clearly what cannot be read.
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { unpackBundle } from "#support/bundle-archive.ts";
import { mayBeClosed } from "./may-be-closed.ts";
import { WrongUsage } from "./wrong-usage.ts";

/** The files by path with "/"; or a sentence that says why this packed file is no bundle. Throws WrongUsage for what is not there. */
export function readBundle(place: string): ReadonlyMap<string, Uint8Array> | string {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found) throw new WrongUsage(`There is no bundle ${place}.`);
  return mayBeClosed(() => (found.isDirectory() ? readFolder(place) : unpackBundle(readFileSync(place))));
}

function readFolder(folder: string): ReadonlyMap<string, Uint8Array> | string {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const packed = entries.filter(({ name, parentPath }) => parentPath === folder && name.endsWith(".tgz"));
  const isBundle = entries.some(({ name, parentPath }) => parentPath === folder && name === "manifest.json");
  if (packed[0] && !isBundle) return `It holds packed bundles. Name one of them: ${path.join(folder, packed[0].name)}`;
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(
    files.sort().map((file) => [path.relative(folder, file).split(path.sep).join("/"), readFileSync(file)]),
  );
}
