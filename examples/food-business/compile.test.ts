// The food business service compiles without a problem to exactly the service that stands in expected/.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { compile } from "@formwork/compiler/compile.ts";
import { readExpected } from "@formwork/compiler/development/expected.ts";
import { expect, test } from "vitest";

const here = import.meta.dirname;
const texts = ["food.service", "food.cy.words", "../shared/calendars.shared"];

test("the food business compiles to the expected service", async () => {
  const read = texts.map(async (file) => [file, await readFile(path.join(here, file), "utf8")] as const);
  const { service, problems } = compile("food.service", new Map(await Promise.all(read)));
  expect(problems.filter((problem) => problem.severity !== "tip")).toEqual([]);
  const actual = `${JSON.stringify(service, null, 2)}\n`;
  expect(actual).toBe(await readExpected(path.join(here, "expected/service.json"), actual));
});
