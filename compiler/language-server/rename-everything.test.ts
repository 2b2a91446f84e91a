// Renaming any name of a whole service, wherever it is written, leaves a text that says the same: nothing is missing, nothing is there twice.
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readModel } from "../compile.ts";
import { declarationsIn, type Found, spanOf } from "./names/resolve.ts";
import { renameEverywhere } from "./rename.ts";
import { offsetAt, rangeOf, type Snapshot, visibleFrom } from "./snapshot.ts";
import { readTextFile } from "./text-file.ts";

const newName = "renamed-thing";

const services: readonly (readonly string[])[] = [
  ["compiler/tests/texts/dog-licence", "dog.service", "pets.shared", "dog.cy.words"],
  [
    "examples/resident-parking-permit",
    "parking.service",
    "../shared/common-questions.shared",
    "../shared/calendars.shared",
    "parking.cy.words",
  ],
  [
    "examples/winter-warmth-payment",
    "warmth.service",
    "../shared/people-questions.shared",
    "../shared/tax-agency-sources.shared",
    "../shared/calendars.shared",
  ],
  ["examples/food-business", "food.service", "../shared/calendars.shared", "food.cy.words"],
  ["compiler/guide/texts", "care-allowance.service"],
  ["compiler/guide/texts", "market-stall.service", "market-stall.cy.words"],
];

test.each(services)("every name in %s/%s", (folder, entry, ...others) => {
  const files = new Map(
    [entry, ...others].map((file) => [path.basename(file), readFileSync(path.join(folder, file), "utf8")]),
  );
  const snapshot: Snapshot = { files: new Map([...files].map(([file, text]) => [file, readTextFile(file, text)])) };
  const before = foundIn(entry, files);
  const service = snapshot.files.get(entry);
  const names = service ? declarationsIn(visibleFrom(snapshot, service)) : [];
  expect(names.length).toBeGreaterThan(10);
  const spoilt = names.filter((found) => foundIn(entry, renamed(snapshot, found)) !== before);
  expect(spoilt.map(({ file, mention }) => `${mention.kinds[0]} ${mention.name} in ${file.file}`)).toEqual([]);
});

/** What reading the text finds, without the places and the words. */
function foundIn(entry: string, files: ReadonlyMap<string, string>): string {
  const { parsed, model } = readModel(entry, files);
  const kinds = [...parsed.flatMap(({ problems }) => problems), ...(model?.findings ?? [])];
  return kinds
    .map((one) => ("kind" in one ? one.kind : one.code))
    .sort()
    .join(" ");
}

/** All texts after the renaming. */
function renamed({ files }: Snapshot, found: Found): Map<string, string> {
  const { start } = rangeOf(found.file, spanOf(found));
  const answer = renameEverywhere({ files }, found.file.file, start, newName);
  const changes = answer && !("refusal" in answer) ? (answer.changes ?? {}) : {};
  expect(Object.keys(changes)).not.toEqual([]);
  return new Map(
    [...files].map(([name, file]) => {
      const edits = [...(changes[name] ?? [])].sort(
        (one, two) => offsetAt(file, two.range.start) - offsetAt(file, one.range.start),
      );
      const text = edits.reduce((all, { range, newText }) => {
        return all.slice(0, offsetAt(file, range.start)) + newText + all.slice(offsetAt(file, range.end));
      }, file.text);
      return [name, text];
    }),
  );
}
