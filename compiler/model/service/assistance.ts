// AI that advises a person: whom, where, what it reads and what it never sees. Nothing it says can be read by a rule.

import type { Line } from "../../syntax/tree.ts";
import { type Building, placed, readLines } from "../building.ts";
import { nameAfter, nameAt, pathsAfter, quotedAt } from "../line.ts";
import { findName, notFound } from "../names/names.ts";
import type { Assistance } from "../shapes.ts";
import { wordsOf } from "../words/words-book.ts";
import { paths } from "./privacy.ts";

/** `assistance <n> <t>` with the lines below it. */
export function buildAssistance(building: Building, line: Line): Assistance | undefined {
  const name = nameAt(line);
  if (!name) return undefined;
  building.read.add(line);
  const owner = `assistance ${name.name}`;
  const key = { text: building.service, owner };
  const assistance: Assistance = {
    name: name.name,
    title: wordsOf(building.words, { ...key, slot: "title" }, quotedAt(line)),
    helps: "",
    at: "",
    reads: [],
    neverSees: [],
  };
  readLines(building, line.children, {
    "helps <n> at <n>": (below) => {
      assistance.helps = findName(building, "role", nameAt(below)) ?? "";
      assistance.at = findName(building, "stage", nameAfter(below, "at")) ?? "";
    },
    "reads <ps>": (below) => {
      assistance.reads.push(...paths(building, pathsAfter(below, "reads")));
    },
    "reads <ps> under <t>": (below) => {
      const allowed = paths(building, pathsAfter(below, "reads"));
      const law = { ...key, slot: `because ${(assistance.readsUnder?.length ?? 0) + 1}`, mayStay: true };
      const under = wordsOf(building.words, law, quotedAt(below));
      assistance.reads.push(...allowed);
      assistance.readsUnder = [
        ...(assistance.readsUnder ?? []),
        placed(building, below.span, { paths: allowed, under }),
      ];
    },
    "never sees <ps>": (below) => {
      assistance.neverSees = paths(building, pathsAfter(below, "sees"));
    },
    "suggests whether <ws>": (below) => {
      const words = below.parts.find((part) => part.slot === "ws");
      if (words) assistance.suggestsWhether = { [building.words.tag]: words.words };
    },
    "registered as <t>": (below) => {
      const number = quotedAt(below)?.words;
      if (number !== undefined) assistance.registeredAs = number;
    },
    // Always so: no assistance can be written without it, so there is nothing to keep.
    "person decides , recording <n> and <n>": (below) => {
      for (const [index, wanted] of ["suggestion", "reason"].entries()) {
        const word = nameAt(below, index);
        const candidates = [{ name: wanted, what: "record" }];
        if (word && word.name !== wanted) notFound(building, "words", word.name, word.span, candidates);
      }
    },
  });
  return placed(building, line.span, assistance);
}
