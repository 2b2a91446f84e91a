// An officer begins a case for somebody with an account: questions, fees and licences are that person's. Over real HTTP and a real store.
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FoundPerson } from "../identity/identity.ts";
import { badge } from "./tests/badge.ts";
import { TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";

const base = "/desk/begin/badge";
const page = `${base}/for`;
const ann: FoundPerson = {
  state: "present",
  name: "Ann Able",
  identity: {
    subject: "ann-1",
    level: "substantial",
    kind: "person",
    at: "2026-06-16T08:20:00.000Z",
    parts: { fullName: "Ann Able", nationalId: "not read by this service" },
  },
};

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(async (folder) => [await writeText(path.join(folder, "badge"), badge)]);
  const findPerson = async (subject: string): Promise<FoundPerson> =>
    subject === "ann-1" ? ann : { state: subject === "down" ? "unavailable" : "absent" };
  Object.assign(server.installation.identity, { findPerson });
});
afterAll(() => server.stop());

const officer = (name: string, role: string): TestBrowser =>
  new TestBrowser(server, server.signIn("officers", name, { roles: [role] }));
const citizen = (subject: string, name: string): TestBrowser =>
  new TestBrowser(server, server.signIn("citizens", subject, { name }));

async function read(browser: TestBrowser, address: string): Promise<string> {
  return (await browser.get(address)).text.replaceAll(/<!--.*?-->|<\?>/g, "");
}

async function beginFor(clerk: TestBrowser): Promise<string> {
  await clerk.fill(page, { account: "ann-1" });
  await clerk.fill(`${base}/you/name`, {});
  await clerk.fill(`${base}/you/reason`, { reason: "I travel to work." });
  await clerk.fill(`${base}/you/at-desk`, { atDesk: "3" });
  const { location = "" } = await clerk.fill(`${base}/check`, {});
  return /^\/desk\/begun\/([A-Z0-9-]+)$/.exec(location)?.[1] ?? `not sent: ${location}`;
}

async function decide(number: string, fields: Record<string, string>): Promise<void> {
  const rita = officer("Rita", "reviewer");
  const task = /name="task" value="([^"]+)"/.exec((await rita.get(`/desk/cases/${number}`)).text)?.[1] ?? "";
  expect((await rita.post(`/desk/cases/${number}/decide`, { task, ...fields })).status).toBe(303);
  while ((await server.worker.runOnce()) > 0);
}

test("an officer says for whom before the form, looks at who was found, and sees it on the check page", async () => {
  const cleo = officer("Cleo", "clerk");
  expect((await cleo.get(`${base}/tasks`)).location).toBe(page);
  expect((await cleo.get(`${base}/you/reason`)).location).toBe(page);
  expect((await cleo.fill(page, { account: " " })).text).toContain("Enter the identifier that the applicant signs in");
  const wrong = await cleo.fill(page, { account: "ann-2" });
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining("knows nobody by this identifier")]);
  expect((await cleo.fill(page, { account: "down" })).text).toContain("does not answer now");
  expect((await cleo.post(page, { account: "ann-1", name: "Ann" })).status).toBe(400);
  expect((await cleo.fill(page, { account: "ann-1" })).location).toBe(page);
  expect(await read(cleo, page)).toContain("It is for <b>Ann Able</b>");
  expect(await read(cleo, `${base}/you/name`)).toContain("Ann Able");
  const [kept] = await server.installation.store.findDrafts("officer:Cleo");
  expect(kept?.content).not.toContain("nationalId");
  const number = await beginFor(cleo);
  expect((await cleo.get(`/desk/begun/${number}`)).status).toBe(200);
  // Pressed twice, it is one case, and still the officer's to see that it was begun.
  expect((await cleo.post(`${base}/check`, {})).location).toBe(`/desk/begun/${number}`);
});

test("the case is the person's: they see it, pay, and have the licence; who began it is told", async () => {
  const number = await beginFor(officer("Cora", "clerk"));
  const person = citizen("ann-1", "Ann Able");
  expect(await read(person, "/applications")).toContain(number);
  const own = await read(person, `/applications/${number}`);
  expect(own).toContain("An officer began this for you");
  expect((await citizen("bob-1", "Bob").get(`/applications/${number}`)).status).toBe(404);
  const seen = await read(officer("Rita", "reviewer"), `/desk/cases/${number}`);
  expect(seen).toMatch(/Ann Able.*Register of identity.*asked by Cora, who began the case for them/s);
  expect(seen).toContain("Cora began the case");
  expect(seen).toContain("Typed by Cora, who began the case");
  await decide(number, { action: "grant" });
  expect(await read(person, `/applications/${number}`)).toContain("£10");
  const stored = await server.installation.store.readCaseByNumber(number);
  expect(stored?.case).toMatchObject({
    applicant: { kind: "applicant", id: "ann-1", name: "Ann Able" },
    begunBy: { kind: "officer", id: "officer:Cora" },
    identity: { filledInBy: "staff", parts: { fullName: "Ann Able" } },
  });
  const paid = await server.installation.commands.paymentNotice({
    providerId: stored?.case.payments[0]?.providerId ?? "",
    state: "paid",
    amount: 1000,
  });
  expect(paid.ok).toBe(true);
  while ((await server.worker.runOnce()) > 0);
  expect(await read(person, "/licences")).toContain("Travel badge");
});

test("what an officer asks is the person's to answer", async () => {
  const number = await beginFor(officer("Carl", "clerk"));
  await decide(number, { action: "ask:information", "text:ask:information": "Which bus do you take?" });
  const person = citizen("ann-1", "Ann Able");
  expect(await read(person, `/applications/${number}`)).toContain("Which bus do you take?");
  expect((await person.fill(`/applications/${number}/answer`, { text: "The 14." })).status).toBe(303);
});

test("without an account it is begun as before, and the check page says so", async () => {
  const dina = officer("Dina", "clerk");
  expect((await dina.fill(page, { _do: "nobody" })).location).toBe(`${base}/tasks`);
  expect((await dina.get(`${base}/you/name`)).text).not.toContain("Ann Able");
  await dina.fill(`${base}/you/name`, { name: "Zoe Zander" });
  await dina.fill(`${base}/you/reason`, { reason: "I travel." });
  await dina.fill(`${base}/you/at-desk`, { atDesk: "1" });
  expect(await read(dina, `${base}/check`)).toMatch(
    /<dt>Begun for<\/dt><dd class="value">Nobody with an account<\/dd>/,
  );
  const { location = "" } = await dina.fill(`${base}/check`, {});
  const stored = await server.installation.store.readCaseByNumber(location.split("/").at(-1) ?? "");
  expect(stored?.case.applicant).toMatchObject({ kind: "officer", id: "officer:Dina" });
  expect(stored?.case).not.toHaveProperty("begunBy");
});

test("only officers who begin cases look somebody up, and a citizen cannot say whose case theirs is", async () => {
  expect((await officer("Rita", "reviewer").get(page)).status).toBe(403);
  expect((await citizen("bob-1", "Bob").get("/badge/for")).status).toBe(404);
  expect((await new TestBrowser(server).get(page)).location).toContain("/desk/sign-in?then=");
});
