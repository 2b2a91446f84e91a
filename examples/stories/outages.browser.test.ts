// When something else is down: a register, or the power. People are told, asked instead, and finish; nothing that was
// acknowledged is lost, and nothing is done twice.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  awaitWords,
  checkEligibility,
  deleteDraft,
  expectWords,
  type Filling,
  fillIn,
  fillInForMyself,
  follow,
  onPage,
  openApplication,
  openPayPage,
  press,
  send,
  signInAs,
} from "./citizen.ts";
import { openHouse, type StoryHouse } from "./house.ts";
import { decide, openCase, signInAtDesk } from "./officer.ts";
import { takePicture } from "./pictures.ts";
import { expectSound } from "./sound-page.ts";

let house: StoryHouse;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  await house.running.control("vehicles", "up");
  await house.running.control("people", "up");
});
afterAll(() => house?.close());

const rhian: Filling = { who: "Rhian Ellis", registration: "EK68 RWT", keeper: "Yes" };
const asked: Filling = { ...rhian, make: "Ford Fiesta", fuel: "Petrol" };

test("story 5: the vehicle register is down, so the driver is asked, and the officer sees what nobody has verified", async () => {
  await house.running.control("vehicles", "down");
  const driver = await house.visitor();
  await fillIn(driver.page, asked, async (name) => {
    if (name === "vehicle") {
      await expectWords(driver.page, ["The register did not answer", "So we ask you, and you can go on."]);
      await takePicture(driver.page, "5-asked-instead");
    }
    if (name === "check")
      await expectWords(driver.page, [/Make\n+Ford Fiesta/, "Not verified: the register did not answer"]);
    await expectSound(driver.page, name);
  });
  const reference = await send(driver.page);

  const owen = await house.visitor();
  await signInAtDesk(owen.page, "Owen Marsh");
  await openCase(owen.page, reference);
  await expectWords(owen.page, [
    /Make\nFord Fiesta\nTyped by the applicant, because the National Vehicle Register did not answer on .*\nNot verified\./,
  ]);
  await expectSound(owen.page, "case with unverified values");
  await takePicture(owen.page, "5-not-verified");
  await decide(owen.page, "Approve", "Approve");
  await awaitWords(driver.page, reference, "Pay £120");
  for (const { complaints } of [driver, owen]) expect(complaints).toEqual([]);
});

test.each(["slow", "error", "garbage"] as const)(
  "a register that is %s is as one that is down: the driver is asked",
  async (state) => {
    await house.running.control("vehicles", state, 30_000);
    const { page, complaints } = await house.visitor();
    await checkEligibility(page);
    await follow(page, "Continue");
    await signInAs(page, "Rhian Ellis");
    await fillInForMyself(page);
    await follow(page, "What is the vehicle's registration number?");
    await page.getByRole("textbox").fill("LM19 TDV");
    await press(page, "Continue");
    await onPage(page, "Check your vehicle's details");
    await expectWords(page, ["The register did not answer"]);
    expect(await page.getByLabel("Make").isEditable()).toBe(true);
    expect(complaints).toEqual([]);
    await house.running.control("vehicles", "up");
    await deleteDraft(page);
  },
);

test("the identity register is down: the address is asked like any question", async () => {
  await house.running.control("people", "down");
  const { page, complaints } = await house.visitor();
  const address = { line1: "14 Canal Street", town: "Ashby", postcode: "AS1 4QT" };
  await fillIn(page, { ...rhian, address }, async (name) => {
    if (name === "address") await expectSound(page, name);
  });
  await expectWords(page, [/Home address\n+14 Canal Street/]);
  await send(page);
  expect(complaints).toEqual([]);
});

test("story 6: the power goes after sending and in the middle of paying; nothing is lost and nothing done twice", async () => {
  const { page } = await house.visitor();
  await fillIn(page, rhian);
  const reference = await send(page);
  await house.running.killRuntime();
  await house.running.restartRuntime();
  await openPayPage(page, reference, "£120");
  const payPage = page.url();

  await house.running.killRuntime();
  await press(page, /^Pay £/).catch(() => undefined);
  // The provider sends the payer back to a runtime that is not there; they press again on the provider's page.
  await goOnceThere(page, payPage);
  await expectWords(page, ["You have paid £120"]);
  await house.running.restartRuntime();
  await follow(page, "Go back to the service");
  await awaitWords(page, reference, "Permit granted");
  await takePicture(page, "6-granted-after-the-power-cut");
  await page.goto(payPage);
  expect(await page.getByRole("button", { name: /^Pay/ }).count()).toBe(0);

  await house.running.killRuntime();
  await house.running.restartRuntime();
  await expectGrantedOnce(reference, page);
});

test("the power goes at any moment of sending and of paying: sent once, paid once, issued once, and never lost", async () => {
  for (const milliseconds of [20, 60, 100]) {
    const { page, context } = await house.visitor();
    await fillIn(page, { ...rhian, who: "Gwen Morgan", registration: "HB66 GMW" });
    await page.getByLabel("The answers I have given are true.").check();
    const pressed = press(page, "Send application").catch(() => undefined);
    await new Promise((wait) => setTimeout(wait, milliseconds));
    await house.running.killRuntime();
    await pressed;
    await house.running.restartRuntime();
    await goOnceThere(page, "/applications");
    const drafts = await page.getByText("Not sent yet").count();
    if (drafts > 0) {
      await follow(page, "Continue your application");
      await onPage(page, /./);
      await page.goto("/resident-parking-permit/check");
      await send(page);
      await page.goto("/applications");
    }
    expect(await page.getByText("Not sent yet").count()).toBe(0);
    await context.close();
  }
  const { page } = await house.visitor();
  const references = await gwensApplications(page);
  expect(references).toHaveLength(3);
  const moments = [0, 25, 60];
  for (const [index, reference] of references.entries()) {
    await openPayPage(page, reference, "£120");
    const pressed = press(page, /^Pay £/).catch(() => undefined);
    await new Promise((wait) => setTimeout(wait, moments[index] ?? 0));
    await house.running.killRuntime();
    await pressed;
    await house.running.restartRuntime();
    await goOnceThere(page, `/applications/${reference}`);
    if ((await house.settledPayments(reference)).length === 0) {
      await openPayPage(page, reference, "£120");
      await press(page, /^Pay £/);
    }
    await awaitWords(page, reference, "Permit granted");
  }
  for (const reference of references) {
    expect(await house.settledPayments(reference)).toEqual([12_000]);
    await awaitWords(page, reference, "Issued: Resident parking permit");
    expect((await page.getByRole("main").innerText()).match(/You paid £120/g)).toHaveLength(1);
  }
  await page.goto("/licences");
  expect(await page.getByRole("link", { name: "Resident parking permit" }).count()).toBe(references.length);
  // Mail that was under way when the power went may be handed over again: under the same number, so that it is known as the same.
  const ready = async (): Promise<number> => {
    const messages = await house.messagesTo("gwen.morgan@mail.example");
    const ids = messages.filter(({ subject }) => subject.endsWith("is ready")).map(({ messageId }) => messageId);
    return new Set(ids).size;
  };
  await expect.poll(ready, { timeout: 75_000 }).toBe(references.length);
}, 300_000);

/** The numbers of everything Gwen Morgan has sent, after signing in as her. */
async function gwensApplications(page: Page): Promise<string[]> {
  await page.goto("/applications");
  await signInAs(page, "Gwen Morgan");
  await onPage(page, "My applications");
  const text = await page.getByRole("main").innerText();
  return [...new Set(text.match(/[A-Z]+-[0-9A-Z]{4}-[0-9A-Z]{4}/g))];
}

/** Goes to an address although the browser may still be busy showing that something did not answer. */
async function goOnceThere(page: Page, address: string): Promise<void> {
  const go = (): Promise<boolean> =>
    page.goto(address).then(
      () => true,
      () => false,
    );
  await expect.poll(go, { timeout: 15_000 }).toBe(true);
}

/** One settled payment, one message that it is granted, one licence: read from the provider, the mail catcher and the portal. */
async function expectGrantedOnce(reference: string, page: Page): Promise<void> {
  await house.awaitMessage("rhian.ellis@mail.example", "Your parking permit for EK68 RWT is ready");
  expect(await house.settledPayments(reference)).toEqual([12_000]);
  const messages = await house.messagesTo("rhian.ellis@mail.example");
  // Mail that was under way when the power went may be handed over again: under the same number, so that it is known as the same.
  const ready = messages.filter(({ subject }) => subject === "Your parking permit for EK68 RWT is ready");
  expect(new Set(ready.map(({ messageId }) => messageId)).size).toBe(1);
  await openApplication(page, reference);
  const text = await page.getByRole("main").innerText();
  expect(text.match(/You paid £120/g)).toHaveLength(1);
  expect(text.match(/Issued: Resident parking permit/g)).toHaveLength(1);
  await page.goto("/licences");
  expect(await page.getByRole("link", { name: "Resident parking permit" }).count()).toBe(1);
}
