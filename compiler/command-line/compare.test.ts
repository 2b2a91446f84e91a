// `formwork compare`: differences between two files, as people call it.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createFolder, formwork } from "./tests/formwork-process.ts";

const parking = "examples/resident-parking-permit/parking.service";
const { file } = createFolder();
const text = readFileSync(parking, "utf8");
const line = text.split("\n").findIndex((one) => one.includes("| £90")) + 1;

test("a fee that went up is told in words, with the line of the new text", () => {
  const now = file("parking.service", text.replace("| £90 ", "| £95 ").replace('  - diesel "Diesel"\n', ""));
  const { code, out } = formwork("compare", parking, now, "--libraries", "examples/shared");
  expect(code).toBe(0);
  expect(out).toContain(
    `Rules and amounts\n  ${line - 1} | table permit-price, price when fuel is electric and permits-held is 1 or more: £90 → £95`,
  );
  expect(out).toMatch(/^The form\n {5}\| .*diesel.*taken away/);
  expect(out).toContain(`${parking} → ${now}: 2 differences`);
});

test("the same text says the same, as JSON too", () => {
  expect(formwork("compare", parking, parking).out).toBe(`${parking} and ${parking} say the same.\n`);
  expect(JSON.parse(formwork("compare", parking, parking, "--format", "json").out)).toEqual({ differences: [] });
});
