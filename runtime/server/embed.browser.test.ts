// A form inside a page of another website, in a real browser: the lines that are pasted there, the way through sign-in and back, what is
// sent; and what happens where it may not stand. With FORMWORK_PICTURES set, pictures are left in that folder.
import { createServer, type Server } from "node:http";
import path from "node:path";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../../compiler/development/browser.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";
import { takePicture } from "./tests/pages.ts";

const stall = `service stall "Rent a market stall"
  agency town "Ashby"
  version 1 starts 1 January 2026
applicant is a person
  signs in at level low
eligibility "Can you rent a stall?"
  ask trader "Do you trade?" as yes or no
  require trader is yes
    otherwise say "Only traders can rent a stall."
section stall "Your stall"
  page size "How big is your stall?"
    ask metres "How many metres do you need?" as whole number
      must be from 1 to 20
  page goods-page "What you sell"
    ask goods "What do you sell?" as text
role clerk "the clerk"
route
  stage look "We look at it" by clerk
    can approve then go to rented
outcome rented "Rented"
privacy
  purpose "To rent out stalls"
  lawful basis public-task "Markets Act"
  keep answers for 1 year after decision
`;

let server: TestServer;
let browser: Browser;
let website: Server;
/** The town's own website; the same server is another website under the name localhost, which may not show forms. */
let home = "";
let elsewhere = "";
/** What the website's page has in it. */
let pasted = "";

beforeAll(async () => {
  website = createServer((request, response) => {
    const script = server.address;
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader(
      "content-security-policy",
      `default-src 'none'; script-src ${script}; frame-src ${script}; require-trusted-types-for 'script'`,
    );
    response.end(
      `<!doctype html><html lang="en"><title>Markets</title><h1>Our markets</h1><p>Asked for ${request.url}</p>${pasted}<p>Open on Saturdays.</p>`,
    );
  });
  await new Promise<void>((resolve) => website.listen(0, "127.0.0.1", resolve));
  const at = website.address();
  const port = typeof at === "object" && at ? at.port : 0;
  home = `http://127.0.0.1:${port}`;
  elsewhere = `http://localhost:${port}`;
  server = await startTestServer(async (folder) => [await writeText(path.join(folder, "stall"), stall, true)], [home]);
  pasted = await (await fetch(`${server.address}/forms/stall/embed.html`)).text();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await new Promise((resolve) => website.close(resolve));
});

async function open(context: BrowserContext, address: string): Promise<{ page: Page; wrong: string[] }> {
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(message.text());
  });
  await page.goto(address);
  return { page, wrong };
}

async function formIn(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector("stall-embed iframe")).contentFrame();
  if (!frame) throw new Error("There is no page in the frame");
  // It is there when it has told how high it is.
  await page.waitForFunction(() => (document.querySelector("iframe")?.clientHeight ?? 0) > 100);
  return frame;
}

test("the form stands in the website's page, leads out of it to sign in, comes back, and is sent", async () => {
  const context = await browser.newContext({ viewport: { width: 800, height: 700 } });
  const { page, wrong } = await open(context, `${home}/markets?visit=1#stalls`);
  let form = await formIn(page);
  expect(await page.isVisible("stall-embed > a")).toBe(false);
  await takePicture(page, "embed-start");
  await form.click("a.button");
  await form.check('input[value="yes"]');
  await form.click("button.button");
  await form.waitForURL(/eligibility\/result$/);
  await takePicture(page, "embed-eligible");
  await form.click("a.button");
  await form.waitForSelector("text=This part is on our own website");
  await takePicture(page, "embed-way-out");
  await form.click("text=Go on");
  await page.waitForURL(/\/sign-in\?then=%2Fback-to-website&service=stall$/);

  // The provider of this test signs nobody in: the cookie that it would have led to is put there, and the way back is taken.
  const [name = "", value = ""] = server.signIn("citizens", "Ann Lee").split("=");
  await context.addCookies([{ name, value, url: server.address }]);
  await page.goto(`${server.address}/back-to-website`);
  expect(page.url()).toBe(`${home}/markets`);
  form = await formIn(page);
  // A sign-in carries over what was answered before it; here it is answered again.
  await form.click("a.button");
  await form.check('input[value="yes"]');
  await form.click("button.button");
  await form.click("a.button");
  await form.click("text=How big is your stall?");
  await form.waitForSelector("[data-live]");
  await form.fill('input[name="metres"]', "99");
  await form.click("button.button");
  await form.waitForSelector("#summary");
  await takePicture(page, "embed-problem");
  await form.fill('input[name="metres"]', "4");
  await form.click("button.button");
  await form.fill('input[name="goods"]', "Bread");
  await form.click("button.button");
  await form.waitForURL(/check$/);
  await takePicture(page, "embed-check");
  await form.click("button.button:not(.second)");
  await form.waitForURL(/\/applications\/[A-Z0-9-]+\/sent$/);
  await form.waitForSelector(".plate");
  await takePicture(page, "embed-sent");
  const [stored] = await server.installation.store.findCases({ applicant: "Ann Lee", service: "stall" });
  expect(stored?.case.answers).toMatchObject({ metres: 4, goods: "Bread" });
  expect(page.url()).toBe(`${home}/markets`);
  // The provider of this test is not there, as said above.
  expect(wrong.filter((one) => !one.includes("503"))).toEqual([]);
  // One's own applications are not shown inside other websites.
  await form.click("text=My applications");
  await page.waitForURL(`${server.address}/applications`);
  await context.close();
});

test("a website that is not on the list keeps its link, and a script with one byte changed is not run", async () => {
  const context = await browser.newContext();
  const { page } = await open(context, `${elsewhere}/markets`);
  await page.waitForSelector("iframe", { state: "attached" });
  await page.waitForSelector("iframe", { state: "detached" });
  expect(await page.isVisible("stall-embed > a")).toBe(true);
  expect(await page.getAttribute("stall-embed > a", "href")).toBe(`${server.address}/stall`);
  const whole = pasted;
  pasted = whole.replace(/sha384-./, (start) => (start.endsWith("A") ? "sha384-B" : "sha384-A"));
  const { page: other, wrong } = await open(context, `${home}/markets`);
  expect(wrong.join()).toContain("integrity");
  expect(await other.locator("iframe").count()).toBe(0);
  expect(await other.isVisible("stall-embed > a")).toBe(true);
  pasted = whole;
  await context.close();
});

test("what may stand in a frame is the form alone, and only for the websites of the list", async () => {
  const policyOf = async (where: string, headers: Record<string, string> = {}): Promise<string> => {
    const answer = await fetch(server.address + where, { headers, redirect: "manual" });
    return answer.headers.get("content-security-policy") ?? "";
  };
  expect(await policyOf("/stall")).toContain(`frame-ancestors ${home};`);
  for (const where of ["/", "/applications", "/desk", "/help", "/stall/how-we-use-your-answers"])
    expect(await policyOf(where), where).toContain("frame-ancestors 'none'");
  const inFrame = { "sec-fetch-dest": "iframe", "sec-fetch-site": "same-site" };
  const answer = await fetch(`${server.address}/applications`, { headers: inFrame, redirect: "manual" });
  expect(await answer.text()).toContain("This part is on our own website");
  // The page to come back to is one of the list, or there is none.
  const start = await fetch(`${server.address}/stall?from=https://evil.example/x`, { headers: inFrame });
  expect(start.headers.getSetCookie().join()).not.toContain("formwork-from");
  const back = await fetch(`${server.address}/back-to-website`, {
    headers: { cookie: `formwork-from=${encodeURIComponent("https://evil.example/x")}` },
    redirect: "manual",
  });
  expect(back.headers.get("location")).toBe("/");
  // To a frame of another site browsers send no cookies: from its first page on everything leads out.
  const foreign = await fetch(`${server.address}/stall`, { headers: { ...inFrame, "sec-fetch-site": "cross-site" } });
  expect(await foreign.text()).toContain('data-framed=""');
});
