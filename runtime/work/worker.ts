// The worker: takes due work under a lease, does it, and writes what came of it in the same transaction that ends it.
// Any number of workers may run; work of one that died is taken over when its lease is over. Nothing is done from memory.
import type { CaseEffect, Happening } from "#routing/happening.ts";
import { type Apply, createApply } from "../cases/apply.ts";
import type { Surroundings } from "../cases/commands.ts";
import type { Look } from "../cases/looks.ts";
import type { Extras } from "../cases/transition-of.ts";
import type { ClaimedDue, NewDue } from "../store/store.ts";
import type { Connections } from "./effects.ts";
import type { Job } from "./job.ts";
import { createLook, type DoLook } from "./look.ts";
import { createOtherCases } from "./other-cases.ts";
import { perform } from "./perform.ts";

/** What a worker takes from outside. */
export interface WorkerSurroundings extends Surroundings {
  readonly connections: Connections;
  readonly publicAddress: string;
  /** The link by which an invitation of a case is taken up. */
  readonly inviteAddress: (caseId: string, invitationId: string) => string;
  /** A name no other worker has. */
  readonly owner: string;
  /** From 0 to under 1, so that workers do not try again all at once. */
  readonly chance: () => number;
  /** Milliseconds; longer than any call outside can take. */
  readonly lease?: number;
  /** After so many tries the work becomes an incident. */
  readonly mostTries?: number;
  /** Told of every failure, without personal data. */
  readonly report?: (failure: { readonly key: string; readonly tries: number; readonly reason: string }) => void;
}

/** A worker that runs until it is stopped. */
export interface Worker {
  /** Begins; harmless when it runs already. */
  start(): void;
  /** Something was written: look at once. */
  wake(): void;
  /** Does everything that is due now, once; gives how much that was. */
  runOnce(): Promise<number>;
  /** Asks the provider how the case's open payment stands, and lets the case hear it. */
  checkPayment(caseId: string): Promise<void>;
  /** Takes nothing new, waits for what is under way. */
  stop(): Promise<void>;
}

const batch = 16;
/** Milliseconds: another process may write work that this one is not woken for. */
const longestSleep = 1_000;

/** What stands in the payload of work that is no clock. */
type Work = CaseEffect | PaymentCheck | Look;

/** A question to the payment provider that is asked again and again while the payment is open. */
type PaymentCheck = { readonly do: "check-payment"; readonly paymentId: string };

/** A worker over a store and the ways out. */
export function createWorker(around: WorkerSurroundings): Worker {
  const { store, owner, lease = 60_000 } = around;
  const apply = createApply(around);
  const look = createLook(around, apply);
  let running = false;
  let loop: Promise<void> | undefined;
  let endSleep: (() => void) | undefined;
  let woken = false;

  const runOnce = async (): Promise<number> => {
    let done = 0;
    for (;;) {
      const claims = await store.claimDue(owner, around.now(), lease, batch);
      if (claims.length === 0) return done;
      await Promise.all(claims.map((claim) => work(around, apply, look, claim)));
      done += claims.length;
    }
  };
  const sleep = async (): Promise<void> => {
    const next = await store.nextDueAt(around.now());
    const wait = next === undefined ? longestSleep : Date.parse(next) - Date.parse(around.now());
    if (woken || !running) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.min(Math.max(wait, 1), longestSleep));
      endSleep = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    endSleep = undefined;
  };
  const run = async (): Promise<void> => {
    while (running) {
      woken = false;
      try {
        await runOnce();
        await sleep();
      } catch (error) {
        around.report?.({ key: "worker", tries: 0, reason: reasonOf(error) });
        await new Promise((resolve) => setTimeout(resolve, longestSleep));
      }
    }
  };
  const wake = (): void => {
    woken = true;
    endSleep?.();
  };
  return {
    start() {
      if (running) return;
      running = true;
      loop = run();
    },
    wake,
    runOnce,
    async checkPayment(caseId) {
      const stored = await store.readCase(caseId);
      for (const { id } of stored?.case.payments ?? []) await checkPayment(around, apply, caseId, id);
    },
    async stop() {
      running = false;
      wake();
      await loop;
    },
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function work(around: WorkerSurroundings, apply: Apply, look: DoLook, claim: ClaimedDue): Promise<void> {
  try {
    if (claim.kind === "clock") await tick(around, apply, claim);
    else await doEffect(around, apply, look, claim);
  } catch (error) {
    await tryLater(around, apply, claim, reasonOf(error));
  }
}

async function tick(around: WorkerSurroundings, apply: Apply, claim: ClaimedDue): Promise<void> {
  const applied = await apply(claim.caseId, { type: "due" }, { finishes: fenceOf(claim) });
  if (!applied.ok && !("lost" in applied)) throw new Error(applied.refused.words);
  around.wake?.();
}

async function doEffect(around: WorkerSurroundings, apply: Apply, look: DoLook, claim: ClaimedDue): Promise<void> {
  const effect: Work = JSON.parse(claim.payload);
  if (effect.do === "look") return look(claim, effect);
  if (effect.do === "check-payment") {
    await keepChecking(around, apply, claim, effect);
    return;
  }
  const stored = await around.store.readCase(claim.caseId);
  const definition = stored && around.definitionOf(stored.case.definition);
  if (!stored || !definition) throw new Error("The service this case belongs to is not installed here.");
  const { key, caseId } = claim;
  const job: Job = { key, caseId, effect, case: stored.case, definition };
  const cases = createOtherCases(around, apply);
  await hear(around, apply, claim, await perform({ ...around, cases }, job));
}

/** Lets the case hear what came of it; the last thing heard ends the work. */
async function hear(
  around: WorkerSurroundings,
  apply: Apply,
  claim: ClaimedDue,
  heard: readonly Happening[],
): Promise<void> {
  for (const [at, happening] of heard.entries()) {
    const isLast = at === heard.length - 1;
    const due = happening.type === "payment-requested" ? [paymentCheck(around, claim.caseId, happening.paymentId)] : [];
    const extras: Extras = { due, ...(isLast ? { finishes: fenceOf(claim) } : {}) };
    const applied = await apply(claim.caseId, happening, extras);
    if (!applied.ok && "lost" in applied) return;
    if (!applied.ok && isLast) throw new Error(applied.refused.words);
  }
}

function fenceOf({ key, owner, tries }: ClaimedDue): NonNullable<Extras["finishes"]> {
  return { key, owner, tries };
}

function paymentCheck(around: WorkerSurroundings, caseId: string, paymentId: string): NewDue {
  const payload: PaymentCheck = { do: "check-payment", paymentId };
  const at = later(around.now(), 15_000);
  return { key: `${caseId}/check/${paymentId}`, kind: "effect", caseId, at, payload: JSON.stringify(payload) };
}

/** A notice may be lost: while a payment is open the provider is asked too, ever more rarely, up to every ten minutes. */
async function keepChecking(
  around: WorkerSurroundings,
  apply: Apply,
  claim: ClaimedDue,
  { paymentId }: PaymentCheck,
): Promise<void> {
  let isOpen = true;
  try {
    isOpen = await checkPayment(around, apply, claim.caseId, paymentId);
  } catch (error) {
    around.report?.({ key: claim.key, tries: claim.tries, reason: reasonOf(error) });
  }
  if (!isOpen) await around.store.finishDue(claim);
  else await around.store.postponeDue(claim, later(around.now(), Math.min(15_000 * 2 ** claim.tries, 600_000)));
}

/** True while the payment is still open. */
async function checkPayment(
  around: WorkerSurroundings,
  apply: Apply,
  caseId: string,
  paymentId: string,
): Promise<boolean> {
  const stored = await around.store.readCase(caseId);
  const payment = stored?.case.payments.find(({ id }) => id === paymentId);
  if (payment?.providerId === undefined || payment.paidAt !== undefined) return false;
  const found = await around.connections.paymentState(payment.providerId);
  if (found?.state === "paid") {
    const applied = await apply(caseId, { type: "payment-settled", paymentId, amount: found.amount });
    return !applied.ok;
  }
  if (found?.state === "cancelled") {
    await apply(caseId, { type: "payment-cancelled", paymentId });
    return false;
  }
  if (payment.state === "requested" || payment.state === "wanted") return true;
  // A request that was closed can still be paid at the provider: asked about a day longer, so that the money is given back.
  const isLately = Date.parse(around.now()) < Date.parse(payment.dueAt) + 86_400_000;
  return isLately && (payment.state === "closed" || payment.state === "expired");
}

/** Back-off that doubles from a second to ten minutes, spread by chance; after the last try an incident for a person. */
async function tryLater(around: WorkerSurroundings, apply: Apply, claim: ClaimedDue, reason: string): Promise<void> {
  const { store, mostTries = 24 } = around;
  around.report?.({ key: claim.key, tries: claim.tries, reason });
  if (claim.tries < mostTries) {
    const wait = Math.min(1000 * 2 ** (claim.tries - 1), 600_000) * (0.5 + around.chance() / 2);
    await store.postponeDue(claim, later(around.now(), wait));
    return;
  }
  const { key, kind, caseId, payload } = claim;
  const at = around.now();
  // The case hears it first: if we die in between, both are done again and change nothing more.
  if (kind === "effect") {
    const effect: Work = JSON.parse(payload);
    if ("id" in effect) await apply(caseId, { type: "effect-failed", effectId: effect.id, reason });
  }
  await store.failDue(claim, {
    id: `${key}/failed/${claim.tries}`,
    caseId,
    at,
    what: `Work outside did not succeed after ${claim.tries} tries: ${reason}`,
    due: { key, kind, caseId, at, payload },
    state: "open",
  });
}

function later(now: string, wait: number): string {
  return new Date(Date.parse(now) + wait).toISOString();
}
