// The work list with what an officer may begin, the form behind it and the page at its end, in a real browser. With FORMWORK_PICTURES
// set, pictures of them are left in that folder.
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../../compiler/development/browser.ts";
import { inspection } from "./tests/inspection.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";
import { expectSound, openPage } from "./tests/pages.ts";

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

test("an officer goes from the work list through the form, with scripts", async () => {
  const cookie = server.signIn("officers", "Ines Okafor", { roles: ["inspector"] });
  const { page, close } = await openPage(browser, server, cookie, "/desk/work");
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
  await close();
});
