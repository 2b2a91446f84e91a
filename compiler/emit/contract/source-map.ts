// JSON pointers into the service (RFC 6901) with the place in the author's text that each piece comes from.
import type { Place, Service } from "#contract";
import type { Model } from "../../model/model.ts";
import type { Span } from "../../syntax/tree.ts";

/** A place for every section, page, field, stage, action, outcome, message … and for every rule. */
export function emitSourceMap(service: Service, model: Model): Service["sourceMap"] {
  const map: Service["sourceMap"] = {};
  const starts = new Map(model.trees.map((tree) => [tree.file, lineStarts(tree.text)]));
  const onWindows = new Map(model.trees.flatMap(({ file, text }) => (text.includes("\r\n") ? [[file, text]] : [])));
  const placeOf = (span: Span, isWritten: boolean): Place => {
    const lines = starts.get(span.file) ?? [0];
    const line = lineAt(lines, span.start);
    const column = span.start - (lines[line - 1] ?? 0) + 1;
    const length = span.end - span.start - returnsIn(onWindows.get(span.file), span);
    return { file: span.file, line, column, length, ...(!isWritten && { written: isWritten }) };
  };
  const head = model.tree.lines.find((line) => line.word === "service");
  if (head) map[""] = placeOf(head.span, true);
  const visit = (node: unknown, pointer: string): void => {
    if (typeof node !== "object" || node === null) return;
    const place = model.places.get(node);
    if (place) map[pointer] = placeOf(place.span, place.written);
    for (const [key, value] of Object.entries(node))
      if (typeof value === "object") visit(value, `${pointer}/${escaped(key)}`);
  };
  for (const [key, value] of Object.entries(service)) {
    if (key === "rules")
      for (const rule of model.rules.values()) map[`/rules/${escaped(rule.id)}`] = placeOf(rule.at, true);
    else if (key !== "names" && key !== "fills") visit(value, `/${key}`);
  }
  return map;
}

/** A line end is one sign, however the file writes it: the same text gives the same service on every system. */
function returnsIn(text: string | undefined, { start, end }: Span): number {
  let returns = 0;
  if (text !== undefined)
    for (let at = text.indexOf("\r\n", start); at >= 0 && at < end; at = text.indexOf("\r\n", at + 2)) returns += 1;
  return returns;
}

function escaped(key: string): string {
  return /[~/]/.test(key) ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The line (from 1) that an offset stands on. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
