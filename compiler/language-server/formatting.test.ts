// Formatting a part of a text changes the rows of that part, as the whole would be changed, and no others.
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatFile } from "./formatting.ts";
import { readTextFile } from "./text-file.ts";

const text = `service permit "Permit":
   version 1 starts 2026-04-01
section you "You"
    ask   age "Age" as whole number
    ask name “Name” as text
`;
const snapshot = { files: new Map([["permit.service", readTextFile("permit.service", text)]]) };
const at = (line: number, character = 0) => ({ line, character });

test("rows that are marked whole, or only touched, and not the row behind them", () => {
  const rowsIn = (start: number, end: ReturnType<typeof at>) =>
    formatFile(snapshot, "permit.service", { start: at(start), end }).map(({ range }) => range.start.line);
  expect(rowsIn(3, at(4))).toEqual([3]);
  expect(rowsIn(3, at(4, 1))).toEqual([3, 4]);
  expect(rowsIn(0, at(2))).toEqual([0, 1]);
  expect(rowsIn(2, at(2, 3))).toEqual([]);
});

test("the ends of lines are as the editor has them: a text from Windows in its canonical form has nothing to change", () => {
  const edits = (written: string) =>
    formatFile({ files: new Map([["permit.service", readTextFile("permit.service", written)]]) }, "permit.service");
  const canonical = 'service permit "Permit"\r\n  version 1 starts 1 April 2026\r\n';
  expect(edits(canonical)).toEqual([]);
  const [edit, ...others] = edits(canonical.replace("  version", "   version"));
  expect(others).toEqual([]);
  expect(edit?.newText).not.toMatch(/[^\r]\n/);
});

test("the parts together change what the whole changes", () => {
  const whole = formatFile(snapshot, "permit.service");
  expect(whole.length).toBeGreaterThan(3);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), (cut) => {
      const parts = [
        [at(0), at(cut)],
        [at(cut), at(6)],
      ] as const;
      const both = parts.flatMap(([start, end]) =>
        start.line === end.line ? [] : formatFile(snapshot, "permit.service", { start, end }),
      );
      expect(both).toEqual(whole);
    }),
  );
});
