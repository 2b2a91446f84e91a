// Documents that go along with messages: title, text with values in braces, and the layout they are set in.

import type { Line } from "../../syntax/tree.ts";
import { type Building, placed, readLines } from "../building.ts";
import { nameAt, proseUnder, quotedAt } from "../line.ts";
import { notFound } from "../names/names.ts";
import type { Document } from "../shapes.ts";
import { wordsOf } from "../words/words-book.ts";

/** What a document can be set as; without a line it is plain. */
export const layouts = ["plain", "letter", "certificate"] as const;

/** `document <n> <t>` with its layout and prose. */
export function buildDocument(building: Building, line: Line): void {
  const name = nameAt(line);
  if (!name) return;
  building.read.add(line);
  const key = { text: building.service, owner: `document ${name.name}` };
  const prose = proseUnder(line);
  const document: Document = {
    title: wordsOf(building.words, { ...key, slot: "title" }, quotedAt(line)),
    body: prose ? wordsOf(building.words, { ...key, slot: "prose" }, prose) : { [building.words.tag]: "" },
  };
  readLines(building, line.children, {
    "layout <n>": (below) => {
      const word = nameAt(below);
      const layout = layouts.find((known) => known === word?.name);
      const candidates = layouts.map((known) => ({ name: known, what: "layout" }));
      if (word && !layout) notFound(building, "words", word.name, word.span, candidates);
      if (layout !== undefined) document.layout = layout;
    },
    "<prose>": () => {},
  });
  building.documents.set(name.name, placed(building, line.span, document));
}
