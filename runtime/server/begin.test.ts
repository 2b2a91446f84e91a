// A case that an officer begins (`started by <role>`): over real HTTP and the real store.
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pdf, TestBrowser } from "./tests/browser.ts";
import { inspection } from "./tests/inspection.ts";
import { startTestServer, type TestServer, writeBundle, writeText } from "./tests/installation.ts";

let server: TestServer;
const base = "/desk/begin/inspection";
beforeAll(async () => {
  server = await startTestServer(async (folder) => [
    await writeText(path.join(folder, "inspection"), inspection),
    await writeBundle(path.join(folder, "permit")),
  ]);
});
afterAll(() => server.stop());

const officer = (name: string, ...roles: string[]): TestBrowser =>
  new TestBrowser(server, server.signIn("officers", name, { roles }));
const citizen = (name: string): TestBrowser => new TestBrowser(server, server.signIn("citizens", name));

/** Fills the form up to the check page. */
async function fillIn(browser: TestBrowser, kitchen: string, clean: "yes" | "no" = "no"): Promise<void> {
  await browser.fill(`${base}/place/kitchen`, { kitchen });
  await browser.fill(`${base}/place/owner-email`, { ownerEmail: "owner@mail.example" });
  await browser.get(`${base}/place/photo`);
  await browser.upload(`${base}/place/photo`, {}, "photo", "kitchen.pdf", pdf);
  await browser.fill(`${base}/found/clean`, { clean });
}

test("an officer of the role begins a case from the work list, and the history says who began it", async () => {
  const ines = officer("Ines", "inspector");
  const list = await ines.get("/desk/work");
  expect(list.text).toContain("Begin a case");
  expect(list.text).toContain(`href="${base}"`);
  const start = await ines.get(base);
  expect(start.text).toContain(`href="${base}/apply"`);
  expect((await ines.get(`${base}/apply`)).location).toBe(`${base}/tasks`);
  const question = await ines.get(`${base}/place/owner-email`);
  expect(question.text).not.toContain("Ines@mail.example");
  await fillIn(ines, "The Blue Spoon");
  expect((await ines.get("/desk/work")).text).toContain("You have begun one and not sent it.");
  const sent = await ines.fill(`${base}/check`, {});
  const number = /^\/desk\/begun\/([A-Z0-9-]+)$/.exec(sent.location ?? "")?.[1] ?? "";
  const begun = await ines.get(`/desk/begun/${number}`);
  expect(begun.text).toContain("The case is begun");
  expect(begun.text).toContain("Officers of another role work on it now.");
  expect((await ines.get("/desk/work")).text).not.toContain("You have begun one");
  // Pressed twice, it is one case.
  expect((await ines.post(`${base}/check`, {})).location).toBe(`/desk/begun/${number}`);
  expect(await server.installation.store.findCases({ applicant: "officer:Ines" })).toHaveLength(1);

  const rita = officer("Rita", "reviewer");
  expect((await rita.get("/desk/work")).text).toContain("Begun by Ines");
  const page = await rita.get(`/desk/cases/${number}`);
  expect(page.text).toContain("Ines began the case");
  expect(page.text).toContain("The Blue Spoon");
  expect(page.text).not.toContain("Identity account");
  expect((await rita.get(`/desk/begun/${number}`)).status).toBe(404);
  const stored = await server.installation.store.readCaseByNumber(number);
  expect(stored?.case.identity).toBeUndefined();
  expect(stored?.case.history[0]).toMatchObject({ what: "sent", by: { kind: "officer", id: "Ines" } });
});

test("what the applicant is told goes to the address in the answers, and to the beginner at the desk", async () => {
  const ines = officer("Imke", "inspector");
  await fillIn(ines, "The Green Fork");
  const { location = "" } = await ines.fill(`${base}/check`, {});
  const number = location.split("/").at(-1) ?? "";
  const rita = officer("Rita", "reviewer");
  const page = await rita.get(`/desk/cases/${number}`);
  const task = /name="task" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
  await rita.post(`/desk/cases/${number}/decide`, { task, action: "close" });
  await server.worker.runOnce();
  expect(server.mails.at(-1)).toMatchObject({ email: "owner@mail.example" });
  expect(server.mails.at(-1)).not.toHaveProperty("name");
  expect((await ines.get("/desk/messages")).text).toContain("We inspected The Green Fork.");
  expect((await officer("Iris", "inspector").get("/desk/messages")).text).not.toContain("The Green Fork");
});

test("an officer of another role is refused plainly, and is offered nothing", async () => {
  const rita = officer("Rita", "reviewer");
  expect((await rita.get("/desk/work")).text).not.toContain("Begin a case");
  for (const page of ["", "/apply", "/place/kitchen", "/check"]) {
    const refused = await rita.get(base + page);
    expect(refused.status, page).toBe(403);
    expect(refused.text).toContain("Your role does not begin cases of this service.");
  }
  expect((await rita.post(`${base}/place/kitchen`, { kitchen: "Mine" })).status).toBe(403);
  expect((await rita.post(`${base}/check`, {})).status).toBe(403);
  // A service that says nothing of who starts it is not begun at the desk by anybody.
  expect((await officer("Ines", "inspector").get("/desk/begin/resident-parking-permit")).status).toBe(403);
  expect((await new TestBrowser(server).get(base)).location).toContain("/desk/sign-in?then=");
});

test("a citizen cannot open the form at either door, with the name of an officer neither", async () => {
  const bea = citizen("Ines");
  expect((await bea.get("/inspection")).text).toContain("You cannot start this yourself");
  for (const page of ["apply", "tasks", "place/kitchen", "check"]) {
    const refused = await bea.get(`/inspection/${page}`);
    expect(refused.status, page).toBe(409);
    expect(refused.text).toContain("You cannot start this yourself");
  }
  expect((await bea.post("/inspection/place/kitchen", { kitchen: "Mine" })).status).toBe(409);
  expect((await bea.post("/inspection/check", {})).status).toBe(409);
  expect((await bea.get(base)).location).toContain("/desk/sign-in");
  expect(await server.installation.store.findDrafts("person:Ines")).toEqual([]);
  // The officer of the same name began one in the first test: it is not the citizen's.
  const [stored] = await server.installation.store.findCases({ service: "inspection" });
  expect((await bea.get("/applications")).text).not.toContain(stored?.case.number);
  expect((await bea.get(`/applications/${stored?.case.number}`)).status).toBe(404);
});

test("two officers have drafts of their own; leaving keeps one", async () => {
  const [ida, ivo] = [officer("Ida", "inspector"), officer("Ivo", "inspector")];
  await ida.fill(`${base}/place/kitchen`, { kitchen: "Ida's kitchen" });
  await ivo.fill(`${base}/place/kitchen`, { kitchen: "Ivo's kitchen" });
  expect((await ida.get(`${base}/place/kitchen`)).text).toContain("Ida's kitchen".replace("'", "&#39;"));
  expect((await ivo.get(`${base}/place/kitchen`)).text).not.toContain("Ida");
  expect((await ida.get(`${base}/leave`)).location).toBe("/desk/work");
  expect(await server.installation.store.findDrafts("officer:Ida")).toHaveLength(1);
});

test("forged posts change nothing", async () => {
  const ike = officer("Ike", "inspector");
  await ike.get(`${base}/place/kitchen`);
  expect((await ike.post(`${base}/place/kitchen`, { kitchen: "A", _csrf: "not-mine" })).status).toBe(403);
  expect((await ike.post(`${base}/place/kitchen`, { kitchen: "A", clean: "yes" })).status).toBe(400);
  expect((await ike.post(`${base}/place/kitchen`, { kitchen: "A" }, { origin: "https://evil.example" })).status).toBe(
    403,
  );
  expect(await server.installation.store.findDrafts("officer:Ike")).toEqual([]);
  // Nobody sends what is not complete.
  await ike.get(`${base}/place/kitchen`);
  expect((await ike.post(`${base}/check`, {})).location).toContain(`${base}/place/kitchen`);
  expect(await server.installation.store.findCases({ applicant: "officer:Ike" })).toEqual([]);
});
