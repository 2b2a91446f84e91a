// Whatever stands in a text, every request is answered: half lines, doubled lines, lost quotes, random signs, positions outside the text.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { applicantData, builtInRoles, caseData, identityData } from "../model/names/built-in.ts";
import { complete } from "./completion.ts";
import { findDefinition } from "./definition.ts";
import { checkAround } from "./diagnostics.ts";
import { listSymbols } from "./document-symbols.ts";
import { listFolds } from "./folding.ts";
import { formatFile } from "./formatting.ts";
import { describe } from "./hover.ts";
import { declarationOf } from "./names/resolve.ts";
import { findReferences } from "./references.ts";
import { renameEverywhere } from "./rename.ts";
import { createColours } from "./semantic-tokens.ts";
import type { Position, Snapshot } from "./snapshot.ts";
import { readTextFile, type TextFile } from "./text-file.ts";

const folder = "examples/resident-parking-permit";
const service = readFileSync(`${folder}/parking.service`, "utf8");
const beside = ["../shared/common-questions.shared", "../shared/calendars.shared", "parking.cy.words"].map((file) =>
  readTextFile(`shared/${file.split("/").at(-1)}`, readFileSync(`${folder}/${file}`, "utf8")),
);

function snapshotOf(text: TextFile): Snapshot {
  return { files: new Map([text, ...beside].map((file) => [file.file, file])) };
}

/** Asks everything at one place. */
function askAll(snapshot: Snapshot, file: string, position: Position): void {
  complete(snapshot, file, position);
  describe(snapshot, file, position);
  findDefinition(snapshot, file, position);
  findReferences(snapshot, file, position, true);
  renameEverywhere(snapshot, file, position, "other-name");
}

/** One way to break a text. */
const spoiling = fc.record({
  at: fc.nat(service.length),
  length: fc.nat(40),
  put: fc.oneof(
    fc.constantFrom("", '"', "\n", "  ", "\t", "| ", "- ", "> ", "'s ", "{", "is ", "all of\n", "#"),
    fc.string(),
  ),
});

function spoil(text: string, { at, length, put }: { at: number; length: number; put: string }): string {
  return text.slice(0, at) + put + text.slice(at + length);
}

test("every request is answered at every place of a broken text", () => {
  fc.assert(
    fc.property(
      fc.array(spoiling, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: -1, max: 300 }),
      fc.nat(90),
      (all, line, character) => {
        const text = readTextFile("shared/parking.service", all.reduce(spoil, service));
        const snapshot = snapshotOf(text);
        askAll(snapshot, text.file, { line, character });
        const last = text.index.positionAt(all.at(-1)?.at ?? 0);
        askAll(snapshot, text.file, { line: last.line - 1, character: last.column });
        listSymbols(snapshot, text.file);
        listFolds(snapshot, text.file);
        createColours()(snapshot, text.file);
      },
    ),
    { numRuns: 120 },
  );
});

test("checking and formatting a broken text never fails", () => {
  fc.assert(
    fc.property(fc.array(spoiling, { minLength: 1, maxLength: 4 }), (all) => {
      const text = readTextFile("shared/parking.service", all.reduce(spoil, service));
      checkAround(snapshotOf(text), text.file);
      formatFile(snapshotOf(text), text.file);
    }),
    { numRuns: 25 },
  );
});

test("colours never overlap and never run backwards", () => {
  fc.assert(
    fc.property(spoiling, (one) => {
      const text = readTextFile("shared/parking.service", spoil(service, one));
      const { data } = createColours()(snapshotOf(text), text.file);
      let before = 0;
      for (let at = 0; at < data.length; at += 5) {
        const [down = 0, across = 0, length = 0] = data.slice(at, at + 3);
        expect(down).toBeGreaterThanOrEqual(0);
        if (down === 0 && at > 0) expect(across).toBeGreaterThanOrEqual(before);
        before = length;
      }
    }),
    { numRuns: 60 },
  );
});

test("a text read again after changes is as if it were read anew", () => {
  fc.assert(
    fc.property(fc.array(spoiling, { minLength: 1, maxLength: 6 }), (all) => {
      let text = readTextFile("shared/parking.service", service);
      for (const one of all) text = readTextFile(text.file, spoil(text.text, one), text);
      const fresh = readTextFile(text.file, text.text);
      expect(text.chunks.map((chunk) => chunk.start)).toEqual(fresh.chunks.map((chunk) => chunk.start));
      expect(listSymbols(snapshotOf(text), text.file)).toEqual(listSymbols(snapshotOf(fresh), fresh.file));
      expect(text.chunks.map((chunk) => chunk.read.text).join("")).toBe(text.text);
    }),
    { numRuns: 60 },
  );
});

test("no name stands twice in one place, so that the edits of a renaming never overlap", () => {
  fc.assert(
    fc.property(fc.option(spoiling), (one) => {
      const text = readTextFile("shared/parking.service", one ? spoil(service, one) : service);
      const places = text.chunks.flatMap((chunk) => chunk.read.mentions.map(({ span }) => chunk.start + span.start));
      expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test("every name of the parking service leads somewhere, or is one of those that every service has", () => {
  const text = readTextFile("shared/parking.service", service);
  const snapshot = snapshotOf(text);
  const lost = text.chunks.flatMap((chunk) =>
    chunk.read.mentions
      .filter((mention) => !declarationOf(snapshot, { file: text, chunk, mention }))
      .map((mention) => [...mention.path, mention.name].join("'s ")),
  );
  const known = [...identityData(new Set(["person"])), ...applicantData(), ...caseData()].map((datum) => datum.said);
  const wordsOfLines = [
    "answers",
    "ask-for-more-information",
    "sent",
    "decided",
    "eligible",
    "case",
    "parking-permit's end-date",
  ];
  expect(lost.filter((name) => ![...builtInRoles, ...known, ...wordsOfLines].includes(name))).toEqual([]);
});
