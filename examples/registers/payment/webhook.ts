// Tells the caller what became of a payment, signed in the Standard Webhooks form, again and again until it is acknowledged.
import { deliverWebhook, type WebhookTarget } from "../webhook.ts";
import type { Ledger } from "./ledger.ts";
import type { Notification, Payment } from "./payment.ts";

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
    return deliverWebhook(this.#target, notification.webhookId, body);
  }
}
