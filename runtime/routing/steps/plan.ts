// `pay … each month while award lasts`: a payment on the same day of each month, as long as the credential is valid. While it is suspended
// the days pass without a payment; when it is revoked or over the plan ends. Leaving a stage does not touch it (R1).
import type { Effect } from "#contract";
import type { WorkingCalendar } from "#support/calendars.ts";
import { shiftDate } from "#support/lengths.ts";
import type { Deadline, PaymentPlan } from "../case.ts";
import type { Moving } from "../moving.ts";
import { addDeadline, cancelDeadlines } from "./deadline.ts";
import { isOver, lastIssued, nextLook } from "./lasting.ts";
import { amountOf, type Owed, orderPayment } from "./pay.ts";

const paces = {
  week: { every: 1, unit: "weeks" },
  month: { every: 1, unit: "months" },
  quarter: { every: 3, unit: "months" },
  year: { every: 1, unit: "years" },
} as const;

/**
 * The day of a plan with this number; the first is 0. Counted from the first day: 31 January, 28 February, 31 March, unless the
 * calendar says where months and years end otherwise.
 */
export function dayOfPlan(
  { firstDay, each }: Pick<PaymentPlan, "firstDay" | "each">,
  number: number,
  calendar: WorkingCalendar,
): string {
  const { every, unit } = paces[each];
  return shiftDate(firstDay, { amount: every * number, unit }, 1, calendar) ?? "9999-12-31";
}

/** Begins a plan, and orders its first payment. A plan that is open goes on as it is: an outcome reached again pays nothing twice (R7). */
export function beginPlan(moving: Moving, line: Effect, each: PaymentPlan["each"]): string | undefined {
  const { what: name = "", of = "", to = [], whileLasts = "" } = line;
  const plans = moving.case.plans ?? [];
  const earlier = plans.filter((plan) => plan.name === name && plan.whileLasts === whileLasts);
  if (earlier.some(({ state }) => state === "open")) return undefined;
  if (!lastIssued(moving, whileLasts)) {
    // Presented, not issued here (R17): a person must see to it.
    return moving.order({ do: "hold", line: "pay each", what: name });
  }
  const today = moving.days.zone.dayOf(moving.now);
  const paidUntil = earlier
    .map((plan) => dayOfPlan(plan, plan.come, moving.days.calendar))
    .reduce((last, day) => (day > last ? day : last), "");
  const firstDay = paidUntil > today ? paidUntil : today;
  const id = moving.nextId("plan");
  const plan: PaymentPlan = { id, name, to, of, each, whileLasts, firstDay, come: 0, passed: [], state: "open" };
  moving.change({ plans: [...plans, plan] });
  moving.record("plan began", { plan: id, name, firstDay });
  moving.tellHistory({ what: "plan-began", name });
  const owed = firstDay === today ? dayComes(moving, plan) : undefined;
  const ordered = owed && orderPayment(moving, owed);
  awaitNext(moving, id);
  return ordered;
}

/** The next day of a plan has come, or the last day of its credential is over. */
export function firePlan(moving: Moving, { of }: Deadline): void {
  const plan = planWith(moving, of);
  if (!plan) return;
  const isDue =
    Date.parse(moving.days.zone.startOf(dayOfPlan(plan, plan.come, moving.days.calendar))) <= Date.parse(moving.now);
  const owed = isDue ? dayComes(moving, plan) : undefined;
  if (owed) orderPayment(moving, owed);
  awaitNext(moving, plan.id);
}

/** The credential was issued again, suspended, revoked or reinstated: the plans that hang on it follow. */
export function followPlans(moving: Moving, credential: string): void {
  for (const { id, whileLasts, state } of moving.case.plans ?? [])
    if (state === "open" && whileLasts === credential) awaitNext(moving, id);
}

/** What is paid for the plan's next day: nothing while the credential is suspended, or when it is over by then. */
function dayComes(moving: Moving, plan: PaymentPlan): Owed | undefined {
  const { id, name, to, of } = plan;
  const dueOn = dayOfPlan(plan, plan.come, moving.days.calendar);
  const credential = lastIssued(moving, plan.whileLasts);
  if (!credential || isOver(credential, dueOn)) return undefined;
  const isSuspended = credential.status === "suspended";
  changePlan(moving, id, {
    come: plan.come + 1,
    ...(isSuspended && { passed: [...plan.passed, dueOn] }),
  });
  if (!isSuspended) return { name, to, amount: amountOf(moving, of), dueOn, plan: id };
  moving.record("payment passed over", { plan: id, name, dueOn });
  moving.tellHistory({ what: "not-paid-out", name });
  return undefined;
}

/** Waits for the plan's next day, or for the end of its credential when that is first; ends the plan when there is nothing more to pay. */
function awaitNext(moving: Moving, id: string): void {
  const plan = planWith(moving, id);
  if (!plan) return;
  cancelDeadlines(moving, ({ kind, of }) => kind === "plan" && of === id);
  const at = nextLook(
    moving,
    plan.whileLasts,
    moving.days.zone.startOf(dayOfPlan(plan, plan.come, moving.days.calendar)),
  );
  if (at === undefined) endPlan(moving, plan);
  else addDeadline(moving, { kind: "plan", of: id, at, unit: "days" });
}

function endPlan(moving: Moving, { id, name }: PaymentPlan): void {
  changePlan(moving, id, { state: "ended", endedAt: moving.now });
  moving.record("plan ended", { plan: id, name });
  moving.tellHistory({ what: "plan-ended", name });
}

function planWith(moving: Moving, id: string | undefined): PaymentPlan | undefined {
  return moving.case.plans?.find((plan) => plan.id === id && plan.state === "open");
}

function changePlan(moving: Moving, id: string, members: Partial<PaymentPlan>): void {
  moving.change({ plans: (moving.case.plans ?? []).map((plan) => (plan.id === id ? { ...plan, ...members } : plan)) });
}
