// Papers that come after the application: the portal says which and by when, takes them on their own page, and the case has them.
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pdf, TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";

const text = `service dog-licence "Dog licence"
  agency council "Council"
  version 1 starts 1 January 2026
  status draft

role clerk "a clerk"

applicant is a person
  signs in at level substantial

section papers "Papers"
  ask name "What is the dog's name?" as text
  ask permit "Upload the permit" as file
    short name "Permit"
    accept pdf up to 5 MB
    can be sent later within 14 days
    can be sent by post

route
  stage review "Review" by clerk
    can grant then go to granted
    finish within 30 days
    shows name, permit

outcome granted "Granted"
`;
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(async (folder) => [await writeText(path.join(folder, "bundle"), text)]);
});
afterAll(() => server.stop());

const caseOf = async (number: string) => (await server.installation.store.readCaseByNumber(number))?.case;

async function apply(name: string, how: string): Promise<{ applicant: TestBrowser; number: string; here: string }> {
  const applicant = new TestBrowser(server, server.signIn("citizens", name));
  await applicant.fill("/dog-licence/papers/name", { name: "Rex" });
  await applicant.fill("/dog-licence/papers/permit", { "permit:how": how });
  const sent = await applicant.fill("/dog-licence/check", {});
  const number = /^\/applications\/([A-Z0-9-]+)\/sent$/.exec(sent.location ?? "")?.[1] ?? "";
  return { applicant, number, here: `/applications/${number}` };
}

test("a paper that comes later is asked for by its day, taken, and then no longer to come", async () => {
  const { applicant, number, here } = await apply("Rhian", "sent-later");
  expect((await caseOf(number))?.answers).toEqual({ name: "Rex", permitHow: "sent-later" });
  const page = `${here}/papers/papers/permit`;
  const shown = await applicant.get(here);
  expect(shown.text).toContain(page);
  expect(shown.text).toContain("You said you would send it by Tuesday 30 June.");
  const clara = new TestBrowser(server, server.signIn("officers", "Clara", { roles: ["clerk"] }));
  const desk = (await clara.get(`/desk/cases/${number}`)).text;
  expect(desk).toContain("To be sent later, by 30 June");
  expect((await applicant.fill(page, { "permit:how": "sent-later" })).location).toBe(here);
  expect((await applicant.fill(page, { "permit:how": "now" })).status).toBe(422);
  await applicant.get(page);
  const taken = await applicant.upload(page, { "permit:how": "now" }, "permit", "permit.pdf", pdf);
  expect([taken.status, taken.location]).toEqual([303, here]);
  const after = await caseOf(number);
  expect(after?.answers).toMatchObject({ name: "Rex", permit: { name: "permit.pdf" } });
  expect(after?.answers["permitHow"]).toBeUndefined();
  expect((await applicant.get(here)).text).not.toContain(page);
  expect((await applicant.get(page)).status).toBe(409);
});

test("nothing else opens with it, and nobody else can send it", async () => {
  const { number, applicant, here } = await apply("Sly", "sent-by-post");
  expect((await applicant.get(here)).text).toContain("You said you would send it by post. You can also send it here.");
  expect((await applicant.get(`${here}/papers/papers/name`)).status).toBe(404);
  const other = new TestBrowser(server, server.signIn("citizens", "Eve"));
  expect((await other.get(`${here}/papers/papers/permit`)).status).toBe(404);
  const stored = await server.installation.store.readCaseByNumber(number);
  if (!stored) throw new Error("The case is gone.");
  const changes = [{ path: "name", value: "Max" }];
  const corrected = { changes, asked: stored.case.asked, fetched: {} };
  const { changeAnswers } = server.installation.commands;
  const outcome = await changeAnswers(stored.caseId, stored.case.applicant, corrected, "none");
  expect(outcome.ok).toBe(false);
});

test("a paper that is late says so", async () => {
  const { applicant, number, here } = await apply("Late", "sent-later");
  server.pass(20);
  expect((await applicant.get(here)).text).toContain("That day has passed: send it as soon as you can.");
  const clara = new TestBrowser(server, server.signIn("officers", "Clara", { roles: ["clerk"] }));
  expect((await clara.get(`/desk/cases/${number}`)).text).toContain("Promised by 30 June, late");
});
