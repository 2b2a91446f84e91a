// R17 end to end over two services of one installation: a licence is presented, the case suspends it, and it is suspended where it was issued.
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";

let server: TestServer;
const head = (name: string, title: string): string => `service ${name} "${title}"
  agency city "City of Ashby"
role clerk "a clerk"
partner city "City of Ashby"
`;
const card = `${head("traders", "Trader card")}applicant is a person
  signs in at level low
section you "About you"
  ask goods "What do you sell?" as text
route
  stage look "We look" by clerk
    shows goods
    can grant then go to granted
    finish within 10 days otherwise go to granted
outcome granted "Granted"
  issue trader-card
credential trader-card "Trader card"
  holds goods
  valid for 1 year
`;
const report = `${head("reports", "Report")}applicant is a person
  signs in at level low
  must present trader-card issued by city
section you "About you"
  ask what "What happened?" as text
route
  stage look "We look" by clerk
    shows what
    can suspend with reason then go to suspended
    finish within 10 days
outcome suspended "Suspended"
  suspend trader-card
credential trader-card "Trader card"
  valid for 1 year
`;

beforeAll(async () => {
  server = await startTestServer(async (folder) => [
    await writeText(path.join(folder, "one"), card),
    await writeText(path.join(folder, "two"), report),
  ]);
});
afterAll(() => server.stop());

const read = async (browser: TestBrowser, where: string): Promise<string> =>
  (await browser.get(where)).text.replaceAll(/<!--.*?-->/g, "");

test("a presented licence that is suspended is suspended where it was issued, and cannot be presented again", async () => {
  const ann = new TestBrowser(server, server.signIn("citizens", "Ann"));
  const clerk = new TestBrowser(server, server.signIn("officers", "Cleo", { roles: ["clerk"] }));
  const send = async (page: string, fields: Record<string, string>): Promise<string> => {
    await ann.fill(page, fields);
    const sent = await ann.fill(`/${page.split("/")[1] ?? ""}/check`, {});
    return /applications\/([^/]+)\/sent/.exec(sent.location ?? "")?.[1] ?? "none";
  };
  const decide = async (number: string, action: string): Promise<void> => {
    const task = /name="task" value="([^"]+)"/.exec(await read(clerk, `/desk/cases/${number}`))?.[1] ?? "";
    const done = await clerk.post(`/desk/cases/${number}/decide`, { task, action, [`text:${action}`]: "Rotten fish" });
    expect(done.status).toBe(303);
    for (let turn = 0; turn < 3; turn += 1) await server.worker.runOnce();
  };
  const first = await send("/traders/you/goods", { goods: "Fish" });
  await decide(first, "grant");
  const second = await send("/reports/you/what", { what: "It smells" });
  await decide(second, "suspend");
  const stored = await server.installation.store.readCaseByNumber(first);
  expect(stored?.case.issued).toMatchObject([{ credential: "trader-card", status: "suspended" }]);
  expect(await server.installation.store.findHeld()).toEqual([]);
  expect(await server.installation.store.findIncidents()).toEqual([]);
  expect(await read(clerk, `/desk/cases/${first}`)).toContain("Trader card: suspended, by another case");
  expect(await read(ann, "/licences")).toContain("Suspended");
  expect((await ann.get("/reports/you/what")).location).toBe("/reports/needed-licence");
});
