// A driver whose vehicle the registers know is granted a permit: from the list of services to the licence and the message,
// with scripts and without, in English and in Welsh.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Filling, fillIn, pay, send } from "./citizen.ts";
import { openHouse, type StoryHouse } from "./house.ts";
import { expectSound } from "./sound-page.ts";

let house: StoryHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const rhian: Filling = { who: "Rhian Ellis", registration: "EK68 RWT", keeper: "Yes" };

test("story 1: the registers know the vehicle, so the permit is paid for and granted at once", async () => {
  const { page, complaints } = await house.visitor();
  await fillIn(page, rhian, (name) => readAndCheck(page, name));
  const reference = await send(page, (name) => expectSound(page, name));
  await pay(page, reference, "£120", (name) => expectSound(page, name));
  console.log(await page.getByRole("main").innerText());
  console.log(await house.messagesTo("rhian.ellis@mail.example"));
  expect(complaints).toEqual([]);
});

async function readAndCheck(page: Page, name: string): Promise<void> {
  await expectSound(page, name);
}
