// The ledger across kills: half-written lines, a process ended in the middle, and what was acknowledged before.
import { spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Ledger } from "./ledger.ts";
import type { Payment } from "./payment.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ledger-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function payment(id: string): Payment {
  return {
    id,
    state: "waiting",
    amount: 100,
    currency: "GBP",
    reference: "R",
    description: "D",
    returnAddress: "http://127.0.0.1:9/",
    payAddress: "http://127.0.0.1:9/pay",
    createdAt: "2026-04-01T08:00:00Z",
  };
}

test("a line that was cut off is left out, and the next one is whole", () => {
  const file = path.join(folder, "payments.jsonl");
  const first = new Ledger(file);
  first.append({ entry: "created", payment: payment("a"), idempotencyKey: "ka", fingerprint: "f" });
  first.append({ entry: "finished", id: "a", state: "paid", at: "2026-04-01T08:01:00Z", webhookId: "m" });
  first.close();
  appendFileSync(file, '{"entry":"created","payment":{"id":"b","sta');
  const second = new Ledger(file);
  expect(second.find("a")?.state).toBe("paid");
  expect(second.find("b")).toBeUndefined();
  expect(second.undelivered().map(({ webhookId }) => webhookId)).toEqual(["m"]);
  second.append({ entry: "created", payment: payment("c"), idempotencyKey: "kc", fingerprint: "f" });
  second.close();
  const third = new Ledger(file);
  expect(third.findAsked("kc")?.payment.id).toBe("c");
  expect(third.findAsked("ka")?.payment.state).toBe("paid");
  third.close();
  for (const line of readFileSync(file, "utf8").trimEnd().split("\n")) expect(() => JSON.parse(line)).not.toThrow();
});

test("kill -9 of the provider right after an answer loses neither the payment nor that it was paid", async () => {
  const start = async () => {
    const script = path.join(import.meta.dirname, "../payment-provider.ts");
    const child = spawn(
      process.execPath,
      [script, "--port", "0", "--data", folder, "--webhook", "http://127.0.0.1:1/"],
      {
        env: {
          ...process.env,
          PAYMENT_KEY: "the-key",
          PAYMENT_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32).toString("base64")}`,
        },
        stdio: ["ignore", "pipe", "ignore"],
      },
    );
    for await (const chunk of child.stdout) {
      const address = /http:\S+/.exec(String(chunk))?.[0];
      if (address) return { child, address };
    }
    throw new Error("The provider printed no address.");
  };
  const first = await start();
  const asked = await fetch(`${first.address}/payments`, {
    method: "POST",
    headers: { authorization: "Bearer the-key", "idempotency-key": "k", "content-type": "application/json" },
    body: JSON.stringify({
      amount: 100,
      currency: "GBP",
      reference: "R",
      description: "D",
      returnAddress: "http://127.0.0.1:9/",
    }),
  });
  const { id, payAddress } = JSON.parse(await asked.text());
  await fetch(payAddress, { method: "POST", body: new URLSearchParams({ choice: "pay" }), redirect: "manual" });
  first.child.kill("SIGKILL");
  await new Promise((done) => first.child.once("close", done));
  const second = await start();
  const read = await fetch(`${second.address}/payments/${id}`, { headers: { authorization: "Bearer the-key" } });
  expect(JSON.parse(await read.text())).toMatchObject({ id, state: "paid", amount: 100 });
  second.child.kill("SIGKILL");
  await new Promise((done) => second.child.once("close", done));
});
