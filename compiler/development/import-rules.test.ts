// The walls of the house, checked on every test run.
import path from "node:path";
import { expect, test } from "vitest";
import { findCircles, readImports, violationOf } from "./import-rules.ts";
import { readAliases, readSourceFiles } from "./source-files.ts";

const top = path.resolve(import.meta.dirname, "../..");
const aliases = await readAliases(top);
const sources = await readSourceFiles(top);
// Two files quote imports of files that are not there: this one and the texts that `npm run new` lays out.
const quoting = /development\/(import-rules\.test|scaffolds)\.ts$/;
const imports = sources
  .filter((source) => !quoting.test(source.file))
  .flatMap((source) => readImports(source, aliases));

test("every import keeps to the rules of the rooms", () => {
  expect(imports.length).toBeGreaterThan(100);
  const wrong = imports.flatMap((one) => {
    const why = violationOf(one);
    return why ? [`${one.from}:${one.line} ${why}`] : [];
  });
  expect(wrong).toEqual([]);
});

test("every import inside the house reaches a file that is there", () => {
  const files = new Set(sources.map((source) => source.file));
  const lost = imports
    .filter(({ to }) => to.endsWith(".ts") && !files.has(to))
    .map(({ from, to, line }) => `${from}:${line} → ${to}`);
  expect(lost).toEqual([]);
});

test("no imports go round in a circle", () => {
  expect(findCircles(imports).map((circle) => circle.join(" → "))).toEqual([]);
});

test("a wrong import is found", () => {
  const wrong = [
    { file: "forms/journey/path.ts", text: 'import { advance } from "../../runtime/routing/advance.ts";' },
    { file: "compiler/model/names.ts", text: 'import type { X } from "../check/names/x.ts";' },
    { file: "compiler/contract/facts.ts", text: 'import { add } from "#support/money.ts";' },
    { file: "runtime/routing/advance.ts", text: 'import { store } from "../store/store.ts";' },
    { file: "compiler/emit/form/form.ts", text: 'const forms = await import("@formwork/forms/element/element.ts");' },
  ];
  for (const source of wrong) {
    const [found] = readImports(source, aliases);
    expect(found && violationOf(found), source.file).toBeTruthy();
  }
});

test("a circle is found, through type-only imports too", () => {
  const circle = [
    { file: "forms/a.ts", text: 'import { b } from "./b.ts";' },
    { file: "forms/b.ts", text: 'import type { A } from "./a.ts";' },
  ].flatMap((source) => readImports(source, aliases));
  expect(findCircles(circle)).toEqual([["forms/a.ts", "forms/b.ts", "forms/a.ts"]]);
});
