// The 24 mistakes by which form tools can be compared (nine that the nearest other tool finds, fifteen that it does not), one folder
// each: samples/logic/<name>/bad.service says in its first line which code must be among what is found; expected.txt holds all of it.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { compile } from "../compile.ts";
import { readExpected } from "../development/expected.ts";
import { renderTerminal } from "../diagnostics/render-terminal.ts";

const folder = "compiler/tests/samples/logic";
const probes = readdirSync(folder).sort();

test("all 31 are here", () => {
  expect(probes).toHaveLength(31);
});

test.each(probes)("%s", async (name) => {
  const bad = readFileSync(path.join(folder, name, "bad.service"), "utf8");
  const [, wanted] = /^# finds (FW\d{3})/.exec(bad) ?? [];
  const { problems } = compile("bad.service", new Map([["bad.service", bad]]));
  expect(problems.map((problem) => problem.code)).toContain(wanted);
  const said = renderTerminal(problems, () => bad);
  expect(said).toBe(await readExpected(path.join(folder, name, "expected.txt"), said));
});
