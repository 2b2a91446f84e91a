// The forms of the parking permit and of a small service in a real Chromium: without scripts from start to end, with
// scripts on the very same nodes, every page state clean for axe in light and dark, and narrow screens without sideways scroll.

import { readFileSync } from "node:fs";
import { launchBrowser } from "@formwork/compiler/development/browser.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Service } from "#contract";
import type { Identity } from "#contract/facts.ts";
import { expectAccessible, expectFits, openPage } from "./browser.ts";
import { buildForm } from "./build-form.ts";
import { type Host, startHost } from "./host.ts";
import { openingService } from "./services.ts";

const parking: Service = JSON.parse(
  readFileSync(new URL("../../examples/resident-parking-permit/expected/service.json", import.meta.url), "utf8"),
);
const identity: Identity = {
  subject: "s",
  level: "substantial",
  kind: "person",
  at: "2026-06-16T07:36:00Z",
  parts: { address: { line1: "14 Tanner’s Row", town: "Ashby", postcode: "AS1 4QT" } },
};
const register = () => ({ make: "Corvane", fuel: "petrol", taxed: true, keeperPostcode: "AS1 4QT" });
const letter = { name: "letter.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 letter") };

let browser: Browser;
const hosts: Host[] = [];
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await Promise.all(hosts.map((host) => host.close()));
});

async function host(
  service: Service,
  withScript: boolean,
  answers: typeof register | (() => undefined) = register,
): Promise<Host> {
  const form = withScript ? { form: await buildForm(service) } : {};
  const started = await startHost({ service, register: answers, identity, ...form });
  hosts.push(started);
  return started;
}

/** From start to sent; `see` looks at every page on the way. */
async function walkParking(page: Page, address: string, see: (name: string) => Promise<void>): Promise<void> {
  const go = async (name: string, act: () => Promise<void>, button = "Continue", onto?: RegExp) => {
    await see(name);
    await act();
    await page.getByRole("button", { name: button }).click();
    // Files travel in the background first, so the next page comes a moment later.
    if (onto) await page.waitForURL(onto);
    await page.waitForLoadState();
  };
  await page.goto(`${address}/apply/start`);
  await see("start");
  await page.getByRole("link", { name: "Start now" }).click();
  await go("zone", () => page.getByLabel("Zone B: Canal Street").check());
  await go("main home", () => page.getByLabel("Yes").check());
  await see("you can apply");
  await page.getByRole("link", { name: "Continue" }).click();
  expect(await page.getByRole("textbox", { name: "Address line 1" }).inputValue()).toBe("14 Tanner’s Row");
  await go("address", async () => {}, "These details are right");
  await go("phone", () => page.getByLabel("What is your phone number?").fill("ring me"));
  expect(await page.title()).toMatch(/^Error: /);
  await go("phone with a problem", () => page.getByLabel("What is your phone number?").fill("01632 960 001"));
  await go("blue badge", () => page.getByLabel("No", { exact: true }).check());
  await go("registration", () => page.getByRole("textbox").fill("ab12cde"));
  await page.getByLabel("Electric").check();
  await go("details, corrected", async () => {}, "These details are right");
  await go(
    "details, proof wanted",
    () => page.getByLabel("Upload proof of the change: Fuel").setInputFiles(letter),
    "These details are right",
    /keeper$/,
  );
  await go("keeper", () => page.getByLabel("No", { exact: true }).check());
  await go(
    "letter",
    () => page.getByLabel("Upload a letter from the registered keeper").setInputFiles(letter),
    "Continue",
    /permits-held$/,
  );
  await page.goto(`${address}/apply/tasks`);
  await see("tasks");
  await page.getByRole("link", { name: "How many permits" }).click();
  await go("permits", () => page.getByRole("textbox").fill("6"));
  await go("permits with a problem", () => page.getByRole("textbox").fill("0"));
  await go("check", async () => {}, "Send application");
  await go(
    "check with a problem",
    () => page.getByLabel("The answers I have given are true.").check(),
    "Send application",
  );
  await see("sent");
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Your application is sent");
}

test("without scripts a permit is applied for from start to end, every page clean and fitting 320 pixels", async () => {
  const { address } = await host(parking, false);
  const { page, errors, close } = await openPage(browser, {
    javaScriptEnabled: false,
    viewport: { width: 320, height: 700 },
  });
  await walkParking(page, address, (name) => expectFits(page, name));
  expect(errors).toEqual([]);
  await close();
});

test.each(["light", "dark"] as const)(
  "with scripts in %s the server's nodes are taken over and axe finds nothing on any page",
  async (colorScheme) => {
    const { address } = await host(parking, true);
    const { page, errors, close } = await openPage(browser, { colorScheme });
    await walkParking(page, address, async (name) => {
      if ((await page.locator(".form-element").count()) > 0) await page.locator(".form-element[data-live]").waitFor();
      expect(await page.locator("[data-live='made-anew']").count(), name).toBe(0);
      await expectAccessible(page, `${name}, ${colorScheme}`);
    });
    expect(errors).toEqual([]);
    await close();
  },
);

test("a choice opens and closes its question at once, and the answers are saved in the background", async () => {
  const running = await host(openingService(), true);
  const { page, errors, close } = await openPage(browser);
  await page.goto(`${running.address}/apply/first/page-1`);
  await page.locator("[data-live]").waitFor();
  expect(await page.getByLabel("What about letter?").isVisible()).toBe(false);
  await page.getByLabel("No", { exact: true }).check();
  expect(await page.getByLabel("What about letter?").isVisible()).toBe(true);
  await expectAccessible(page, "opened");
  await page.getByLabel("Yes").check();
  expect(await page.getByLabel("What about letter?").isVisible()).toBe(false);
  await page.getByText("Saved", { exact: true }).waitFor();
  await expect.poll(() => running.draft().answers["owner"]).toBe(true);
  expect(errors).toEqual([]);
  await close();
});

test("nothing is wrong while one types; leaving tells, mending lets go, and the summary takes the focus", async () => {
  const running = await host(openingService(), true);
  const { page, close } = await openPage(browser);
  await page.goto(`${running.address}/apply/first/count`);
  await page.locator("[data-live]").waitFor();
  const box = page.getByRole("textbox");
  await box.pressSequentially("two");
  expect(await page.locator(".problem").count()).toBe(0);
  await box.press("Tab");
  expect(await page.locator(".problem").textContent()).toContain("Enter a whole number, like 2");
  await page.getByRole("button", { name: "Continue" }).click();
  const focus = () => page.evaluate(() => document.activeElement?.id);
  await expect.poll(focus).toBe("summary");
  expect(await page.title()).toMatch(/^Error: /);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  // A browser follows a link within the page a moment after the key.
  await expect.poll(focus).toBe("count");
  await box.fill("2");
  await expect.poll(() => page.locator(".problem").count()).toBe(0);
  await close();
});

test("the count of characters follows the typing", async () => {
  const running = await host(openingService(), true);
  const { page, close } = await openPage(browser);
  await page.goto(`${running.address}/apply/first/page-1`);
  await page.locator("[data-live]").waitFor();
  await page.getByRole("textbox").pressSequentially("0123456789");
  expect(await page.locator("[data-limit]").textContent()).toBe("10 characters left");
  await close();
});

test("the register is down: the person is asked instead, told so, and finishes", async () => {
  const { address } = await host(parking, false, () => undefined);
  const { page, close } = await openPage(browser, { javaScriptEnabled: false });
  await page.goto(`${address}/apply/your-vehicle/registration`);
  await page.getByRole("textbox").fill("ab12cde");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByText("The register did not answer").first().waitFor();
  await page.getByLabel("Make").fill("Corvane");
  await page.getByLabel("Petrol").check();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("heading", { level: 1, name: "registered keeper" }).waitFor();
  await close();
});

test("Welsh shows Welsh words and keeps what was answered", async () => {
  const { address } = await host(parking, true);
  const { page, close } = await openPage(browser);
  await page.goto(`${address}/apply/your-vehicle/registration`);
  await page.getByRole("textbox").fill("AB12 CDE");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL((shown) => !shown.pathname.endsWith("/registration"));
  await page.goto(`${address}/apply/your-vehicle/registration`);
  await page.getByRole("link", { name: "Cymraeg" }).click();
  await page.locator("[data-live='taken-over']").waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("cy");
  expect(await page.getByLabel("Beth yw rhif cofrestru'r cerbyd?").inputValue()).toBe("AB12 CDE");
  await expectAccessible(page, "Welsh");
  await close();
});

test("a whole page can be done with the keyboard alone", async () => {
  const { address } = await host(parking, true);
  const { page, close } = await openPage(browser);
  await page.goto(`${address}/apply/eligibility/zone`);
  await page.locator("[data-live]").waitFor();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the form");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  for (
    let steps = 0;
    steps < 6 && (await page.evaluate(() => document.activeElement?.getAttribute("type"))) !== "radio";
    steps += 1
  )
    await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/eligibility\/main-home/);
  await close();
});

test("a list is added to, changed and taken from without scripts, and is clean for axe", async () => {
  const running = await host(openingService(), false);
  const { page, close } = await openPage(browser);
  await page.goto(`${running.address}/apply/household/members`);
  await expectAccessible(page, "empty list");
  for (const name of ["Ann Jones", "Ben Rees"]) {
    await page.getByRole("button", { name: /^Add/ }).click();
    await page.waitForURL(/member-name$/);
    await page.getByRole("textbox").fill(name);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.waitForURL(/member-age$/);
    await page.getByRole("textbox").fill("42");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.waitForURL(/members$/);
  }
  expect(await page.getByText("You have added 2.").count()).toBe(1);
  await expectAccessible(page, "list of two");
  await page.screenshot({ path: process.env["SHOT"] ?? "/dev/null", type: "png" });
  await page.getByRole("button", { name: "Remove Ann Jones" }).click();
  await page.getByText("You have added 1.").waitFor();
  expect(running.draft().answers["members"]).toMatchObject([{ name: "Ben Rees", age: 42 }]);
  await page.goto(`${running.address}/apply/tasks`);
  await expectAccessible(page, "tasks");
  await close();
});
