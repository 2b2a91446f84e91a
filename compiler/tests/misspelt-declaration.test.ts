// A name with a slip where it is declared: when several places agree on the other spelling, the declaration is what is told and mended.
import { expect, test } from "vitest";
import { compile } from "../compile.ts";
import { applyEdits } from "../source/edits.ts";

const good = `service permit "Permit"
section about-you "About you"
  ask permits-held "How many permits do you have?" as whole number
  ask letter "Upload a letter" as file
    show when permits-held is over 0
  ask reason "Why do you need another?" as text
    show when permits-held is over 1
`;

function unknownNames(text: string) {
  const { problems } = compile("permit.service", new Map([["permit.service", text]]));
  return problems.filter(({ code }) => code === "FW201");
}

test("it is told where it is declared, once, and its fix mends it", () => {
  const text = good.replace("ask permits-held", "ask permits-hedl");
  const [problem, ...more] = unknownNames(text);
  expect(more).toEqual([]);
  expect(text.slice(problem?.at.start, problem?.at.end)).toBe("permits-hedl");
  expect(problem?.explanation).toEqual(["It stands on lines 5, 7."]);
  expect(applyEdits(text, problem?.fixes[0]?.edits ?? [])).toBe(good);
});

test("one place against its declaration is told at the place", () => {
  const text = good.replace("permits-held is over 0", "permits-hedl is over 0");
  const [problem] = unknownNames(text);
  expect(text.slice(problem?.at.start, problem?.at.end)).toBe("permits-hedl");
  expect(applyEdits(text, problem?.fixes[0]?.edits ?? [])).toBe(good);
});

test("the words beside a declaration tell which of two names has the slip, where each stands once", () => {
  const once = good.replace("    show when permits-held is over 1\n", "    show when letter is answered\n");
  const slip = once.replace("ask letter", "ask lettre");
  const [problem, ...more] = unknownNames(slip);
  expect(more).toEqual([]);
  expect(slip.slice(problem?.at.start, problem?.at.end)).toBe("lettre");
  expect(problem?.explanation).toEqual(["It stands on line 7."]);
  expect(applyEdits(slip, problem?.fixes[0]?.edits ?? [])).toBe(once);
  const elsewhere = once.replace("when letter", "when lettre");
  expect(applyEdits(elsewhere, unknownNames(elsewhere)[0]?.fixes[0]?.edits ?? [])).toBe(once);
});

test("a slip in a choice is told in the list where its words have the right name", () => {
  const text = `service s "S"
section one "One"
  ask size "Size?" as one of these
    - small "Small"
    - large "Large"
  ask why "Why?" as text
    show when size is small
  ask how "How?" as text
    show when size is small
`;
  const slip = text.replace("- small", "- smal");
  const told = (one: string) => compile("a.service", new Map([["a.service", one]])).problems;
  const [problem, ...more] = told(slip);
  expect(more).toEqual([]);
  expect([problem?.code, slip.slice(problem?.at.start, problem?.at.end)]).toEqual(["FW302", "smal"]);
  expect(problem?.explanation).toEqual(["It stands on lines 7, 9."]);
  expect(applyEdits(slip, problem?.fixes[0]?.edits ?? [])).toBe(text);
  const elsewhere = text.replace("size is small", "size is smal");
  const [other] = told(elsewhere);
  expect(other?.explanation[0]).toBe("It can be: small, large.");
  expect(applyEdits(elsewhere, other?.fixes[0]?.edits ?? [])).toBe(text);
});
