// The questions for whom somebody applies and who fills in, in a real browser. With FORMWORK_PICTURES set, pictures of its pages are left in that folder.
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../../compiler/development/browser.ts";
import { care } from "./tests/care.ts";
import { hall } from "./tests/hall.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";
import { expectSound, openPage } from "./tests/pages.ts";

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer(async (folder) => [
    await writeText(path.join(folder, "hall"), hall, true),
    await writeText(path.join(folder, "care"), care, true),
  ]);
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

test("who fills in for somebody else says so, changes it on the check page, and the officer reads it", async () => {
  const { page, close } = await openPage(browser, server, server.signIn("citizens", "Jo"), "/care/tasks");
  await page.waitForURL("**/care/applying-for");
  await page.click("text=Myself or another person");
  await page.click("text=Continue");
  await page.waitForURL("**/care/filled-in-by");
  await expectSound(page, "filled-in-by");
  await page.click("text=Continue");
  await page.waitForSelector(".summary");
  expect(await page.textContent(".summary")).toContain("Choose whether you are filling this in for yourself");
  await expectSound(page, "filled-in-by-missing");
  await page.click("text=as their representative");
  await page.click("text=Continue");
  await page.waitForURL("**/care/tasks");
  await page.goto(`${server.address}/care/help/name`);
  await page.fill('input[name="name"]', "Zoe Zander");
  await page.click("button.button");
  await page.waitForURL("**/care/help/asked-by");
  await page.fill('input[name="askedBy"]', "Zoe herself");
  await page.click("button.button");
  await page.waitForURL("**/care/check");
  expect(await page.textContent("main")).toContain("For somebody else, as their representative");
  await expectSound(page, "filled-in-by-check");
  await page.click('a[href="/care/filled-in-by?from=check"]');
  await page.waitForURL("**/care/filled-in-by?from=check");
  await page.click("text=as their appointee");
  await page.click("text=Continue");
  await page.waitForURL("**/care/check");
  expect(await page.textContent("main")).toContain("For somebody else, as their appointee");
  await page.click("button.button");
  await page.waitForURL("**/sent");
  const number = /applications\/([^/]+)\/sent/.exec(page.url())?.[1] ?? "";
  await close();
  const clerk = server.signIn("officers", "Cleo", { roles: ["clerk"] });
  const desk = await openPage(browser, server, clerk, `/desk/cases/${number}`);
  expect(await desk.page.textContent("main")).toContain("the mandate was not checked");
  await expectSound(desk.page, "filled-in-by-desk");
  await desk.close();
});

test("a business is asked for a role", async () => {
  const { page, close } = await openPage(browser, server, server.signIn("citizens", "Kay"), "/care/applying-for");
  await page.click("text=A business");
  await page.click("text=Continue");
  await page.waitForURL("**/care/filled-in-by");
  expect(await page.textContent("h1")).toBe("What is your role?");
  await expectSound(page, "role");
  await close();
});
