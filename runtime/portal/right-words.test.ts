// What a right is called, and why a licence ended, in the applicant's language: the text's own words before those of the portal.
import { expect, test } from "vitest";
import { reasonWords } from "../cases/condition-words.ts";
import { service, stage } from "../routing/tests/sample.ts";
import { rightWords } from "./right-words.ts";
import { portalWordsOf } from "./words/portal-words.ts";

const plain = service([stage("look", { by: ["officer"] })], {
  rights: [
    { name: "withdraw", withReason: false },
    { name: "move-stall", withReason: false, label: { en: "Move stall", cy: "Symud" } },
  ],
});
const welsh = portalWordsOf("cy");

test("words of the text come first, then those of the portal, then the name", () => {
  expect(rightWords(plain, "move-stall", "cy", welsh)).toBe("Symud");
  expect(rightWords(plain, "withdraw", "cy", welsh)).toBe(welsh.withdraw);
  expect(rightWords(plain, "move-stall", "fr", welsh)).toBe("Move stall");
});

test("a licence says why it changed as its text does, in the applicant's language where it can", () => {
  const licence = {
    title: { en: "Licence" },
    holds: [],
    acceptedBy: [],
    suspendWhen: "uninsured",
    revokeWhen: "scrapped",
  };
  const rule = (name: string) => ({
    form: "condition" as const,
    gives: { kind: "yes-or-no" as const },
    reads: [name],
    expression: { op: "fact" as const, path: [name] as [string] },
  });
  const watched = {
    ...plain,
    rules: { ...plain.rules, uninsured: rule("uninsured"), scrapped: rule("scrapped") },
    credentials: { licence: { ...licence, suspendSay: { en: "You are not insured.", cy: "Heb yswiriant." } } },
  };
  expect(reasonWords(watched, "licence", "uninsured", "cy")).toBe("Heb yswiriant.");
  expect(reasonWords(watched, "licence", "uninsured", "fr")).toBe("You are not insured.");
  expect(reasonWords(watched, "licence", "scrapped", "cy")).toBe("scrapped");
});
