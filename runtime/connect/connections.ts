// Everything outside the house in one value, as the worker and the server need it (work/effects.ts).
// Only wires the adapters together: each says for itself how it speaks to its system.
import type { Connections, Delivery, OutgoingMessage } from "../work/effects.ts";
import type { MailBinding, PaymentBinding, SourceBinding } from "./bindings.ts";
import { Unavailable } from "./http-call.ts";
import { createLetters, type WriteLetter } from "./letters.ts";
import { createMailer, type Mailer, Undeliverable } from "./mail.ts";
import { createPayments } from "./payment.ts";
import { createSources, type SourceSurroundings } from "./sources.ts";

/** What a deployment binds; the server's configuration is one of these. */
export interface ConnectionBindings {
  readonly sources: Readonly<Record<string, SourceBinding>>;
  readonly payment?: PaymentBinding;
  readonly mail?: MailBinding;
  /** The folder that letters are written into. */
  readonly letters: string;
}

/** The connections, and how to let go of them. */
export interface OpenConnections extends Connections {
  /** Closes connections that are kept open. */
  close(): void;
}

/**
 * Ready to reach everything that is bound. What is not bound is answered honestly: a source is unavailable, a payment is
 * tried again until a person sees it, a message is undeliverable, and what is shared is held.
 * Throws MappingProblem for a mapping that cannot be used.
 */
export function createConnections(bindings: ConnectionBindings, around: SourceSurroundings): OpenConnections {
  const payments = bindings.payment && createPayments(bindings.payment);
  const mailer = bindings.mail && createMailer(bindings.mail);
  const writeLetter = createLetters(bindings.letters);
  return {
    callSource: createSources(bindings.sources, around),
    async requestPayment(wanted) {
      if (!payments) throw new Unavailable("No payment provider is bound in the deployment file.");
      return payments.request(wanted);
    },
    async paymentState(providerId) {
      if (!payments) throw new Unavailable("No payment provider is bound in the deployment file.");
      return payments.read(providerId);
    },
    sendMessage: (message) => deliver(message, mailer, writeLetter),
    // Between agencies (runtime.md 6) is a room of its own; until a partner is bound, everything shared is held.
    shareWith: async () => "held",
    close: () => mailer?.close(),
  };
}

async function deliver(
  message: OutgoingMessage,
  mailer: Mailer | undefined,
  writeLetter: WriteLetter,
): Promise<Delivery> {
  switch (message.channel) {
    case "email":
      return deliverMail(message, mailer);
    case "letter": {
      const { name = "", address = [], ...letter } = message;
      await writeLetter({ ...letter, toName: name, toAddress: address });
      return { state: "handed-over" };
    }
    case "text-message":
      return { state: "undeliverable", why: "This installation has no way to send text messages." };
  }
}

async function deliverMail(message: OutgoingMessage, mailer: Mailer | undefined): Promise<Delivery> {
  if (!message.email) return { state: "undeliverable", why: "No e-mail address is known." };
  if (!mailer) return { state: "undeliverable", why: "No mail server is bound in the deployment file." };
  try {
    await mailer.send({ ...message, to: message.email });
    return { state: "handed-over" };
  } catch (error) {
    if (error instanceof Undeliverable)
      return { state: "undeliverable", why: "The mail server does not know the address." };
    throw error;
  }
}
