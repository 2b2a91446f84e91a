// An officer says for whom they begin a case, in a real browser. With FORMWORK_PICTURES set, pictures of its pages are left in that folder.
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../../compiler/development/browser.ts";
import type { FoundPerson } from "../identity/identity.ts";
import { badge } from "./tests/badge.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";
import { expectSound, openPage } from "./tests/pages.ts";

let server: TestServer;
let browser: Browser;

const at = "2026-06-16T08:20:00.000Z";
const identity = {
  subject: "ann-1",
  level: "substantial",
  kind: "person",
  at,
  parts: { fullName: "Ann Able" },
} as const;

beforeAll(async () => {
  server = await startTestServer(async (folder) => [await writeText(path.join(folder, "badge"), badge, true)]);
  const findPerson = async (subject: string): Promise<FoundPerson> =>
    subject === "ann-1" ? { state: "present", name: "Ann Able", identity } : { state: "absent" };
  Object.assign(server.installation.identity, { findPerson });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test("an officer finds the applicant, goes on, and the check page and the applicant's own page say so", async () => {
  const clerk = server.signIn("officers", "Cleo", { roles: ["clerk"] });
  const { page, close } = await openPage(browser, server, clerk, "/desk/begin/badge/tasks");
  await page.waitForURL("**/desk/begin/badge/for");
  await expectSound(page, "begin-for");
  await page.fill("#account", "ann-2");
  await page.click("text=Find the applicant");
  await page.waitForSelector(".summary");
  await expectSound(page, "begin-for-nobody-found");
  await page.fill("#account", "ann-1");
  await page.click("text=Find the applicant");
  await page.waitForSelector("text=It is for Ann Able");
  await expectSound(page, "begin-for-found");
  await page.click("text=Continue");
  await page.waitForURL("**/desk/begin/badge/tasks");
  for (const [name, value] of [
    ["reason", "I travel to work."],
    ["at-desk", "3"],
  ] as const) {
    await page.goto(`${server.address}/desk/begin/badge/you/${name}`);
    await page.fill('input[type="text"]', value);
    await page.click("button.button");
    await page.waitForURL((address) => !address.pathname.endsWith(`/${name}`));
  }
  await page.goto(`${server.address}/desk/begin/badge/you/name`);
  await page.click("button.button");
  await page.waitForURL((address) => !address.pathname.endsWith("/name"));
  await page.goto(`${server.address}/desk/begin/badge/check`);
  expect(await page.textContent("main")).toContain("Ann Able");
  await expectSound(page, "begin-for-check");
  await page.click("button.button");
  await page.waitForURL("**/desk/begun/*");
  const number = page.url().split("/").at(-1) ?? "";
  await close();
  const ann = await openPage(browser, server, server.signIn("citizens", "ann-1"), `/applications/${number}`);
  expect(await ann.page.textContent("main")).toContain("An officer began this for you");
  await expectSound(ann.page, "begin-for-applicant");
  await ann.close();
  const rita = server.signIn("officers", "Rita", { roles: ["reviewer"] });
  const desk = await openPage(browser, server, rita, `/desk/cases/${number}`);
  expect(await desk.page.textContent("main")).toContain("who began the case for them");
  await expectSound(desk.page, "begin-for-desk");
  await desk.close();
});
