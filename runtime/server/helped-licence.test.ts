// Licences of whoever helps somebody else: what they got for others is not their own, and their own is not another's. Over real HTTP.
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";

const head = (name: string, lines = ""): string => `service ${name} "${name}"
  agency city "City of Ashby"
applicant is a person
  signs in at level low
  may be helped by representative
${lines}section you "About you"
  ask goods "What do you sell?" as text
route
  stage go "Go"
    go to granted
outcome granted "Granted"
`;
const card = `${head("traders")}  issue trader-card
credential trader-card "Trader card"
  holds goods
  valid for 1 year
`;
const stall = head("stalls", "  must present trader-card issued by city\n");

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(async (folder) => [
    await writeText(path.join(folder, "one"), card),
    await writeText(path.join(folder, "two"), stall),
  ]);
});
afterAll(() => server.stop());

const citizen = (name: string): TestBrowser => new TestBrowser(server, server.signIn("citizens", name));

async function getCard(browser: TestBrowser, filledInBy: string): Promise<void> {
  await browser.fill("/traders/filled-in-by", { filledInBy });
  await browser.fill("/traders/you/goods", { goods: "Cheese" });
  expect((await browser.fill("/traders/check", {})).location).toMatch(/sent$/);
  while ((await server.worker.runOnce()) > 0);
}

async function stallAs(browser: TestBrowser, filledInBy: string): Promise<string | undefined> {
  await browser.fill("/stalls/filled-in-by", { filledInBy });
  return (await browser.get("/stalls/you/goods")).location;
}

test("somebody presents their own licence for themselves, and for nobody else", async () => {
  const ann = citizen("Ann");
  await getCard(ann, "applicant");
  expect(await stallAs(ann, "applicant")).toBeUndefined();
  expect(await stallAs(ann, "representative")).toBe("/stalls/needed-licence");
});

test("what a representative got for somebody else is not theirs to present", async () => {
  const ben = citizen("Ben");
  await getCard(ben, "representative");
  expect(await stallAs(ben, "applicant")).toBe("/stalls/needed-licence");
});
