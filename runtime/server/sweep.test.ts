import { readdir, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Installation } from "./installation.ts";
import { sweep } from "./sweep.ts";
import { fillForm, pdf, sendForm, TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer } from "./tests/installation.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const day = 86_400_000;
const citizen = (name: string): TestBrowser => new TestBrowser(server, server.signIn("citizens", name));
/** The same installation so many days later. */
const after = (days: number): Installation => {
  const now = (): number => server.installation.now() + days * day;
  return { ...server.installation, now, instant: () => new Date(now()).toISOString() };
};
const files = (): Promise<string[]> => readdir(path.join(server.folder, "data/files"));
async function age(name: string): Promise<void> {
  const long = new Date(Date.now() - 2 * day);
  await utimes(path.join(server.folder, "data/files", name), long, long);
}

test("a draft is there on the last day its page names, and gone after it, with its files", async () => {
  await fillForm(citizen("Kept"), "no");
  const uploaded = await files();
  for (const name of uploaded) await age(name);
  expect((await citizen("Kept").get("/applications")).text).toContain("14 September");
  expect(await sweep(after(90))).toMatchObject({ drafts: 0, files: 0 });
  expect(await files()).toEqual(uploaded);
  expect(await sweep(after(92))).toMatchObject({ drafts: 1, files: uploaded.length });
  expect(await files()).toEqual([]);
  expect(await server.installation.store.findDrafts("person:Kept")).toEqual([]);
});

test("bytes that a kill left behind go after a day; those of a case stay for good", async () => {
  const browser = citizen("Sent");
  await fillForm(browser, "no");
  await sendForm(browser);
  const held = await files();
  const left = ["0b0d7f7e-0000-4000-8000-000000000000", ".0b0d7f7e-0000-4000-8000-000000000001.part"];
  for (const name of left) await writeFile(path.join(server.folder, "data/files", name), pdf);
  expect((await sweep(server.installation)).files).toBe(0);
  for (const name of [...left, ...held]) await age(name);
  expect((await sweep(after(400))).files).toBe(left.length);
  expect(held.length).toBeGreaterThan(0);
  expect(await files()).toEqual(held);
});
