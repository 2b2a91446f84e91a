// A bundle is the same bytes each time, and a file that was lost, changed or slipped in is named.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual, promisify } from "node:util";
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { type Manifest, manifestPath } from "#contract/bundle.ts";
import { compile } from "../../compile.ts";
import { lint } from "../bpmn/tests/lint.ts";
import { parking } from "../tests/parking.ts";
import { emitBundle } from "./bundle.ts";
import { validateBundle } from "./validate.ts";
import { verifyBundle } from "./verify.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const form = new Map([
  ["form.b2.js", bytes("b")],
  ["form.a1.css", bytes("a")],
]);
const bundle = await emitBundle(parking, { form });

test("the same service gives the same bytes, in whatever order the form's files come", async () => {
  const again = await emitBundle(structuredClone(parking), { form: new Map([...form].reverse()) });
  expect([...again.keys()]).toEqual([...bundle.keys()]);
  for (const [path, content] of bundle)
    expect(Buffer.from(again.get(path) ?? []).equals(Buffer.from(content)), path).toBe(true);
});

test("the manifest says what the bundle is and lists every other file", () => {
  const manifest: Manifest = JSON.parse(new TextDecoder().decode(bundle.get(manifestPath)));
  expect(manifest).toMatchObject({
    contractVersion: 1,
    service: "resident-parking-permit",
    version: { number: 3 },
    languages: ["en", "cy"],
  });
  expect(Object.keys(manifest.files).sort()).toEqual([...bundle.keys()].filter((path) => path !== manifestPath).sort());
  expect(Object.keys(manifest.files)).toContain("form/form.a1.css");
});

test("service.json reads back as the service that went in", () => {
  expect(JSON.parse(new TextDecoder().decode(bundle.get("service.json")))).toEqual(parking);
});

test("its scripts load and run where making code from text is forbidden", async () => {
  const folder = await mkdtemp(join(tmpdir(), "formwork-bundle-"));
  try {
    for (const name of ["validators.js", "conditions.js"]) await writeFile(join(folder, name), bundle.get(name) ?? "");
    const script = `
      import { rulebook } from "./conditions.js";
      import { validateApplication, validateGives } from "./validators.js";
      const values = { fuel: "electric", permitsHeld: 0 };
      const facts = { values, asked: new Set(), corrected: new Set(), dateApplied: "2026-04-01", today: "2026-04-01" };
      console.log(rulebook.evaluate("permit-fee", facts), validateApplication({}), validateGives["vehicle-register/find-vehicle"]({ make: "Volt" }));
    `;
    await writeFile(join(folder, "run.mjs"), script);
    await writeFile(join(folder, "package.json"), '{"type":"module"}');
    const run = promisify(execFile)(process.execPath, ["--disallow-code-generation-from-strings", "run.mjs"], {
      cwd: folder,
    });
    expect((await run).stdout).toBe("6000 false true\n");
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("an untouched bundle has no problems", () => {
  expect(verifyBundle(bundle)).toEqual([]);
});

function changed(change: (files: Map<string, Uint8Array>) => void): Map<string, Uint8Array> {
  const files = new Map(bundle);
  change(files);
  return files;
}

test.each([
  ["missing", "conditions.js", changed((files) => files.delete("conditions.js"))],
  ["changed", "conditions.js", changed((files) => files.set("conditions.js", bytes("export const rulebook = {}")))],
  ["extra", "form/other.js", changed((files) => files.set("form/other.js", bytes("x")))],
  ["missing", "manifest.json", changed((files) => files.delete("manifest.json"))],
  ["unreadable", "manifest.json", changed((files) => files.set("manifest.json", bytes("{")))],
  ["unreadable", "manifest.json", changed((files) => files.set("manifest.json", bytes("null")))],
  [
    "unknown-version",
    "manifest.json",
    changed((files) => files.set("manifest.json", bytes('{"contractVersion":2,"files":{}}'))),
  ],
  [
    "unknown-version",
    "manifest.json",
    changed((files) => files.set("manifest.json", bytes('{"contractVersion":"2","files":{}}'))),
  ],
])("%s: %s is named", (problem, file, files) => {
  const [first, ...others] = verifyBundle(files);
  expect(first).toMatchObject({ problem, file });
  expect(first?.message).toContain(file === "manifest.json" && problem === "unknown-version" ? "version" : file);
  expect(others).toEqual([]);
});

test("a manifest that leaves out a file that every bundle has is caught", () => {
  const files = changed((all) => {
    all.delete("validators.js");
    const manifest: Manifest = JSON.parse(new TextDecoder().decode(all.get(manifestPath)));
    const { "validators.js": _, ...rest } = manifest.files;
    all.set(manifestPath, bytes(JSON.stringify({ ...manifest, files: rest })));
  });
  expect(verifyBundle(files)).toEqual([expect.objectContaining({ problem: "missing", file: "validators.js" })]);
});

test("any changed byte is told: of a file by its hash, of the manifest by what service.json says", () => {
  const flipped = (content: Uint8Array, at: number) => content.with(at, (content[at] ?? 0) ^ 1);
  for (const [path, content] of bundle) {
    const places =
      path === manifestPath
        ? [...content.keys()].filter((at) => at % 11 === 0)
        : [0, content.length >> 1, content.length - 1];
    for (const at of places) {
      const files = new Map(bundle).set(path, flipped(content, at));
      const told = verifyBundle(files).length > 0 || validateBundle(files).length > 0;
      // Space between the parts of JSON means nothing, unless it became something else.
      const isSpace = path === manifestPath && isDeepStrictEqual(jsonOf(files.get(path)), jsonOf(content));
      expect([path, at, told || isSpace]).toEqual([path, at, true]);
    }
  }
});

function jsonOf(content: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(content));
  } catch (error) {
    return error;
  }
}

test('a version that is text is shown in quotes: "1" is not 1', () => {
  const [first] = verifyBundle(new Map([[manifestPath, bytes('{"contractVersion":"1","files":{}}')]]));
  expect(first?.message).toContain('contract version "1"; this Formwork reads version 1');
});

test("names in any alphabet, and words that look like parts of a page: the bundle keeps to its formats", async () => {
  const text = `service tŷ-申請 "Tŷ <b>&'申請"
  agency cyngor-ŵ "Cyngor \\ <Ŵ> & 'x'"
role swyddog-ŷ "Swyddog <ŷ>"
list lliwiau-ö
  - coch-é "Coch <>"
  - glas-ß "Glas"
section amdanoch-ü "Amdanoch <script>alert(1)</script>"
  ask oedran-ß "Faint ’yw’ & <oedran> — ?" as whole number
  ask ναι-όχι "Ναι;" as yes or no
  ask lliw-ö "Lliw?" as one of lliwiau-ö
route
  stage gwirio-ŷ "Gwirio" by swyddog-ŷ
    shows oedran-ß, ναι-όχι, lliw-ö
    can caniatáu then go to caniatawyd-ŷ
    finish within 5 days
outcome caniatawyd-ŷ "Caniatawyd"
`;
  const { service } = compile("ty.service", new Map([["ty.service", text]]));
  if (!service) throw new Error("the text does not compile");
  const files = await emitBundle(service);
  expect([verifyBundle(files), validateBundle(files)]).toEqual([[], []]);
  const read = (path: string): string => new TextDecoder().decode(files.get(path));
  expect(await new Validator().validate(read("openapi.json"))).toEqual({ valid: true });
  expect(await lint(read("process.bpmn"))).toEqual([]);
});
