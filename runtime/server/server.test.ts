import { appendFile, mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillForm, pdf, sendForm, TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeBundle } from "./tests/installation.ts";

let server: TestServer;
const base = "/resident-parking-permit";

beforeAll(async () => {
  server = await startTestServer(async (folder) => {
    const good = await writeBundle(path.join(folder, "good"));
    const changed = await writeBundle(path.join(folder, "changed"), (service) => ({
      ...service,
      name: "changed-service",
    }));
    await appendFile(path.join(changed, "conditions.js"), "\n// changed");
    const future = await writeBundle(path.join(folder, "future"), (service) => ({
      ...service,
      name: "future-service",
    }));
    const manifest = JSON.stringify({ contractVersion: 9, service: "future-service", files: {} });
    await writeFile(path.join(future, "manifest.json"), manifest);
    await mkdir(path.join(folder, "empty"));
    return [changed, future, path.join(folder, "empty"), good];
  });
});

afterAll(() => server.stop());

const citizen = (name: string): TestBrowser => new TestBrowser(server, server.signIn("citizens", name));
const officer = (name: string, ...roles: string[]): TestBrowser =>
  new TestBrowser(server, server.signIn("officers", name, { roles }));
const caseOf = async (number: string) => (await server.installation.store.readCaseByNumber(number))?.case;

test("every answer carries the security headers, and no page allows inline script or style", async () => {
  for (const where of ["/", base, "/health", "/nowhere", "/applications"]) {
    const { headers } = await new TestBrowser(server).get(where);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe-(inline|eval)/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  }
  const { text } = await new TestBrowser(server).get(base);
  expect(text).not.toMatch(/ style="|<style|<script(?![^>]*(src=|application\/json))/);
});

test("a broken bundle stops no other: its page says so, and /ready says exactly what is wrong", async () => {
  const browser = new TestBrowser(server);
  const missing = await browser.get("/changed-service");
  expect(missing.status).toBe(503);
  expect(missing.text).toContain("This service is not available at the moment");
  expect((await browser.get(base)).status).toBe(200);
  const ready = JSON.parse((await browser.get("/ready")).text);
  const problemsOf = (name: string): string =>
    ready.broken.find((one: { service: string }) => one.service === name)?.problems.join(" ") ?? "";
  expect(problemsOf("changed-service")).toContain("conditions.js is not the file that was built");
  expect(problemsOf("future-service")).toContain("contract version 9");
  expect(problemsOf("empty")).toContain("manifest.json");
  expect(ready.services).toHaveLength(1);
});

test("a form needs its token and must come from this site", async () => {
  const browser = citizen("Token");
  await browser.get(`${base}/eligibility/zone`);
  expect((await browser.post(`${base}/eligibility/zone`, { _csrf: "forged", zone: "zone-a" })).status).toBe(403);
  expect(
    (await browser.post(`${base}/eligibility/zone`, { zone: "zone-a" }, { origin: "https://evil.example" })).status,
  ).toBe(403);
  expect(
    (await browser.post(`${base}/eligibility/zone`, { zone: "zone-a" }, { "sec-fetch-site": "cross-site" })).status,
  ).toBe(403);
  expect((await server.installation.store.findDrafts("person:Token")).length).toBe(0);
  expect((await browser.post(`${base}/eligibility/zone`, { zone: "zone-a" })).status).toBe(303);
});

test("forged, extra and oversized fields get a clear page and change nothing", async () => {
  const browser = citizen("Forger");
  await browser.fill(`${base}/eligibility/zone`, { zone: "zone-a" });
  const before = JSON.stringify(await server.installation.store.findDrafts("person:Forger"));
  const page = `${base}/eligibility/main-home`;
  await browser.get(page);
  const extra = await browser.post(page, { mainHome: "yes", permitFee: "0" });
  expect([extra.status, extra.text.includes("We could not take this form")]).toEqual([400, true]);
  expect((await browser.post(page, { mainHome: "perhaps" })).status).toBe(400);
  expect((await browser.post(page, { mainHome: "x".repeat(200_000) })).status).toBe(413);
  expect((await browser.post(page, { mainHome: "x".repeat(600_000) })).status).toBe(413);
  const proto = await browser.post(page, { __proto__x: "1", constructor: "1" });
  expect(proto.status).toBe(400);
  const many = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`f${index}`, "1"]));
  expect((await browser.post(page, many)).status).toBe(413);
  const missing = await browser.post(page, {});
  expect([missing.status, /<title>Error:/.test(missing.text)]).toEqual([422, true]);
  const xml = await fetch(server.address + page, {
    method: "POST",
    body: "<a/>",
    headers: { "content-type": "application/xml" },
  });
  expect(xml.status).toBe(415);
  const after = await server.installation.store.findDrafts("person:Forger");
  expect(JSON.parse(after[0]?.content ?? "{}").answers).toEqual(JSON.parse(JSON.parse(before)[0].content).answers);
});

test("a locked value of the register is never taken from a post", async () => {
  const browser = citizen("Locked");
  await fillForm(browser, "yes");
  const page = `${base}/your-vehicle/vehicle-details`;
  await browser.get(page);
  expect((await browser.post(page, { make: "Rolls", fuel: "petrol" })).status).toBe(400);
  const number = await sendForm(browser);
  expect((await caseOf(number))?.answers).toMatchObject({ make: "Ford", fuel: "petrol" });
});

test("an application goes out once, however often it is sent", async () => {
  const browser = citizen("Twice");
  await fillForm(browser, "yes");
  await browser.get(`${base}/check`);
  const answers = await Promise.all([1, 2, 3].map(() => browser.post(`${base}/check`, { answersTrue: "yes" })));
  const later = await browser.post(`${base}/check`, { answersTrue: "yes" });
  const places = new Set([...answers, later].map(({ location }) => location));
  expect(places.size).toBe(1);
  expect(await server.installation.store.findCases({ applicant: "Twice" })).toHaveLength(1);
  const shown = await browser.get([...places][0] ?? "");
  expect(shown.text).toContain("Your application is sent");
});

test("uploads are judged by their bytes and their size, and refused ones leave nothing behind", async () => {
  const browser = citizen("Uploader");
  await fillForm(browser, "no");
  const page = `${base}/your-vehicle/keeper-letter`;
  const files = path.join(server.folder, "data/files");
  const before = await readdir(files);
  await browser.get(page);
  const script = await browser.upload(
    page,
    {},
    "keeperLetter",
    "letter.pdf",
    new TextEncoder().encode("<script>alert(1)</script>"),
  );
  expect(script.status).toBe(422);
  const renamed = await browser.upload(page, {}, "keeperLetter", "letter.exe", pdf);
  expect(renamed.status).toBe(422);
  const big = new Uint8Array(1_200_000);
  big.set(pdf);
  expect((await browser.upload(page, {}, "keeperLetter", "big.pdf", big)).status).toBe(422);
  expect((await browser.upload(page, {}, "somethingElse", "letter.pdf", pdf)).status).toBe(400);
  expect(await readdir(files)).toEqual(before);
});

test("another person's case, draft, file or licence is not found, and neither is a made-up one", async () => {
  const owner = citizen("Owner");
  await fillForm(owner, "no");
  const number = await sendForm(owner);
  const file = /\/files\/([0-9a-f-]{36})/.exec((await owner.get(`/applications/${number}`)).text)?.[1];
  const saved = await owner.get(`/applications/${number}/files/${file}`);
  expect([saved.status, saved.headers.get("content-disposition")]).toEqual([
    200,
    expect.stringMatching(/^attachment; filename="letter.pdf"/),
  ]);
  const stranger = citizen("Stranger");
  for (const where of ["", "/sent", "/pay", "/answer", "/rights/withdraw", `/files/${file}`])
    expect([where, (await stranger.get(`/applications/${number}${where}`)).status]).toEqual([where, 404]);
  await stranger.get("/applications");
  expect((await stranger.post(`/applications/${number}/rights/withdraw`, {})).status).toBe(404);
  expect((await stranger.get("/applications/APP-0000-0000")).status).toBe(404);
  expect((await caseOf(number))?.place).toMatchObject({ kind: "stage" });
});

test("who is not signed in is led to sign in; a session of one realm counts for nothing in the other", async () => {
  expect((await new TestBrowser(server).get("/applications")).location).toMatch(/^\/sign-in\?then=/);
  expect((await new TestBrowser(server).get("/desk/work")).location).toMatch(/^\/desk\/sign-in\?then=/);
  expect((await citizen("Nosy").get("/desk/work")).location).toMatch(/^\/desk\/sign-in/);
  const noRole = await officer("No Role").get("/desk/work");
  expect(noRole.status).toBe(403);
  // Officers are told so in the desk's own frame.
  expect(noRole.text).toContain("/desk/sign-out");
});

test("the desk: only roles that the case has been with see it, only what is shown to them, and decisions reach the applicant", async () => {
  const applicant = citizen("Tom Pryce");
  await fillForm(applicant, "no");
  const number = await sendForm(applicant);
  await server.worker.runOnce();
  const where = `/desk/cases/${number}`;
  expect((await officer("Appeals", "appeals-officer").get(where)).status).toBe(404);
  const owen = officer("Owen Marsh", "parking-officer");
  const seen = await owen.get(where);
  expect(seen.text).toContain("EK68 RWT");
  expect(seen.text).not.toMatch(/Zone A|Which zone/);
  await owen.post(`${where}/claim`, { task: "" });
  const task = (await caseOf(number))?.tasks.at(-1)?.id ?? "";
  await owen.get(where);
  await owen.post(`${where}/claim`, { task });
  await owen.get(where);
  expect((await owen.post(`${where}/decide`, { task, action: "refuse" })).status).toBe(422);
  expect((await owen.post(`${where}/decide`, { task, action: "grant-for-free" })).status).toBe(400);
  expect((await owen.post(`${where}/decide`, { task, action: "approve", fee: "0" })).status).toBe(400);
  const second = officer("Priya Shah", "parking-officer");
  await second.get(where);
  expect((await second.post(`${where}/decide`, { task, action: "approve" })).status).toBe(409);
  await owen.get(where);
  expect(
    (await owen.post(`${where}/decide`, { task, action: "refuse", "text:refuse": "No consent of the keeper." })).status,
  ).toBe(303);
  await server.worker.runOnce();
  const decided = await applicant.get(`/applications/${number}`);
  expect(decided.text).toContain("No consent of the keeper.");
  expect(decided.text).toMatch(/You can appeal until/);
});

test("asking for more information stops the clock, and the applicant's answer brings the case back", async () => {
  const applicant = citizen("Asked");
  await fillForm(applicant, "no");
  const number = await sendForm(applicant);
  const owen = officer("Owen Marsh", "parking-officer");
  await owen.get(`/desk/cases/${number}`);
  const task = (await caseOf(number))?.tasks.at(-1)?.id ?? "";
  await owen.post(`/desk/cases/${number}/claim`, { task });
  await owen.post(`/desk/cases/${number}/decide`, {
    task,
    action: "ask:information",
    "text:ask:information": "Who signed the letter?",
  });
  expect((await applicant.get("/applications")).text).toMatch(/Our clock is stopped/);
  const page = `/applications/${number}/answer`;
  expect((await applicant.fill(page, { text: "" })).status).toBe(422);
  expect((await applicant.post(page, { text: "My mother", fee: "0" })).status).toBe(400);
  expect((await applicant.post(page, { text: "My mother" })).location).toBe(`/applications/${number}`);
  expect((await caseOf(number))?.requests[0]).toMatchObject({ state: "answered", answer: "My mother" });
  expect((await applicant.get(page)).status).toBe(409);
});

test("when the register is down the person is asked instead, finishes, and the officer is told what is not verified", async () => {
  server.register = { state: "unavailable" };
  const browser = citizen("Offline");
  await browser.fill(`${base}/eligibility/zone`, { zone: "zone-a" });
  await browser.fill(`${base}/eligibility/main-home`, { mainHome: "yes" });
  await browser.fill(`${base}/filled-in-by`, { filledInBy: "applicant" });
  await browser.fill(`${base}/about-you/home-address`, {});
  for (const [page, fields] of [
    ["about-you/phone", { phone: "01632 960018" }],
    ["about-you/blue-badge", { blueBadge: "no" }],
    ["your-vehicle/registration", { registration: "EK68 RWT" }],
    ["your-vehicle/vehicle-details", { make: "Ford", fuel: "petrol" }],
    ["your-vehicle/keeper", { keeper: "yes" }],
    ["your-vehicle/permits-held", { permitsHeld: "0" }],
  ] as const)
    await browser.fill(`${base}/${page}`, fields);
  const number = await sendForm(browser);
  server.register = {
    state: "present",
    record: { make: "Ford", fuel: "petrol", taxed: true, keeperPostcode: "AS1 4QT" },
  };
  const seen = await officer("Owen Marsh", "parking-officer").get(`/desk/cases/${number}`);
  expect(seen.text.replaceAll(/<!--.*?-->/g, "")).toMatch(
    /because the National Vehicle Register did not answer.*Not verified/s,
  );
});

test("only administrators see incidents", async () => {
  expect((await officer("Owen Marsh", "parking-officer").get("/desk/incidents")).status).toBe(403);
  const seen = await officer("Sam Lowe", "administrator").get("/desk/incidents");
  expect(seen.text).toContain("changed-service");
});

test("programs get problem details; people a page with a way on", async () => {
  const answer = await fetch(`${server.address}/applications/nope/sent`, {
    headers: { accept: "application/json" },
    redirect: "manual",
  });
  expect(answer.status).toBe(401);
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
  const missing = await fetch(`${server.address}/nowhere/at/all`, { headers: { accept: "application/problem+json" } });
  expect(missing.headers.get("content-type")).toContain("application/problem+json");
  expect(await missing.json()).toMatchObject({ status: 404, title: "Page not found" });
  const page = await new TestBrowser(server).get("/nowhere/at/all?language=cy");
  expect(page.text).toContain("Heb ddod o hyd i’r dudalen");
});

test("a payment notice without a good signature is refused", async () => {
  const answer = await fetch(`${server.address}/webhooks/payment`, {
    method: "POST",
    body: "{}",
    headers: { "content-type": "application/json" },
  });
  expect(answer.status).toBe(401);
});

test("the log holds no names, answers or references of people", () => {
  const all = server.logged.join("");
  expect(all).not.toMatch(/EK68|Tom Pryce|Owen Marsh|AS1 4QT|mail\.example|APP-[A-Z0-9]{4}/);
});

test("what a stage asks its officer is typed, checked and kept with the decision", async () => {
  const asking = await startTestServer(async (folder) => [
    await writeBundle(path.join(folder, "asking"), (service) => {
      const question = {
        kind: "field" as const,
        path: ["lettersSeen"],
        name: "letters-seen",
        label: { en: "How many letters did you see?" },
        type: { kind: "whole-number" as const },
        optional: false,
      };
      const stages =
        service.route?.stages.map((stage) => (stage.name === "review" ? { ...stage, questions: [question] } : stage)) ??
        [];
      return { ...service, ...(service.route && { route: { ...service.route, stages } }) };
    }),
  ]);
  try {
    const applicant = new TestBrowser(asking, asking.signIn("citizens", "Tom"));
    await fillForm(applicant, "no");
    const number = await sendForm(applicant);
    const owen = new TestBrowser(asking, asking.signIn("officers", "Owen", { roles: ["parking-officer"] }));
    const seen = await owen.get(`/desk/cases/${number}`);
    expect(seen.text).toContain("How many letters did you see?");
    const read = async () => (await asking.installation.store.readCaseByNumber(number))?.case;
    const task = (await read())?.tasks.at(-1)?.id ?? "";
    const decide = (fields: Record<string, string>) =>
      owen.post(`/desk/cases/${number}/decide`, { task, action: "approve", ...fields });
    expect((await decide({ lettersSeen: "" })).status).toBe(422);
    expect((await decide({ lettersSeen: "many" })).status).toBe(422);
    expect((await decide({ lettersSeen: "2", lettersLost: "1" })).status).toBe(400);
    expect((await decide({ lettersSeen: "2" })).status).toBe(303);
    expect((await read())?.officerAnswers).toEqual({ lettersSeen: 2 });
  } finally {
    await asking.stop();
  }
});

test("saving in the background keeps what is typed, passes no page and never makes Continue fail", async () => {
  const browser = citizen("Typist");
  await browser.fill(`${base}/eligibility/zone`, { zone: "zone-a" });
  await browser.fill(`${base}/eligibility/main-home`, { mainHome: "yes" });
  await browser.fill(`${base}/filled-in-by`, { filledInBy: "applicant" });
  const page = `${base}/your-vehicle/registration`;
  await browser.get(page);
  const draft = async () =>
    JSON.parse((await server.installation.store.findDrafts("person:Typist"))[0]?.content ?? "{}");
  const json = { accept: "application/json" };
  expect((await browser.post(page, { registration: "EK68", _do: "save" }, json)).status).toBeLessThan(423);
  const half = await browser.post(page, { registration: "EK68 RWT", _do: "save" }, json);
  expect([half.status, half.headers.get("content-type")]).toEqual([200, expect.stringContaining("application/json")]);
  expect((await draft()).answers.registration).toBe("EK68 RWT");
  expect((await draft()).passed).not.toContain("your-vehicle/registration");
  expect((await draft()).fetched).toEqual({});
  const both = await Promise.all([
    browser.post(page, { registration: "EK68 RWT", _do: "save" }, json),
    browser.post(page, { registration: "EK68 RWT" }),
  ]);
  expect(both.map(({ status }) => status)).toEqual([200, 303]);
  expect((await draft()).fetched.vehicle.state).toBe("present");
});
