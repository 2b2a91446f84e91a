// For whom somebody applies, where the text declares several kinds of applicant: asked once in plain words, kept with the case,
// shown on the check page and to the officer. Over real HTTP and a real store.
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Document, holdTo } from "../../compiler/emit/openapi/tests/held-to.ts";
import { actorOf } from "../identity/parts.ts";
import { TestBrowser } from "./tests/browser.ts";
import { hall } from "./tests/hall.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";
import { Program } from "./tests/program.ts";

const alone = `service alone "Register your shop"
  agency town "Town of Ashby"
applicant is a business
  signs in at level low
section shop "Your shop"
  ask shop-name "What is it called?" as text
route
  stage go "Go"
    go to granted
outcome granted "Granted"
`;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(async (folder) => [
    await writeText(path.join(folder, "hall"), hall),
    await writeText(path.join(folder, "alone"), alone),
  ]);
});
afterAll(() => server.stop());

const citizen = (name: string): TestBrowser => new TestBrowser(server, server.signIn("citizens", name));
const clerk = (): TestBrowser => new TestBrowser(server, server.signIn("officers", "Cleo", { roles: ["clerk"] }));
const asked = "/hall/applying-for";

async function read(browser: TestBrowser, address: string): Promise<string> {
  return (await browser.get(address)).text.replaceAll(/<!--.*?-->|<\?>/g, "");
}

test("nobody comes to the form before they have said for whom they apply", async () => {
  const ann = citizen("Ann");
  for (const address of ["tasks", "event/title", "check"])
    expect((await ann.get(`/hall/${address}`)).location).toBe(asked);
  const text = await read(ann, asked);
  expect(text).toContain("Who are you applying for?");
  expect(text).toContain("Myself");
  expect(text).toContain("An organisation");
  expect(text).not.toContain("A business");
  expect((await ann.fill(asked, {})).text).toContain("Choose who you are applying for");
  expect((await ann.fill(asked, { kind: "business" })).status).toBe(422);
});

test("who is not signed in signs in first", async () => {
  expect((await new TestBrowser(server).get(asked)).location).toMatch(/^\/sign-in\?/);
});

test("an organisation is asked more, sees on the check page what it chose, and the officer sees it too", async () => {
  const bea = citizen("Bea");
  expect((await bea.fill(asked, { kind: "organisation" })).location).toBe("/hall/tasks");
  await bea.fill("/hall/event/title", { title: "Fair" });
  await bea.fill("/hall/event/charity-number", { charityNumber: "123" });
  const check = await read(bea, "/hall/check");
  expect(check).toMatch(/<dt>Applying for<\/dt><dd class="value">An organisation<\/dd>/);
  expect(check).toContain('href="/hall/applying-for?from=check"');
  const { location } = await bea.fill("/hall/check", {});
  const number = /applications\/([^/]+)\/sent/.exec(location ?? "")?.[1] ?? "";
  expect(await read(clerk(), `/desk/cases/${number}`)).toContain("Applies as organisation");
});

test("who changes it on the check page is asked what that applicant is asked, and nothing else is lost", async () => {
  const dan = citizen("Dan");
  await dan.fill(asked, { kind: "person" });
  await dan.fill("/hall/event/title", { title: "Wedding" });
  expect(await read(dan, "/hall/check")).toContain("Myself");
  expect((await dan.fill(`${asked}?from=check`, { kind: "organisation" })).location).toBe("/hall/check");
  expect((await dan.get("/hall/check")).location).toBe("/hall/event/charity-number");
  await dan.fill(`${asked}?from=check`, { kind: "person" });
  const check = await read(dan, "/hall/check");
  expect(check).toContain("Wedding");
  expect(check).not.toContain("charity");
});

test("where one kind is declared nothing is asked", async () => {
  const eva = citizen("Eva");
  expect((await eva.get("/alone/applying-for")).location).toBe("/alone/tasks");
  expect((await eva.get("/alone/shop/shop-name")).status).toBe(200);
});

test("where a register said which it is nothing is asked", async () => {
  const at = "2026-06-16T08:20:00.000Z";
  const identity = { subject: "Fay", level: "low" as const, at, parts: {}, ...actorOf({ kind: "organisation" }) };
  const fay = new TestBrowser(server, server.signIn("citizens", "Fay", { identity }));
  expect((await fay.get(asked)).location).toBe("/hall/tasks");
  await fay.fill("/hall/event/title", { title: "Fair" });
  expect((await fay.get("/hall/event/charity-number")).status).toBe(200);
});

async function interfaceOf(service: string): Promise<Document> {
  return (await (await fetch(`${server.address}/${service}/openapi.json`)).json()) as Document;
}

test("a program is asked, told what is wrong, and led on, as openapi.json says", async () => {
  const held = holdTo(await interfaceOf("hall"), "hall");
  const gus = new Program(server.address, held, server.signIn("citizens", "Gus"));
  const seen = await gus.get(asked);
  expect(seen.json).toMatchObject({ address: "applying-for", title: "Who are you applying for?", done: false });
  expect(seen.json.questions).toMatchObject([
    { control: "kind", options: [{ value: "person" }, { value: "organisation" }] },
  ]);
  const wrong = await gus.post(asked, { kind: "business" });
  expect(wrong.status).toBe(422);
  expect(wrong.json.problems).toMatchObject([{ control: "kind", message: "Choose who you are applying for" }]);
  expect((await gus.post(asked, { kind: "organisation", title: "Fair" })).status).toBe(400);
  const right = await gus.post(asked, { kind: "organisation" });
  expect([right.status, right.json.next]).toEqual([200, "/hall/tasks"]);
  expect((await gus.post(`${asked}?from=check`, { kind: "organisation" })).json.next).toBe("/hall/check");
  expect((await gus.get(asked)).json).toMatchObject({ done: true, questions: [{ value: "organisation" }] });
  const nobody = await new Program(server.address, held, "").get(asked);
  expect([nobody.status, nobody.json.title]).toEqual([401, "Sign in first"]);
  expect(held.breaches).toEqual([]);
  for (const one of ["see-applyingFor 200", "save-applyingFor 422", "save-applyingFor 200", "see-applyingFor 401"])
    expect(held.met).toContain(one);
});

test("the interface of a service for one kind of applicant has no such page", async () => {
  expect((await interfaceOf("hall")).paths).toHaveProperty("/hall/applying-for");
  expect((await interfaceOf("alone")).paths).not.toHaveProperty("/alone/applying-for");
});
