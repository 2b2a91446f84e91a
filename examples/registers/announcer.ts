// Tells whoever asked for it that something changed: which key, and nothing of what stands under it. Signed in the Standard Webhooks form, sent
// again until it is acknowledged. What is owed is kept in memory only: a register that restarts says nothing of what was before.
import { randomUUID } from "node:crypto";
import { deliverWebhook, type WebhookTarget } from "./webhook.ts";

interface Owed {
  readonly id: string;
  readonly body: string;
}

/** Milliseconds between tries: they grow from half a second to half a minute. */
const firstWait = 500;
const longestWait = 30_000;

/** Sends what is owed, one after the other. */
export class Announcer {
  readonly #target: WebhookTarget;
  readonly #owed: Owed[] = [];
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #sending = false;
  #stopped = false;

  constructor(target: WebhookTarget) {
    this.#target = target;
  }

  /** Something changed under this key: `{ registration: "EK68RWT" }`. */
  announce(key: Readonly<Record<string, string>>): void {
    const body = JSON.stringify({ type: "changed", timestamp: new Date().toISOString(), data: { key } });
    this.#owed.push({ id: `change_${randomUUID()}`, body });
    this.#wake();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #wake(): void {
    if (this.#sending || this.#stopped) return;
    clearTimeout(this.#timer);
    this.#sending = true;
    void this.#sendAll().finally(() => {
      this.#sending = false;
      if (this.#owed.length === 0 || this.#stopped) return;
      this.#timer = setTimeout(() => this.#wake(), Math.min(firstWait * 2 ** this.#failures, longestWait));
    });
  }

  async #sendAll(): Promise<void> {
    for (let first = this.#owed[0]; first && !this.#stopped; first = this.#owed[0]) {
      if (!(await deliverWebhook(this.#target, first.id, first.body))) {
        this.#failures += 1;
        return;
      }
      this.#failures = 0;
      this.#owed.shift();
    }
  }
}
