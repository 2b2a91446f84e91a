// Sends a message by e-mail. Sending is "at least once": a repeat carries the same Message-ID, by which mailboxes know it.
import { createHash } from "node:crypto";
import { createTransport } from "nodemailer";
import type { MailBinding } from "./bindings.ts";
import { Unavailable } from "./http-call.ts";

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
  /** Throws Unavailable when the server did not take the message; it may be sent again. */
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
        const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
        throw new Unavailable(`the mail server did not take the message${code}`);
      }
      return { messageId };
    },
    close: () => transport.close(),
  };
}

/** "<…@ashby.example>": the same for the same key, and telling nothing about it. */
export function messageIdOf(idempotencyKey: string, from: string): string {
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? "localhost";
  return `<${createHash("sha256").update(idempotencyKey).digest("hex").slice(0, 32)}@${domain}>`;
}
