// Who fills in, where the text lets others help or act: asked once, kept with the case, shown on the check page and to the officer. Whoever
// helps somebody else is not who the case is about. Over real HTTP and a real store.
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Document, holdTo } from "../../compiler/emit/openapi/tests/held-to.ts";
import { actorOf } from "../identity/parts.ts";
import { TestBrowser } from "./tests/browser.ts";
import { care } from "./tests/care.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";
import { Program } from "./tests/program.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(async (folder) => [await writeText(path.join(folder, "care"), care)]);
});
afterAll(() => server.stop());

const kindPage = "/care/applying-for";
const page = "/care/filled-in-by";
const clerk = (): TestBrowser => new TestBrowser(server, server.signIn("officers", "Cleo", { roles: ["clerk"] }));

function signIn(name: string, said: Parameters<typeof actorOf>[0] = {}): string {
  const parts = { fullName: name, email: `${name.toLowerCase()}@mail.example` };
  const identity = { subject: name, level: "substantial" as const, at: "2026-06-16T08:20:00.000Z", parts };
  return server.signIn("citizens", name, { identity: { ...identity, ...actorOf(said) } });
}
const citizen = (...who: Parameters<typeof signIn>): TestBrowser => new TestBrowser(server, signIn(...who));

async function read(browser: TestBrowser, address: string): Promise<string> {
  return (await browser.get(address)).text.replaceAll(/<!--.*?-->|<\?>/g, "");
}

async function send(browser: TestBrowser): Promise<string> {
  const { location } = await browser.fill("/care/check", {});
  return /applications\/([^/]+)\/sent/.exec(location ?? "")?.[1] ?? `not sent: ${location}`;
}

const caseOf = async (number: string) => (await server.installation.store.readCaseByNumber(number))?.case;

test("who applies for a person is asked whether it is for themselves or for somebody else", async () => {
  const ann = citizen("Ann");
  expect(await read(ann, kindPage)).toContain("Myself or another person");
  expect((await ann.fill(kindPage, { kind: "person" })).location).toBe(page);
  expect((await ann.get("/care/tasks")).location).toBe(page);
  const text = await read(ann, page);
  expect(text).toContain("Are you filling this in for yourself or for somebody else?");
  const choices = ["For myself", "For somebody else, as their representative", "For somebody else, as their appointee"];
  for (const one of choices) expect(text).toContain(`<span>${one}</span>`);
  expect(text).not.toMatch(/staff|director/);
  expect((await ann.fill(page, {})).text).toContain("Choose whether you are filling this in for yourself");
  expect((await ann.fill(page, { filledInBy: "director" })).status).toBe(422);
  expect((await ann.fill(page, { filledInBy: "applicant" })).location).toBe("/care/tasks");
  expect(await read(ann, "/care/help/name")).toContain("Ann");
  await ann.post("/care/help/name", { name: "Ann" });
  const check = await read(ann, "/care/check");
  expect(check).toMatch(/<dt>Applying for<\/dt><dd class="value">Myself<\/dd>/);
  expect(check).toMatch(/<dt>Filling this in<\/dt><dd class="value">For myself<\/dd>/);
  const number = await send(ann);
  const seen = await read(clerk(), `/desk/cases/${number}`);
  expect(seen).not.toContain("Acts as");
  expect(await caseOf(number)).not.toHaveProperty("isByHelper");
});

test("of whom a representative helps nothing is known: it is asked, and the officer reads whose word it is", async () => {
  const ben = citizen("Ben");
  await ben.fill(kindPage, { kind: "person" });
  await ben.fill(page, { filledInBy: "representative" });
  expect(await read(ben, "/care/help/name")).not.toContain('value="Ben"');
  await ben.post("/care/help/name", { name: "Zoe Zander" });
  expect((await ben.get("/care/help/asked-by")).status).toBe(200);
  await ben.fill("/care/help/asked-by", { askedBy: "Zoe herself" });
  const check = await read(ben, "/care/check");
  expect(check).toMatch(/<dt>Applying for<\/dt><dd class="value">Another person<\/dd>/);
  expect(check).toContain("For somebody else, as their representative");
  const number = await send(ben);
  const sent = await caseOf(number);
  expect(sent).toMatchObject({ isByHelper: true, answers: { name: "Zoe Zander" } });
  expect(sent?.identity).toMatchObject({ filledInBy: "representative", parts: { email: "ben@mail.example" } });
  expect(sent?.identity?.parts).not.toHaveProperty("fullName");
  const seen = await read(clerk(), `/desk/cases/${number}`);
  expect(seen).toMatch(/Filled in by.*Ben.*Acts as representative: their own word, no register was asked/s);
  expect(seen).toContain("Application sent by Ben, as representative");
  expect(seen).toContain("Typed by Ben, who filled it in");
  expect(await read(clerk(), "/desk/work?whose=everyone")).toContain("Filled in by Ben");
});

test("a mandate that nothing asks for is said to be unchecked", async () => {
  const cal = citizen("Cal");
  await cal.fill(kindPage, { kind: "person" });
  await cal.fill(page, { filledInBy: "appointee" });
  await cal.fill("/care/help/name", { name: "Zoe Zander" });
  const seen = await read(clerk(), `/desk/cases/${await send(cal)}`);
  expect(seen).toContain("Acts as appointee: their own word, no register was asked, and the mandate was not checked");
});

test("a business is asked for a role; what is chosen on the check page asks what goes with it", async () => {
  const dee = citizen("Dee");
  await dee.fill(kindPage, { kind: "business" });
  const text = await read(dee, page);
  expect(text).toContain("What is your role?");
  expect(text).toContain("<span>Company secretary</span>");
  expect(text).not.toMatch(/For myself|representative/);
  await dee.fill(page, { filledInBy: "director" });
  await dee.fill("/care/help/name", { name: "Dee" });
  expect(await read(dee, "/care/check")).toMatch(/<dt>Your role<\/dt><dd class="value">Director<\/dd>/);
  expect((await dee.fill(`${page}?from=check`, { filledInBy: "company-secretary" })).location).toBe("/care/check");
  expect((await dee.get("/care/check")).location).toBe("/care/help/let-by");
  await dee.fill("/care/help/let-by", { letBy: "The board" });
  expect((await dee.fill(`${kindPage}?from=check`, { kind: "person" })).location).toBe(`${page}?from=check`);
  expect((await dee.get("/care/check")).location).toBe(page);
});

test("nobody is asked for a role before the kind of applicant it belongs to, nor where a register said it", async () => {
  expect((await citizen("Eve").get(page)).location).toBe(kindPage);
  const fay = citizen("Fay", { kind: "business", filledInBy: "company-secretary" });
  expect((await fay.get(page)).location).toBe("/care/tasks");
  await fay.fill("/care/help/name", { name: "Fay" });
  await fay.fill("/care/help/let-by", { letBy: "The board" });
  expect(await read(fay, "/care/check")).not.toContain("Your role");
  const seen = await read(clerk(), `/desk/cases/${await send(fay)}`);
  expect(seen).toContain("Acts as company secretary");
  expect(seen).not.toContain("their own word");
});

test("a program says both as openapi.json says", async () => {
  const document = (await (await fetch(`${server.address}/care/openapi.json`)).json()) as Document;
  const held = holdTo(document, "care");
  const hal = new Program(server.address, held, signIn("Hal"));
  expect((await hal.get(page)).location).toBe(kindPage);
  await hal.get(kindPage);
  expect((await hal.post(kindPage, { kind: "business" })).json.next).toBe(page);
  const seen = await hal.get(page);
  const options = [{ value: "director" }, { value: "company-secretary", label: "Company secretary" }];
  expect(seen.json.questions).toMatchObject([{ control: "filledInBy", label: "What is your role?", options }]);
  const wrong = await hal.post(page, { filledInBy: "representative" });
  expect([wrong.status, wrong.json.problems[0]?.message]).toEqual([422, "Choose your role"]);
  expect((await hal.post(page, { filledInBy: "director", _do: "save" })).json.next).toBe("/care/tasks");
  expect(held.breaches).toEqual([]);
  for (const one of ["see-filledInBy 200", "save-filledInBy 422", "save-filledInBy 200"])
    expect(held.met).toContain(one);
});
