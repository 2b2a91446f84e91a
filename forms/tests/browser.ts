// Opening pages in a real Chromium, with and without scripts, and what every page must hold there.
import { putAxe } from "@formwork/compiler/development/axe.ts";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";

/** A page whose console errors and broken policies are gathered. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; errors: string[]; close(): Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, bypassCSP: false, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => {
    // A page with problems answers 422, and the icon is the host's matter: the browser notes both.
    if (message.type() === "error" && !/422|favicon/.test(message.text() + message.location().url))
      errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  return { page, errors, close: () => context.close() };
}

/** Runs axe-core on the page as it is and expects nothing found. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  await putAxe(page);
  const found = await page.evaluate(async () => {
    const result = await window.axe.run(document, { resultTypes: ["violations"] });
    return result.violations.map(
      (one: { id: string; nodes: { html: string }[] }) =>
        `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`,
    );
  });
  expect(found, where).toEqual([]);
}

/** The page fits its width: nothing to scroll sideways. */
export async function expectFits(page: Page, where: string): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), where).toBe(true);
}
