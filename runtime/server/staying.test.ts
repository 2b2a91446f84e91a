// What officers do with a case while it stays where it is, and what comes from outside, over real HTTP.
import { createHmac } from "node:crypto";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";

let server: TestServer;
const text = `service permit "Permit"
  agency city "City of Ashby"
role clerk "a clerk"
role lawyer "a lawyer"
role registrar "the registrar"
partner court-service "Courts"
applicant is a person
  signs in at level low
source court "The court"
  run by court-service
  because "Courts Act"
  announces judgment
    gives upheld as yes or no
section you "About you"
  ask plate "Registration" as text
  ask rush "Is it urgent?" as yes or no
route
  urgent when rush is yes
  stage look "We look at it" by clerk
    shows plate
    can approve then go to granted
    can contest then go to hearing
    can take 2 weeks longer with reason
    can put on hold for up to 30 days with reason
    can consult lawyer within 5 days
    can correct plate with reason
    finish within 10 days
  stage hearing "The court decides"
    wait for judgment within 1 year otherwise go to closed
    when judgment's upheld is yes go to granted
    otherwise go to board
  stage board "Another body looks at it"
    start board-review with plate and keep the date
    wait for board-review within 60 days otherwise go to closed
    when board-review is won go to granted
    otherwise go to closed
outcome granted "Granted"
  can correct by registrar with reason within 7 days then go to look
outcome closed "Closed"
`;
const board = `service board-review "Board review"
  agency board "Board"
  started by permit
role member "a member"
section you "About you"
  ask plate "Registration" as text
route
  stage decide "The board decides" by member
    shows plate
    can let-win then go to won
    can let-lose then go to lost
    finish within 30 days
outcome won "Won"
outcome lost "Lost"
`;

beforeAll(async () => {
  server = await startTestServer(async (folder) => [
    await writeText(path.join(folder, "one"), text),
    await writeText(path.join(folder, "two"), board),
  ]);
});
afterAll(() => server.stop());
const officer = (name: string, ...roles: string[]): TestBrowser =>
  new TestBrowser(server, server.signIn("officers", name, { roles }));

async function send(name: string, rush = "no"): Promise<{ citizen: TestBrowser; number: string }> {
  const citizen = new TestBrowser(server, server.signIn("citizens", name));
  await citizen.fill("/permit/you/plate", { plate: "AB12" });
  await citizen.fill("/permit/you/rush", { rush });
  const sent = await citizen.fill("/permit/check", {});
  return { citizen, number: /applications\/([^/]+)\/sent/.exec(sent.location ?? "")?.[1] ?? "none" };
}

async function stay(browser: TestBrowser, number: string, fields: Record<string, string>) {
  const page = await browser.get(`/desk/cases/${number}`);
  const panel = page.text.slice(page.text.indexOf("/stay"));
  const task = /name="task" value="([^"]*)"/.exec(panel)?.[1] ?? "";
  return browser.post(`/desk/cases/${number}/stay`, { task, ...fields });
}

test("take longer, put on hold and go on: each with its reason, which the applicant reads", async () => {
  const { citizen, number } = await send("Ann");
  const clerk = officer("Cleo", "clerk");
  expect((await stay(clerk, number, { do: "take-longer", text: "" })).text).toContain("Give the reason in words");
  expect((await stay(clerk, number, { do: "take-longer", text: "The plan is hard." })).status).toBe(303);
  expect((await clerk.get(`/desk/cases/${number}`)).text).not.toContain("Take 2 weeks longer");
  expect((await stay(clerk, number, { do: "put-on-hold", text: "The lawyer is ill." })).status).toBe(303);
  const held = await clerk.get(`/desk/cases/${number}`);
  expect(held.text).toContain("The lawyer is ill.");
  expect(held.text).toContain("Go on with this case");
  await server.worker.runOnce();
  expect(server.mails.map((mail) => mail.text).join("\n")).toContain("The lawyer is ill.");
  expect(server.mails.map((mail) => mail.text).join("\n")).toContain("The plan is hard.");
  const own = await citizen.get(`/applications/${number}`);
  expect(own.text).toContain("The lawyer is ill.");
  expect(own.text).toContain("The plan is hard.");
  expect((await stay(clerk, number, { do: "end-hold" })).status).toBe(303);
  expect((await clerk.get(`/desk/cases/${number}`)).text).toContain("no longer on hold");
});

test("advice: asked of a role, given by it, read by who asked; others cannot give it, and it decides nothing", async () => {
  const { number } = await send("Bea");
  const clerk = officer("Cleo", "clerk");
  const lawyer = officer("Lou", "lawyer");
  expect((await lawyer.get(`/desk/cases/${number}`)).status).toBe(404);
  await stay(clerk, number, { do: "consult", name: "lawyer", text: "Is the plan lawful?" });
  expect((await lawyer.get("/desk/work")).text).toContain(number);
  const page = await lawyer.get(`/desk/cases/${number}`);
  expect(page.text).toContain("Is the plan lawful?");
  expect(page.text).toContain("AB12");
  const id = /name="name" value="(consultation-\d+)"/.exec(page.text)?.[1] ?? "";
  expect((await stay(clerk, number, { do: "advise", name: id, text: "Yes." })).status).toBe(409);
  expect((await stay(lawyer, number, { do: "advise", name: id, text: "It is, under section 4." })).status).toBe(303);
  expect((await clerk.get(`/desk/cases/${number}`)).text).toContain("It is, under section 4.");
});

test("a correction: the answer and its reason, told to the applicant; anything else is a forged form", async () => {
  const { number } = await send("Cat");
  const clerk = officer("Cleo", "clerk");
  expect((await stay(clerk, number, { do: "correct", text: "A slip.", plate: "AB34" })).status).toBe(303);
  expect((await clerk.get(`/desk/cases/${number}`)).text).toContain("AB34");
  expect((await stay(clerk, number, { do: "correct", text: "A slip.", rush: "yes" })).status).toBe(400);
  expect((await stay(clerk, number, { do: "delete", text: "" })).status).toBe(400);
  await server.worker.runOnce();
  expect(server.mails.at(-1)?.subject).toContain("We corrected something");
});

test("urgent cases come first and are marked", async () => {
  const { number } = await send("Dee", "yes");
  const list = (await officer("Cleo", "clerk").get("/desk/work")).text;
  expect(list).toContain("Urgent");
  expect(list.indexOf(number)).toBeLessThan(list.indexOf("Ann"));
});

test("after the outcome a role can still correct it, within its time; other roles see nothing of that", async () => {
  const { number } = await send("Eve");
  const clerk = officer("Cleo", "clerk");
  const page = await clerk.get(`/desk/cases/${number}`);
  const task = /name="task" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
  await clerk.post(`/desk/cases/${number}/decide`, { task, action: "approve" });
  const registrar = officer("Reg", "registrar");
  expect((await registrar.get(`/desk/cases/${number}`)).text).toContain("Correct");
  expect((await stay(clerk, number, { do: "use-right", name: "correct", text: "A slip." })).status).toBe(409);
  expect((await stay(registrar, number, { do: "use-right", name: "correct", text: "" })).status).toBe(422);
  expect((await stay(registrar, number, { do: "use-right", name: "correct", text: "A slip." })).status).toBe(303);
  const stored = await server.installation.store.readCaseByNumber(number);
  expect(stored?.case.place).toMatchObject({ kind: "stage", stage: "look", visit: 2 });
});

async function announce(number: string, values: unknown, secret = server.announcementSecret) {
  const body = JSON.stringify({ type: "judgment", data: { reference: number, values } });
  const id = `m-${number}`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return fetch(`${server.address}/webhooks/announcements/court`, {
    method: "POST",
    headers: { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` },
    body,
  });
}

test("a court announces; the case starts one of another service with its answers, and that one's outcome decides it", async () => {
  const { number, citizen } = await send("Fay");
  const clerk = officer("Cleo", "clerk");
  const page = await clerk.get(`/desk/cases/${number}`);
  const task = /name="task" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
  await clerk.post(`/desk/cases/${number}/decide`, { task, action: "contest" });
  expect((await announce(number, { upheld: "maybe" })).status).toBe(422);
  expect((await announce("NO-SUCH", { upheld: false })).status).toBe(404);
  expect(
    (await announce(number, { upheld: false }, Buffer.from("another secret of 16+").toString("base64"))).status,
  ).toBe(401);
  expect((await announce(number, { upheld: false })).status).toBe(204);
  expect((await announce(number, { upheld: false })).status).toBe(204);
  await server.worker.runOnce();
  const [child] = await server.installation.store.findCases({ applicant: "Fay", service: "board-review" });
  expect(child?.case).toMatchObject({ answers: { plate: "AB12" }, startedBy: { service: "permit" } });
  expect((await citizen.get("/applications")).text).toContain(child?.case.number);
  const member = officer("Mo", "member");
  const childPage = await member.get(`/desk/cases/${child?.case.number}`);
  const childTask = /name="task" value="([^"]+)"/.exec(childPage.text)?.[1] ?? "";
  await member.post(`/desk/cases/${child?.case.number}/decide`, { task: childTask, action: "let-win" });
  await server.worker.runOnce();
  const stored = await server.installation.store.readCaseByNumber(number);
  expect(stored?.case.place).toMatchObject({ kind: "outcome", outcome: "granted" });
});

test("nobody starts a service that another one starts", async () => {
  const citizen = new TestBrowser(server, server.signIn("citizens", "Gil"));
  expect((await citizen.get("/board-review/apply")).status).toBe(409);
});
