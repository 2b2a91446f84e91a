// Types named as other tools and people name them: each is told with the type that it is called here, and the fix makes it so.
import { expect, test } from "vitest";
import { compile } from "../../compile.ts";
import { applyEdits } from "../../source/edits.ts";

const around = (type: string): string =>
  `service bus-pass "Bus pass"\nlist zones\n  - inner "Inner"\n  - outer "Outer"\nsection you "You"\n  ask one "What is it?" as ${type}\n`;

function stopsOf(text: string) {
  return compile("bus.service", new Map([["bus.service", text]])).problems.filter(
    ({ severity }) => severity === "stop",
  );
}

test.each([
  ["address", "postal address"],
  ["telephone", "phone number"],
  ["boolean", "yes or no"],
  ["choice of zones", "one of zones"],
  ["choice from zones", "one of zones"],
  ["integer", "whole number"],
])("%s is called %s", (written, meant) => {
  const [problem, ...others] = stopsOf(around(written));
  expect(others).toEqual([]);
  expect(problem?.fixes[0]?.title).toContain(meant);
  const mended = applyEdits(around(written), problem?.fixes[0]?.edits ?? []);
  expect(mended).toBe(around(meant));
  expect(stopsOf(mended)).toEqual([]);
});

test("a type that nobody knows is told with all that there are", () => {
  const [problem] = stopsOf(around("heraldry"));
  expect(problem?.explanation?.join(" ")).toContain("vehicle registration");
});

test.each([
  ["one of petrol, diesel", ["petrol", "diesel"]],
  ["any of petrol, lpg-gas, diesel # as the register says", ["petrol", "lpg-gas", "diesel"]],
])("%s: the choices are written below the question", (written, names) => {
  const [problem, ...others] = stopsOf(around(written));
  expect(others).toEqual([]);
  const mended = applyEdits(around(written), problem?.fixes[0]?.edits ?? []);
  for (const name of names) expect(mended).toMatch(new RegExp(`\\n    - ${name} "[A-Z]`));
  expect(stopsOf(mended)).toEqual([]);
});

test("a list that is near is meant by its name, not by choices", () => {
  const [problem] = stopsOf(around("one of zonse"));
  expect(problem?.fixes[0]?.title).toBe("change  zonse  to  zones");
});
