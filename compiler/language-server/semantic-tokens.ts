// Colours by meaning: structure words, names, words that people see, law, comments, numbers. Each chunk is painted once and kept.
import type { SemanticTokens, SemanticTokensLegend } from "vscode-languageserver";
import { createLineIndex } from "../source/line-index.ts";
import * as T from "../syntax/tokens.ts";
import type { Line, Span, Token } from "../syntax/tree.ts";
import type { Mention } from "./names/mention.ts";
import type { Snapshot } from "./snapshot.ts";
import type { ReadChunk } from "./text-file.ts";

/** Standard token types, so that every theme has colours for them. Law is words that are `documentation`. */
export const legend: SemanticTokensLegend = {
  tokenTypes: ["keyword", "variable", "string", "comment", "number", "type", "enumMember"],
  tokenModifiers: ["declaration", "documentation"],
};

type Paint = "keyword" | "variable" | "string" | "comment" | "number" | "type" | "enumMember";

interface Painted {
  readonly start: number;
  readonly end: number;
  readonly paint: Paint;
  readonly isDeclaration?: boolean;
  readonly isLaw?: boolean;
}

/** The colours of one chunk, as the protocol encodes them: five numbers for each token, lines and characters counted from the token before. */
interface Encoded {
  readonly data: readonly number[];
  /** Line of the last token, counted from the chunk's first. */
  readonly lastLine: number;
}

/** Remembers the colours of chunks between requests. */
export function createColours(): (snapshot: Snapshot, file: string) => SemanticTokens {
  const known = new WeakMap<ReadChunk, Encoded>();
  const encodedOf = (chunk: ReadChunk): Encoded => {
    const encoded = known.get(chunk) ?? encode(chunk);
    known.set(chunk, encoded);
    return encoded;
  };
  return (snapshot, file) => {
    const text = snapshot.files.get(file);
    const data: number[] = [];
    let line = 0;
    for (const chunk of text?.chunks ?? []) {
      const top = (text?.index.positionAt(chunk.start).line ?? 1) - 1;
      const encoded = encodedOf(chunk.read);
      if (encoded.data.length === 0) continue;
      const first = data.length;
      for (const number of encoded.data) data.push(number);
      // A chunk begins on a line of its own, so only the way down to its first token changes.
      data[first] = top - line + (encoded.data[0] ?? 0);
      line = top + encoded.lastLine;
    }
    return { data };
  };
}

function encode(chunk: ReadChunk): Encoded {
  const index = createLineIndex(chunk.text);
  const data: number[] = [];
  let [lastLine, lastCharacter] = [0, 0];
  for (const { start, end, paint, isDeclaration, isLaw } of paintAll(chunk)) {
    const at = index.positionAt(start);
    const [line, character] = [at.line - 1, at.column - 1];
    const modifiers = (isDeclaration ? 1 : 0) + (isLaw ? 2 : 0);
    const across = line === lastLine ? character - lastCharacter : character;
    data.push(line - lastLine, across, end - start, legend.tokenTypes.indexOf(paint), modifiers);
    [lastLine, lastCharacter] = [line, character];
  }
  return { data, lastLine };
}

/** Everything that has a colour, in the order of the text, nothing twice. */
function paintAll(chunk: ReadChunk): Painted[] {
  const byStart = new Map(chunk.mentions.map((mention) => [mention.span.start, mention]));
  const byLine = Map.groupBy(chunk.mentions, (mention) => mention.line.line);
  const all = chunk.lines.flatMap(({ line }) =>
    line.tokens.flatMap((token) => paintToken(line, token, byStart, byLine.get(line) ?? [])),
  );
  const comments = chunk.comments.map(({ start, end }): Painted => ({ start, end, paint: "comment" }));
  const ordered = [...all, ...comments].sort((one, two) => one.start - two.start);
  // A name that was mended from several words covers them all.
  let end = 0;
  return ordered.filter((one) => {
    const isFree = one.start >= end;
    end = Math.max(end, one.end);
    return isFree;
  });
}

function paintToken(
  line: Line,
  token: Token,
  mentions: ReadonlyMap<number, Mention>,
  inLine: readonly Mention[],
): Painted[] {
  const [start, end] = [token.startOffset, token.startOffset + token.image.length];
  const type = token.tokenType;
  if (type === T.Text || type === T.OpenText || type === T.Prose) {
    const isLaw = lawWords.has(line.word) && type !== T.Prose;
    return around({ start, end, paint: "string", isLaw }, inLine);
  }
  if (numberTokens.has(type)) return [{ start, end, paint: "number" }];
  const mention = mentions.get(start);
  if (mention) return [nameOf(mention)];
  if (line.parts.some((part) => part.slot === "ty" && holds(part.span, start))) return [{ start, end, paint: "type" }];
  if (type === T.Word) return [{ start, end, paint: "variable" }];
  return type.PATTERN === undefined || /^[\p{L}]/u.test(token.image) ? [{ start, end, paint: "keyword" }] : [];
}

function nameOf({ span, isDeclaration, kinds }: Mention): Painted {
  const paint = kinds.length === 1 && (kinds[0] === "option" || kinds[0] === "action") ? "enumMember" : "variable";
  return { start: span.start, end: span.end, paint, isDeclaration };
}

const lawWords: ReadonlySet<string> = new Set(["because", "lawful", "special", "permission", "registered"]);
const numberTokens: ReadonlySet<unknown> = new Set([
  T.Num,
  T.Money,
  T.Percent,
  T.Time,
  T.Size,
  T.Duration,
  T.DateToken,
  T.DayMonth,
]);

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

/** Words with the names in their braces painted apart. */
function around(words: Painted, mentions: readonly Mention[]): Painted[] {
  const pieces: Painted[] = [];
  let at = words.start;
  for (const mention of mentions) {
    if (mention.span.start < at || mention.span.end > words.end) continue;
    if (mention.span.start > at) pieces.push({ ...words, start: at, end: mention.span.start });
    pieces.push(nameOf(mention));
    at = mention.span.end;
  }
  if (at < words.end) pieces.push({ ...words, start: at });
  return pieces;
}
