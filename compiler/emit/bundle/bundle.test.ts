// A bundle is the same bytes each time, and a file that was lost, changed or slipped in is named.
import { expect, test } from "vitest";
import { type Manifest, manifestPath } from "#contract/bundle.ts";
import { parking } from "../tests/parking.ts";
import { emitBundle } from "./bundle.ts";
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
])("%s: %s is named", (problem, file, files) => {
  const [first, ...others] = verifyBundle(files);
  expect(first).toMatchObject({ problem, file });
  expect(first?.message).toContain(file === "manifest.json" && problem === "unknown-version" ? "version 2" : file);
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
