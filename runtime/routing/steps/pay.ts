// Money that the agency pays: ordered once, and only the difference when an outcome is reached again (R7).
// There is no way out of the house for it yet: what is ordered is held, and administrators pay it.
import type { Effect } from "#contract";
import type { PaidOut } from "../case.ts";
import type { Moving } from "../moving.ts";

/** What is to be paid out. */
export interface Owed {
  readonly name: string;
  readonly to: readonly string[];
  /** In the smallest coin; absent while it cannot be worked out. */
  readonly amount?: number | undefined;
  readonly dueOn: string;
  readonly plan?: string;
}

/** `pay award to account`. Gives the id of what was ordered. */
export function payOnce(moving: Moving, { what: name = "", to = [], of }: Effect): string | undefined {
  const amount = amountOf(moving, of);
  const paid = (moving.case.paidOut ?? [])
    .filter((one) => one.name === name && one.plan === undefined)
    .reduce((sum, one) => sum + (one.amount ?? 0), 0);
  const owed = amount === undefined ? undefined : amount - paid;
  if (owed !== undefined && owed <= 0) return undefined;
  return orderPayment(moving, { name, to, amount: owed, dueOn: moving.days.zone.dayOf(moving.now) });
}

/** The amount in the smallest coin; undefined while it cannot be worked out. */
export function amountOf(moving: Moving, rule: string | undefined): number | undefined {
  const amount = rule === undefined ? undefined : moving.rulebook.evaluate(rule, moving.facts());
  return typeof amount === "number" && Number.isSafeInteger(amount) ? amount : undefined;
}

/** Orders the payment and writes it down. */
export function orderPayment(moving: Moving, { name, to, amount, dueOn, plan }: Owed): string {
  const { currency } = moving.service;
  const known = amount === undefined ? {} : { amount };
  const id = moving.order({ do: "hold", line: "pay", what: name, currency, to, dueOn, ...known });
  const paid: PaidOut = {
    id,
    name,
    currency,
    dueOn,
    at: moving.now,
    ...known,
    ...(plan === undefined ? {} : { plan }),
  };
  moving.change({ paidOut: [...(moving.case.paidOut ?? []), paid] });
  moving.record("payment ordered", amount === undefined ? { effect: id, name } : { effect: id, name, amount });
  moving.tellHistory({ what: "paid-out", name });
  return id;
}
