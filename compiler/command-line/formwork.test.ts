// The command line as people call it: exit codes and what it says.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const parking = "examples/resident-parking-permit/parking.service";
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "formwork-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function formwork(...words: string[]) {
  const run = spawnSync(process.execPath, ["compiler/command-line/formwork.js", ...words], { encoding: "utf8" });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

function fileOf(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

test("a good text ends with 0", () => {
  const { code, out } = formwork("check", parking);
  expect(code).toBe(0);
  expect(out).toContain(`${parking}: `);
});

test("a text with a Stop ends with 1 and shows line and fix", () => {
  const file = fileOf("bad.service", 'service p "P"\nsection a "A"\n  aks phone "Phone?" as phone number\n');
  const { code, out } = formwork("check", file);
  expect(code).toBe(1);
  expect(out).toContain("FW104 Stop");
  expect(out).toContain("Fix: change  aks  to  ask");
});

test("problems as JSON", () => {
  const file = fileOf(
    "json.service",
    'service p "P"\nsection a "A"\n  ask phone "Phone?" as phone number\n    show when phne is "x"\n',
  );
  const { code, out } = formwork("check", file, "--format", "json");
  const { problems } = JSON.parse(out);
  expect(code).toBe(1);
  expect(problems[0]).toMatchObject({ code: "FW201", severity: "stop", file: "json.service", line: 4, column: 15 });
});

test.each([
  [["chekc"], "Did you mean check?"],
  [["check"], "Name at least one service text, or a folder that holds some."],
  [["check", "nowhere.service"], "There is no file nowhere.service."],
  [["check", "compiler/contract"], "There is no .service text in compiler/contract or below."],
  [["check", "package.json"], "is not a service text"],
  [["check", parking, "--fromat", "json"], "Did you mean --format?"],
  [["check", "-"], "- stands for no file here: texts are read from files, by their names."],
  [["format", "--chek"], "Did you mean --check?"],
  [["check", parking, "--watch=yes"], "--watch stands alone"],
  [["check", parking, "--watch", "--format", "json"], "does not go together with --format json"],
  [["check", parking, "--format", "xml"], "--format can be terminal or json, not xml."],
  [["build", parking], "Say where the bundle goes"],
  [["build", parking, "--out", "compiler"], "compiler holds other files."],
  [["help", "chekc"], "Did you mean check?"],
  [["test", "nowhere.service"], "There is no file nowhere.service."],
  [["new"], "Say what to begin: service, shared or words."],
  [["new", "servce", "x"], "Did you mean service?"],
  [["new", "service"], "Name one text"],
  [["new", "service", "Dog Licence"], "joined by hyphens, and begins with a letter: dog-licence."],
  [["new", "service", "nowhere/dog-licence"], "There is no folder nowhere."],
  [["new", "words", "Welch", parking], "Did you mean Welsh?"],
  [["new", "words", "Welsh"], "Name a language and a service text"],
  [["build", parking, "--out", "bundles/CON"], "CON is a name that Windows keeps for a device"],
  [["why", parking], "Name a service text and a name in it: formwork why parking.service permit-fee"],
  [["why", parking, "permit-fe"], "Did you mean permit-fee?"],
  [["compare", parking], "Name two service texts: the old one, then the new one."],
  [["explain", "FW999"], "There is no problem FW999."],
  [["explain", "70"], "Did you mean FW701 or FW702 or FW703?"],
  [["explain", "name-not-fond"], "Did you mean name-not-found?"],
  [["explain", "FW201", "FW999"], "There is no problem FW201 FW999."],
  [["new", "words", "English", parking], "itself is written in English: its first language needs no file of words."],
  [["new", "words", "Welch", parking], "There is no language called Welch here. Did you mean Welsh?"],
  [["serve", "compiler", "--config", "package.json"], "compiler is not a bundle."],
])("wrong usage %j ends with 2 and says what to write", (words, said) => {
  const { code, err } = formwork(...words);
  expect([code, err]).toEqual([2, expect.stringContaining(said)]);
});

test("a wrong call is told with how the command is called, and where more stands", () => {
  const calls = "formwork new service|shared <name>\nformwork new words <language> <service or library>";
  expect(formwork("new").err).toBe(
    `Say what to begin: service, shared or words.\n\n${calls}\n\nMore: formwork help new\n`,
  );
});

test.each([
  [["check", "compiler/contract"], "There is no .service text in compiler/contract or below."],
  [
    ["format", "compiler/contract/generated"],
    "There is no .service, .shared or .words text in compiler/contract/generated or below.",
  ],
  [
    ["new", "service", parking.replace(".service", "")],
    `${parking} is there already, and was left as it is. Choose another name.`,
  ],
  [["build", parking, "--out", "package.json"], "package.json is a file. Name a folder."],
])("%j was called right: what stands in the way is said alone", (words, said) => {
  expect(formwork(...words)).toEqual({ code: 2, out: "", err: `${said}\n` });
});

test.each([["701"], ["fw701"], ["fw", "701"], ["[FW701]"], ["example-fails"], ["example", "fails"]])(
  "a problem is explained however it is named: %s",
  (...words) => {
    const { code, out } = formwork("explain", ...words);
    expect([code, out]).toEqual([0, expect.stringContaining("FW701 Stop")]);
  },
);

test.each([
  [["parking.service"], 'There is no command "parking.service". To check a text: formwork check parking.service'],
  [["check", "nowhere/x.service"], "There is no folder nowhere, so there is no x.service in it."],
  [["check", "README"], "There is no file or folder README."],
  [["check", parking.replace(".service", "")], `Did you mean ${parking}?`],
  [["format", "nowhere.service"], "There is no file nowhere.service."],
  [["build", parking], "in a folder of its own: --out bundle"],
  [["why", "permit-fee", parking], `The text comes first: formwork why ${parking} permit-fee`],
  [["why", parking, "zzzzzz"], "It has: "],
  [["words", parking, "Welsh"], `formwork words ${parking} --language Welsh`],
  [["new", "words", parking, "Welsh"], `The language comes first: formwork new words Welsh ${parking}`],
  [["new", "words", "Welsh", parking], `To bring it up to date: formwork words ${parking} --language Welsh`],
  [["import", "process.bpmn"], "Say what it is as well: formwork import bpmn process.bpmn"],
  [["import", "visio", "x"], 'Only bpmn can be imported, not "visio".'],
])("%j ends with 2 and says what to write instead", (words, said) => {
  const { code, err } = formwork(...words);
  expect([code, err]).toEqual([2, expect.stringContaining(said)]);
});

test("the version is said", () => {
  expect(formwork("--version").out).toMatch(/^formwork \d+\.\d+\.\d+\n$/);
});

test.each([
  ["a.service", "%PDF-1.7", "is a PDF, whatever its name says."],
  ["b.service", "PK\u0003\u0004xx", "is a document of a word processor, a spreadsheet or another packed file"],
  ["c.service", "{\\rtf1 x}", "rich text (RTF)"],
  ["d.service", "<!DOCTYPE html><p>x", "is a web page"],
  ["e.service", new Uint8Array(Buffer.from('service x "X"', "utf16le")), "is saved as UTF-16"],
])("%s of another kind is told as what it is, and what to do", (name, content, said) => {
  const { code, err } = formwork("check", fileOf(name, content));
  expect([code, err]).toEqual([2, expect.stringContaining(said)]);
});

test("a words file without its first line is told what it begins with", () => {
  fileOf("talk.cy.words", "hello\n");
  const { out } = formwork("check", fileOf("talk.service", 'service talk "Talk"\n'));
  expect(out).toContain("A words file begins with a line like  words Welsh for dog-licence version 1");
});

test("a folder of packed bundles is told to be one", () => {
  const out = path.join(folder, "packed");
  expect(formwork("build", fileOf("pack.service", 'service pack "Pack"\n'), "--out", out, "--tgz").code).toBe(0);
  expect(formwork("verify", out).out).toContain(`Name one of them: ${path.join(out, "pack-1.tgz")}`);
});

test("an empty text is told how to begin", () => {
  expect(formwork("check", fileOf("empty.service", " \n")).out).toContain("formwork new service my-service");
  expect(formwork("lock", fileOf("empty.service", " \n")).err).toContain("has no service line");
});

test.each([
  ["bytes.service", new Uint8Array([115, 0, 1, 2]), "is not a text"],
  ["latin.service", new Uint8Array([0x22, 0xe9, 0x22]), "is not saved as UTF-8"],
])("%s is told as what it is", (name, content, said) => {
  const { code, err } = formwork("check", fileOf(name, content));
  expect([code, err]).toEqual([2, expect.stringContaining(said)]);
});

test("help ends with 0, for all and for each command, both ways", () => {
  const { out, code } = formwork("help");
  expect(code).toBe(0);
  const commands = [...out.matchAll(/^ {2}formwork ([a-z-]+)/gm)].flatMap(([, name]) => name ?? []);
  expect(commands).toContain("check");
  for (const command of new Set(commands.filter((one) => one !== "help"))) {
    const asked = formwork("help", command);
    expect(asked).toMatchObject({ code: 0, err: "", out: expect.stringContaining(`formwork ${command} `) });
    expect(formwork(command, "--help").out).toBe(asked.out);
  }
});

test("a bundle is written whole, and a broken text leaves the old one as it was", () => {
  const out = path.join(folder, "bundle");
  expect(formwork("build", parking, "--out", out).code).toBe(0);
  const before = readFileSync(path.join(out, "manifest.json"), "utf8");
  const broken = fileOf("broken.service", 'service p "P"\n  agenci x "X"\n');
  expect(formwork("build", broken, "--out", out)).toMatchObject({
    code: 1,
    err: expect.stringContaining("Nothing was written."),
  });
  expect(readFileSync(path.join(out, "manifest.json"), "utf8")).toBe(before);
  expect(readdirSync(folder).filter((name) => name.startsWith("bundle."))).toEqual([]);
});
