// What people and officers read about how long answers are kept, before and after they are deleted.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../../compiler/development/browser.ts";
import { fillForm, sendForm, TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer } from "./tests/installation.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const plain = (html: string): string => html.replaceAll(/<!--.*?-->/g, "");

test("until when answers are kept, that they were deleted, and that the outcome stays", async () => {
  const applicant = () => new TestBrowser(server, server.signIn("citizens", "Rhian"));
  const owen = () => new TestBrowser(server, server.signIn("officers", "Owen Marsh", { roles: ["parking-officer"] }));
  const sender = applicant();
  await fillForm(sender, "no");
  const number = await sendForm(sender);
  await server.worker.runOnce();
  const [page, desk] = [`/applications/${number}`, `/desk/cases/${number}`];
  expect(plain((await applicant().get(page)).text)).not.toContain("We keep your answers until");

  const officer = owen();
  const task = (await server.installation.store.readCaseByNumber(number))?.case.tasks.at(-1)?.id ?? "";
  await officer.get(desk);
  await officer.post(`${desk}/claim`, { task });
  await officer.get(desk);
  await officer.post(`${desk}/decide`, { task, action: "refuse", "text:refuse": "No consent of the keeper." });
  await server.worker.runOnce();
  // 28 days to appeal from 16 June, then two years.
  expect(plain((await applicant().get(page)).text)).toContain("We keep your answers until Friday 14 July 2028.");

  server.pass(200);
  await server.worker.runOnce();
  const some = plain((await applicant().get(page)).text);
  expect(some).toContain("We deleted this answer, as we said we would: Upload a letter from the registered keeper");
  expect(some).toContain("EK68 RWT");

  server.pass(600);
  await server.worker.runOnce();
  const gone = plain((await applicant().get(page)).text);
  expect(gone).toContain("We deleted your answers on");
  expect(gone).not.toMatch(/EK68 RWT|No consent|We keep your answers/);
  expect(gone).toContain("Permit refused");
  const seen = plain((await owen().get(desk)).text);
  expect(seen).toContain("The answers were deleted on");
  expect(seen).not.toMatch(/EK68 RWT|No consent/);
  if (process.env["FORMWORK_PICTURES"]) await take(process.env["FORMWORK_PICTURES"], page, desk);
});

/** Pictures of both pages, for a person to look at. */
async function take(folder: string, ...pages: string[]): Promise<void> {
  const browser = await launchBrowser();
  await mkdir(folder, { recursive: true });
  for (const [at, where] of pages.entries()) {
    const cookie =
      at === 0
        ? server.signIn("citizens", "Rhian")
        : server.signIn("officers", "Owen Marsh", { roles: ["parking-officer"] });
    const context = await browser.newContext();
    const [name = "", value = ""] = cookie.split("=");
    await context.addCookies([{ name, value, url: server.address }]);
    const page = await context.newPage();
    await page.goto(server.address + where);
    await writeFile(path.join(folder, `deleted-${at}.png`), await page.screenshot({ fullPage: true }));
  }
  await browser.close();
}
