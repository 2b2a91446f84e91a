// Hover: for a name, what it is, its type, where it comes from, who reads it and which law it rests on; for a word of the language,
// the line it begins and what may stand under it.
import { type Hover, MarkupContent, MarkupKind } from "vscode-languageserver";
import { quotedAt, wordOf } from "../model/line.ts";
import { applicantData, builtInWords, caseData, identityData, previousData } from "../model/names/built-in.ts";
import { saidOf } from "../model/names/said.ts";
import { slotWords } from "../syntax/block-words.ts";
import { leadingWords } from "../syntax/expected.ts";
import type { Form } from "../syntax/form.ts";
import { plainName } from "../syntax/lexer.ts";
import { blocks } from "../syntax/parse.ts";
import type { Line, Span } from "../syntax/tree.ts";
import { labelOfForm } from "./completion/form-snippet.ts";
import { helpOfKeyword } from "./help/keyword-words.ts";
import { helpOfLine } from "./help/line-words.ts";
import { helpOfType } from "./help/type-words.ts";
import { declarationOf, type Found, mentionAt, mentionsOf, spanOf, whatIs } from "./names/resolve.ts";
import { outwards, type PlacedLine } from "./placed-line.ts";
import { offsetAt, type Position, rangeOf, type Snapshot } from "./snapshot.ts";
import { chunkAt, inFile, type TextFile } from "./text-file.ts";
import { workedOutType } from "./worked-out-type.ts";

/** What to show about the word at a position; undefined when there is nothing to say. */
export function describe(snapshot: Snapshot, file: string, position: Position): Hover | undefined {
  const text = snapshot.files.get(file);
  if (!text) return undefined;
  const offset = offsetAt(text, position);
  const found = mentionAt(text, offset);
  const declared = found && declarationOf(snapshot, found);
  if (found && declared) return hover(describeName(snapshot, declared), text, spanOf(found));
  return (found && describeBuiltIn(text, found)) ?? describeWord(text, offset);
}

/** The same words without marks, for editors that show them as they are. */
export function inPlainText({ contents, ...rest }: Hover): Hover {
  if (!MarkupContent.is(contents)) return { contents, ...rest };
  const value = contents.value
    .replace(/^```.*\n?/gm, "")
    .replace(/\*\*(.+?)\*\*/g, "$1")
    .trim();
  return { contents: { kind: MarkupKind.PlainText, value }, ...rest };
}

function hover(lines: readonly string[], text: TextFile, span: { start: number; end: number }): Hover {
  return { contents: { kind: MarkupKind.Markdown, value: lines.join("\n\n") }, range: rangeOf(text, span) };
}

/** What every service has: the parts of identity, the facts of a case. */
function describeBuiltIn(text: TextFile, found: Found): Hover | undefined {
  const said = saidOf([...found.mention.path, found.mention.name]);
  const kinds = new Set(["person", "business"]);
  const datum = [...identityData(kinds), ...applicantData(), ...previousData(), ...caseData()].find(
    (one) => one.said === said,
  );
  if (!datum) return undefined;
  const level = datum.from === "identity" ? `, at level ${datum.level}` : "";
  const from = `${builtInWords(datum)}${level}`;
  const type = datum.type && datum.type.kind !== "record" ? [`Type: ${datum.type.kind.replaceAll("-", " ")}`] : [];
  return hover([`**${said}** · ${from}`, ...type], text, spanOf(found));
}

function describeName(snapshot: Snapshot, declared: Found): string[] {
  const { mention } = declared;
  const { line } = mention.line;
  const words = quotedAt(line)?.words;
  const head = `**${mention.name}** · ${whatIs(declared)}${words === undefined ? "" : ` “${words}”`}`;
  const said = declared.file.text.slice(declared.chunk.start + line.span.start, declared.chunk.start + line.span.end);
  return [
    head,
    ...typeOf(snapshot, declared),
    ...wherefrom(declared),
    `\`\`\`formwork\n${said}\n\`\`\``,
    ...lawOf(line),
    ...readers(snapshot, declared),
  ];
}

/** Its type as written, or as the rules that work it out give it. */
function typeOf(snapshot: Snapshot, declared: Found): string[] {
  const written = declared.mention.line.line.parts.find((part) => part.slot === "ty");
  if (written?.slot === "ty") return [`Type: ${written.type.words.map((word) => word.name).join(" ")}`];
  const isRule = ["calculate", "decide", "amount", "|"].includes(wordOf(declared.mention.line.line));
  const type = isRule ? workedOutType(snapshot, declared) : undefined;
  return type === undefined ? [] : [`Type: ${type}`];
}

/** The section and page it stands on, and the file when it is a library's. */
function wherefrom({ mention, file }: Found): string[] {
  const above = outwards(mention.line.parent).flatMap(({ line }) => {
    const words = quotedAt(line)?.words;
    return words === undefined ? [] : [`${wordOf(line)} “${words}”`];
  });
  const library = file.head?.kind === "shared" ? [`library ${file.head.name}`] : [];
  const places = [...above, ...library];
  return places.length > 0 ? [`In ${places.join(", ")}`] : [];
}

/** Its own `because`, and those of its exceptions. */
function lawOf(line: Line): string[] {
  const below = [...line.children, ...line.children.flatMap((child) => child.children)];
  const laws = below.filter((child) => wordOf(child) === "because").flatMap((child) => quotedAt(child)?.words ?? []);
  return laws.length > 0 ? [`Law: ${laws.join("; ")}`] : [];
}

/** How many lines named in "Read by" at most. */
const mostReaders = 8;

/** A table is read through its results. */
function resultsOf({ mention }: Found): string[] {
  const heading = mention.line.line.children.find((line) => wordOf(line) === "|");
  const cells = heading?.parts.flatMap((part) => (part.slot === "row" ? part.cells : [])) ?? [];
  const names = cells.flatMap((cell) =>
    cell.kind === "heading" && cell.role === "then" ? cell.path.words.slice(0, 1).map(({ name }) => name) : [],
  );
  return names.length > 0 ? [`Gives ${names.join(", ")}`] : [];
}

function readers(snapshot: Snapshot, declared: Found): string[] {
  const uses = mentionsOf(snapshot, declared).filter(
    ({ mention, file }) => !mention.isDeclaration && !file.file.endsWith(".words"),
  );
  const kind = declared.mention.kinds[0];
  const hasValue = kind === "data" || kind === "part";
  if (kind === "table") return resultsOf(declared);
  // A case starts in the first stage, and nothing has to lead there.
  if (uses.length === 0) return kind === "stage" ? [] : [`Nothing ${hasValue ? "reads" : "uses"} it.`];
  const names = [...new Set(uses.map(readerOf))];
  const more = names.length > mostReaders ? ` and ${names.length - mostReaders} more` : "";
  return [`${hasValue ? "Read" : "Used"} by ${names.slice(0, mostReaders).join(", ")}${more}`];
}

/** The nearest declared thing around a mention, or the block at the margin: calculate permit-fee, stage review, privacy. */
function readerOf({ chunk, mention }: Found): string {
  const trail = outwards(mention.line);
  for (const { line } of trail) {
    const declared = chunk.read.mentions.find((one) => one.isDeclaration && one.line.line === line);
    if (declared && declared.kinds[0] !== "option" && line.word !== "|") return `${wordOf(line)} ${declared.name}`;
  }
  const top = trail.at(-1)?.line ?? mention.line.line;
  return `${wordOf(top)}${quoted(top)}`;
}

function quoted(line: Line): string {
  const words = quotedAt(line)?.words;
  return words === undefined ? "" : ` “${words}”`;
}

/** A word of the language: what it means where it stands, the line it belongs to, and what may stand under that. */
function describeWord(text: TextFile, offset: number): Hover | undefined {
  const chunk = chunkAt(text, offset);
  const inside = offset - (chunk?.start ?? 0);
  const isHere = ({ start, end }: Span): boolean => start <= inside && inside <= end;
  const placed = chunk?.read.lines.findLast(({ line }) => isHere(line.span));
  const form = blocks.forms.get(placed?.line.form ?? "");
  if (!chunk || !placed) return undefined;
  const { line } = placed;
  if (!form) return describeUnfinished(line, inside, (span) => inFile(chunk, span), text);
  const part = line.parts.find(({ span }) => isHere(span));
  if (part?.slot === "ty") {
    const words = helpOfType(part.type.words.map(({ name }) => name).join(" "));
    return words === undefined ? undefined : hover([words], text, inFile(chunk, part.span));
  }
  const token = line.tokens.find(({ startOffset, image }) =>
    isHere({ ...line.span, start: startOffset, end: startOffset + image.length }),
  );
  if (!token || part?.slot === "t" || part?.slot === "prose") return undefined;
  const span = { ...line.span, start: token.startOffset, end: token.startOffset + token.image.length };
  const isFirst = line.parts.findIndex(({ slot }) => slot !== "literal") !== 0 && span.start <= endOfBeginning(line);
  const keyword = isFirst ? undefined : helpOfKeyword(plainName(token.image));
  if (keyword === undefined && part?.slot !== "literal") return undefined;
  const help = keyword ?? helpOfLine(line.block, said(line));
  const slots = [...new Set(form.text.match(/<([a-z]+)>/g) ?? [])].map(
    (slot) => slot.slice(1, -1) as keyof typeof slotWords,
  );
  const holds = slots.length === 0 ? [] : [`Takes ${slots.map((slot) => slotWords[slot]).join("; ")}.`];
  const shape = [`\`\`\`formwork\n${labelOfForm(form)}\n\`\`\``, ...holds, ...under(placed)];
  return hover([...(help === undefined ? [] : [help]), ...shape], text, inFile(chunk, span));
}

/** A line that cannot be read yet: what may begin with its first word. */
function describeUnfinished(
  line: Line,
  inside: number,
  placeOf: (span: Span) => { start: number; end: number },
  text: TextFile,
): Hover | undefined {
  const [first] = line.tokens;
  const forms = blocks.byHeading.get(line.block)?.byWord.get(line.word) ?? [];
  const end = (first?.startOffset ?? 0) + (first?.image.length ?? 0);
  if (!first || forms.length === 0 || inside < first.startOffset || inside > end) return undefined;
  const help = helpOfLine(line.block, leadingWords(forms[0] as Form));
  const shapes = forms.map((form) => `\`\`\`formwork\n${labelOfForm(form)}\n\`\`\``);
  const span = { ...line.span, start: first.startOffset, end };
  return hover([...(help === undefined ? [] : [help]), ...shapes], text, placeOf(span));
}

/** The words of the language that the line begins with: must match. */
function said({ parts }: Line): string {
  const end = parts.findIndex(({ slot }) => slot !== "literal");
  return parts
    .slice(0, end < 0 ? parts.length : end)
    .map((part) => (part.slot === "literal" ? part.word : ""))
    .join(" ");
}

function endOfBeginning({ parts, span }: Line): number {
  const end = parts.findIndex(({ slot }) => slot !== "literal");
  return (end < 0 ? span.end : parts[end - 1]?.span.end) ?? span.start;
}

/** The lines that may stand under this one. */
function under({ line }: PlacedLine): string[] {
  const forms = blocks.byHeading.get(line.opens ?? "")?.forms ?? [];
  const words = [...new Set(forms.map(leadingWords))].filter((word) => word !== "");
  return words.length > 0 ? [`Under it may stand: ${words.join(", ")}`] : [];
}
