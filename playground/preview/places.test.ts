import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "#compiler";
import { lineOfPath, partAtLine, resolvePointer, writtenParts } from "./places.ts";

const text = readFileSync(new URL("../../examples/resident-parking-permit/parking.service", import.meta.url), "utf8");
const shared = ["common-questions.shared", "calendars.shared"].map(
  (file) => [file, readFileSync(new URL(`../../examples/shared/${file}`, import.meta.url), "utf8")] as const,
);
const { service } = compile("parking.service", new Map([["parking.service", text], ...shared]));
if (!service) throw new Error("the example does not compile");
const parts = writtenParts(service);
const lines = text.split("\n");
const lineOf = (words: string): number => lines.findIndex((line) => line.includes(words)) + 1;

test("a question's own line and the lines under it belong to the question", () => {
  expect(partAtLine(parts, "parking.service", lineOf("ask registration"), lines)?.path).toBe("registration");
  expect(partAtLine(parts, "parking.service", lineOf("For example, AB12 CDE"), lines)?.path).toBe("registration");
  expect(partAtLine(parts, "parking.service", lineOf("A home can have up to 4"), lines)?.path).toBe("permitsHeld");
});

test("a line that is no part of a question belongs to none, though a question stands above it", () => {
  expect(partAtLine(parts, "parking.service", lineOf("fetch vehicle"), lines)).toBeUndefined();
  expect(partAtLine(parts, "parking.service", lineOf("calculate permit-fee"), lines)).toBeUndefined();
  expect(partAtLine(parts, "another.service", 3, lines)).toBeUndefined();
});

test("a question leads back to its line, one of an included set to its library", () => {
  expect(lineOfPath(parts, service, "keeper")?.line).toBe(lineOf('ask keeper "'));
  expect(lineOfPath(parts, service, "home.postcode")?.file).toBe("common-questions.shared");
  expect(lineOfPath(parts, service, "nothing")).toBeUndefined();
});

test("pointers follow RFC 6901, and one that leads nowhere is nothing", () => {
  expect(resolvePointer({ "a/b": { "~c": [1, 2] } }, "/a~1b/~0c/1")).toBe(2);
  expect(resolvePointer({ a: 1 }, "/a/b")).toBeUndefined();
  expect(resolvePointer({}, "/constructor")).toBeUndefined();
});
