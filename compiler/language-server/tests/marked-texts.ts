// Texts with a mark where the cursor stands, for tests: positions are never numbers.
import type { Position, Snapshot } from "../snapshot.ts";
import { readTextFile } from "../text-file.ts";

/** The cursor in a sample. */
export const mark = "‸";

/** Texts read, the mark taken out of the one that has it. */
export interface Marked {
  readonly snapshot: Snapshot;
  readonly file: string;
  readonly position: Position;
}

/** Reads texts by file name; the first one, at its start, when none has a mark. */
export function readMarked(texts: ReadonlyMap<string, string>): Marked {
  const [first = ""] = [...texts.keys()].sort();
  const [file, text] = [...texts].find(([, one]) => one.includes(mark)) ?? [first, mark];
  const files = new Map([...texts].map(([name, one]) => [name, readTextFile(name, one.replace(mark, ""))]));
  const before = text.slice(0, text.indexOf(mark)).split("\n");
  return { snapshot: { files }, file, position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
}
