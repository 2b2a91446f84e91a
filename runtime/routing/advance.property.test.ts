// Whatever happens in whatever order: a case is in exactly one place, nothing throws, and its log gives it again exactly.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Service } from "#contract";
import type { Answers } from "#contract/facts.ts";
import parking from "../../examples/resident-parking-permit/expected/service.json" with { type: "json" };
import { replay } from "./advance.ts";
import type { Case, Person } from "./case.ts";
import type { Happening } from "./happening.ts";
import { action, check, driver, fetch, monday, service, stage, Walk } from "./tests/sample.ts";
import type { Found } from "./watch.ts";

const within = { amount: 3, unit: "working-days" } as const;
const signing = stage("signing", { coSign: { by: "director" }, finish: { within, goTo: "lapsed" }, goTo: "check" });
const everything: Service = service(
  [
    stage("check", {
      doing: [{ do: "send", what: "letter" }],
      exits: [{ when: "yes", goTo: "pay" }],
      otherwise: "review",
      finish: { within, goTo: "review" },
    }),
    stage("review", {
      by: ["officer"],
      actions: [
        action("approve", "pay"),
        action("refuse", "refused", true),
        action("back", "check"),
        action("note"),
        action("hear", "hear"),
      ],
      moreInformation: { within, goTo: "review", otherwise: "lapsed" },
      reminders: [{ to: "applicant", after: { amount: 2, unit: "days" } }],
      takesLonger: { amount: 2, unit: "weeks" },
      consults: { roles: ["judge"], within },
      holds: { amount: 10, unit: "days" },
      corrects: ["yes", "fee"],
      finish: { within, tell: "manager" },
    }),
    stage("hear", {
      doing: [{ do: "start", what: "other", paths: ["yes"] }],
      waits: [{ within: { amount: 2, unit: "days" } }],
      awaits: [
        { what: "judgment", source: "court", within, otherwise: "review" },
        { what: "other", within, otherwise: "lapsed" },
      ],
      exits: [{ when: "upheld", goTo: "pay" }],
      goTo: "check",
    }),
    stage("pay", {
      payment: { of: "fee", name: "fee", within: { amount: 14, unit: "days" }, otherwise: "lapsed" },
      goTo: "granted",
    }),
    stage("judge", {
      by: ["judge"],
      notTheSamePersonAs: ["review"],
      actions: [action("uphold", "pay"), action("dismiss", "refused", true)],
    }),
  ],
  {
    changeAnswersUntil: ["pay"],
    tellApplicantAtEveryStage: true,
    urgentWhen: "yes",
    rights: [{ name: "withdraw", withReason: false, until: ["pay"], goTo: "withdrawn" }],
    finish: { within: { amount: 8, unit: "weeks" }, goTo: "lapsed" },
  },
  [
    {
      name: "refused",
      doing: [{ do: "send", what: "letter" }],
      rights: [{ name: "appeal", withReason: false, within: { amount: 28, unit: "days" }, goTo: "judge" }],
      officerActions: [{ ...action("correct", "review", true), by: ["officer"], within: { amount: 7, unit: "days" } }],
    },
    {
      name: "granted",
      doing: [
        { do: "issue", what: "licence" },
        { do: "send", what: "letter" },
      ],
    },
  ],
);

/** The same, where another person must sign first. */
const signed: Service = {
  ...everything,
  ...(everything.route && {
    route: { ...everything.route, first: "signing", stages: [signing, ...everything.route.stages] },
  }),
};
/** Checks of every kind, several people, and a second approval. */
const parallel = service(
  [
    stage("checks", {
      checks: [
        check("tax", { doing: [fetch("tax")], finish: { within, goOnWithout: true } }),
        check("home", {
          by: ["officer"],
          actions: [action("approve"), action("refuse", undefined, true)],
          finish: { within, tell: "manager" },
        }),
        check("owner", {
          by: ["judge"],
          forEach: { item: "owner", name: "owner", list: ["owners"] },
          skipWhen: "skip",
          actions: [action("approve"), action("refuse", undefined, true)],
          finish: { within: { amount: 9, unit: "days" }, goTo: "decide" },
        }),
        check("landlord", {
          by: ["landlord"],
          invite: { name: "landlord", using: "email", level: "substantial" },
          actions: [action("approve"), action("refuse", undefined, true)],
          finish: { within, goOnWithout: true },
        }),
        check("views", { by: ["officer"], doneBy: 2, actions: [action("approve"), action("note")] }),
      ],
      exits: [
        { when: "other", goTo: "refused" },
        { when: "allDone", goTo: "views", done: "all" },
      ],
    }),
    stage("views", {
      by: ["officer"],
      doneBy: 2,
      actions: [action("approve", "decide"), action("back", "checks"), action("refuse", "refused", true)],
      otherwise: "decide",
      moreInformation: { within, goTo: "views" },
    }),
    stage("decide", {
      by: ["officer"],
      secondApproval: { by: "judge", when: "yes" },
      actions: [action("approve", "pay"), action("back", "checks"), action("note")],
      finish: { within, goTo: "refused" },
    }),
    stage("pay", { payment: { of: "fee", name: "fee", within, otherwise: "lapsed" }, goTo: "granted" }),
  ],
  { rights: [{ name: "withdraw", withReason: false, goTo: "withdrawn" }] },
);

/** The compiled parking service, as JSON: its shape is proven where it is compiled. */
function isService(value: unknown): value is Service {
  return typeof value === "object" && value !== null && "contractVersion" in value && "route" in value;
}

const person = fc.constantFrom<Person>(
  driver,
  { kind: "applicant", id: "stranger" },
  { kind: "officer", id: "olu", roles: ["officer", "parking-officer"] },
  { kind: "officer", id: "sam", roles: ["judge", "officer", "appeals-officer", "parking-officer"] },
);
const id = (kind: string): fc.Arbitrary<string> => fc.integer({ min: 1, max: 30 }).map((number) => `${kind}-${number}`);
/** What the register says when it is asked again about a licence. */
function vehicleFound(taxed: boolean): Found {
  const said = { source: "vehicle-register", operation: "find-vehicle", at: monday, using: {} };
  return { key: "vehicle", fetched: { ...said, state: "present", record: { taxed } } };
}
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ type: fc.constant("claimed" as const), by: person, taskId: id("task") }),
  fc.record({ type: fc.constant("released" as const), by: person, taskId: id("task") }),
  fc.record({
    type: fc.constant("chosen" as const),
    by: person,
    taskId: id("task"),
    action: fc.constantFrom(
      "approve",
      "refuse",
      "back",
      "note",
      "hear",
      "uphold",
      "dismiss",
      "confirm",
      "send-back",
      "constructor",
    ),
    reason: fc.constantFrom("", "because"),
  }),
  fc.record({
    type: fc.constant("information-asked" as const),
    by: person,
    taskId: id("task"),
    question: fc.constantFrom("", "Which?"),
  }),
  fc.record({
    type: fc.constant("information-answered" as const),
    by: person,
    requestId: id("request"),
    answer: fc.string(),
  }),
  fc.record({
    type: fc.constant("right-used" as const),
    by: person,
    right: fc.constantFrom("withdraw", "appeal", "__proto__"),
  }),
  fc.record({
    type: fc.constant("payment-requested" as const),
    paymentId: id("payment"),
    providerId: id("pay"),
    payAddress: fc.constant("https://pay"),
  }),
  fc.record({
    type: fc.constant("payment-settled" as const),
    paymentId: id("payment"),
    amount: fc.constantFrom(12000, 500, 0),
  }),
  fc.record({ type: fc.constant("payment-cancelled" as const), paymentId: id("payment") }),
  fc.record({
    type: fc.constant("invitation-accepted" as const),
    by: person,
    level: fc.constantFrom("low" as const, "high" as const),
    invitationId: id("invitation"),
  }),
  fc.constant({ type: "due" as const }),
  fc.record({
    type: fc.constant("announced" as const),
    source: fc.constantFrom("court", "nobody"),
    name: fc.constantFrom("judgment", "__proto__"),
    values: fc.constant({ upheld: true }),
    messageId: fc.constantFrom("m-1", "m-2"),
  }),
  fc.record({
    type: fc.constant("started-decided" as const),
    startId: id("effect"),
    number: fc.constant("C-2"),
    outcome: fc.constantFrom("granted", "refused"),
  }),
  fc.record({
    type: fc.constant("consulted" as const),
    by: person,
    taskId: id("task"),
    role: fc.constantFrom("judge", "nobody"),
    question: fc.constantFrom("", "Is it right?"),
  }),
  fc.record({
    type: fc.constant("advised" as const),
    by: person,
    consultationId: id("consultation"),
    answer: fc.constantFrom("", "Yes."),
  }),
  fc.record({
    type: fc.constantFrom("put-on-hold" as const, "time-taken" as const),
    by: person,
    taskId: id("task"),
    reason: fc.constantFrom("", "The lawyer is ill."),
  }),
  fc.record({ type: fc.constant("hold-ended" as const), by: person, taskId: id("task") }),
  fc.record({
    type: fc.constant("officer-right-used" as const),
    by: person,
    right: fc.constantFrom("correct", "constructor"),
    reason: fc.constantFrom("", "A slip."),
  }),
  fc.record({
    type: fc.constant("answers-changed" as const),
    by: person,
    corrected: fc.record({
      changes: fc.array(fc.record({ path: fc.constantFrom("yes", "fee"), value: fc.constantFrom(true, 700) }), {
        maxLength: 2,
      }),
      asked: fc.constant(["yes", "fee"]),
      fetched: fc.constant({}),
    }),
  }),
  fc.record({
    type: fc.constant("licence-looked-at" as const),
    issuedId: id("issued"),
    found: fc.constantFrom<readonly Found[]>([], [vehicleFound(true)], [vehicleFound(false)]),
  }),
  fc.record({ type: fc.constant("co-signed" as const), by: person }),
  fc.record({ type: fc.constant("effect-finished" as const), effectId: id("effect") }),
  fc.record({ type: fc.constant("effect-failed" as const), effectId: id("effect"), reason: fc.string() }),
  fc.record({
    type: fc.constant("answers-corrected" as const),
    by: person,
    taskId: id("task"),
    reason: fc.constant("mistake"),
    changes: fc.array(
      fc.record({
        path: fc.constantFrom("yes", "fee", "fuel", "permitsHeld"),
        value: fc.constantFrom<string | number | boolean>(true, 500, 12000, "petrol", 0),
      }),
      { maxLength: 2 },
    ),
  }),
);
/** Most steps aim at what is open, so that walks get far. */
const aimed = fc.record({
  happening,
  aim: fc.boolean(),
  wait: fc.constantFrom(0, 1, 30, 60 * 24, 60 * 24 * 6, 60 * 24 * 15),
});

/** One of the open tasks, by chance of the happening itself. */
function someTask(walk: Walk, { taskId }: { readonly taskId: string }): string {
  const open = walk.present.tasks.filter(({ state }) => state !== "done" && state !== "cancelled");
  return open[Number(taskId.replace(/\D/g, "")) % Math.max(1, open.length)]?.id ?? "none";
}

function aimAt(walk: Walk, wild: Happening): Happening {
  if ("consultationId" in wild) return { ...wild, consultationId: walk.present.consultations?.at(-1)?.id ?? "none" };
  if (wild.type === "co-signed") return { ...wild, by: { kind: "applicant", id: "stranger" } };
  if ("issuedId" in wild) return { ...wild, issuedId: walk.present.issued.at(-1)?.id ?? "none" };
  if ("startId" in wild) return { ...wild, startId: walk.present.started?.at(-1)?.id ?? "none" };
  if ("taskId" in wild) return { ...wild, taskId: someTask(walk, wild) };
  if ("invitationId" in wild) return { ...wild, invitationId: walk.present.invitations?.at(-1)?.id ?? "none" };
  if ("paymentId" in wild)
    return {
      ...wild,
      paymentId: walk.payment?.id ?? "none",
      ...("amount" in wild ? { amount: walk.payment?.amount ?? 0 } : {}),
    };
  if ("requestId" in wild) return { ...wild, by: driver, requestId: walk.present.requests.at(-1)?.id ?? "none" };
  if ("effectId" in wild) return { ...wild, effectId: Object.keys(walk.present.ordered)[0] ?? "none" };
  return wild;
}

function checkWalk(
  compiled: Service,
  answers: Answers,
  steps: { happening: Happening; aim: boolean; wait: number }[],
): void {
  const walk = new Walk(compiled, answers);
  for (const step of steps) {
    walk.now = new Date(Date.parse(walk.now) + step.wait * 60_000).toISOString();
    const before = JSON.stringify(walk.case);
    const kept = walk.case;
    walk.do(step.aim ? aimAt(walk, step.happening) : step.happening);
    // What came in is never touched.
    expect(JSON.stringify(kept)).toBe(before);
    expectOnePlace(walk);
    expectRevokedStays(kept, walk);
  }
  expect(JSON.parse(JSON.stringify(replay(compiled, walk.rulebook, walk.log, walk.days)))).toEqual(
    JSON.parse(JSON.stringify(walk.case)),
  );
}

/** What was taken back never counts again. */
function expectRevokedStays(before: Case | undefined, walk: Walk): void {
  for (const { id: issuedId, status } of before?.issued ?? [])
    if (status === "revoked") expect(walk.present.issued.find((one) => one.id === issuedId)?.status).toBe("revoked");
}

function expectOnePlace(walk: Walk): void {
  const { place, tasks, deadlines, payments, reached, ordered, checks = [], proposals = [] } = walk.present;
  const names =
    place.kind === "stage"
      ? walk.service.route?.stages.map(({ name }) => name)
      : walk.service.outcomes.map(({ name }) => name);
  expect(names).toContain(place.kind === "stage" ? place.stage : place.outcome);
  const isHere = (thing: { stage?: string; visit?: number }): boolean =>
    place.kind === "stage" && thing.stage === place.stage && thing.visit === place.visit;
  for (const task of tasks) if (task.state !== "done" && task.state !== "cancelled") expect(isHere(task)).toBe(true);
  for (const payment of payments)
    if (payment.state === "wanted" || payment.state === "requested") expect(isHere(payment)).toBe(true);
  for (const deadline of deadlines)
    if (deadline.state === "running" && deadline.kind === "deletion") expect(place.kind).toBe("outcome");
    else if (deadline.state === "running" && deadline.kind !== "case") expect(isHere(deadline)).toBe(true);
  for (const one of checks) if (one.state === "open") expect(isHere(one)).toBe(true);
  for (const one of proposals) if (one.state === "proposed") expect(isHere(one)).toBe(true);
  // A check's work and time are open only while the check is.
  const isOpenCheck = (id: string | undefined): boolean =>
    id === undefined || checks.some((one) => one.id === id && one.state === "open");
  for (const { check: id, state } of tasks)
    if (state === "open" || state === "claimed") expect(isOpenCheck(id)).toBe(true);
  for (const { check: id, state } of deadlines) if (state === "running") expect(isOpenCheck(id)).toBe(true);
  // Nobody acts twice in what several people do, nor confirms what they proposed.
  const views = (walk.present.views ?? []).map(({ stage: name, visit, check: id, by }) =>
    JSON.stringify([name, visit, id, by.id]),
  );
  expect(new Set(views).size).toBe(views.length);
  for (const { by, decidedBy } of proposals) expect(decidedBy?.id).not.toBe(by.id);
  if (place.kind === "outcome") expect(reached.at(-1)).toMatchObject({ outcome: place.outcome, time: place.time });
  expect(new Set(Object.keys(ordered)).size).toBe(Object.keys(ordered).length);
  // Granted means paid, whatever way it was reached.
  if (place.kind === "outcome" && place.outcome === "granted") {
    expect(
      payments.some(({ state }) => state === "paid") || walk.present.history.some(({ place: name }) => name === "pay"),
    ).toBe(true);
  }
}

test("any happenings leave a case in one place, throw nothing, and replay exactly", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(everything, signed),
      fc.boolean(),
      fc.array(aimed, { maxLength: 25 }),
      (compiled, yes, steps) => checkWalk(compiled, { yes, fee: 12000 }, steps),
    ),
    { numRuns: 400 },
  );
});

test("the same with checks at the same time, several people and a second approval", () => {
  const owners = [{ id: "a" }, { id: "b" }];
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), fc.array(aimed, { maxLength: 40 }), (yes, skip, steps) =>
      checkWalk(parallel, { yes, skip, fee: 12000, email: "lea@example.com", owners }, steps),
    ),
    { numRuns: 400 },
  );
});

test("the compiled parking service as well", () => {
  if (!isService(parking)) throw new Error("The expected parking service is not a service.");
  const compiled: Service = parking;
  const answers = { fuel: "petrol", permitsHeld: 0, keeper: false, blueBadge: false };
  fc.assert(
    fc.property(fc.array(aimed, { maxLength: 25 }), (steps) => checkWalk(compiled, answers, steps)),
    { numRuns: 300 },
  );
});
