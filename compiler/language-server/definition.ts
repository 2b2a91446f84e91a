// Go to definition: from a name to the line that declares it.
import type { Location } from "vscode-languageserver";
import { declarationOf, type Found, mentionAt, spanOf } from "./names/resolve.ts";
import { offsetAt, type Position, rangeOf, type Snapshot } from "./snapshot.ts";

/** Where the name at a position is declared; undefined when nothing there leads anywhere. */
export function findDefinition(snapshot: Snapshot, file: string, position: Position): Location | undefined {
  const declared = declaredAt(snapshot, file, position);
  return declared && locationOf(declared);
}

/** The declaration of the name at a position. */
export function declaredAt(snapshot: Snapshot, file: string, position: Position): Found | undefined {
  const text = snapshot.files.get(file);
  const found = text && mentionAt(text, offsetAt(text, position));
  return found && declarationOf(snapshot, found);
}

/** A mention's place as editors take it. */
export function locationOf(found: Found): Location {
  return { uri: found.file.file, range: rangeOf(found.file, spanOf(found)) };
}
