// The questions of who applies as they are said in each language, from compiled texts.
import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { care, careInWelsh } from "./tests/care.ts";
import { type Asked, applicantOf, askingOf, pageToAsk, withChosen } from "./who-applies.ts";

const texts = new Map([
  ["care.service", care.replace('"Town of Ashby"', '"Town of Ashby"\n  languages English, Welsh')],
  ["care.cy.words", careInWelsh],
]);
const { service } = compile("care.service", texts);
if (!service) throw new Error("The service did not compile.");

const asked: Asked = {
  service,
  identity: {
    subject: "Ann",
    level: "substantial",
    kind: "person",
    at: "2026-06-16T08:20:00.000Z",
    parts: { fullName: "Ann Able", email: "ann@mail.example" },
  },
  draft: { answers: {}, origins: {}, fetched: {}, passed: [], applyingFor: "person" },
};
const business = (): Asked => ({ ...asked, draft: { ...asked.draft, applyingFor: "business" } });

test("the roles are called as words files call them, and elsewhere as their names read", () => {
  const welsh = askingOf(asked, "filled-in-by", "cy");
  expect(welsh?.label).toBe("Ydych chi’n llenwi hwn i chi’ch hun neu i rywun arall?");
  const labels = welsh?.options.map(({ label }) => label);
  expect(labels).toEqual(["I mi fy hun", "I rywun arall, fel cynrychiolydd", "I rywun arall, fel appointee"]);
  const roles = askingOf(business(), "filled-in-by", "cy")?.options.map(({ label }) => label);
  expect(roles).toEqual(["Director", "Ysgrifennydd y cwmni"]);
  const english = askingOf(business(), "filled-in-by", "en")?.options.map(({ label }) => label);
  expect(english).toEqual(["Director", "Company secretary"]);
});

test("what is chosen counts as long as it is offered", () => {
  const helped = withChosen(asked, "filled-in-by", "representative");
  expect(helped).toMatchObject({ filledInBy: "representative" });
  expect(withChosen(asked, "filled-in-by", "staff")).toBeUndefined();
  if (!helped) throw new Error("A representative may help.");
  expect(pageToAsk({ ...asked, draft: helped })).toBeUndefined();
  const changed = withChosen({ ...asked, draft: helped }, "applying-for", "business");
  expect(changed).not.toHaveProperty("filledInBy");
  expect(pageToAsk({ ...asked, draft: changed ?? helped })).toBe("filled-in-by");
});

test("of whom somebody helps nothing is known; who acts for a business that a register named is known by it", () => {
  const known = { ...asked.identity, kind: "business" as const, isKindKnown: true as const };
  const draft = { ...asked.draft, filledInBy: "representative" };
  expect(applicantOf(service, asked.identity, draft).parts).toEqual({ email: "ann@mail.example" });
  expect(applicantOf(service, known, { ...draft, filledInBy: "director" })).toMatchObject({
    filledInBy: "director",
    isOwnWord: true,
    parts: { fullName: "Ann Able" },
  });
  expect(applicantOf(service, asked.identity, { ...draft, filledInBy: "applicant" })).toEqual(asked.identity);
});
