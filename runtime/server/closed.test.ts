import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillForm, sendForm, TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeBundle } from "./tests/installation.ts";

let server: TestServer;
const base = "/resident-parking-permit";
beforeAll(async () => {
  server = await startTestServer(async (folder) => [
    await writeBundle(path.join(folder, "trial"), (service) => ({
      ...service,
      status: { stage: "pilot", until: "2026-09-30", atMostCases: 1 },
    })),
    await writeBundle(path.join(folder, "over"), (service) => ({
      ...service,
      name: "trial-that-is-over",
      status: { stage: "pilot", until: "2026-06-15" },
    })),
  ]);
});
afterAll(() => server.stop());
const citizen = (name: string): TestBrowser => new TestBrowser(server, server.signIn("citizens", name));

test("a trial whose days are over says so on its start page and in the catalogue, in the person's language", async () => {
  const browser = citizen("Late");
  const start = await browser.get("/trial-that-is-over");
  expect(start.text).toContain("the trial is over");
  expect(start.text).not.toContain("/trial-that-is-over/apply");
  expect((await browser.get("/trial-that-is-over/apply")).status).toBe(409);
  expect((await browser.get("/")).text).toContain("the trial is over");
  expect((await browser.get("/trial-that-is-over?language=cy")).text).toContain("mae’r cyfnod prawf ar ben");
});

test("a trial takes as many cases as its author said, then says so at the start and on sending; answers are kept", async () => {
  const [first, second] = [citizen("First"), citizen("Second")];
  expect((await first.get(base)).text).toContain(`${base}/apply`);
  await fillForm(first, "yes");
  await fillForm(second, "yes");
  const number = await sendForm(first);
  const refused = await second.fill(`${base}/check`, { answersTrue: "yes" });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain("it has taken all the applications it can");
  expect(refused.text).toContain("Your answers are kept until");
  expect(await server.installation.store.findCases({ applicant: "Second" })).toEqual([]);
  expect(await server.installation.store.findDrafts("person:Second")).toHaveLength(1);
  expect((await second.get(base)).text).toContain("it has taken all the applications it can");
  // Who was first and presses again is still told that it is sent.
  expect((await first.post(`${base}/check`, { answersTrue: "yes" })).location).toContain(number);
});
