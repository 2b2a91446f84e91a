// What changed since an example last passed is told with its failure: the lines that its values were worked out from.
import { expect, test } from "vitest";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";

const text = (adult: string, example = "£800", extra = "") => `service award "Award"
  version 1 starts 1 April 2026
section household "Your household"
  ask pay "How much do you take home?" as money
  ask children "How many children?" as whole number
  ask pet "Do you keep a pet?" as yes or no
${extra}
amount adult-allowance
  ${adult} from 1 January 2026

calculate allowances = adult-allowance + £100
calculate counted-income = pay - allowances

decide has-pet when pet is yes

example "A couple"
  given pay is £1,000, children is 2, pet is no
  expect counted-income is ${example}
  expect not has-pet
`;

function compiled(written: string, before?: ReturnType<typeof compile>) {
  const lastPassed = before?.lastPassed;
  return compile("a.service", new Map([["a.service", written]]), { play, ...(lastPassed && { lastPassed }) });
}

function told({ problems }: ReturnType<typeof compile>): string | undefined {
  return problems.find(({ code }) => code === "FW701")?.explanation.at(-1);
}

test("a failing example names the line that changed since it passed, and the record of that time is kept", () => {
  const passed = compiled(text("£100"));
  expect(passed.problems).toEqual([]);
  const failing = compiled(text("£150"), passed);
  expect(told(failing)).toBe("Changed since the last time it passed: line 8, adult-allowance.");
  expect(failing.lastPassed).toEqual(passed.lastPassed);
  expect(told(compiled(text("£150"), failing))).toBe(told(failing));
});

test("lines above that move it, spaces and comments change nothing", () => {
  const passed = compiled(text("£100"));
  const moved = compiled(text("£100  ", "£800", '  ask other "Anything else?" as text\n    optional\n'), passed);
  expect(moved.problems).toEqual([]);
  expect(moved.lastPassed).toEqual(passed.lastPassed);
});

test("an example that was changed itself is told so; one that never passed has nothing to compare with", () => {
  const passed = compiled(text("£100"));
  expect(told(compiled(text("£100", "£900"), passed))).toBe(
    "Changed since the last time it passed: the example itself.",
  );
  expect(told(compiled(text("£100", "£900")))).not.toMatch(/Changed since/);
});

test("what is compared does not rest on what it does not read", () => {
  const passed = compiled(text("£100"));
  const pets = text("£100").replace("decide has-pet when pet is yes", "decide has-pet when pet is no");
  expect(told(compiled(pets, passed))).toBe("Changed since the last time it passed: line 14, has-pet.");
});
