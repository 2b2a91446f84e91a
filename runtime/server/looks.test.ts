// A licence that a register ends, as its holder, officers and another service see it: over two services of one installation.
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";
import { aDayLater, getPermit, permit, stall } from "./tests/insured.ts";

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
