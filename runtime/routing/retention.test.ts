// R8 of the language: from when answers are kept, what puts their deletion off, and what is left of a case afterwards.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Keep, Service } from "#contract";
import { replay } from "./advance.ts";
import type { Case } from "./case.ts";
import { action, driver, officer, service, stage, Walk } from "./tests/sample.ts";

const review = stage("review", {
  by: ["officer"],
  actions: [action("approve", "granted"), action("refuse", "refused", true)],
});
const appeal = stage("appeal", { by: ["officer"], actions: [action("uphold", "granted")] });
const appealable = {
  name: "refused",
  doing: [{ do: "send" as const, what: "letter" }],
  rights: [{ name: "appeal", withReason: false, within: { amount: 28, unit: "days" as const }, goTo: "appeal" }],
};
const licensed = { name: "granted", doing: [{ do: "issue" as const, what: "licence" }] };

function kept(...keep: Keep[]): Service {
  const compiled = service([review, appeal], {}, [appealable, licensed]);
  compiled.privacy = { lawfulBases: [], specialCategories: [], visibility: [], keep };
  return compiled;
}

function line(amount: number, after: Keep["after"], paths: string[] = []): Keep {
  return {
    paths,
    for: { amount, unit: "months" },
    after,
    ...(after === "credential-ends" ? { credential: "licence" } : {}),
  };
}

const answers = { plate: "AB12 CDE", letter: { id: "f1", sha256: "x" }, name: "Rhian" };

/** The local days on which something is to be deleted, with what. */
function planned({ deadlines }: Case): string[] {
  return deadlines
    .filter(({ kind, state }) => kind === "deletion" && state === "running")
    .map(({ at, paths = [] }) => `${at.slice(0, 10)} ${paths.join() || "all"}`);
}

/** The letter is handed over: the applicant has been told. */
function told(walk: Walk): Walk {
  const { id } = walk.present.sendings.at(-1) ?? { id: "" };
  return walk.do({ type: "effect-finished", effectId: id });
}

describe("R8 from when answers are kept", () => {
  test("nothing is planned while the case is worked on, whatever it counts from", () => {
    const walk = new Walk(kept(line(1, "sent"), line(1, "decision")), answers).until("2026-09-01T08:00:00.000Z");
    expect(planned(walk.present)).toEqual([]);
    expect(walk.present.answers).toEqual(answers);
  });
  test("after sent, after the decision, after the end of every window, after the licence's end", () => {
    const text = kept(line(1, "sent"), line(1, "decision", ["plate"]), line(1, "end", ["letter"]));
    const refused = told(new Walk(text, answers).until("2026-06-10T08:00:00.000Z").choose("refuse", officer, "no"));
    expect(planned(refused.present)).toEqual(["2026-07-01 all", "2026-07-10 plate", "2026-08-08 letter"]);
    const granted = new Walk(kept(line(1, "credential-ends")), answers).choose("approve");
    expect(granted.present.issued[0]?.endDate).toBe("2027-06-01");
    expect(planned(granted.present)).toEqual(["2027-07-01 all"]);
  });
  test("a case without a licence keeps nothing for a licence's sake: it counts from the end", () => {
    const refused = told(new Walk(kept(line(1, "credential-ends")), answers).choose("refuse", officer, "no"));
    expect(planned(refused.present)).toEqual(["2026-07-29 all"]);
  });
  test("while the applicant has not been told, no window has begun and there is no end", () => {
    const refused = new Walk(kept(line(1, "end")), answers).choose("refuse", officer, "no");
    expect(planned(refused.present)).toEqual([]);
    expect(planned(told(refused).present)).toEqual(["2026-07-29 all"]);
  });
  test("the case opens again: the deletion is put off, and planned anew from the new decision", () => {
    const walk = told(new Walk(kept(line(1, "decision")), answers).choose("refuse", officer, "no"));
    expect(planned(walk.present)).toEqual(["2026-07-01 all"]);
    walk.do({ type: "right-used", by: driver, right: "appeal" });
    expect(planned(walk.present)).toEqual([]);
    walk.until("2026-08-01T08:00:00.000Z");
    expect(walk.present.answers).toEqual(answers);
    walk.choose("uphold");
    expect(planned(walk.present)).toEqual(["2026-09-01 all"]);
  });
});

describe("R8 what is left", () => {
  test("one answer goes when its day is over, the rest stays until theirs; the log says so without the values", () => {
    const walk = told(
      new Walk(kept(line(12, "decision"), line(1, "decision", ["letter"])), answers).choose("refuse", officer, "bad"),
    );
    walk.until("2026-07-01T22:59:59.998Z");
    expect(walk.present.answers).toEqual(answers);
    walk.until("2026-07-01T23:00:00.000Z");
    expect(walk.present.answers).toEqual({ plate: "AB12 CDE", name: "Rhian" });
    expect(walk.last.erased).toEqual({ all: false, sendings: [] });
    expect(walk.last.events.map(({ type, details }) => [type, details["what"]])).toContainEqual([
      "answers deleted",
      "letter",
    ]);
    walk.until("2027-06-02T08:00:00.000Z");
    expect(walk.last.erased).toEqual({ all: true, sendings: [] });
    expect(JSON.stringify(walk.present)).not.toMatch(/Rhian|AB12|"bad"/);
    expect(walk.present).toMatchObject({ number: "C-1", place: { outcome: "refused" }, answers: {} });
    expect(walk.present.history.at(-1)).toMatchObject({ what: "deleted" });
    expect(planned(walk.present)).toEqual([]);
  });
  test("what another line keeps longer stays when all else goes", () => {
    const walk = new Walk(kept(line(1, "decision"), line(24, "decision", ["plate"])), answers).choose("approve");
    walk.until("2026-07-02T08:00:00.000Z");
    expect(walk.present.answers).toEqual({ plate: "AB12 CDE" });
    walk.until("2028-06-02T08:00:00.000Z");
    expect(walk.present.answers).toEqual({});
  });
  test("a licence keeps its claims while it is valid, and no longer", () => {
    const walk = new Walk(kept(line(1, "decision")), answers).choose("approve").until("2026-07-02T08:00:00.000Z");
    expect(walk.present.issued[0]?.claims).toEqual({ plate: "AB12 CDE" });
    expect(planned(walk.present)).toEqual(["2027-06-01 all"]);
    walk.until("2027-06-02T08:00:00.000Z");
    expect(walk.present.issued[0]?.claims).toEqual({});
    expect(planned(walk.present)).toEqual([]);
  });
  test("a message that says a deleted answer goes with it", () => {
    const text = kept(line(12, "decision"), line(1, "decision", ["name"]));
    text.messages = { letter: { channels: ["email"], subject: { en: "S" }, body: { en: "Dear {name}" } } };
    text.fills = { name: { path: ["name"], type: { kind: "text" } } };
    const walk = told(new Walk(text, answers).choose("refuse", officer, "no")).until("2026-07-02T08:00:00.000Z");
    expect(walk.last.erased?.sendings).toEqual([walk.present.sendings[0]?.id]);
  });
  test("until it fires, the log gives the same case again", () => {
    const text = kept(line(1, "decision"), line(3, "end", ["plate"]));
    const walk = told(new Walk(text, answers).choose("refuse", officer, "no"));
    walk.do({ type: "right-used", by: driver, right: "appeal" }).choose("uphold");
    expect(replay(text, walk.rulebook, walk.log, walk.days)).toEqual(walk.present);
  });
});

test("however long things are kept: nothing goes before its day, everything is gone after the last", () => {
  const after = fc.constantFrom("sent" as const, "decision" as const, "end" as const);
  const lines = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), after), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(lines, (given) => {
      const paths = [[], ["plate"], ["letter"]];
      const walk = told(
        new Walk(kept(...given.map(([amount, from], at) => line(amount, from, paths[at]))), answers).choose(
          "refuse",
          officer,
          "no",
        ),
      );
      const days = planned(walk.present).sort();
      expect(days).toHaveLength(given.length);
      const first = days[0]?.slice(0, 10) ?? "";
      walk.until(`${first}T08:00:00.000Z`);
      expect(walk.present.answers).toEqual(answers);
      walk.until("2030-01-01T08:00:00.000Z");
      expect(planned(walk.present)).toEqual([]);
      expect(walk.present.answers).toEqual({});
    }),
    { numRuns: 60 },
  );
});
