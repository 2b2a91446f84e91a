// Taking a payment: asked once, followed while the amount changes, never taken twice, given back when it comes too late (R1, R2).
import type { Stage } from "#contract";
import type { Deadline, Payment } from "../case.ts";
import { unitOf } from "../days.ts";
import type { Happening } from "../happening.ts";
import { isOfVisit, type Led, type Moving, refuse } from "../moving.ts";
import { addDeadline, cancelDeadlines } from "./deadline.ts";

type Of<T extends Happening["type"]> = Extract<Happening, { type: T }>;

const isOpen = ({ state }: Payment): boolean => state === "wanted" || state === "requested";

/** Asks for what is not yet paid under the name; nothing to pay is paid. An amount that is not known is held for a person. */
export function openPayment(moving: Moving, stage: Stage): void {
  const { payment: wanted } = stage;
  const { place } = moving.case;
  if (!wanted || place.kind !== "stage") return;
  const dueAt = moving.days.after(moving.now, wanted.within);
  const owed = owedOf(moving, stage);
  if (owed === undefined) {
    moving.order({ do: "hold", line: "take payment", what: wanted.name });
  } else if (owed > 0) {
    askFor(moving, stage, owed, dueAt, 0);
    moving.order({ do: "tell", to: "applicant", about: "payment-wanted" });
  }
  if (owed !== 0) {
    const where = { stage: place.stage, visit: place.visit };
    addDeadline(moving, { kind: "payment", at: dueAt, ...where, goTo: wanted.otherwise, unit: unitOf(wanted.within) });
  }
}

/** What is left to pay, in the smallest coin; undefined while it cannot be worked out. */
function owedOf(moving: Moving, stage: Stage): number | undefined {
  if (!stage.payment) return 0;
  const amount = moving.rulebook.evaluate(stage.payment.of, moving.facts());
  if (typeof amount !== "number" || !Number.isSafeInteger(amount)) return undefined;
  const paid = moving.case.payments
    .filter(({ name, state, giveBack }) => name === stage.payment?.name && state === "paid" && !giveBack)
    .reduce((sum, payment) => sum + payment.amount, 0);
  return Math.max(0, amount - paid);
}

function askFor(moving: Moving, stage: Stage, amount: number, dueAt: string, tries: number): void {
  const { place } = moving.case;
  if (place.kind !== "stage" || !stage.payment) return;
  const id = moving.nextId("payment");
  const { currency } = moving.service;
  const payment: Payment = {
    id,
    name: stage.payment.name,
    stage: place.stage,
    visit: place.visit,
    amount,
    currency,
    state: "wanted",
    wantedAt: moving.now,
    dueAt,
    tries,
  };
  moving.change({ payments: [...moving.case.payments, payment] });
  moving.record("payment wanted", { payment: id, name: payment.name, amount });
  moving.order({ do: "request-payment", paymentId: id, name: payment.name, amount, currency });
}

/** While unpaid the amount follows the value: a change closes the old request and makes a new one (R2). */
export function followAmount(moving: Moving, stage: Stage): void {
  const { place } = moving.case;
  const open = moving.case.payments.find((payment) => isOfVisit(payment, place) && isOpen(payment));
  const held = moving.case.payments.some((payment) => isOfVisit(payment, place));
  const owed = owedOf(moving, stage);
  if (owed === undefined || (open && open.amount === owed)) return;
  if (!open && (held || !hasPaymentClock(moving))) return;
  if (open) changePayment(moving, open.id, { state: "closed" });
  if (owed > 0) askFor(moving, stage, owed, open?.dueAt ?? clockOf(moving)?.at ?? moving.now, open?.tries ?? 0);
  else cancelDeadlines(moving, (deadline) => isPaymentClock(moving, deadline));
}

function isPaymentClock(moving: Moving, deadline: Deadline): boolean {
  return deadline.kind === "payment" && isOfVisit(deadline, moving.case.place);
}

function clockOf(moving: Moving): Deadline | undefined {
  return moving.case.deadlines.find((deadline) => deadline.state === "running" && isPaymentClock(moving, deadline));
}

function hasPaymentClock(moving: Moving): boolean {
  return clockOf(moving) !== undefined;
}

/** True while a payment of the present visit is waited for, or its amount is not known yet. */
export function awaitsPayment(moving: Moving): boolean {
  return hasPaymentClock(moving);
}

function changePayment(moving: Moving, id: string, members: Partial<Payment>): void {
  moving.change({ payments: moving.case.payments.map((one) => (one.id === id ? { ...one, ...members } : one)) });
}

/** The provider has the request: the applicant can pay. */
export function onPaymentRequested(moving: Moving, happening: Of<"payment-requested">): Led {
  const payment = moving.case.payments.find(({ id }) => id === happening.paymentId);
  if (!payment) return refuse("no-such-payment", "This case has no such payment.");
  const { providerId, payAddress } = happening;
  if (payment.providerId === providerId) return undefined;
  changePayment(moving, payment.id, {
    providerId,
    payAddress,
    ...(payment.state === "wanted" ? { state: "requested" as const } : {}),
  });
  moving.record("payment requested", { payment: payment.id, provider: providerId });
  return undefined;
}

/** The money is there. Told again it changes nothing; after the request was closed it must be given back. */
export function onPaymentSettled(moving: Moving, happening: Of<"payment-settled">): Led {
  const payment = moving.case.payments.find(({ id }) => id === happening.paymentId);
  if (!payment) return refuse("no-such-payment", "This case has no such payment.");
  if (payment.paidAt !== undefined) return undefined;
  if (happening.amount !== payment.amount)
    return refuse("wrong-amount", "The amount paid is not the amount asked for.");
  if (isOpen(payment)) {
    changePayment(moving, payment.id, { state: "paid", paidAt: moving.now });
    cancelDeadlines(moving, (deadline) => isPaymentClock(moving, deadline));
    moving.record("payment settled", { payment: payment.id, amount: payment.amount });
    moving.tellHistory({ what: "paid", name: payment.name });
    return undefined;
  }
  changePayment(moving, payment.id, { paidAt: moving.now, giveBack: true });
  moving.record("payment too late", { payment: payment.id, amount: payment.amount });
  moving.tellHistory({ what: "paid-too-late", name: payment.name });
  moving.order({ do: "give-back", paymentId: payment.id, amount: payment.amount });
  return undefined;
}

/** The payer stepped back at the provider: a new request lets them try again while the time runs on. */
export function onPaymentCancelled(moving: Moving, happening: Of<"payment-cancelled">, stage: Stage | undefined): Led {
  const payment = moving.case.payments.find(({ id }) => id === happening.paymentId);
  if (!payment) return refuse("no-such-payment", "This case has no such payment.");
  if (!isOpen(payment)) return undefined;
  changePayment(moving, payment.id, { state: "cancelled" });
  moving.record("payment cancelled", { payment: payment.id });
  moving.tellHistory({ what: "payment-cancelled", name: payment.name });
  if (stage) askFor(moving, stage, payment.amount, payment.dueAt, payment.tries + 1);
  return undefined;
}

/** Nobody paid in time. */
export function firePaymentDeadline(moving: Moving, deadline: Deadline): Led {
  endPayments(moving, "expired");
  moving.tellHistory({ what: "payment-expired", ...(deadline.stage ? { place: deadline.stage } : {}) });
  return deadline.goTo === undefined ? undefined : { goTo: deadline.goTo };
}

/** Ends requests of this visit that are open: money that still comes is given back. */
export function endPayments(moving: Moving, state: "closed" | "expired"): void {
  const { place } = moving.case;
  moving.change({
    payments: moving.case.payments.map((payment) =>
      isOfVisit(payment, place) && isOpen(payment) ? { ...payment, state } : payment,
    ),
  });
}
