// The pages of what an applicant has from before, in a real browser: where a value came from, changing it with scripts, a licence that
// is missing. With FORMWORK_PICTURES set, pictures of them are left in that folder.
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../../compiler/development/browser.ts";
import { TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";
import { decide, getCard, rentStall, stalls, traders } from "./tests/market.ts";
import { expectSound, openPage } from "./tests/pages.ts";

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer(async (folder) => [
    await writeText(path.join(folder, "traders"), traders),
    await writeText(path.join(folder, "stalls"), stalls, true),
  ]);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test("the missing licence, a value of last time, a change of it, a value of a licence, and the officer's view", async () => {
  const cookie = server.signIn("citizens", "Ivy");
  const ivy = new TestBrowser(server, cookie);
  const missing = await openPage(browser, server, cookie, "/stalls/stall/metres");
  expect(missing.page.url()).toContain("/stalls/needed-licence");
  await expectSound(missing.page, "needed-licence");
  await missing.close();
  await getCard(ivy, "Ice cream");
  const first = await rentStall(ivy, { metres: "4", secret: "vanilla" });
  await decide(server, first);

  const { page, close } = await openPage(browser, server, cookie, "/stalls/stall/metres");
  await page.waitForSelector("[data-live]");
  expect(await page.getAttribute("[data-live]", "data-live")).toBe("taken-over");
  expect(await page.textContent(".note:visible .part:visible")).toContain(
    `In your application ${first}, sent on 16 June 2026.`,
  );
  await expectSound(page, "last-time");
  await page.fill('input[name="metres"]', "7");
  await page.press('input[name="metres"]', "Tab");
  await page.waitForSelector(".note .part:visible >> text=You are changing");
  expect(await page.innerText(".note:visible")).toContain("Last time: 4");
  await expectSound(page, "last-time-changed");
  await page.click("text=Go back to what you told us last time");
  await expect.poll(() => page.inputValue('input[name="metres"]')).toBe("4");
  await page.goto(`${server.address}/stalls/stall/goods`);
  expect(await page.textContent("main")).toContain("Your licence: Trader card");
  await expectSound(page, "from-a-licence");
  await close();

  const second = await rentStall(ivy, { metres: "6" });
  const officer = await openPage(
    browser,
    server,
    server.signIn("officers", "clerk", { roles: ["clerk"] }),
    `/desk/cases/${second}`,
  );
  expect(await officer.page.textContent("main")).toContain(`Changed by the applicant since application ${first}`);
  await expectSound(officer.page, "officer");
  await officer.close();
});
