// `revoke when` and `suspend when`: which registers are asked again, what their answers do to a licence, and what they leave alone.
import { describe, expect, test } from "vitest";
import type { Service } from "#contract";
import type { Answers, Fetched } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { replay } from "./advance.ts";
import { action, driver, monday, service, stage, Walk } from "./tests/sample.ts";
import { watchesOf } from "./watch.ts";

const yesOrNo = { kind: "yes-or-no" } as const;

/** A condition that is yes when a fact is this. */
function isSaid(value: boolean, ...path: [string, ...string[]]): Service["rules"][string] {
  return {
    form: "condition",
    gives: yesOrNo,
    reads: [path.join(".")],
    expression: { op: "is", left: { op: "fact", path }, right: { op: "literal", value, type: yesOrNo } },
  };
}

const look = stage("look", { by: ["officer"], actions: [action("grant", "granted"), action("stop", "refused")] });
const plain = service([look], {}, [
  { name: "granted", doing: [{ do: "issue", what: "licence" }], rights: [] },
  {
    name: "refused",
    doing: [
      { do: "issue", what: "licence" },
      { do: "suspend", what: "licence" },
    ],
  },
]);

/** The licence is suspended when the vehicle is not insured, and revoked when it is scrapped or a court says so. */
const watched: Service = {
  ...plain,
  rules: {
    ...plain.rules,
    uninsured: isSaid(false, "vehicle", "insured"),
    scrapped: isSaid(true, "vehicle", "scrapped"),
    banned: isSaid(true, "judgment", "banned"),
    ends: {
      form: "condition",
      gives: yesOrNo,
      reads: ["vehicle.scrapped", "judgment.banned"],
      expression: {
        op: "or",
        parts: [
          { op: "rule", id: "scrapped" },
          { op: "rule", id: "banned" },
        ],
      },
    },
  },
  credentials: {
    licence: {
      title: { en: "Licence" },
      holds: [],
      acceptedBy: [],
      validFor: { amount: 1, unit: "years" },
      suspendWhen: "uninsured",
      revokeWhen: "ends",
    },
  },
};

function record(record: Answers | undefined, state: Fetched["state"] = "present"): Fetched {
  const using = { plate: "AB12 CDE" };
  return { state, source: "dvla", operation: "find", at: monday, using, ...(record && { record }) };
}

/** A case whose register said that all is well, decided. */
class Licensed extends Walk {
  constructor(chosen = "grant") {
    super(watched);
    this.case = undefined;
    this.log.length = 0;
    this.do({
      type: "sent",
      ...{ number: "C-1", definition: "hash", language: "en", by: driver, answers: {}, origins: {}, asked: [] },
      fetched: { vehicle: record({ insured: true, scrapped: false }), other: record({}) },
    });
    this.choose(chosen);
  }

  /** The register says something else. */
  found(said: Answers | undefined, state: Fetched["state"] = "present"): this {
    const issuedId = this.present.issued[0]?.id ?? "";
    return this.do({ type: "licence-looked-at", issuedId, found: [{ key: "vehicle", fetched: record(said, state) }] });
  }

  get licence() {
    return this.present.issued[0];
  }

  get watches() {
    return watchesOf(this.service, this.present, this.now, this.days);
  }
}

describe("what is asked again", () => {
  test("only the records that the conditions read, with what they were asked about", () => {
    expect(new Licensed().watches).toEqual([
      {
        issuedId: "issued-2",
        asks: [{ key: "vehicle", source: "dvla", operation: "find", using: { plate: "AB12 CDE" } }],
      },
    ]);
  });
  test("nothing for a licence without such lines, one that was revoked, or one whose last day is over", () => {
    const walk = new Licensed();
    expect(watchesOf(plain, walk.present, walk.now, walk.days)).toEqual([]);
    walk.now = "2027-05-31T20:00:00.000Z";
    expect(walk.watches).toHaveLength(1);
    walk.now = "2027-06-02T20:00:00.000Z";
    expect(walk.watches).toEqual([]);
    expect(new Licensed().found({ insured: true, scrapped: true }).watches).toEqual([]);
  });
  test("what the last check of an item found is asked again with that check's values", () => {
    const rule = { ...isSaid(true, "owners", "screen", "hit"), reads: ["owners.screen.hit"] };
    const one: Service = { ...watched, rules: { ...watched.rules, ends: rule } };
    const walk = new Licensed();
    const visit = { check: "ask", stage: "look", visit: 1, state: "done", openedAt: monday } as const;
    const screen = { ...record({ hit: false }), source: "sanctions" };
    const checks = ["1", "2", "2"].map((item, at) => ({ ...visit, id: `check-${at}`, item, fetched: { screen } }));
    const [watch] = watchesOf(one, { ...walk.present, checks }, walk.now, walk.days);
    expect(watch?.asks.map(({ key, check }) => [key, check])).toEqual([
      ["vehicle", undefined],
      ["screen", "check-0"],
      ["screen", "check-2"],
    ]);
  });
});

describe("what comes of it", () => {
  test("a condition that is true suspends; the holder is told, and the log and the history say by which rule", () => {
    const walk = new Licensed().found({ insured: false, scrapped: false });
    expect(walk.licence).toMatchObject({ status: "suspended", byRule: { rule: "uninsured", at: monday } });
    expect(walk.last.effects).toMatchObject([
      { do: "tell", to: "applicant", about: "licence-suspended", licence: "licence", rule: "uninsured" },
    ]);
    expect(walk.last.events).toContainEqual(
      expect.objectContaining({ type: "credential changed", details: expect.objectContaining({ rule: "uninsured" }) }),
    );
    expect(walk.present.history.at(-1)).toMatchObject({
      what: "licence-by-itself",
      to: "suspended",
      rule: "uninsured",
    });
    expect(walk.present.place.kind).toBe("outcome");
  });
  test("it counts again when the condition is known to be no; the record of the decision stays as it was", () => {
    const walk = new Licensed().found({ insured: false, scrapped: false }).found({ insured: true, scrapped: false });
    expect(walk.licence).toMatchObject({ status: "valid" });
    expect(walk.licence).not.toHaveProperty("byRule");
    expect(walk.last.effects).toMatchObject([{ do: "tell", about: "licence-valid" }]);
    expect(walk.found({ insured: true, scrapped: false }).last.events).toEqual([]);
    expect(walk.present.fetched["vehicle"]?.record).toEqual({ insured: true, scrapped: false });
  });
  test("a revocation is final, goes before a suspension, and comes from a suspended licence too", () => {
    const walk = new Licensed().found({ insured: false, scrapped: false }).found({ insured: false, scrapped: true });
    expect(walk.licence).toMatchObject({ status: "revoked", endedAt: monday, byRule: { rule: "ends" } });
    expect(walk.found({ insured: true, scrapped: false }).last.events).toEqual([]);
    expect(walk.licence).toMatchObject({ status: "revoked" });
  });
  test("what is not known changes nothing: no revocation, no suspension, and none that is lifted", () => {
    expect(new Licensed().found(undefined, "absent").last.events).toEqual([]);
    const walk = new Licensed().found({ insured: false, scrapped: false }).found(undefined, "absent");
    expect(walk.licence).toMatchObject({ status: "suspended" });
  });
  test("what an officer suspended is theirs: a register that says all is well lifts nothing", () => {
    const walk = new Licensed("stop").found({ insured: true, scrapped: false });
    expect(walk.licence).toMatchObject({ status: "suspended" });
    expect(walk.found({ insured: true, scrapped: true }).licence).toMatchObject({ status: "revoked" });
  });
  test("an announcement counts for a licence, though no stage waited for it", () => {
    const walk = new Licensed();
    walk.do({ type: "announced", source: "court", name: "judgment", values: { banned: true }, messageId: "m-1" });
    expect(walk.present.history.at(-1)?.what).toBe("announced");
    expect(walk.found({ insured: true, scrapped: false }).licence).toMatchObject({ status: "revoked" });
  });
  test("one that no licence hangs on any more came too late", () => {
    const walk = new Licensed().found({ insured: true, scrapped: true });
    walk.do({ type: "announced", source: "court", name: "judgment", values: { banned: true }, messageId: "m-1" });
    expect(walk.present.history.at(-1)?.what).toBe("announced-too-late");
  });
  test("the log gives the same case again; a licence of another case is refused", () => {
    const walk = new Licensed().found({ insured: false, scrapped: false }).found({ insured: true, scrapped: true });
    expect(replay(walk.service, createRulebook(walk.service), walk.log)).toEqual(walk.present);
    const refused = walk.do({ type: "licence-looked-at", issuedId: "issued-9", found: [] }).last.refused;
    expect(refused?.code).toBe("not-offered");
  });
});
