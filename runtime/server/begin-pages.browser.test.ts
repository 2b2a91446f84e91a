// The work list with what an officer may begin, the form behind it and the page at its end, in a real browser. With FORMWORK_PICTURES
// set, pictures of them are left in that folder.
import path from "node:path";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../../compiler/development/browser.ts";
import { inspection } from "./tests/inspection.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";

const pictures = process.env["FORMWORK_PICTURES"];
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer(async (folder) => [
    await writeText(path.join(folder, "inspection"), inspection, true),
  ]);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function expectSound(page: Page, name: string): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`);
  });
  expect(found, name).toEqual([]);
  if (pictures) await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
}

test("an officer goes from the work list through the form, with scripts", async () => {
  const context = await browser.newContext({ reducedMotion: "reduce", viewport: { width: 1280, height: 800 } });
  const cookie = server.signIn("officers", "Ines Okafor", { roles: ["inspector"] });
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: server.address }]);
  const page = await context.newPage();
  await page.goto(`${server.address}/desk/work`);
  await expectSound(page, "begin-list");
  await page.click("text=Inspect a kitchen");
  await expectSound(page, "begin-start");
  await page.goto(`${server.address}/desk/begin/inspection/apply`);
  await page.click("text=What is the kitchen called?");
  await expectSound(page, "begin-question");
  await page.fill("[name=kitchen]", "The Blue Spoon");
  await page.press("[name=kitchen]", "Enter");
  await page.waitForURL("**/place/owner-email");
  await page.fill("[name=ownerEmail]", "owner@mail.example");
  await page.press("[name=ownerEmail]", "Enter");
  await page.waitForURL("**/place/photo");
  await page.goto(`${server.address}/desk/work`);
  expect(await page.textContent("#begin")).toContain("You have begun one and not sent it.");
  await context.close();
});
