// The winter warmth payment compiles without a problem, its examples come out, and it is the service that stands in expected/.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { play } from "@formwork/compiler/command-line/play.ts";
import { compile } from "@formwork/compiler/compile.ts";
import { readExpected } from "@formwork/compiler/development/expected.ts";
import { expect, test } from "vitest";

const here = import.meta.dirname;
const shared = ["common-questions", "people-questions", "tax-agency-sources", "national-calendars"];
const texts = ["warmth.service", ...shared.map((name) => `../shared/${name}.shared`)];

test("the winter warmth payment compiles to the expected service, and its examples come out", async () => {
  const read = texts.map(async (file) => [file, await readFile(path.join(here, file), "utf8")] as const);
  const { service, problems } = compile("warmth.service", new Map(await Promise.all(read)), { play });
  expect(problems).toEqual([]);
  const actual = `${JSON.stringify(service, null, 2)}\n`;
  expect(actual).toBe(await readExpected(path.join(here, "expected/service.json"), actual));
});
