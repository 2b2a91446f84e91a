// The lines and kinds that few services need, walked from the first page to the end in a real Chromium, with scripts and
// without: a register's list, questions about each item and each choice, boxes instead of answers, files that come later.
import { launchBrowser } from "@formwork/compiler/development/browser.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Service } from "#contract";
import type { Answers, Identity } from "#contract/facts.ts";
import { expectAccessible, expectFits, openPage } from "./browser.ts";
import { buildForm } from "./build-form.ts";
import { type Host, startHost } from "./host.ts";
import { rarerLines } from "./rarer-lines.ts";

const identity: Identity = {
  subject: "s",
  level: "substantial",
  kind: "person",
  at: "2026-06-16T07:36:00Z",
  parts: { nationalId: "QQ123456C", fullName: "Rhian Tanner" },
};
const upload = (name: string) => ({ name, mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 a") });
let browser: Browser;
let service: Service;
let form: ReadonlyMap<string, Uint8Array>;
const hosts: Host[] = [];
beforeAll(async () => {
  browser = await launchBrowser();
  service = await rarerLines();
  form = await buildForm(service);
});
afterAll(async () => {
  await browser.close();
  await Promise.all(hosts.map((host) => host.close()));
});

/** One register knows two children, the other two visits. */
function register(using: Answers): Answers {
  if (using["id"])
    return {
      kids: [
        { firstName: "Ann", born: "2015-05-01" },
        { firstName: "Ben", born: "2018-02-03" },
      ],
    };
  return {
    slots: [
      { code: "A1", start: "2026-07-01", room: "Blue room" },
      { code: "B2", start: "2026-07-02", room: "Red room" },
    ],
  };
}

async function fillDate(page: Page, path: string, [day, month, year]: readonly string[]): Promise<void> {
  for (const [part, text] of [
    ["day", day],
    ["month", month],
    ["year", year],
  ])
    await page.locator(`[id="${path}:${part}"]`).fill(text ?? "");
}

const field = (page: Page, path: string) => page.locator(`[name="${path}"]`);

/** What is done on each page, by the end of its address. */
const pages: readonly (readonly [at: RegExp, fill: (page: Page) => Promise<unknown>])[] = [
  [
    /family\/children$/,
    async (page) => expect(await page.getByRole("heading", { level: 2 }).allInnerTexts()).toEqual(["Ann", "Ben"]),
  ],
  [/each-child\/family-1\/child-purpose$/, (page) => page.getByLabel("Set child support").check()],
  [/each-child\/family-2\/child-purpose$/, (page) => page.getByLabel("Change child support").check()],
  [/family-2\/child-why-change$/, (page) => page.getByRole("textbox").fill("He moved")],
  [/newts\/surveyed$/, (page) => page.getByLabel("Yes").check()],
  [/methods-used$/, async (page) => [await page.getByLabel("Net").check(), await page.getByLabel("Torch").check()]],
  [/net\/method-number-caught$/, (page) => page.getByRole("textbox").fill("3")],
  [/torch\/method-number-caught$/, (page) => page.getByRole("textbox").fill("4")],
  [/torch\/method-hour$/, (page) => page.getByRole("textbox").fill("22")],
  [/papers\/town$/, (page) => page.getByRole("textbox").fill("Ashby")],
  [/papers\/slot$/, (page) => page.getByLabel("2 July 2026, Red room").check()],
  [/papers\/visit$/, (page) => page.getByLabel("1 July 2026, Blue room").check()],
  [
    /number-page$/,
    async (page) => [await page.getByLabel("I do not know it").check(), await page.getByLabel("I have none").check()],
  ],
  [/papers\/permit$/, (page) => page.getByLabel("I will send it later, within 14 days").check()],
  [/papers\/maps$/, (page) => page.getByLabel("You have it already").check()],
  [
    /papers\/letter$/,
    async (page) => [
      await page.locator("input[type=file]").setInputFiles(upload("letter.pdf")),
      await fillDate(page, "letter:dated", ["1", "6", "2026"]),
    ],
  ],
  [/papers\/plans$/, (page) => page.locator("input[type=file]").setInputFiles([upload("plan.pdf")])],
  [/papers\/walked$/, (page) => fillDate(page, "walked", ["1", "6", "2026"])],
  [/papers\/portrait$/, async () => {}],
  [
    /papers\/pond$/,
    async (page) => [
      await field(page, "pond:coordinates").fill("52.4862, -1.8904"),
      await field(page, "pond:address").fill("By the mill"),
    ],
  ],
  [/papers\/field-area$/, (page) => page.getByRole("textbox").fill("52, -1\n52, 0\n53, 0")],
  [/papers\/square$/, (page) => page.getByRole("textbox").fill("su387148")],
  [/papers\/plot$/, (page) => page.getByRole("textbox").fill("B07")],
  [/papers\/weight$/, (page) => page.getByRole("textbox").fill("12.5")],
  [/papers\/nights$/, (page) => page.getByRole("textbox").fill("40")],
  [/papers\/paid$/, (page) => field(page, "paid:amount").fill("120.50")],
  [/papers\/earlier$/, async () => {}],
  [/papers\/found$/, (page) => page.getByLabel("Toads").check()],
  [/sure-page$/, (page) => page.getByLabel("Only partly").check()],
];

test.each([true, false])("the whole form is walked (with scripts: %s)", async (withScript) => {
  const running = await startHost({ service, identity, register, ...(withScript ? { form } : {}) });
  hosts.push(running);
  const { page, errors, close } = await openPage(browser, {
    javaScriptEnabled: withScript,
    viewport: { width: 320, height: 800 },
  });
  const shots = process.env["SHOTS"];
  const look = async (name: string) => {
    if (shots) await page.screenshot({ path: `${shots}/${withScript ? "on" : "off"}-${name}.png`, fullPage: true });
    if (!withScript) return;
    await expectAccessible(page, name);
    await expectFits(page, name);
  };
  const onward = () =>
    page
      .getByRole("button", { name: /^(Continue|These details are right)$/ })
      .last()
      .click();
  for (const id of ["family-1", "family-2"]) {
    await page.goto(`${running.address}/apply/family/children/${id}/child-money`);
    await field(page, `children.${id}.monthly`).fill("100");
    await field(page, `children.${id}.spent`).fill(id === "family-1" ? "50" : "4,500");
    await onward();
    if (id === "family-1") {
      await page.waitForURL(/family\/children$/);
      continue;
    }
    await page.getByRole("link", { name: "You cannot spend more than £4,000." }).waitFor();
    await look("item-check");
    await field(page, `children.${id}.spent`).fill("60");
    await onward();
    await page.waitForURL(/family\/children$/);
  }
  for (const [at, fill] of pages) {
    await page.waitForURL(at);
    const name = new URL(page.url()).pathname.split("/").slice(-2).join("-");
    if (withScript && !/children$/.test(page.url())) await page.locator("[data-live='taken-over']").waitFor();
    await look(name);
    await fill(page);
    const opens = /number-page$|sure-page$/.test(page.url());
    // Without scripts a question that was opened is there on the next sight of the page.
    if (opens && !withScript) await onward();
    if (/number-page$/.test(page.url())) {
      await look("number-open");
      await field(page, "orgName").fill("Newts Ltd");
    }
    if (/sure-page$/.test(page.url())) {
      await field(page, "doubt").fill("All of it");
      await field(page, "code").fill("AB12");
      await look("sure-open");
    }
    await onward();
  }
  await page.waitForURL(/check$/);
  await look("check");
  const answers = await page.locator("dl.pairs .row").allInnerTexts();
  const said = answers.join("\n");
  for (const text of [
    "I do not know it",
    "within 14 days",
    "You have it already",
    "12.5 grams",
    "40 nights",
    "£120.50",
    "2 July 2026, Red room",
    "By the mill",
    "Only partly",
  ])
    expect(said).toContain(text);
  await page.getByLabel("Everything is true.").check();
  await page.getByRole("button", { name: "Send application" }).click();
  await page.waitForURL(/sent$/);
  expect(running.draft().answers).toMatchObject({
    noOrgNumber: true,
    permitHow: "sent-later",
    visit: { start: "2026-07-01" },
  });
  expect(errors).toEqual([]);
  await close();
});
