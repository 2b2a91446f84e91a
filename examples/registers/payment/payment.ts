// What a payment is at the payment provider, and which changes of it are possible. No disk, no network.

/** How a payment stands. */
export type PaymentState = "waiting" | "paid" | "cancelled";

/** A payment as the provider's interface answers it. Amounts are whole numbers of the smallest coin: 12000 is £120.00. */
export interface Payment {
  readonly id: string;
  readonly state: PaymentState;
  readonly amount: number;
  /** ISO 4217, "GBP" */
  readonly currency: string;
  /** The caller's own name for what is paid, "RPP-7K3M-2Q". */
  readonly reference: string;
  readonly description: string;
  /** Where the payer's browser goes back to. */
  readonly returnAddress: string;
  /** Where the payer pays. */
  readonly payAddress: string;
  readonly createdAt: string;
  readonly finishedAt?: string;
}

/** What a caller asks for. */
export type PaymentRequest = Pick<Payment, "amount" | "currency" | "reference" | "description" | "returnAddress">;

/** One line of the provider's file: everything that ever happened, in order. */
export type Entry =
  | {
      readonly entry: "created";
      readonly payment: Payment;
      readonly idempotencyKey: string;
      readonly fingerprint: string;
    }
  | {
      readonly entry: "finished";
      readonly id: string;
      readonly state: "paid" | "cancelled";
      readonly at: string;
      readonly webhookId: string;
    }
  | { readonly entry: "delivered"; readonly webhookId: string; readonly at: string };

/** A message about a payment that the caller must still hear. */
export interface Notification {
  readonly webhookId: string;
  readonly paymentId: string;
  readonly at: string;
}

/** The amount as people read it: "£120.00". */
export function showAmount(amount: number, currency: string): string {
  const format = new Intl.NumberFormat("en-GB", { style: "currency", currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
