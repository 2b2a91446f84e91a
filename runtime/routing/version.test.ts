// R18: a running case that moves to a newer version of its service keeps its place, and never loses time by it.
import { expect, test } from "vitest";
import type { Service, Stage } from "#contract";
import { createRulebook } from "#support/evaluate.ts";
import { advance } from "./advance.ts";
import { buildDays } from "./days.ts";
import { lengthsOf, whyItStays } from "./steps/version.ts";
import { action, check, fetch, officer, service, stage, Walk } from "./tests/sample.ts";

const days = (amount: number) => ({ amount, unit: "days" }) as const;
const look = (members: Partial<Stage> = {}): Stage =>
  stage("look", { by: ["officer"], actions: [action("grant", "granted")], ...members });

function next(stages: Stage[], members: Partial<Service> = {}): Service {
  const made = service(stages);
  return {
    ...made,
    version: { number: 2, starts: "2026-06-01", runningCases: "move" },
    roles: { officer: { name: "officer", title: {} } },
    ...members,
  };
}

function move(walk: Walk, to: Service) {
  const lengths = lengthsOf(walk.present, walk.service);
  const happening = { type: "version-moved", definition: "newer", lengths } as const;
  return advance(to, createRulebook(to), walk.case, happening, walk.now, buildDays(to));
}

test("it keeps its stage, its visit and its work, runs by the newer text, and its history says so", () => {
  const walk = new Walk(service([look()]));
  walk.do({ type: "claimed", by: officer, taskId: walk.task });
  const moved = move(walk, next([look({ actions: [action("allow", "granted")] })]));
  expect(moved.case).toMatchObject({ definition: "newer", place: walk.present.place, tasks: walk.present.tasks });
  expect(moved.case?.history.at(-1)).toMatchObject({ what: "moved", name: "2", place: "look" });
});

test("a deadline keeps its instant when its length is the same, and gets the later of the two when it changed", () => {
  const from = (amount: number) => new Walk(service([look({ finish: { within: days(amount), goTo: "lapsed" } })]));
  const at = (walk: Walk, amount: number) =>
    move(walk, next([look({ finish: { within: days(amount), goTo: "refused" } })])).case?.deadlines[0];
  const walk = from(5);
  walk.now = "2026-06-03T08:00:00.000Z";
  expect(at(walk, 5)).toMatchObject({ at: walk.present.deadlines[0]?.at, goTo: "refused" });
  expect(at(walk, 3)?.at).toBe(walk.present.deadlines[0]?.at);
  // Ten days from when the stage was entered, not from the move.
  expect(at(walk, 10)?.at).toBe("2026-06-11T22:59:59.999Z");
});

test("a clock that the older text did not have begins with the move", () => {
  const walk = new Walk(service([look()])).until("2026-06-03T08:00:00.000Z");
  const { case: moved } = move(walk, next([look({ finish: { within: days(5), tell: "chief" } })]));
  expect(moved?.deadlines).toMatchObject([{ kind: "stage", at: "2026-06-08T22:59:59.999Z", tell: "chief" }]);
});

test("work of a role that is no more goes to the people whom the newer text names", () => {
  const roles = { clerk: { name: "clerk", title: {} } };
  const { case: moved } = move(new Walk(service([look()])), next([look({ by: ["clerk"] })], { roles }));
  expect(moved?.tasks).toMatchObject([{ roles: ["clerk"], state: "open" }]);
});

test("a case stays when its stage or a check it waits for is gone, when it is decided, and while a register is asked", () => {
  const walk = new Walk(service([look()]));
  const without = next([stage("other", { by: ["officer"] })]);
  expect(whyItStays(walk.present, without)).toEqual({ why: "stage-gone", name: "look" });
  expect(move(walk, without).refused?.code).toBe("not-offered");
  const checks = new Walk(service([stage("look", { checks: [check("home", { by: ["officer"] })] })]));
  expect(whyItStays(checks.present, next([look()]))).toEqual({ why: "check-gone", name: "home" });
  const asking = new Walk(service([look({ doing: [fetch("tax")] })]));
  expect(whyItStays(asking.present, next([look()]))).toEqual({ why: "busy" });
  expect(whyItStays(walk.choose("grant").present, next([look()]))).toEqual({ why: "decided" });
});

test("the newer text's lines are tried at once", () => {
  const walk = new Walk(service([look()]), { yes: true });
  const exits = [{ when: "yes", goTo: "refused" }];
  expect(move(walk, next([look({ exits })])).case?.place).toMatchObject({ outcome: "refused" });
});
