// A register that gives no answer where the text says `if unavailable stop`: the case stops, the officer reads why, and it goes on
// when the register answers again.
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";

let server: TestServer;
const text = `service permit "Permit"
  agency city "City of Ashby"
role clerk "a clerk"
partner roads "Roads"
applicant is a person
  signs in at level low
source vehicle-register "Vehicle register"
  run by roads
  because "Roads Act"
  operation keeper
    needs plate as text
    gives taxed as yes or no
    if unavailable stop
section you "About you"
  ask plate "Registration" as text
route
  stage checks "We check your vehicle" by clerk
    shows plate
    fetch vehicle from vehicle-register's keeper using plate
    when vehicle's taxed is yes go to granted
    can refuse with reason then go to refused
    finish within 10 days
outcome granted "Granted"
outcome refused "Refused"
`;

beforeAll(async () => {
  server = await startTestServer(async (folder) => [await writeText(path.join(folder, "one"), text)]);
});
afterAll(() => server.stop());

test("the case stops and says so in plain words; nobody can decide it; asked again, it goes on", async () => {
  server.register = { state: "unavailable" };
  const citizen = new TestBrowser(server, server.signIn("citizens", "Ann"));
  await citizen.fill("/permit/you/plate", { plate: "AB12" });
  const sent = await citizen.fill("/permit/check", {});
  const number = /applications\/([^/]+)\/sent/.exec(sent.location ?? "")?.[1] ?? "none";
  await server.worker.runOnce();
  const clerk = new TestBrowser(server, server.signIn("officers", "Cleo", { roles: ["clerk"] }));
  const look = async (): Promise<string> =>
    (await clerk.get(`/desk/cases/${number}`)).text.replaceAll(/<!--.*?-->/g, "");
  const page = await look();
  expect(page).toContain("Vehicle register has not answered.");
  expect(page).toContain("The case cannot go on without the answer.");
  expect(page).not.toContain("What do you decide?");
  const again = await clerk.post(`/desk/cases/${number}/stay`, { do: "ask-again", task: "" });
  expect(again.status).toBe(303);
  await server.worker.runOnce();
  expect(await look()).toContain("It was asked 2 times");
  server.register = { state: "present", record: { taxed: true } };
  server.pass(1 / 24);
  await server.worker.runOnce();
  const after = await look();
  expect(after).toContain("Granted");
  expect(after).not.toContain("has not answered");
});
