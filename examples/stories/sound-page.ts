// What every page that a person meets must hold, whoever they are: nothing for axe-core to find in light and dark, and no
// sideways scroll on the narrowest phone. Looks only; presses nothing.
import { putAxe } from "@formwork/compiler/development/axe.ts";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const narrowest = { width: 320, height: 640 };

/** Expects the page, as it is now, to be sound. `where` names it when it is not. Leaves size and colours as they were. */
export async function expectSound(page: Page, where: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    // Without motion, so that no colour is looked at half-way.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await findViolations(page), `${where}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  await expectFits(page, where);
}

/** Expects no sideways scroll at 320 pixels. */
export async function expectFits(page: Page, where: string): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize(narrowest);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (before) await page.setViewportSize(before);
  expect(wide, `${where}: pixels too wide for a phone`).toBeLessThanOrEqual(0);
}

async function findViolations(page: Page): Promise<string[]> {
  await putAxe(page);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  });
}
