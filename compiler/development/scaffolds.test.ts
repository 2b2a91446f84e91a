// What `npm run new` lays out, for each kind of part.
import { expect, test } from "vitest";
import { scaffolds } from "./scaffolds.ts";

const codes = new Set(["FW201", "FW205", "FW206"]);

test("a check gets one slug in its page, code, sample and test, and a code that nobody holds", () => {
  const { files } = scaffolds.check({ name: "names/name-too-long", codes });
  expect(Object.keys(files)).toEqual([
    "compiler/diagnostics/catalogue/FW207-name-too-long.md",
    "compiler/check/names/name-too-long.ts",
    "compiler/tests/samples/check/name-too-long/bad.service",
    "compiler/tests/samples/check/name-too-long/expected.txt",
    "compiler/tests/samples/check/name-too-long/fixed.service",
  ]);
});

test("a check in an area that is not there is refused, with the areas", () => {
  expect(() => scaffolds.check({ name: "colours/too-red", codes })).toThrow(/names, kinds, logic/);
});

test.each(["field", "step", "emitter"] as const)("a new %s stands in one place and says what comes next", (kind) => {
  const { files, next } = scaffolds[kind]({ name: "shoe-size", codes });
  expect(Object.keys(files).every((file) => file.includes("shoe-size"))).toBe(true);
  expect(next.at(-1)).toContain("follow the type errors");
});
