// Documents in their layouts: what stands above and below the author's words.
import { expect, test } from "vitest";
import { layOut } from "./document-layout.ts";

const around = { agency: "Ashby", applicant: "Ann Gray", number: "APK-7Q4M", date: "1 June 2026", language: "en" };

test("plain: title and text", () => {
  expect(layOut("plain", "Plan", "You stand on the square.", around)).toBe("Plan\n\nYou stand on the square.");
});
test("a letter says who writes to whom, when, and about what", () => {
  expect(layOut("letter", "Plan", "You stand on the square.", around)).toBe(
    "Ashby\n1 June 2026\nReference: APK-7Q4M\n\nAnn Gray\n\nPlan\n\nYou stand on the square.\n\nAshby",
  );
});
test("a certificate stands between rules, says whose it is, and ends with agency, date and reference", () => {
  const lines = layOut("certificate", "Plan", "Is a trader.", { ...around, language: "cy" }).split("\n\n");
  expect(lines.slice(1, -1)).toEqual([
    "PLAN",
    "Ann Gray",
    "Is a trader.",
    "Ashby\nDyddiad: 1 June 2026\nCyfeirnod: APK-7Q4M",
  ]);
  expect(lines[0]).toMatch(/^-+$/);
});
test("nobody's name is made up", () => {
  expect(layOut("letter", "Plan", "Text", { ...around, applicant: undefined })).not.toContain("undefined");
});
