// Tells the caller what became of a payment, signed in the Standard Webhooks form, again and again until it is acknowledged.
import { createHmac } from "node:crypto";
import type { Ledger } from "./ledger.ts";
import type { Notification, Payment } from "./payment.ts";

/** Where to tell, and the shared secret ("whsec_" and base64). */
export interface WebhookTarget {
  readonly address: string;
  readonly secret: string;
}

/** The signature header of the Standard Webhooks form, version 1: HMAC-SHA256 over "id.timestamp.body". */
export function signWebhook(secret: string, id: string, timestamp: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
}

/** Delivers whatever the ledger still owes. One try at a time; waits grow from half a second to half a minute. */
export class WebhookSender {
  readonly #ledger: Ledger;
  readonly #target: WebhookTarget;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #sending = false;
  #stopped = false;

  constructor(ledger: Ledger, target: WebhookTarget) {
    this.#ledger = ledger;
    this.#target = target;
  }

  /** Starts delivering now; harmless when it is under way. */
  wake(): void {
    if (this.#sending || this.#stopped) return;
    clearTimeout(this.#timer);
    this.#sending = true;
    void this.#sendAll().finally(() => {
      this.#sending = false;
      if (this.#ledger.undelivered().length > 0 && !this.#stopped) {
        this.#timer = setTimeout(() => this.wake(), Math.min(500 * 2 ** this.#failures, 30_000));
      }
    });
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** Tries each once: one that is refused must not keep the others from being heard. */
  async #sendAll(): Promise<void> {
    let failed = 0;
    for (const notification of this.#ledger.undelivered()) {
      const payment = this.#ledger.find(notification.paymentId);
      if (!payment || this.#stopped) return;
      if (await this.#send(notification, payment)) {
        this.#ledger.append({ entry: "delivered", webhookId: notification.webhookId, at: new Date().toISOString() });
      } else failed += 1;
    }
    this.#failures = failed > 0 ? this.#failures + 1 : 0;
  }

  async #send(notification: Notification, payment: Payment): Promise<boolean> {
    const { id, state, amount, currency, reference } = payment;
    const body = JSON.stringify({
      type: `payment.${state}`,
      timestamp: notification.at,
      data: { id, state, amount, currency, reference },
    });
    const timestamp = Math.floor(Date.now() / 1000);
    try {
      const response = await fetch(this.#target.address, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "webhook-id": notification.webhookId,
          "webhook-timestamp": String(timestamp),
          "webhook-signature": signWebhook(this.#target.secret, notification.webhookId, timestamp, body),
        },
        body,
        redirect: "error",
        signal: AbortSignal.timeout(5000),
      });
      await response.body?.cancel();
      return response.ok;
    } catch (error) {
      console.error(`webhook ${notification.webhookId} not delivered:`, error instanceof Error ? error.message : error);
      return false;
    }
  }
}
