// Find all references: every place, in every text that can see it, where a name is used.
import type { Location } from "vscode-languageserver";
import { declaredAt, locationOf } from "./definition.ts";
import { mentionsOf } from "./names/resolve.ts";
import type { Position, Snapshot } from "./snapshot.ts";

/** All mentions of the thing named at a position, in the order of the texts. `withDeclaration`: where it is declared too. */
export function findReferences(
  snapshot: Snapshot,
  file: string,
  position: Position,
  withDeclaration: boolean,
): Location[] {
  const declared = declaredAt(snapshot, file, position);
  if (!declared) return [];
  return mentionsOf(snapshot, declared)
    .filter(({ mention }) => withDeclaration || !mention.isDeclaration)
    .map(locationOf);
}
