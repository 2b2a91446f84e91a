// Completion: at the start of a line the forms that fit its block, whole, with their labels; inside a line what may come next.
import { type CompletionItem, CompletionItemKind, InsertTextFormat, type Range } from "vscode-languageserver";
import { slotWords } from "../syntax/block-words.ts";
import { fileHeading } from "../syntax/blocks.ts";
import type { Form } from "../syntax/form.ts";
import { nestingLimit } from "../syntax/line-reader.ts";
import { blocks } from "../syntax/parse.ts";
import { type Cursor, firstWord, isInWords, readCursor } from "./completion/cursor.ts";
import { labelOfForm, waysToWrite } from "./completion/form-snippet.ts";
import { completeInLine } from "./completion/in-line.ts";
import { lookAround, namesOf, partsAfter } from "./completion/names-here.ts";
import { helpOfLine } from "./help/line-words.ts";
import { type Position, rangeOf, type Snapshot } from "./snapshot.ts";

/** What an editor may offer at a position. `snippets`: it understands places to fill in. */
export function complete(snapshot: Snapshot, file: string, position: Position, snippets = true): CompletionItem[] {
  const text = snapshot.files.get(file);
  const cursor = text && readCursor(text, position);
  // What would not be read is not read on either.
  if (!cursor || nestingLimit(cursor.tokens) !== undefined) return [];
  const range = rangeOf(cursor.file, { start: cursor.wordStart, end: cursor.offset });
  const items = itemsAt(snapshot, cursor);
  const fitting = items.length > mostUnfiltered ? items.filter((item) => begins(item, cursor.word)) : items;
  return fitting.map((item) => withEdit(item, range, snippets));
}

/** Up to so many are left to the editor to sift. */
const mostUnfiltered = 200;

/** Whether some word of the item begins with what is written. */
function begins({ label }: CompletionItem, word: string): boolean {
  const wanted = word.toLowerCase();
  return label.startsWith(wanted) || label.includes(` ${wanted}`) || label.includes(`-${wanted}`);
}

function itemsAt(snapshot: Snapshot, cursor: Cursor): CompletionItem[] {
  if (isInWords(cursor)) return inBraces(snapshot, cursor);
  const lines = cursor.headings.map((heading) => blocks.byHeading.get(heading));
  if (cursor.tokens.length === 0)
    return cursor.headings.flatMap((heading, at) => lineItems(heading, lines[at]?.forms ?? [], cursor));
  const forms = lines.flatMap((block) => block?.byWord.get(firstWord(cursor)) ?? []);
  const sight = lookAround(snapshot, cursor);

  return unique(completeInLine(sight, forms));
}

/** Whole lines, in the order of the catalogue. */
function lineItems(heading: string, forms: readonly Form[], cursor: Cursor): CompletionItem[] {
  const fitting = forms.filter((form) => cursor.headings[0] !== fileHeading || fitsFile(form, cursor.file.file));
  return fitting.flatMap((form, at) =>
    waysToWrite(form.items).map(({ label, snippet }, way) => ({
      label,
      kind: CompletionItemKind.Snippet,
      ...detailOf(form, label),
      documentation: [helpOfLine(heading, label) ?? "", helpWith(form)].filter((words) => words !== "").join("\n\n"),
      filterText: label,
      insertText: snippet,
      insertTextFormat: InsertTextFormat.Snippet,
      sortText: `${String(at).padStart(3, "0")}${way}`,
    })),
  );
}

/** The form with what may be left out, where there is such: editors show it in the room that the label needs. */
function detailOf(form: Form, label: string): Pick<CompletionItem, "detail"> {
  const detail = labelOfForm(form);
  return detail === label ? {} : { detail };
}

/** What goes into the places of a form. */
function helpWith(form: Form): string {
  const slots = form.text.match(/<([a-z]+)>/g) ?? [];
  const words = [...new Set(slots)].map((slot) => slotWords[slot.slice(1, -1) as keyof typeof slotWords]);
  return words.length === 0 ? "" : `Takes ${words.join("; ")}.`;
}

const inLibraries = new Set(
  "shared question-set calendar type use source list amount table calculate decide document message".split(" "),
);

/** Which blocks a kind of file begins. */
function fitsFile(form: Form, file: string): boolean {
  const word = form.text.split(" ")[0] ?? "";
  if (file.endsWith(".words")) return word === "words";
  if (file.endsWith(".shared")) return inLibraries.has(word);
  return word !== "shared" && word !== "words";
}

/** In words that people see, names may stand in braces. */
function inBraces(snapshot: Snapshot, cursor: Cursor): CompletionItem[] {
  const open = /\{([^{}]*)$/.exec(cursor.before);
  if (!open) return [];
  const sight = lookAround(snapshot, cursor);
  const path = /^(.*)['’ʼ]s\s+[^\s]*$/u.exec(open[1] ?? "");
  return path ? partsAfter(sight, (path[1] ?? "").split(/['’ʼ]s\s+/)) : namesOf(sight, ["data", "credential"]);
}

function withEdit(item: CompletionItem, range: Range, snippets: boolean): CompletionItem {
  const isSnippet = item.insertTextFormat === InsertTextFormat.Snippet;
  const { insertText = item.label, insertTextFormat: _, ...rest } = item;
  const newText = isSnippet && !snippets ? withoutPlaces(insertText) : insertText;
  return {
    ...rest,
    ...(isSnippet && snippets && { insertTextFormat: InsertTextFormat.Snippet }),
    textEdit: { range, newText },
  };
}

/** The snippet as plain text: each place keeps its example. */
function withoutPlaces(snippet: string): string {
  return snippet.replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, "$1");
}

function unique(items: readonly CompletionItem[]): CompletionItem[] {
  return [...new Map(items.map((item) => [item.label, item])).values()];
}
