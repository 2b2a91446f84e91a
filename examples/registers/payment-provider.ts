// The payment provider: an interface to ask for payments, a hosted page to pay them, and signed messages about what happened.
// A real HTTP server that keeps its own durable record; no money moves.
import { createHash, randomBytes } from "node:crypto";
import path from "node:path";
import formbody from "@fastify/formbody";
import type { FastifyInstance } from "fastify";
import { pageHeaders } from "./page.ts";
import { Ledger } from "./payment/ledger.ts";
import { renderNoPayment, renderPayPage } from "./payment/pages.ts";
import type { Payment, PaymentRequest } from "./payment/payment.ts";
import { WebhookSender } from "./payment/webhook.ts";
import {
  createRegister,
  isStartedDirectly,
  listen,
  problem,
  type RegisterOptions,
  type RunningRegister,
  readRegisterArguments,
  readSecret,
  runUntilStopped,
} from "./register.ts";
import type { WebhookTarget } from "./webhook.ts";

/** Starts the provider. `data` is the folder of its record; `webhook` is where the caller hears about payments. */
export async function startPaymentProvider(
  options: RegisterOptions & { data: string; webhook: WebhookTarget },
): Promise<RunningRegister> {
  const ledger = new Ledger(path.join(options.data, "payments.jsonl"));
  const sender = new WebhookSender(ledger, options.webhook);
  const app = createRegister(options, (route) => route.startsWith("/pay/"));
  await app.register(formbody);
  addInterface(app, ledger);
  addPayPage(app, ledger, sender);
  app.addHook("onClose", async () => {
    sender.stop();
    ledger.close();
  });
  const running = await listen(app, options);
  sender.wake();
  return running;
}

const requestBody = {
  type: "object",
  required: ["amount", "currency", "reference", "description", "returnAddress"],
  additionalProperties: false,
  properties: {
    amount: { type: "integer", minimum: 1, maximum: 100_000_000 },
    currency: { type: "string", pattern: "^[A-Z]{3}$" },
    reference: { type: "string", minLength: 1, maxLength: 100 },
    description: { type: "string", minLength: 1, maxLength: 300 },
    returnAddress: { type: "string", pattern: "^https?://", maxLength: 2000 },
  },
};

/** POST /payments, once per Idempotency-Key however often it is sent, and GET /payments/{id}. */
function addInterface(app: FastifyInstance, ledger: Ledger): void {
  app.post<{ Body: PaymentRequest }>("/payments", { schema: { body: requestBody } }, async (request, reply) => {
    const key = request.headers["idempotency-key"];
    if (typeof key !== "string" || key === "") {
      return problem(
        reply,
        400,
        "Idempotency-Key is missing",
        "Send a key of your own that stays the same when you send this request again.",
      );
    }
    const fingerprint = createHash("sha256").update(JSON.stringify(request.body)).digest("hex");
    const before = ledger.findAsked(key);
    if (before && before.fingerprint !== fingerprint) {
      return problem(reply, 422, "Idempotency-Key was used for another payment", "Use a new key for a new payment.");
    }
    if (before) return before.payment;
    const id = `pay_${randomBytes(16).toString("base64url")}`;
    const payment: Payment = {
      id,
      state: "waiting",
      ...request.body,
      payAddress: `${request.protocol}://${request.host}/pay/${id}`,
      createdAt: new Date().toISOString(),
    };
    ledger.append({ entry: "created", payment, idempotencyKey: key, fingerprint });
    return reply.code(201).send(payment);
  });
  app.get<{ Params: { id: string } }>("/payments/:id", async (request, reply) => {
    return (
      ledger.find(request.params.id) ?? problem(reply, 404, "No such payment", "There is no payment with this id.")
    );
  });
}

/** The page to pay on. A payment that is finished stays as it is, whatever is sent again. */
function addPayPage(app: FastifyInstance, ledger: Ledger, sender: WebhookSender): void {
  app.get<{ Params: { id: string } }>("/pay/:id", async (request, reply) => {
    const payment = ledger.find(request.params.id);
    return reply
      .code(payment ? 200 : 404)
      .headers(pageHeaders)
      .send(payment ? renderPayPage(payment) : renderNoPayment());
  });
  app.post<{ Params: { id: string }; Body: { choice?: string } | undefined }>("/pay/:id", async (request, reply) => {
    const payment = ledger.find(request.params.id);
    if (!payment) return reply.code(404).headers(pageHeaders).send(renderNoPayment());
    const choice = request.body?.choice;
    if (payment.state === "waiting" && (choice === "pay" || choice === "cancel")) {
      const state = choice === "pay" ? "paid" : "cancelled";
      const webhookId = `msg_${randomBytes(16).toString("base64url")}`;
      ledger.append({ entry: "finished", id: payment.id, state, at: new Date().toISOString(), webhookId });
      sender.wake();
      return reply.redirect(payment.returnAddress, 303);
    }
    return reply.redirect(`/pay/${payment.id}`, 303);
  });
}

if (isStartedDirectly(import.meta.url)) {
  const { settings, data, ...where } = readRegisterArguments(4404, ["webhook"]);
  await runUntilStopped("Payment provider", () =>
    startPaymentProvider({
      ...where,
      key: readSecret("PAYMENT_KEY"),
      data: data ?? ".formwork/payments",
      webhook: {
        address: settings["webhook"] ?? "http://127.0.0.1:4400/webhooks/payment",
        secret: readSecret("PAYMENT_WEBHOOK_SECRET"),
      },
    }),
  );
}
