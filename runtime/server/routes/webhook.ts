// The payment provider's notices: checked by signature, taken in once, answered so that the provider knows whether to send again.
import type { FastifyInstance } from "fastify";
import { verifyWebhook } from "../../connect/webhook.ts";
import type { Installation } from "../installation.ts";

/** Registers /webhooks/payment, in a scope of its own because the signature is over the bytes as they came. */
export function addWebhookRoutes(server: FastifyInstance, installation: Installation): void {
  const { payment } = installation.configuration;
  if (!payment) return;
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "string", bodyLimit: 64_000 }, (_request, body, done) =>
      done(null, body),
    );
    scope.post("/webhooks/payment", async (request, reply) => {
      const body = typeof request.body === "string" ? request.body : "";
      const verdict = verifyWebhook(
        payment.webhookSecret,
        { headers: request.headers, body },
        installation.wallClock(),
      );
      if (!verdict.ok) {
        request.log.warn({ why: verdict.why }, "a payment notice was refused");
        return reply.code(verdict.why === "not-understood" ? 422 : 401).send({ status: "refused" });
      }
      const { paymentId, state, amount } = verdict.notice;
      const outcome = await installation.commands.paymentNotice({ providerId: paymentId, state, amount });
      if (outcome.ok) return reply.code(204).send();
      request.log.warn({ code: outcome.refused.code }, "a payment notice did not fit");
      // The notice may have been faster than our own record of the payment: the provider sends it again.
      return reply
        .code(
          outcome.refused.code === "no-such-payment" ? 404 : outcome.refused.code === "changed-meanwhile" ? 503 : 200,
        )
        .send({ status: outcome.refused.code });
    });
  });
}
