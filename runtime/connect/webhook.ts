// Whether a message that claims to come from the payment provider does: signature, age, and never the same one twice.
// Standard Webhooks form: HMAC-SHA256 over "id.timestamp.body", https://www.standardwebhooks.com
import { createHmac, timingSafeEqual } from "node:crypto";

/** A message as it came: the body exactly as received, before any parsing. */
export interface ReceivedWebhook {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A payment provider's message that was checked. */
export interface PaymentNotice {
  /** The message's own id: take each in once (the store's inbox), whatever is sent again. */
  readonly webhookId: string;
  readonly paymentId: string;
  readonly state: "paid" | "cancelled";
  readonly amount: number;
  readonly currency: string;
  readonly reference: string;
}

/** What a source announces about a case, as it came and was checked. */
export interface AnnouncedNotice {
  readonly webhookId: string;
  /** What is announced: "judgment". */
  readonly name: string;
  /** The case's number. */
  readonly reference: string;
  /** Held to what the service says the source gives, later. */
  readonly values: unknown;
}

/** That something changed in a register, as it came and was checked: under which key, and nothing of what stands there. */
export interface ChangeNotice {
  readonly webhookId: string;
  /** By the names of what an operation needs: `{ registration: "EK68RWT" }`. */
  readonly key: Readonly<Record<string, string | number | boolean>>;
}

/** Why a message is refused. `unsigned` covers missing and wrong signatures alike: a forger learns nothing. */
export type WebhookVerdict<Notice = PaymentNotice> =
  | { readonly ok: true; readonly notice: Notice }
  | { readonly ok: false; readonly why: "unsigned" | "too-old" | "not-understood" };

/** Says what is wrong with a secret for signed messages, or nothing. With too short a secret every message would be refused. */
export function problemOfWebhookSecret(secret: string): string | undefined {
  if (keyOf(secret).length >= leastKeyBytes) return undefined;
  return `It must be "whsec_" and at least ${leastKeyBytes} bytes in base64, for example whsec_$(openssl rand -base64 32).`;
}

const leastKeyBytes = 16;

function keyOf(secret: string): Buffer {
  return Buffer.from(secret.replace(/^whsec_/, ""), "base64");
}

/** How far the sender's clock may be from ours, in seconds; older messages may be replays. */
const tolerance = 5 * 60;

/** Checks a payment notice. `now` is milliseconds since 1970. Replays within the tolerance are caught by `webhookId` in the inbox. */
export function verifyWebhook(secret: string, received: ReceivedWebhook, now: number): WebhookVerdict {
  return verify(secret, received, now, readNotice);
}

/** Checks what a source announces: signed in the same way. */
export function verifyAnnouncement(
  secret: string,
  received: ReceivedWebhook,
  now: number,
): WebhookVerdict<AnnouncedNotice> {
  return verify(secret, received, now, readAnnouncement);
}

/** Checks that a source tells of a change: signed in the same way. */
export function verifyChange(secret: string, received: ReceivedWebhook, now: number): WebhookVerdict<ChangeNotice> {
  return verify(secret, received, now, readChange);
}

function verify<Notice>(
  secret: string,
  received: ReceivedWebhook,
  now: number,
  read: (webhookId: string, body: string) => Notice | undefined,
): WebhookVerdict<Notice> {
  const id = one(received.headers["webhook-id"]);
  const timestamp = one(received.headers["webhook-timestamp"]);
  const signatures = one(received.headers["webhook-signature"]);
  if (!id || id.length > 200 || !/^\d{1,12}$/.test(timestamp)) return { ok: false, why: "unsigned" };
  if (!isSigned(secret, `${id}.${timestamp}.${received.body}`, signatures)) return { ok: false, why: "unsigned" };
  if (Math.abs(now / 1000 - Number(timestamp)) > tolerance) return { ok: false, why: "too-old" };
  const notice = read(id, received.body);
  return notice ? { ok: true, notice } : { ok: false, why: "not-understood" };
}

/** Several signatures stand in one header, parted by spaces, while a secret is changed. */
function isSigned(secret: string, signed: string, signatures: string): boolean {
  const key = keyOf(secret);
  if (key.length < leastKeyBytes) return false;
  const expected = createHmac("sha256", key).update(signed).digest();
  return signatures
    .split(" ", 10)
    .filter((signature) => signature.startsWith("v1,"))
    .map((signature) => Buffer.from(signature.slice(3), "base64"))
    .some((given) => given.length === expected.length && timingSafeEqual(given, expected));
}

function readNotice(webhookId: string, body: string): PaymentNotice | undefined {
  const { type, data } = fieldsOf(parse(body));
  const { id, amount, currency, reference } = fieldsOf(data);
  const state = type === "payment.paid" ? "paid" : type === "payment.cancelled" ? "cancelled" : undefined;
  const whole =
    typeof id === "string" &&
    Number.isSafeInteger(amount) &&
    typeof currency === "string" &&
    typeof reference === "string";
  if (!state || !whole || typeof amount !== "number") return undefined;
  return { webhookId, paymentId: id, state, amount, currency, reference };
}

function readAnnouncement(webhookId: string, body: string): AnnouncedNotice | undefined {
  const { type, data } = fieldsOf(parse(body));
  const { reference, values } = fieldsOf(data);
  if (typeof type !== "string" || typeof reference !== "string") return undefined;
  return { webhookId, name: type, reference, values };
}

/** More parts than this has no key of a register. */
const mostKeyParts = 5;

/** Whatever else a register would tell here is not wanted: a message that says more than a key is refused, so that nobody gets used to it. */
function readChange(webhookId: string, body: string): ChangeNotice | undefined {
  const { type, data } = fieldsOf(parse(body));
  const { key, ...more } = fieldsOf(data);
  const parts = Object.entries(fieldsOf(key));
  const read = parts.flatMap(([need, value]) => (isKeyPart(value) ? [[need, value] as const] : []));
  const isWhole = read.length === parts.length && read.length > 0 && read.length <= mostKeyParts;
  if (type !== "changed" || Object.keys(more).length > 0 || !isWhole) return undefined;
  return { webhookId, key: Object.fromEntries(read) };
}

function isKeyPart(value: unknown): value is string | number | boolean {
  return (typeof value === "string" && value.length <= 200) || typeof value === "number" || typeof value === "boolean";
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // Signed by the provider and yet not JSON: "not-understood", which the caller reports.
    return undefined;
  }
}

function fieldsOf(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === "object" && json !== null ? { ...json } : {};
}

function one(header: string | string[] | undefined): string {
  return typeof header === "string" ? header : "";
}
