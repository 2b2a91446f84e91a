// The rarer kinds of questions, a section's check, a signature and the end of a session, in a real Chromium.
import { launchBrowser } from "@formwork/compiler/development/browser.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Identity } from "#contract/facts.ts";
import { expectAccessible, expectFits, openPage } from "./browser.ts";
import { buildForm } from "./build-form.ts";
import { type Host, startHost } from "./host.ts";
import { signedService } from "./services.ts";

const identity: Identity = {
  subject: "s",
  level: "high",
  kind: "person",
  at: "2026-06-16T07:36:00Z",
  parts: { fullName: "Rhian Tanner" },
};
let browser: Browser;
let form: ReadonlyMap<string, Uint8Array>;
const hosts: Host[] = [];
beforeAll(async () => {
  browser = await launchBrowser();
  form = await buildForm(signedService());
});
afterAll(async () => {
  await browser.close();
  await Promise.all(hosts.map((host) => host.close()));
});

async function host(withScript: boolean, sessionEndsAt?: string): Promise<Host> {
  const started = await startHost({
    service: signedService(),
    identity,
    ...(withScript ? { form } : {}),
    ...(sessionEndsAt ? { sessionEndsAt } : {}),
  });
  hosts.push(started);
  return started;
}

test.each([true, false])("each kind is filled in and the form is signed (with scripts: %s)", async (withScript) => {
  const running = await host(withScript);
  const { page, errors, close } = await openPage(browser, {
    javaScriptEnabled: withScript,
    viewport: { width: 320, height: 700 },
  });
  const look = async (name: string) => {
    if (!withScript) return;
    await page.locator("[data-live='taken-over']").waitFor();
    await expectAccessible(page, name);
    await expectFits(page, name);
  };
  const onward = async (onto: RegExp) => {
    await page.getByRole("button", { name: "Continue" }).click();
    await page.waitForURL(onto);
  };
  await page.goto(`${running.address}/apply/about/country`);
  await look("country");
  if (withScript) await page.getByRole("combobox", { name: "Where were you born?" }).fill("france");
  else await page.getByLabel("Where were you born?").selectOption("FR");
  await onward(/page-2$/);
  await look("range and length");
  const dates = ["1", "4", "2026", "30", "4", "2026"];
  for (const [index, text] of dates.entries()) await page.locator('input[name^="stay:"]').nth(index).fill(text);
  await page.getByLabel("How many").fill("6");
  await page.getByLabel("Of what").selectOption("months");
  await onward(/account$/);
  await look("account");
  await page.getByLabel("Name on the account").fill("Rhian Tanner");
  await page.getByLabel("Sort code").fill("200000");
  await page.getByLabel("Account number").fill("55555555");
  await onward(/low$/);
  await page.getByRole("textbox").fill("5");
  await onward(/high$/);
  await page.getByRole("textbox").fill("4");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("link", { name: "The highest must not be below the lowest" }).waitFor();
  await page.getByRole("textbox").fill("6");
  await onward(/check$/);
  const rows = await page.locator("dd.value").allInnerTexts();
  expect(rows.map((row) => row.replaceAll("\n", ", "))).toEqual([
    "France",
    "1 April 2026 – 30 April 2026",
    "6 months",
    "Rhian Tanner, 20-00-00, 55555555",
    "5",
    "6",
  ]);
  if (withScript) await expectAccessible(page, "check");
  await page.getByRole("button", { name: "Send application" }).click();
  await page.getByRole("link", { name: "Tick the box to sign" }).waitFor();
  await page.getByLabel("I sign this application as Rhian Tanner").check();
  await page.getByRole("button", { name: "Send application" }).click();
  await page.waitForURL(/sent$/);
  expect(running.draft().answers["signature:national-id"]).toBe("2026-06-16T07:41:00Z");
  expect(errors).toEqual([]);
  await close();
});

test("what is typed in a long list and is none of it needs another look, and the link leads to what one types in", async () => {
  const running = await host(true);
  const { page, close } = await openPage(browser);
  await page.goto(`${running.address}/apply/about/country`);
  await page.locator("[data-live]").waitFor();
  const box = page.getByRole("combobox", { name: "Where were you born?" });
  await box.fill("Atlantis");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("link", { name: "Choose an answer: Where were you born?" }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("country");
  expect(await box.inputValue()).toBe("Atlantis");
  expect(await box.getAttribute("aria-invalid")).toBe("true");
  await expectAccessible(page, "wrong country");
  await close();
});

test("without scripts a line says until when one stays signed in; with them a notice comes in time and can be put off", async () => {
  // The host's clock stands at 8:41 British time; the session ends four minutes later.
  const running = await host(true, "2026-06-16T07:45:00Z");
  const still = await openPage(browser, { javaScriptEnabled: false });
  await still.page.goto(`${running.address}/apply/about/low`);
  expect(await still.page.locator("#session-end").innerText()).toContain("You stay signed in until today at 8:45");
  await still.close();
  const { page, close } = await openPage(browser);
  await page.goto(`${running.address}/apply/about/low`);
  const notice = page.getByRole("status").filter({ hasText: "You will be signed out in 4 minutes." });
  await notice.waitFor();
  await expectAccessible(page, "session ends");
  const box = page.getByRole("textbox");
  await box.fill("5");
  await page.screenshot({ path: process.env["SHOT"] ?? "/dev/null", type: "png" });
  const kept = page.waitForResponse((response) => response.request().method() === "GET" && response.ok());
  await page.getByRole("button", { name: "Stay signed in" }).click();
  await kept;
  expect(await box.inputValue()).toBe("5");
  await close();
});
