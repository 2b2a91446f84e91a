// One cause, one message: what follows from a mistake is not told beside it.
import { expect, test } from "vitest";
import { parking } from "../bench/parking.ts";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";

const text = parking.files.get(parking.entry) ?? "";

function codesAfter(old: string, changed: string): string[] {
  expect(text).toContain(old);
  const files = new Map([...parking.files, [parking.entry, text.replace(old, () => changed)]]);
  return compile(parking.entry, files, { play }).problems.map(({ code }) => code);
}

test.each([
  ["a misspelt place to go", "otherwise go to review", "otherwise go to reveiw", ["FW201"]],
  ["a misspelt outcome", "reason then go to refused", "reason then go to refussed", ["FW201"]],
  ["a role that is not declared", 'role parking-officer "a parking officer"\n', "", ["FW201"]],
  ["a question that is not asked", / {2}ask zone .*\n/.exec(text)?.[0] ?? "", "", ["FW201"]],
  ["a record that is not fetched", / {2}fetch vehicle .*\n/.exec(text)?.[0] ?? "", "", ["FW201"]],
  ["a choice that is not in the list", '  - electric "Electric"\n', "", ["FW302"]],
  ["a question asked twice", '  ask phone "', '  ask phone "Phone?" as phone number\n  ask phone "', ["FW202"]],
  ["an outcome that nothing leads to", "    can refuse with reason then go to refused\n", "", ["FW501"]],
  ["two causes", "otherwise go to review", "otherwise go to reveiw\n    skip when kept is yes", ["FW201", "FW201"]],
])("%s", (_, old, changed, codes) => {
  expect(codesAfter(old, changed)).toEqual(codes);
});

test("when each line of the parking service is left out in turn, at least nine in ten tell one thing", () => {
  const lines = text.split("\n");
  const counts = lines.flatMap((line, at) => {
    if (line.trim() === "" || line.trim().startsWith("#")) return [];
    const files = new Map([...parking.files, [parking.entry, lines.toSpliced(at, 1).join("\n")]]);
    const { length } = compile(parking.entry, files, { play }).problems;
    return length > 0 ? [length] : [];
  });
  expect(counts.filter((count) => count === 1).length / counts.length).toBeGreaterThan(0.9);
});
