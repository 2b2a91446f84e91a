// An example that gives what a register says, and not what the register is asked with: the failing example says so.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";

const folder = "compiler/tests/texts/dog-licence";
const [dog = "", pets = ""] = ["dog.service", "pets.shared"].map((file) => readFileSync(`${folder}/${file}`, "utf8"));

function failing(text: string): string[] {
  const files = new Map([
    ["dog.service", text],
    ["pets.shared", pets],
  ]);
  const { problems } = compile("dog.service", files, { play });
  return problems.filter(({ code }) => code === "FW701").map(({ explanation }) => explanation.join("\n"));
}

test("the register is not asked, because what it is asked with has no answer", () => {
  const [told, ...more] = failing(dog.replace(/\| breed +\| income/, "| dog's breed | income"));
  expect(more).toEqual([]);
  expect(told).toMatch(
    /breed +no answer +filled in from dog's breed, and chip-register is not asked: chip has no answer/,
  );
});

test("where it is asked, and does not say it, nothing of the kind is told", () => {
  const [told] = failing(dog.replace("given dog's breed is small-breed, dog's name", "given dog's name"));
  expect(told).toMatch(/breed +no answer$/m);
});
