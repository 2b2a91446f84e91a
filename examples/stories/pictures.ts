// Pictures for the walk-throughs in the README of an example: taken only when FORMWORK_PICTURES names a folder.
import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";

const folder = process.env["FORMWORK_PICTURES"];

/** Takes a picture of the whole page as <story>-<name>.png. Without FORMWORK_PICTURES it does nothing. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}
