// Somebody who is invited by e-mail, over HTTP: the link alone gives nothing, the sign-in must be strong enough, whoever takes
// it up first has it, and what they choose leads the case on.
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";

const text = `service sublet "Permission to sublet"
  agency ashby-council "Ashby City Council"
  version 1 starts 1 January 2026
  languages English

applicant is a person
  signs in at level substantial

section home "Your home"
  ask rooms "How many rooms?" as whole number
  ask secret "Why do you sublet?" as text
  ask landlord-email "What is your landlord's e-mail address?" as email

route
  applicant can withdraw then go to withdrawn
  stage consent "Your landlord agrees"
    invite landlord using landlord-email at level substantial
    shows rooms
    ask until-year "Until which year do you agree?" as whole number
    can agree then go to granted
    can refuse with reason then go to refused
    finish within 14 days otherwise go to refused

outcome granted "Permission given"
outcome refused "Permission not given"
outcome withdrawn "Withdrawn"

privacy
  only landlord can see rooms
`;
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(async (folder) => [await writeText(path.join(folder, "sublet"), text)]);
});

afterAll(() => server.stop());

const citizen = (name: string, level: "low" | "substantial" = "substantial"): TestBrowser => {
  const identity = { subject: name, level, kind: "person", at: "2026-06-16T08:20:00.000Z", parts: {} } as const;
  return new TestBrowser(server, server.signIn("citizens", name, { identity }));
};
const caseOf = async (number: string) => (await server.installation.store.readCaseByNumber(number))?.case;

/** Applies, and gives the link of the e-mail that went out. */
async function apply(
  name: string,
): Promise<{ readonly number: string; readonly link: string; readonly applicant: TestBrowser }> {
  const applicant = citizen(name);
  await applicant.fill("/sublet/home/rooms", { rooms: "3" });
  await applicant.fill("/sublet/home/secret", { secret: "I work abroad" });
  await applicant.fill("/sublet/home/landlord-email", { landlordEmail: `landlord-of-${name}@example.com` });
  const sent = await applicant.fill("/sublet/check", {});
  const number = /^\/applications\/([A-Z0-9-]+)\/sent$/.exec(sent.location ?? "")?.[1] ?? "";
  while ((await server.worker.runOnce()) > 0);
  const mail = server.mails.find(({ email }) => email === `landlord-of-${name}@example.com`);
  expect(mail?.text).not.toMatch(/rooms|abroad/i);
  const link = /\/invited\/\S+/.exec(mail?.text ?? "")?.[0] ?? "none";
  return { number, link, applicant };
}

test("the link shows nothing without a sign-in, nor at a lower level, nor before it is taken up", async () => {
  const { link } = await apply("Ann");
  const stranger = await new TestBrowser(server).get(link);
  expect([stranger.status, stranger.location?.startsWith("/sign-in?then=%2Finvited%2F")]).toEqual([303, true]);
  const low = await citizen("Low", "low").get(link);
  expect(low.location).toMatch(/^\/sign-in\/level\?then=%2Finvited%2F.*level=substantial$/);
  const first = await citizen("Lars").get(link);
  expect(first.text).toContain("You are asked to take part: Permission to sublet");
  expect(first.text).not.toContain("How many rooms");
  expect((await citizen("Lars").get(`${link.slice(0, -4)}AAAA`)).status).toBe(404);
});

test("whoever takes it up sees what their part shows, is asked, and decides", async () => {
  const { number, link } = await apply("Bea");
  const lena = citizen("Lena");
  expect((await lena.fill(link, { do: "begin" })).status).toBe(303);
  const page = (await lena.get(link)).text;
  expect(page).toContain("How many rooms");
  expect(page).not.toContain("abroad");
  expect((await citizen("Mallory").get(link)).status).toBe(404);
  const missing = await lena.fill(link, { do: "choose", action: "agree" });
  expect(missing.status).toBe(422);
  const forged = await lena.fill(link, { do: "choose", action: "agree", rooms: "9" });
  expect(forged.status).toBe(400);
  expect((await lena.fill(link, { do: "choose", action: "agree", untilYear: "2030" })).status).toBe(303);
  const present = await caseOf(number);
  expect(present?.place).toMatchObject({ kind: "outcome", outcome: "granted" });
  expect(present?.officerAnswers).toEqual({ untilYear: 2030 });
  expect((await lena.get(link)).text).toContain("Nothing more is needed from you");
});

test("a refusal needs its reason", async () => {
  const { number, link } = await apply("Cas");
  const lena = citizen("Lena");
  await lena.fill(link, { do: "begin" });
  const fields = { do: "choose", action: "refuse", untilYear: "2030" };
  expect((await lena.fill(link, { ...fields, reason: "" })).status).toBe(422);
  await lena.fill(link, { ...fields, reason: "The house is sold" });
  expect((await caseOf(number))?.refusalReason).toBe("The house is sold");
});

test("the applicant cannot take up their own invitation, and one that is no longer needed says so", async () => {
  const { link, applicant, number } = await apply("Dan");
  expect((await applicant.fill(link, { do: "begin" })).status).toBe(409);
  await applicant.fill(`/applications/${number}/rights/withdraw`, {});
  expect((await caseOf(number))?.invitations).toMatchObject([{ state: "cancelled" }]);
  expect((await citizen("Lena").get(link)).text).toContain("Nothing more is needed from you");
});

test("officers do not find the work of an invited person, even if their office bears the name of the role", async () => {
  const { number } = await apply("Eve");
  const officer = new TestBrowser(server, server.signIn("officers", "Olu", { roles: ["landlord"] }));
  expect((await officer.get("/desk/work")).text).not.toContain(number);
});
