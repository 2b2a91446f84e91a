// Starts a whole installation from bundle folders and a deployment file, and stops it without losing anything.
// The one place where store, worker, connections, identity and routes meet.
import { randomBytes, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { hostname } from "node:os";
import path from "node:path";
import type { FastifyInstance } from "fastify";
import { readAssets } from "#render/assets.ts";
import { readTrustedKeys, type TrustedKey } from "#support/bundle-signature.ts";
import type { Definition } from "../cases/commands.ts";
import { createCommands } from "../cases/create-commands.ts";
import { createConnections, type OpenConnections } from "../connect/connections.ts";
import { createPeople } from "../connect/people.ts";
import { createIdentity } from "../identity/identity.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import { isGone, isProcessAlive, type Owner, ownerName } from "../work/owner.ts";
import { createWorker, type Worker } from "../work/worker.ts";
import { buildServer, closeServer } from "./app.ts";
import { type Bundles, currentDefinition, findGivesCheck, loadBundles } from "./bundles.ts";
import { createClock, trialClockVariable } from "./clock.ts";
import { type Configuration, ConfigurationError, readConfiguration } from "./configuration.ts";
import type { Installation } from "./installation.ts";
import { inviteAddressOf } from "./invitations.ts";
import { createLog, type Log } from "./log.ts";
import { startSweeping } from "./sweep.ts";

export interface ServeOptions {
  /** Folders that `formwork build` made. */
  readonly bundles: readonly string[];
  readonly configFile: string;
  /** Stops the server when aborted; SIGTERM and SIGINT do so too when `signals` is not false. */
  readonly signal?: AbortSignal;
  readonly signals?: boolean;
  /** Where secrets are; process.env when not given. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Where log lines go; standard output when not given. */
  readonly writeLog?: (line: string) => void;
}

export interface Serving {
  /** "http://127.0.0.1:4400" */
  readonly address: string;
  /** Stops taking requests, ends what is under way, closes the store. Calling it twice is harmless. */
  stop(): Promise<void>;
}

/** Whether a start was refused in words that are meant for the operator as they stand. */
export function isRefusedStart(error: unknown): error is Error {
  return error instanceof ConfigurationError;
}

/** Serves until it is stopped. Throws ConfigurationError with every problem when the deployment file is wrong. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const environment = options.environment ?? process.env;
  const configuration = await findPort(await readConfiguration(options.configFile, environment));
  const log = createLog(options.writeLog);
  const now = createClock(environment, Date.now);
  if (now !== Date.now) log.warn({ variable: trialClockVariable }, "this server runs by a trial clock");
  const dataFolder = path.dirname(configuration.store.sqlite);
  const keys = await readBundleKeys(configuration);
  const bundles = await loadBundles(options.bundles, path.join(dataFolder, "bundles"), keys);
  tellBundles(log, configuration, bundles);
  const store = openSqliteStore({ file: configuration.store.sqlite });
  const connections = createConnections(
    { ...configuration, letters: path.join(dataFolder, "letters") },
    {
      now,
      validateGives: findGivesCheck(bundles),
      report: (call) => log[call.outcome === "unavailable" ? "warn" : "info"]({ ...call }, "another system was asked"),
    },
  );
  const parts = assemble({ configuration, bundles, store, connections, log, now, assets: await readAssets() });
  const server = await buildServer(parts.installation, log);
  try {
    await listen(server, configuration);
  } catch (error) {
    connections.close();
    await store.close();
    throw error;
  }
  await freeLeasesOfTheDead(store, parts.owner, log);
  parts.worker.start();
  const stopSweeping = startSweeping(parts.installation, log);
  const serving = {
    address: configuration.publicAddress,
    stop: stopOnce({ server, worker: parts.worker, connections, store, log, stopSweeping }),
  };
  log.info({ address: serving.address }, "serving");
  stopOnSignals(options, serving, log);
  return serving;
}

interface Parts {
  readonly configuration: Configuration;
  readonly bundles: Bundles;
  readonly store: Store;
  readonly connections: OpenConnections;
  readonly log: Log;
  readonly now: () => number;
  readonly assets: Awaited<ReturnType<typeof readAssets>>;
}

function assemble({ configuration, bundles, store, connections, log, now, assets }: Parts): {
  installation: Installation;
  worker: Worker;
  owner: Owner;
} {
  const owner: Owner = { machine: hostname(), process: process.pid, id: randomUUID() };
  const random = (count: number): Uint8Array => randomBytes(count);
  const instant = (): string => new Date(now()).toISOString();
  const definitionOf = (hash: string): Definition | undefined => bundles.byHash.get(hash);
  const definitionNamed = (name: string): Definition | undefined => currentDefinition(bundles, name, instant());
  const around = { store, definitionOf, definitionNamed, now: instant, random, wake: () => worker.wake() };
  const worker: Worker = createWorker({
    ...around,
    connections,
    publicAddress: configuration.publicAddress,
    inviteAddress: inviteAddressOf(configuration, random),
    owner: ownerName(owner),
    chance: Math.random,
    report: ({ key, tries, reason }) => log.warn({ key, tries, reason }, "work did not succeed and is tried again"),
  });
  const identity = createIdentity({
    realms: configuration.signIn,
    publicAddress: configuration.publicAddress,
    secret: configuration.sessionSecret,
    store,
    now,
    random,
    log: (fault, error) =>
      log.warn({ fault, reason: error instanceof Error ? error.message : String(error) }, "a sign-in did not work"),
    ...(configuration.identity && {
      people: createPeople(configuration.identity, {
        now,
        report: (call) => log.info({ ...call }, "the people register was asked"),
      }),
    }),
  });
  const installation: Installation = {
    configuration,
    bundles,
    store,
    commands: createCommands(around),
    identity,
    callSource: connections.callSource,
    assets,
    checkPayment: (caseId) => worker.checkPayment(caseId),
    now,
    wallClock: Date.now,
    instant,
    newId: randomUUID,
    newSecret: () => randomBytes(32).toString("base64url"),
    wake: () => worker.wake(),
    hindrances: () => findHindrances(store, bundles),
  };
  return { installation, worker, owner };
}

/** After a crash the work that was under way goes on at once instead of waiting until the lease of a dead process is over. */
async function freeLeasesOfTheDead(store: Store, self: Owner, log: Log): Promise<void> {
  for (const owner of await store.leaseOwners()) {
    if (!isGone(owner, self, isProcessAlive)) continue;
    const count = await store.releaseLeases(owner);
    log.info({ owner, count }, "work of a process that ended is taken over");
  }
}

async function findHindrances(store: Store, bundles: Bundles): Promise<readonly string[]> {
  const hindrances = bundles.given.size === 0 ? ["No service can be served."] : [];
  try {
    await store.findDrafts("(nobody)");
    return hindrances;
  } catch (error) {
    return [...hindrances, `The store does not answer: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** The keys whose bundles are served; nothing when any bundle is. Throws ConfigurationError when the file is of no use. */
async function readBundleKeys({ file, bundleKeys }: Configuration): Promise<readonly TrustedKey[] | undefined> {
  if (bundleKeys === undefined) return undefined;
  try {
    return await readTrustedKeys(await readFile(bundleKeys, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError(file, [
      { key: "bundleKeys", reason: `${bundleKeys} cannot be used. ${reason}`, example: "keys/trusted.json" },
    ]);
  }
}

/** Says exactly what is wrong with each broken bundle, and which sources a service needs that nothing is bound to. */
function tellBundles(log: Log, configuration: Configuration, bundles: Bundles): void {
  for (const { folder, name, problems } of bundles.broken)
    log.error({ folder, service: name, problems }, "a service cannot be served");
  for (const { service, hash } of bundles.byHash.values()) {
    const unbound = Object.entries(service.sources).flatMap(([source, { operations }]) =>
      Object.keys(operations)
        .filter((operation) => !configuration.sources[source]?.operations[operation])
        .map((operation) => `sources.${source}.operations.${operation}`),
    );
    if (unbound.length > 0)
      log.warn({ service: service.name, unbound }, "these sources are not bound: people are asked instead");
    log.info({ service: service.name, version: service.version.number, definition: hash }, "a service is loaded");
  }
}

/** Port 0 means any that is free; the public address must then say which one, because providers send browsers back to it. */
async function findPort(configuration: Configuration): Promise<Configuration> {
  if (configuration.listen.port !== 0) return configuration;
  const port = await new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, configuration.listen.host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
  const publicAddress = configuration.publicAddress.replace(/:0$/, `:${port}`);
  return { ...configuration, listen: { ...configuration.listen, port }, publicAddress };
}

async function listen(server: FastifyInstance, { file, listen: { host, port } }: Configuration): Promise<void> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "EADDRINUSE")
      throw new ConfigurationError(file, [
        {
          key: "listen.port",
          reason: `Port ${port} is taken by another program. Stop that program, or set another port.`,
          example: "listen: { host: 127.0.0.1, port: 4410 }",
        },
      ]);
    throw error;
  }
}

interface Running {
  readonly server: FastifyInstance;
  readonly worker: Worker;
  readonly connections: OpenConnections;
  readonly store: Store;
  readonly log: Log;
  readonly stopSweeping: () => Promise<void>;
}

function stopOnce({ server, worker, connections, store, log, stopSweeping }: Running): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    log.info("stopping");
    await closeServer(server);
    await stopSweeping();
    await worker.stop();
    connections.close();
    await store.close();
    log.info("stopped");
  };
  return () => {
    stopping ??= stop();
    return stopping;
  };
}

function stopOnSignals(options: ServeOptions, serving: Serving, log: Log): void {
  const stop = (): void => {
    serving.stop().catch((error: unknown) => log.error({ reason: String(error) }, "the server did not stop cleanly"));
  };
  options.signal?.addEventListener("abort", stop, { once: true });
  if (options.signals === false) return;
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, stop);
}
