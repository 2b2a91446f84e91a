// A licence that a register ends, as its holder, officers and another service see it: over two services of one installation.
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";
import { aDayLater, getPermit, permit, stall, tellChange } from "./tests/insured.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(async (folder) => [
    await writeText(path.join(folder, "one"), permit),
    await writeText(path.join(folder, "two"), stall),
  ]);
});
afterAll(() => server.stop());

const plain = (text: string): string => text.replaceAll(/<!--.*?-->/g, "").replaceAll("&#39;", "'");

test("suspended, valid again, revoked: the holder, the officer and another service see each, and why", async () => {
  const ann = new TestBrowser(server, server.signIn("citizens", "Ann"));
  const clerk = new TestBrowser(server, server.signIn("officers", "Cleo", { roles: ["clerk"] }));
  const { number, licence } = await getPermit(server, ann, clerk);
  const desk = `/desk/cases/${number}`;
  const page = async () => plain((await ann.get(licence)).text);
  expect(await page()).toContain("we ask this register again at least once a day: Insurance Register.");
  expect((await ann.get("/stall/stall/metres")).status).toBe(200);

  await aDayLater(server, { insured: false, fraud: false });
  expect(await page()).toContain("It was suspended on 17 June 2026, because of this rule of the service:");
  expect(await page()).toContain("insured-no-more: cover's insured is no");
  expect(await page()).toContain("We last did on 17 June 2026.");
  expect(plain((await clerk.get(desk)).text)).toContain("Stall permit: suspended by itself, because insured-no-more");
  const { status, location } = await ann.get("/stall/stall/metres");
  expect(status).toBe(303);
  expect(plain((await ann.get(location ?? "")).text)).toContain("Your Stall permit is suspended");
  expect((await ann.get(`/applications/${number}`)).text).toContain("Stall permit: Suspended");

  await aDayLater(server, { insured: true, fraud: false });
  expect(await page()).not.toContain("because of this rule");
  expect((await ann.get("/stall/stall/metres")).text).toContain("How many metres?");
  expect(plain((await clerk.get(desk)).text)).toContain("valid again, because this is true no longer: insured-no-more");

  await aDayLater(server, { insured: true, fraud: true });
  expect(await page()).toContain("It was taken back on 19 June 2026");
  expect(await page()).not.toContain("2027");
  expect(await page()).toContain("cover's fraud is yes");
  await aDayLater(server, { insured: true, fraud: false });
  expect(await page()).toContain("Revoked");
  const mails = server.mails.filter(({ text }) => text.includes("Your Stall permit")).map(({ subject }) => subject);
  expect(mails).toEqual([
    `${number}: what you were given is suspended`,
    `${number}: what you were given counts again`,
    `${number}: what you were given has ended`,
  ]);
});

describe("a register tells of a change", () => {
  let licence = "";
  let ben: TestBrowser;
  beforeAll(async () => {
    ben = new TestBrowser(server, server.signIn("citizens", "Ben"));
    const clerk = new TestBrowser(server, server.signIn("officers", "Cleo", { roles: ["clerk"] }));
    ({ licence } = await getPermit(server, ben, clerk));
    server.register = { state: "present", record: { insured: false, fraud: false } };
  });
  const state = async (): Promise<string> => {
    await server.worker.runOnce();
    return /status (?:done|late)[\s\S]*?<\/svg>(?:<!--.*?-->)*([^<]+)/.exec((await ben.get(licence)).text)?.[1] ?? "";
  };

  test("who does not sign as that register is refused, and so is what says more than a key", async () => {
    const key = { policy: "P-77" };
    expect(await tellChange(server, { key }, { secret: Buffer.from("another secret of 16+").toString("base64") })).toBe(
      401,
    );
    expect(await tellChange(server, { key }, { source: "court-of-nobody" })).toBe(401);
    expect(await tellChange(server, { key, insured: false })).toBe(422);
    expect(await tellChange(server, { key: { policy: { number: "P-77" } } })).toBe(422);
    expect(await tellChange(server, { key: {} })).toBe(422);
    expect(await tellChange(server, { key: { policy: "P".repeat(5000) } })).toBe(413);
    expect(await state()).toBe("Valid");
  });

  test("a key that nothing hangs on is answered like every other; another register's news is not this one's", async () => {
    expect(await tellChange(server, { key: { policy: "P-78" } }, { id: "other-key" })).toBe(204);
    expect(await tellChange(server, { key: { policy: "P-77" } }, { id: "other-source", source: "court" })).toBe(204);
    expect(await state()).toBe("Valid");
  });

  test("the licence that hangs on it is looked at at once; told twice it is told once", async () => {
    expect(await tellChange(server, { key: { policy: "p 77" } })).toBe(204);
    expect(await state()).toBe("Suspended");
    server.register = { state: "present", record: { insured: true, fraud: false } };
    expect(await tellChange(server, { key: { policy: "P-77" } })).toBe(204);
    expect(await state()).toBe("Suspended");
    expect(await tellChange(server, { key: { policy: "P-77" } }, { id: "change-2" })).toBe(204);
    expect(await state()).toBe("Valid");
  });
});
