// One message to whoever asked to be told, in the Standard Webhooks form.
import { createHmac } from "node:crypto";

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

/** True when it was acknowledged. What went wrong is written down; the caller tries again. */
export async function deliverWebhook({ address, secret }: WebhookTarget, id: string, body: string): Promise<boolean> {
  const timestamp = Math.floor(Date.now() / 1000);
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "webhook-id": id,
        "webhook-timestamp": String(timestamp),
        "webhook-signature": signWebhook(secret, id, timestamp, body),
      },
      body,
      redirect: "error",
      signal: AbortSignal.timeout(5000),
    });
    await response.body?.cancel();
    if (!response.ok) console.error(`webhook ${id} not taken: status ${response.status}`);
    return response.ok;
  } catch (error) {
    console.error(`webhook ${id} not delivered:`, error instanceof Error ? error.message : error);
    return false;
  }
}
