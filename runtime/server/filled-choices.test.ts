// A choice whose words hold a value ("One month, for {dogs} dogs") is said with it to the officer and in the message, as the applicant saw it.
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";

const text = `service dog-licence "Dog licence"
  agency council "Council"
  version 1 starts 1 January 2026
  status draft

role clerk "a clerk"

applicant is a person
  signs in at level substantial

list plans
  - short "One month, for {dogs} dogs"
  - long "One year"

section dogs "Dogs"
  ask dogs "How many dogs do you have?" as whole number
  ask plan "Which licence?" as one of plans
  ask note "Anything else?" as text

calculate best = plan

route
  stage review "Review" by clerk
    can grant then go to granted
    finish within 30 days
    shows dogs, plan, note, best

outcome granted "Granted"
  issue licence
  send good-news

credential licence "Dog licence"
  holds dogs, plan
  valid for 1 year

message good-news by inbox
  subject "Your licence: {plan}"
  > You chose {plan}. You wrote {note}.
`;
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(async (folder) => [await writeText(path.join(folder, "bundle"), text)]);
});
afterAll(() => server.stop());

test("the applicant, the officer and the message say the same", async () => {
  const applicant = new TestBrowser(server, server.signIn("citizens", "Rhian"));
  await applicant.fill("/dog-licence/dogs/dogs", { dogs: "3" });
  await applicant.fill("/dog-licence/dogs/plan", { plan: "short" });
  await applicant.fill("/dog-licence/dogs/note", { note: "{dogs}" });
  const check = (await applicant.get("/dog-licence/check")).text;
  expect(check).toContain("One month, for 3 dogs");
  const sent = await applicant.fill("/dog-licence/check", {});
  const number = /^\/applications\/([A-Z0-9-]+)\/sent$/.exec(sent.location ?? "")?.[1] ?? "";
  const clara = new TestBrowser(server, server.signIn("officers", "Clara", { roles: ["clerk"] }));
  const desk = (await clara.get(`/desk/cases/${number}`)).text;
  expect(desk.match(/One month, for 3 dogs/g)?.length).toBeGreaterThanOrEqual(2);
  expect(desk).not.toContain("for {dogs}");
  // What somebody typed is never filled in.
  expect(desk).toContain("{dogs}");
  const task = /name="task" value="([^"]+)"/.exec(desk)?.[1] ?? "";
  expect((await clara.post(`/desk/cases/${number}/decide`, { task, action: "grant" })).status).toBe(303);
  // So does what was issued.
  const listed = (await applicant.get("/licences")).text;
  const licence = (await applicant.get(/href="(\/licences\/[^"?]+)"/.exec(listed)?.[1] ?? "")).text;
  expect(licence).toContain("One month, for 3 dogs");
  expect(licence).not.toContain("for {dogs}");
});
