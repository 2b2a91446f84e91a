// The payments and what happened to them, kept in one append-only file that is on the disk before anybody is answered.
// A kill at any moment loses nothing that was answered; a half-written last line is left out when the file is read again.
import { closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import path from "node:path";
import type { Entry, Notification, Payment } from "./payment.ts";

/** A payment found by the idempotency key it was asked for with. */
export interface Asked {
  readonly payment: Payment;
  /** Of the request's body: the same key with another body is a mistake of the caller. */
  readonly fingerprint: string;
}

export class Ledger {
  readonly #payments = new Map<string, Payment>();
  readonly #asked = new Map<string, { id: string; fingerprint: string }>();
  readonly #undelivered = new Map<string, Notification>();
  readonly #file: number;

  /** Opens the ledger in this file, which is made when it is not there. */
  constructor(file: string) {
    mkdirSync(path.dirname(file), { recursive: true });
    const kept = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
    const whole = kept.subarray(0, kept.lastIndexOf(0x0a) + 1);
    for (const line of whole.toString("utf8").split("\n").filter(Boolean)) this.#apply(JSON.parse(line));
    this.#file = openSync(file, "a");
    if (whole.length < kept.length) ftruncateSync(this.#file, whole.length);
  }

  /** Writes the entry durably, then lets it count. */
  append(entry: Entry): void {
    writeSync(this.#file, `${JSON.stringify(entry)}\n`);
    fsyncSync(this.#file);
    this.#apply(entry);
  }

  find(id: string): Payment | undefined {
    return this.#payments.get(id);
  }

  /** The payment that was asked for with this idempotency key, if any. */
  findAsked(idempotencyKey: string): Asked | undefined {
    const asked = this.#asked.get(idempotencyKey);
    const payment = asked && this.#payments.get(asked.id);
    return asked && payment && { payment, fingerprint: asked.fingerprint };
  }

  /** What the caller has not yet acknowledged, oldest first. */
  undelivered(): Notification[] {
    return [...this.#undelivered.values()];
  }

  close(): void {
    closeSync(this.#file);
  }

  #apply(entry: Entry): void {
    if (entry.entry === "created") {
      this.#payments.set(entry.payment.id, entry.payment);
      this.#asked.set(entry.idempotencyKey, { id: entry.payment.id, fingerprint: entry.fingerprint });
    } else if (entry.entry === "finished") {
      const payment = this.#payments.get(entry.id);
      if (payment) this.#payments.set(entry.id, { ...payment, state: entry.state, finishedAt: entry.at });
      this.#undelivered.set(entry.webhookId, { webhookId: entry.webhookId, paymentId: entry.id, at: entry.at });
    } else {
      this.#undelivered.delete(entry.webhookId);
    }
  }
}
