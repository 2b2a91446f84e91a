// A licence that starts a case of another service again and again, end to end over two services of one installation.
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";

let server: TestServer;
const licence = `service food-licence "Food licence"
  agency city "City of Ashby"
role clerk "a clerk"
applicant is a person
  signs in at level low
section you "About you"
  ask seats "How many seats?" as whole number
  ask secret "What is nobody's business?" as text
route
  stage look "We look" by clerk
    shows seats, secret
    can grant then go to granted
    finish within 10 days otherwise go to granted
outcome granted "Granted"
  issue food-licence
credential food-licence "Food licence"
  holds seats
  valid for 2 years
  start food-inspection every 6 months
`;
const inspection = `service food-inspection "Food inspection"
  agency city "City of Ashby"
  started by food-licence
role inspector "an inspector"
applicant is a person
  signs in at level low
section you "About you"
  ask seats "How many seats?" as whole number
route
  stage visit "We come and look" by inspector
    shows seats
    can pass then go to passed
    finish within 30 days
outcome passed "Passed"
`;

beforeAll(async () => {
  server = await startTestServer(async (folder) => [
    await writeText(path.join(folder, "one"), licence),
    await writeText(path.join(folder, "two"), inspection),
  ]);
});
afterAll(() => server.stop());

test("every six months the inspector has a case with what the licence says; the first case is told what came of it", async () => {
  const ann = new TestBrowser(server, server.signIn("citizens", "Ann"));
  await ann.fill("/food-licence/you/seats", { seats: "40" });
  await ann.fill("/food-licence/you/secret", { secret: "Beans" });
  const sent = await ann.fill("/food-licence/check", {});
  const number = /applications\/([^/]+)\/sent/.exec(sent.location ?? "")?.[1] ?? "none";
  const clerk = new TestBrowser(server, server.signIn("officers", "Cleo", { roles: ["clerk"] }));
  const desk = `/desk/cases/${number}`;
  const task = /name="task" value="([^"]+)"/.exec((await clerk.get(desk)).text)?.[1] ?? "";
  expect((await clerk.post(`${desk}/decide`, { task, action: "grant" })).status).toBe(303);
  await server.worker.runOnce();
  const page = async () => (await clerk.get(desk)).text.replaceAll(/<!--.*?-->/g, "");
  expect(await page()).toContain(
    "Food inspection every 6 months while this is valid: Food licence. Next on Wednesday 16 December.",
  );
  const inspector = new TestBrowser(server, server.signIn("officers", "Ida", { roles: ["inspector"] }));
  const cases = async () => {
    const found = await server.installation.store.findCases({ service: "food-inspection", limit: 10 });
    return found.map(({ case: one }) => one);
  };
  server.pass(150);
  await server.worker.runOnce();
  expect(await cases()).toEqual([]);
  server.pass(34);
  for (let turn = 0; turn < 3; turn += 1) await server.worker.runOnce();
  expect(await cases()).toMatchObject([
    { answers: { seats: 40 }, applicant: { id: "Ann" }, startedBy: { service: "food-licence" } },
  ]);
  const [begun] = await cases();
  expect((await inspector.get(`/desk/cases/${begun?.number ?? ""}`)).text).toContain("We come and look");
  expect(await page()).toContain("Case started: food inspection");
  expect(await page()).toContain("Next on Wednesday 16 June 2027.");
});
