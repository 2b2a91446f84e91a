// Places, edits and loading over small texts. What is read and shown from disk is tested with the command line.
import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits } from "./edits.ts";
import { createLineIndex } from "./line-index.ts";
import { loadSources, usesOf } from "./load.ts";

test("every offset outside a line break comes back from its line and column", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "é", "😀", "\n", "\r\n", "\r"), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.nat(80), (written, wanted) => {
      const index = createLineIndex(written);
      const offset = Math.min(wanted, written.length);
      expect(index.offsetAt(index.positionAt(offset))).toBe(offset);
    }),
    { numRuns: 500 },
  );
});

test("edits are made together, whatever their order; overlapping ones are refused", () => {
  const span = (start: number, end: number) => ({ file: "a", start, end });
  expect(
    applyEdits("abcdef", [
      { span: span(4, 5), text: "" },
      { span: span(0, 1), text: "X" },
    ]),
  ).toBe("Xbcdf");
  expect(() =>
    applyEdits("abc", [
      { span: span(0, 2), text: "" },
      { span: span(1, 3), text: "" },
    ]),
  ).toThrow(RangeError);
});

test("a service brings the libraries it uses and its words files, and libraries that use each other do not go round", () => {
  const files = new Map([
    ["in/a.service", "use x from one version 1\nuse y from lost version 2"],
    ["in/a.cy.words", "words"],
    ["lib/one.shared", "use z from two version 1"],
    ["lib/two.shared", "use x from one version 1"],
  ]);
  const reader = {
    readFile: (path: string) => files.get(path),
    listFolder: (folder: string) =>
      [...files.keys()].filter((file) => file.startsWith(`${folder}/`)).map((file) => file.slice(folder.length + 1)),
  };
  const loaded = loadSources("in/a.service", reader, ["lib"]);
  expect(loaded?.libraries.map((library) => library.file)).toEqual(["lib/one.shared", "lib/two.shared"]);
  expect(loaded?.words.map((words) => words.file)).toEqual(["in/a.cy.words"]);
  expect(loadSources("in/none.service", reader)).toBeUndefined();
});

test("a library's name cannot lead out of its folder", () => {
  expect(usesOf("use a from ../../etc/passwd version 1\nuse b from fine version 1")).toEqual([
    { library: "fine", version: "1" },
  ]);
});
