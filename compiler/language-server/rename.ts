// Rename: changes a name wherever it is written, in libraries, words files and their lock files too. Says in words why a name cannot be taken.
import type { Range, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import { reservedWords } from "../syntax/keywords.ts";
import { plainName, readTokens } from "../syntax/lexer.ts";
import { grammar } from "../syntax/parse.ts";
import { Word } from "../syntax/tokens.ts";
import { declaredAt } from "./definition.ts";
import { declarationsIn, type Found, mentionAt, mentionsOf, spanOf, whatIs } from "./names/resolve.ts";
import { renameNotes } from "./rename-notes.ts";
import { offsetAt, type Position, rangeOf, type Snapshot, visibleFrom } from "./snapshot.ts";

/** Why a new name cannot be taken: a sentence for the author. */
export interface Refusal {
  readonly refusal: string;
}

/** The range of the name at a position, if it can be renamed. */
export function findRenameRange(snapshot: Snapshot, file: string, position: Position): Range | undefined {
  const text = snapshot.files.get(file);
  const found = text && mentionAt(text, offsetAt(text, position));
  if (!found || !declaredAt(snapshot, file, position)) return undefined;
  return rangeOf(text, spanOf(found));
}

/** The edits that give the thing at a position its new name everywhere; undefined when there is nothing to rename. */
export function renameEverywhere(
  snapshot: Snapshot,
  file: string,
  position: Position,
  newName: string,
): WorkspaceEdit | Refusal | undefined {
  const declared = declaredAt(snapshot, file, position);
  if (!declared) return undefined;
  const name = newName.trim();
  const refusal = whyNot(name) ?? whyTaken(snapshot, declared, plainName(name));
  if (refusal !== undefined) return { refusal };
  const mentions = mentionsOf(snapshot, declared);
  const changes: Record<string, TextEdit[]> = renameNotes(snapshot, declared, mentions, name);
  for (const found of mentions) {
    const edit = { range: rangeOf(found.file, spanOf(found)), newText: name };
    changes[found.file.file] = [...(changes[found.file.file] ?? []), edit];
  }
  return { changes };
}

function whyNot(name: string): string | undefined {
  const { tokens } = readTokens(name, grammar.words);
  const [only, ...more] = tokens;
  if (reservedWords.includes(plainName(name))) return `"${name}" is a word of the language. Choose another name.`;
  const isWord = only && (only.tokenType === Word || only.tokenType.CATEGORIES?.includes(Word)) && only.image === name;
  if (isWord && more.length === 0) return undefined;
  const hyphened = name.replace(/[\s_.]+/g, "-").toLowerCase();
  const hint = hyphened === name || hyphened === "" ? "" : ` For example, ${hyphened}.`;
  return `A name is one word, or words joined with hyphens.${hint}`;
}

/** Two things of one kind and owner cannot share a name. */
function whyTaken(snapshot: Snapshot, declared: Found, name: string): string | undefined {
  const { kinds, owners } = declared.mention;
  const other = declarationsIn(visibleFrom(snapshot, declared.file)).find(
    ({ mention }) => mention.name === name && mention.kinds[0] === kinds[0] && mention.owners[0] === owners[0],
  );
  if (!other || spanOf(other).start === spanOf(declared).start) return undefined;
  const line = rangeOf(other.file, spanOf(other)).start.line + 1;
  return `There is already a ${whatIs(other)} called ${name}, on line ${line}. Choose another name.`;
}
