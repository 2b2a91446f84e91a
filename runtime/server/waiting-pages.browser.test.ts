// The pages of holding, advice, corrections, changes and second signatures in a real browser: nothing for axe-core to find, and no
// sideways scroll on the narrowest phone. With FORMWORK_PICTURES set, pictures of them are left in that folder.
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../../compiler/development/browser.ts";
import { TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";
import { expectNarrow, openPage, takePicture, violationsOn } from "./tests/pages.ts";

let server: TestServer;
let browser: Browser;
const text = `service permit "Permit to park a market stall"
  agency city "City of Ashby"
role clerk "a market clerk"
role lawyer "the legal team"
applicant is a business
  signs in at level low
  acting as director
section you "About you"
  ask plate "Registration of your van" as text
  ask goods "What do you sell?" as text
  co-sign by another director within 10 days otherwise go to lapsed
route
  applicant can change answers until offer
  stage look "We look at your application" by clerk
    shows plate, goods
    can approve then go to offer
    can take 2 weeks longer with reason
    can put on hold for up to 30 days with reason
    can consult lawyer within 5 days
    can correct plate with reason
    finish within 10 days
  stage offer "Accept the stall we offer you" by applicant
    ask start "From when do you want it?" as text
    can accept then go to granted
    can decline with reason then go to lapsed
    finish within 10 days otherwise go to lapsed
outcome granted "Granted"
  can correct by clerk with reason within 7 days then go to look
outcome lapsed "Lapsed"
`;

beforeAll(async () => {
  server = await startTestServer(async (folder) => [await writeText(path.join(folder, "one"), text)]);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function look(cookie: string, where: string, name: string): Promise<void> {
  const { page, close } = await openPage(browser, server, cookie, where);
  await page.evaluate(() => {
    for (const one of document.querySelectorAll("details")) one.open = true;
  });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violationsOn(page), `${where}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
  await take(page, name, 1280);
  await expectNarrow(page, where);
  await take(page, `${name}-320`, 320);
  await close();
}

async function take(page: Page, name: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await takePicture(page, name);
}

test("every page can be read by everybody", async () => {
  const [applicant, signer] = [server.signIn("citizens", "Rhian Evans"), server.signIn("citizens", "Tom Evans")];
  const clerkCookie = server.signIn("officers", "Cleo Marsh", { roles: ["clerk"] });
  const lawyerCookie = server.signIn("officers", "Lou Reed", { roles: ["lawyer"] });
  const rhian = new TestBrowser(server, applicant);
  await rhian.fill("/permit/you/plate", { plate: "AB12 CDE" });
  await rhian.fill("/permit/you/goods", { goods: "Bread and cake" });
  const sent = await rhian.fill("/permit/check", {});
  const number = /applications\/([^/]+)\/sent/.exec(sent.location ?? "")?.[1] ?? "none";
  const own = `/applications/${number}`;
  await look(applicant, own, "signing");
  await look(applicant, `${own}/change`, "change");
  const address = /\/sign\/[A-Z0-9-]+\/[\w-]+/.exec((await rhian.get(own)).text)?.[0] ?? "none";
  await look(signer, address, "sign");
  await new TestBrowser(server, signer).fill(address, { agreed: "yes" });
  const desk = `/desk/cases/${number}`;
  const clerk = new TestBrowser(server, clerkCookie);
  const stay = async (fields: Record<string, string>) => {
    const page = await clerk.get(desk);
    const task = /name="task" value="([^"]*)"/.exec(page.text.slice(page.text.indexOf("/stay")))?.[1] ?? "";
    expect((await clerk.post(`${desk}/stay`, { task, ...fields })).status).toBe(303);
  };
  await look(clerkCookie, desk, "desk-staying");
  await stay({ do: "consult", name: "lawyer", text: "May a bakery have a stall on Sundays?" });
  await look(lawyerCookie, desk, "desk-advice");
  await stay({ do: "take-longer", text: "The square is being dug up." });
  await stay({ do: "put-on-hold", text: "We wait for the builders to say when they are done." });
  await look(clerkCookie, desk, "desk-hold");
  await look(applicant, own, "own-hold");
  await stay({ do: "end-hold" });
  const page = await clerk.get(desk);
  const task = /name="task" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
  await clerk.post(`${desk}/decide`, { task, action: "approve" });
  await look(applicant, `${own}/task`, "task");
}, 120_000);
