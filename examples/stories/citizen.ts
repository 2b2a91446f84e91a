// What a citizen does, step by step, by the words on the screen. Shared by the stories; each step waits for the page it leads to.
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Called on every page of a walk with a short name for it: to look at it, or to take its picture. */
export type See = (name: string) => Promise<void>;

const unseen: See = async () => {};

/** How somebody fills in the application for a parking permit. */
export interface Filling {
  /** A citizen of the test sign-in: "Rhian Ellis". */
  readonly who: string;
  readonly zone?: string;
  readonly registration: string;
  readonly keeper?: "Yes" | "No";
  /** The keeper's letter, needed when they are not the keeper. */
  readonly letter?: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };
  readonly phone?: string;
  readonly blueBadge?: "Yes" | "No";
  readonly permitsHeld?: string;
  /** Typed where the register did not answer. */
  readonly make?: string;
  readonly fuel?: string;
  /** Typed where the identity register did not answer. */
  readonly address?: { readonly line1: string; readonly town: string; readonly postcode: string };
}

/** A small PDF that any reader opens: one page with one line. */
export function buildLetter(line: string): Buffer {
  const text = `BT /F1 14 Tf 60 740 Td (${line.replaceAll(/[()\\]/g, "")}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let body = "%PDF-1.4\n";
  const places = objects.map((object, at) => {
    const place = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`, "latin1");
}

/** Waits until the page with this main heading is there. */
export async function onPage(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
}

/** Presses a button by its words. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("button", { name }).click();
}

/** Chooses at the test sign-in who to be, a citizen or an officer. */
export async function signInAs(page: Page, who: string): Promise<void> {
  await onPage(page, "Who do you want to be?");
  await press(page, new RegExp(who));
}

/** From the list of services to "You can apply". */
export async function checkEligibility(page: Page, zone = "Zone B: Canal Street", see = unseen): Promise<void> {
  await page.goto("/");
  await onPage(page, "Services of Ashby City Council");
  await see("services");
  await page.getByRole("link", { name: "Resident parking permit" }).click();
  await onPage(page, "Resident parking permit");
  await see("start");
  await page.getByRole("link", { name: "Start now" }).click();
  await onPage(page, "Which zone do you live in?");
  await see("zone");
  await page.getByLabel(zone).check();
  await press(page, "Continue");
  await onPage(page, "Is this your main home?");
  await page.getByLabel("Yes").check();
  await press(page, "Continue");
  await onPage(page, "You can apply");
  await see("you can apply");
}

/** Who fills in: asked once after signing in. */
export async function fillInForMyself(page: Page, see = unseen): Promise<void> {
  await onPage(page, "Are you filling this in for yourself or for somebody else?");
  await see("who fills in");
  await page.getByLabel("For myself").check();
  await press(page, "Continue");
}

/** Everything from the list of services to "Check your answers". */
export async function fillIn(page: Page, filling: Filling, see = unseen): Promise<void> {
  await checkEligibility(page, filling.zone, see);
  await page.getByRole("link", { name: "Continue" }).click();
  await signInAs(page, filling.who);
  await fillInForMyself(page, see);
  await onPage(page, "Resident parking permit");
  await see("tasks");
  await page.getByRole("link", { name: "Home address" }).click();
  await fillAboutYou(page, filling, see);
  await fillYourVehicle(page, filling, see);
  await onPage(page, "Check your answers");
  await see("check");
}

async function fillAboutYou(page: Page, { address, phone, blueBadge = "No" }: Filling, see: See): Promise<void> {
  await onPage(page, "What is your address?");
  if (address) {
    await page.getByLabel("Address line 1").fill(address.line1);
    await page.getByLabel("Town or city").fill(address.town);
    await page.getByLabel("Postcode").fill(address.postcode);
  }
  await see("address");
  await press(page, address ? "Continue" : "These details are right");
  await onPage(page, /What is your phone number\?/);
  if (phone) await page.getByLabel(/What is your phone number\?/).fill(phone);
  await see("phone");
  await press(page, "Continue");
  await onPage(page, "Do you hold a Blue Badge?");
  await page.getByLabel(blueBadge, { exact: true }).check();
  await see("Blue Badge");
  await press(page, "Continue");
}

async function fillYourVehicle(page: Page, filling: Filling, see: See): Promise<void> {
  await onPage(page, "What is the vehicle's registration number?");
  await page.getByRole("textbox", { name: "What is the vehicle's registration number?" }).fill(filling.registration);
  await see("registration");
  await press(page, "Continue");
  await onPage(page, "Check your vehicle's details");
  if (filling.make) await page.getByLabel("Make").fill(filling.make);
  if (filling.fuel) await page.getByLabel(filling.fuel, { exact: true }).check();
  await see("vehicle");
  await press(page, filling.make ? "Continue" : "These details are right");
  await onPage(page, "Are you the registered keeper?");
  await page.getByLabel(filling.keeper ?? "Yes", { exact: true }).check();
  await see("keeper");
  await press(page, "Continue");
  if (filling.letter) {
    await onPage(page, "Upload a letter from the registered keeper");
    await see("letter asked");
    await page.getByLabel("Upload a letter from the registered keeper").setInputFiles(filling.letter);
    await press(page, "Continue");
  }
  await onPage(page, "How many permits does your home already have?");
  await page.getByRole("textbox").fill(filling.permitsHeld ?? "0");
  await see("permits");
  await press(page, "Continue");
}

/** Declares and sends from "Check your answers"; gives the reference number that the person reads. */
export async function send(page: Page, see = unseen): Promise<string> {
  await page.getByLabel("The answers I have given are true.").check();
  await see("declared");
  await press(page, "Send application");
  await onPage(page, "Your application is sent");
  await see("sent");
  return readReference(page);
}

/** The reference number as it stands on the page. */
export async function readReference(page: Page): Promise<string> {
  const [reference] = /[A-Z]+-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.getByRole("main").innerText()) ?? [];
  expect(reference, "a reference number on the page").toBeDefined();
  return reference ?? "";
}

/** Opens one's application from "My applications", through the link a person uses. */
export async function openApplication(page: Page, reference: string): Promise<void> {
  await page.goto(`/applications/${reference}`);
  await page.getByRole("main").getByText(reference).first().waitFor();
}

/** Looks at the application again until these words stand there: the house works on it in the background. */
export async function awaitWords(page: Page, reference: string, words: string | RegExp): Promise<void> {
  await expect
    .poll(
      async () => {
        await openApplication(page, reference);
        return page.getByRole("main").innerText();
      },
      { timeout: 75_000, interval: 200 },
    )
    .toMatch(asPattern(words));
}

/** From one's application to the payment provider's page. `amount` is what the person reads on both: "£120". */
export async function openPayPage(page: Page, reference: string, amount: string, see = unseen): Promise<void> {
  await awaitWords(page, reference, `Pay ${amount}`);
  await see("to pay");
  await page.getByRole("link", { name: `Pay ${amount}` }).click();
  await onPage(page, `Pay ${amount}`);
  const toProvider = page.getByRole("link", { name: `Pay ${amount} now` });
  // A minute: after a power cut, work that was under way is taken up when its lease is over.
  await expect
    .poll(
      async () => {
        if ((await toProvider.count()) > 0) return true;
        await page.reload();
        return false;
      },
      { timeout: 75_000, interval: 300 },
    )
    .toBe(true);
  await see("pay");
  await toProvider.click();
  await onPage(page, "Pay for your application");
  await see("pay page of the provider");
}

/** Pays, and comes back to the application as granted. */
export async function pay(page: Page, reference: string, amount: string, see = unseen): Promise<void> {
  await openPayPage(page, reference, amount, see);
  await press(page, /^Pay £/);
  await page.getByText("What has happened and what comes next").waitFor();
  await awaitWords(page, reference, "Permit granted");
  await see("granted");
}

/** Deletes what was filled in and not sent, from "My applications". */
export async function deleteDraft(page: Page, see = unseen): Promise<void> {
  await page.goto("/applications");
  await follow(page, "Delete this draft");
  await onPage(page, "Delete what you have filled in?");
  await see("delete the draft?");
  await press(page, "Delete this draft");
  await expectWords(page, ["Your draft is deleted."]);
}

/** Follows a link of one's application, for example "Answer the question". */
export async function follow(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("link", { name }).click();
}

/** Expects these words on the page, as a person reads them. */
export async function expectWords(page: Page, words: readonly (string | RegExp)[]): Promise<void> {
  const first = words[0];
  if (first !== undefined)
    await expect.poll(() => page.getByRole("main").innerText(), { timeout: 10_000 }).toMatch(asPattern(first));
  const text = await page.getByRole("main").innerText();
  for (const word of words) expect(text).toMatch(asPattern(word));
}

function asPattern(words: string | RegExp): RegExp {
  return words instanceof RegExp ? words : new RegExp(words.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
}
