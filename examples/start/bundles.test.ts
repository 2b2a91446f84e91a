// Compiling by the command that authors use: a good text becomes a bundle, a broken one keeps what was there and says why.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildBundle, findServiceTexts } from "./bundles.ts";
import { projectFolder } from "./parts.ts";
import { watchTexts } from "./watch.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "bundles-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("every example is found and compiles into a bundle named for its service", async () => {
  const texts = findServiceTexts();
  expect(texts).toContain(path.join("examples", "resident-parking-permit", "parking.service"));
  expect(texts).not.toContain(path.join("examples", "winter-warmth-payment", "warmth.service"));
  const into = path.join(folder, "bundles");
  mkdirSync(into);
  const built = await buildBundle(path.join("examples", "resident-parking-permit", "parking.service"), into);
  expect(built).toEqual({
    text: built.text,
    problems: "",
    bundle: path.join(into, "resident-parking-permit", "parking"),
  });
  expect(existsSync(path.join(into, "resident-parking-permit", "parking", "manifest.json"))).toBe(true);
});

test("a text that breaks keeps its last good bundle, byte for byte, and its problems are told; one that never was good is left out", async () => {
  const text = path.join(folder, "small", "small.service");
  mkdirSync(path.dirname(text));
  const good = readFileSync(path.join(projectFolder, "examples/resident-parking-permit/parking.service"), "utf8");
  const into = path.join(folder, "bundles");
  const last = path.join(into, "small", "small");
  cpSync(path.join(projectFolder, "examples/shared"), path.join(folder, "shared"), { recursive: true });
  writeFileSync(text, good);
  expect((await buildBundle(text, into)).bundle).toBe(last);
  const manifest = readFileSync(path.join(last, "manifest.json"), "utf8");
  writeFileSync(text, `${good.replace("ask blue-badge", "aks blue-badge")}`);
  const broken = await buildBundle(text, into);
  expect(broken.problems).toMatch(/blue-badge/);
  expect(broken.bundle).toBe(last);
  expect(readFileSync(path.join(last, "manifest.json"), "utf8")).toBe(manifest);
  const never = await buildBundle(text, path.join(folder, "empty"));
  expect(never.bundle).toBeUndefined();
  writeFileSync(text, good.replace("service resident", "servce resident"));
  expect((await buildBundle(text, into)).bundle).toBe(last);
});

test("while texts are watched, a broken one is told and nothing is restarted; once it is good it is served", async () => {
  const good = readFileSync(path.join(projectFolder, "examples/resident-parking-permit/parking.service"), "utf8");
  cpSync(path.join(projectFolder, "examples/shared"), path.join(folder, "shared"), { recursive: true });
  const text = path.join(folder, "parking", "parking.service");
  mkdirSync(path.dirname(text));
  const served: (readonly string[] | undefined)[] = [];
  const said: string[] = [];
  const running = { restartRuntime: async (bundles?: readonly string[]) => void served.push(bundles) };
  const watched = { folder, findTexts: () => [text], into: path.join(folder, "bundles") };
  const stop = watchTexts(running, watched, (line) => said.push(line));
  try {
    writeFileSync(text, good.replace("ask blue-badge", "aks blue-badge"));
    await expect.poll(() => said.length, { timeout: 20_000 }).toBe(1);
    expect(said[0]).toContain("what was served before goes on");
    expect(served).toEqual([]);
    writeFileSync(text, good);
    await expect.poll(() => served.length, { timeout: 20_000 }).toBe(1);
    expect(served[0]).toEqual([path.join(folder, "bundles", "parking", "parking")]);
  } finally {
    stop();
  }
});
