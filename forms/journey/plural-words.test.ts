// From the text to the page: forms that depend on a number, in the language of the reader, on the server and in the browser alike.
import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { rulesOf, settingOf } from "../tests/services.ts";
import { readPosted } from "./read-posted.ts";
import { emptyDraft, findStep, walk } from "./walk.ts";

const text = `service permit "Permit"
  languages English, Welsh

section about-you "About you"
  ask permits "How many permits does your home have?" as whole number
  ask more "You have {permits: one permit | # permits}. Do you want another?" as yes or no
    optional
`;
const welsh = `words Welsh for permit version 1
  service permit "Trwydded"
  section about-you "Amdanoch chi"
  ask permits "Faint o drwyddedau sydd gan eich cartref?"
  ask more "Mae gennych {permits: # trwydded | un drwydded | ddwy drwydded | tair trwydded | chwe thrwydded | # trwydded}. Un arall?"
`;

function titleWith(permits: string, language: string): string | undefined {
  const { service } = compile(
    "permit.service",
    new Map([
      ["permit.service", text],
      ["permit.cy.words", welsh],
    ]),
  );
  if (!service) throw new RangeError("the text does not compile");
  const journey = walk(service, rulesOf(service), emptyDraft, settingOf(service, language));
  const posted = readPosted(journey, "about-you/permits", { permits }, "new-item");
  return findStep(posted.journey, "about-you/more")?.title;
}

test.each([
  ["1", "en", "You have one permit. Do you want another?"],
  ["4", "en", "You have 4 permits. Do you want another?"],
  ["1", "cy", "Mae gennych un drwydded. Un arall?"],
  ["2", "cy", "Mae gennych ddwy drwydded. Un arall?"],
  ["4", "cy", "Mae gennych 4 trwydded. Un arall?"],
])("%s in %s", (permits, language, title) => {
  expect(titleWith(permits, language)).toBe(title);
});
