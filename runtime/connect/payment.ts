// Asks the payment provider for payments and how they stand. A request is repeatable: its idempotency key makes it one payment.
import type { PaymentBinding } from "./bindings.ts";
import { call, Unavailable } from "./http-call.ts";
import { problemOfWebhookSecret } from "./webhook.ts";

/** What is to be paid. `amount` is a whole number of the smallest coin. */
export interface PaymentWanted {
  /** Stays the same however often this is asked: one key, one payment. */
  readonly idempotencyKey: string;
  readonly amount: number;
  /** ISO 4217, "GBP" */
  readonly currency: string;
  /** The case's number; no personal data. */
  readonly reference: string;
  /** Read by the payer on the provider's page. */
  readonly description: string;
  /** Where the payer's browser goes back to. */
  readonly returnAddress: string;
}

/** How a payment stands at the provider. */
export interface PaymentStanding {
  readonly id: string;
  readonly state: "waiting" | "paid" | "cancelled";
  readonly amount: number;
  readonly currency: string;
  readonly reference: string;
  /** Where to send the payer. */
  readonly payAddress: string;
}

/** The provider, as cases need it. All throw Unavailable when it does not answer or answers something else. */
export interface Payments {
  request(wanted: PaymentWanted): Promise<PaymentStanding>;
  /** undefined: the provider knows no such payment. */
  read(id: string): Promise<PaymentStanding | undefined>;
}

/** The payment provider that the deployment binds. Throws RangeError for a webhook secret that cannot be used. */
export function createPayments(binding: PaymentBinding): Payments {
  const secretProblem = problemOfWebhookSecret(binding.webhookSecret);
  if (secretProblem) throw new RangeError(`payment.webhookSecret: ${secretProblem}`);
  return {
    async request({ idempotencyKey, ...body }) {
      const { status, json } = await call(binding, {
        method: "POST",
        path: "/payments",
        body,
        headers: { "idempotency-key": idempotencyKey },
        repeatable: true,
      });
      if (status >= 400) throw new Unavailable(`refused to take a payment, with status ${status}`);
      const standing = readStanding(json, binding.address);
      if (standing.amount !== body.amount || standing.currency !== body.currency) {
        throw new Unavailable("made a payment of another amount than asked");
      }
      return standing;
    },
    async read(id) {
      const { status, json } = await call(binding, { method: "GET", path: `/payments/${encodeURIComponent(id)}` });
      if (status === 404) return undefined;
      if (status >= 400) throw new Unavailable(`refused to tell of a payment, with status ${status}`);
      return readStanding(json, binding.address);
    },
  };
}

function readStanding(json: unknown, address: string): PaymentStanding {
  const { id, state, amount, currency, reference, payAddress } = fieldsOf(json);
  const known = state === "waiting" || state === "paid" || state === "cancelled";
  const whole =
    typeof id === "string" &&
    typeof amount === "number" &&
    typeof currency === "string" &&
    typeof reference === "string";
  if (!known || !whole || typeof payAddress !== "string" || !isPayPage(payAddress, address)) {
    throw new Unavailable("answered something other than a payment");
  }
  return { id, state, amount, currency, reference, payAddress };
}

/** A browser is sent there: never to javascript:, never from an encrypted provider to an open page. */
function isPayPage(payAddress: string, address: string): boolean {
  const page = URL.parse(payAddress);
  return page !== null && (page.protocol === "https:" || page.protocol === URL.parse(address)?.protocol);
}

function fieldsOf(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === "object" && json !== null ? { ...json } : {};
}
