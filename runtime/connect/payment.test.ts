// Pays at the real payment provider over HTTP, and tries forged, old and repeated messages.

import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startPaymentProvider } from "../../examples/registers/payment-provider.ts";
import type { RunningRegister } from "../../examples/registers/register.ts";
import { signWebhook } from "../../examples/registers/webhook.ts";
import { createPayments, type Payments } from "./payment.ts";
import { verifyWebhook } from "./webhook.ts";

const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const wanted = {
  idempotencyKey: "case-1/pay/1",
  amount: 12_000,
  currency: "GBP",
  reference: "RPP-7K3M",
  description: "Resident parking permit",
  returnAddress: "http://127.0.0.1:9/applications/1",
};

let provider: RunningRegister;
let payments: Payments;
let folder: string;
let received: { headers: IncomingHttpHeaders; body: string }[];
let answerWith: number;
let hook: { address: string; close: () => Promise<void> };

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "payments-"));
  received = [];
  answerWith = 204;
  hook = await startHook();
  await startProvider();
});
afterEach(async () => {
  await provider.close();
  await hook.close();
  rmSync(folder, { recursive: true });
});

async function startProvider(): Promise<void> {
  provider = await startPaymentProvider({
    port: 0,
    key: "the-key",
    data: folder,
    webhook: { address: hook.address, secret },
  });
  payments = createPayments({ address: provider.address, timeout: 2000, key: "the-key", webhookSecret: secret });
}

async function startHook(): Promise<{ address: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      received.push({ headers: request.headers, body });
      response.writeHead(answerWith).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const bound = server.address();
  const port = bound && typeof bound === "object" ? bound.port : 0;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { address: `http://127.0.0.1:${port}`, close };
}

async function press(payAddress: string, choice: string): Promise<Response> {
  return fetch(payAddress, { method: "POST", body: new URLSearchParams({ choice }), redirect: "manual" });
}

test("a payment is made, paid on the hosted page without scripts, told of by a signed message, and read back as paid", async () => {
  const standing = await payments.request(wanted);
  expect(standing).toMatchObject({ state: "waiting", amount: 12_000, reference: "RPP-7K3M" });
  const page = await (await fetch(standing.payAddress)).text();
  expect(page).toContain("Pay £120.00");
  expect(page).not.toContain("<script");
  const back = await press(standing.payAddress, "pay");
  expect({ status: back.status, to: back.headers.get("location") }).toEqual({ status: 303, to: wanted.returnAddress });
  await expect.poll(() => received.length).toBe(1);
  const [message] = received;
  const verdict = message && verifyWebhook(secret, message, Date.now());
  expect(verdict).toMatchObject({
    ok: true,
    notice: { paymentId: standing.id, state: "paid", amount: 12_000, reference: "RPP-7K3M" },
  });
  expect(await payments.read(standing.id)).toMatchObject({ state: "paid" });
});

test("asking again with the same key is the same payment; with another amount it is refused", async () => {
  const first = await payments.request(wanted);
  expect((await payments.request(wanted)).id).toBe(first.id);
  await expect(payments.request({ ...wanted, amount: 1 })).rejects.toThrow("status 422");
  expect((await payments.request({ ...wanted, idempotencyKey: "case-2/pay/1" })).id).not.toBe(first.id);
});

test("pressing pay twice pays once; cancelling after paying changes nothing; nonsense is no choice", async () => {
  const { id, payAddress } = await payments.request(wanted);
  await press(payAddress, "nonsense");
  expect(await payments.read(id)).toMatchObject({ state: "waiting" });
  await Promise.all([press(payAddress, "pay"), press(payAddress, "pay"), press(payAddress, "cancel")]);
  const { state } = (await payments.read(id)) ?? {};
  await expect.poll(() => received.length).toBe(1);
  await press(payAddress, state === "paid" ? "cancel" : "pay");
  expect(await payments.read(id)).toMatchObject({ state });
  expect(received).toHaveLength(1);
});

test("a message is sent until it is acknowledged, across a restart of the provider, always with the same id", async () => {
  answerWith = 500;
  const { id, payAddress } = await payments.request(wanted);
  await press(payAddress, "pay");
  await expect.poll(() => received.length).toBeGreaterThan(0);
  await provider.close();
  answerWith = 200;
  await startProvider();
  await expect.poll(() => received.length).toBeGreaterThan(1);
  expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect(await payments.read(id)).toMatchObject({ state: "paid" });
});

test("forged, changed, old, future and unreadable messages are refused", () => {
  const now = Date.parse("2026-04-01T08:00:00Z");
  const body = JSON.stringify({
    type: "payment.paid",
    data: { id: "pay_1", amount: 12_000, currency: "GBP", reference: "R" },
  });
  const message = (
    change: { at?: number; body?: string; signed?: string; signature?: string; secret?: string } = {},
  ) => {
    const timestamp = Math.floor((change.at ?? now) / 1000);
    const signature =
      change.signature ??
      signWebhook(change.secret ?? secret, "msg_1", timestamp, change.signed ?? change.body ?? body);
    return {
      headers: { "webhook-id": "msg_1", "webhook-timestamp": String(timestamp), "webhook-signature": signature },
      body: change.body ?? body,
    };
  };
  expect(verifyWebhook(secret, message(), now)).toMatchObject({ ok: true });
  expect(
    verifyWebhook(secret, message({ signature: `v1,AAAA ${message().headers["webhook-signature"]}` }), now),
  ).toMatchObject({ ok: true });
  const refused: [string, ReturnType<typeof message>][] = [
    ["unsigned", message({ secret: `whsec_${Buffer.alloc(32, 8).toString("base64")}` })],
    ["unsigned", message({ body: body.replace("12000", "1"), signed: body })],
    ["unsigned", message({ signature: "" })],
    ["unsigned", message({ signature: "v1," })],
    ["unsigned", message({ signature: "v2,AAAA" })],
    ["too-old", message({ at: now - 6 * 60_000 })],
    ["too-old", message({ at: now + 6 * 60_000 })],
    ["not-understood", message({ body: "not json" })],
    ["not-understood", message({ body: '{"type":"payment.paid","data":{"id":"pay_1","amount":"12000"}}' })],
    ["not-understood", message({ body: body.replace("payment.paid", "payment.gone") })],
  ];
  for (const [why, one] of refused) expect(verifyWebhook(secret, one, now)).toEqual({ ok: false, why });
  expect(verifyWebhook(secret, { headers: {}, body }, now)).toEqual({ ok: false, why: "unsigned" });
  const short = "whsec_c2hvcnQ=";
  expect(() => createPayments({ address: "http://127.0.0.1:1", timeout: 1, key: "k", webhookSecret: short })).toThrow(
    "at least 16 bytes",
  );
  expect(verifyWebhook(short, message({ secret: short }), now)).toEqual({ ok: false, why: "unsigned" });
});

test("a wrong key, a provider that is away, and one that answers something else are unavailable", async () => {
  const wrong = createPayments({ address: provider.address, timeout: 500, key: "wrong", webhookSecret: secret });
  await expect(wrong.request(wanted)).rejects.toThrow("status 401");
  const away = createPayments({ address: "http://127.0.0.1:1", timeout: 500, key: "k", webhookSecret: secret });
  await expect(away.read("x")).rejects.toThrow("could not be reached");
  expect(await payments.read("no-such-payment")).toBeUndefined();
  const other = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(
      JSON.stringify({
        id: "1",
        state: "waiting",
        amount: 12_000,
        currency: "GBP",
        reference: "R",
        payAddress: "javascript:alert(1)",
      }),
    );
  });
  await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
  const bound = other.address();
  const address = `http://127.0.0.1:${bound && typeof bound === "object" ? bound.port : 0}`;
  const odd = createPayments({ address, timeout: 500, key: "k", webhookSecret: secret });
  await expect(odd.request(wanted)).rejects.toThrow("other than a payment");
  other.close();
  other.closeAllConnections();
});
