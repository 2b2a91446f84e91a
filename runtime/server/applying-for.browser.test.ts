// The question for whom somebody applies, in a real browser. With FORMWORK_PICTURES set, pictures of its pages are left in that folder.
import path from "node:path";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../../compiler/development/browser.ts";
import { hall } from "./tests/hall.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";

const pictures = process.env["FORMWORK_PICTURES"];
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

async function open(cookie: string, where: string): Promise<{ page: Page; close: () => Promise<void> }> {
  const context = await browser.newContext({ reducedMotion: "reduce", viewport: { width: 1280, height: 800 } });
  const [key = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name: key, value, url: server.address }]);
  const page = await context.newPage();
  await page.goto(server.address + where);
  return { page, close: () => context.close() };
}

async function expectSound(page: Page, name: string): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`);
  });
  expect(found, name).toEqual([]);
  if (pictures) await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
  await page.setViewportSize({ width: 320, height: 700 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide, `${name}: pixels too wide for a phone`).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 800 });
}

test("for whom somebody applies is chosen, told when it is forgotten, and asked for what goes with it", async () => {
  const cookie = server.signIn("citizens", "Ivy");
  const { page, close } = await open(cookie, "/hall/tasks");
  expect(page.url()).toContain("/hall/applying-for");
  await expectSound(page, "applying-for");
  await page.click("text=Continue");
  expect(await page.textContent(".summary")).toContain("Choose who you are applying for");
  await expectSound(page, "applying-for-missing");
  await page.click("text=An organisation");
  await page.click("text=Continue");
  expect(page.url()).toContain("/hall/tasks");
  await page.goto(`${server.address}/hall/event/title`);
  await page.fill('input[name="title"]', "Fair");
  await page.click("button.button");
  expect(page.url()).toContain("/hall/event/charity-number");
  await page.fill('input[name="charityNumber"]', "123");
  await page.click("button.button");
  await page.goto(`${server.address}/hall/check`);
  expect(await page.textContent("main")).toContain("An organisation");
  await expectSound(page, "applying-for-check");
  await close();
});
