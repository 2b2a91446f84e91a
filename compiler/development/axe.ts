// Puts axe-core into a page that a test looks at: once for each document, however often it is looked at there.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

/** The short form: a browser takes half as long to read it. */
const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * From now on the page has `window.axe`. Handed over by the debugger, which no content policy of a page stops, and as it is:
 * wrapped as `page.evaluate` does it, every document would compile it anew.
 */
export async function putAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => typeof window.axe?.run === "function")) return;
  const debug = await page.context().newCDPSession(page);
  const { exceptionDetails } = await debug.send("Runtime.evaluate", { expression: `${source};undefined` });
  await debug.detach();
  if (exceptionDetails) throw new Error(`axe-core could not be put into ${page.url()}: ${exceptionDetails.text}`);
}
