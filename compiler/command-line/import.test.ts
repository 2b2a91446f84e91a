// `formwork import bpmn`: where the text goes, what is never written over, and what is said when a file is refused.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { createFolder, formwork } from "./tests/formwork-process.ts";

const { folder, file } = createFolder();
const at = (name: string) => path.join(folder, name);
const party = readFileSync("compiler/import/corpus/taken/street-party-camunda-7.bpmn", "utf8");

test("a text is written beside the file, checks without errors, and is in canonical form", () => {
  const drawn = file("drawing.bpmn", party);
  const { code, out } = formwork("import", "bpmn", drawn);
  const written = at("street-party.service");
  expect(code).toBe(0);
  expect(out).toContain(`${written} is written: 3 stages, 2 outcomes.`);
  expect(formwork("check", written).code).toBe(0);
  expect(formwork("format", written, "--check").code).toBe(0);
});

test("a text that is there stays as it is, unless it is to be replaced", () => {
  const drawn = file("again.bpmn", party);
  const mine = file("mine.service", "mine");
  const { code, err } = formwork("import", "bpmn", drawn, "--out", mine);
  expect([code, err]).toEqual([2, expect.stringContaining("is there already")]);
  expect(err).toContain("--replace");
  expect(readFileSync(mine, "utf8")).toBe("mine");
  expect(formwork("import", "bpmn", drawn, "--out", mine, "--replace").code).toBe(0);
  expect(readFileSync(mine, "utf8")).toContain("stage check-the-street");
});

test("a refused file writes nothing, and says what to draw instead", () => {
  const { code, out, err } = formwork(
    "import",
    "bpmn",
    "compiler/import/corpus/refused/complex-gateway.bpmn",
    "--out",
    at("none.service"),
  );
  expect([code, out]).toEqual([1, ""]);
  expect(err).toContain("“Enough?” (b)");
  expect(err).toContain("Instead: an exclusive gateway");
  expect(err).toContain("Nothing was written");
  expect(existsSync(at("none.service"))).toBe(false);
});

test("of several pools with steps one is named", () => {
  const drawn = "compiler/import/corpus/refused/two-processes.bpmn";
  expect(formwork("import", "bpmn", drawn, "--out", at("shop.service")).err).toContain("“Shop”, “Buyer”");
  expect(formwork("import", "bpmn", drawn, "--process", "Buyer", "--out", at("shop.service")).code).toBe(0);
  rmSync(at("shop.service"));
  expect(formwork("import", "bpmn", drawn, "--process", "Seller").err).toContain("No process is called “Seller”");
});

test("wrong usage is told in words", () => {
  const said = (...words: readonly string[]) => formwork("import", ...words);
  expect(said()).toMatchObject({ code: 2, err: expect.stringContaining("formwork import bpmn process.bpmn") });
  expect(said("xpdl", "a.xpdl")).toMatchObject({
    code: 2,
    err: expect.stringContaining('Only bpmn can be imported, not "xpdl".'),
  });
  expect(said("bpmn", at("nowhere.bpmn"))).toMatchObject({ code: 2, err: expect.stringContaining("There is no file") });
  expect(said("bpmn", folder)).toMatchObject({ code: 2, err: expect.stringContaining("is a folder") });
});

test("a place that takes no text is told in a sentence, and what stood there stays", () => {
  const drawn = file("place.bpmn", party);
  mkdirSync(at("folder.service"));
  const blocked = file("blocked.txt", "");
  for (const [out, said, ...more] of [
    [at("folder.service"), "a folder has that name", "--replace"],
    [path.join(blocked, "x.service"), "a part of that path is a file"],
    [at(`${"a".repeat(300)}.service`), "that name is too long"],
  ] as const) {
    const { code, err } = formwork("import", "bpmn", drawn, "--out", out, ...more);
    expect([code === 0, err]).toEqual([false, expect.stringContaining(said)]);
    expect(err).not.toContain("    at ");
  }
  expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
});
