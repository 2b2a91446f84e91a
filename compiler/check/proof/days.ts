// Days shifted by a length and time between days, as far as it is linear: days and weeks exactly; months, years and working
// days between the fewest and the most days they can have.
import type { Expression } from "../../model/shapes.ts";

import { allOf, always, type Formula, lineHolds } from "./formula.ts";
import { constant, differenceOf, type Linear, scaled, sumOf, variable } from "./linear.ts";
import { one, rational } from "./rational.ts";
import type { Amount, Translation } from "./translation.ts";

/** The day of sending is not before the version starts, and the day a rule runs is not before the day of sending; in the form it is that day. */
export function declareDays(t: Translation): void {
  const [today, applied] = [variable("today", one), variable("date-applied", one)];
  const start = constant(rational(BigInt(t.near)));
  for (const name of ["today", "date-applied"]) {
    t.vocabulary.amount(name, true, rational(BigInt(t.near)));
    t.vocabulary.axiom(name, () =>
      allOf([
        lineHolds({ sum: differenceOf(applied, start), strict: false }),
        lineHolds({ sum: differenceOf(today, applied), strict: false }),
        t.isInForm ? lineHolds({ sum: differenceOf(applied, today), strict: false }) : always,
      ]),
    );
  }
}

type Unit = "days" | "working-days" | "weeks" | "months" | "years";

/** Undefined when the length is not written out, or moves no day. */
export function shiftedDay(
  t: Translation,
  value: Expression & { op: "before" | "after" },
): readonly Amount[] | undefined {
  if (value.length.op !== "length") return undefined;
  const { amount, unit } = value.length.length;
  if (unit === "minutes" || unit === "hours") return undefined;
  const [fewest, most] = daysIn(BigInt(amount), unit);
  const name = `? ${JSON.stringify(value)}`;
  return t.amounts(value.date).map(({ when, sum }) => {
    if (fewest === most) return { when, sum: moved(sum, fewest, value.op) };
    t.vocabulary.amount(name, true, rational(BigInt(t.near)));
    t.vocabulary.rough(name);
    const own = variable(name, one);
    const distance = value.op === "after" ? differenceOf(own, sum) : differenceOf(sum, own);
    t.vocabulary.axiom(name, () => isFromTo(distance, fewest, most));
    return { when, sum: own };
  });
}

function moved(sum: Linear, days: bigint, op: "before" | "after"): Linear {
  return sumOf(sum, constant(rational(op === "after" ? days : -days)));
}

/** The fewest and the most days of a length. */
function daysIn(amount: bigint, unit: Unit): [fewest: bigint, most: bigint] {
  switch (unit) {
    case "days":
      return [amount, amount];
    case "weeks":
      return [amount * 7n, amount * 7n];
    case "months":
      return [amount * 28n, amount * 31n];
    case "years":
      return [amount * 365n, amount * 366n];
    case "working-days":
      // However many days are closed, a working day is at least one day.
      return [amount, amount * 40n + 40n];
  }
}

function isFromTo(value: Linear, least: bigint, most: bigint): Formula {
  return allOf([
    lineHolds({ sum: sumOf(value, constant(rational(-least))), strict: false }),
    lineHolds({ sum: differenceOf(constant(rational(most)), value), strict: false }),
  ]);
}

/** Time between two days. Days are their difference; of other units only what lies between is certain. */
export function timeSince(t: Translation, value: Expression & { op: "since" }): readonly Amount[] | undefined {
  if (value.unit === "working-days") return undefined;
  const unit = value.unit;
  const name = `? ${JSON.stringify(value)}`;
  return t.amounts(value.from).flatMap((from) =>
    t.amounts(value.to).map((to) => {
      const when = allOf([from.when, to.when]);
      const days = differenceOf(to.sum, from.sum);
      if (unit === "days") return { when, sum: days };
      t.vocabulary.amount(name, true, rational(0n));
      t.vocabulary.rough(name);
      const own = variable(name, one);
      t.vocabulary.axiom(name, () => betweenUnits(own, days, unit));
      if (unit !== "weeks") t.vocabulary.surely(name, () => amidUnit(own, days, unit));
      return { when, sum: own };
    }),
  );
}

/** n whole units lie in at least n times the fewest days, and less than n + 1 times the most; one more unit for days that run backwards. */
function betweenUnits(own: Linear, days: Linear, unit: "weeks" | "months" | "years"): Formula {
  const [fewest, most] = daysIn(1n, unit);
  const least = differenceOf(days, scaled(own, rational(fewest)));
  const top = differenceOf(scaled(own, rational(most)), days);
  const forwards = allOf([
    lineHolds({ sum: own, strict: false }),
    lineHolds({ sum: least, strict: false }),
    lineHolds({ sum: sumOf(top, constant(rational(most))), strict: true }),
  ]);
  const backwards = allOf([
    lineHolds({ sum: scaled(own, rational(-1n)), strict: false }),
    lineHolds({ sum: scaled(days, rational(-1n)), strict: true }),
  ]);
  return { kind: "or", parts: [forwards, backwards] };
}

/** How long a month and a year are on average, as a fraction in days, and how far the calendar strays from that, at most. */
const onAverage = { months: [1461n, 48n, 4n], years: [1461n, 4n, 2n] } as const;

/** So far from both ends of a month or a year that there are n of them whatever the calendar says. */
function amidUnit(own: Linear, days: Linear, unit: "months" | "years"): Formula {
  const [above, below, stray] = onAverage[unit];
  const length = rational(above, below);
  const more = differenceOf(days, scaled(own, length));
  const less = sumOf(scaled(more, rational(-1n)), constant(length));
  const isStrayed = (sum: Linear) => lineHolds({ sum: sumOf(sum, constant(rational(-stray))), strict: false });
  return allOf([lineHolds({ sum: own, strict: false }), isStrayed(more), isStrayed(less)]);
}
