// Puts ready examples behind the last one of the text. Knows only their titles and lines.
import type { Fix } from "../../diagnostics/problem.ts";
import { quotedAt, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Span } from "../../syntax/tree.ts";
import { endOfBlock, insertAt } from "../text-edits.ts";

export interface ReadyExample {
  readonly title: string;
  readonly lines: readonly string[];
}

/** One edit that adds them all. Titles that are taken get a number. */
export function examplesFix({ tree }: Model, ready: readonly ReadyExample[]): Fix {
  const taken = new Set(
    tree.lines.filter((line) => wordOf(line) === "example").flatMap((line) => quotedAt(line)?.words ?? []),
  );
  const named = ready.map(({ title, lines }) => ({ title: freeTitle(title, taken), lines }));
  const texts = named.map(({ title, lines }) => [`example "${title}"`, ...lines.map((line) => `  ${line}`)].join("\n"));
  const after = tree.lines.findLast((line) => wordOf(line) === "example") ?? tree.lines.at(-1);
  const span: Span = after?.span ?? { file: tree.file, start: 0, end: 0 };
  const title =
    named.length === 1 ? `add  example "${named[0]?.title ?? ""}"` : `add an example for each of these ${named.length}`;
  return { title, edits: [insertAt(span, after ? endOfBlock(after) : 0, texts.map((text) => `\n\n${text}`).join(""))] };
}

function freeTitle(wanted: string, taken: Set<string>): string {
  let title = wanted;
  for (let number = 2; taken.has(title); number++) title = `${wanted}, ${number}`;
  taken.add(title);
  return title;
}
