// A whole server over real HTTP for tests: real store, real commands and worker, a compiled service; only the systems of
// others (sign-in, registers, payment, mail) are played here.
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import type { Service } from "#contract";
import type { Fetched, Identity } from "#contract/facts.ts";
import { readAssets } from "#render/assets.ts";
import { compile } from "../../../compiler/compile.ts";
import { type BundleParts, emitBundle } from "../../../compiler/emit/bundle/bundle.ts";
import { emitForm } from "../../../compiler/emit/form/emit-form.ts";
import type { Definition } from "../../cases/commands.ts";
import { createCommands } from "../../cases/create-commands.ts";
import type { IdentityService } from "../../identity/identity.ts";
import type { Session } from "../../identity/sessions.ts";
import type { Realm } from "../../identity/settings.ts";
import { openSqliteStore } from "../../store/sqlite.ts";
import type { Connections, OutgoingMessage } from "../../work/effects.ts";
import { createWorker, type Worker } from "../../work/worker.ts";
import { buildServer, closeServer } from "../app.ts";
import { currentDefinition, loadBundles } from "../bundles.ts";
import { parseConfiguration } from "../configuration.ts";
import type { Installation } from "../installation.ts";
import { inviteAddressOf } from "../invitations.ts";
import { createLog } from "../log.ts";

/** The worked example, used as any service would be. */
const fixture = path.resolve(import.meta.dirname, "../../../examples/resident-parking-permit/expected/service.json");

export interface TestServer {
  readonly address: string;
  readonly folder: string;
  readonly installation: Installation;
  readonly worker: Worker;
  readonly logged: string[];
  readonly mails: OutgoingMessage[];
  /** With which the court and the insurance register sign what they tell. */
  readonly announcementSecret: string;
  /** What the register answers next; "unavailable" takes it down. */
  register: { state: Fetched["state"]; record?: Fetched["record"] };
  /** Signs somebody in and gives the cookie to send. */
  signIn(realm: Realm, subject: string, more?: Partial<Session>): string;
  /** Lets time pass; what is due is done when the worker runs next. */
  pass(days: number): void;
  stop(): Promise<void>;
}

/** Writes the example's bundle into a folder. */
export async function writeBundle(
  folder: string,
  change: (service: Service) => Service = (service) => service,
): Promise<string> {
  return writeFiles(folder, change(JSON.parse(await readFile(fixture, "utf8"))));
}

/** Compiles a text and writes its bundle into a folder, with the form's script where it is asked for. Throws what is wrong with the text. */
export async function writeText(folder: string, text: string, withScript = false): Promise<string> {
  const { service, problems } = compile("a.service", new Map([["a.service", text]]));
  const wrong = problems.filter(({ severity }) => severity === "stop");
  if (!service || wrong.length > 0) throw new Error(wrong.map(({ title }) => title).join("; "));
  return writeFiles(folder, service, withScript ? { form: await emitForm(service) } : {});
}

async function writeFiles(folder: string, service: Service, parts: BundleParts = {}): Promise<string> {
  for (const [file, bytes] of await emitBundle(service, parts)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), bytes);
  }
  return folder;
}

/** Starts a server on a free port. `prepare` gives the bundle folders; without it the example is served. `embeddedIn`: websites that show forms. */
export async function startTestServer(
  prepare?: (folder: string) => Promise<readonly string[]>,
  embeddedIn: readonly string[] = [],
): Promise<TestServer> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "formwork-server-"));
  const folders = prepare ? await prepare(folder) : [await writeBundle(path.join(folder, "bundle"))];
  const port = await freePort();
  const configuration = parseConfiguration(deployment(port, embeddedIn), path.join(folder, "deployment.yaml"), {});
  const bundles = await loadBundles(folders, path.join(folder, "kept"));
  const store = openSqliteStore({ file: configuration.store.sqlite });
  const sessions = new Map<string, Session>();
  const mails: OutgoingMessage[] = [];
  const logged: string[] = [];
  // 9:30 in London on a day on which the example takes applications; time goes on as usual.
  let offset = Date.parse("2026-06-16T08:30:00Z") - Date.now();
  const now = (): number => Date.now() + offset;
  const instant = (): string => new Date(now()).toISOString();
  const random = (count: number): Uint8Array => randomBytes(count);
  const definitionOf = (hash: string) => bundles.byHash.get(hash);
  const played = {
    register: {
      state: "present",
      record: { make: "Ford", fuel: "petrol", taxed: true, keeperPostcode: "AS1 4QT" },
    } as TestServer["register"],
  };
  const connections = playConnections(() => played.register, mails, instant);
  const definitionNamed = (name: string): Definition | undefined => currentDefinition(bundles, name, instant());
  const around = { store, definitionOf, definitionNamed, now: instant, random, wake: () => worker.wake() };
  const worker: Worker = createWorker({
    ...around,
    connections,
    publicAddress: configuration.publicAddress,
    inviteAddress: inviteAddressOf(configuration, random),
    owner: "test",
    chance: () => 0.5,
  });
  const installation: Installation = {
    configuration,
    bundles,
    store,
    commands: createCommands(around),
    identity: playIdentity(sessions),
    callSource: connections.callSource,
    assets: await readAssets(),
    checkPayment: (caseId) => worker.checkPayment(caseId),
    now,
    wallClock: Date.now,
    instant,
    newId: randomUUID,
    newSecret: () => randomBytes(32).toString("base64url"),
    wake: () => undefined,
    hindrances: async () => [],
  };
  const server = await buildServer(
    installation,
    createLog((line) => logged.push(line)),
  );
  await server.listen({ host: "127.0.0.1", port });
  return Object.assign(played, {
    address: configuration.publicAddress,
    folder,
    installation,
    worker,
    logged,
    mails,
    announcementSecret,
    signIn(realm: Realm, subject: string, more: Partial<Session> = {}) {
      const id = randomUUID();
      sessions.set(`${realm}/${id}`, sessionOf(realm, subject, more));
      return `formwork-${realm === "citizens" ? "citizen" : "officer"}=${id}`;
    },
    pass(passed: number) {
      offset += passed * 86_400_000;
    },
    async stop() {
      await closeServer(server);
      await worker.stop();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  });
}

const announcementSecret = Buffer.from("a secret of the court, 32 bytes!").toString("base64");

function deployment(port: number, embeddedIn: readonly string[]): string {
  const realm = (id: string) => `{ issuer: http://127.0.0.1:1, clientId: ${id}, clientSecret: secret }`;
  return `
publicAddress: http://127.0.0.1:${port}
store: { sqlite: data/test.db }
files: data/files
sessionSecret: ${createHash("sha256").update("test").digest("hex")}
signIn: { citizens: ${realm("portal")}, officers: ${realm("desk")} }
payment: { address: http://127.0.0.1:1, key: key, webhookSecret: ${Buffer.from("a webhook secret of 32 characters").toString("base64")} }
announcements:
  court: { webhookSecret: ${announcementSecret} }
  insurance-register: { webhookSecret: ${announcementSecret} }
limits: { requestsPerMinute: 5000, uploadMegabytes: 1 }
embeddedIn: ${JSON.stringify(embeddedIn)}
`;
}

function sessionOf(realm: Realm, subject: string, more: Partial<Session>): Session {
  const identity: Identity = {
    subject,
    level: "substantial",
    kind: "person",
    at: "2026-06-16T08:20:00.000Z",
    parts: {
      fullName: subject,
      email: `${subject}@mail.example`,
      address: { line1: "14 Canal Street", town: "Ashby", postcode: "AS1 4QT" },
    },
  };
  return { realm, identity, name: subject, roles: [], formToken: `token-of-${subject}`, register: "present", ...more };
}

function playIdentity(sessions: ReadonlyMap<string, Session>): IdentityService {
  return {
    beginSignIn: async () => ({ ok: false, fault: "unavailable" }),
    finishSignIn: async () => ({ ok: false, fault: "not-trusted", returnTo: "/" }),
    readSession: async (realm, id) => sessions.get(`${realm}/${id}`),
    endSession: async () => ({ goTo: undefined }),
  };
}

function playConnections(
  register: () => TestServer["register"],
  mails: OutgoingMessage[],
  instant: () => string,
): Connections {
  return {
    callSource: async ({ source, operation, using }) => ({ ...register(), source, operation, using, at: instant() }),
    requestPayment: async ({ idempotencyKey, amount, currency }) => ({
      id: `pay-${idempotencyKey}`,
      state: "waiting",
      amount,
      currency,
      payAddress: "http://127.0.0.1:1/pay",
    }),
    paymentState: async () => undefined,
    async sendMessage(message) {
      mails.push(message);
      return { state: "handed-over" };
    },
    shareWith: async () => "held",
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
