// An audit of what is said about people's data: changes of one service with sets, repeats, a source, an adviser, licences and figures, of
// which each is one defect (tests/told.ts) or none (tests/silent.ts).
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../../compile.ts";
import { silent } from "./tests/silent.ts";
import { told } from "./tests/told.ts";

const corpus = new URL("corpus/", import.meta.url);
const [service, sets] = ["care-place.service", "sets.shared"].map((file) =>
  readFileSync(new URL(file, corpus), "utf8"),
) as [string, string];

/** The codes about the changed texts; outcomes without examples are another matter. */
function codesWith(changes: readonly (readonly [old: string, put: string])[]): string[] {
  let [text, set] = [service, sets];
  for (const [old, put] of changes) {
    const isInSet = !text.includes(old);
    expect(isInSet ? set : text).toContain(old);
    if (isInSet) set = set.replace(old, () => put);
    else text = text.replace(old, () => put);
  }
  const texts = new Map([
    ["care-place.service", text],
    ["sets.shared", set],
  ]);
  return compile("care-place.service", texts)
    .problems.map(({ code }) => code)
    .filter((code) => !code.startsWith("FW7"));
}

test("nothing is wrong as it stands", () => {
  expect(codesWith([])).toEqual([]);
});

test.each(told)("told: %s", (_, changes, codes) => {
  expect(codesWith(changes)).toEqual(codes);
});

test.each(silent)("silent: %s", (_, changes) => {
  expect(codesWith(changes)).toEqual([]);
});
