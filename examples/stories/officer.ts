// What an officer does at the desk, step by step, by the words on the screen. Shared by the stories.
import type { Page } from "playwright-core";
import { onPage, press, type See, signInAs } from "./citizen.ts";

const unseen: See = async () => {};

/** Signs in at the desk as this officer of the test sign-in; ends at the work list. */
export async function signInAtDesk(page: Page, who: string): Promise<void> {
  await page.goto("/desk");
  await signInAs(page, who);
  await onPage(page, "My work");
}

/** Finds a case by its number in the work list and opens it; claims it when nobody has. */
export async function openCase(page: Page, reference: string, see = unseen): Promise<void> {
  await findCase(page, reference);
  await see("work list");
  const claim = page.getByRole("button", { name: `Claim ${reference}` });
  if ((await claim.count()) > 0) await claim.click();
  else await page.getByRole("link", { name: `Open ${reference}` }).click();
  await page.getByRole("heading", { level: 1, name: /resident parking permit/ }).waitFor();
}

/** Shows only this case in the work list. */
export async function findCase(page: Page, reference: string): Promise<void> {
  await page.goto("/desk/work");
  await page.getByLabel("Find a case").fill(reference);
  await press(page, "Show these");
  await page.getByRole("row", { name: new RegExp(reference) }).waitFor();
}

/** Chooses what to decide and presses the button it opens. `text`: the reason, or the question to the applicant. */
export async function decide(page: Page, choice: string, button: string | RegExp, text?: string): Promise<void> {
  await page.getByRole("radio", { name: new RegExp(`^${choice}`) }).check();
  if (text !== undefined) await page.getByRole("textbox").filter({ visible: true }).fill(text);
  await press(page, button);
}
