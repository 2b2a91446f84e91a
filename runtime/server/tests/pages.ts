// A page as a browser test looks at it: opened by who is signed in, nothing for axe-core to find, not wider than the narrowest phone, and
// with FORMWORK_PICTURES set a picture of it in that folder.
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { putAxe } from "../../../compiler/development/axe.ts";
import type { TestServer } from "./installation.ts";

const pictures = process.env["FORMWORK_PICTURES"];

/** A page of the server in a window of its own, with the cookie that `signIn` gave. */
export async function openPage(
  browser: Browser,
  server: TestServer,
  cookie: string,
  where: string,
): Promise<{ page: Page; close: () => Promise<void> }> {
  const context = await browser.newContext({ reducedMotion: "reduce", viewport: { width: 1280, height: 800 } });
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: server.address }]);
  const page = await context.newPage();
  await page.goto(server.address + where);
  return { page, close: () => context.close() };
}

/** Takes its picture under that name. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
}

/** Nothing for axe-core to find, and no sideways scroll at 320 pixels. The window is as wide afterwards as before. */
export async function expectSound(page: Page, name: string): Promise<void> {
  expect(await violationsOn(page), name).toEqual([]);
  await takePicture(page, name);
  await expectNarrow(page, name);
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** Leaves the window 320 pixels wide. */
export async function expectNarrow(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 700 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide, `${name}: pixels too wide for a phone`).toBeLessThanOrEqual(0);
}

/** What axe-core finds: the rule and where. */
export async function violationsOn(page: Page): Promise<string[]> {
  await putAxe(page);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`);
  });
}
