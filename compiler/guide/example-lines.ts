// Finds, for each line of the language, a line that somebody wrote: in the services under examples/, in the guide's own texts, and in the
// good examples of the problems' pages. What the guide shows was read by the compiler, and so is never out of date.

import { parseTree } from "../syntax/parse.ts";
import type { Line } from "../syntax/tree.ts";

/** One text to look through; texts named first are preferred. */
export interface Written {
  /** Its ending says what kind of text it is. */
  readonly file: string;
  readonly text: string;
}

/** A good line for each form: one that stands in that very block where there is one, else one from another block. */
export interface ExampleLines {
  of(heading: string, form: string): string | undefined;
}

/** Looks through the texts in their order. Lines that anything was reported about are passed over. */
export function findExampleLines(texts: readonly Written[]): ExampleLines {
  const inBlock = new Map<string, string>();
  const anywhere = new Map<string, string>();
  const keep = (found: Map<string, string>, key: string, line: string): void => {
    if (!found.has(key)) found.set(key, line);
  };
  for (const { file, text } of texts) {
    for (const line of allLines(parseTree(file, text).tree.lines)) {
      if (line.form === undefined || line.isReported) continue;
      const written = writtenLine(line, text);
      keep(inBlock, `${line.block} | ${line.form}`, written);
      keep(anywhere, line.form, written);
    }
  }
  return { of: (heading, form) => inBlock.get(`${heading} | ${form}`) ?? anywhere.get(form) };
}

function allLines(lines: readonly Line[]): Line[] {
  return lines.flatMap((line) => [line, ...line.bullets, ...allLines(line.children)]);
}

/** The line as it stands, its continuations and bullets under it, moved to the left margin. */
function writtenLine({ span, indent, bullets }: Line, text: string): string {
  const end = Math.max(span.end, ...bullets.map((bullet) => bullet.span.end));
  const [first = "", ...rest] = text.slice(span.start, end).split(/\r?\n/);
  const inwards = rest.map((line) => line.replace(new RegExp(`^ {0,${indent}}`), ""));
  return [first, ...inwards]
    .map((line) => line.replace(/\s+(#.*)?$/, ""))
    .filter((line) => line !== "")
    .join("\n");
}
