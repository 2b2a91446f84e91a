// Several people at one case over HTTP, with a real store: checks each with their own officers, two who do not see each other's
// views, a second person who confirms. What each of them sees and may do is looked at on the pages.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";

const text = path.resolve(import.meta.dirname, "../../compiler/tests/samples/parallel/street-cafe.service");
const base = "/street-cafe";
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(async (folder) => [
    await writeText(path.join(folder, "cafe"), await readFile(text, "utf8")),
  ]);
  server.register = { state: "present", record: { upToDate: true } };
});

afterAll(() => server.stop());

const officer = (name: string, ...roles: string[]): TestBrowser =>
  new TestBrowser(server, server.signIn("officers", name, { roles }));
const registrar = () => officer("Rita", "registrar");
const licence = () => officer("Olu", "licence-officer");
const manager = () => officer("Mona", "licence-manager");

/** A café with this many seats and one partner; gives the case's address at the desk. */
async function send(
  name: string,
  seats: string,
): Promise<{ readonly at: string; readonly citizen: TestBrowser; readonly number: string }> {
  const citizen = new TestBrowser(server, server.signIn("citizens", name));
  await citizen.fill(`${base}/cafe/business-name`, { businessName: "Blue Door" });
  await citizen.fill(`${base}/cafe/seats`, { seats });
  await citizen.fill(`${base}/cafe/landlord-email`, { landlordEmail: "lea@example.com" });
  const item = await citizen.fill(`${base}/people/partners`, { _do: "add" });
  const page = item.location ?? "";
  const control = /name="(partners\.[^"]+)"/.exec((await citizen.get(page)).text)?.[1] ?? "";
  const added = await citizen.post(page, { [control]: "Ada Hill" });
  await citizen.fill(added.location ?? "", {});
  const sent = await citizen.fill(`${base}/check`, {});
  const number = /^\/applications\/([A-Z0-9-]+)\/sent$/.exec(sent.location ?? "")?.[1] ?? "";
  expect(number).not.toBe("");
  while ((await server.worker.runOnce()) > 0);
  return { at: `/desk/cases/${number}`, citizen, number };
}

/** The address of a piece of work in an officer's list. */
async function workOf(browser: TestBrowser, number: string, what: string): Promise<string> {
  const list = await browser.get("/desk/work");
  const rows = plain(list.text)
    .split("<tr>")
    .filter((row) => row.includes(number) && row.includes(what));
  return /href="(\/desk\/[^"]+)"/.exec(rows[0] ?? "")?.[1] ?? "none";
}

/** Decides in the work that stands on a page. */
async function decide(browser: TestBrowser, page: string, fields: Record<string, string>) {
  const shown = await browser.get(page);
  const task = /name="task" value="([^"]+)"/.exec(shown.text)?.[1] ?? "";
  return browser.post(`${page.split("?")[0]}/decide`, { task, ...fields });
}

const caseOf = async (number: string) => (await server.installation.store.readCaseByNumber(number))?.case;
const placeOf = async (number: string) => {
  const place = (await caseOf(number))?.place;
  return place?.kind === "stage" ? place.stage : place?.outcome;
};
/** A page without the renderer's marks. */
const plain = (page: string): string => page.replaceAll(/<!--.*?-->/gs, "");

test("each check is in the list of its own people, who see what it shows and nothing else", async () => {
  const { at, number } = await send("Ann Lee", "12");
  const rita = registrar();
  const page = await workOf(rita, number, "Property check");
  const theirs = plain((await rita.get(page)).text);
  expect(theirs).toContain("Property check");
  expect(theirs).toContain("Blue Door");
  expect(theirs).not.toContain("Ada Hill");
  expect(theirs).not.toMatch(/Tax check/);
  const olu = licence();
  const about = plain((await olu.get(await workOf(olu, number, "Person check"))).text);
  expect(about).toContain("Person check, Ada Hill");
  expect(about).toContain("About Ada Hill");
  expect(about).not.toContain("Blue Door");
  expect(await workOf(officer("Ivy", "assessor"), number, "check")).toBe("none");
  expect((await officer("Ivy", "assessor").get(at)).status).toBe(404);
});

test("a check is decided with its reason and what was recorded; the register's answer ends its own", async () => {
  const { number } = await send("Bea Lee", "12");
  expect((await caseOf(number))?.checks).toMatchObject([
    { check: "tax-check", state: "done" },
    { state: "open" },
    { state: "open" },
  ]);
  const rita = registrar();
  const page = await workOf(rita, number, "Property check");
  const wrong = await decide(rita, page, { action: "query", "text:query": "" });
  expect([wrong.status, plain(wrong.text).includes("Give the reason in words")]).toEqual([422, true]);
  const right = await decide(rita, page, { action: "query", "text:query": "Not on the plan", planNumber: "P 7" });
  expect(right.status).toBe(303);
  const olu = licence();
  const person = await workOf(olu, number, "Person check");
  const missing = await decide(olu, person, { action: "clear" });
  expect(missing.status).toBe(422);
  expect((await decide(olu, person, { action: "clear", "partners.risk": "2" })).status).toBe(303);
  expect(await placeOf(number)).toBe("decision");
  expect((await caseOf(number))?.officerAnswers).toEqual({ planNumber: "P 7" });
  const decision = plain((await olu.get(await workOf(olu, number, "Decision"))).text);
  expect(decision).toMatch(/Property check[\s\S]*Query[\s\S]*Not on the plan/);
  expect(decision).toContain("Property check: query, by Rita");
});

test("several people give their views alone, and one line in the list is enough for all of them", async () => {
  const { at, number } = await send("Cas Lee", "12");
  await decide(registrar(), at, { action: "confirm" });
  const olu = licence();
  await decide(olu, await workOf(olu, number, "Person check"), { action: "clear", "partners.risk": "2" });
  expect(await placeOf(number)).toBe("scoring");
  const [ivy, jim] = [officer("Ivy", "assessor"), officer("Jim", "assessor")];
  const list = plain((await ivy.get("/desk/work")).text);
  expect(list.split("<tr>").filter((row) => row.includes(number))).toHaveLength(1);
  expect(
    (await decide(ivy, at, { action: "advise-against", "text:advise-against": "Too narrow", "scoring.points": "2" }))
      .status,
  ).toBe(303);
  const after = plain((await ivy.get(at)).text);
  expect(after).toContain("You have given your view already");
  const other = plain((await jim.get(at)).text);
  expect(other).toContain("Ivy gave their view");
  expect(other).not.toContain("Too narrow");
  expect(await workOf(ivy, number, "Scoring")).toBe("none");
  expect((await decide(jim, at, { action: "recommend", "scoring.points": "9" })).status).toBe(303);
  expect(await placeOf(number)).toBe("decision");
});

test("a second person confirms or sends back; the first one may not, and is told why", async () => {
  const { at, number } = await send("Dan Lee", "40");
  await decide(registrar(), at, { action: "query", "text:query": "Not on the plan" });
  const olu = licence();
  await decide(olu, await workOf(olu, number, "Person check"), { action: "clear", "partners.risk": "2" });
  expect(await placeOf(number)).toBe("decision");
  const choices = plain((await olu.get(at)).text);
  expect(choices).toContain("Proposed: the licence manager confirms it or sends it back");
  expect((await decide(olu, at, { action: "refuse", "text:refuse": "Too many seats" })).status).toBe(303);
  expect(await placeOf(number)).toBe("decision");
  const waiting = plain((await olu.get(at)).text);
  expect(waiting).toContain("This work belongs to another role than yours");
  const mona = manager();
  const page = await workOf(mona, number, "Decision, to be confirmed");
  const proposal = plain((await mona.get(page)).text);
  expect(proposal).toContain("Olu proposed: Refuse");
  expect(proposal).toContain("Too many seats");
  expect(proposal).toContain("Blue Door");
  expect((await decide(mona, page, { action: "send-back", "text:send-back": "" })).status).toBe(422);
  expect((await decide(mona, page, { action: "send-back", "text:send-back": "Count again" })).status).toBe(303);
  const back = plain((await olu.get(await workOf(olu, number, "Decision"))).text);
  expect(back).toContain("Mona sent it back: “Count again”");
  await decide(olu, at, { action: "refuse", "text:refuse": "Still too many" });
  await decide(mona, at, { action: "confirm" });
  expect(await placeOf(number)).toBe("refused");
  const told = plain((await mona.get(at)).text);
  expect(told).toContain("You confirmed: refuse");
});

test("withdrawing cancels the checks, and what is pressed after that is told", async () => {
  const { at, citizen, number } = await send("Eve Lee", "12");
  const rita = registrar();
  const shown = await rita.get(at);
  const task = /name="task" value="([^"]+)"/.exec(shown.text)?.[1] ?? "";
  await citizen.fill(`/applications/${number}/rights/withdraw`, {});
  expect(await placeOf(number)).toBe("withdrawn");
  const late = await rita.post(`${at}/decide`, { task, action: "confirm" });
  expect(late.status).toBe(409);
  expect(plain((await rita.get(at)).text)).toContain("Property check: cancelled, because the case left the stage");
});
