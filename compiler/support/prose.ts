// Small Markdown for the prose of a service: paragraphs, **bold**, *italics*, lists, links to web pages and mail
// addresses. Gives a tree of blocks, never HTML; anything else stays the text it is. Any text gives a tree, in linear time.

/** A piece of a line. Links lead only to http:, https: and mailto: addresses. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong" | "emphasis"; readonly parts: readonly Inline[] }
  | { readonly kind: "link"; readonly address: string; readonly parts: readonly Inline[] };

/** A paragraph, or a list (numbered when `ordered`). */
export type Block =
  | { readonly kind: "paragraph"; readonly parts: readonly Inline[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly entries: readonly (readonly Inline[])[] };

/** A line of prose after its list sign is taken off. */
interface Chunk {
  readonly kind: "paragraph" | "bullets" | "numbers";
  readonly lines: string[];
}

const listSign = /^\s*(?:([-*])|\d{1,9}[.)])\s+(.*)$/;

/** Reads prose into blocks. Lines that follow each other are one paragraph; an empty line ends it. */
export function parseProse(text: string): Block[] {
  const chunks: Chunk[] = [];
  let open: Chunk | undefined;
  for (const line of text.split(/\r\n?|\n/)) {
    if (line.trim() === "") {
      open = undefined;
      continue;
    }
    const match = listSign.exec(line);
    const kind = !match ? "paragraph" : match[1] ? "bullets" : "numbers";
    const last = open?.lines.at(-1);
    if (open && open.kind !== "paragraph" && kind === "paragraph" && /^\s/.test(line) && last !== undefined) {
      // An indented line goes on with the entry above it.
      open.lines[open.lines.length - 1] = `${last} ${line.trim()}`;
      continue;
    }
    if (open?.kind !== kind) {
      open = { kind, lines: [] };
      chunks.push(open);
    }
    open.lines.push(match?.[2] ?? line.trim());
  }
  return chunks.map(blockOf);
}

function blockOf({ kind, lines }: Chunk): Block {
  if (kind === "paragraph") return { kind, parts: parseInline(lines.join(" ")) };
  return { kind: "list", ordered: kind === "numbers", entries: lines.map((line) => parseInline(line)) };
}

/** Bold in italics in a link and no deeper: signs further inside stay text. */
const deepest = 3;

const sign = /\\[\\*_[\]{}()-]|\{[^{}]*\}|\*\*|[*_[]/g;

/** Reads the signs inside one line. What stands in {braces} is left alone. */
export function parseInline(text: string, depth = 0): Inline[] {
  const parts: Inline[] = [];
  let plain = "";
  let at = 0;
  const flush = (): void => {
    if (plain !== "") parts.push({ kind: "text", text: plain });
    plain = "";
  };
  for (const match of text.matchAll(sign)) {
    if (match.index < at) continue;
    plain += text.slice(at, match.index);
    at = match.index;
    const found = depth < deepest ? readSign(text, match[0], at, depth) : undefined;
    if (found) {
      flush();
      parts.push(found.part);
      at = found.end;
    } else {
      plain += match[0].startsWith("\\") ? match[0].slice(1) : match[0];
      at += match[0].length;
    }
  }
  plain += text.slice(at);
  flush();
  return parts;
}

function readSign(text: string, found: string, at: number, depth: number): { part: Inline; end: number } | undefined {
  if (found === "[") return readLink(text, at, depth);
  if (found !== "**" && found !== "*" && found !== "_") return undefined;
  // snake_case is a word, not italics; and a sign before a space opens nothing.
  if (found === "_" && /[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) return undefined;
  const start = at + found.length;
  const close = text.indexOf(found, start);
  if (close <= start || /\s/.test(text[start] ?? " ") || /\s/.test(text[close - 1] ?? " ")) return undefined;
  const parts = parseInline(text.slice(start, close), depth + 1);
  return { part: { kind: found === "**" ? "strong" : "emphasis", parts }, end: close + found.length };
}

const linkTail = /^\]\(((?:https?:\/\/|mailto:)[^\s()<>"]{1,2000})\)/;

function readLink(text: string, at: number, depth: number): { part: Inline; end: number } | undefined {
  const close = text.indexOf("]", at);
  if (close < 0) return undefined;
  const address = linkTail.exec(text.slice(close, close + 2020))?.[1];
  if (address === undefined || close === at + 1) return undefined;
  const parts = parseInline(text.slice(at + 1, close), depth + 1);
  return { part: { kind: "link", address, parts }, end: close + address.length + 3 };
}

/** A copy of the blocks in which every piece of text went through `fill`; addresses of links stay. */
export function fillProse(blocks: readonly Block[], fill: (text: string) => string): Block[] {
  const fillParts = (parts: readonly Inline[]): Inline[] =>
    parts.map((part) =>
      part.kind === "text" ? { ...part, text: fill(part.text) } : { ...part, parts: fillParts(part.parts) },
    );
  return blocks.map((block) =>
    block.kind === "paragraph"
      ? { ...block, parts: fillParts(block.parts) }
      : { ...block, entries: block.entries.map(fillParts) },
  );
}

/** The blocks as plain text, for e-mails and letters: paragraphs apart, a sign before entries, addresses in brackets. */
export function toPlainText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === "paragraph") return plainInline(block.parts);
      return block.entries.map((entry, at) => `${block.ordered ? `${at + 1}.` : "-"} ${plainInline(entry)}`).join("\n");
    })
    .join("\n\n");
}

function plainInline(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (part.kind === "text") return part.text;
      const words = plainInline(part.parts);
      if (part.kind !== "link") return words;
      const address = part.address.replace(/^mailto:/, "");
      return words === address ? words : `${words} (${address})`;
    })
    .join("");
}
