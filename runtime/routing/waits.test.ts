// Waits of every kind, and what people do while a case stays in a stage: the rulings R5, R11 and R20, and the lines of the catalogue.
import { describe, expect, test } from "vitest";
import { nextInstant } from "./advance.ts";
import { officerRightsOf } from "./steps/officer-right.ts";
import { action, driver, officer, second, service, stage, Walk } from "./tests/sample.ts";

const days = (amount: number) => ({ amount, unit: "days" }) as const;
const workingDays = (amount: number) => ({ amount, unit: "working-days" }) as const;
const other = { kind: "applicant", id: "director" } as const;

describe("wait for a time", () => {
  test("so long, to the end of the last day; then the bare way out opens", () => {
    const walk = new Walk(service([stage("still", { waits: [{ within: days(10) }], goTo: "granted" })]));
    expect(walk.place).toBe("still 1");
    expect(walk.until("2026-06-11T22:59:59.998Z").place).toBe("still 1");
    expect(walk.until("2026-06-11T22:59:59.999Z").place).toBe("granted");
  });
  test("until a day: its beginning; a day that is not known yet is waited for, one that changes is followed", () => {
    const waiting = stage("still", { waits: [{ until: "day" }], goTo: "granted" });
    const walk = new Walk(service([waiting], { changeAnswersUntil: ["granted"] }));
    expect(nextInstant(walk.present)).toBeUndefined();
    const change = (value: string): Walk =>
      walk.do({
        type: "answers-changed",
        by: driver,
        corrected: { changes: [{ path: "day", value }], asked: ["day"], fetched: {} },
      });
    expect(change("2026-07-01").present.deadlines.map(({ at, state }) => [at, state])).toEqual([
      ["2026-06-30T23:00:00.000Z", "running"],
    ]);
    expect(change("2026-06-20").present.deadlines.map(({ state }) => state)).toEqual(["cancelled", "running"]);
    expect(walk.until("2026-06-19T23:00:00.000Z").place).toBe("granted");
  });
  test("a day that is past is not waited for", () => {
    const waiting = stage("still", { waits: [{ until: "day" }], goTo: "granted" });
    expect(new Walk(service([waiting]), { day: "2026-05-01" }).do({ type: "due" }).place).toBe("granted");
  });
  test("in a person's stage the work is open meanwhile, and whichever comes first leads out", () => {
    const visiting = stage("visit", {
      by: ["officer"],
      waits: [{ within: days(3) }],
      actions: [action("cancel", "refused")],
      goTo: "granted",
    });
    expect(new Walk(service([visiting])).choose("cancel").place).toBe("refused");
    const walk = new Walk(service([visiting])).until("2026-06-05T00:00:00.000Z");
    expect(walk.place).toBe("granted");
    expect(walk.present.tasks.map(({ state }) => state)).toEqual(["cancelled"]);
  });
});

describe("R5, R20 wait for what a source announces", () => {
  const court = stage("court", {
    awaits: [{ what: "judgment", source: "court", within: days(30), otherwise: "lapsed" }],
    exits: [{ when: "upheld", goTo: "granted" }],
    otherwise: "refused",
  });
  const judgment = (upheld: boolean, messageId = "m-1") =>
    ({ type: "announced", source: "court", name: "judgment", values: { upheld }, messageId }) as const;
  test("it is a value when it comes, and leads on", () => {
    expect(new Walk(service([court])).do(judgment(true)).place).toBe("granted");
    expect(new Walk(service([court])).do(judgment(false)).place).toBe("refused");
  });
  test("not in time: otherwise; after the end it is history only", () => {
    const walk = new Walk(service([court])).until("2026-07-02T00:00:00.000Z");
    expect(walk.place).toBe("lapsed");
    walk.do(judgment(true));
    expect(walk.place).toBe("lapsed");
    expect(walk.present.history.at(-1)).toMatchObject({ what: "announced-too-late", name: "judgment" });
  });
  test("what comes before it is waited for is kept for the first that asks, and is no value until then", () => {
    const first = stage("first", {
      by: ["officer"],
      actions: [action("on", "court")],
      exits: [{ when: "upheld", goTo: "lapsed" }],
    });
    const walk = new Walk(service([first, court])).do(judgment(true));
    expect(walk.place).toBe("first 1");
    expect(walk.choose("on").place).toBe("granted");
  });
  test("one message serves one visit; told twice it is told once", () => {
    const again = { ...court, exits: [], otherwise: "again" };
    const back = stage("again", { by: ["officer"], actions: [action("back", "court")] });
    const walk = new Walk(service([again, back])).do(judgment(true)).do(judgment(true)).choose("back");
    expect(walk.place).toBe("court 2");
    expect(walk.do(judgment(false, "m-2")).place).toBe("again 2");
  });
  test("what the service does not wait for is refused", () => {
    const wrong = { ...judgment(true), name: "verdict" };
    expect(new Walk(service([court])).do(wrong).last.refused?.code).toBe("not-offered");
  });
});

describe("start a case of another service, and wait for its end", () => {
  const hearing = stage("hearing", {
    doing: [{ do: "start", what: "hearing-service", paths: ["plate"], keepsTheDate: true }],
    awaits: [{ what: "hearing-service", within: days(30), otherwise: "lapsed" }],
    goTo: "granted",
  });
  test("its answers and its day go along; its outcome wakes this case", () => {
    const walk = new Walk(service([hearing]), { plate: "AB12", other: true });
    expect(walk.last.effects).toEqual([
      {
        id: "effect-1",
        do: "start",
        service: "hearing-service",
        answers: { plate: "AB12" },
        dateApplied: "2026-06-01",
      },
    ]);
    walk.do({ type: "effect-finished", effectId: "effect-1", startedNumber: "H-1" });
    expect(walk.present.started).toMatchObject([{ service: "hearing-service", number: "H-1" }]);
    expect(walk.place).toBe("hearing 1");
    walk.do({ type: "started-decided", startId: "effect-1", number: "H-1", outcome: "won" });
    expect(walk.place).toBe("granted");
    const { values } = { values: walk.present.started?.[0]?.outcome };
    expect(values).toBe("won");
  });
  test("a case that was started tells its starter every outcome it reaches", () => {
    const review = stage("review", { by: ["officer"], actions: [action("approve", "granted")] });
    const walk = new Walk(service([review]));
    walk.case = { ...walk.present, startedBy: { caseId: "parent", startId: "effect-1", service: "other" } };
    walk.choose("approve");
    expect(walk.last.effects).toMatchObject([
      { do: "report", caseId: "parent", startId: "effect-1", outcome: "granted" },
    ]);
  });
});

const review = stage("review", {
  by: ["officer"],
  actions: [action("approve", "granted")],
  finish: { within: workingDays(5), tell: "manager" },
});
const reason = "The lawyer is ill.";

describe("can take longer", () => {
  const slow = { ...review, takesLonger: { amount: 2, unit: "weeks" } as const };
  const take = (walk: Walk, why = reason): Walk =>
    walk.do({ type: "time-taken", by: officer, taskId: walk.task, reason: why });
  test("moves the clock of the case once, and what was promised, and tells the applicant why", () => {
    const walk = take(new Walk(service([slow], { finish: { within: { amount: 8, unit: "weeks" }, goTo: "lapsed" } })));
    const [clock, own] = walk.present.deadlines;
    expect(clock).toMatchObject({ kind: "case", at: "2026-08-10T22:59:59.999Z" });
    expect(own).toMatchObject({ kind: "stage", at: "2026-06-09T22:59:59.999Z" });
    expect(walk.present.expectedDecisionDate).toBe("2026-06-23");
    expect(walk.last.effects).toMatchObject([{ do: "tell", to: "applicant", about: "takes-longer", reason }]);
    expect(take(walk).last.refused?.code).toBe("not-offered");
  });
  test("without a clock of the case it is the stage's own; a reason is needed", () => {
    const walk = new Walk(service([slow]));
    expect(take(walk, " ").last.refused?.code).toBe("reason-missing");
    expect(take(walk).present.deadlines[0]?.at).toBe("2026-06-23T22:59:59.999Z");
  });
});

describe("can put on hold", () => {
  const held = { ...review, holds: days(30) };
  const hold = (walk: Walk): Walk => walk.do({ type: "put-on-hold", by: officer, taskId: walk.task, reason });
  test("the task sleeps, clocks keep what is left, the applicant is told; an officer of the role goes on with it", () => {
    const walk = hold(new Walk(service([held])));
    expect(walk.last.effects).toMatchObject([{ do: "tell", about: "on-hold", reason }]);
    expect(walk.present.deadlines[0]).toMatchObject({ state: "stopped", left: { amount: 5 } });
    expect(walk.choose("approve").last.refused?.words).toBe("This case is on hold.");
    walk.now = "2026-06-10T08:00:00.000Z";
    walk.do({ type: "hold-ended", by: second, taskId: walk.task });
    expect(walk.present.onHold).toBeUndefined();
    expect(walk.present.deadlines[0]).toMatchObject({ state: "running", at: "2026-06-17T22:59:59.999Z" });
    // Promised was Tuesday the 9th; the clocks stood still, and the promise moves with them.
    expect(walk.present.expectedDecisionDate).toBe("2026-06-17");
    expect(walk.choose("approve", second).place).toBe("granted");
  });
  test("the longest time wakes it and tells the role", () => {
    const walk = hold(new Walk(service([held]))).until("2026-07-02T00:00:00.000Z");
    expect(walk.present.onHold).toBeUndefined();
    expect(walk.last.effects).toMatchObject([{ do: "tell", to: "officer", about: "hold-over" }]);
    expect(walk.choose("approve").place).toBe("granted");
  });
  test("withdrawing is offered meanwhile (R10), and a changed answer wakes it", () => {
    const rights = [{ name: "withdraw", withReason: false, goTo: "withdrawn" }];
    const compiled = service([held], { rights, changeAnswersUntil: ["granted"] });
    expect(hold(new Walk(compiled)).do({ type: "right-used", by: driver, right: "withdraw" }).place).toBe("withdrawn");
    const walk = hold(new Walk(compiled, { plate: "A" }));
    walk.do({
      type: "answers-changed",
      by: driver,
      corrected: { changes: [{ path: "plate", value: "B" }], asked: ["plate"], fetched: {} },
    });
    expect(walk.present.onHold).toBeUndefined();
    expect(walk.present.changed).toMatchObject([{ changes: [{ path: "plate", old: "A", value: "B" }] }]);
  });
  test("a clock that stands still in this stage anyhow does not run after the hold", () => {
    const still = { ...held, stopsTheClock: true };
    const walk = hold(new Walk(service([still], { finish: { within: days(50), goTo: "lapsed" } })));
    walk.do({ type: "hold-ended", by: officer, taskId: walk.task });
    expect(walk.present.deadlines.map(({ kind, state }) => [kind, state])).toContainEqual(["case", "stopped"]);
  });
});

describe("can consult", () => {
  const asking = { ...review, consults: { roles: ["judge"], within: workingDays(10) } };
  const consult = (walk: Walk, role = "judge"): Walk =>
    walk.do({ type: "consulted", by: officer, taskId: walk.task, role, question: "Is it right?" });
  test("another role advises while the case stays and its clocks run; nobody is bound by it", () => {
    const walk = consult(new Walk(service([asking])));
    expect(walk.present.tasks.map(({ roles, state }) => [roles, state])).toEqual([
      [["officer"], "open"],
      [["judge"], "open"],
    ]);
    expect(walk.present.deadlines[0]?.state).toBe("running");
    const consultationId = walk.present.consultations?.[0]?.id ?? "";
    expect(walk.do({ type: "advised", by: officer, consultationId, answer: "Yes" }).last.refused?.code).toBe(
      "not-your-role",
    );
    walk.do({ type: "advised", by: second, consultationId, answer: "Yes" });
    expect(walk.present.consultations).toMatchObject([{ state: "advised", answer: "Yes", advisedBy: { id: "sam" } }]);
    expect(walk.place).toBe("review 1");
    expect(walk.choose("approve").place).toBe("granted");
  });
  test("silence ends it, leaving cancels it, others are not asked", () => {
    expect(consult(new Walk(service([asking])), "cook").last.refused?.code).toBe("not-offered");
    const silent = consult(new Walk(service([asking]))).until("2026-06-17T00:00:00.000Z");
    expect(silent.present.consultations?.[0]?.state).toBe("silent");
    const left = consult(new Walk(service([asking]))).choose("approve");
    expect(left.present.consultations?.[0]?.state).toBe("cancelled");
    expect(left.present.tasks.map(({ state }) => state)).toEqual(["done", "cancelled"]);
  });
  test("the work of advising is not the stage's own: nothing is decided with it", () => {
    const walk = consult(new Walk(service([asking])));
    const advice = walk.present.tasks[1]?.id ?? "";
    walk.do({ type: "chosen", by: second, taskId: advice, action: "approve" });
    expect(walk.last.refused?.code).toBe("no-such-task");
  });
});

test("can correct: only what the stage lets them, with a reason; the applicant is told", () => {
  const walk = new Walk(service([{ ...review, corrects: ["plate"] }]), { plate: "A", fee: 5 });
  const correct = (path: string, value: string, by = officer): Walk =>
    walk.do({ type: "answers-corrected", by, taskId: walk.task, reason, changes: [{ path, value }] });
  expect(correct("fee", "B").last.refused?.code).toBe("not-offered");
  expect(correct("plate", "A").last.refused?.code).toBe("answers-missing");
  expect(correct("plate", "B").present.answers["plate"]).toBe("B");
  expect(walk.last.effects).toMatchObject([{ do: "tell", to: "applicant", about: "corrected", reason }]);
});

test("R10 answers can be changed until the case has been in a stage; only the applicant, and only what differs", () => {
  const compiled = service(
    [
      { ...review, actions: [action("on", "look")] },
      stage("look", { by: ["officer"], actions: [action("back", "review")] }),
    ],
    {
      changeAnswersUntil: ["look"],
    },
  );
  const walk = new Walk(compiled, { plate: "A" });
  const change = (value: string, by = driver): Walk =>
    walk.do({
      type: "answers-changed",
      by,
      corrected: { changes: [{ path: "plate", value }], asked: ["plate"], fetched: {} },
    });
  expect(change("B", { kind: "applicant", id: "neighbour" }).last.refused?.code).toBe("not-yours");
  expect(change("A").last.refused?.code).toBe("answers-missing");
  expect(change("B").present.answers["plate"]).toBe("B");
  walk.choose("on").choose("back");
  expect(walk.place).toBe("review 2");
  expect(change("C").last.refused?.code).toBe("no-such-right");
});

describe("R7 what a role can still do after an outcome", () => {
  const correct = { ...action("correct", "review", true), by: ["judge"], within: days(7) };
  const compiled = service([review], {}, [
    { name: "granted", doing: [{ do: "send", what: "letter" }], officerActions: [correct] },
  ]);
  const granted = (): Walk => new Walk(compiled).choose("approve");
  const use = (walk: Walk, by = second): Walk =>
    walk.do({ type: "officer-right-used", by, right: "correct", reason: "A slip." });
  test("by that role, with its reason, within its time from when the applicant was told", () => {
    const walk = granted();
    expect(use(walk, officer).last.refused?.code).toBe("not-your-role");
    walk.do({ type: "effect-finished", effectId: walk.present.sendings[0]?.id ?? "" });
    expect(officerRightsOf(compiled, walk.present, walk.now, walk.days)).toMatchObject([
      { until: "2026-06-08T22:59:59.999Z" },
    ]);
    expect(use(walk).place).toBe("review 2");
    walk.choose("approve");
    expect(walk.present.reached.map(({ replaced }) => replaced)).toEqual([true, false]);
  });
  test("later it is over", () => {
    const walk = granted();
    walk.do({ type: "effect-finished", effectId: walk.present.sendings[0]?.id ?? "" });
    walk.now = "2026-06-09T08:00:00.000Z";
    expect(use(walk).last.refused?.code).toBe("no-such-right");
  });
});

describe("R11 co-sign", () => {
  const signing = stage("signing", {
    coSign: { by: "director" },
    finish: { within: workingDays(10), goTo: "lapsed" },
    goTo: "review",
  });
  const compiled = service([signing, review], { finish: { within: { amount: 8, unit: "weeks" }, goTo: "lapsed" } });
  test("another person signs before the first stage; the number exists, the clocks do not", () => {
    const walk = new Walk(compiled);
    expect(walk.place).toBe("signing 1");
    expect(walk.present.deadlines.map(({ kind }) => kind)).toEqual(["stage"]);
    expect(walk.present.expectedDecisionDate).toBeUndefined();
    expect(walk.do({ type: "co-signed", by: driver }).last.refused?.code).toBe("not-the-same-person");
    walk.now = "2026-06-04T08:00:00.000Z";
    walk.do({ type: "co-signed", by: other });
    expect(walk.place).toBe("review 1");
    expect(walk.present).toMatchObject({ dateApplied: "2026-06-04", expectedDecisionDate: "2026-06-11" });
    expect(walk.present.deadlines.find(({ kind }) => kind === "case")).toMatchObject({
      at: "2026-07-30T22:59:59.999Z",
    });
    const { present } = walk;
    expect(walk.do({ type: "co-signed", by: other }).present).toBe(present);
  });
  test("two signatures: one person after the other, and the case begins with the last", () => {
    const first = { ...signing, goTo: "signing-2" };
    const last = { ...signing, name: "signing-2", coSign: { by: "secretary" } };
    const walk = new Walk(service([first, last, review]));
    walk.do({ type: "co-signed", by: other });
    expect(walk.place).toBe("signing-2 1");
    expect(walk.present.expectedDecisionDate).toBeUndefined();
    expect(walk.do({ type: "co-signed", by: other }).place).toBe("signing-2 1");
    walk.now = "2026-06-04T08:00:00.000Z";
    walk.do({ type: "co-signed", by: { kind: "applicant", id: "third" } });
    expect(walk.place).toBe("review 1");
    expect(walk.present).toMatchObject({
      dateApplied: "2026-06-04",
      signatures: [{ as: "director" }, { as: "secretary" }],
    });
  });
  test("not in time: it lapses", () => {
    expect(new Walk(compiled).until("2026-06-17T00:00:00.000Z").place).toBe("lapsed");
  });
});

test("R9 a clock of the case that runs from a stage begins when that stage is left", () => {
  const first = { ...review, name: "first", actions: [action("on", "review")] };
  const walk = new Walk(service([first, review], { finish: { within: days(30), from: "first", goTo: "lapsed" } }));
  expect(walk.present.deadlines.map(({ kind }) => kind)).toEqual(["stage"]);
  walk.now = "2026-06-05T08:00:00.000Z";
  walk.choose("on");
  expect(walk.present.deadlines.find(({ kind }) => kind === "case")).toMatchObject({ at: "2026-07-05T22:59:59.999Z" });
});

describe("if unavailable go to, in a stage's own fetch", () => {
  const fetch = { kind: "fetch", key: "car", name: "car", source: "court", operation: "o", using: [] } as const;
  const asking = stage("first", { doing: [{ do: "fetch", fetch: { ...fetch, using: [] } }], goTo: "granted" });
  const compiled = service([asking, review]);
  // biome-ignore lint/suspicious/noThenProperty: the contract's word, and never awaited
  const operation = { needs: [], gives: [], ifUnavailable: { then: "go-to", stage: "review" } } as const;
  const withPlace = {
    ...compiled,
    sources: { court: { title: { en: "Court" }, operations: { o: { ...operation, needs: [], gives: [] } } } },
  };
  const at = "2026-06-01T08:00:00.000Z";
  test("a source that does not answer leads there; one that does, on", () => {
    const silent = new Walk(withPlace);
    const using = {};
    silent.do({
      type: "effect-finished",
      effectId: "effect-1",
      fetched: { state: "unavailable", source: "court", operation: "o", at, using },
    });
    expect(silent.place).toBe("review 1");
    const given = new Walk(withPlace).do({ type: "effect-failed", effectId: "effect-1", reason: "no" });
    expect(given.place).toBe("review 1");
    const answered = new Walk(withPlace);
    answered.do({
      type: "effect-finished",
      effectId: "effect-1",
      fetched: { state: "present", source: "court", operation: "o", at, using, record: {} },
    });
    expect(answered.place).toBe("granted");
  });
});

test("urgent when: kept in the case, tried again with every step, unknown is not urgent", () => {
  const compiled = service([{ ...review, corrects: ["yes"] }], { urgentWhen: "yes" });
  const walk = new Walk(compiled);
  expect(walk.present.urgent ?? false).toBe(false);
  walk.do({
    type: "answers-corrected",
    by: officer,
    taskId: walk.task,
    reason,
    changes: [{ path: "yes", value: true }],
  });
  expect(walk.present.urgent).toBe(true);
  expect(new Walk(compiled, { yes: true }).present.urgent).toBe(true);
});

test("tell applicant at every stage: at each but the first, which they have just sent", () => {
  const look = stage("look", { by: ["officer"], actions: [action("back", "review")] });
  const walk = new Walk(
    service([{ ...review, actions: [action("on", "look")] }, look], { tellApplicantAtEveryStage: true }),
  );
  expect(walk.last.effects).toEqual([]);
  expect(walk.choose("on").last.effects).toMatchObject([{ do: "tell", to: "applicant", about: "stage" }]);
});

test("R19 who is to act is told that it is their turn", () => {
  const mine = stage("mine", { by: ["applicant"], actions: [action("accept", "granted")] });
  expect(new Walk(service([mine])).last.effects).toMatchObject([{ do: "tell", to: "applicant", about: "your-turn" }]);
});

test("R17 a licence that this case did not issue cannot be changed from here: it is kept for a person", () => {
  const walk = new Walk(service([stage("first", { doing: [{ do: "revoke", what: "licence" }], goTo: "granted" })]));
  expect(walk.place).toBe("granted");
  expect(walk.last.effects).toMatchObject([{ do: "hold", line: "revoke", what: "licence" }]);
});
