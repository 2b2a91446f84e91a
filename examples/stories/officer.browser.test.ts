// A person decides: refusing with a reason and the appeal by somebody else, asking for more information while the clock
// stands still, and the applicant who withdraws.
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  buildLetter,
  expectWords,
  type Filling,
  fillIn,
  follow,
  onPage,
  openApplication,
  pay,
  press,
  send,
} from "./citizen.ts";
import { openHouse, type StoryHouse, type Visitor } from "./house.ts";
import { decide, findCase, openCase, signInAtDesk } from "./officer.ts";
import { takePicture } from "./pictures.ts";
import { expectSound } from "./sound-page.ts";

let house: StoryHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const letter = {
  name: "letter from my mother.pdf",
  mimeType: "application/pdf",
  buffer: buildLetter("I let my son Tom Pryce keep my car GH15 KPR."),
};
const tom: Filling = {
  who: "Tom Pryce",
  zone: "Zone A: Market Square",
  registration: "GH15 KPR",
  keeper: "No",
  letter,
};

test("story 2: not the keeper, refused with a reason; on appeal somebody else decides otherwise", async () => {
  const driver = await house.visitor();
  await fillIn(driver.page, tom, (name) => seeOnTheWay(driver, name));
  const reference = await send(driver.page);

  const owen = await house.visitor();
  await signInAtDesk(owen.page, "Owen Marsh");
  await openCase(owen.page, reference, (name) => expectSound(owen.page, name));
  await expectSound(owen.page, "case");
  await expectWords(owen.page, [
    "Claimed by you",
    "Keeper confirmed: no",
    "Volkswagen Golf\nNational Vehicle Register",
    "Keeper letter\nletter from my mother.pdf",
  ]);
  expect(await openFile(owen.page, letter.name)).toEqual(letter.buffer);
  await decide(owen.page, "Refuse", /^Refuse/, "");
  await expectWords(owen.page, ["Give the reason in words: the applicant reads it."]);
  await expectSound(owen.page, "refused without a reason");
  await decide(owen.page, "Refuse", /^Refuse/, "the letter does not name the vehicle");
  await owen.page.getByText("Outcome: Permit refused").waitFor();
  await expectSound(owen.page, "case refused");
  await takePicture(owen.page, "2-case-refused");

  await openApplication(driver.page, reference);
  await expectWords(driver.page, [
    "Permit refused",
    "The reason we gave\n\nthe letter does not name the vehicle",
    /You can appeal until \w+day \d+ \w+/,
  ]);
  await expectSound(driver.page, "refused");
  await takePicture(driver.page, "2-refused");
  const message = await house.awaitMessage("tom.pryce@mail.example", "We cannot give you a parking permit");
  expect(message.text).toMatch(
    /^We refused your application because the letter does not name the vehicle\. You can appeal until \d+ \w+ \d{4}\.$/m,
  );

  await follow(driver.page, "Appeal against this decision");
  await onPage(driver.page, "Appeal against this decision");
  await press(driver.page, "Send my appeal");
  await expectWords(driver.page, ["Write your reason, so that we know what to look at."]);
  await expectSound(driver.page, "appeal without a reason");
  await driver.page.getByLabel("Why? In your own words").fill("The letter names it: look at the second line.");
  await press(driver.page, "Send my appeal");
  await expectWords(driver.page, ["Your appeal is sent.", "A different officer looks at your appeal"]);
  await expectSound(driver.page, "appeal sent");

  const idris = await house.visitor();
  await signInAtDesk(idris.page, "Idris Vaughan");
  await openCase(idris.page, reference);
  await expectWords(idris.page, [
    "the letter does not name the vehicle",
    "The letter names it: look at the second line.",
  ]);
  await expectSound(idris.page, "appeal at the desk");
  await decide(idris.page, "Uphold", /^Uphold/);
  await pay(driver.page, reference, "£120");
  for (const { complaints } of [driver, owen, idris]) expect(complaints).toEqual([]);
});

test("whoever refused cannot decide the appeal; somebody else dismisses it", async () => {
  const driver = await house.visitor();
  await fillIn(driver.page, tom);
  const reference = await send(driver.page);
  const priya = await house.visitor();
  await signInAtDesk(priya.page, "Priya Shah");
  await openCase(priya.page, reference);
  await decide(priya.page, "Refuse", /^Refuse/, "the keeper lives elsewhere");
  await priya.page.getByText("Outcome: Permit refused").waitFor();

  await openApplication(driver.page, reference);
  await follow(driver.page, "Appeal against this decision");
  await driver.page.getByLabel("Why? In your own words").fill("I live here.");
  await press(driver.page, "Send my appeal");

  await priya.page.goto(`/desk/cases/${reference}`);
  expect(await priya.page.getByRole("radio").count()).toBe(0);
  const idris = await house.visitor();
  await signInAtDesk(idris.page, "Idris Vaughan");
  await openCase(idris.page, reference);
  await decide(idris.page, "Dismiss", /^Dismiss/, "the rules ask for the keeper to live at your address");
  await openApplication(driver.page, reference);
  await expectWords(driver.page, ["Appeal dismissed", "the rules ask for the keeper to live at your address"]);
  for (const { complaints } of [driver, priya, idris]) expect(complaints).toEqual([]);
});

test("story 3: the officer asks for more, the clock stands still, the driver answers, and the permit is granted", async () => {
  const driver = await house.visitor();
  await fillIn(driver.page, tom);
  const reference = await send(driver.page);
  const owen = await house.visitor();
  await signInAtDesk(owen.page, "Owen Marsh");
  await openCase(owen.page, reference);
  await decide(owen.page, "Ask for more information", "Ask Tom", "Which days do you use the car?");
  await expectSound(owen.page, "asked");
  await takePicture(owen.page, "3-clock-stopped-at-the-desk");
  await findCase(owen.page, reference);
  await expectWords(owen.page, ["Clock stopped", "waits for applicant"]);
  await expectSound(owen.page, "work list with a stopped clock");

  const asked = await house.awaitMessage("tom.pryce@mail.example", `We need something more from you for ${reference}`);
  expect(asked.text).toContain("Which days do you use the car?");
  await driver.page.goto("/applications");
  await expectSound(driver.page, "my applications");
  await openApplication(driver.page, reference);
  await expectWords(driver.page, ["Waits for you", "Which days do you use the car?", "Our clock is stopped"]);
  await expectSound(driver.page, "asked, seen by the driver");
  await takePicture(driver.page, "3-question");
  await follow(driver.page, "Answer the question");
  await onPage(driver.page, "Answer the officer’s question");
  await press(driver.page, "Send my answer");
  await expectWords(driver.page, ["Write your answer."]);
  await expectSound(driver.page, "answer missing");
  await driver.page.getByLabel("Your answer").fill("Every day: I drive to work.");
  await press(driver.page, "Send my answer");
  await expectWords(driver.page, ["Your answer is sent. Our clock runs again."]);
  await expectSound(driver.page, "answered");

  await openCase(owen.page, reference);
  await expectWords(owen.page, ["Every day: I drive to work."]);
  await expectSound(owen.page, "answered, at the desk");
  await takePicture(owen.page, "3-answered-at-the-desk");
  await decide(owen.page, "Approve", "Approve");
  await pay(driver.page, reference, "£120", (name) => expectSound(driver.page, name));
  for (const { complaints } of [driver, owen]) expect(complaints).toEqual([]);
});

test("an applicant withdraws: nobody works on it any more, and there is nothing to pay", async () => {
  const driver = await house.visitor();
  await fillIn(driver.page, tom);
  const reference = await send(driver.page);
  await follow(driver.page, "Withdraw this application");
  await onPage(driver.page, "Withdraw this application?");
  await expectSound(driver.page, "withdraw?");
  await press(driver.page, "Withdraw this application");
  await expectWords(driver.page, ["Your application is withdrawn.", "Application withdrawn", "You withdrew it"]);
  await expectSound(driver.page, "withdrawn");
  const owen = await house.visitor();
  await signInAtDesk(owen.page, "Owen Marsh");
  await owen.page.getByLabel("Find a case").fill(reference);
  await press(owen.page, "Show these");
  await expectWords(owen.page, ["No cases here."]);
  for (const { complaints } of [driver, owen]) expect(complaints).toEqual([]);
});

async function openFile(page: Page, name: string): Promise<Buffer> {
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name }).click();
  const download = await coming;
  return readFile(await download.path());
}

async function seeOnTheWay({ page }: Visitor, name: string): Promise<void> {
  await expectSound(page, name);
  if (name === "letter asked") await takePicture(page, "2-letter-asked");
}
