// A mail server that keeps every message instead of sending it on, with pages to read them.
// For trying things out only: it accepts any sender and shows any reader everything.
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import Fastify, { type FastifyInstance } from "fastify";
import PostalMime from "postal-mime";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";
import { html, pageHeaders, renderPage } from "./page.ts";
import { isStartedDirectly, listen, type RunningRegister, readRegisterArguments, runUntilStopped } from "./register.ts";

/** One caught message, as /messages.json lists it, newest first. */
export interface CaughtMessage {
  readonly id: string;
  /** When it came: "2026-04-01T08:41:00.000Z" */
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
}

/** A mail catcher that listens: `address` for pages, `smtp` for mail. */
export interface RunningMailCatcher extends RunningRegister {
  readonly smtp: string;
}

/** The oldest are forgotten, so that a catcher left running does not fill the memory. */
const mostMessages = 2000;
const mostBytes = 5 * 1024 * 1024;

/** Starts both servers. With `data`, messages are kept in that file (one JSON line each) and found again after a restart. */
export async function startMailCatcher(options: {
  port: number;
  smtpPort: number;
  host?: string;
  data?: string;
}): Promise<RunningMailCatcher> {
  const messages: CaughtMessage[] = options.data ? readKept(options.data) : [];
  const smtp = createSmtpServer((message) => {
    if (options.data) appendFileSync(options.data, `${JSON.stringify(message)}\n`);
    messages.unshift(message);
    messages.length = Math.min(messages.length, mostMessages);
  });
  const smtpPort = await new Promise<number>((resolve, reject) => {
    smtp.once("error", reject);
    smtp.listen(options.smtpPort, options.host ?? "127.0.0.1", () => {
      const bound: AddressInfo | string | null = smtp.server.address();
      resolve(bound && typeof bound === "object" ? bound.port : options.smtpPort);
    });
  });
  smtp.on("error", (error) => console.error("mail catcher:", error.message));
  const pages = await listen(createPages(messages), options);
  return {
    address: pages.address,
    smtp: `smtp://127.0.0.1:${smtpPort}`,
    close: async () => {
      await Promise.all([pages.close(), new Promise<void>((done) => smtp.close(done))]);
    },
  };
}

function readKept(file: string): CaughtMessage[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line)).reverse();
}

function createSmtpServer(keep: (message: CaughtMessage) => void): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    size: mostBytes,
    logger: false,
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map((receiver) => receiver.address);
      void readMessage(stream, to).then((message) => {
        keep(message);
        done();
      }, done);
    },
  });
}

async function readMessage(stream: SMTPServerDataStream, to: readonly string[]): Promise<CaughtMessage> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  if (stream.sizeExceeded) throw Object.assign(new Error("This message is too big."), { responseCode: 552 });
  const bytes = Buffer.concat(chunks);
  const mail = await PostalMime.parse(bytes);
  const at = new Date().toISOString();
  return {
    id: createHash("sha256").update(at).update(bytes).digest("hex").slice(0, 16),
    at,
    from: mail.from?.address ?? "",
    to,
    subject: mail.subject ?? "(no subject)",
    messageId: mail.messageId ?? "",
    text: mail.text ?? "",
  };
}

const look = { organisation: "Mail catcher", notice: "Test system: nothing is sent on", colour: "#5b2a63" };

function createPages(messages: readonly CaughtMessage[]): FastifyInstance {
  const app = Fastify({ forceCloseConnections: true });
  app.get("/health", async () => ({ status: "up" }));
  app.get("/messages.json", async () => messages);
  app.get("/", async (_request, reply) => reply.headers(pageHeaders).send(renderList(messages)));
  app.get<{ Params: { id: string } }>("/messages/:id", async (request, reply) => {
    const message = messages.find(({ id }) => id === request.params.id);
    if (!message) return reply.code(404).headers(pageHeaders).send(renderMissing());
    return reply.headers(pageHeaders).send(renderMessage(message));
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).headers(pageHeaders).send(renderMissing()));
  return app;
}

function renderList(messages: readonly CaughtMessage[]): string {
  const rows = messages.map(
    (message) =>
      html`<li><a href="/messages/${message.id}">${message.subject}</a><span class="soft">to ${message.to.join(", ")}, ${clockTime(message.at)}</span></li>`,
  );
  const list = html`<ul class="messages">${rows}</ul>`;
  const none = html`<p>No messages yet. Mail that a service sends appears here; load the page again to look.</p>`;
  return renderPage({ ...look, title: "Messages", body: html`<h1>Messages</h1>${messages.length > 0 ? list : none}` });
}

function renderMessage(message: CaughtMessage): string {
  return renderPage({
    ...look,
    title: message.subject,
    body: html`<p><a href="/">All messages</a></p><h1>${message.subject}</h1>
<dl><dt>From</dt><dd>${message.from}</dd><dt>To</dt><dd>${message.to.join(", ")}</dd><dt>Came at</dt><dd>${clockTime(message.at)}</dd><dt>Message-ID</dt><dd>${message.messageId}</dd></dl>
<pre>${message.text}</pre>`,
  });
}

function renderMissing(): string {
  return renderPage({
    ...look,
    title: "No such message",
    body: html`<h1>No such message</h1><p><a href="/">See all messages</a></p>`,
  });
}

function clockTime(at: string): string {
  return new Date(at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "medium" });
}

if (isStartedDirectly(import.meta.url)) {
  const { settings, port, host, data } = readRegisterArguments(4406, ["smtp-port"]);
  const smtpPort = Number(settings["smtp-port"] ?? 4405);
  await runUntilStopped("Mail catcher", () => startMailCatcher({ port, host, smtpPort, ...(data ? { data } : {}) }));
}
