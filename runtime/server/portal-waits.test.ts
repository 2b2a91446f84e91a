// What applicants do while a case is on its way, over real HTTP: change answers, have somebody else sign, do a stage of their own.
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";

let server: TestServer;
const head = (name: string, lines = ""): string => `service ${name} "${name}"
  agency city "City of Ashby"
role clerk "a clerk"
applicant is a business
  signs in at level low
  acting as director
section you "About you"
  ask plate "Registration" as text
  ask colour "Colour" as text
${lines}`;
const changing = `${head("changing")}
route
  applicant can change answers until visit
  applicant can comment
    ask comment "What do you want to tell us?" as text
  stage look "We look at it" by clerk
    shows plate
    can invite then go to visit
    finish within 10 days
  stage visit "We come and see" by clerk
    can approve then go to granted
    finish within 10 days
outcome granted "Granted"
`;
const signing = `${head("signing-up", "  co-sign by another director within 10 days otherwise go to lapsed")}
route
  stage look "We look at it" by clerk
    can approve then go to offer
    finish within 10 days
  stage offer "Accept the offer" by applicant
    ask when-ready "When are you ready?" as text
    can accept then go to granted
    can decline with reason then go to lapsed
    finish within 10 days otherwise go to lapsed
outcome granted "Granted"
outcome lapsed "Lapsed"
`;

beforeAll(async () => {
  server = await startTestServer(async (folder) => [
    await writeText(path.join(folder, "one"), changing),
    await writeText(path.join(folder, "two"), signing),
  ]);
});
afterAll(() => server.stop());
const citizen = (name: string): TestBrowser => new TestBrowser(server, server.signIn("citizens", name));
const clerk = (): TestBrowser => new TestBrowser(server, server.signIn("officers", "Cleo", { roles: ["clerk"] }));

async function send(browser: TestBrowser, service: string): Promise<string> {
  await browser.fill(`/${service}/you/plate`, { plate: "AB12" });
  await browser.fill(`/${service}/you/colour`, { colour: "Red" });
  const sent = await browser.fill(`/${service}/check`, {});
  return /applications\/([^/]+)\/sent/.exec(sent.location ?? "")?.[1] ?? "none";
}

async function decide(number: string, action: string): Promise<void> {
  const browser = clerk();
  const page = await browser.get(`/desk/cases/${number}`);
  const task = /name="task" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
  expect((await browser.post(`/desk/cases/${number}/decide`, { task, action })).status).toBe(303);
}

const caseOf = async (number: string) => (await server.installation.store.readCaseByNumber(number))?.case;

test("answers are changed page by page and sent with one press; the case keeps both; after the stage it is over", async () => {
  const ann = citizen("Ann");
  const number = await send(ann, "changing");
  expect((await ann.get(`/applications/${number}`)).text).toContain("Change what I sent");
  const list = await ann.get(`/applications/${number}/change`);
  expect(list.text).toContain("AB12");
  const page = /\/change\/(you\/plate)/.exec(list.text)?.[1] ?? "none";
  expect((await ann.fill(`/applications/${number}/change/${page}`, { plate: "AB99" })).status).toBe(303);
  expect((await caseOf(number))?.answers["plate"]).toBe("AB12");
  expect((await ann.fill(`/applications/${number}/change`, {})).status).toBe(303);
  expect(await caseOf(number)).toMatchObject({
    answers: { plate: "AB99", colour: "Red" },
    changed: [{ changes: [{ path: "plate", old: "AB12", value: "AB99" }] }],
  });
  expect((await ann.get(`/applications/${number}`)).text).toContain("You changed what you sent");
  const right = `/applications/${number}/rights/comment`;
  expect((await ann.get(right)).text).toContain("What do you want to tell us?");
  expect((await ann.post(right, {})).status).toBe(422);
  expect((await ann.post(right, { comment: "I am in a hurry.", plate: "x" })).status).toBe(400);
  expect((await ann.post(right, { comment: "I am in a hurry." })).status).toBe(303);
  expect((await caseOf(number))?.officerAnswers).toEqual({ comment: "I am in a hurry." });
  expect((await citizen("Bob").get(`/applications/${number}/change`)).status).toBe(404);
  await decide(number, "invite");
  expect((await ann.get(`/applications/${number}/change`)).status).toBe(409);
});

test("a second person signs by the address they were given; the applicant cannot, a wrong key shows nothing", async () => {
  const dan = citizen("Dan");
  const number = await send(dan, "signing-up");
  const own = await dan.get(`/applications/${number}`);
  expect(own.text).toContain("Somebody else must sign as well");
  const address = /\/sign\/[A-Z0-9-]+\/[\w-]+/.exec(own.text)?.[0] ?? "none";
  expect((await dan.get(address)).status).toBe(409);
  const eve = citizen("Eve");
  expect((await eve.get(`/sign/${number}/wrong`)).status).toBe(404);
  expect((await eve.get(`/applications/${number}`)).status).toBe(404);
  expect((await eve.get(address)).text).toContain("AB12");
  expect((await eve.post(address, {})).status).toBe(422);
  expect((await eve.post(address, { agreed: "yes" })).status).toBe(303);
  expect(await caseOf(number)).toMatchObject({
    signatures: [{ by: { id: "Eve" }, as: "director" }],
    place: { stage: "look" },
  });
  expect((await eve.get(address)).status).toBe(409);
});

test("R19 a stage by the applicant: its questions, its choices, its reason", async () => {
  const fay = citizen("Fay");
  const number = await send(fay, "signing-up");
  const address = /\/sign\/[A-Z0-9-]+\/[\w-]+/.exec((await fay.get(`/applications/${number}`)).text)?.[0] ?? "none";
  await citizen("Gus").fill(address, { agreed: "yes" });
  await decide(number, "approve");
  await server.worker.runOnce();
  expect(server.mails.at(-1)?.subject).toContain("waits for you");
  expect((await fay.get("/applications")).text).toContain(`/applications/${number}/task`);
  const task = `/applications/${number}/task`;
  expect((await fay.get(task)).text).toContain("When are you ready?");
  expect((await fay.post(task, {})).status).toBe(422);
  expect((await fay.post(task, { action: "decline", whenReady: "Now" })).text).toContain("Write your reason");
  expect((await fay.post(task, { action: "accept", whenReady: "Now", other: "x" })).status).toBe(400);
  expect((await fay.post(task, { action: "accept", whenReady: "Now" })).status).toBe(303);
  expect(await caseOf(number)).toMatchObject({ officerAnswers: { whenReady: "Now" }, place: { outcome: "granted" } });
});
