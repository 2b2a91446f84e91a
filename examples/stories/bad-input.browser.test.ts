// Bad input, from authors, operators and browsers: each gets a clear page or message, and nothing changes that should not.
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildBundle } from "../start/bundles.ts";
import { projectFolder } from "../start/parts.ts";
import {
  buildLetter,
  deleteDraft,
  expectWords,
  type Filling,
  fillIn,
  follow,
  onPage,
  openApplication,
  press,
  send,
} from "./citizen.ts";
import { openHouse, type StoryHouse } from "./house.ts";
import { openCase, signInAtDesk } from "./officer.ts";
import { expectSound } from "./sound-page.ts";

let house: StoryHouse;
let brokenText: Awaited<ReturnType<typeof buildBundle>>;
let goodBundle: string;
beforeAll(async () => {
  house = await openHouse(async (folder) => {
    const into = path.join(folder, "bundles");
    await mkdir(into);
    const good = await buildBundle("examples/resident-parking-permit/parking.service", into);
    brokenText = await buildBundle(await writeBrokenText(folder), into);
    expect(good.problems).toBe("");
    goodBundle = good.bundle ?? "";
    return [await damage(goodBundle, path.join(into, "damaged")), goodBundle];
  });
});
afterAll(() => house?.close());

const rhian: Filling = { who: "Rhian Ellis", registration: "EK68 RWT" };
const letter = { name: "letter.pdf", mimeType: "application/pdf", buffer: buildLetter("Tom may use my car.") };
const tom: Filling = { who: "Tom Pryce", registration: "GH15 KPR", keeper: "No", letter };

/** A second service whose author made a mistake. */
async function writeBrokenText(folder: string): Promise<string> {
  const text = path.join(folder, "street-party", "street-party.service");
  await mkdir(path.dirname(text));
  const parking = await readFile(path.join(projectFolder, "examples/resident-parking-permit/parking.service"), "utf8");
  await writeFile(text, parking.replace("ask blue-badge", "aks blue-badge"));
  return text;
}

/** A bundle that was cut short on its way here. */
async function damage(bundle: string, to: string): Promise<string> {
  await cp(bundle, to, { recursive: true });
  const manifest = JSON.parse(await readFile(path.join(to, "manifest.json"), "utf8"));
  await writeFile(path.join(to, "manifest.json"), JSON.stringify({ ...manifest, service: "street-party-licence" }));
  await writeFile(path.join(to, "service.json"), '{"name": "street-party-li');
  return to;
}

test("a broken text is told with its place and stops no other service; a damaged bundle is told as well", async () => {
  expect(brokenText.bundle).toBeUndefined();
  expect(brokenText.problems).toMatch(/FW\d+/);
  expect(brokenText.problems).toMatch(/street-party\.service/);
  expect(brokenText.problems).toMatch(/aks/);
  const { page, complaints } = await house.visitor();
  await page.goto("/");
  await expectWords(page, ["Resident parking permit"]);
  const damaged = await page.goto("/street-party-licence");
  expect(damaged?.status()).toBe(503);
  await onPage(page, "This service is not available at the moment");
  await expectSound(page, "service not available");
  await page.goto("/resident-parking-permit");
  await onPage(page, "Resident parking permit");
  expect(house.running.output("runtime")).toMatch(/street-party-licence.*service\.json/);
  const sam = await house.visitor();
  await sam.page.goto("/desk/incidents");
  await press(sam.page, /Sam Lowe/);
  await onPage(sam.page, "Incidents");
  await expectWords(sam.page, ["Service not available", "street-party-licence", "service.json"]);
  await expectSound(sam.page, "incidents");
  expect(complaints.filter((complaint) => !complaint.includes("503"))).toEqual([]);
});

test("a wrong configuration stops the start and says the key, the reason and an example", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "formwork-wrong-"));
  const config = path.join(folder, "deployment.yaml");
  const right = await readFile(path.join(projectFolder, "examples/start/deployment.yaml"), "utf8");
  await writeFile(
    config,
    right
      .replace("timeout: 2 seconds", "timeout: soon")
      .replace("publicAddress: http://127.0.0.1:4400", "publicAddress: 4400"),
  );
  const { code, said } = await runFormwork(["serve", goodBundle, "--config", config]);
  await rm(folder, { recursive: true });
  expect(code).not.toBe(0);
  expect(said).toContain("publicAddress (line");
  expect(said).toContain("identity.timeout (line");
  expect(said).toContain("For example: timeout: 2 seconds");
  const withoutSecrets = await runFormwork(["serve", goodBundle, "--config", "examples/start/deployment.yaml"]);
  expect(withoutSecrets.code).not.toBe(0);
  expect(withoutSecrets.said).toContain("SIGN_IN_PORTAL_SECRET");
  for (const text of [said, withoutSecrets.said]) expect(text).not.toMatch(/ {4}at .*\.ts/);
});

function runFormwork(words: readonly string[]): Promise<{ code: number; said: string }> {
  const script = path.join(projectFolder, "compiler/command-line/formwork.js");
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [script, ...words],
      { cwd: projectFolder, env: { PATH: process.env["PATH"] ?? "" } },
      (error, out, err) => resolve({ code: error ? Number(error.code ?? 1) : 0, said: `${out}${err}` }),
    );
  });
}

test("forged, missing, extra and oversized posts get a clear page and change nothing", async () => {
  const { page } = await house.visitor();
  await fillIn(page, rhian);
  const before = await page.getByRole("main").innerText();
  const at = (address: string): string => `/resident-parking-permit/${address}`;
  await page.goto(at("your-vehicle/registration"));
  const token = await page.locator("input[name=_csrf]").first().inputValue();
  const good = { _csrf: token };
  const posts: readonly (readonly [
    what: string,
    address: string,
    request: Posting,
    status: number,
    words: string | RegExp,
  ])[] = [
    [
      "no token",
      "your-vehicle/registration",
      { form: { registration: "AB12 CDE" } },
      403,
      "This page was open too long",
    ],
    [
      "another's token",
      "your-vehicle/registration",
      { form: { _csrf: "x".repeat(43), registration: "AB12 CDE" } },
      403,
      "This page was open too long",
    ],
    [
      "another site",
      "your-vehicle/registration",
      { form: { ...good, registration: "AB12 CDE" }, headers: { origin: "https://evil.example" } },
      403,
      "This page was open too long",
    ],
    [
      "a field that is not asked",
      "your-vehicle/registration",
      { form: { ...good, registration: "AB12 CDE", permitFee: "0" } },
      400,
      "We could not take this form",
    ],
    [
      "names of JavaScript's own",
      "your-vehicle/registration",
      { form: { ...good, registration: "AB12 CDE", __proto__x: "1", constructor: "1" } },
      400,
      "We could not take this form",
    ],
    [
      "a choice that is not there",
      "your-vehicle/vehicle-details",
      { form: { ...good, fuel: "plutonium" } },
      400,
      "We could not take this form",
    ],
    [
      "a locked value",
      "your-vehicle/vehicle-details",
      { form: { ...good, make: "Ferrari", fuel: "petrol" } },
      400,
      "We could not take this form",
    ],
    ["nothing", "your-vehicle/registration", { form: good }, 422, "One answer needs another look"],
    [
      "far too long",
      "your-vehicle/registration",
      { form: { ...good, registration: "A".repeat(50_000) } },
      422,
      "One answer needs another look",
    ],
    [
      "a body beyond all bounds",
      "your-vehicle/registration",
      { form: { ...good, registration: "A".repeat(2_000_000) } },
      413,
      "This is too big",
    ],
    [
      "hundreds of fields",
      "your-vehicle/registration",
      { form: { ...good, ...Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`f${index}`, "x"])) } },
      413,
      "This is too big",
    ],
    [
      "JSON without the token",
      "your-vehicle/registration",
      { data: { registration: "AB12 CDE" } },
      403,
      "This page was open too long",
    ],
    [
      "XML",
      "your-vehicle/registration",
      { data: "<a/>", headers: { "content-type": "application/xml" } },
      415,
      "We cannot read this",
    ],
    ["a page that is not there", "your-vehicle/nothing-here", { form: good }, 404, "Page not found"],
    ["not declared", "check", { form: good }, 422, "Tick the box to confirm"],
    [
      "declared and more",
      "check",
      { form: { ...good, answersTrue: "yes", zone: "zone-a" } },
      400,
      "We could not take this form",
    ],
  ];
  for (const [what, address, request, status, words] of posts) {
    const response = await page.request.post(at(address), { maxRedirects: 0, ...request });
    expect([what, response.status()]).toEqual([what, status]);
    expect(await response.text(), what).toMatch(words);
  }
  await page.goto(at("check"));
  expect(answersOn(await page.getByRole("main").innerText())).toBe(answersOn(before));
  const forgedNotice = await page.request.post("/webhooks/payment", { data: { type: "payment.paid" } });
  expect(forgedNotice.status()).toBe(401);
  await deleteDraft(page);
});

/** The check page without the times at which registers were asked. */
function answersOn(text: string): string {
  return text.replaceAll(/\bat \d+:\d\d/g, "at …");
}

interface Posting {
  readonly form?: Record<string, string>;
  readonly data?: string | Record<string, string>;
  readonly headers?: Record<string, string>;
}

test("files that are no letters are refused beside the question, and a good one is still taken", async () => {
  const { page, complaints } = await house.visitor();
  await fillIn(page, tom);
  await page.goto("/resident-parking-permit/your-vehicle/keeper-letter");
  const control = page.getByLabel("Upload a letter from the registered keeper");
  const upload = async (name: string, buffer: Buffer, words: string | RegExp): Promise<void> => {
    await control.setInputFiles({ name, mimeType: "application/pdf", buffer });
    await press(page, "Continue");
    await expectWords(page, [words]);
    await expectSound(page, name);
  };
  await upload("program.pdf", Buffer.from("MZ this is a program"), "program.pdf cannot be used");
  await upload("empty.pdf", Buffer.alloc(0), "empty.pdf is empty");
  await upload("huge.pdf", Buffer.concat([letter.buffer, Buffer.alloc(10 * 1024 * 1024)]), "huge.pdf is too big");
  await control.setInputFiles([]);
  await press(page, "Continue");
  await onPage(page, "Check your answers");
  await expectWords(page, ["letter.pdf"]);
  expect(complaints).toEqual([]);
  await send(page);
});

test("nobody opens another person's application, file or draft, and an officer no case of other roles", async () => {
  const driver = await house.visitor();
  await fillIn(driver.page, tom);
  const reference = await send(driver.page);
  await openApplication(driver.page, reference);
  const file = await driver.page.getByRole("link", { name: "letter.pdf" }).getAttribute("href");
  const other = await house.visitor();
  await fillIn(other.page, rhian);
  const token = await other.page.locator("input[name=_csrf]").first().inputValue();
  const here = `/applications/${reference}`;
  for (const address of [
    here,
    `${here}/sent`,
    `${here}/answer`,
    `${here}/pay`,
    `${here}/rights/withdraw`,
    file ?? "",
    "/drafts/made-up/delete",
  ]) {
    const response = await other.page.request.get(address, { maxRedirects: 0 });
    expect([address, response.status()]).toEqual([address, 404]);
    expect(await response.text()).toContain("it belongs to somebody else");
  }
  const withdrawn = await other.page.request.post(`${here}/rights/withdraw`, {
    form: { _csrf: token },
    maxRedirects: 0,
  });
  expect(withdrawn.status()).toBe(404);
  const idris = await house.visitor();
  await signInAtDesk(idris.page, "Idris Vaughan");
  for (const address of [`/desk/cases/${reference}`, `/desk${file?.replace("/applications/", "/cases/")}`])
    expect([address, (await idris.page.request.get(address)).status()]).toEqual([address, 404]);
  const asCitizen = await other.page.request.get(`/desk/cases/${reference}`, { maxRedirects: 0 });
  expect(asCitizen.headers()["location"]).toMatch(/^\/desk\/sign-in/);
  await deleteDraft(other.page);
  await openApplication(driver.page, reference);
  await expectWords(driver.page, ["A parking officer reviews your application"]);
  const owen = await house.visitor();
  await signInAtDesk(owen.page, "Owen Marsh");
  await openCase(owen.page, reference);
});

test("pressing send twice, or going back and pressing again, sends one application", async () => {
  const { page } = await house.visitor();
  await fillIn(page, { who: "Gwen Morgan", registration: "HB66 GMW" });
  const form = { _csrf: await page.locator("input[name=_csrf]").first().inputValue(), answersTrue: "yes" };
  const twice = await Promise.all(
    [1, 2, 3].map(() => page.request.post("/resident-parking-permit/check", { form, maxRedirects: 0 })),
  );
  expect(twice.map((response) => response.status())).toEqual([303, 303, 303]);
  expect(new Set(twice.map((response) => response.headers()["location"])).size).toBe(1);
  await page.getByLabel("The answers I have given are true.").check();
  await press(page, "Send application");
  await onPage(page, "Your application is sent");
  await page.goBack();
  expect(await page.getByRole("button", { name: "Send application" }).count()).toBe(0);
  await page.goto("/applications");
  await expectSound(page, "after going back");
  expect(await numbersOn(page)).toHaveLength(1);
});

async function numbersOn(page: Page): Promise<string[]> {
  const text = await page.getByRole("main").innerText();
  return [...new Set(text.match(/[A-Z]+-[0-9A-Z]{4}-[0-9A-Z]{4}/g))];
}

test("leaving in the middle and coming back: the answers are there, and the draft can be deleted", async () => {
  const { page, complaints } = await house.visitor();
  await fillIn(page, { ...rhian, registration: "LM19 TDV" });
  await follow(page, "Save and leave");
  await onPage(page, "My applications");
  await expectWords(page, ["Saved. You can come back to it under My applications.", "Not sent yet"]);
  await expectSound(page, "saved");
  await follow(page, "Continue your application");
  await onPage(page, /Resident parking permit|Check your answers/);
  await page.goto("/resident-parking-permit/check");
  await expectWords(page, ["Skoda Octavia"]);
  await deleteDraft(page, (name) => expectSound(page, name));
  expect(complaints).toEqual([]);
});
