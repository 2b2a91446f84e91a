// Every page of portal and desk in a real browser: nothing for axe-core to find in light, dark and forced colours, and no
// sideways scroll on the narrowest phone. With FORMWORK_PICTURES set, pictures of them are left in that folder.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../../compiler/development/browser.ts";
import { fillForm, pdf, sendForm, TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer } from "./tests/installation.ts";
import { expectNarrow, takePicture, violationsOn } from "./tests/pages.ts";

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const citizen = (name: string): string => server.signIn("citizens", name);
const officer = (...roles: string[]): string => server.signIn("officers", "Owen Marsh", { roles });

/** A page of this person, whose cookie is given. */
async function openPage(cookie?: string): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const [name = "", value = ""] = cookie?.split("=") ?? [];
  if (cookie) await context.addCookies([{ name, value, url: server.address }]);
  return context.newPage();
}

/** Goes there and looks at it every way. */
async function look(page: Page, where: string, name: string): Promise<void> {
  await page.goto(server.address + where);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, forcedColors: "none" });
    expect(await violationsOn(page), `${where}, ${colorScheme}`).toEqual([]);
    await take(page, `${name}-${colorScheme}`, 1280);
  }
  await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
  expect(await violationsOn(page), `${where}, forced colours`).toEqual([]);
  await take(page, `${name}-forced`, 1280);
  await page.emulateMedia({ forcedColors: "none" });
  await expectNarrow(page, where);
  await take(page, `${name}-360`, 360);
  await page.emulateMedia({ media: "print" });
  await take(page, `${name}-print`, 800);
  await page.emulateMedia({ media: "screen" });
}

async function take(page: Page, name: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await takePicture(page, name);
}

/** The keys of the open task and of the case. */
async function taskOf(number: string): Promise<string> {
  return (await server.installation.store.readCaseByNumber(number))?.case.tasks.at(-1)?.id ?? "";
}

async function sent(name: string, keeper: "yes" | "no"): Promise<{ cookie: string; number: string }> {
  const cookie = citizen(name);
  const applicant = new TestBrowser(server, cookie);
  await fillForm(applicant, keeper);
  const number = await sendForm(applicant);
  await server.worker.runOnce();
  return { cookie, number };
}

test("pages that are open to everybody", async () => {
  const page = await openPage();
  for (const [where, name] of [
    ["/", "catalogue"],
    ["/help", "help"],
    ["/accessibility", "accessibility"],
    ["/resident-parking-permit", "start"],
    ["/resident-parking-permit/how-we-use-your-answers", "privacy"],
    ["/nowhere", "not-found"],
  ] as const)
    await look(page, where, name);
}, 120_000);

test("an application on its way: list, confirmation, payment, rights, messages", async () => {
  const { cookie, number } = await sent("Rhian Evans", "yes");
  const begun = new TestBrowser(server, cookie);
  await begun.fill("/resident-parking-permit/eligibility/zone", { zone: "zone-a" });
  const page = await openPage(cookie);
  for (const [where, name] of [
    ["/applications", "applications"],
    [`/applications/${number}`, "application"],
    [`/applications/${number}/sent`, "confirmation"],
    [`/applications/${number}/pay`, "pay"],
    [`/applications/${number}/rights/withdraw`, "withdraw"],
    ["/messages", "messages"],
    ["/licences", "licences"],
  ] as const)
    await look(page, where, name);
}, 120_000);

test("the desk, and what the applicant is asked", async () => {
  const { cookie, number } = await sent("Tom Pryce", "no");
  await sent("Gwen Hughes", "no");
  const desk = officer("parking-officer");
  const owen = new TestBrowser(server, desk);
  const where = `/desk/cases/${number}`;
  const page = await openPage(desk);
  await look(page, "/desk/work", "desk-list");
  const task = await taskOf(number);
  await owen.get(where);
  await owen.post(`${where}/claim`, { task });
  await look(page, where, "desk-case");
  await owen.get(where);
  await owen.post(`${where}/decide`, [
    ["task", task],
    ["action", "ask:information"],
    ["text:ask:information", "Is the registration right? The letter names another one."],
    ["reopen", "registration"],
    ["reopen", "keeperLetter"],
  ]);
  const asked = await openPage(cookie);
  await look(asked, `/applications/${number}/answer`, "answer");
  await look(asked, `/applications/${number}/answer/your-vehicle/registration`, "answer-question");
  const applicant = new TestBrowser(server, cookie);
  await applicant.fill(`/applications/${number}/answer/your-vehicle/registration`, { registration: "AB12 CDE" });
  await applicant.get(`/applications/${number}/answer/your-vehicle/keeper-letter`);
  await applicant.upload(
    `/applications/${number}/answer/your-vehicle/keeper-letter`,
    {},
    "keeperLetter",
    "signed.pdf",
    pdf,
  );
  await applicant.fill(`/applications/${number}/answer`, { text: "It is the new car." });
  await look(page, where, "desk-case-answered");
  await owen.get(where);
  await owen.post(`${where}/decide`, { task, action: "refuse", "text:refuse": "No consent of the keeper." });
  await server.worker.runOnce();
  await look(asked, `/applications/${number}`, "refused");
  await look(asked, `/applications/${number}/rights/appeal`, "appeal");
  await look(page, "/desk/messages", "desk-messages");
  await look(page, "/desk/nowhere", "desk-not-found");
  await look(await openPage(officer("administrator", "parking-officer")), "/desk/incidents", "desk-incidents");
}, 180_000);
