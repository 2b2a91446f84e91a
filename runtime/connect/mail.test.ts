// Sends mail to the real mail catcher over SMTP, and writes letters to a real folder.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type CaughtMessage,
  type RunningMailCatcher,
  startMailCatcher,
} from "../../examples/registers/mail-catcher.ts";
import { createConnections } from "./connections.ts";
import { createLetters } from "./letters.ts";
import { createMailer, messageIdOf } from "./mail.ts";

const from = "Ashby City Council <permits@ashby.example>";
let catcher: RunningMailCatcher;

beforeAll(async () => {
  catcher = await startMailCatcher({ port: 0, smtpPort: 0 });
});
afterAll(() => catcher.close());

async function messages(): Promise<CaughtMessage[]> {
  const response = await fetch(`${catcher.address}/messages.json`);
  return JSON.parse(await response.text());
}

const mail = {
  idempotencyKey: "case-1/permit-ready/email",
  to: "rhian.ellis@mail.example",
  subject: "Mae eich trwydded yn barod: ŵ ŷ",
  text: "Helo Rhian Ellis.\nYou paid £120.00.\n\n.\nA line with one dot stands above.",
  language: "cy",
};

test("a message arrives as it was written, and its double carries the same Message-ID", async () => {
  const mailer = createMailer({ smtp: catcher.smtp, from });
  const { messageId } = await mailer.send(mail);
  await mailer.send(mail);
  mailer.close();
  const [second, first] = await messages();
  expect(first).toMatchObject({ from: "permits@ashby.example", to: [mail.to], subject: mail.subject, messageId });
  expect(first?.text.trim()).toBe(mail.text);
  expect(second?.messageId).toBe(messageId);
  expect(messageId).toBe(messageIdOf(mail.idempotencyKey, from));
  expect(messageId).toMatch(/^<[0-9a-f]{32}@ashby\.example>$/);
});

test("the pages show what came, as text: markup in a message stays words", async () => {
  const mailer = createMailer({ smtp: catcher.smtp, from });
  await mailer.send({ ...mail, idempotencyKey: "2", subject: "<b>Bold</b>", text: "<script>alert(1)</script>" });
  mailer.close();
  const [newest] = await messages();
  const list = await (await fetch(catcher.address)).text();
  expect(list).toContain("&lt;b&gt;Bold&lt;/b&gt;");
  const page = await (await fetch(`${catcher.address}/messages/${newest?.id}`)).text();
  expect(page).toContain("&lt;script&gt;");
  expect(page).not.toContain("<script");
  expect((await fetch(`${catcher.address}/messages/none`)).status).toBe(404);
});

test("a line break in a subject or an address makes no second header and no second receiver", async () => {
  const mailer = createMailer({ smtp: catcher.smtp, from });
  await mailer.send({ ...mail, idempotencyKey: "3", subject: "Hello\r\nBcc: other@mail.example" });
  const [newest] = await messages();
  expect(newest).toMatchObject({ to: [mail.to], subject: "Hello Bcc: other@mail.example" });
  await mailer.send({ ...mail, idempotencyKey: "4", to: "a@mail.example, b@mail.example" }).catch(() => undefined);
  const [last] = await messages();
  expect(last?.to.length).toBe(1);
  mailer.close();
});

test("a message too big for the catcher is refused, and the next one is taken", async () => {
  const mailer = createMailer({ smtp: catcher.smtp, from });
  const line = `${"x".repeat(70)}\n`;
  await expect(mailer.send({ ...mail, idempotencyKey: "big", text: line.repeat(90_000) })).rejects.toThrow("(552)");
  await mailer.send({ ...mail, idempotencyKey: "small" });
  mailer.close();
  const [newest] = await messages();
  expect(newest?.messageId).toBe(messageIdOf("small", from));
});

test("an address that the mail server refuses for good is undeliverable; one it refuses for now may be tried again", async () => {
  const { SMTPServer } = await import("smtp-server");
  const picky = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, done) {
      const refusal = new Error(`no room for ${address}`);
      done(Object.assign(refusal, { responseCode: address.startsWith("gone") ? 550 : 451 }));
    },
  });
  const port = await new Promise<number>((done) => {
    const server = picky.listen(0, "127.0.0.1", () => {
      const bound = server.address();
      done(bound && typeof bound === "object" ? bound.port : 0);
    });
  });
  const folder = mkdtempSync(path.join(tmpdir(), "letters-"));
  const connections = createConnections(
    { sources: {}, mail: { smtp: `smtp://127.0.0.1:${port}`, from }, letters: folder },
    { now: () => 0 },
  );
  const message = {
    idempotencyKey: "5",
    channel: "email" as const,
    subject: "s",
    text: "t",
    language: "en",
    date: "2026-04-01",
  };
  expect(await connections.sendMessage({ ...message, email: "gone@mail.example" })).toMatchObject({
    state: "undeliverable",
  });
  expect(await connections.sendMessage({ ...message, email: "not an address" })).toMatchObject({
    state: "undeliverable",
  });
  expect(await connections.sendMessage(message)).toMatchObject({
    state: "undeliverable",
    why: "No e-mail address is known.",
  });
  await expect(connections.sendMessage({ ...message, email: "later@mail.example" })).rejects.toThrow("(451)");
  expect(await connections.sendMessage({ ...message, channel: "letter", name: "Rhian Ellis" })).toEqual({
    state: "handed-over",
  });
  expect(readFileSync(path.join(folder, readdirSync(folder)[0] ?? ""), "utf8")).toContain("(no address is known)");
  connections.close();
  rmSync(folder, { recursive: true });
  await new Promise<void>((done) => picky.close(done));
});

test("a mail server that is away, or says nothing, is unavailable", async () => {
  const away = createMailer({ smtp: "smtp://127.0.0.1:1", from });
  await expect(away.send(mail)).rejects.toThrow("did not take the message");
  const silent = createServer(() => {});
  await new Promise<void>((done) => silent.listen(0, "127.0.0.1", done));
  const bound = silent.address();
  const mailer = createMailer(
    { smtp: `smtp://127.0.0.1:${bound && typeof bound === "object" ? bound.port : 0}`, from },
    200,
  );
  await expect(mailer.send(mail)).rejects.toThrow("did not take the message");
  mailer.close();
  silent.close();
});

test("a letter is written once, whole, however often it is asked for", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "letters-"));
  const write = createLetters(path.join(folder, "post"));
  const letter = {
    idempotencyKey: "case-1/permit-ready/letter",
    toName: "Rhian Ellis",
    toAddress: ["14 Canal Street", "Ashby", "AS1 4QT"],
    subject: "Your parking permit is ready",
    text: "Hello Rhian Ellis.",
    date: "2026-04-01",
  };
  const all = await Promise.all([write(letter), write(letter), write({ ...letter, date: "2026-04-02" })]);
  expect(new Set(all.map(({ file }) => file)).size).toBe(1);
  const files = readdirSync(path.join(folder, "post"));
  expect(files).toHaveLength(1);
  expect(readFileSync(path.join(folder, "post", files[0] ?? ""), "utf8")).toContain(
    "Rhian Ellis\n14 Canal Street\nAshby\nAS1 4QT\n",
  );
  rmSync(folder, { recursive: true });
});
