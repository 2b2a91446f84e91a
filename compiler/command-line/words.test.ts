// `formwork words` and `formwork lock` as translators and authors call them, from the first words file to a changed library.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { createFolder, formwork } from "./tests/formwork-process.ts";

const { folder, file } = createFolder();
const at = (name: string) => path.join(folder, name);
const change = (name: string, old: string, now: string) =>
  writeFileSync(
    at(name),
    readFileSync(at(name), "utf8").replace(old, () => now),
  );

const service = file(
  "permit.service",
  `service permit "Permit"
  languages English, Welsh
use home-address from sets version 1

section about-you "About you"
  ask phone "What is your phone number?" as phone number
    optional
  include home-address as home
`,
);
file(
  "sets.shared",
  `shared sets "Sets"
  version 1 starts 1 January 2026

question-set home-address "Home address"
  ask town "Town or city" as text
`,
);
file(
  "sets.cy.words",
  'words Welsh for sets version 1\n  question-set home-address "Cyfeiriad cartref"\n  ask town "Tref neu ddinas"\n',
);

test("a words file is made, translated, found out of date, and read again", { timeout: 60_000 }, () => {
  expect(formwork("words", service, "--language", "Welsch").err).toContain("Did you mean Welsh?");
  expect(formwork("words", service, "--language", "Welsh").out).toContain("with 3 lines to translate");
  expect(formwork("words", service, "--language", "cy").out).toContain("3 lines to translate, 0 to read again");
  change("permit.cy.words", '# service permit "Permit"', 'service permit "Trwydded"');
  change("permit.cy.words", '# section about-you "About you"', 'section about-you "Amdanoch chi"');
  change("permit.cy.words", '# ask phone "What is your phone number?"', 'ask phone "Beth yw eich rhif ffôn?"');
  expect(formwork("words", service, "--language", "Welsh").out).toBe("permit.cy.words: up to date\n");
  change("permit.service", "What is your phone number?", "What is your mobile number?");
  expect(formwork("words", service, "--language", "Welsh").out).toContain(
    'changed since it was translated: ask phone, was "What is your phone number?"',
  );
  expect(formwork("check", service).out).toContain("FW802");
  expect(formwork("words", service, "--language", "Welsh", "--still-fits", "ask phone").out).toContain("up to date");
  expect(formwork("check", service).out).not.toContain("FW802");
});

test("a library's words are made and brought up to date like those of a service", { timeout: 60_000 }, () => {
  const streets = file(
    "streets.shared",
    'shared streets "Streets"\n  version 2 starts 1 January 2026\n\nlist streets\n  - mill-lane "Mill Lane"\n  - quay "Quay"\n',
  );
  expect(formwork("words", streets, "--language", "Welsh").out).toContain("with 2 lines to translate");
  expect(readFileSync(at("streets.cy.words"), "utf8")).toContain("words Welsh for streets version 2\n");
  change("streets.cy.words", "# list streets", "list streets");
  change("streets.cy.words", '  #   - quay "Quay"', '    - quay "Cei"');
  expect(formwork("words", streets, "--language", "Welsh").out).toBe(
    "streets.cy.words: 1 line to translate, 0 to read again\n",
  );
  expect(formwork("words", file("none.shared", "list a\n"), "--language", "Welsh")).toMatchObject({
    code: 1,
    err: expect.stringContaining("has no shared line"),
  });
});

test("a library that changed under its number is told until that is agreed to", { timeout: 60_000 }, () => {
  formwork("check", service);
  expect(existsSync(at("formwork.lock"))).toBe(true);
  change("sets.shared", "Town or city", "Town");
  expect(formwork("check", service).out).toContain("FW805");
  expect(formwork("lock", service)).toMatchObject({
    code: 0,
    out: expect.stringContaining("written (sets version 1)"),
  });
  expect(formwork("check", service).out).not.toContain("FW805");
  expect(formwork("lock", service).out).toContain("nothing to change");
});
