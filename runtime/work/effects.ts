// The ways out of the house, as the worker needs them: an interface that connect embodies. Shapes only.
import type { Name, Service } from "#contract";
import type { Answers, Fetched } from "#contract/facts.ts";

/** A payment at the provider. */
export interface ProviderPayment {
  readonly id: string;
  readonly state: "waiting" | "paid" | "cancelled";
  readonly amount: number;
  readonly currency: string;
  readonly payAddress: string;
}

/** A message to one person by one channel, filled in and in their language. */
export interface OutgoingMessage {
  readonly idempotencyKey: string;
  readonly channel: "email" | "letter" | "text-message";
  /** Absent where the person's identity gave none: an e-mail is then refused as undeliverable. */
  readonly email?: string;
  readonly phone?: string;
  readonly name?: string;
  /** Lines of the address for a letter. */
  readonly address?: readonly string[];
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  readonly language: string;
  /** The day on the letter: "2026-04-01". */
  readonly date: string;
}

/** handed-over: the next in line has it. undeliverable: trying again will not help. A rejected promise means: try again. */
export type Delivery = { readonly state: "handed-over" } | { readonly state: "undeliverable"; readonly why: string };

/** What another agency is given: only the declared values. */
export interface Shared {
  readonly idempotencyKey: string;
  readonly partner: Name;
  readonly service: Name;
  readonly caseNumber: string;
  readonly values: Answers;
  readonly because?: string;
  readonly at: string;
}

/** Everything outside the house. Rejected promises mean "try again later". */
export interface Connections {
  callSource(request: {
    readonly service: Service;
    readonly source: Name;
    readonly operation: Name;
    readonly using: Answers;
  }): Promise<Fetched>;
  /** Repeating with the same key gives the same payment. */
  requestPayment(request: {
    readonly idempotencyKey: string;
    readonly amount: number;
    readonly currency: string;
    /** The case's number. */
    readonly reference: string;
    readonly description: string;
    readonly returnAddress: string;
  }): Promise<ProviderPayment>;
  paymentState(providerId: string): Promise<ProviderPayment | undefined>;
  sendMessage(message: OutgoingMessage): Promise<Delivery>;
  /** "held": the deployment has no address for this partner; the runtime keeps it for administrators. */
  shareWith(shared: Shared): Promise<"handed-over" | "held">;
}
