// What reaches running cases, between two texts of the parking service.
import { expect, test } from "vitest";
import { parking, parkingText } from "../../bench/parking.ts";
import { compile } from "../../compile.ts";

/** What is told when this text replaces the parking service as it is. */
function told(changes: readonly (readonly [old: string, now: string])[]): string[] {
  const now = changes.reduce((text, [old, one]) => {
    expect(text).toContain(old);
    return text.replace(old, () => one);
  }, parkingText);
  const files = new Map([...parking.files, [parking.entry, now], ["parking.version-3.service", parkingText]]);
  return compile(parking.entry, files)
    .problems.filter(({ code }) => code === "FW803")
    .flatMap(({ title, explanation }) => [title, ...explanation]);
}

const next = ["version 3 starts 1 April 2026", "version 4 starts 1 April 2027"] as const;
const moving = [next[0], `${next[1]}\n  running cases move to this version`] as const;

test("a published version that decides otherwise under its own number is told, with what changed", () => {
  expect(told([["| £90 ", "| £95 "]])).toEqual([
    "Version 3 is changed, and its number is the same",
    "table permit-price, price when fuel is electric and permits-held is 1 or more: £90 → £95",
  ]);
});

test("better words for people, and a new number, are no alteration", () => {
  expect(told([["What is your phone number?", "Your phone number"]])).toEqual([]);
  expect(told([["| £90 ", "| £95 "], next])).toEqual([]);
});

test("cases that move must find their stage, their answers and their choices", () => {
  expect(told([moving])).toEqual([]);
  expect(told([moving, ["| £90 ", "| £95 "]])).toEqual([]);
  expect(
    told([
      moving,
      [' as phone number\n    hint "We only call', ' as text\n    hint "We only call'],
      ["finish within 20 working days", "finish within 10 working days"],
    ]),
  ).toEqual([
    "Cases of version 3 that are running would be altered by version 4",
    "Question phone has another type: answers that were given to it do not fit.",
    "Stage appeal has less time: visits that are open keep the longer one, later ones have the shorter.",
  ]);
});
