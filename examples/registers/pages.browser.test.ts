// The pages of the example servers in a real browser: usable without scripts, by keyboard, at 320 pixels, and for axe.

import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { putAxe } from "@formwork/compiler/development/axe.ts";
import { launchBrowser } from "@formwork/compiler/development/browser.ts";
import { createMailer } from "@formwork/runtime/connect/mail.ts";
import { createPayments } from "@formwork/runtime/connect/payment.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Running } from "../start/running.ts";
import { readSecrets } from "../start/secrets.ts";
import { startAll } from "../start/start-all.ts";

let browser: Browser;
let running: Running;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "pages-"));
  running = await startAll({ ports: "free", dataFolder: folder, without: ["runtime", "playground"] });
  browser = await launchBrowser();
  const mailer = createMailer({ smtp: running.addresses.smtp, from: "Ashby City Council <permits@ashby.example>" });
  await mailer.send({
    idempotencyKey: "1",
    to: "rhian.ellis@mail.example",
    subject: "Your parking permit is ready",
    text: "Hello Rhian Ellis.",
  });
  mailer.close();
});
afterAll(async () => {
  await browser.close();
  await running.stop();
  rmSync(folder, { recursive: true });
});

async function payAddress(key: string): Promise<string> {
  const { PAYMENT_KEY, PAYMENT_WEBHOOK_SECRET } = readSecrets(folder);
  const payments = createPayments({
    address: running.addresses.payment,
    timeout: 2000,
    key: PAYMENT_KEY,
    webhookSecret: PAYMENT_WEBHOOK_SECRET,
  });
  const returnAddress = `${running.addresses.mail}/`;
  const standing = await payments.request({
    idempotencyKey: key,
    amount: 12_000,
    currency: "GBP",
    reference: "RPP-1",
    description: "Resident parking permit",
    returnAddress,
  });
  return standing.payAddress;
}

function signInAddress(): string {
  const query = new URLSearchParams({
    client_id: "formwork-portal",
    response_type: "code",
    scope: "openid",
    redirect_uri: `${running.addresses.runtime}/signed-in`,
    code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    code_challenge_method: "S256",
    acr_values: "substantial",
  });
  return `${running.addresses.signIn}/auth?${query}`;
}

async function problemsFor(page: Page): Promise<string[]> {
  await putAxe(page);
  // As text, because axe stands in the page and not here.
  return page.evaluate<string[]>(`axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")))`);
}

test.each(["light", "dark"] as const)("every page passes axe and fits 320 pixels (%s)", async (colorScheme) => {
  const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  const addresses = [
    await payAddress("axe"),
    signInAddress(),
    running.addresses.mail,
    `${running.addresses.signIn}/session/end`,
    `${running.addresses.payment}/pay/none`,
  ];
  for (const address of addresses) {
    await page.goto(address);
    expect({ address, problems: await problemsFor(page) }).toEqual({ address, problems: [] });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
  await context.close();
});

test("without scripts, by keyboard alone: a person is chosen, a payment is paid, a message is read", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  // The runtime is left out here, so this test stands in its place to be led back to.
  const portal = createServer((_request, response) => response.end("back"));
  await new Promise<void>((done) => portal.listen(Number(new URL(running.addresses.runtime).port), "127.0.0.1", done));
  await page.goto(signInAddress());
  await page.getByRole("button", { name: "Rhian Ellis" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/signed-in\?code=/);
  await page.goto(await payAddress("keyboard"));
  await page.getByRole("button", { name: "Pay £120.00" }).press("Enter");
  await page.getByRole("heading", { name: "Messages" }).waitFor();
  await page.getByRole("link", { name: "Your parking permit is ready" }).press("Enter");
  await page.getByText("Hello Rhian Ellis.").waitFor();
  await page.goto(await payAddress("keyboard"));
  await page.getByRole("heading", { name: "You have paid £120.00" }).waitFor();
  await context.close();
  portal.closeAllConnections();
  portal.close();
});
