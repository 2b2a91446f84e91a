// A whole small runtime for tests: a real SQLite file, the compiled parking service, a clock that is moved by hand, and
// ways out that record what was asked of them and fail when told to.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Service } from "#contract";
import type { Answers, Fetched } from "#contract/facts.ts";
import type { Person } from "#routing/case.ts";
import { buildDays } from "#routing/days.ts";
import { createRulebook } from "#support/evaluate.ts";
import parking from "../../../examples/resident-parking-permit/expected/service.json" with { type: "json" };
import type { Surroundings } from "../../cases/commands.ts";
import { createCommands } from "../../cases/create-commands.ts";
import { openSqliteStore } from "../../store/sqlite.ts";
import type { Connections, OutgoingMessage, ProviderPayment, Shared } from "../effects.ts";
import { createWorker, type Worker } from "../worker.ts";

/** The expected parking service, as JSON: its shape is proven where it is compiled. */
function isService(value: unknown): value is Service {
  return typeof value === "object" && value !== null && "contractVersion" in value;
}

export const rhian: Person = { kind: "applicant", id: "rhian", name: "Rhian Evans" };
export const owen: Person = { kind: "officer", id: "owen", name: "Owen Marsh", roles: ["parking-officer"] };

/** Ways out that are all in memory; `broken` names those that throw. */
export class Outside implements Connections {
  readonly messages: OutgoingMessage[] = [];
  readonly shared: Shared[] = [];
  readonly payments = new Map<string, ProviderPayment>();
  readonly broken = new Set<keyof Connections>();
  requests = 0;
  /** What the register answers; without it nobody may ask. */
  register: Pick<Fetched, "state" | "record"> | undefined;
  /** What the register was asked, in order. */
  readonly asked: Answers[] = [];

  async callSource({ source, operation, using }: Parameters<Connections["callSource"]>[0]): Promise<Fetched> {
    if (!this.register) throw new Error("No sources here.");
    this.asked.push(using);
    return { ...this.register, source, operation, using, at: "2026-06-01T08:00:00.000Z" };
  }
  async requestPayment({ idempotencyKey, amount, currency }: Parameters<Connections["requestPayment"]>[0]) {
    this.#fail("requestPayment");
    this.requests += 1;
    const before = this.payments.get(idempotencyKey);
    const made: ProviderPayment = before ?? {
      id: `pay-${idempotencyKey}`,
      state: "waiting",
      amount,
      currency,
      payAddress: "https://pay.example/1",
    };
    this.payments.set(idempotencyKey, made);
    return made;
  }
  async paymentState(id: string) {
    this.#fail("paymentState");
    return [...this.payments.values()].find((one) => one.id === id);
  }
  async sendMessage(message: OutgoingMessage) {
    this.#fail("sendMessage");
    if (message.email === undefined) return { state: "undeliverable", why: "no address" } as const;
    this.messages.push(message);
    return { state: "handed-over" } as const;
  }
  async shareWith(shared: Shared) {
    this.shared.push(shared);
    return "held" as const;
  }

  /** The payer pays at the provider. */
  settle(): void {
    for (const [key, one] of this.payments) this.payments.set(key, { ...one, state: "paid" });
  }

  #fail(way: keyof Connections): void {
    if (this.broken.has(way)) throw new Error(`${way} does not answer`);
  }
}

/** Opens everything; `remove` closes it and deletes the file. */
export async function openHouse() {
  if (!isService(parking)) throw new Error("The expected parking service is not a service.");
  const service: Service = parking;
  const definition = { service, rulebook: createRulebook(service), hash: "parking", days: buildDays(service) };
  const folder = await mkdtemp(path.join(tmpdir(), "formwork-work-"));
  const file = path.join(folder, "store.db");
  const store = openSqliteStore({ file });
  const outside = new Outside();
  const clock = { now: "2026-06-01T08:00:00.000Z" };
  let drawn = 0;
  const around: Surroundings = {
    store,
    definitionOf: (hash) => (hash === "parking" ? definition : undefined),
    now: () => clock.now,
    random: (bytes) =>
      Uint8Array.from({ length: bytes }, () => {
        drawn = (Math.imul(drawn, 1_103_515_245) + 12_345) >>> 0;
        return drawn >>> 24;
      }),
  };
  const newWorker = (owner: string): Worker =>
    createWorker({
      ...around,
      connections: outside,
      publicAddress: "https://permits.example",
      inviteAddress: (caseId, invitationId) => `https://permits.example/invited/${caseId}-${invitationId}`,
      owner,
      chance: () => 0,
      mostTries: 3,
    });
  const send = (
    members: Answers = {},
    identity: Answers = { fullName: "Rhian Evans", email: "rhian@mail.example" },
    onceKey = "once",
  ) => {
    const answers: Answers = {
      zone: "zone-b",
      mainHome: true,
      registration: "AB12 CDE",
      make: "Fiat",
      fuel: "petrol",
      keeper: true,
      permitsHeld: 0,
      blueBadge: false,
      home: { line1: "1 Canal Street", town: "Ashby", postcode: "AS1 4QT" },
      ...members,
    };
    const vehicle = { make: "Fiat", fuel: "petrol", taxed: true, keeperPostcode: "AS1 4QT" };
    const at = clock.now;
    const fetched = {
      vehicle: {
        state: "present",
        source: "vehicle-register",
        operation: "find-vehicle",
        at,
        using: { registration: "AB12 CDE" },
        record: vehicle,
      },
    } as const;
    return createCommands(around).sendApplication({
      definition: "parking",
      draft: {
        answers,
        origins: {},
        fetched,
        passed: [],
        identity: { subject: "rhian", level: "substantial", kind: "person", at, parts: identity },
      },
      answers,
      asked: Object.keys(answers),
      language: "en",
      by: rhian,
      onceKey,
    });
  };
  const later = (milliseconds: number): void => {
    clock.now = new Date(Date.parse(clock.now) + milliseconds).toISOString();
  };
  const remove = async (): Promise<void> => {
    await store.close();
    await rm(folder, { recursive: true });
  };
  return {
    file,
    store,
    commands: createCommands(around),
    worker: newWorker("one"),
    newWorker,
    outside,
    clock,
    send,
    later,
    service,
    definition,
    remove,
  };
}
