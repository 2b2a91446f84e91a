// The quick start says what the sources say, and is not used once a source is not as it was.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findQuickStart, type Kept, type Note, noteName, sourceAt } from "./kept.ts";
import { load } from "./load.ts";
import { makeQuickStart } from "./make.ts";

const folder = mkdtempSync(path.join(tmpdir(), "quick-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(place: string, ...words: string[]) {
  const env = { ...process.env, FORMWORK_QUICK_START: place };
  const command = ["compiler/command-line/formwork.js", ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { env, encoding: "utf8" });
  return { code: status, said: stdout, complained: stderr };
}

/** A quick start that only says what it is. */
function made(name: string, sources: Note["sources"]): string {
  const place = path.join(folder, name);
  mkdirSync(place);
  const script = path.join(place, "check-made.cjs");
  writeFileSync(script, 'exports.start = (words) => console.log("this is the quick start", words.length);');
  writeFileSync(path.join(place, "check-made.code"), load(script).script.createCachedData());
  const note: Note = { script: asItIs("check-made.cjs", place), code: asItIs("check-made.code", place), sources };
  writeFileSync(path.join(place, noteName), JSON.stringify(note));
  return place;
}

function asItIs(file: string, folder = ".") {
  const source = sourceAt(file, folder);
  if (!source) throw new Error(`${file} is not there`);
  return source;
}

const good = "examples/resident-parking-permit/parking.service";

test("what is kept is run for a check whose sources are as they were, and for nothing else", () => {
  const fresh = made("fresh", [asItIs("compiler/compile.ts"), asItIs("compiler/package.json")]);
  expect(run(fresh, "check", good).said).toBe("this is the quick start 2\n");
  expect(run(fresh, "--version").said).toMatch(/^formwork \d/);
  const stale = made("stale", [{ ...asItIs("compiler/compile.ts"), written: 0 }]);
  expect(run(stale, "check", good).said).toContain(good);
  expect(run("no", "check", good).said).toContain(good);
  expect(run(path.join(folder, "nowhere"), "check", good).said).toContain(good);
});

const samples = "compiler/tests/samples/check";

test.each([
  [["check", good]],
  [["check", "examples"]],
  [["check", good, "--format", "json"]],
  [["check", `${samples}/name-used-twice/bad.service`, `${samples}/example-fails/bad.service`]],
  [["check", `${samples}/name-used-twice/bad.service`, "--format", "json"]],
  [["check", "nowhere.service"]],
  [["check", good, "--fromat", "json"]],
  [["check", "--help"]],
])("%j says the same, and ends the same, as from the sources", async (words) => {
  const quick = run(await whole(), ...words);
  expect(quick).toEqual(run("no", ...words));
  expect(quick.said + quick.complained).not.toBe("");
});

let making: Promise<string> | undefined;

/** The quick start of the sources as they stand here. */
function whole(): Promise<string> {
  const place = path.join(folder, "whole");
  const entry = "compiler/command-line/quick-start/script.ts";
  making ??= makeQuickStart({ project: path.resolve("."), entry, folder: place }).then(() => place);
  return making;
}

test("what was made of the sources here is fresh", async () => {
  const place = await whole();
  expect(findQuickStart(place, ".")?.script).toMatch(/check-\w+\.cjs$/);
});

const project = path.join(folder, "project");
const kept = path.join(folder, "kept");
const tiny = { project, entry: "room/start.ts", folder: kept };

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
  writeFileSync(path.join(project, file), text);
}

const loader = JSON.stringify(path.resolve(import.meta.dirname, "load.ts"));

function says(): string | undefined {
  const found = findQuickStart(kept, project);
  return found && saidBy(found);
}

/** In a process of its own: this one still knows each script that it compiled, and looks at no code. */
function saidBy({ script, code }: Kept): string {
  const start = `import { load } from ${loader};
    const { script, started } = load(${JSON.stringify(script)}, ${JSON.stringify(code)});
    started.start([]);
    console.log(script.cachedDataRejected ? "and was compiled again" : "");`;
  return spawnSync(process.execPath, ["--input-type=module", "-e", start], { encoding: "utf8" }).stdout.trim();
}

beforeAll(() => {
  write("package.json", '{ "type": "module", "imports": { "#word": "./words/one.ts" } }');
  write("room/start.ts", 'import { word } from "#word";\nexport const start = () => console.log(word);\n');
  write("words/two.ts", 'export const word: string = "two";\n');
});

beforeEach(async () => {
  write("words/one.ts", 'export const word: string = "one";\n');
  // Files that were changed a moment ago are refused.
  await new Promise((resolve) => setTimeout(resolve, 150));
  await makeQuickStart(tiny);
  expect(says()).toBe("one");
});

test("a source that was changed is seen, even when its size and its time are what they were", async () => {
  const file = path.join(project, "words/one.ts");
  const setBack = () => utimesSync(file, 1_000_000, 1_000_000);
  setBack();
  await makeQuickStart(tiny);
  expect(says()).toBe("one");
  write("words/one.ts", 'export const word: string = "new";\n');
  setBack();
  expect(says()).toBeUndefined();
  await makeQuickStart(tiny);
  expect(says()).toBe("new");
});

test("a source that went away is seen, and a name that leads elsewhere", async () => {
  rmSync(path.join(project, "words/one.ts"));
  expect(says()).toBeUndefined();
  write("words/one.ts", 'export const word: string = "one";\n');
  await makeQuickStart(tiny);
  write("package.json", '{ "type": "module", "imports": { "#word": "./words/two.ts" } }');
  expect(says()).toBeUndefined();
  write("package.json", '{ "type": "module", "imports": { "#word": "./words/one.ts" } }');
});

test("a note that cannot be read counts for nothing", () => {
  const parts = [
    "",
    ',"sources":[]',
    ',"sources":[null]',
    ',"sources":[{"file":1}]',
    ',"sources":[{"file":"package.json"}]',
    ',"code":{"file":"check-made.code"},"sources":[{"file":"package.json"}]',
  ];
  const script = '{"file":"check-made.cjs"}';
  const texts = parts.flatMap((part) => [`{"script":"check-made.cjs"${part}}`, `{"script":${script}${part}}`]);
  for (const text of ["", "{", "[]", "{}", ...texts]) {
    writeFileSync(path.join(kept, noteName), text);
    expect(says()).toBeUndefined();
  }
});

test.each(["script", "code"] as const)(
  "a %s that is cut short, or gone, is not run; making it again mends it",
  async (part) => {
    const file = findQuickStart(kept, project)?.[part] ?? "";
    writeFileSync(file, "exports.start(");
    expect(says()).toBeUndefined();
    await makeQuickStart(tiny);
    expect(says()).toBe("one");
    rmSync(file);
    expect(says()).toBeUndefined();
  },
);

test("code of another Node is passed over: the script is compiled as any other", () => {
  const found = findQuickStart(kept, project) ?? { script: "", code: "" };
  const bytes = readFileSync(found.code);
  // Behind the sign of what it is, four bytes tell which V8 made it.
  bytes.writeUInt8(bytes.readUInt8(4) ^ 1, 4);
  writeFileSync(found.code, bytes);
  expect(saidBy(found)).toBe("one\nand was compiled again");
});

test("several that make it at once leave one that is whole, and nothing half written", async () => {
  const make = `import { makeQuickStart } from ${JSON.stringify(path.resolve(import.meta.dirname, "make.ts"))};
    await makeQuickStart(${JSON.stringify(tiny)});`;
  const all = [1, 2, 3].map(
    () =>
      new Promise<number | null>((done) => {
        spawn(process.execPath, ["--input-type=module", "-e", make], { stdio: "inherit" }).on("close", done);
      }),
  );
  expect(await Promise.all(all)).toEqual([0, 0, 0]);
  expect(says()).toBe("one");
  expect(readdirSync(kept).filter((name) => /\.\d+$/.test(name))).toEqual([]);
});

test("scripts of earlier times go, but for the last: somebody may just be starting it", async () => {
  for (const word of ["two", "three", "four"]) {
    write("words/one.ts", `export const word: string = "${word}";\n`);
    await makeQuickStart(tiny);
    expect(says()).toBe(word);
  }
  expect(readdirSync(kept).filter((name) => /\.(cjs|code)$/.test(name))).toHaveLength(4);
});

test("what a stopped process left half written goes when it is made again; what another one is just writing stays", async () => {
  const [old, young] = [`check-${"0".repeat(16)}.cjs.123`, `${noteName}.124`];
  for (const name of [old, young]) writeFileSync(path.join(kept, name), "half");
  utimesSync(path.join(kept, old), 1_000_000, 1_000_000);
  await makeQuickStart(tiny);
  const names = readdirSync(kept);
  expect([old, young].map((name) => names.includes(name))).toEqual([false, true]);
  rmSync(path.join(kept, young));
});
