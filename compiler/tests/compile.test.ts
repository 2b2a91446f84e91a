// The whole compiler on whatever is thrown at it: it never throws, and what it gives is always a valid service.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readService } from "../command-line/read-service.ts";
import { compile } from "../compile.ts";

const schema = JSON.parse(readFileSync("compiler/contract/service.schema.json", "utf8"));
const isService = new Ajv2020({ strict: false }).compile(schema);
const parking = readService("examples/resident-parking-permit/parking.service", undefined);
const text = parking.files.get(parking.entry) ?? "";
const lines = text.split("\n");

function compileParking(changed: string) {
  return compile(parking.entry, new Map([...parking.files, [parking.entry, changed]]));
}

test("parking is a valid service", () => {
  const { service } = compileParking(text);
  expect([isService(service), isService.errors]).toEqual([true, null]);
});

test("any text with lines dropped, doubled, moved and cut is read without throwing, and what comes out is valid", () => {
  const change = fc.tuple(fc.constantFrom("drop", "double", "cut", "indent"), fc.nat(lines.length - 1), fc.nat(60));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const changed = changes.reduce((all, [how, at, size]) => {
        const line = all[at] ?? "";
        const other = { drop: [], double: [line, line], cut: [line.slice(0, size)], indent: [`  ${line}`] }[how];
        return other ? all.toSpliced(at, 1, ...other) : all;
      }, lines);
      const { service } = compileParking(changed.join("\n"));
      return service === undefined || isService(service);
    }),
    { numRuns: 200 },
  );
});

test("random text is read without throwing", () => {
  const words = fc.constantFrom(
    "ask",
    "service",
    "stage",
    '"Words"',
    "as",
    "money",
    "when",
    "is",
    "\n",
    "\n  ",
    "- ",
    "| ",
    "yes",
    "can",
    "£5",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 6 })), { maxLength: 40 }), (parts) => {
      compile("a.service", new Map([["a.service", parts.join(" ")]]));
    }),
    { numRuns: 300 },
  );
});

test("a text that is not there is a mistake of the caller", () => {
  expect(() => compile("b.service", new Map())).toThrow(RangeError);
});

test("every pointer of the source map leads to a piece of the service and into the text", () => {
  const { service, trees } = compileParking(text);
  for (const [pointer, place] of Object.entries(service?.sourceMap ?? {})) {
    const keys = pointer
      .split("/")
      .slice(1)
      .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
    const found = keys.reduce<unknown>((node, key) => (Object(node) as Record<string, unknown>)[key], service);
    expect(found, pointer).toBeDefined();
    const source = trees.find((tree) => tree.file === place.file)?.text.split("\n")[place.line - 1] ?? "";
    expect(source.length, pointer).toBeGreaterThanOrEqual(place.column);
  }
});

test("a live service with a Check is not compiled", () => {
  const live = text
    .replace(/status pilot.*/, "status live")
    .replace("languages English, Welsh", "languages English, French");
  const { service, problems } = compileParking(live);
  expect(service).toBeUndefined();
  expect(problems.filter((problem) => problem.severity === "check").map((problem) => problem.title)).toEqual([
    "There are no words in French",
    "There are no words in French for common-questions",
  ]);
});

const twice = `service move "Move"
  agency ashby-council "Ashby City Council"
  version 1 starts 1 April 2026
use home-address from common-questions version 2
section addresses "Your addresses"
  include home-address as old-home
    worded address "What was your old address?"
  include home-address as new-home
    worded line-1 "New address line 1"
`;

function compileTwice(changed: string) {
  return compile(
    "move.service",
    new Map([...parking.files].filter(([file]) => file !== parking.entry).concat([["move.service", changed]])),
  );
}

test("a question set can be used twice, each time with words of its own", () => {
  const { problems, service } = compileTwice(twice);
  expect(problems.filter((problem) => problem.severity === "stop")).toEqual([]);
  const pages = service?.sections[0]?.steps.flatMap((step) => (step.kind === "page" ? [step] : [])) ?? [];
  expect(pages.map((page) => page.title?.["en"])).toEqual(["What was your old address?", "What is your address?"]);
  expect(new Set(pages.map((page) => page.name)).size).toBe(2);
  const fields = pages.flatMap((page) => page.parts.flatMap((part) => (part.kind === "field" ? [part] : [])));
  expect(fields.find((field) => field.path.join(".") === "newHome.line1")?.label["en"]).toBe("New address line 1");
});

test("other words for something the set does not have are told", () => {
  const { problems } = compileTwice(twice.replace("worded line-1", "worded line-9"));
  expect(problems.filter((problem) => problem.severity === "stop").map((problem) => problem.code)).toEqual(["FW201"]);
});
