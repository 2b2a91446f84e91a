// The HTTP interface as a program uses it, over real HTTP: from the first page to a decided case, every request and answer held to
// openapi.json, and what is refused said as problem details.
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Document, type Held, holdTo } from "../../compiler/emit/openapi/tests/held-to.ts";
import { fillForm, pdf, sendForm, TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeBundle } from "./tests/installation.ts";
import { Program } from "./tests/program.ts";

let server: TestServer;
let held: Held;
const base = "/resident-parking-permit";

beforeAll(async () => {
  server = await startTestServer(async (under) => [await writeBundle(path.join(under, "good"))]);
  const document = (await (await fetch(`${server.address}${base}/openapi.json`)).json()) as Document;
  held = holdTo(document, "resident-parking-permit");
});

afterAll(() => server.stop());

const program = (cookie: string): Program => new Program(server.address, held, cookie);
const citizen = (name: string): Program => program(server.signIn("citizens", name));
const officer = (name: string, ...roles: string[]): Program => program(server.signIn("officers", name, { roles }));

const answers: Readonly<Record<string, Record<string, string>>> = {
  "eligibility/zone": { zone: "zone-a" },
  "eligibility/main-home": { mainHome: "yes" },
  "filled-in-by": { filledInBy: "applicant" },
  "about-you/phone": { phone: "01632 960018" },
  "about-you/blue-badge": { blueBadge: "no" },
  "your-vehicle/registration": { registration: "EK68 RWT" },
  "your-vehicle/vehicle-details": { fuel: "petrol" },
  "your-vehicle/keeper": { keeper: "no" },
  "your-vehicle/permits-held": { permitsHeld: "0" },
};

test("a program starts, fills in, sends, and sees how it stands", async () => {
  const program = citizen("program");
  let next = (await program.get(`${base}/apply`)).json.next;
  const seen: string[] = [];
  for (let tries = 0; tries < 20 && !next.endsWith("/check"); tries += 1) {
    const shown = await program.get(next);
    if (shown.status === 303 || shown.json === undefined) {
      next = shown.location ?? `${base}/${Object.keys(answers).find((one) => !seen.includes(one)) ?? "check"}`;
      continue;
    }
    seen.push(shown.json.address);
    const asked = shown.json.questions.filter((one) => one.asked);
    expect(asked.every(({ label }) => label.length > 3)).toBe(true);
    // What is filled in already goes back as it came.
    const filledIn = Object.fromEntries(
      asked.flatMap(({ control, value }) => (typeof value === "string" ? [[control, value]] : [])),
    );
    const saved = next.endsWith("/keeper-letter")
      ? await program.upload(next, "keeperLetter", "letter.pdf", pdf)
      : await program.post(next, answers[shown.json.address] ?? filledIn);
    expect(saved.json).toMatchObject({ next: expect.any(String) });
    next = saved.json.next;
  }
  const check = await program.get(`${base}/check`);
  expect(check.json.groups.length).toBeGreaterThan(1);
  const confirmations = Object.fromEntries(check.json.confirmations.map(({ control }) => [control, "yes"]));
  const missing = await program.post(`${base}/check`, {});
  expect([missing.status, missing.json.problems.length]).toEqual([422, check.json.confirmations.length]);
  const sent = await program.post(`${base}/check`, confirmations);
  expect(sent.json.next).toMatch(/^\/applications\/[A-Z0-9-]+\/sent$/);
  const again = await program.post(`${base}/check`, confirmations);
  expect(again.json.next).toBe(sent.json.next);
  const address = sent.json.next.replace("/sent", "");
  const status = await program.get(address);
  expect(status.json).toMatchObject({ service: "resident-parking-permit", application: { registration: "EK68 RWT" } });
  expect(status.json.rights.map(({ name }) => name)).toContain("withdraw");
  const [letter] = status.json.files;
  expect(letter).toMatchObject({ name: "letter.pdf" });
  expect((await program.get(letter?.address ?? "")).type).toBe("application/pdf");
  const withdrawn = await program.post(`${address}/rights/withdraw`, {});
  expect([withdrawn.status, withdrawn.location]).toEqual([303, address]);
  expect((await program.get(address)).json.turn).toBe("decided");
  expect((await citizen("somebody else").get(address)).status).toBe(404);
});

test("what is wrong is said beside the question, and what is forged changes nothing", async () => {
  const program = citizen("mistaken");
  await program.get(`${base}/apply`);
  const wrong = await program.post(`${base}/eligibility/zone`, {});
  expect(wrong.status).toBe(422);
  expect(wrong.json.problems[0]).toMatchObject({ path: "zone", control: "zone", message: expect.stringMatching(/\w/) });
  const forged = await program.post(`${base}/eligibility/zone`, { zone: "zone-a", keeper: "yes" });
  expect([forged.status, forged.type]).toEqual([400, "application/problem+json; charset=utf-8"]);
  expect(forged.json).toMatchObject({ title: expect.any(String), status: 400 });
  const stale = await program.post(`${base}/eligibility/zone`, { zone: "zone-a", _csrf: "other" });
  expect(stale.status).toBe(403);
});

test("who has not signed in is told so, without a page", async () => {
  const nobody = program("");
  for (const where of ["/applications/APP-1", "/desk/work", "/desk/cases/APP-1"]) {
    const told = await nobody.get(where);
    expect([where, told.status, told.json?.title]).toEqual([where, 401, "Sign in first"]);
  }
});

test.each(["[1]", "{", '{"a": {"b": 1}}', "null"])("a body of %s is not understood", async (body) => {
  const response = await fetch(`${server.address}${base}/eligibility/zone`, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body,
  });
  expect([response.status, (await response.json()).status]).toEqual([400, 400]);
});

test("an officer's program lists work, claims, and decides once", async () => {
  const person = new TestBrowser(server, server.signIn("citizens", "applicant of the desk"));
  await fillForm(person, "no");
  const number = await sendForm(person);
  while ((await server.worker.runOnce()) > 0);
  const program = officer("owen", "parking-officer");
  const work = await program.get("/desk/work?whose=everyone");
  const item = work.json.items.find((one) => one.number === number);
  expect(item).toMatchObject({ stage: "Review", isMine: false });
  const taskId = item?.taskId ?? "";
  const address = `/desk/cases/${number}`;
  expect((await program.post(`${address}/claim`, { task: taskId })).status).toBe(303);
  const shown = await program.get(`${address}?task=${taskId}`);
  expect(shown.json.actions.map(({ name }) => name)).toEqual(expect.arrayContaining(["approve", "refuse"]));
  const silent = await program.post(`${address}/decide`, { task: taskId, action: "refuse" });
  expect([silent.status, silent.json.problems.length]).toEqual([422, 1]);
  const other = officer("ada", "parking-officer");
  await other.get("/desk/work");
  expect((await other.post(`${address}/decide`, { task: taskId, action: "approve" })).status).toBe(409);
  const decided = await program.post(`${address}/decide`, {
    task: taskId,
    action: "refuse",
    "text:refuse": "The letter names another vehicle.",
  });
  expect(decided.status).toBe(303);
  expect((await officer("no", "other-role").get(address)).status).toBeGreaterThanOrEqual(403);
});

test("all of it kept to openapi.json, and much of it was met", () => {
  expect(held.breaches).toEqual([]);
  const operations = new Set([...held.met].map((one) => one.split(" ")[0]));
  expect([...operations]).toEqual(
    expect.arrayContaining(["start", "check", "send", "status", "use-right", "tasks", "case", "claim", "act"]),
  );
});
