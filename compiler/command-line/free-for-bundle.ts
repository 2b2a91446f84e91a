// May a bundle be put here? Only what a bundle held is ever replaced: a folder with anything else in it stays as it is.
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { manifestPath, signaturePath } from "#contract/bundle.ts";
import { mayBeClosed } from "./may-be-closed.ts";
import { UnreadableText } from "./wrong-usage.ts";

/** The folder that a bundle called `out` goes to: what a link leads to, where it is one. Throws UnreadableText where something else would be lost. */
export function placeForBundle(out: string): string {
  const target = path.resolve(out);
  if (!existsSync(target)) {
    mustLeadSomewhere(target, out);
    return target;
  }
  const place = realpathSync(target);
  mayBeClosed(() => mustHoldNothingElse(place, out));
  if (isWithin(process.cwd(), place))
    throw new UnreadableText(
      `${out} is the folder this is called in, and would be replaced. Call it from another folder.`,
    );
  return place;
}

function mustLeadSomewhere(target: string, out: string): void {
  const folder = path.dirname(target);
  // A file in the place of the folder is told when something is written there.
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return;
  if (!lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  throw new UnreadableText(`${out} is a link that leads nowhere. Take it away, or name another folder.`);
}

function mustHoldNothingElse(folder: string, out: string): void {
  if (!lstatSync(folder).isDirectory()) throw new UnreadableText(`${out} is a file. Name a folder.`);
  const names = readdirSync(folder);
  if (names.length === 0) return;
  const listed = names.includes(manifestPath) ? filesListed(path.join(folder, manifestPath)) : undefined;
  if (!listed) throw new UnreadableText(`${out} holds other files. Name a new folder, or one that holds a bundle.`);
  const other = filesIn(folder).find((file) => !listed.has(file) && !leftBySystems.has(path.posix.basename(file)));
  if (other !== undefined)
    throw new UnreadableText(
      `${out} holds a bundle, and ${other} besides, which would be lost. Move it, or name another folder.`,
    );
}

/** What file managers put into every folder they show. */
const leftBySystems = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);

/** By path from the top, with "/". */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();
}

/** All that a bundle with this manifest holds; nothing when it is another program's: many call a file of theirs so. */
function filesListed(file: string): ReadonlySet<string> | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof manifest !== "object" || manifest === null || !("contractVersion" in manifest)) return undefined;
    if (!("files" in manifest) || typeof manifest.files !== "object" || manifest.files === null) return undefined;
    return new Set([manifestPath, signaturePath, ...Object.keys(manifest.files)]);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isWithin(folder: string, place: string): boolean {
  const way = path.relative(place, realpathSync(folder));
  return way === "" || !(way === ".." || way.startsWith(`..${path.sep}`) || path.isAbsolute(way));
}
