// The outline of a text: sections, pages, questions, stages and what else has a name, nested as they stand.
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from "vscode-languageserver";
import { quotedAt, wordOf } from "../model/line.ts";
import type { Line } from "../syntax/tree.ts";
import type { Kind, Mention } from "./names/mention.ts";
import { rangeOf, type Snapshot } from "./snapshot.ts";
import { type Chunk, inFile, type TextFile } from "./text-file.ts";

const kindsShown: Readonly<Partial<Record<Kind, SymbolKind>>> = {
  section: SymbolKind.Namespace,
  page: SymbolKind.Module,
  group: SymbolKind.Module,
  data: SymbolKind.Field,
  stage: SymbolKind.Event,
  action: SymbolKind.Method,
  list: SymbolKind.Enum,
  option: SymbolKind.EnumMember,
  table: SymbolKind.Array,
  message: SymbolKind.String,
  "question-set": SymbolKind.Struct,
  source: SymbolKind.Interface,
  operation: SymbolKind.Function,
  service: SymbolKind.Package,
  library: SymbolKind.Package,
};

/** Lines without a name that head a block of their own. */
const headings: ReadonlySet<string> = new Set([
  "eligibility",
  "route",
  "privacy",
  "measures",
  "example",
  "examples",
  "words",
]);

/** The symbols of one file, from top to bottom. */
export function listSymbols(snapshot: Snapshot, file: string): DocumentSymbol[] {
  const text = snapshot.files.get(file);
  if (!text) return [];
  return text.chunks.flatMap((chunk) => {
    const declared = new Map<Line, Mention>();
    for (const mention of chunk.read.mentions)
      if (isShown(mention) && !declared.has(mention.line.line)) declared.set(mention.line.line, mention);
    return symbolsOf({ text, chunk, declared }, chunk.read.top);
  });
}

function isShown(mention: Mention): boolean {
  return mention.isDeclaration || mention.line.line.block === "words";
}

interface Showing {
  readonly text: TextFile;
  readonly chunk: Chunk;
  readonly declared: ReadonlyMap<Line, Mention>;
}

function symbolsOf(showing: Showing, lines: readonly Line[]): DocumentSymbol[] {
  return lines.flatMap((line) => {
    const children = symbolsOf(showing, line.children);
    const mention = showing.declared.get(line);
    const heads = headings.has(wordOf(line)) && !line.parent;
    if (!mention && !heads) return children;
    const { text, chunk } = showing;
    const kind = mention?.kinds[0];
    const words = quotedAt(line)?.words;
    return {
      name: mention?.name ?? wordOf(line),
      ...(words !== undefined && { detail: words }),
      kind: (kind && kindsShown[kind]) ?? SymbolKind.Object,
      range: rangeOf(text, inFile(chunk, { ...line.span, end: endOf(line) })),
      selectionRange: rangeOf(text, inFile(chunk, mention?.span ?? line.span)),
      children,
    };
  });
}

/** Where the last line under a line ends. */
export function endOf(line: Line): number {
  let end = line.span.end;
  for (let last = lastBelow(line); last; last = lastBelow(last)) end = Math.max(end, last.span.end);
  return end;
}

function lastBelow(line: Line): Line | undefined {
  const [bullet, child] = [line.bullets.at(-1), line.children.at(-1)];
  return bullet && child ? (bullet.span.start > child.span.start ? bullet : child) : (child ?? bullet);
}

/** The same without nesting, each with the name of what it stands in, for editors that know no other shape. */
export function inOneList(symbols: readonly DocumentSymbol[], file: string, within?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri: file, range }, ...(within !== undefined && { containerName: within }) },
    ...inOneList(children, file, name),
  ]);
}
