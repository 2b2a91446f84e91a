// Where a bundle may be put: nothing that is no bundle is ever lost, and what a killed build left is taken away.
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync, utimesSync } from "node:fs";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { placeForBundle } from "./free-for-bundle.ts";
import { createFolder, formwork } from "./tests/formwork-process.ts";
import { NotWritten, whyNoPath, writeBundle, writeWhole } from "./write-bundle.ts";
import { WrongUsage } from "./wrong-usage.ts";

vi.setConfig({ testTimeout: 120_000 });

const { folder, file } = createFolder();
const manifest = JSON.stringify({ contractVersion: 1, files: { "service.json": "0", "form/a.js": "0" } });
const at = (name: string) => path.join(folder, name);

function bundleAt(name: string): string {
  file(`${name}/manifest.json`, manifest);
  file(`${name}/manifest.jws`, "a..b");
  file(`${name}/form/a.js`, "");
  return at(name);
}

test("a new folder, an empty one, a bundle, and a bundle that a file manager looked into are free", () => {
  mkdirSync(at("empty"));
  const seen = bundleAt("seen");
  file("seen/form/.DS_Store", "");
  for (const place of [at("new"), at("empty"), bundleAt("bundle"), seen]) {
    const free = placeForBundle(place);
    expect(free).toBe(existsSync(place) ? realpathSync(place) : place);
  }
});

test.each([
  ["notes", "other files", () => file("notes/todo.txt", "")],
  ["website", "other files", () => file("website/manifest.json", '{"name":"My website"}')],
  ["half", "other files", () => file("half/manifest.json", "{")],
  ["mixed", "form/notes.md besides, which would be lost", () => [bundleAt("mixed"), file("mixed/form/notes.md", "")]],
  ["text", "is a file", () => file("text", "")],
  ["dangling", "leads nowhere", () => symlinkSync("nowhere", at("dangling"))],
])("%s is not replaced: %s", (name, said, make) => {
  make();
  expect(() => placeForBundle(at(name))).toThrow(WrongUsage);
  expect(() => placeForBundle(at(name))).toThrow(said);
});

test("a link stays one, and what it leads to is replaced", () => {
  const real = bundleAt("releases/1");
  symlinkSync("releases/1", at("current"));
  expect(placeForBundle(at("current"))).toBe(realpathSync(real));
});

test("the folder somebody is in is not taken away from under them", () => {
  const here = bundleAt("here");
  vi.spyOn(process, "cwd").mockReturnValue(path.join(here, "form"));
  try {
    expect(() => placeForBundle(here)).toThrow("Call it from another folder");
  } finally {
    vi.restoreAllMocks();
  }
});

test("an empty place is told: it is no name for the folder we are in", () => {
  const text = file("dog.service", 'service dog "Dog"\nsection you "You"\n  ask name "Name?" as full name\n');
  for (const out of [["--out", ""], ["--out="]])
    expect(formwork("build", text, ...out)).toMatchObject({ code: 2, err: expect.stringContaining("--out needs") });
});

test("what a killed build left is taken away by the next one at the same place, what another writes now is not", () => {
  const target = at("swept/dog");
  const [old, young] = [file("swept/.dog.AbC123/new/x", ""), file("swept/.dog.Xyz789/new/x", "")];
  const others = file("swept/.dog.notes", "");
  const long = new Date(Date.now() - 2 * 3_600_000);
  for (const place of [path.dirname(path.dirname(old)), others]) utimesSync(place, long, long);
  writeBundle(new Map([["manifest.json", Buffer.from(manifest)]]), target);
  expect([existsSync(old), existsSync(young), existsSync(others)]).toEqual([false, true, true]);
  expect(readdirSync(at("swept")).sort()).toEqual([".dog.Xyz789", ".dog.notes", "dog"]);
});

test("a folder that has the name of a packed bundle stays", () => {
  const inside = file("packed/dog-1.tgz/notes.txt", "mine");
  expect(() => writeWhole(Buffer.from("x"), at("packed/dog-1.tgz"))).toThrow(NotWritten);
  expect(readFileSync(inside, "utf8")).toBe("mine");
});

test("every folder that would be made must have a name on every system", () => {
  expect(whyNoPath(path.join(folder, "NUL", "dog"))).toContain("Windows keeps");
  expect(whyNoPath(path.join(folder, "end.", "dog"))).toContain("full stop");
  expect(whyNoPath(path.join(folder, "good", "dog"))).toBeUndefined();
});
