// Names in braces inside words that people see: {vehicle's make}. Reads characters only.
import { plainName } from "../../syntax/lexer.ts";
import type { PathNode, Span, Word } from "../../syntax/tree.ts";

const braces = /\{([^{}\r\n]*)\}/g;
const name = /[\p{L}][\p{L}\p{M}\d]*(?:[-‐‑][\p{L}\p{M}\d]+)*/gu;

/** The paths in braces between the ends of a span of this text. */
export function fillsIn(text: string, span: Span): PathNode[] {
  const words = text.slice(span.start, span.end);
  if (!words.includes("{")) return [];
  return [...words.matchAll(braces)].map((match) => {
    const start = span.start + match.index + 1;
    // Behind a colon stand words for people: {children: one child | # children}.
    const inside = (match[1] ?? "").split(":")[0] ?? "";
    // The s of 's is no name: it is blanked out, so that places stay.
    const names = inside.replace(/['’ʼ]s(?![\p{L}\d])/gu, "  ");
    const parts = [...names.matchAll(name)].map((found): Word => {
      const at = start + found.index;
      return { name: plainName(found[0]), span: { file: span.file, start: at, end: at + found[0].length } };
    });
    return { kind: "path", words: parts, span: { file: span.file, start, end: start + inside.length } };
  });
}
