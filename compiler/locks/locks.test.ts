// Lock files: what is noted, what counts as changed, and that their fingerprints are those of the standard.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parking } from "../bench/parking.ts";
import { compile } from "../compile.ts";
import { sha256 } from "./sha256.ts";

test("fingerprints are SHA-256, as the platform works it out", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(createHash("sha256").update(text).digest("hex"));
    }),
  );
});

const library = "../shared/common-questions.shared";
const welsh = "parking.cy.words";

function changed(file: string, old: string, now: string, files = parking.files): ReadonlyMap<string, string> {
  expect(files.get(file)).toContain(old);
  return new Map([...files, [file, (files.get(file) ?? "").replace(old, () => now)]]);
}

function told(files: ReadonlyMap<string, string>): string[] {
  return compile(parking.entry, files).problems.map(({ code, title }) => `${code} ${title}`);
}

test("the examples' lock files are up to date", () => {
  expect([...(compile(parking.entry, parking.files).locks ?? [])]).toEqual([]);
});

test("a library's text that changed is told; how it is written, and its comments, are no change", () => {
  expect(told(changed(library, '"Town or city"', '"Town"'))).toContain(
    "FW805 The text of common-questions version 2 changed, and its version number did not",
  );
  const spelt = changed(library, 'ask town "Town or city"', "# As the post office says.\n    ask  Town “Town or city”");
  expect(told(spelt)).toEqual([]);
});

test("a library that is new is noted, one that changed keeps its note until that is agreed to", () => {
  const without = new Map([...parking.files].filter(([file]) => file !== "formwork.lock"));
  const noted = compile(parking.entry, without).locks?.get("formwork.lock");
  expect(noted).toBe(parking.files.get("formwork.lock"));
  const { locks } = compile(parking.entry, changed(library, '"Town or city"', '"Town"'));
  expect(locks?.has("formwork.lock")).toBe(false);
});

test("a lock file that two people merged badly is told", () => {
  expect(told(new Map([...parking.files, ["formwork.lock", "<<<<<<< mine"]]))).toEqual([
    "FW805 formwork.lock cannot be read, so nobody can tell whether the libraries changed",
  ]);
});

test("words that were changed make their translation stale until it is changed or said to fit", () => {
  const stale = changed(parking.entry, "What is your phone number?", "What is your mobile number?");
  const { problems, locks } = compile(parking.entry, stale);
  expect(problems.map(({ title }) => title)).toEqual(["The words for ask phone were changed, and the Welsh was not"]);
  expect(locks?.size).toBe(0);
  const translated = changed(welsh, "Beth yw eich rhif ffôn?", "Beth yw eich rhif symudol?", new Map(stale));
  expect(told(translated)).toEqual([]);
  expect(compile(parking.entry, translated).locks?.get(`${welsh}.lock`)).toContain("What is your mobile number?");
});

test("a live service with words that are out of date is not compiled", () => {
  const live = changed(parking.entry, "status pilot until 30 September 2026, at most 500 cases", "status live");
  expect(compile(parking.entry, live).service).toBeDefined();
  const stale = changed(parking.entry, "What is your phone number?", "What is your mobile number?", live);
  expect(compile(parking.entry, stale).service).toBeUndefined();
  const missing = changed(welsh, '  ask phone "Beth yw eich rhif ffôn?"\n', "  ask phone\n", live);
  expect(compile(parking.entry, missing).service).toBeUndefined();
});
