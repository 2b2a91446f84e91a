// The page of a licence that a register suspended, and the officer's view of it, in a real browser. With FORMWORK_PICTURES set, pictures of them
// are left in that folder.
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../../compiler/development/browser.ts";
import { TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";
import { aDayLater, getPermit, permit } from "./tests/insured.ts";
import { expectSound, openPage } from "./tests/pages.ts";

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer(async (folder) => [await writeText(path.join(folder, "permit"), permit)]);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test("the holder reads that it is suspended, why, and what to do; the officer reads it in the history", async () => {
  const holder = server.signIn("citizens", "Ann");
  const officer = server.signIn("officers", "Cleo", { roles: ["clerk"] });
  const { number, licence } = await getPermit(
    server,
    new TestBrowser(server, holder),
    new TestBrowser(server, officer),
  );
  await aDayLater(server, { insured: false, fraud: false });

  const own = await openPage(browser, server, holder, licence);
  expect(await own.page.textContent(".status")).toContain("Suspended");
  expect(await own.page.textContent("main")).toContain("because of this rule of the service:");
  await expectSound(own.page, "licence-suspended");
  await own.page.goto(`${server.address}/messages`);
  expect(await own.page.textContent("main")).toContain(`${number}: what you were given is suspended`);
  await expectSound(own.page, "licence-suspended-message");
  await own.close();

  const desk = await openPage(browser, server, officer, `/desk/cases/${number}`);
  expect(await desk.page.textContent("main")).toContain("Stall permit: suspended by itself, because");
  await expectSound(desk.page, "licence-suspended-desk");
  await desk.close();
});
