// Routes of every shape the contract allows, ways to places that do not exist included. For tests only.
import fc from "fast-check";
import type { Duration, Effect, Name, Outcome, Service, Stage } from "#contract";

const stageNames = ["check", "review", "home-visit", "pay-fee", "ymgynghori-â-chymdogion"] as const;
const outcomeNames = ["granted", "refused", "closed"] as const;
const place = fc.constantFrom<Name>(...stageNames, ...outcomeNames, ...stageNames, ...outcomeNames, "nowhere");
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });
const length = fc.record<Duration>({
  amount: fc.integer({ min: 1, max: 90 }),
  unit: fc.constantFrom("minutes", "hours", "days", "working-days", "weeks", "months", "years"),
});
const title = fc.constantFrom(
  "We look at it",
  "A very long title that somebody wrote about everything they do there",
  "X",
  "<&\"\u0001'>",
);
const words = title.map((text) => ({ en: text }));
const rule = fc.constantFrom("said", "table", "not-there");
const role = fc.constantFrom<Name>("officer", "manager", "applicant", "not-declared");

/** Leaves out what is not there: the contract knows no undefined. */
function present<T extends object>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

const line = fc.oneof<fc.Arbitrary<Effect>[]>(
  fc.constantFrom<Effect>(
    { do: "send", what: "letter" },
    { do: "issue", what: "licence" },
    { do: "publish", what: "notice" },
    { do: "pay" },
    { do: "share", with: "police", paths: ["a", "b"], because: { en: "to know" } },
    { do: "share", with: "tax-office", paths: [] },
    { do: "start", what: "other-service" },
    { do: "fetch", fetch: { kind: "fetch", key: "car", name: "car", source: "cars", operation: "find", using: [] } },
  ),
);
const action = fc
  .record({ goTo: maybe(place), withReason: fc.boolean(), when: maybe(rule), label: maybe(words) })
  .map((one) => present({ ...one, adverse: false, questions: [] }));
const actions = fc
  .array(action, { maxLength: 3 })
  .map((all) => all.map((one, at) => ({ name: ["approve", "refuse", "note"][at] ?? "other", ...one })));
const finish = fc
  .record({ within: length, tell: maybe(role), goTo: maybe(place), giveTo: maybe(role) })
  .map((one) => present(one));
const right = fc
  .record({
    goTo: maybe(place),
    within: maybe(length),
    until: maybe(fc.array(place, { maxLength: 2 })),
    withReason: fc.boolean(),
  })
  .map((one) => present(one));
const rights = fc
  .array(right, { maxLength: 2 })
  .map((all) => all.map((one, at) => ({ name: ["withdraw", "appeal"][at] ?? "other", ...one })));

const checkFinish = fc.oneof(
  fc.record({ within: length, tell: role }),
  fc.record({ within: length, goTo: place }),
  fc.record({ within: length, goOnWithout: fc.constant(true) }),
);
const check = fc
  .record({
    title: words,
    by: fc.array(role, { maxLength: 1 }),
    doing: fc.array(line, { maxLength: 2 }),
    skipWhen: maybe(rule),
    forEach: maybe(fc.constant({ item: "owner", name: "owner", list: ["owners"].map(String) })),
    at: maybe(fc.constant({ partner: "police" })),
    doneBy: maybe(fc.constant(2)),
    finish: maybe(checkFinish),
    actions: actions.map((all) => all.map(({ goTo: _nowhere, ...one }) => one)),
  })
  .map((one) => present({ ...one, shows: [], questions: [] }));
const checks = fc
  .array(check, { minLength: 1, maxLength: 2 })
  .map((all) => all.map((one, at) => ({ name: ["home", "tax", "police"][at] ?? "other", ...one })));
const exit = fc
  .record({
    when: rule,
    goTo: place,
    join: maybe(
      fc.record({ done: fc.constantFrom<"all" | "any" | number>("all", "any", 2), and: maybe(fc.constant("said")) }),
    ),
  })
  .map(({ join, ...one }) => present({ ...one, ...join }));

const stageMembers = fc
  .record({
    title: words,
    by: fc.array(role, { maxLength: 2 }),
    skipWhen: maybe(rule),
    doing: fc.array(line, { maxLength: 2 }),
    shows: fc.constant<string[]>([]),
    questions: fc.constant<Stage["questions"]>([]),
    notTheSamePersonAs: fc.constant<Name[]>([]),
    actions,
    moreInformation: maybe(fc.record({ within: length, goTo: place, otherwise: maybe(place) })),
    waits: maybe(
      fc.array(fc.oneof(fc.record({ within: length }), fc.constant({ until: "said" })), { minLength: 1, maxLength: 2 }),
    ),
    awaits: maybe(
      fc.array(
        fc.record({
          what: fc.constantFrom("judgment", "other-service"),
          source: maybe(fc.constant("cars")),
          within: length,
          otherwise: place,
        }),
        { minLength: 1, maxLength: 1 },
      ),
    ),
    coSign: maybe(fc.constant({ by: "director" })),
    takesLonger: maybe(length),
    holds: maybe(length),
    payment: maybe(fc.record({ of: rule, name: fc.constant("fee"), within: length, otherwise: place })),
    reminders: fc.array(fc.record({ to: role, after: length }), { maxLength: 2 }),
    finish: maybe(finish),
    exits: fc.array(exit, { maxLength: 2 }),
    checks: maybe(checks),
    doneBy: maybe(fc.constant(3)),
    secondApproval: maybe(fc.record({ by: role, when: maybe(rule) }).map((one) => present(one))),
    otherwise: maybe(place),
    goTo: maybe(place),
  })
  .map((one) => present(one));

const afterwards = actions.map((all) => all.map((one) => ({ ...one, name: `${one.name}-later`, by: ["officer"] })));
const outcome = fc.record({
  title: words,
  doing: fc.array(line, { maxLength: 3 }),
  rights,
  officerActions: afterwards,
});

/** A service with a route. */
export const randomService: fc.Arbitrary<Service> = fc
  .record({
    stages: fc.array(stageMembers, { minLength: 1, maxLength: stageNames.length }),
    outcomes: fc.tuple(outcome, outcome, outcome),
    rights,
    finish: maybe(finish),
    everywhere: actions,
    hasCalendar: fc.boolean(),
  })
  .map(({ stages, outcomes, rights: anywhere, finish: clock, everywhere, hasCalendar }) =>
    serviceOf(
      stages.map((one, at) => ({ name: stageNames[at] ?? "extra", ...one })),
      outcomes.map((one, at) => ({ name: outcomeNames[at] ?? "extra", ...one })),
      present({
        rights: anywhere,
        finish: clock,
        officerActions: everywhere,
        calendar: hasCalendar ? "work" : undefined,
      }),
    ),
  );

function serviceOf(stages: Stage[], outcomes: Outcome[], route: Partial<Service["route"]> & object): Service {
  const yes = { op: "literal", value: true, type: { kind: "yes-or-no" } } as const;
  return {
    contractVersion: 1,
    name: "any",
    title: { en: "Any service" },
    agency: { name: "city", title: { en: "City" } },
    version: { number: 1, starts: "2026-01-01" },
    status: { stage: "live" },
    languages: [{ tag: "en", name: "English" }],
    timeZone: "Europe/London",
    currency: "GBP",
    applicants: [],
    roles: { officer: { name: "officer", title: { en: "an officer" } } },
    partners: { police: { name: "police", title: { en: "Police" } } },
    sources: { cars: { title: { en: "Register of cars" }, operations: {} } },
    lists: {},
    calendars: {},
    sections: [],
    rules: {
      said: {
        gives: { kind: "yes-or-no" },
        reads: ["a"],
        expression: { op: "is", left: { op: "fact", path: ["a"] }, right: yes },
      },
      table: { gives: { kind: "yes-or-no" }, reads: [], expression: { op: "table", policy: "first", rows: [] } },
    },
    route: { rights: [], ...route, first: stages[0]?.name ?? "", stages },
    outcomes,
    credentials: {},
    messages: {},
    names: {},
    fills: {},
    sourceMap: {},
  };
}
