// `formwork why`: where a value comes from and who reads it, as people call it.
import { expect, test } from "vitest";
import { createFolder, formwork } from "./tests/formwork-process.ts";

const parking = "examples/resident-parking-permit/parking.service";
const { file } = createFolder();

test.each([
  [
    "permit-fee",
    ["£0 when blue-badge is yes (Parking Places Order 2019, article 12)", "stage pay takes payment of permit-fee"],
  ],
  ["home's postcode", ["[../shared/common-questions.shared line 11]", "decision keeper-confirmed reads it"]],
  ["fuel", ["with the applicant's permission: “Check my vehicle", "calculation permit-fee reads it"]],
  ["keeper-letter", ["asked only when keeper is no", "kept for 6 months after the decision"]],
  ["blue-badge", ["sensitive: health", "only parking-officer can see it", "health data, held under"]],
  ["review", ["is done by parking-officer", "stage register-check goes here otherwise"]],
  ["granted", ["issue parking-permit", "stage pay goes here"]],
  ["vehicle-details", ["stands in section your-vehicle"]],
])("why %s", (name, said) => {
  const { code, out } = formwork("why", parking, name);
  expect(code).toBe(0);
  for (const words of said) expect(out).toContain(words);
});

test("a question is asked about by its words as well, as they stand in the form", () => {
  for (const words of [
    "Are you the registered keeper?",
    "are you the registered keeper",
    "Check your vehicle's details",
  ])
    expect(formwork("why", parking, words).code).toBe(0);
  expect(formwork("why", parking, "Are you the registered keeper?").out).toContain("keeper: question");
  expect(formwork("why", parking, "Are you a keeper?").err).toContain('has nothing called "Are you a keeper?". ');
});

test("an answer of an item is told with its question, amounts with their days in words", () => {
  const warmth = "examples/winter-warmth-payment/warmth.service";
  expect(formwork("why", warmth, "children").out).toMatch(/member's born: asked of the applicant in .*repeat members/);
  expect(formwork("why", warmth, "children").out).toContain("document award-notice says it");
  expect(formwork("why", warmth, "adult-allowance").out).toMatch(/£\d+ from 1 \w+ 20\d\d/);
});

test("a stage tells who advises it, its checks and what can keep a case there; a check has an answer of its own", () => {
  const warmth = "examples/winter-warmth-payment/warmth.service";
  expect(formwork("why", warmth, "checks").out).toContain("has check home-check");
  expect(formwork("why", warmth, "appeal").out).toContain("is not done by whoever acted in decision");
  const decision = formwork("why", warmth, "decision").out;
  expect(decision).toContain("is advised by bill-reader");
  expect(decision).toContain("can award when entitled, then goes to awarded");
  expect(decision).toContain("can ask for more information within 20 working days");
  const check = formwork("why", warmth, "home-check").out;
  for (const words of ["stands in stage checks", "is done at land-registry", "can query with reason"])
    expect(check).toContain(words);
});

test("a credential tells how long it is valid, when it ends early and who accepts it", () => {
  const { out } = formwork("why", parking, "parking-permit");
  for (const words of [
    "is valid for 1 year",
    "is revoked when vehicle's taxed is no",
    "is accepted by parking-enforcement",
  ])
    expect(out).toContain(words);
});

test("a name with a slip gets the names that may be meant, those of checks too", () => {
  const { code, err } = formwork("why", "examples/winter-warmth-payment/warmth.service", "home-chek");
  expect([code, err]).toEqual([2, expect.stringContaining("Did you mean home-check?")]);
});

test("a name of several words needs no quotation marks, and JSON says the same", () => {
  const { answers } = JSON.parse(formwork("why", parking, "permit-fee", "--format", "json").out);
  expect(answers).toMatchObject([{ name: "permit-fee", at: { file: "parking.service" } }]);
});

test("a text with a Stop is told first", () => {
  const { code, err } = formwork("why", file("bad.service", 'service p "P"\n  agenci x "X"\n'), "x");
  expect([code, err]).toEqual([1, expect.stringContaining("Mend this first")]);
});

const dog = "compiler/tests/texts/dog-licence/dog.service";

test.each([
  ["breed", ["welfare-officer sees it in check home-visit\n", "warden sees it in stage review\n"]],
  ["full-name", ["police-officer sees it in check record-check\n"]],
  [
    "breed-surcharge",
    ["surcharge: result of a table, money", "£20 when breed is large-breed and bite-count is at least 1"],
  ],
  ["find-dog", ["find-dog: operation", "needs chip and gives name, breed and stolen", "fetch dog asks it"]],
  ["chip-register's find-dog", ["stands in source chip-register"]],
  ["listed-breed", ["option, “Breed on the list of dangerous dogs”", "is a choice of list breeds"]],
  ["bites", ["bites: list, “Has the dog bitten anybody?”", "calculation bite-count reads it"]],
])("why %s", (name, said) => {
  const { code, out } = formwork("why", dog, name);
  expect(code).toBe(0);
  for (const words of said) expect(out).toContain(words);
});

test("how many items a list has is read from the list, not from an answer of its items", () => {
  const { out } = formwork("why", dog, "bite's hospital");
  expect(out).toContain("decision dangerous reads it");
  expect(out).not.toContain("bite-count");
});
