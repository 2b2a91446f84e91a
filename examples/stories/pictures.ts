// Pictures for the walk-throughs in the README of an example: taken only when FORMWORK_PICTURES names a folder.
import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";

const folder = process.env["FORMWORK_PICTURES"];

/** Pixels; more of a page makes no better picture, only a bigger file. */
const tallest = 1250;

/**
 * Takes a picture of the page as <name>.png: the whole of it, or of a long one its top, or its end. Without
 * FORMWORK_PICTURES it does nothing.
 */
export async function takePicture(page: Page, name: string, part: "top" | "end" = "top"): Promise<void> {
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  // Neither pointer nor focus of what was pressed last are what the picture is about.
  await page.mouse.move(0, 0);
  await page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined,
  );
  const { width, whole } = await page.evaluate(() => ({
    width: window.innerWidth,
    whole: document.documentElement.scrollHeight,
  }));
  const height = Math.min(whole, tallest);
  const clip = { x: 0, y: part === "end" ? whole - height : 0, width, height };
  // A colour that is still changing is shown as it ends.
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file, fullPage: true, clip, animations: "disabled" });
}
