// What the agency pays each month, end to end: the officer grants, time passes, the pages of applicant, officer and administrator say what was
// paid and what comes next. In a real browser: nothing for axe-core to find. With FORMWORK_PICTURES set, pictures are left there.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../../compiler/development/browser.ts";
import { TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";
import { expectSound, openPage } from "./tests/pages.ts";

const guideText = readFileSync(
  path.resolve(import.meta.dirname, "../../compiler/guide/texts/care-allowance.service"),
  "utf8",
);
const text = guideText
  .replace("1 January 2027", "1 January 2026")
  .replace("\nsection", "\napplicant is a person\n  signs in at level low\n\nsection");
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer(async (folder) => [await writeText(path.join(folder, "one"), text)]);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function look(cookie: string, where: string, name: string): Promise<string> {
  const { page, close } = await openPage(browser, server, cookie, where);
  await expectSound(page, name);
  const words = await page.evaluate(() => document.body.innerText);
  await close();
  return words;
}

async function decide(clerk: TestBrowser, number: string, action: string, why = ""): Promise<void> {
  const page = await clerk.get(`/desk/cases/${number}`);
  const task = /name="task" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
  const decided = await clerk.post(`/desk/cases/${number}/decide`, { task, action, [`text:${action}`]: why });
  expect(decided.status).toBe(303);
}

test("applicant, officer and administrator see the plan and each payment", async () => {
  const [citizen, officer] = [
    server.signIn("citizens", "Ann Gray"),
    server.signIn("officers", "Cleo Marsh", { roles: ["care-officer", "administrator"] }),
  ];
  const ann = new TestBrowser(server, citizen);
  await ann.fill("/care-allowance/you/hours", { hours: "20" });
  await ann.fill("/care-allowance/you/account", {
    "account:name": "Ann Gray",
    "account:sortCode": "20-00-00",
    "account:accountNumber": "12345678",
  });
  const sent = await ann.fill("/care-allowance/check", {});
  const number = /applications\/([^/]+)\/sent/.exec(sent.location ?? "")?.[1] ?? "none";
  const cleo = new TestBrowser(server, officer);
  await decide(cleo, number, "grant");
  await server.worker.runOnce();
  server.pass(31);
  await server.worker.runOnce();
  await server.worker.runOnce();
  const own = await look(citizen, `/applications/${number}`, "payments-own");
  for (const words of [
    "Payments to you",
    "Each month while this is valid: Carer award",
    "16 August",
    "£200",
    "16 July",
    "16 June",
  ])
    expect(own).toContain(words);
  expect(await look(officer, `/desk/cases/${number}`, "payments-desk")).toContain("Payments to the applicant");
  const held = await look(officer, "/desk/incidents", "payments-held");
  expect(held).toContain("To be paid: allowance, £200, for 16 July 2026");
}, 60_000);
