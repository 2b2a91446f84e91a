// The prerendered first page from a web server that knows nothing of Formwork: it stands whole under the strictest policy, in each language,
// and a style that was changed on its way is not used.
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { launchBrowser } from "@formwork/compiler/development/browser.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Service } from "#contract";
import { expectAccessible, expectFits, openPage } from "./browser.ts";
import { buildForm } from "./build-form.ts";

const parking: Service = JSON.parse(
  readFileSync(new URL("../../examples/resident-parking-permit/expected/service.json", import.meta.url), "utf8"),
);
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css",
  js: "text/javascript",
  svg: "image/svg+xml",
  woff2: "font/woff2",
};

let browser: Browser;
let files: ReadonlyMap<string, Uint8Array>;
let server: Server;
let address = "";
/** Files by name that are sent with one byte more. */
const changed = new Set<string>();

beforeAll(async () => {
  browser = await launchBrowser();
  files = await buildForm(parking);
  server = createServer((request, response) => {
    const name = (request.url ?? "").slice(1);
    const bytes = files.get(name);
    const type = types[name.split(".").at(-1) ?? ""] ?? "application/octet-stream";
    response.writeHead(bytes ? 200 : 404, { "content-type": type, "content-security-policy": policy });
    response.end(bytes && changed.has(name) ? Buffer.concat([bytes, Buffer.from(" ")]) : bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  address = typeof at === "object" && at !== null ? `http://127.0.0.1:${at.port}` : "";
}, 60_000);
afterAll(async () => {
  await browser.close();
  server.close();
});

test.each([
  ["en", "Resident parking permit", "Start now"],
  ["cy", "Trwydded barcio i breswylwyr", "Dechrau nawr"],
])("in %s it stands with its styles and leads to the application", async (language, title, button) => {
  const { page, errors, close } = await openPage(browser, { viewport: { width: 320, height: 700 } });
  await page.goto(`${address}/first-page.${language}.html`);
  expect(await page.getAttribute("html", "lang")).toBe(language);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(parking.title[language] ?? title);
  const begin = page.getByRole("link", { name: button });
  expect(await begin.getAttribute("href")).toBe(`/resident-parking-permit/apply?language=${language}`);
  expect(await page.evaluate(() => document.styleSheets.length)).toBe(1);
  await expectFits(page, language);
  await expectAccessible(page, language);
  const other = language === "en" ? "cy" : "en";
  await page.locator(`header a[lang=${other}]`).click();
  await page.waitForURL(`${address}/first-page.${other}.html`);
  expect(errors).toEqual([]);
  await close();
});

test("styles that were changed on their way are not used, and the page can still be read", async () => {
  const style = [...files.keys()].find((name) => name.endsWith(".css")) ?? "";
  changed.add(style);
  const { page, errors, close } = await openPage(browser);
  await page.goto(`${address}/first-page.en.html`);
  expect(errors.some((text) => text.includes("integrity"))).toBe(true);
  expect(await page.evaluate(() => document.styleSheets.length)).toBe(0);
  expect(await page.getByRole("link", { name: "Start now" }).isVisible()).toBe(true);
  changed.delete(style);
  await close();
});
