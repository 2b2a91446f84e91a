// Cases of another service that begin again and again while a licence is valid.
import { describe, expect, test } from "vitest";
import type { Service } from "#contract";
import { endOf } from "./retention.ts";
import { action, service, stage, Walk } from "./tests/sample.ts";

const looks = stage("look", {
  by: ["officer"],
  actions: [
    action("grant", "granted"),
    action("suspend", "refused"),
    action("revoke", "lapsed"),
    action("reinstate", "withdrawn"),
  ],
});
const outcomes = (["issue", "suspend", "revoke", "reinstate"] as const).map((does, at) => ({
  name: ["granted", "refused", "lapsed", "withdrawn"][at] ?? "",
  doing: [{ do: does, what: "licence" }],
  officerActions: [{ ...action("review", "look"), by: ["officer"], within: { amount: 9, unit: "years" as const } }],
}));

/** A licence of three years, issued on 1 June 2026; the other service is started every so many months. */
function issued(amount = 6): Walk {
  const made = service([looks], {}, outcomes);
  const licence = {
    title: { en: "Licence" },
    holds: [{ name: "plate", path: "car.plate" }],
    acceptedBy: [],
    validFor: { amount: 3, unit: "years" },
    starts: [{ service: "inspection", every: { amount, unit: "months" } }],
  } satisfies Service["credentials"][string];
  return new Walk({ ...made, credentials: { licence } }, { car: { plate: "AB12" }, secret: "x" }).choose("grant");
}

function review(walk: Walk, chosen: string): Walk {
  const by = { kind: "officer", id: "olu", roles: ["officer"] } as const;
  return walk.do({ type: "officer-right-used", by, right: "review" }).choose(chosen);
}

const startedAt = ({ present }: Walk): string[] => (present.started ?? []).map(({ at }) => at.slice(0, 16));

describe("start inspection every 6 months", () => {
  test("the first when six months are over, with what the licence says and nothing else", () => {
    const walk = issued().until("2026-11-30T23:59:59.999Z");
    expect(startedAt(walk)).toEqual([]);
    walk.until("2026-12-01T00:00:00.000Z");
    expect(walk.last.effects).toEqual([
      { id: expect.any(String), do: "start", service: "inspection", answers: { car: { plate: "AB12" } } },
    ]);
    expect(startedAt(walk)).toEqual(["2026-12-01T00:00"]);
  });
  test("again and again until the licence is over: on its last day none begins", () => {
    const walk = issued();
    for (let month = 0; month < 60; month += 1) walk.until(new Date(Date.UTC(2026, 6 + month, 15, 12)).toISOString());
    expect(walk.present.started).toHaveLength(5);
    expect(walk.present.recurring).toMatchObject([{ state: "ended", come: 5 }]);
  });
  test("the licence's life is separate: the case has ended all the same (R8)", () => {
    const walk = issued();
    const { officerActions: _, ...granted } = walk.service.outcomes[0] ?? {
      name: "",
      title: {},
      doing: [],
      rights: [],
    };
    expect(endOf({ ...walk.service, outcomes: [granted] }, walk.present, walk.days)).toBeDefined();
  });
  test("suspended: the day passes without one; reinstated: the next day starts again; revoked: never again", () => {
    const walk = review(issued(), "suspend").until("2026-12-20T12:00:00.000Z");
    expect(startedAt(walk)).toEqual([]);
    review(walk, "reinstate").until("2027-05-31T23:00:00.000Z");
    expect(startedAt(walk)).toEqual(["2027-05-31T23:00"]);
    review(walk, "revoke").until("2029-01-01T00:00:00.000Z");
    expect(startedAt(walk)).toHaveLength(1);
    expect(walk.present.recurring).toMatchObject([{ state: "ended" }]);
  });
  test("issued again it goes on, not twice, and to the new end", () => {
    const walk = issued().until("2028-12-15T12:00:00.000Z");
    review(walk, "grant");
    expect(walk.present.recurring).toHaveLength(1);
    for (let month = 0; month < 60; month += 1) walk.until(new Date(Date.UTC(2029, month, 15, 12)).toISOString());
    expect(walk.present.started).toHaveLength(11);
  });
});
