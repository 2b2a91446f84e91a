// What proofs do not look into: bounds of products and of lists settle most of it, against trying out every answer; the rest is
// told as not decided, and what has nothing to do with the rest of a condition is not.
import fc from "fast-check";
import { expect, test } from "vitest";
import { buildModel } from "../../model/build-model.ts";
import { parseTree } from "../../syntax/parse.ts";
import { checkProofs } from "./proofs.ts";

const form = (condition: string) => `service hall "Hall hire"
section one "One"
  ask hours "How many hours?" as whole number
    must be from 1 to 4
  ask people "How many people?" as whole number
    must be from 2 to 5
  ask code "Which code?" as text
    must match "AA999" otherwise say "Enter a code like AB123."
  ask first "First name?" as text
  ask last "Last name?" as text
  repeat rooms each room "Room"
    at most 3 times
    ask seats "How many seats?" as whole number
      must be from 1 to 10
    ask stage "Has it a stage?" as yes or no
  ask note "Anything else?" as text
    show when ${condition}
`;

function codesFor(condition: string): string[] {
  const { tree } = parseTree("hall.service", form(condition));
  const model = buildModel(tree, [tree]);
  if (!model) throw new Error("The text has a service line");
  return checkProofs(model).map(({ code }) => code);
}

test.each([
  "hours times people is over 20",
  "hours times people is over 15 and hours is under 4",
  "hours divided by people is over 2",
  "any room's seats is over 10",
  "sum of room's seats is over 30",
  "any room's seats is over 5 and count of rooms is 0",
  "highest of room's seats is over 10",
  'code is "12"',
  "first is last and first is not last",
  'first is "Ann" and last is "Bea" and first is last',
])("%s is never so", (condition) => {
  expect(codesFor(condition)).toEqual(["FW405"]);
});

test.each([
  "hours times people is 20",
  "hours times people is over 11 and hours is under 4 and people is under 5",
  "any room's seats is over 9 and hours is 2",
  "any room's seats is over 9 and any room's seats is under 2",
  "sum of room's seats is over 29",
  "any room's seats is over 5 and count of rooms is 1",
  "no room's seats is over 5 and count of rooms is 0",
  'code is "AB123"',
  'first is "Ann" and first is last',
  "every room's stage is yes and any room's seats is 3",
])("%s can be so, and nothing is said", (condition) => {
  expect(codesFor(condition)).toEqual([]);
});

test.each([
  "every room's seats is over 5 and no room's seats is over 3",
  "sum of room's seats is over 20 and highest of room's seats is under 3",
])("%s is told as not decided", (condition) => {
  expect(codesFor(condition)).toEqual(["FW415"]);
});

const compared = fc.record({
  op: fc.constantFrom("over", "under"),
  product: fc.integer({ min: 0, max: 22 }),
  hours: fc.integer({ min: 0, max: 5 }),
  people: fc.integer({ min: 1, max: 6 }),
});

test("a product is called impossible only when no two answers give it, and one that can be is never told so", () => {
  let never = 0;
  fc.assert(
    fc.property(compared, ({ op, product, hours, people }) => {
      const other = op === "over" ? "under" : "over";
      const is = (way: string, value: number, limit: number) => (way === "over" ? value > limit : value < limit);
      const exists = [1, 2, 3, 4].some((h) =>
        [2, 3, 4, 5].some((p) => is(op, h * p, product) && is(other, h, hours) && is(other, p, people)),
      );
      const codes = codesFor(
        `hours times people is ${op} ${product} and hours is ${other} ${hours} and people is ${other} ${people}`,
      );
      if (codes.includes("FW405")) never += 1;
      if (exists) expect(codes).not.toContain("FW405");
      // What cannot be is told as that, or as not decided: never passed over.
      else expect(codes).not.toEqual([]);
    }),
    { numRuns: 200 },
  );
  expect(never).toBeGreaterThan(20);
});

test.each([
  ["two patterns", '  ask key "Key?" as text\n    must match "AA999"\n    must match "999AA"', ["FW415"]],
  ["a pattern and a shorter length", longKey("at most 4 characters"), ["FW415"]],
  ["a pattern and words", longKey("at most 1 words"), ["FW415"]],
  ["a pattern alone", '  ask key "Key?" as text\n    must match "AA999"', []],
  ["a pattern and a length that holds it", longKey("at most 6 characters"), []],
  [
    "demands of a division",
    '  check hours divided by people is over 3 otherwise say "More."\n  check hours divided by people is under 2 otherwise say "Less."',
    ["FW415"],
  ],
  [
    "one demand of a division is meant to stop people",
    '  check hours divided by people is under 3 otherwise say "Less."',
    [],
  ],
])("limits that hold together, and proofs do not look into: %s", (_, lines, codes) => {
  const { tree } = parseTree("hall.service", `${form("hours is 2")}${lines}\n`);
  const model = buildModel(tree, [tree]);
  expect(model && checkProofs(model).map(({ code }) => code)).toEqual(codes);
});

function longKey(limit: string): string {
  return `  ask key "Key?" as text\n    must match "AA999"\n    must have ${limit}`;
}
