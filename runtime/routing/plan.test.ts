// Payments again and again while a credential lasts: their days, what stops and ends them, and that nothing is paid twice.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Effect } from "#contract";
import { plainWeek } from "#support/calendars.ts";
import { addMonths, daysInMonth, readDate } from "#support/dates.ts";
import { endOf } from "./retention.ts";
import { dayOfPlan } from "./steps/plan.ts";
import { action, service, stage, Walk } from "./tests/sample.ts";

const each: Effect = { do: "pay", what: "allowance", of: "fee", to: ["account"], each: "month", whileLasts: "licence" };
const years = (amount: number) => ({ amount, unit: "years" }) as const;
const looks = stage("look", {
  by: ["officer"],
  actions: [
    action("grant", "granted"),
    action("suspend", "refused"),
    action("revoke", "lapsed"),
    action("reinstate", "withdrawn"),
  ],
});
const outcomes = [
  { name: "granted", doing: [{ do: "issue", what: "licence" } as const, each] },
  { name: "refused", doing: [{ do: "suspend", what: "licence" } as const] },
  { name: "lapsed", doing: [{ do: "revoke", what: "licence" } as const] },
  { name: "withdrawn", doing: [{ do: "reinstate", what: "licence" } as const] },
].map((outcome) => ({
  ...outcome,
  officerActions: [{ ...action("review", "look"), by: ["officer"], within: years(5) }],
}));

/** A case that was granted on 1 June 2026. */
function granted(fee = 5000): Walk {
  return new Walk(service([looks], {}, outcomes), { fee }).choose("grant");
}

function review(walk: Walk, chosen: string): Walk {
  const by = { kind: "officer", id: "olu", roles: ["officer"] } as const;
  return walk.do({ type: "officer-right-used", by, right: "review" }).choose(chosen);
}

/** Time passes day by day, as the worker of a running installation lets it. */
function pass(walk: Walk, until: string): Walk {
  for (let at = Date.parse(walk.now); at <= Date.parse(until); at += 86_400_000) walk.until(new Date(at).toISOString());
  return walk;
}

const paidOn = ({ present }: Walk): string[] => (present.paidOut ?? []).map(({ dueOn }) => dueOn);

describe("pay each month", () => {
  test("the first goes out at once, held with its amount, account and day; the others on the same day", () => {
    const walk = granted();
    expect(walk.last.effects).toEqual([
      {
        id: expect.any(String),
        do: "hold",
        line: "pay",
        what: "allowance",
        amount: 5000,
        currency: "GBP",
        to: ["account"],
        dueOn: "2026-06-01",
      },
    ]);
    walk.until("2026-06-30T22:59:59.999Z");
    expect(paidOn(walk)).toEqual(["2026-06-01"]);
    walk.until("2026-06-30T23:00:00.000Z");
    expect(paidOn(walk)).toEqual(["2026-06-01", "2026-07-01"]);
  });
  test("for a year twelve times: on the last day no new month begins; then the plan and the case end", () => {
    const walk = pass(granted(), "2027-05-31T12:00:00.000Z");
    expect(paidOn(walk)).toHaveLength(12);
    expect(endOf(walk.service, walk.present, walk.days)).toBeUndefined();
    pass(walk, "2027-09-01T12:00:00.000Z");
    expect(paidOn(walk)).toHaveLength(12);
    expect(walk.present.plans).toMatchObject([{ state: "ended" }]);
    expect(endOf(walk.service, walk.present, walk.days)).toBeDefined();
  });
  test("suspended: the days pass without a payment; reinstated: the next day pays again", () => {
    const walk = review(granted(), "suspend");
    pass(walk, "2026-08-15T12:00:00.000Z");
    expect(paidOn(walk)).toEqual(["2026-06-01"]);
    expect(walk.present.plans).toMatchObject([{ state: "open", passed: ["2026-07-01", "2026-08-01"] }]);
    pass(review(walk, "reinstate"), "2026-09-02T12:00:00.000Z");
    expect(paidOn(walk)).toEqual(["2026-06-01", "2026-09-01"]);
  });
  test("revoked: it ends at once", () => {
    const walk = review(granted(), "revoke");
    expect(walk.present.plans).toMatchObject([{ state: "ended" }]);
    expect(walk.present.deadlines.filter(({ kind, state }) => kind === "plan" && state === "running")).toEqual([]);
    expect(paidOn(pass(walk, "2026-12-01T12:00:00.000Z"))).toHaveLength(1);
  });
  test("R7 granted again: an open plan goes on, and after a revocation no month is paid twice", () => {
    const open = review(pass(granted(), "2026-06-10T12:00:00.000Z"), "grant");
    expect(paidOn(pass(open, "2026-07-02T12:00:00.000Z"))).toEqual(["2026-06-01", "2026-07-01"]);
    expect(open.present.plans).toHaveLength(1);
    const again = review(review(pass(granted(), "2026-06-10T12:00:00.000Z"), "revoke"), "grant");
    expect(paidOn(pass(again, "2026-08-02T12:00:00.000Z"))).toEqual(["2026-06-01", "2026-07-01", "2026-08-01"]);
  });
  test("issued again before it is over: the plan goes on to the new end", () => {
    const walk = pass(granted(), "2027-05-20T12:00:00.000Z");
    pass(review(walk, "grant"), "2028-09-01T12:00:00.000Z");
    expect(paidOn(walk)).toHaveLength(24);
  });
  test("an outage loses no payment: each has its own day", () => {
    expect(paidOn(granted().until("2026-10-15T12:00:00.000Z"))).toEqual([
      "2026-06-01",
      "2026-07-01",
      "2026-08-01",
      "2026-09-01",
      "2026-10-01",
    ]);
    expect(paidOn(granted().until("2029-01-01T12:00:00.000Z"))).toHaveLength(12);
  });
  test("an amount that cannot be worked out is ordered without one, for a person to see", () => {
    const walk = new Walk(service([looks], {}, outcomes), {}).choose("grant");
    expect(walk.present.paidOut).toMatchObject([{ name: "allowance", dueOn: "2026-06-01" }]);
    expect(walk.present.paidOut?.[0]).not.toHaveProperty("amount");
  });
  test("a licence that this case did not issue is held for a person", () => {
    const walk = new Walk(service([looks], {}, [{ name: "granted", doing: [each] }]), { fee: 1 }).choose("grant");
    expect(walk.last.effects).toMatchObject([{ do: "hold", line: "pay each", what: "allowance" }]);
    expect(walk.present.plans).toBeUndefined();
  });
});

describe("pay", () => {
  const once: Effect = { do: "pay", what: "award", of: "fee", to: ["account"] };
  test("R7 an outcome reached again pays the difference, and nothing when there is none", () => {
    const again = outcomes.map((outcome) => (outcome.name === "granted" ? { ...outcome, doing: [once] } : outcome));
    const walk = new Walk(service([looks], {}, again), { fee: 300 }).choose("grant");
    review(walk, "grant");
    expect(walk.present.paidOut).toMatchObject([{ name: "award", amount: 300, dueOn: "2026-06-01" }]);
  });
});

const someDay = fc
  .integer({ min: 0, max: 400 * 365 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

test("a plan's day is the same number in each month, or the last day of a shorter one (3.6.17)", () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 0, max: 500 }), (firstDay, number) => {
      const first = readDate(firstDay);
      const day = readDate(dayOfPlan({ firstDay, each: "month" }, number, plainWeek));
      if (!first || !day) return false;
      const expected = Math.min(first.day, daysInMonth(day.year, day.month));
      return day.day === expected && (day.year - first.year) * 12 + day.month - first.month === number;
    }),
  );
  expect(addMonths("2027-01-31", 1)).toBe(dayOfPlan({ firstDay: "2027-01-31", each: "month" }, 1, plainWeek));
  expect(dayOfPlan({ firstDay: "2027-01-31", each: "month" }, 2, plainWeek)).toBe("2027-03-31");
});

test("a plan's days follow the calendar where a day is missing", () => {
  const later = { ...plainWeek, yearsFrom29FebruaryEndOn: "--02-28", monthsEndOn: "first-day-after" } as const;
  expect(dayOfPlan({ firstDay: "2027-01-31", each: "month" }, 1, later)).toBe("2027-03-01");
  expect(dayOfPlan({ firstDay: "2027-01-31", each: "month" }, 2, later)).toBe("2027-03-31");
  expect(dayOfPlan({ firstDay: "2028-02-29", each: "year" }, 1, plainWeek)).toBe("2029-03-01");
  expect(dayOfPlan({ firstDay: "2028-02-29", each: "year" }, 1, later)).toBe("2029-02-28");
  expect(dayOfPlan({ firstDay: "2027-11-30", each: "quarter" }, 1, later)).toBe("2028-03-01");
});
