// Whether every declared language has a words file, and whether the things that words files speak of are there.

import type { Line } from "../../syntax/tree.ts";
import type { Building } from "../building.ts";
import { nameAfter, namesAfter } from "../line.ts";
import type { Library } from "../model.ts";
import { notFound } from "../names/names.ts";
import { languageNamed } from "./languages.ts";
import type { WordsFile } from "./words-book.ts";

/** Adds the findings about words files. `head` is the service's first line. */
export function judgeWords(building: Building, head: Line, libraries: readonly Library[]): void {
  const line = head.children.find((child) => child.form === "languages <ns>");
  for (const word of line ? namesAfter(line, "languages").slice(1) : []) {
    const tag = languageNamed(word.name)?.tag;
    const hasFile = (text: string) => building.words.files.some((one) => one.tag === tag && one.for === text);
    if (!hasFile(building.service))
      building.findings.push({ kind: "words-file-missing", language: word.name, at: word.span });
    for (const library of libraries) {
      if (hasFile(library.name)) continue;
      const said = [...(building.words.said.get(library.name)?.values() ?? [])];
      if (said.every(({ mayStay }) => mayStay)) continue;
      const at = nameAfter(library.usedAt, "from")?.span ?? library.usedAt.span;
      building.findings.push({ kind: "words-file-missing", language: word.name, library, at });
    }
  }
  for (const file of building.words.files) judgeOwners(building, file, libraries);
}

/** Things that the text does not have. Of a library only what is used was built: what else it has may be spoken of too. */
function judgeOwners(building: Building, file: WordsFile, libraries: readonly Library[]): void {
  const owners = building.words.owners.get(file.for);
  const library = libraries.find((one) => one.name === file.for);
  if (!owners) return;
  for (const [owner, word] of file.owners) {
    if (owners.has(owner) || (library && has(library.tree.lines, word.name))) continue;
    const kind = owner.slice(0, owner.indexOf(" "));
    const known = [...owners].filter((one) => one.startsWith(`${kind} `)).map((one) => one.slice(kind.length + 1));
    const candidates = known.map((name) => ({ name, what: kindWords[kind] ?? kind }));
    notFound(building, "words", word.name, word.span, candidates);
  }
}

/** What people call it whose first word says something else. */
const kindWords: Readonly<Record<string, string>> = {
  ask: "question",
  include: "included question set",
  declare: "declaration",
  stop: "page without a way on",
  assistance: "adviser",
  "question-set": "question set",
};

/** Whether a name stands in the text: as the name of a line, at any depth. */
function has(lines: readonly Line[], name: string): boolean {
  return lines.some(
    (line) => line.parts.some((part) => part.slot === "n" && part.name.name === name) || has(line.children, name),
  );
}
