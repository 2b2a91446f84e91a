// `formwork new`: what it begins checks clean at once, and never takes the place of something else.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { createFolder, formwork } from "./tests/formwork-process.ts";

const { folder, file } = createFolder();
const at = (name: string) => path.join(folder, name);

test("a new service checks clean, plays its examples, reaches everything and is in canonical form", () => {
  expect(formwork("new", "service", at("dog-licence")).code).toBe(0);
  const written = at("dog-licence.service");
  expect(formwork("check", written)).toMatchObject({ code: 0, out: `${written}: nothing to mend\n` });
  expect(formwork("test", written).out).toContain("They reach everything");
  expect(formwork("format", written, "--check").code).toBe(0);
});

test("a command that is proposed can be copied, though the folder's name has spaces", () => {
  mkdirSync(at("my services"));
  const text = at("my services/dog-licence.service");
  expect(formwork("new", "service", at("my services/dog-licence")).out).toContain(`formwork check "${text}" --watch`);
  expect(formwork("why", "dog-licence", text).err).toContain(`formwork why "${text}" dog-licence`);
});

test("a new library can be used at once, as its comments say", () => {
  formwork("new", "shared", at("common-things.shared"));
  formwork("new", "service", at("uses"));
  const text = readFileSync(at("uses.service"), "utf8")
    .replace("\n# Who works", "\nuse contact-details, office-days from common-things version 1\n\n# Who works")
    .replace("  # Asked only", "  include contact-details as contact\n  # Asked only")
    .replace("shows full-name,", "shows full-name, contact,")
    .replace("route\n", "route\n  calendar office-days\n");
  const { code, out } = formwork("check", file("uses.service", text));
  expect([code, out]).toEqual([0, `${at("uses.service")}: nothing to mend\n`]);
});

test("words list every line to translate: put in, nothing is missing", () => {
  const service = file(
    "words/parking.service",
    readFileSync("examples/resident-parking-permit/parking.service", "utf8"),
  );
  for (const name of ["calendars.shared", "common-questions.shared", "common-questions.cy.words"])
    file(`shared/${name}`, readFileSync(`examples/shared/${name}`, "utf8"));
  expect(formwork("new", "words", "Welsh", service).code).toBe(0);
  const words = at("words/parking.cy.words");
  expect(formwork("check", service).out).toContain("Welsh has no words for");
  writeFileSync(words, readFileSync(words, "utf8").replace(/^(\s*)# (?!Every|Names)/gm, "$1"));
  expect(formwork("check", service).out).toBe(`${service}: nothing to mend\n`);
});

test("what is there already stays as it is", () => {
  const mine = file("mine.service", "mine");
  expect(formwork("new", "service", at("mine"))).toMatchObject({
    code: 2,
    err: expect.stringContaining("is there already"),
  });
  expect(readFileSync(mine, "utf8")).toBe("mine");
});
