// `if unavailable stop` of a stage's own fetch: the case stops at the line, the source is asked again, and nothing goes on without it.
import { expect, test } from "vitest";
import { replay } from "./advance.ts";
import { action, driver, fetch, officer, service, stage, Walk } from "./tests/sample.ts";

const within = { amount: 5, unit: "days" } as const;

function walkWith(then: "stop" | "ask-applicant" = "stop"): Walk {
  const checks = stage("checks", { doing: [fetch("tax")], finish: { within, goTo: "late" }, goTo: "granted" });
  const rights = [{ name: "withdraw", withReason: false, goTo: "withdrawn" }];
  const base = service([checks, stage("late", { by: ["officer"], actions: [action("back", "checks")] })], { rights });
  const o = { needs: [], gives: [], ifUnavailable: { then } };
  return new Walk({ ...base, sources: { register: { title: { en: "Register" }, operations: { o } } } });
}

const call = { source: "register", operation: "o", at: "", using: {} } as const;
const silence = (walk: Walk): Walk =>
  walk.do({
    type: "effect-finished",
    effectId: walk.present.doing?.effect ?? "",
    fetched: { ...call, state: "unavailable" },
  });
const answer = (walk: Walk): Walk =>
  walk.do({
    type: "effect-finished",
    effectId: walk.present.doing?.effect ?? "",
    fetched: { ...call, state: "present", record: { ok: true } },
  });
const asking = (walk: Walk) => walk.last.effects.filter((effect) => effect.do === "fetch").length;

test("a source that does not answer stops the case, and nothing goes on with nothing", () => {
  const walk = silence(walkWith());
  expect(walk.place).toBe("checks 1");
  expect(walk.present.doing?.silent).toEqual({ since: walk.now, tries: 1 });
  expect(walk.present.fetched).toEqual({});
  expect(walk.present.history.at(-1)).toMatchObject({ what: "did-not-answer", name: "register" });
  expect(silence(walkWith("ask-applicant")).place).toBe("granted");
});

test("it is asked again by itself, ever more rarely, until it answers; then the case goes on", () => {
  const walk = silence(walkWith());
  walk.until("2026-06-01T08:04:59.000Z");
  expect(asking(walk)).toBe(0);
  walk.until("2026-06-01T08:05:00.000Z");
  expect(asking(walk)).toBe(1);
  silence(walk).until("2026-06-01T08:14:59.000Z");
  expect(asking(walk)).toBe(0);
  walk.until("2026-06-01T08:15:00.000Z");
  silence(walk);
  expect(walk.last.effects).toMatchObject([{ do: "hold", line: "fetch", what: "register" }]);
  expect(walk.present.history.filter(({ what }) => what === "did-not-answer")).toHaveLength(1);
  walk.until("2026-06-01T09:00:00.000Z");
  expect(answer(walk).place).toBe("granted");
  expect(walk.present.fetched).toMatchObject({ tax: { state: "present" } });
  expect(replay(walk.service, walk.rulebook, walk.log)).toEqual(walk.present);
});

test("a try that failed for good stops it the same way", () => {
  const walk = walkWith();
  walk.do({ type: "effect-failed", effectId: walk.present.doing?.effect ?? "", reason: "no answer" });
  expect(walk.place).toBe("checks 1");
  expect(walk.present.doing?.silent?.tries).toBe(1);
});

test("an officer has it asked at once; once it is being asked no second question goes out", () => {
  const walk = silence(walkWith()).do({ type: "asked-again", by: officer });
  expect(asking(walk)).toBe(1);
  walk.do({ type: "asked-again", by: officer });
  expect(asking(walk)).toBe(0);
  walk.until("2026-06-01T08:05:00.000Z");
  expect(asking(walk)).toBe(0);
  answer(walk);
  expect(walk.do({ type: "asked-again", by: officer }).last.refused?.code).toBe("not-offered");
});

test("the stage's time goes on, and leaving the stage ends the asking (R1)", () => {
  const late = silence(walkWith()).until("2026-06-08T09:00:00.000Z");
  expect(late.place).toBe("late 1");
  expect(late.present.deadlines.filter(({ state }) => state === "running")).toEqual([]);
  const gone = silence(walkWith()).do({ type: "right-used", by: driver, right: "withdraw" });
  expect(gone.place).toBe("withdrawn");
  expect(gone.present.deadlines.filter(({ kind, state }) => kind === "ask-again" && state === "running")).toEqual([]);
});
