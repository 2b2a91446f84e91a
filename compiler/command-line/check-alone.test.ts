// Libraries and words files checked alone, and texts that cannot be read: what is said of the named file, and nothing of others.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { checkText } from "./checked-text.ts";
import { readAlone } from "./read-alone.ts";
import { readService } from "./read-service.ts";

const folder = mkdtempSync(path.join(tmpdir(), "alone-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

function said(file: string): string[] {
  const read = readAlone(file, undefined);
  if (!read) throw new Error(`${file} is checked as a service`);
  return checkText({ file, ...read }).problems.map(({ at, code }) => `${at.file} ${code}`);
}

const library = `shared questions "Questions"
  version 2 starts 1 January 2026

question-set home "Home"
  ask town "Town" as text
  ask flat "Flat" as text
    show when town is "Ashby"

amount fee
  £20 from 1 January 2026
`;

test("a library alone has its own problems told, of writing and of meaning", () => {
  expect(said(write("questions.shared", library))).toEqual([]);
  expect(said(write("questions.shared", library.replace("as text", "az text")))).toEqual(["questions.shared FW103"]);
  expect(said(write("questions.shared", library.replace("when town", "when street")))).toEqual([
    "questions.shared FW201",
  ]);
  expect(said(write("questions.shared", library.replace('is "Ashby"', "is £5")))).toEqual(["questions.shared FW301"]);
});

test("a words file alone is checked beside the text that it is for, and only its own problems are told", () => {
  write("questions.shared", library);
  const words = 'words Welsh for questions version 2\n  ask town "Tref"\n  ask flat "Fflat"\n  ask street "Stryd"\n';
  expect(said(write("questions.cy.words", words))).toEqual(["questions.cy.words FW201"]);
  expect(() => said(write("lost.cy.words", words))).toThrow("neither");
});

test("what cannot be read is told as what it is", () => {
  const read = (file: string) => () => readService(file, undefined);
  write("parking.service", 'service parking "Parking"\n');
  expect(read(path.join(folder, "parkin.service"))).toThrow(/Did you mean .*parking\.service\?/);
  expect(read(write("old.service", new Uint8Array([0xff, 0xfe, 0x73, 0])))).toThrow("UTF-16");
  expect(read(write("latin.service", new Uint8Array([0x63, 0xe9, 0x20])))).toThrow("not saved as UTF-8");
  expect(read(write("picture.service", new Uint8Array([0, 1, 2])))).toThrow("not a text");
  expect(read(write("long.service", " ".repeat(4_500_000)))).toThrow("4.5 MB");
});
