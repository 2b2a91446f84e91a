// The payment provider's notices, what sources announce and what they say has changed: checked by signature, taken in once, answered so that the sender knows
// whether to send again.
import type { FastifyInstance } from "fastify";
import { verifyAnnouncement, verifyChange, verifyWebhook } from "../../connect/webhook.ts";
import type { Installation } from "../installation.ts";

/** Registers them, in a scope of their own because the signature is over the bytes as they came. */
export function addWebhookRoutes(server: FastifyInstance, installation: Installation): void {
  const { payment } = installation.configuration;
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "string", bodyLimit: 64_000 }, (_request, body, done) =>
      done(null, body),
    );
    addAnnouncements(scope, installation);
    addChanges(scope, installation);
    if (!payment) return;
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

/** POST /webhooks/announcements/<source>: `{ "type": "judgment", "data": { "reference": "<case number>", "values": { … } } }`. */
function addAnnouncements(scope: FastifyInstance, installation: Installation): void {
  scope.post<{ Params: { source: string } }>("/webhooks/announcements/:source", async (request, reply) => {
    const { source } = request.params;
    const body = typeof request.body === "string" ? request.body : "";
    const verdict = verifyAnnouncement(
      secretOf(installation, source),
      { headers: request.headers, body },
      installation.wallClock(),
    );
    if (!verdict.ok) {
      request.log.warn({ why: verdict.why }, "an announcement was refused");
      return reply.code(verdict.why === "not-understood" ? 422 : 401).send({ status: "refused" });
    }
    const { webhookId: messageId, name, reference, values } = verdict.notice;
    const outcome = await installation.commands.announce({ source, name, reference, messageId, values });
    if (outcome.ok) return reply.code(204).send();
    const { code } = outcome.refused;
    request.log.warn({ code }, "an announcement did not fit");
    return reply.code(code === "no-such-case" ? 404 : code === "changed-meanwhile" ? 503 : 422).send({ status: code });
  });
}

/** Bytes: a key is short, and nothing else is wanted. */
const mostOfChange = 4_096;

/**
 * POST /webhooks/changes/<source>: `{ "type": "changed", "data": { "key": { "registration": "EK68RWT" } } }`. The answer never says whether a licence
 * here hangs on that key: a register learns nothing of who has one.
 */
function addChanges(scope: FastifyInstance, installation: Installation): void {
  const options = { bodyLimit: mostOfChange };
  scope.post<{ Params: { source: string } }>("/webhooks/changes/:source", options, async (request, reply) => {
    const { source } = request.params;
    const body = typeof request.body === "string" ? request.body : "";
    const verdict = verifyChange(
      secretOf(installation, source),
      { headers: request.headers, body },
      installation.wallClock(),
    );
    if (!verdict.ok) {
      request.log.warn({ why: verdict.why }, "news of a change was refused");
      return reply.code(verdict.why === "not-understood" ? 422 : 401).send({ status: "refused" });
    }
    const { webhookId: messageId, key } = verdict.notice;
    await installation.commands.registerChanged({ source, messageId, key });
    return reply.code(204).send();
  });
}

/** With which a source signs; empty, and so no signature fits, for a source that is not named in the deployment file. */
function secretOf({ configuration: { announcements } }: Installation, source: string): string {
  return (Object.hasOwn(announcements, source) ? announcements[source] : undefined)?.webhookSecret ?? "";
}
