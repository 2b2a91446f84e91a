// The question for whom somebody applies, in a real browser. With FORMWORK_PICTURES set, pictures of its pages are left in that folder.
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../../compiler/development/browser.ts";
import { hall } from "./tests/hall.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";
import { expectSound, openPage } from "./tests/pages.ts";

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer(async (folder) => [await writeText(path.join(folder, "hall"), hall, true)]);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test("for whom somebody applies is chosen, told when it is forgotten, and asked for what goes with it", async () => {
  const cookie = server.signIn("citizens", "Ivy");
  const { page, close } = await openPage(browser, server, cookie, "/hall/tasks");
  expect(page.url()).toContain("/hall/applying-for");
  await expectSound(page, "applying-for");
  await page.click("text=Continue");
  expect(await page.textContent(".summary")).toContain("Choose who you are applying for");
  await expectSound(page, "applying-for-missing");
  await page.click("text=An organisation");
  await page.click("text=Continue");
  await page.waitForURL("**/hall/tasks");
  await page.goto(`${server.address}/hall/event/title`);
  await page.fill('input[name="title"]', "Fair");
  await page.click("button.button");
  await page.waitForURL("**/hall/event/charity-number");
  await page.fill('input[name="charityNumber"]', "123");
  await page.click("button.button");
  await page.waitForURL((address) => !address.pathname.endsWith("/charity-number"));
  await page.goto(`${server.address}/hall/check`);
  expect(await page.textContent("main")).toContain("An organisation");
  await expectSound(page, "applying-for-check");
  await close();
});
