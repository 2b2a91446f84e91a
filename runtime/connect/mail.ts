// Sends a message by e-mail. Sending is "at least once": a repeat carries the same Message-ID, by which mailboxes know it.
import { createHash } from "node:crypto";
import { createTransport } from "nodemailer";
import type { MailBinding } from "./bindings.ts";
import { Unavailable } from "./http-call.ts";

/** The mail server will never take this message: the address does not exist, or is none. Sending again is of no use. */
export class Undeliverable extends Error {
  override readonly name = "Undeliverable";
}

/** One message to one person. */
export interface Mail {
  /** Stays the same however often this message is sent. */
  readonly idempotencyKey: string;
  readonly to: string;
  readonly subject: string;
  /** Plain text; lines as they should stand. */
  readonly text: string;
  /** BCP 47, "cy" */
  readonly language?: string;
}

/** The mail server, as messages need it. */
export interface Mailer {
  /** Throws Unavailable when the server did not take the message and may later, Undeliverable when it never will. */
  send(mail: Mail): Promise<{ readonly messageId: string }>;
  /** Closes connections that are kept open. */
  close(): void;
}

/** The mail server that the deployment binds. */
export function createMailer(binding: MailBinding, timeout = 10_000): Mailer {
  const server = new URL(binding.smtp);
  const transport = createTransport({
    host: server.hostname,
    port: Number(server.port || (server.protocol === "smtps:" ? 465 : 587)),
    secure: server.protocol === "smtps:",
    ...(server.username
      ? { auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) } }
      : {}),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    // A message's text is ours and holds no files: nodemailer need not reach for disk or network.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ idempotencyKey, to, subject, text, language }) {
      const messageId = messageIdOf(idempotencyKey, binding.from);
      try {
        await transport.sendMail({
          from: binding.from,
          // An object, not text: an address with a comma in it must not become two receivers.
          to: { name: "", address: to },
          subject: subject.replaceAll(/\s+/g, " "),
          text,
          messageId,
          headers: {
            "Auto-Submitted": "auto-generated",
            ...(language ? { "Content-Language": language } : {}),
          },
        });
      } catch (error) {
        throw refusalOf(error);
      }
      return { messageId };
    },
    close: () => transport.close(),
  };
}

/** SMTP answers 5xx for good and 4xx for now (RFC 5321, 4.2.1). The server's words may quote the address, so they stay here. */
function refusalOf(error: unknown): Error {
  const { code, responseCode, command } = fieldsOf(error);
  const about = typeof responseCode === "number" ? ` (${responseCode})` : typeof code === "string" ? ` (${code})` : "";
  const forGood = typeof responseCode === "number" && responseCode >= 500 && command === "RCPT TO";
  const nobody = code === "EENVELOPE" && responseCode === undefined;
  if (forGood || nobody) return new Undeliverable(`the mail server does not know the address${about}`);
  return new Unavailable(`the mail server did not take the message${about}`);
}

function fieldsOf(error: unknown): Readonly<Record<string, unknown>> {
  if (typeof error !== "object" || error === null) return {};
  const part = (name: string) => (name in error ? Reflect.get(error, name) : undefined);
  return { code: part("code"), responseCode: part("responseCode"), command: part("command") };
}

/** "<…@ashby.example>": the same for the same key, and telling nothing about it. */
export function messageIdOf(idempotencyKey: string, from: string): string {
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? "localhost";
  return `<${createHash("sha256").update(idempotencyKey).digest("hex").slice(0, 32)}@${domain}>`;
}
