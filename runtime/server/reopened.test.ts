import { afterAll, beforeAll, expect, test } from "vitest";
import { fillForm, pdf, sendForm, TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer } from "./tests/installation.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const citizen = (name: string): TestBrowser => new TestBrowser(server, server.signIn("citizens", name));
const caseOf = async (number: string) => (await server.installation.store.readCaseByNumber(number))?.case;

/** A case of which an officer opened these answers again. */
async function reopen(name: string, ...reopen: string[]) {
  const applicant = citizen(name);
  await fillForm(applicant, "no");
  const number = await sendForm(applicant);
  await server.worker.runOnce();
  const owen = new TestBrowser(server, server.signIn("officers", "Owen Marsh", { roles: ["parking-officer"] }));
  const where = `/desk/cases/${number}`;
  const task = (await caseOf(number))?.tasks.at(-1)?.id ?? "";
  const seen = await owen.get(where);
  await owen.post(`${where}/claim`, { task });
  await owen.get(where);
  const asked = await owen.post(`${where}/decide`, [
    ["task", task],
    ["action", "ask:information"],
    ["text:ask:information", "Is the registration right?"],
    ...reopen.map((path) => ["reopen", path] as const),
  ]);
  return { applicant, number, owen, where, seen, asked, answer: `/applications/${number}/answer` };
}

test("only answers that the officer sees and the applicant gives can be opened again", async () => {
  const { seen, asked, number } = await reopen("Hidden", "zone");
  expect(seen.text).toContain('name="reopen" value="registration"');
  expect(seen.text).not.toContain('name="reopen" value="zone"');
  expect(asked.status).toBe(400);
  expect((await caseOf(number))?.requests).toEqual([]);
});

test("what was opened again is changed, told old and new to the officer, and nothing reaches the case before it is sent", async () => {
  const { applicant, number, owen, where, answer } = await reopen("Rhian", "registration");
  expect((await applicant.get(answer)).text).toContain(`${answer}/your-vehicle/registration`);
  const page = `${answer}/your-vehicle/registration`;
  expect((await applicant.get(page)).text).toContain("EK68 RWT");
  expect((await applicant.fill(page, { registration: "" })).status).toBe(422);
  const changed = await applicant.fill(page, { registration: "AB12 CDE" });
  expect([changed.status, changed.location]).toEqual([303, answer]);
  expect((await caseOf(number))?.answers["registration"]).toBe("EK68 RWT");
  expect((await citizen("Rhian").get("/applications")).text).not.toContain("Your draft is kept until");
  expect((await applicant.get(answer)).text).toContain("AB12 CDE");
  expect((await applicant.post(answer, { text: "" })).location).toBe(`/applications/${number}`);
  const after = await caseOf(number);
  expect(after?.answers).toMatchObject({ registration: "AB12 CDE", permitsHeld: 0 });
  expect(after?.fetched["vehicle"]?.using).toEqual({ registration: "AB12 CDE" });
  expect(after?.requests[0]).toMatchObject({
    state: "answered",
    changes: [{ path: "registration", old: "EK68 RWT", value: "AB12 CDE" }],
  });
  const desk = (await owen.get(where)).text.replaceAll(/<!--.*?-->/g, "");
  expect(desk).toMatch(/AB12 CDE.*after an officer asked\. Before: <del>EK68 RWT<\/del>/s);
  expect(await server.installation.store.findDrafts(`case:${(await idOf(number)) ?? ""}`)).toEqual([]);
});

test("a question that was not opened again cannot be changed, by any way", async () => {
  const { applicant, number, answer } = await reopen("Sly", "registration");
  expect((await applicant.get(`${answer}/your-vehicle/permits-held`)).status).toBe(404);
  await applicant.get(`${answer}/your-vehicle/registration`);
  expect((await applicant.post(`${answer}/your-vehicle/permits-held`, { permitsHeld: "1" })).status).toBe(404);
  const forged = await applicant.post(`${answer}/your-vehicle/registration`, {
    registration: "AB12 CDE",
    permitsHeld: "1",
  });
  expect(forged.status).toBe(400);
  const stored = await server.installation.store.readCaseByNumber(number);
  const one = stored?.case;
  if (!stored || !one) throw new Error("The case is gone.");
  const directly = await server.installation.commands.answerInformation(stored.caseId, one.applicant, {
    requestId: one.requests[0]?.id ?? "",
    corrected: { changes: [{ path: "permitsHeld", value: 1 }], asked: one.asked, fetched: one.fetched },
  });
  expect(directly).toMatchObject({ ok: false, refused: { code: "not-offered" } });
  expect((await citizen("Neighbour").get(`${answer}/your-vehicle/registration`)).status).toBe(404);
});

test("an answer that is not asked any more goes with the change, and is told", async () => {
  const { applicant, number, answer } = await reopen("Keeper", "keeper", "keeperLetter");
  await applicant.fill(`${answer}/your-vehicle/keeper`, { keeper: "yes" });
  await applicant.fill(answer, { text: "It is mine after all." });
  const after = await caseOf(number);
  expect(after?.answers["keeper"]).toBe(true);
  expect(after?.answers["keeperLetter"]).toBeUndefined();
  expect(after?.requests[0]?.changes?.map(({ path }) => path).toSorted()).toEqual(["keeper", "keeperLetter"]);
  expect(after?.requests[0]?.answer).toBe("It is mine after all.");
});

test("a new file in place of the old one: both can be opened by the officer, and neither is swept", async () => {
  const { applicant, number, owen, answer } = await reopen("Filer", "keeperLetter");
  const old = (await caseOf(number))?.answers["keeperLetter"];
  await applicant.get(`${answer}/your-vehicle/keeper-letter`);
  await applicant.upload(`${answer}/your-vehicle/keeper-letter`, {}, "keeperLetter", "signed.pdf", pdf);
  await applicant.fill(answer, { text: "" });
  const now = (await caseOf(number))?.answers["keeperLetter"];
  expect(now).toMatchObject({ name: "signed.pdf" });
  for (const file of [old, now]) {
    const id = file instanceof Object && "id" in file ? String(file.id) : "";
    expect((await owen.get(`/desk/cases/${number}/files/${id}`)).status).toBe(200);
    expect(await server.installation.store.isFileHeld(id)).toBe(true);
  }
});

async function idOf(number: string): Promise<string | undefined> {
  return (await server.installation.store.readCaseByNumber(number))?.caseId;
}
