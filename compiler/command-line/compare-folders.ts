// Two folders of services: which text of the one belongs to which of the other.
import { readFileSync } from "node:fs";
import path from "node:path";
import { nameAt, wordOf } from "../model/line.ts";
import { parseTree } from "../syntax/parse.ts";
import { textsNamed } from "./texts-named.ts";

/** A service in both folders, or in one of them only. */
export interface Pair {
  readonly old?: string;
  readonly now?: string;
}

/** In the order of the new folder, then what it lacks. Texts go together by where they stand, else by the name that the service has. */
export function pairFolders(old: string, now: string): Pair[] {
  const left = new Set(textsNamed([old]).files);
  const later = textsNamed([now]).files;
  const take = (fits: (file: string) => boolean): string | undefined => {
    const found = [...left].find(fits);
    if (found !== undefined) left.delete(found);
    return found;
  };
  const placed = new Map(
    later.map((file) => [file, take((one) => path.relative(old, one) === path.relative(now, file))]),
  );
  const pairs = later.map((file): Pair => {
    const name = placed.get(file) === undefined ? serviceIn(file) : undefined;
    const partner = placed.get(file) ?? (name === undefined ? undefined : take((one) => serviceIn(one) === name));
    return { now: file, ...(partner !== undefined && { old: partner }) };
  });
  return [...pairs, ...[...left].map((file) => ({ old: file }))];
}

/** The name that a text gives its service. */
function serviceIn(file: string): string | undefined {
  const { tree } = parseTree(path.basename(file), readFileSync(file, "utf8"));
  const head = tree.lines.find((line) => wordOf(line) === "service");
  return head && nameAt(head)?.name;
}
