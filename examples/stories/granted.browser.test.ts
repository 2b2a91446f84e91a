// A driver whose vehicle the registers know is granted a permit: from the list of services to the licence and the message,
// with scripts and without, in English, in Welsh, and by keyboard alone.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  checkEligibility,
  expectWords,
  type Filling,
  fillIn,
  fillInForMyself,
  follow,
  onPage,
  pay,
  press,
  send,
  signInAs,
} from "./citizen.ts";
import { openHouse, type StoryHouse } from "./house.ts";
import { takePicture } from "./pictures.ts";
import { expectFits, expectSound } from "./sound-page.ts";

let house: StoryHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const rhian: Filling = { who: "Rhian Ellis", registration: "EK68 RWT", keeper: "Yes" };
const mailbox = "rhian.ellis@mail.example";

test("story 1: the registers know the vehicle, so the permit is paid for and granted at once", async () => {
  const { page, complaints } = await house.visitor();
  const see = async (name: string): Promise<void> => {
    await readOnTheWay(page, name);
    await expectSound(page, name);
    const picture = pictures[name];
    if (picture) await takePicture(page, picture, name === "declared" ? "end" : "top");
  };
  await fillIn(page, rhian, see);
  const reference = await send(page, see);
  await expectWords(page, [
    reference,
    "What happens next",
    "We check your vehicle",
    /Pay £120\s+Please pay by \w+day \d+ \w+/,
  ]);
  await pay(page, reference, "£120", see);
  await expectWords(page, ["You paid £120", "Issued: Resident parking permit"]);
  const message = await house.awaitMessage(mailbox, "Your parking permit for EK68 RWT is ready");
  expect(message.text).toMatch(
    /^Hello Rhian Ellis\. You paid £120\. You can park in Zone B: Canal Street until \d+ \w+ \d{4}\.$/m,
  );
  await follow(page, "Show the licence");
  await onPage(page, "Resident parking permit");
  await expectWords(page, ["Valid", reference, "EK68 RWT", "Zone B: Canal Street"]);
  await see("licence");
  await page.getByRole("link", { name: /^Messages/ }).click();
  await onPage(page, "Messages");
  await see("messages");
  await follow(page, "Your parking permit for EK68 RWT is ready");
  await expectWords(page, ["You paid £120."]);
  await see("message");
  await page.goto(house.running.addresses.mail);
  await follow(page, "Your parking permit for EK68 RWT is ready");
  await see("e-mail");
  expect(complaints).toEqual([]);
});

const pictures: Readonly<Record<string, string>> = {
  start: "1-start",
  address: "1-address",
  vehicle: "1-vehicle",
  declared: "1-check",
  sent: "1-sent",
  "pay page of the provider": "1-pay-page",
  granted: "1-granted",
  licence: "1-licence",
  "e-mail": "1-message",
};

/** What a person reads on the way: where each value came from, and what they will pay. */
async function readOnTheWay(page: Page, name: string): Promise<void> {
  if (name === "start") await expectWords(page, ["It takes about 5 minutes.", "National Vehicle Register"]);
  if (name === "address") {
    await expectWords(page, ["Your identity account", "Signed in today at", "If it is wrong, change it."]);
    expect(await page.getByRole("textbox", { name: "Address line 1" }).inputValue()).toBe("14 Canal Street");
    expect(await page.getByRole("textbox", { name: "Postcode" }).inputValue()).toBe("AS1 4QT");
  }
  if (name === "vehicle") {
    await expectWords(page, ["Ford Fiesta", "National Vehicle Register", "Only the register can change it."]);
    expect(await page.getByLabel("Petrol").isChecked()).toBe(true);
  }
  if (name === "check")
    await expectWords(page, [
      /Home address\n+14 Canal Street\nAshby\nAS1 4QT/,
      /Make\n+Ford Fiesta/,
      /Fuel\n+Petrol/,
      /Permit fee, if we say yes\n+£120/,
      "Parking Places Order 2019, schedule 2",
      "The answers I have given are true.",
    ]);
  if (name === "pay page of the provider") await expectWords(page, ["£120"]);
}

test("story 4: the same with scripts switched off, from start to end, on the narrowest phone", async () => {
  const { page, complaints } = await house.visitor({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
  });
  const see = async (name: string): Promise<void> => {
    await readOnTheWay(page, name);
    await expectFits(page, name);
    if (["declared", "sent"].includes(name)) await takePicture(page, `4-${name}`);
  };
  await fillIn(page, rhian, see);
  await press(page, "Send application");
  await expectWords(page, ["Tick the box to confirm: The answers I have given are true."]);
  const reference = await send(page, see);
  await pay(page, reference, "£120", see);
  await expectWords(page, ["You paid £120"]);
  await takePicture(page, "4-granted");
  expect(complaints).toEqual([]);
});

test("in Welsh from the middle on: answers stay, every page is Welsh, and so are the messages", async () => {
  const { page, complaints } = await house.visitor();
  await checkEligibility(page);
  await follow(page, "Continue");
  await signInAs(page, "Gwen Morgan");
  await fillInForMyself(page);
  await follow(page, "What is the vehicle's registration number?");
  await page.getByRole("textbox").fill("HB66 GMW");
  await press(page, "Continue");
  await onPage(page, "Check your vehicle's details");
  await follow(page, "Cymraeg");
  await onPage(page, "Gwiriwch fanylion eich cerbyd");
  await expectWords(page, ["Toyota Yaris", "Y Gofrestr Gerbydau Genedlaethol"]);
  const steps: Readonly<Record<string, () => Promise<void>>> = {
    "Gwiriwch fanylion eich cerbyd": () => press(page, "Mae'r manylion hyn yn gywir"),
    "Beth yw eich cyfeiriad?": () => press(page, "Mae'r manylion hyn yn gywir"),
    "Beth yw eich rhif ffôn?": () => press(page, "Parhau"),
    "Oes gennych chi Fathodyn Glas?": () => chooseInWelsh(page, "Na"),
    "Ai chi yw'r ceidwad cofrestredig?": () => chooseInWelsh(page, "Ie"),
    "Faint o drwyddedau sydd gan eich cartref eisoes?": async () => {
      await page.getByRole("textbox").fill("0");
      await press(page, "Parhau");
    },
  };
  const seen = await walkInWelsh(page, steps);
  expect(seen).toHaveLength(Object.keys(steps).length);
  await expectWords(page, ["Parth B: Stryd y Gamlas", "HB66 GMW", "Toyota Yaris", "£120"]);
  await takePicture(page, "1-check-in-welsh");
  await page.getByLabel("Mae'r atebion rwyf wedi'u rhoi yn wir.").check();
  await press(page, "Anfon y cais");
  await onPage(page, "Mae'ch cais wedi'i anfon");
  await expectWelsh(page);
  await page.goto("/applications");
  await expectWelsh(page);
  await page.getByRole("link", { name: "Talu £120" }).first().click();
  await onPage(page, "Talu £120");
  await expect.poll(() => page.getByRole("link", { name: "Talu £120 nawr" }).count()).toBe(1);
  await expectWelsh(page);
  await follow(page, "Talu £120 nawr");
  await press(page, /^Pay £/);
  await expectWords(page, ["Rhoddwyd y drwydded"]);
  await expectWelsh(page);
  const message = await house.awaitMessage(
    "gwen.morgan@mail.example",
    "Mae eich trwydded barcio ar gyfer HB66 GMW yn barod",
  );
  expect(message.text).toMatch(
    /^Helo Gwen Morgan\. Fe wnaethoch dalu £120\. Gallwch barcio yn Parth B: Stryd y Gamlas tan \d+ \w+ \d{4}\.$/m,
  );
  for (const { subject, text } of await house.messagesTo("gwen.morgan@mail.example"))
    expect(`${subject}\n${text}`).not.toMatch(englishWords);
  expect(complaints).toEqual([]);
});

/** Words that no Welsh sentence has. Names of laws stay in the language they were made in. */
const englishWords = /\b(the|your|you|this|what|which|with|when|please|of|is|are|not|it|and)\b/i;

async function expectWelsh(page: Page): Promise<void> {
  expect(await page.locator("html").getAttribute("lang")).toBe("cy");
  const lines = (await page.locator("body").innerText()).split("\n").filter((line) => englishWords.test(line));
  expect([...lines, ...(englishWords.test(await page.title()) ? [await page.title()] : [])], page.url()).toEqual([]);
  await expectSound(page, `Welsh: ${page.url()}`);
}

async function chooseInWelsh(page: Page, answer: string): Promise<void> {
  await page.getByLabel(answer, { exact: true }).check();
  await press(page, "Parhau");
}

/** Does what each page asks, in whatever order they come, until the answers can be checked; gives the headings met. */
async function walkInWelsh(page: Page, steps: Readonly<Record<string, () => Promise<void>>>): Promise<string[]> {
  const seen: string[] = [];
  for (;;) {
    const heading = (await page.getByRole("heading", { level: 1 }).innerText()).split("\n")[0] ?? "";
    await expectWelsh(page);
    if (heading === "Gwiriwch eich atebion") return seen;
    expect(seen, "a page met twice").not.toContain(heading);
    seen.push(heading);
    const step = Object.entries(steps).find(([title]) => heading.startsWith(title))?.[1];
    expect(step, `a step for "${heading}"`).toBeDefined();
    const here = page.url();
    await step?.();
    await page.waitForURL((address) => address.href !== here);
  }
}

test("by keyboard alone: skip to the form, choose, go on, and be led to what is missing", async () => {
  const { page, complaints } = await house.visitor();
  await page.goto("/resident-parking-permit");
  await tabTo(page, "Start now");
  await page.keyboard.press("Enter");
  await onPage(page, "Which zone do you live in?");
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("Skip to the form");
  await page.keyboard.press("Enter");
  await tabTo(page, "Continue");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.title()).toMatch(/^Error: /);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("One answer needs another look");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("radio");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  expect(await page.getByLabel("Zone B: Canal Street").isChecked()).toBe(true);
  await tabTo(page, "Continue");
  await page.keyboard.press("Enter");
  await onPage(page, "Is this your main home?");
  await page.keyboard.press("Tab");
  for (
    let steps = 0;
    steps < 8 && (await page.evaluate(() => document.activeElement?.getAttribute("type"))) !== "radio";
    steps += 1
  )
    await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await onPage(page, "You can apply");
  await tabTo(page, "Continue");
  await page.keyboard.press("Enter");
  await onPage(page, "Who do you want to be?");
  expect(complaints).toEqual([]);
});

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
}

/** Presses Tab until this link or button has the focus; fails when it never gets it. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let steps = 0; steps < 30; steps += 1) {
    await page.keyboard.press("Tab");
    if ((await focused(page)) === words) return;
  }
  throw new Error(`"${words}" cannot be reached with the Tab key`);
}

test("somebody who may not apply is told why before signing in, and can change the answers", async () => {
  const { page, complaints } = await house.visitor();
  await page.goto("/resident-parking-permit");
  await follow(page, "Start now");
  await page.getByLabel("Zone A: Market Square").check();
  await press(page, "Continue");
  await page.getByLabel("No", { exact: true }).check();
  await press(page, "Continue");
  await onPage(page, "You cannot apply with these answers");
  await expectWords(page, ["You can only get a permit for your main home.", "You have not applied. Nothing is sent."]);
  await expectSound(page, "may not apply");
  await follow(page, "Change my answers");
  await onPage(page, "Which zone do you live in?");
  expect(await page.getByLabel("Zone A: Market Square").isChecked()).toBe(true);
  expect(complaints).toEqual([]);
});

test("the tax of a vehicle ends at the register: its permit is revoked at once, the holder is told why, and reads what to do", async () => {
  const { page, complaints } = await house.visitor();
  await fillIn(page, rhian);
  const reference = await send(page);
  await pay(page, reference, "£120");
  await expectWords(page, ["Issued: Resident parking permit"]);
  const clerk = await house.visitor();
  await clerk.page.goto(house.running.addresses.vehicles);
  await expectSound(clerk.page, "vehicles at the register");
  await press(clerk.page, /^End the tax of EK68 RWT/);
  await expectWords(clerk.page, ["EK68 RWT is not taxed any more."]);
  const message = await house.awaitMessage(mailbox, `${reference}: what you were given has ended`);
  expect(message.text).toContain("Your vehicle is not taxed.");
  expect(message.text).toContain("National Vehicle Register");
  await page.goto("/licences");
  await page.getByRole("link", { name: "Resident parking permit" }).first().click();
  await expectWords(page, ["Revoked", reference, "It was taken back on", "Your vehicle is not taxed."]);
  await expectSound(page, "revoked");
  await press(clerk.page, /^Pay the tax of EK68 RWT/);
  await expectWords(clerk.page, ["EK68 RWT is taxed."]);
  expect([...complaints, ...clerk.complaints]).toEqual([]);
});
