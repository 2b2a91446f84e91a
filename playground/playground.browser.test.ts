// What an author does in the playground, in a real Chromium, against the built files under their real security policy.

import { readFile } from "node:fs/promises";
import { launchBrowser } from "@formwork/compiler/development/browser.ts";
import axe from "axe-core";
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type BuiltPlayground, buildPlayground } from "./tests/built-playground.ts";

declare global {
  interface Window {
    /** Put into the page by the test itself. */
    axe: typeof axe;
  }
}

let built: BuiltPlayground;
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  [built, browser] = await Promise.all([buildPlayground(), launchBrowser()]);
});
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});
afterAll(async () => {
  await browser.close();
  await built.stop();
});

const desktop: BrowserContextOptions = { viewport: { width: 1520, height: 1000 } };
const narrow: BrowserContextOptions = { viewport: { width: 360, height: 740 } };

interface Opened {
  readonly page: Page;
  /** What the browser complained about: scripts, styles, the security policy. */
  readonly complaints: string[];
}

async function open(
  options: BrowserContextOptions = desktop,
  prepare?: (page: Page) => Promise<unknown>,
): Promise<Opened> {
  const context = await browser.newContext(options);
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await prepare?.(page);
  await page.goto(built.address);
  await page.locator(".cm-content").waitFor();
  await page
    .getByText(/Nothing to mend|\d problem|question/)
    .first()
    .waitFor();
  return { page, complaints };
}

const form = (page: Page) => page.frameLocator("#preview-frame");
const cards = (page: Page): Locator => page.locator("#cards > .card");

/** Scrolls the text until a line with these words is drawn, and gives it. */
async function lineWith(page: Page, words: string): Promise<Locator> {
  const line = page.locator(".cm-line", { hasText: words }).first();
  for (let top = 0; (await line.count()) === 0 && top < 8000; top += 300) {
    await page.locator("#text").evaluate((box, to) => box.scrollTo(0, to), top);
    await page.waitForTimeout(30);
  }
  await line.scrollIntoViewIfNeeded();
  return line;
}

/** Double-clicks a word of a line and types another one over it. */
async function retype(page: Page, line: string, word: string, instead: string): Promise<void> {
  const found = await lineWith(page, line);
  const box = await found.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? "").indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    return undefined;
  }, word);
  if (!box) throw new Error(`${line} has no ${word}`);
  await page.mouse.dblclick(box.x, box.y);
  await page.keyboard.type(instead);
}

async function textOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const kept = localStorage.getItem("formwork.playground.work.1");
    const work: { entry: string; texts: Record<string, string> } = JSON.parse(kept ?? "{}");
    return work.texts[work.entry] ?? "";
  });
}

const short = `service lights "Report a light"
  agency ashby-council "Ashby City Council"
  version 1 starts 1 April 2026
  status draft

section light "The light"
  ask place "Where is the light?" as text
  ask dark "Is the street dark?" as yes or no
  ask how-dark "How dark is it?" as text
    show when dark is yes
`;

function seeded(text: string): (page: Page) => Promise<unknown> {
  return (page) =>
    page.addInitScript((words) => {
      if (localStorage.getItem("formwork.playground.work.1") !== null) return;
      localStorage.setItem(
        "formwork.playground.work.1",
        JSON.stringify({ entry: "lights.service", shown: "lights.service", texts: { "lights.service": words } }),
      );
    }, text);
}

test("opens the first example without a complaint, with its form beside it", async () => {
  const { page, complaints } = await open();
  expect(await page.title()).toBe("parking.service - Formwork playground");
  await form(page).getByRole("heading", { level: 1, name: "Resident parking permit" }).waitFor();
  await page.locator(".fw-name", { hasText: "resident-parking-permit" }).waitFor();
  expect(complaints).toEqual([]);
});

test("a misspelt name becomes a card at its line; a click mends it; undo brings it back, and the card with it", async () => {
  const { page, complaints } = await open();
  await retype(page, "show when keeper is no", "keeper", "keepr");
  const card = cards(page).filter({ hasText: "keepr" });
  await card.waitFor();
  expect(await card.count()).toBe(1);
  await page.getByText("1 problem").waitFor();
  const line = await page.locator(".cm-line", { hasText: "show when keepr is no" }).boundingBox();
  const place = await card.boundingBox();
  expect(Math.abs((place?.y ?? 0) - (line?.y ?? 9999))).toBeLessThan(60);
  expect(place?.x ?? 0).toBeGreaterThan((line?.x ?? 0) + 300);
  await card
    .getByRole("button", { name: /keeper/i })
    .first()
    .click();
  await page
    .getByText("Nothing to mend")
    .or(page.getByText(/question/))
    .first()
    .waitFor();
  await expect.poll(() => cards(page).filter({ hasText: "keepr" }).count()).toBe(0);
  await expect.poll(() => textOf(page)).toContain("show when keeper is no");
  await page.keyboard.press("Control+z");
  await cards(page).filter({ hasText: "keepr" }).first().waitFor();
  expect(complaints).toEqual([]);
});

test("while a problem stands, the last good form stays and says so; once mended it follows again", async () => {
  const { page } = await open(desktop, seeded(short));
  await form(page).getByRole("heading", { name: "Report a light" }).waitFor();
  await retype(page, "ask place", "ask", "aks");
  await page.getByText("This is the form as it was before the problem").waitFor();
  await form(page).getByRole("heading", { name: "Where is the light?" }).waitFor();
  await page.keyboard.press("Control+z");
  await expect.poll(() => page.getByText("This is the form as it was before the problem").count()).toBe(0);
});

test("the caret's question is shown and lit; an answer stays when the words change, and opens the question that waits for it", async () => {
  const { page, complaints } = await open(desktop, seeded(short));
  await (await lineWith(page, "ask dark")).click();
  const question = form(page).getByRole("group", { name: "Is the street dark?" });
  await question.waitFor();
  await form(page).locator(".here-in-preview").waitFor();
  await page.locator(".fw-here", { hasText: "ask dark" }).waitFor();
  await question.getByLabel("Yes", { exact: true }).check();
  await retype(page, "ask dark", "street", "lane");
  await form(page).getByRole("group", { name: "Is the lane dark?" }).getByLabel("Yes", { exact: true }).waitFor();
  expect(await form(page).getByLabel("Yes", { exact: true }).isChecked()).toBe(true);
  await form(page).getByRole("button", { name: "Continue" }).click();
  await form(page).getByRole("heading", { name: "How dark is it?" }).waitFor();
  await page.getByRole("button", { name: "line 9" }).waitFor();
  expect(complaints).toEqual([]);
});

test("a line chosen before the first reading is shown when the reading comes", async () => {
  const context = await browser.newContext(desktop);
  contexts.push(context);
  const page = await context.newPage();
  // The compiler's script is held back until the click is there, however slow the machine is.
  const { promise: clicked, resolve: letGo } = Promise.withResolvers<void>();
  let held = 0;
  await page.route(/\/read-text-[^/]*\.js$/, async (route) => {
    held += 1;
    await clicked;
    await route.continue();
  });
  await seeded(short)(page);
  await page.goto(built.address);
  await (await lineWith(page, "ask dark")).click();
  expect(await form(page).getByRole("group", { name: "Is the street dark?" }).count()).toBe(0);
  expect(held).toBe(1);
  letGo();
  await form(page).getByRole("group", { name: "Is the street dark?" }).waitFor();
});

test("the whole example form can be walked to its end, and each page's line is brought into view and lit", async () => {
  const { page, complaints } = await open();
  const form = page.frameLocator("#preview-frame");
  await form.getByRole("link", { name: "Start now" }).click();
  for (let pages = 0; pages < 20 && (await form.getByText("PREVIEW-1").count()) === 0; pages += 1) {
    const heading = await form.locator("h1").first().innerText();
    for (const box of await form.locator('input[type="checkbox"]').all()) await box.check();
    for (const first of await form.locator(".choices .choice:first-child input").all()) await first.check();
    for (const text of await form.locator('input[type="text"], input:not([type])').all()) {
      if ((await text.inputValue()) !== "" || !(await text.isVisible())) continue;
      await text.fill(/permit/i.test(heading) ? "1" : "AB12 CDE");
    }
    if (heading.includes("registration number")) {
      const lit = page.locator(".fw-here", { hasText: "ask registration" });
      await lit.waitFor();
      const box = await page.locator("#text").boundingBox();
      const line = await lit.boundingBox();
      expect(line?.y ?? 0).toBeGreaterThanOrEqual(box?.y ?? 9999);
    }
    await form.locator("button.button, a.button").first().click();
    await expect.poll(() => form.locator("h1").first().innerText()).not.toBe(heading);
  }
  await form.getByText("PREVIEW-1").waitFor();
  expect(complaints).toEqual([]);
});

test("a page sent with nothing on it says what to enter, and moves to the summary", async () => {
  const { page } = await open(desktop, seeded(short));
  await (await lineWith(page, "ask place")).click();
  await form(page).getByRole("heading", { name: "Where is the light?" }).waitFor();
  await form(page).getByRole("button", { name: "Continue" }).click();
  await form(page).locator(".summary").waitFor();
  expect(
    await form(page)
      .locator(".summary")
      .evaluate((summary) => summary.contains(document.activeElement) || summary === document.activeElement),
  ).toBe(true);
});

test("Welsh and a desktop: chosen together, answers kept", async () => {
  const { page } = await open();
  await page.getByLabel("As", { exact: true }).selectOption({ label: "A desktop, Cymraeg" });
  await form(page).getByRole("heading", { level: 1, name: "Trwydded barcio" }).waitFor();
  expect(await form(page).locator("html").getAttribute("lang")).toBe("cy");
  const width = await page.locator("#preview-frame").evaluate((frame) => frame.getBoundingClientRect().width);
  expect(width).toBeGreaterThan(900);
});

test("a register that does not answer, chosen in the Data tab, reaches the form", async () => {
  const { page } = await open();
  await page.getByRole("tab", { name: "Data" }).click();
  await page.getByRole("group", { name: "National Vehicle Register" }).getByLabel("Does not answer").check();
  await (await lineWith(page, "ask registration")).click();
  await form(page).getByLabel("registration number").fill("AB12 CDE");
  await form(page).getByRole("button", { name: "Continue" }).click();
  await form(page).getByLabel("Make").waitFor();
  expect(await form(page).getByLabel("Make").isEditable()).toBe(true);
});

test("on a narrow screen the card stands under its line, inside the text, and nothing scrolls sideways", async () => {
  const { page } = await open(narrow, seeded(short));
  await retype(page, "show when dark is yes", "dark", "drak");
  const card = cards(page).filter({ hasText: "drak" });
  await card.waitFor();
  await expect
    .poll(async () => {
      const line = await page.locator(".cm-line", { hasText: "drak" }).boundingBox();
      const place = await card.boundingBox();
      return place && line ? place.y - (line.y + line.height) : undefined;
    })
    .toBeLessThan(16);
  const line = await page.locator(".cm-line", { hasText: "drak" }).boundingBox();
  expect((await card.boundingBox())?.y ?? 0).toBeGreaterThanOrEqual((line?.y ?? 0) + (line?.height ?? 0) - 1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(
    true,
  );
});

test("many problems at once: every card has a place of its own", async () => {
  const broken = short.replace(/^ {2}ask/gm, "  aks").replace("section", "sectoin");
  const { page } = await open(desktop, seeded(broken));
  await cards(page).first().waitFor();
  await page.waitForTimeout(200);
  const boxes = await cards(page).evaluateAll((all) =>
    all.map((card) => card.getBoundingClientRect().toJSON() as { top: number; bottom: number }),
  );
  expect(boxes.length).toBeGreaterThan(0);
  for (const [index, box] of boxes.entries()) expect(box.top).toBeGreaterThanOrEqual(boxes[index - 1]?.bottom ?? 0);
});

test("the text is kept: after a reload it is there, in the file that was shown", async () => {
  const { page } = await open(desktop, seeded(short));
  await retype(page, "Where is the light", "light", "lamp");
  await expect.poll(() => textOf(page)).toContain("Where is the lamp?");
  await page.reload();
  await page.locator(".cm-line", { hasText: "Where is the lamp?" }).waitFor();
});

test("notes are kept with the text: after a reload a failing example says what changed since it passed", async () => {
  const { page, complaints } = await open();
  await page.waitForFunction(() => localStorage.getItem("formwork.playground.work.1")?.includes("lastPassed"));
  await page.reload();
  await page.locator(".cm-content").waitFor();
  await retype(page, "| electric     | 0", "60", "65");
  await cards(page).filter({ hasText: "Changed since the last time it passed" }).first().waitFor();
  expect(await page.getByRole("tab", { name: ".lock" }).count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("starting again from an example can be taken back", async () => {
  const { page } = await open(desktop, seeded(short));
  await page.getByRole("link", { name: "Gallery" }).click();
  await page.getByRole("button", { name: "Resident parking permit" }).click();
  await page.locator(".cm-line", { hasText: "resident-parking-permit" }).first().waitFor();
  await page.getByRole("button", { name: "Bring it back" }).click();
  await page.locator(".cm-line", { hasText: "Report a light" }).first().waitFor();
});

test("storage that is full or shut is said, and the text goes on", async () => {
  const { page, complaints } = await open(desktop, (opened) =>
    opened.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("no room", "QuotaExceededError");
      };
    }),
  );
  await page.getByText("Not saved: this browser has no room left").waitFor();
  const shut = await open(desktop, (opened) =>
    opened.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("not here", "SecurityError");
        },
      });
    }),
  );
  await shut.page.getByText("is not saved. Download it to keep it").waitFor();
  expect([...complaints, ...shut.complaints]).toEqual([]);
});

test("a picture is refused in words; a text file opens; the text before can be brought back", async () => {
  const { page } = await open(desktop, seeded(short));
  const chooser = page.locator('input[type="file"]').first();
  await chooser.setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: Buffer.from([0x89, 0x50, 0, 1]) });
  await page.getByText("photo.png is not a text").waitFor();
  await chooser.setInputFiles({
    name: "bins.service",
    mimeType: "text/plain",
    buffer: Buffer.from('service bins "Report a bin"\n'),
  });
  await page.locator(".cm-line", { hasText: "Report a bin" }).waitFor();
  await page.getByRole("button", { name: "Bring it back" }).click();
  await page.locator(".cm-line", { hasText: "Report a light" }).waitFor();
});

test("the shown text is given as a file", async () => {
  const { page } = await open(desktop, seeded(short));
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download the text" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("lights.service");
  expect(await readFile(await download.path(), "utf8")).toBe(short);
});

test("an empty text and a megabyte pasted into it: the page answers all the while, and nothing is lost", async () => {
  const { page, complaints } = await open(desktop, seeded(short));
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.getByText("Begin with: service").waitFor();
  const size = await page.evaluate(async () => {
    const text = 'ask thing "What?" as text\n'.repeat(40_000);
    const paste = new DataTransfer();
    paste.setData("text/plain", text);
    const content = document.getElementById("text-host")?.shadowRoot?.querySelector(".cm-content");
    content?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: paste, bubbles: true, cancelable: true }));
    return text.length;
  });
  await page.keyboard.press("Control+End");
  await page.locator(".cm-lineNumbers", { hasText: "40001" }).waitFor();
  await expect.poll(() => textOf(page).then((text) => text.length), { timeout: 20_000 }).toBe(size);
  expect(complaints).toEqual([]);
});

test("the keyboard alone: into the text, a line moved in with Tab, out again with Escape and Tab", async () => {
  const { page } = await open(desktop, seeded(short));
  await page.getByRole("textbox", { name: "Service text, lights.service" }).focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Tab");
  await expect.poll(() => textOf(page)).toMatch(/^ {2}service/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.id)).not.toBe("text-host");
});

test("Why? opens the catalogue's page and gives the focus back", async () => {
  const { page } = await open(desktop, seeded(short.replace("show when dark", "show when drak")));
  const why = cards(page).first().getByRole("button", { name: /Why\?/ });
  await why.click();
  await page.getByRole("dialog").getByText("How to mend it").waitFor();
  await page.keyboard.press("Escape");
  expect(await why.evaluate((button) => button === document.activeElement)).toBe(true);
});

test.each([
  ["light", "desktop", desktop],
  ["dark", "desktop", desktop],
  ["light", "narrow", narrow],
  ["dark", "narrow", narrow],
] as const)("no accessibility fault that axe can find: %s, %s", async (colorScheme, _width, options) => {
  const { page } = await open({ ...options, colorScheme }, seeded(short.replace("show when dark", "show when drak")));
  await cards(page).first().waitFor();
  expect(await faults(page)).toEqual([]);
  await page.getByRole("tab", { name: "Data" }).click();
  expect(await faults(page)).toEqual([]);
  await page.getByRole("link", { name: "Gallery" }).click();
  expect(await faults(page)).toEqual([]);
});

/** Faults that axe finds in the page and the preview's frame, as short words. The policy lets no script in but by the debugger's hand. */
async function faults(page: Page): Promise<string[]> {
  for (const frame of page.frames()) await frame.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id}: ${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
    );
  });
}
