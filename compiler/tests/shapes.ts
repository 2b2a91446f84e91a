// Small texts in many shapes, each with one defect of a kind or none at all: compiler/tests/shapes/<part>.txt. A text begins with
// `=== name | codes | words of the line`: one of the codes has to be told, on a line with these words. Without codes nothing may be told.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export interface Shape {
  readonly name: string;
  /** Any of them will do; none: nothing may be told. */
  readonly codes: readonly string[];
  readonly words: string;
  readonly files: ReadonlyMap<string, string>;
}

export const shapeEntry = "shape.service";

const folder = "compiler/tests/shapes";
const head = 'service shape "Shape"\n  agency town "Town"\n  version 1 starts 1 April 2026\n';

export const shapes: readonly Shape[] = readdirSync(folder)
  .sort()
  .flatMap((file) =>
    readFileSync(path.join(folder, file), "utf8")
      .split(/^=== /m)
      .slice(1)
      .map((block) => shapeOf(path.basename(file, ".txt"), block)),
  );

function shapeOf(part: string, block: string): Shape {
  const first = block.indexOf("\n");
  const [name = "", codes = "", words = ""] = block
    .slice(0, first)
    .split("|")
    .map((one) => one.trim());
  // `--- common.shared`: a text that stands beside it.
  const [text = "", ...beside] = block.slice(first + 1).split(/^--- (.*)\n/m);
  const files = new Map([[shapeEntry, head + text]]);
  for (let at = 0; at + 1 < beside.length; at += 2) files.set(beside[at] ?? "", beside[at + 1] ?? "");
  return { name: `${part}: ${name}`, codes: codes === "" ? [] : codes.split("/"), words, files };
}
