// The rulings R0 to R22 of the design (language.md 2.5), each as far as the contract has the construct it speaks of.
import { describe, expect, test } from "vitest";
import { rightsOf } from "./steps/right.ts";
import { action, driver, officer, second, service, stage, Walk } from "./tests/sample.ts";

const review = stage("review", {
  by: ["officer"],
  actions: [action("approve", "granted"), action("refuse", "refused", true), action("note")],
  exits: [{ when: "other", goTo: "lapsed" }],
  moreInformation: { within: { amount: 10, unit: "working-days" }, goTo: "review" },
  finish: { within: { amount: 5, unit: "working-days" }, tell: "manager" },
});
const pay = stage("pay", {
  payment: { of: "fee", name: "fee", within: { amount: 14, unit: "days" }, otherwise: "lapsed" },
  goTo: "granted",
});

describe("R0 what a stage does, in order", () => {
  test("a `when` that is yes leads out before any task is made", () => {
    const walk = new Walk(service([stage("first", { by: ["officer"], exits: [{ when: "yes", goTo: "granted" }] })]), {
      yes: true,
    });
    expect(walk.place).toBe("granted");
    expect(walk.present.tasks).toEqual([]);
  });
  test("a line that waits holds back the `when` lines until it ended", () => {
    const fetch = { kind: "fetch", key: "car", name: "car", source: "s", operation: "o", using: [] } as const;
    const walk = new Walk(
      service([
        stage("first", {
          doing: [{ do: "fetch", fetch: { ...fetch, using: [] } }],
          exits: [{ when: "yes", goTo: "granted" }],
        }),
      ]),
      { yes: true },
    );
    expect(walk.place).toBe("first 1");
    expect(walk.last.effects).toMatchObject([{ do: "fetch", source: "s" }]);
    const fetched = {
      state: "present",
      source: "s",
      operation: "o",
      at: walk.now,
      using: {},
      record: { make: "Fiat" },
    } as const;
    walk.do({ type: "effect-finished", effectId: walk.last.effects[0]?.id ?? "", fetched });
    expect(walk.place).toBe("granted");
    expect(walk.present.fetched["car"]?.record).toEqual({ make: "Fiat" });
  });
  test("a line that is given up lets the stage go on", () => {
    const walk = new Walk(service([stage("first", { doing: [{ do: "send", what: "letter" }], goTo: "granted" })]));
    expect(walk.place).toBe("first 1");
    walk.do({ type: "effect-failed", effectId: walk.last.effects[0]?.id ?? "", reason: "no" });
    expect(walk.place).toBe("granted");
  });
});

describe("R1 leaving a stage", () => {
  test("open work, deadlines and payment requests end as cancelled; a late result is not a value", () => {
    const walk = new Walk(service([review], { rights: [{ name: "withdraw", withReason: false, goTo: "withdrawn" }] }));
    walk.do({ type: "right-used", by: driver, right: "withdraw" });
    expect(walk.place).toBe("withdrawn");
    expect(walk.present.tasks.map(({ state }) => state)).toEqual(["cancelled"]);
    expect(walk.present.deadlines.map(({ state }) => state)).toEqual(["cancelled"]);
  });
  test("money that comes after the request was closed is given back and grants nothing", () => {
    const walk = new Walk(service([pay]), { fee: 12000 }).until("2026-06-16T00:00:00.000Z");
    expect(walk.place).toBe("lapsed");
    walk.pay();
    expect(walk.place).toBe("lapsed");
    expect(walk.last.effects).toMatchObject([{ do: "give-back", amount: 12000 }]);
    expect(walk.pay().last.effects).toEqual([]);
  });
});

describe("R2 entering a stage again", () => {
  const twice = service([review, stage("look", { by: ["officer"], actions: [action("back", "review")] })]);
  test("is a new visit with new tasks and full deadlines", () => {
    const stages = [{ ...review, actions: [action("on", "look")] }, ...(twice.route?.stages.slice(1) ?? [])];
    const walk = new Walk(service(stages)).choose("on");
    walk.now = "2026-06-09T09:00:00.000Z";
    walk.choose("back");
    expect(walk.place).toBe("review 2");
    expect(walk.present.deadlines.at(-1)).toMatchObject({ at: "2026-06-16T22:59:59.999Z", state: "running", visit: 2 });
  });
  test("takes only the payment that is not yet paid", () => {
    const after = stage("after", { by: ["officer"], actions: [action("again", "pay")] });
    const walk = new Walk(service([{ ...pay, goTo: "after" }, after]), { fee: 500 }).pay().choose("again");
    expect(walk.place).toBe("after 2");
    expect(walk.present.payments).toHaveLength(1);
  });
  test("while unpaid the amount follows the value: the old request is closed, a new one made", () => {
    const waived = { ...pay, by: ["officer"], actions: [action("waive", "granted")], corrects: ["fee"] };
    const walk = new Walk(service([waived]), { fee: 500 });
    walk.do({
      type: "answers-corrected",
      by: officer,
      taskId: walk.task,
      reason: "typing mistake",
      changes: [{ path: "fee", value: 700 }],
    });
    expect(walk.present.payments.map(({ amount, state }) => [amount, state])).toEqual([
      [500, "closed"],
      [700, "wanted"],
    ]);
  });
  test("separation of duties looks at everybody who chose in any visit, not at who looked", () => {
    const judge = stage("judge", {
      by: ["officer"],
      notTheSamePersonAs: ["review"],
      actions: [action("uphold", "granted")],
    });
    const walk = new Walk(service([{ ...review, actions: [action("on", "judge")] }, judge]));
    walk.do({ type: "claimed", by: second, taskId: walk.task }).do({ type: "released", by: second, taskId: walk.task });
    walk.choose("on", officer).choose("uphold", officer);
    expect(walk.last.refused?.code).toBe("not-the-same-person");
    expect(walk.choose("uphold", second).place).toBe("granted");
  });
});

test("R3 unknown is not yes, and a corrected answer does not move a case back by itself", () => {
  const walk = new Walk(
    service([
      stage("first", { exits: [{ when: "yes", goTo: "granted" }], otherwise: "review" }),
      { ...review, corrects: ["yes"] },
    ]),
  );
  expect(walk.place).toBe("review 1");
  const changes = [{ path: "yes", value: true }];
  walk.do({ type: "answers-corrected", by: officer, taskId: walk.task, reason: "letter", changes });
  expect(walk.present.answers["yes"]).toBe(true);
  expect(walk.place).toBe("review 1");
});

test("R4 the first exit from the top that is yes wins", () => {
  const exits = [
    { when: "yes", goTo: "granted" },
    { when: "other", goTo: "refused" },
  ];
  expect(new Walk(service([stage("first", { exits })]), { yes: true, other: true }).place).toBe("granted");
  expect(new Walk(service([stage("first", { exits })]), { yes: false, other: true }).place).toBe("refused");
});

describe("R5 ties and lateness", () => {
  test("a press after the deadline is refused with when the time ran out, whatever else was late", () => {
    const late = { ...review, finish: { within: { amount: 5, unit: "days" } as const, goTo: "lapsed" } };
    const walk = new Walk(service([late]));
    const { task } = walk;
    walk.now = "2026-06-07T09:00:00.000Z";
    walk.do({ type: "chosen", by: officer, taskId: task, action: "approve" });
    expect(walk.place).toBe("lapsed");
    expect(walk.last.refused).toMatchObject({ code: "time-ran-out" });
    expect(walk.last.events[0]?.happening).toEqual({ type: "due" });
    walk.do({ type: "chosen", by: officer, taskId: task, action: "approve" });
    expect(walk.last.refused?.code).toBe("time-ran-out");
  });
  test("oldest first, and tell before go to when equal", () => {
    const reminders = [{ to: "manager", after: { amount: 5, unit: "days" } as const }];
    const late = { ...review, reminders, finish: { within: { amount: 5, unit: "days" } as const, goTo: "lapsed" } };
    const walk = new Walk(service([late])).until("2026-06-20T09:00:00.000Z");
    expect(walk.last.effects).toMatchObject([{ do: "tell", about: "reminder" }]);
    expect(walk.place).toBe("lapsed");
  });
});

describe("R6 asking for more information", () => {
  const ask = (walk: Walk): Walk =>
    walk.do({ type: "information-asked", by: officer, taskId: walk.task, question: "Which?" });
  const answer = (walk: Walk): Walk =>
    walk.do({
      type: "information-answered",
      by: driver,
      requestId: walk.present.requests.at(-1)?.id ?? "",
      answer: "This",
    });
  test("the stage is not left, the task sleeps for the asker, clocks keep what is left", () => {
    const walk = ask(new Walk(service([review])));
    expect(walk.place).toBe("review 1");
    expect(walk.present.tasks).toMatchObject([{ state: "asleep", claimedBy: { id: "olu" } }]);
    // Five working days from Monday with a fair on Wednesday: until Tuesday the 9th.
    expect(walk.present.deadlines[0]).toMatchObject({ state: "stopped", left: { amount: 5, unit: "working-days" } });
    expect(walk.choose("approve").last.refused?.code).toBe("task-asleep");
    walk.now = "2026-06-04T09:00:00.000Z";
    answer(walk);
    expect(walk.present.tasks).toMatchObject([{ state: "claimed", claimedBy: { id: "olu" } }]);
    expect(walk.present.deadlines[0]).toMatchObject({ state: "running", at: "2026-06-11T22:59:59.999Z" });
    expect(walk.choose("approve").place).toBe("granted");
  });
  test("silence goes on as if answered, or by otherwise", () => {
    const silent = ask(new Walk(service([review]))).until("2026-06-20T00:00:00.000Z");
    expect(silent.place).toBe("review 1");
    expect(silent.present.requests[0]?.state).toBe("silent");
    expect(answer(silent).last.refused?.code).toBe("time-ran-out");
    const within = { amount: 10, unit: "working-days" } as const;
    const other = { ...review, moreInformation: { within, goTo: "review", otherwise: "lapsed" } };
    expect(ask(new Walk(service([other]))).until("2026-06-20T00:00:00.000Z").place).toBe("lapsed");
  });
  test("several requests in a row are allowed", () => {
    const walk = answer(ask(answer(ask(new Walk(service([review]))))));
    expect(walk.present.requests.map(({ state }) => state)).toEqual(["answered", "answered"]);
  });
});

describe("R7 appeals after an outcome", () => {
  const right = { name: "appeal", withReason: false, within: { amount: 28, unit: "days" }, goTo: "judge" } as const;
  const judge = stage("judge", {
    by: ["judge"],
    notTheSamePersonAs: ["review"],
    actions: [action("dismiss", "refused", true)],
  });
  const compiled = service([review, judge], {}, [
    { name: "refused", doing: [{ do: "send", what: "letter" }], rights: [right] },
  ]);
  const refused = (): Walk => new Walk(compiled).choose("refuse", officer, "too big");
  test("time counts from the day the message was handed over", () => {
    const walk = refused();
    const effectId = walk.last.effects[0]?.id ?? "";
    walk.now = "2026-06-03T09:00:00.000Z";
    walk.do({ type: "effect-finished", effectId });
    expect(rightsOf(compiled, walk.present, walk.now, walk.days)).toMatchObject([
      { until: "2026-07-01T22:59:59.999Z" },
    ]);
    walk.now = "2026-07-02T09:00:00.000Z";
    expect(walk.do({ type: "right-used", by: driver, right: "appeal" }).last.refused?.code).toBe("time-ran-out");
  });
  test("a message that nobody could deliver has not started the time", () => {
    const walk = refused();
    walk.do({ type: "effect-failed", effectId: walk.last.effects[0]?.id ?? "", reason: "no address" });
    walk.now = "2026-12-01T09:00:00.000Z";
    expect(walk.do({ type: "right-used", by: driver, right: "appeal" }).place).toBe("judge 1");
  });
  test("exists once for each time the outcome is reached; the outcome is the last one", () => {
    const walk = refused().do({ type: "right-used", by: driver, right: "appeal" });
    walk.choose("dismiss", second, "still too big");
    expect(walk.place).toBe("refused");
    expect(walk.present.reached.map(({ replaced, time }) => [replaced, time])).toEqual([
      [true, 1],
      [false, 2],
    ]);
    expect(walk.do({ type: "right-used", by: driver, right: "appeal" }).place).toBe("judge 2");
  });
  test("only the applicant may use it", () => {
    const walk = refused().do({ type: "right-used", by: { kind: "applicant", id: "neighbour" }, right: "appeal" });
    expect(walk.last.refused?.code).toBe("not-yours");
  });
  test("reaching an outcome again replaces what this case issued", () => {
    const again = service([review, judge], {}, [
      { name: "granted", doing: [{ do: "issue", what: "licence" }], rights: [{ ...right, goTo: "review" }] },
    ]);
    const walk = new Walk(again, { plate: "AB12" })
      .choose("approve")
      .do({ type: "right-used", by: driver, right: "appeal" });
    walk.choose("approve");
    expect(walk.present.issued.map(({ status, endDate }) => [status, endDate])).toEqual([
      ["replaced", "2027-06-01"],
      ["valid", "2027-06-01"],
    ]);
  });
});

test("R8 the day applied is the local day of sending", () => {
  expect(new Walk(service([review])).present.dateApplied).toBe("2026-06-01");
});

test("R9 days do not count the day itself and end with its last local instant; working days leave out closed days", () => {
  const walk = new Walk(service([review]));
  expect(walk.present.deadlines[0]?.at).toBe("2026-06-09T22:59:59.999Z");
  expect(walk.until("2026-06-09T22:59:59.998Z").present.late).toBe(false);
  expect(walk.until("2026-06-09T22:59:59.999Z").present.late).toBe(true);
  expect(walk.until("2026-06-12T00:00:00.000Z").last.effects).toEqual([]);
});

test("R10 a right with until does not come back on a later loop, and is offered while information is asked", () => {
  const rights = [{ name: "withdraw", withReason: false, until: ["pay"], goTo: "withdrawn" }];
  const back = stage("back", { by: ["officer"], actions: [action("again", "review")] });
  const stages = [{ ...review, actions: [action("on", "pay")] }, { ...pay, goTo: "back" }, back];
  const asked = new Walk(service(stages, { rights }), { fee: 100 });
  asked.do({ type: "information-asked", by: officer, taskId: asked.task, question: "Which?" });
  expect(asked.do({ type: "right-used", by: driver, right: "withdraw" }).place).toBe("withdrawn");
  const paid = new Walk(service(stages, { rights }), { fee: 100 }).choose("on").pay().choose("again");
  expect(paid.place).toBe("review 2");
  expect(paid.do({ type: "right-used", by: driver, right: "withdraw" }).last.refused?.code).toBe("no-such-right");
});

test("R12 a skipped stage is passed by its bare go to, without its lines", () => {
  const skipped = stage("first", {
    by: ["officer"],
    skipWhen: "skip",
    doing: [{ do: "send", what: "letter" }],
    goTo: "review",
  });
  const walk = new Walk(service([skipped, review]), { skip: true });
  expect(walk.place).toBe("review 1");
  expect(walk.last.effects).toEqual([]);
  expect(walk.present.visits["first"]).toBeUndefined();
});

test("R13 an action without a place is recorded, then the `when` lines are tried", () => {
  const walk = new Walk(service([review])).choose("note");
  expect(walk.place).toBe("review 1");
  expect(walk.present.choices).toEqual({ review: "note" });
});

test("R16 tell and remind never move a case and happen once per visit", () => {
  const reminders = [{ to: "applicant", after: { amount: 7, unit: "days" } as const }];
  const walk = new Walk(
    service([{ ...review, finish: { tell: "manager", within: { amount: 1, unit: "days" } }, reminders }]),
  );
  expect(walk.until("2026-06-30T00:00:00.000Z").last.effects).toMatchObject([
    { do: "tell", to: "manager" },
    { do: "tell", to: "applicant" },
  ]);
  expect(walk.until("2026-07-30T00:00:00.000Z").last.effects).toEqual([]);
  expect(walk.place).toBe("review 1");
});

test("R19 a stage by the applicant is theirs to do and stops the clock of the case", () => {
  const mine = stage("mine", { by: ["applicant"], actions: [action("accept", "granted")] });
  const walk = new Walk(service([mine], { finish: { within: { amount: 8, unit: "weeks" }, goTo: "lapsed" } }));
  expect(walk.present.deadlines[0]?.state).toBe("stopped");
  expect(walk.choose("accept", officer).last.refused?.code).toBe("not-your-role");
  expect(walk.choose("accept", driver).place).toBe("granted");
});

describe("payment", () => {
  test("nothing to pay goes straight on; an amount that is not known is held, never granted", () => {
    expect(new Walk(service([pay]), { fee: 0 }).place).toBe("granted");
    const unknown = new Walk(service([pay]));
    expect(unknown.place).toBe("pay 1");
    expect(unknown.last.effects).toMatchObject([{ do: "hold", line: "take payment" }]);
  });
  test("told twice it is paid once; a wrong amount pays nothing", () => {
    const walk = new Walk(service([pay]), { fee: 900 });
    expect(walk.pay(1).last.refused?.code).toBe("wrong-amount");
    expect(walk.pay().place).toBe("granted");
    const { present } = walk;
    expect(walk.pay().present).toBe(present);
  });
  test("stepping back at the provider makes a new request while the time runs on", () => {
    const walk = new Walk(service([pay]), { fee: 900 });
    walk.do({ type: "payment-cancelled", paymentId: walk.payment?.id ?? "" });
    expect(walk.present.payments.map(({ state, tries }) => [state, tries])).toEqual([
      ["cancelled", 0],
      ["wanted", 1],
    ]);
    expect(walk.pay().place).toBe("granted");
  });
});

test("a route that runs in a circle by itself is held for a person", () => {
  const walk = new Walk(service([stage("a", { goTo: "b" }), stage("b", { goTo: "a" })]));
  expect(walk.last.effects.at(-1)).toMatchObject({ do: "hold", line: "go to" });
});

test("a reason that is needed and missing refuses the action and leaves no trace", () => {
  const walk = new Walk(service([review]));
  const { present } = walk;
  walk.choose("refuse", officer, " ");
  expect(walk.last).toMatchObject({ refused: { code: "reason-missing" }, events: [], effects: [] });
  expect(walk.present).toBe(present);
});
