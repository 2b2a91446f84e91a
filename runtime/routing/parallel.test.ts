// The rulings R0 to R22 for work that several people do: checks at the same time, several different people, second approval.
import { describe, expect, test } from "vitest";
import type { Check, Expression, Field, Rule, Stage } from "#contract";
import type { Person } from "./case.ts";
import { factsOf } from "./facts.ts";
import { withoutResults } from "./results.ts";
import { action, check, driver, fetch, officer, second, service, stage, Walk } from "./tests/sample.ts";

const within = { amount: 5, unit: "days" } as const;
const third: Person = { kind: "officer", id: "ada", roles: ["officer", "chief"] };
const desk = (name: string, members: Partial<Check> = {}): Check =>
  check(name, { by: ["officer"], actions: [action("confirm"), action("query", undefined, true)], ...members });
const all = { when: "allDone", goTo: "granted", done: "all" } as const;
const question = (name: string, path: string[], optional = false): Field => ({
  kind: "field",
  path,
  name,
  label: { en: name },
  type: { kind: "whole-number" },
  optional,
});

/** A rule: this was chosen in the check named home. */
function chose(value: string): Rule {
  const right = { op: "literal", value, type: { kind: "text" } } as const;
  const left: Expression = { op: "fact", path: ["home"] };
  return { gives: { kind: "yes-or-no" }, form: "condition", expression: { op: "is", left, right }, reads: ["home"] };
}

function checks(list: Check[], members: Partial<Stage> = {}): Walk {
  return new Walk(
    service([stage("checks", { checks: list, exits: [all], ...members }), stage("late", { by: ["officer"] })]),
  );
}

const states = (walk: Walk) => (walk.present.checks ?? []).map(({ check: name, state }) => `${name} ${state}`);
const valuesOf = (walk: Walk) => factsOf(walk.service, walk.present, walk.now, walk.days).values;
const record = {
  state: "present",
  source: "register",
  operation: "o",
  at: "",
  using: {},
  record: { ok: true },
} as const;
const answer = (walk: Walk, key: string): Walk => {
  const effect = walk.present.checks?.find(({ check: name }) => name === key)?.doing?.effect ?? "none";
  return walk.do({ type: "effect-finished", effectId: effect, fetched: record });
};

describe("R0 checks open together", () => {
  test("after the `when` lines were tried once, each with its own work, lines and time", () => {
    const walk = checks([desk("home", { finish: { within, tell: "chief" } }), check("tax", { doing: [fetch("tax")] })]);
    expect(walk.place).toBe("checks 1");
    expect(states(walk)).toEqual(["home open", "tax open"]);
    expect(walk.present.tasks).toMatchObject([{ roles: ["officer"], state: "open" }]);
    expect(walk.last.effects).toMatchObject([{ do: "fetch", key: "tax" }]);
    expect(walk.present.deadlines).toMatchObject([{ kind: "check", state: "running", tell: "chief" }]);
  });
  test("a `when` that is yes leads out before any is opened", () => {
    const exits = [{ when: "yes", goTo: "refused" }, all];
    const walk = new Walk(service([stage("checks", { checks: [desk("home")], exits })]), { yes: true });
    expect(walk.place).toBe("refused");
    expect(walk.present.checks).toBeUndefined();
  });
  test("a check that only asks a source ends when it answers; its people's work opens after its source", () => {
    const walk = checks([check("tax", { doing: [fetch("tax")] }), desk("home", { doing: [fetch("home")] })]);
    expect(walk.present.tasks).toEqual([]);
    answer(walk, "tax");
    expect(states(walk)).toEqual(["tax done", "home open"]);
    answer(walk, "home").check("home", "confirm");
    expect(walk.place).toBe("granted");
    expect(valuesOf(walk)).toMatchObject({ tax: { ok: true } });
  });
  test("one with neither people nor a source waits for its time and is never done by itself", () => {
    expect(states(checks([check("nobody")]))).toEqual(["nobody open"]);
  });
  test("a stage whose checks are for each of nobody goes straight on", () => {
    const forEach = { item: "owner", name: "owner", list: ["owners"] };
    expect(checks([desk("person", { forEach })]).place).toBe("granted");
  });
  test("a person's own work of the stage waits beside the checks", () => {
    const exits = [{ when: "other", goTo: "refused" }];
    const walk = checks([desk("home")], { by: ["chief"], actions: [action("stop", "lapsed")], exits, goTo: "granted" });
    expect(walk.present.tasks.map(({ roles }) => roles)).toEqual([["chief"], ["officer"]]);
    expect(walk.check("home", "confirm").place).toBe("granted");
  });
});

describe("R1 leaving cancels the sisters", () => {
  test("as cancelled, with a record; an answer that comes later is too late, no value, and begins nothing", () => {
    const rights = [{ name: "withdraw", withReason: false, goTo: "withdrawn" }];
    const list = [desk("home", { finish: { within, tell: "chief" } }), check("tax", { doing: [fetch("tax")] })];
    const walk = new Walk(service([stage("checks", { checks: list, exits: [all] })], { rights }));
    const effectId = walk.last.effects[0]?.id ?? "";
    walk.do({ type: "right-used", by: driver, right: "withdraw" });
    expect(states(walk)).toEqual(["home cancelled", "tax cancelled"]);
    expect(walk.present.tasks.map(({ state }) => state)).toEqual(["cancelled"]);
    expect(walk.present.deadlines.map(({ state }) => state)).toEqual(["cancelled"]);
    expect(walk.last.events.filter(({ type }) => type === "check cancelled")).toHaveLength(2);
    walk.do({ type: "effect-finished", effectId, fetched: record });
    expect(walk.place).toBe("withdrawn");
    expect(walk.present.history.at(-1)).toMatchObject({ what: "too-late", check: "tax" });
    expect(valuesOf(walk)).not.toHaveProperty("tax");
    expect(walk.last.effects).toEqual([]);
  });
});

describe("R2 a new visit asks every check again", () => {
  const back = stage("look", { by: ["officer"], actions: [action("again", "checks")] });
  const again = (list: Check[]) =>
    new Walk(service([stage("checks", { checks: list, exits: [{ ...all, goTo: "look" }] }), back]));
  test("and forgets what was chosen; the officer's own records stay to be edited", () => {
    const asked = desk("home", { questions: [question("plan", ["plan"])] });
    const walk = again([asked]).check("home", "confirm", officer, { plan: 7 });
    expect(valuesOf(walk)).toMatchObject({ home: "confirm", plan: 7 });
    walk.do({ type: "chosen", by: officer, taskId: walk.task, action: "again" });
    expect(walk.place).toBe("checks 2");
    expect(valuesOf(walk)).not.toHaveProperty("home");
    expect(walk.check("home", "confirm").place).toBe("look 2");
  });
  test("a skipped one keeps its value", () => {
    const base = service([
      stage("checks", { checks: [desk("home", { skipWhen: "confirmed" })], exits: [{ ...all, goTo: "look" }] }),
      back,
    ]);
    const walk = new Walk({
      ...base,
      rules: {
        ...base.rules,
        confirmed: chose("confirm"),
      },
    });
    walk.check("home", "confirm").choose("again");
    expect(walk.place).toBe("look 2");
    expect(states(walk)).toEqual(["home done", "home skipped"]);
    expect(valuesOf(walk)).toMatchObject({ home: "confirm" });
  });
});

describe("R3 and R4 ways out of checks", () => {
  test("a guarded way out without `are done` is tried after every check ends", () => {
    const exits = [{ when: "refusedAtHome", goTo: "refused" }, all];
    const base = service([stage("checks", { checks: [desk("home"), desk("tax")], exits })]);
    const walk = new Walk({
      ...base,
      rules: {
        ...base.rules,
        refusedAtHome: chose("query"),
      },
    });
    expect(walk.check("home", "query").place).toBe("refused");
    expect(states(walk)).toEqual(["home done", "tax cancelled"]);
  });
  test("any and a number of checks lead out; the others are cancelled", () => {
    const any = checks([desk("one"), desk("two")], { exits: [{ when: "anyDone", goTo: "granted", done: "any" }] });
    expect(any.check("two", "confirm").place).toBe("granted");
    expect(states(any)).toEqual(["one cancelled", "two done"]);
    const two = checks([desk("one"), desk("two"), desk("three")], {
      exits: [{ when: "done2", goTo: "granted", done: 2 }],
    });
    expect(two.check("three", "confirm").place).toBe("checks 1");
    expect(two.check("one", "confirm").place).toBe("granted");
  });
  test("`otherwise` counts only when no check is open any more", () => {
    const walk = checks([desk("one"), desk("two")], { exits: [{ when: "yes", goTo: "refused" }], otherwise: "lapsed" });
    expect(walk.check("one", "confirm").place).toBe("checks 1");
    expect(walk.check("two", "confirm").place).toBe("lapsed");
  });
});

describe("R5, R9 and R21 the time of a check", () => {
  const walkWith = (finish: Check["finish"]) => checks([desk("home", finish ? { finish } : {}), desk("tax")]);
  test("tell: somebody is told once, nothing moves", () => {
    const walk = walkWith({ within, tell: "chief" }).until("2026-06-08T09:00:00.000Z");
    expect(walk.last.effects).toMatchObject([{ do: "tell", to: "chief", about: "late" }]);
    expect(states(walk)).toEqual(["home open", "tax open"]);
  });
  test("go on without it: it ends without a result, and a press after that is told when the time ran out", () => {
    const walk = walkWith({ within, goOnWithout: true });
    const taskId = walk.taskOf("home");
    walk.now = "2026-06-08T09:00:00.000Z";
    walk.do({ type: "chosen", by: officer, taskId, action: "confirm" });
    expect(walk.last.refused?.code).toBe("time-ran-out");
    expect(states(walk)).toEqual(["home without", "tax open"]);
    expect(walk.check("tax", "confirm").place).toBe("granted");
    expect(valuesOf(walk)).not.toHaveProperty("home");
  });
  test("go to: it leaves the whole stage", () => {
    const walk = walkWith({ within, goTo: "late" }).until("2026-06-08T09:00:00.000Z");
    expect(walk.place).toBe("late 1");
    expect(states(walk)).toEqual(["home cancelled", "tax cancelled"]);
  });
  test("a source that is given up counts as gone on without, for all but not for any", () => {
    const tax = check("tax", { doing: [fetch("tax")] });
    const exits = [{ when: "anyDone", goTo: "refused", done: "any" }, all] as const;
    const walk = checks([tax], { exits: [...exits] });
    walk.do({ type: "effect-failed", effectId: walk.last.effects[0]?.id ?? "", reason: "no answer" });
    expect(states(walk)).toEqual(["tax without"]);
    expect(walk.place).toBe("granted");
  });
});

describe("a check for each item", () => {
  const forEach = { item: "owner", name: "owner", list: ["owners"] };
  const owners = [
    { id: "a", name: "Ada" },
    { id: "b", name: "Ben" },
  ];
  const person = desk("person", { forEach, questions: [question("risk", ["owners", "risk"])] });
  test("has its own work and its own result in the item", () => {
    const walk = new Walk(service([stage("checks", { checks: [person], exits: [all] })]), { owners });
    expect(walk.present.checks).toMatchObject([{ item: "a" }, { item: "b" }]);
    expect(walk.check("person", "confirm").last.refused?.code).toBe("answers-missing");
    walk.check("person", "confirm", officer, { owners: { risk: 3 } });
    expect(valuesOf(walk)["owners"]).toEqual([{ id: "a", name: "Ada", risk: 3, person: "confirm" }, owners[1]]);
    expect(walk.check("person", "query", officer, { owners: { risk: 9 } }).place).toBe("granted");
    expect(valuesOf(walk)["owners"]).toMatchObject([
      { risk: 3, person: "confirm" },
      { risk: 9, person: "query" },
    ]);
  });
});

describe("a check for each item that several people do", () => {
  const forEach = { item: "owner", name: "owner", list: ["owners"] };
  const owners = [{ id: "a" }, { id: "b" }];
  const risk = question("risk", ["owners", "risk"]);
  const walk = () =>
    new Walk(
      service([stage("checks", { checks: [desk("person", { forEach, doneBy: 2, questions: [risk] })], exits: [all] })]),
      {
        owners,
      },
    );
  const give = (of: Walk, action: string, by: Person, value: number): Walk =>
    of.check("person", action, by, { owners: { risk: value } });
  test("each item has work for each of them, nobody gives two views of one item, and none is seen before all are in", () => {
    const one = walk();
    expect(one.present.tasks.map(({ check: id }) => id)).toHaveLength(4);
    give(one, "confirm", officer, 3);
    expect(valuesOf(one)["owners"]).toEqual(owners);
    expect(give(one, "confirm", officer, 3).last.refused?.code).toBe("not-the-same-person");
    give(one, "confirm", second, 3);
    expect(valuesOf(one)["owners"]).toEqual([{ id: "a", person: "confirm", risk: 3 }, { id: "b" }]);
    expect(one.place).toBe("checks 1");
  });
  test("what they chose or recorded differently is no value; the check is done all the same", () => {
    const one = give(give(walk(), "confirm", officer, 3), "query", second, 3);
    expect(valuesOf(one)["owners"]).toEqual([{ id: "a", risk: 3 }, { id: "b" }]);
    expect(give(give(one, "confirm", officer, 1), "confirm", second, 2).place).toBe("granted");
    expect(valuesOf(one)["owners"]).toEqual([
      { id: "a", risk: 3 },
      { id: "b", person: "confirm" },
    ]);
  });
});

describe("done by several different people", () => {
  const points = question("points", ["scoring", "points"]);
  const scoring = (members: Partial<Stage> = {}) =>
    new Walk(
      service([
        stage("scoring", {
          by: ["officer"],
          doneBy: 2,
          questions: [points],
          actions: [action("pass", "granted"), action("fail", "refused", true)],
          otherwise: "lapsed",
          ...members,
        }),
      ]),
    );
  const give = (walk: Walk, by: Person, name: string, value = 5): Walk =>
    walk.do({
      type: "chosen",
      by,
      taskId: walk.taskOf(undefined),
      action: name,
      reason: "seen",
      answers: { scoring: { points: value } },
    });
  test("has one piece of work for each, and no person twice", () => {
    const walk = scoring();
    expect(walk.present.tasks.map(({ state }) => state)).toEqual(["open", "open"]);
    give(walk, officer, "pass");
    expect(give(walk, officer, "pass").last.refused?.code).toBe("not-the-same-person");
    expect(give(walk, second, "pass").place).toBe("granted");
  });
  test("nobody can take two of them", () => {
    const walk = scoring();
    walk.do({ type: "claimed", by: officer, taskId: walk.taskOf(undefined, 0) });
    expect(walk.do({ type: "claimed", by: officer, taskId: walk.taskOf(undefined, 1) }).last.refused?.code).toBe(
      "not-the-same-person",
    );
  });
  test("shows nobody what the others chose before all are in: no value, no history, no choice", () => {
    const walk = give(scoring(), officer, "fail", 2);
    expect(valuesOf(walk)).not.toHaveProperty("scoring");
    expect(walk.present.choices).toEqual({});
    expect(walk.present.history.at(-1)).toMatchObject({ what: "gave-view", by: { id: "olu" } });
    expect(JSON.stringify(walk.present.history)).not.toContain("fail");
    give(walk, second, "pass", 8);
    expect(valuesOf(walk)["scoring"]).toEqual([
      { id: "1", choice: "fail", points: 2 },
      { id: "2", choice: "pass", points: 8 },
    ]);
  });
  test("an action leads out when all agree on it; else the stage's own lines do", () => {
    const agreed = give(give(scoring(), officer, "fail"), second, "fail");
    expect(agreed.place).toBe("refused");
    expect(agreed.present.refusalReason).toBe("seen\nseen");
    expect(give(give(scoring(), officer, "pass"), second, "fail").place).toBe("lapsed");
  });
  test("a check is done when all of them are in", () => {
    const walk = checks([desk("home", { doneBy: 2 })]).check("home", "confirm");
    expect(states(walk)).toEqual(["home open"]);
    expect(walk.check("home", "query", second).place).toBe("granted");
  });
});

describe("R14 second approval", () => {
  const decide = (members: Partial<Stage> = {}, answers = {}) =>
    new Walk(
      service([
        stage("decide", {
          by: ["officer"],
          secondApproval: { by: "officer" },
          actions: [action("grant", "granted"), action("refuse", "refused", true), action("note")],
          exits: [{ when: "other", goTo: "lapsed" }],
          finish: { within, goTo: "late" },
          ...members,
        }),
        stage("late", { by: ["officer"] }),
      ]),
      answers,
    );
  test("the action is only proposed: no value, no refusal reason, until another person of the role confirms", () => {
    const walk = decide().choose("refuse", officer, "too big");
    expect(walk.place).toBe("decide 1");
    expect(walk.present.choices).toEqual({});
    expect(walk.present.refusalReason).toBeUndefined();
    expect(walk.choose("confirm", officer).last.refused?.code).toBe("not-the-same-person");
    expect(walk.choose("confirm", second).place).toBe("refused");
    expect(walk.present).toMatchObject({ choices: { decide: "refuse" }, refusalReason: "too big" });
  });
  test("sent back with a reason, the first person has it again", () => {
    const walk = decide().choose("grant");
    expect(walk.choose("send-back", second).last.refused?.code).toBe("reason-missing");
    walk.choose("send-back", second, "look again");
    expect(walk.present.tasks.at(-1)).toMatchObject({ state: "claimed", claimedBy: { id: "olu" } });
    expect(walk.present.proposals).toMatchObject([{ state: "sent-back", because: "look again" }]);
    expect(walk.choose("refuse", officer, "no").choose("confirm", second).place).toBe("refused");
  });
  test("the stage's time covers both", () => {
    const walk = decide().choose("grant").until("2026-06-08T09:00:00.000Z");
    expect(walk.place).toBe("late 1");
    expect(walk.present.proposals).toMatchObject([{ state: "cancelled" }]);
  });
  test("where its condition is not yes the first action is final at once", () => {
    expect(decide({ secondApproval: { by: "chief", when: "yes" } }).choose("grant").place).toBe("granted");
    const walk = decide({ secondApproval: { by: "chief", when: "yes" } }, { yes: true }).choose("grant");
    expect(walk.choose("confirm", second).last.refused?.code).toBe("not-your-role");
    expect(walk.choose("confirm", third).place).toBe("granted");
  });
  test("it covers an action that leads nowhere as well", () => {
    const walk = decide().choose("note");
    expect(walk.present.choices).toEqual({});
    expect(walk.choose("confirm", second).present.choices).toEqual({ decide: "note" });
  });
  test("who approved or proposed has acted, for `not the same person as`", () => {
    const judge = stage("judge", {
      by: ["officer"],
      notTheSamePersonAs: ["decide"],
      actions: [action("uphold", "granted")],
    });
    const first = stage("decide", {
      by: ["officer"],
      secondApproval: { by: "officer" },
      actions: [action("on", "judge")],
    });
    const walk = new Walk(service([first, judge])).choose("on").choose("confirm", second);
    expect(walk.choose("uphold", second).last.refused?.code).toBe("not-the-same-person");
    expect(walk.choose("uphold", third).place).toBe("granted");
  });
});

describe("several people and a second approval", () => {
  const panel = (members: Partial<Stage> = {}) =>
    new Walk(
      service([
        stage("panel", {
          by: ["officer"],
          doneBy: 2,
          secondApproval: { by: "chief" },
          actions: [action("pass", "granted"), action("fail", "refused", true)],
          otherwise: "lapsed",
          ...members,
        }),
      ]),
    );
  const give = (walk: Walk, by: Person, name: string): Walk =>
    walk.do({ type: "chosen", by, taskId: walk.taskOf(undefined), action: name, reason: `seen by ${by.id}` });
  const both = (walk: Walk, name: string): Walk => give(give(walk, officer, name), { ...third, id: "eve" }, name);
  test("what they agree on is only proposed, and no rule sees it, until the second person confirms", () => {
    const walk = both(panel(), "fail");
    expect(walk.place).toBe("panel 1");
    expect(valuesOf(walk)).not.toHaveProperty("panel");
    expect(walk.present.refusalReason).toBeUndefined();
    expect(walk.choose("confirm", { ...third, id: "eve" }).last.refused?.code).toBe("not-the-same-person");
    expect(walk.choose("confirm", { ...third, id: officer.id }).last.refused?.code).toBe("not-the-same-person");
    expect(walk.choose("confirm", third).place).toBe("refused");
    expect(walk.present.refusalReason).toBe("seen by olu\nseen by eve");
  });
  test("sent back, each of them gives a new view, and the ones before count no more", () => {
    const walk = both(panel(), "pass").choose("send-back", third, "look again");
    expect(walk.present.tasks.filter(({ state }) => state === "open")).toHaveLength(2);
    expect(walk.present.views).toEqual([]);
    expect(both(walk, "pass").choose("confirm", third).place).toBe("granted");
  });
  test("where they do not agree there is nothing to confirm: the stage's own lines lead on", () => {
    expect(give(give(panel(), officer, "pass"), second, "fail").place).toBe("lapsed");
  });
  test("where its condition is not yes they lead out at once", () => {
    expect(both(panel({ secondApproval: { by: "chief", when: "yes" } }), "pass").place).toBe("granted");
  });
});

describe("a person who is invited", () => {
  const landlord: Person = { kind: "applicant", id: "lea" };
  const consent = stage("consent", {
    by: ["landlord"],
    invite: { name: "landlord", using: "fee", level: "substantial" },
    actions: [action("agree", "again"), action("refuse", "refused", true)],
  });
  const again = stage("again", { by: ["officer"], actions: [action("back", "consent")] });
  const invited = (answers = { fee: "lea@example.com" }) => new Walk(service([consent, again]), answers);
  const takeUp = (walk: Walk, by: Person, level: "low" | "substantial" = "substantial"): Walk =>
    walk.do({ type: "invitation-accepted", by, level, invitationId: walk.present.invitations?.at(-1)?.id ?? "" });
  test("does the work once they have taken the invitation up, and nobody else does", () => {
    const walk = invited();
    expect(walk.last.effects).toMatchObject([{ do: "invite" }]);
    expect(walk.choose("agree", landlord).last.refused?.code).toBe("not-your-role");
    expect(takeUp(walk, landlord, "low").last.refused?.code).toBe("level-too-low");
    expect(takeUp(walk, driver).last.refused?.code).toBe("not-the-same-person");
    takeUp(walk, landlord);
    expect(takeUp(walk, { kind: "applicant", id: "other" }).last.refused?.code).toBe("not-yours");
    expect(walk.choose("agree", { ...officer, roles: ["landlord"] }).last.refused?.code).toBe("not-your-role");
    expect(walk.choose("agree", landlord).place).toBe("again 1");
  });
  test("once they have taken it up, rules and words know their name", () => {
    const walk = invited();
    expect(valuesOf(walk)).not.toHaveProperty("landlord");
    takeUp(walk, { ...landlord, name: "Lea Hall" });
    expect(valuesOf(walk)).toMatchObject({ landlord: { fullName: "Lea Hall" } });
  });
  test("is not asked to prove it again in a later visit", () => {
    const walk = takeUp(invited(), landlord).choose("agree", landlord).choose("back");
    expect(walk.place).toBe("consent 2");
    expect(walk.choose("agree", landlord).place).toBe("again 2");
  });
  test("without an address the work waits and is held for administrators", () => {
    const walk = new Walk(service([consent, again]));
    expect(walk.last.effects).toMatchObject([{ do: "hold", line: "invite", what: "landlord" }]);
    expect(walk.place).toBe("consent 1");
  });
});

test("R8 answers that are deleted go from checks, views, proposals and invitations too", () => {
  const forEach = { item: "owner", name: "owner", list: ["owners"] };
  const base = service([
    stage("checks", {
      checks: [
        desk("person", { forEach, doing: [fetch("record")], questions: [question("risk", ["owners", "risk"])] }),
      ],
      exits: [{ ...all, goTo: "scoring" }],
    }),
    stage("scoring", {
      by: ["officer"],
      doneBy: 2,
      questions: [question("points", ["scoring", "points"])],
      actions: [action("pass", "consent")],
    }),
    stage("consent", {
      by: ["landlord"],
      invite: { name: "landlord", using: "email", level: "low" },
      actions: [action("agree", "granted")],
    }),
  ]);
  const walk = new Walk(base, { owners: [{ id: "a" }], email: "lea@example.com" });
  answer(walk, "person").check("person", "confirm", officer, { owners: { risk: 3 } });
  for (const by of [officer, second])
    walk.do({ type: "chosen", by, taskId: walk.task, action: "pass", answers: { scoring: { points: 4 } } });
  expect(walk.place).toBe("consent 1");
  const left = withoutResults(base, walk.present, ["owners.risk", "owners.record", "scoring.points", "email"]);
  expect(left.checks).toMatchObject([{ answers: {}, fetched: {}, choice: "confirm" }]);
  expect(left.views?.map(({ answers }) => answers)).toEqual([{}, {}]);
  expect(left.invitations).toMatchObject([{ email: "" }]);
  const none = withoutResults(base, walk.present, ["owners.name"]);
  expect(none).toEqual(walk.present);
});
