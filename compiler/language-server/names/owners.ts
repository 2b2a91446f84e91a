// Whose a name is: a question belongs to its question set or to the record of a repeat, an option to its list, an operation to its source.
// The model's scopes in the shape that the editor needs: words that can be compared. Reads single lines only.
import { nameAt, pathsAfter, wordOf } from "../../model/line.ts";
import type { Line } from "../../syntax/tree.ts";
import { outwards, type PlacedLine } from "../placed-line.ts";
import type { Kind } from "./mention.ts";

/** Where bare names are looked for around a line, from the inside out; the whole text ("") is the last. */
export function scopesAround(placed: PlacedLine | undefined): string[] {
  const scopes = outwards(placed).flatMap(({ line }) => {
    const word = wordOf(line);
    const name = nameAt(line)?.name;
    if (word === "question-set") return [`set:${name}`];
    if (word === "repeat") return [`item:${nameAt(line, 1)?.name}`];
    return word === "for" ? [`item:${name}`] : [];
  });
  return [...scopes, ""];
}

/** Whose thing a line declares. `nth`: the first or second name of the line. */
export function ownerOf(placed: PlacedLine, kind: Kind): string {
  if (kind === "data") return scopesAround(placed.parent)[0] ?? "";
  const above = placed.parent && outwards(placed.parent);
  const nearest = (word: string) => above?.find(({ line }) => wordOf(line) === word)?.line;
  const nameOf = (word: string) => nameAt(nearest(word) ?? placed.line)?.name;
  switch (kind) {
    case "operation":
      return `source:${nameOf("source")}`;
    case "parameter":
    case "part":
      if (nearest("credential")) return `credential:${nameOf("credential")}`;
      if (nearest("announces")) return `announced:${nameOf("announces")}`;
      return `operation:${nameOf("source")}'s ${nameOf("operation")}`;
    case "option":
      return above?.[0] ? optionOwner(above[0]) : "";
    case "action":
      for (const word of ["check", "stage", "outcome"]) if (nearest(word)) return actionsOwner(nameOf(word) ?? "");
      return "route";
    default:
      return "";
  }
}

/** The owner of what can be done in a stage or check, or after an outcome. */
export function actionsOwner(name: string): string {
  return `stage:${name}`;
}

/** The owner of the bullets under a list or a question. */
export function optionOwner(above: PlacedLine): string {
  const name = nameAt(above.line)?.name;
  return wordOf(above.line) === "list" ? `list:${name}` : `ask:${name}`;
}

/** What stands behind the 's of a declared name: the owner of its parts, if it can have any. */
export function partsOwner(line: Line, name: string, kind: Kind): string | undefined {
  if (kind === "source") return `source:${name}`;
  if (kind === "credential") return `credential:${name}`;
  if (kind !== "data") return undefined;
  switch (wordOf(line)) {
    case "include":
      return `set:${nameAt(line)?.name}`;
    case "repeat":
      return `item:${nameAt(line, 1)?.name}`;
    case "announces":
      return `announced:${name}`;
    case "fetch": {
      const words = pathsAfter(line, "from")[0]?.words ?? [];
      return `operation:${words.map((word) => word.name).join("'s ")}`;
    }
    default:
      return undefined;
  }
}
