// The parking service compiles without a problem, to exactly the service that stands in expected/.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { compile } from "@formwork/compiler/compile.ts";
import { readExpected } from "@formwork/compiler/development/expected.ts";
import { expect, test } from "vitest";

const here = import.meta.dirname;
const texts = [
  "parking.service",
  "parking.cy.words",
  "../shared/common-questions.shared",
  "../shared/common-questions.cy.words",
  "../shared/calendars.shared",
];

async function readTexts(): Promise<Map<string, string>> {
  const read = texts.map(async (file) => [file, await readFile(path.join(here, file), "utf8")] as const);
  return new Map(await Promise.all(read));
}

test("parking compiles to the expected service", async () => {
  const { service, problems } = compile("parking.service", await readTexts());
  expect(problems.filter((problem) => problem.severity !== "tip")).toEqual([]);
  const actual = `${JSON.stringify(service, null, 2)}\n`;
  expect(actual).toBe(await readExpected(path.join(here, "expected/service.json"), actual));
});

test("the same text gives the same bytes, whatever the order of its files", async () => {
  const files = await readTexts();
  const turned = new Map([...files].reverse());
  expect(JSON.stringify(compile("parking.service", turned).service)).toBe(
    JSON.stringify(compile("parking.service", files).service),
  );
});
