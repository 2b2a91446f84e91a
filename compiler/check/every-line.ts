// Every line of a service's text, gone through once for all checks that look for lines wherever they stand.
import { wordOf } from "../model/line.ts";
import type { Model } from "../model/model.ts";
import type { Line } from "../syntax/tree.ts";
import { madeOnce } from "./made-once.ts";

/** All lines with those below them, in the order of the text. */
export const everyLine = madeOnce(({ tree }: Model): readonly Line[] => withBelow(tree.lines));

function withBelow(lines: readonly Line[], found: Line[] = []): Line[] {
  for (const line of lines) {
    found.push(line);
    withBelow(line.children, found);
  }
  return found;
}

/** The lines that begin with this word and could be read. */
export function linesWith(model: Model, word: string): readonly Line[] {
  return byWord(model).get(word) ?? [];
}

const byWord = madeOnce((model: Model): ReadonlyMap<string, readonly Line[]> => {
  const found = new Map<string, Line[]>();
  for (const line of everyLine(model)) {
    if (line.form === undefined) continue;
    const lines = found.get(wordOf(line));
    if (lines) lines.push(line);
    else found.set(wordOf(line), [line]);
  }
  return found;
});
