// Answers of the server as text that people can review: places as lines of the text with the found words between « and ».
import {
  type CompletionItem,
  type DocumentSymbol,
  type Hover,
  type Location,
  MarkupContent,
  type TextEdit,
} from "vscode-languageserver";
import { complete } from "../completion.ts";
import { findDefinition } from "../definition.ts";
import { checkAround } from "../diagnostics.ts";
import { listSymbols } from "../document-symbols.ts";
import { listFolds } from "../folding.ts";
import { formatFile } from "../formatting.ts";
import { describe } from "../hover.ts";
import { listFixes } from "../quick-fixes.ts";
import { findReferences } from "../references.ts";
import { renameEverywhere } from "../rename.ts";
import { createColours, legend } from "../semantic-tokens.ts";
import { offsetAt, type Snapshot } from "../snapshot.ts";
import type { Marked } from "./marked-texts.ts";

/** The name that rename samples give. */
const newName = "new-name";

/** What the server answers to a request at the mark. */
export function showAnswer(request: string, { snapshot, file, position }: Marked): string {
  switch (request) {
    case "completion":
      return lines(complete(snapshot, file, position).map(showItem));
    case "hover":
      return showHover(describe(snapshot, file, position));
    case "definition": {
      const found = findDefinition(snapshot, file, position);
      return lines(found ? [showPlace(snapshot, found)] : ["nothing"]);
    }
    case "references":
      return lines(findReferences(snapshot, file, position, true).map((found) => showPlace(snapshot, found)));
    case "rename":
      return showRename(snapshot, renameEverywhere(snapshot, file, position, newName));
    case "outline":
      return lines(listSymbols(snapshot, file).flatMap((symbol) => showSymbol(symbol, "")));
    case "folding":
      return lines(
        listFolds(snapshot, file).map(
          (fold) => `${rowOf(snapshot, file, fold.startLine)} … ${rowOf(snapshot, file, fold.endLine)}`,
        ),
      );
    case "formatting":
      return edited(snapshot, file, formatFile(snapshot, file));
    case "quick-fixes": {
      const { problems } = checkAround(snapshot, file);
      const fixes = listFixes(problems, file, { start: position, end: position });
      return fixes.map((fix) => `${fix.title}\n${showChanges(snapshot, fix.edit?.changes ?? {})}`).join("\n");
    }
    case "problems":
      return lines(
        checkAround(snapshot, file).problems.map(
          (problem) => `${problem.code} ${showPlace(snapshot, { uri: problem.file, range: problem.range })}`,
        ),
      );
    case "colours":
      return showColours(snapshot, file);
    default:
      throw new Error(`There is no request ${request}`);
  }
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join("");
}

function showItem(item: CompletionItem): string {
  const text = item.textEdit?.newText ?? "";
  return text === item.label ? item.label : `${item.label}  =>  ${text}`;
}

function showHover(hover: Hover | null | undefined): string {
  const contents = hover?.contents;
  return MarkupContent.is(contents) ? `${contents.value}\n` : "nothing\n";
}

function rowOf(snapshot: Snapshot, file: string, line: number): string {
  return (
    snapshot.files
      .get(file)
      ?.index.textOf(line + 1)
      .trim() ?? ""
  );
}

function showPlace(snapshot: Snapshot, { uri, range }: Pick<Location, "uri" | "range">): string {
  const row = snapshot.files.get(uri)?.index.textOf(range.start.line + 1) ?? "";
  const end = range.end.line === range.start.line ? range.end.character : row.length;
  const words = `${row.slice(0, range.start.character)}«${row.slice(range.start.character, end)}»${row.slice(end)}`;
  return `${uri}: ${words.trim()}`;
}

function showSymbol(symbol: DocumentSymbol, indent: string): string[] {
  const below = symbol.children?.flatMap((child) => showSymbol(child, `${indent}  `)) ?? [];
  return [`${indent}${symbol.name}${symbol.detail === undefined ? "" : ` “${symbol.detail}”`}`, ...below];
}

function showRename(snapshot: Snapshot, renamed: ReturnType<typeof renameEverywhere>): string {
  if (!renamed) return "nothing\n";
  return "refusal" in renamed ? `${renamed.refusal}\n` : showChanges(snapshot, renamed.changes ?? {});
}

function showChanges(snapshot: Snapshot, changes: Readonly<Record<string, readonly TextEdit[]>>): string {
  return Object.entries(changes)
    .map(([file, edits]) => `--- ${file}\n${edited(snapshot, file, edits)}`)
    .join("");
}

/** The text after the edits; only `applyEdits` of the compiler and editors do this otherwise. */
function edited(snapshot: Snapshot, file: string, edits: readonly TextEdit[]): string {
  const text = snapshot.files.get(file);
  if (!text) return "";
  const places = edits.map(({ range, newText }) => ({
    start: offsetAt(text, range.start),
    end: offsetAt(text, range.end),
    newText,
  }));
  places.sort((one, two) => two.start - one.start);
  return places.reduce((all, place) => all.slice(0, place.start) + place.newText + all.slice(place.end), text.text);
}

function showColours(snapshot: Snapshot, file: string): string {
  const { data } = createColours()(snapshot, file);
  const painted: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, across = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
    line += down;
    character = down === 0 ? character + across : across;
    const row = snapshot.files.get(file)?.index.textOf(line + 1) ?? "";
    const more = legend.tokenModifiers.filter((_, bit) => (modifiers >> bit) & 1).map((name) => ` ${name}`);
    painted.push(`${legend.tokenTypes[type]}${more.join("")}: ${row.slice(character, character + length)}`);
  }
  return lines(painted);
}
