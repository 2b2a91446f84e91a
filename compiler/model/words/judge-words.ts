// Whether every declared language has words for every line, and whether its words files are of this version.

import type { Line } from "../../syntax/tree.ts";
import type { Building } from "../building.ts";
import { nameAt, namesAfter, numberAfter, wordOf } from "../line.ts";
import { notFound } from "../names/names.ts";
import { languageNamed } from "./languages.ts";
import type { WordsFile } from "./words-book.ts";

/** Adds the findings about words files. `head` is the service's first line. */
export function judgeWords(building: Building, head: Line): void {
  const line = head.children.find((child) => child.form === "languages <ns>");
  const version = head.children.find((child) => wordOf(child) === "version");
  const present = (version && numberAfter(version, "version")) ?? 1;
  for (const word of line ? namesAfter(line, "languages").slice(1) : []) {
    const tag = languageNamed(word.name)?.tag;
    const file = building.words.files.find((one) => one.tag === tag && one.for === building.service);
    if (!file) building.findings.push({ kind: "words-missing", language: word.name, at: word.span, lines: [] });
  }
  for (const file of building.words.files) judgeFile(building, file, present);
}

function judgeFile(building: Building, file: WordsFile, present: number): void {
  const owners = building.words.owners.get(file.for);
  if (!owners) return;
  for (const [owner, word] of file.owners) {
    if (owners.has(owner)) continue;
    const kind = owner.slice(0, owner.indexOf(" "));
    const known = [...owners].filter((one) => one.startsWith(`${kind} `)).map((one) => one.slice(kind.length + 1));
    notFound(
      building,
      "words",
      word.name,
      word.span,
      known.map((name) => ({ name, what: kind })),
    );
  }
  const isOfService = file.for === building.service;
  if (isOfService && file.version !== present) {
    const versionAt = file.header.parts.find((part) => "literal" in part)?.span ?? file.header.span;
    building.findings.push({
      kind: "words-stale",
      language: file.language,
      wanted: present,
      found: file.version,
      span: file.header.span,
      versionAt,
    });
  }
  if (file.missing.length > 0) {
    const at = nameAt(file.header)?.span ?? file.header.span;
    building.findings.push({ kind: "words-missing", language: file.language, at, lines: file.missing });
  }
}
