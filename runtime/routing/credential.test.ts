// R17: which licence the lines act on: the one this case issued, else the one that was presented, which belongs to another case.
import { describe, expect, test } from "vitest";
import type { Service } from "#contract";
import { advance } from "./advance.ts";
import type { Happening } from "./happening.ts";
import { action, driver, monday, service, stage, Walk } from "./tests/sample.ts";

type Does = "issue" | "replace" | "suspend" | "revoke" | "reinstate";

function serviceThat(...does: Does[]): Service {
  const look = stage("look", { by: ["officer"], actions: [action("grant", "granted")] });
  const doing = does.map((one) => ({ do: one, what: "licence" }));
  return service([look], {}, [{ name: "granted", doing }]);
}

/** A case to which the licence of another one was presented, and granted. */
function presented(...does: Does[]): Walk {
  const walk = new Walk(serviceThat(...does));
  const sent: Happening = {
    type: "sent",
    number: "C-2",
    definition: "hash",
    language: "en",
    by: driver,
    answers: {},
    origins: {},
    fetched: {},
    asked: [],
    presented: [{ credential: "licence", caseId: "other", issuedId: "issued-1" }],
  };
  walk.case = advance(walk.service, walk.rulebook, undefined, sent, monday, walk.days).case;
  return walk.choose("grant");
}

describe("R17", () => {
  test.each([
    ["suspend", "suspended"],
    ["revoke", "revoked"],
    ["reinstate", "valid"],
  ] as const)("%s of a presented one is told to the case that issued it", (does, status) => {
    expect(presented(does).last.effects).toMatchObject([
      { do: "change-licence", caseId: "other", issuedId: "issued-1", status },
    ]);
  });
  test("replace issues a new one here and ends the presented one there; what follows is about the new one", () => {
    const walk = presented("replace", "suspend");
    expect(walk.last.effects).toMatchObject([{ do: "change-licence", status: "replaced" }]);
    expect(walk.last.effects).toHaveLength(1);
    expect(walk.present.issued).toMatchObject([{ credential: "licence", status: "suspended" }]);
  });
  test("issue leaves the presented one as it is; with none presented a person sees to it", () => {
    expect(presented("issue").last.effects).toEqual([]);
    const walk = new Walk(serviceThat("suspend")).choose("grant");
    expect(walk.last.effects).toMatchObject([{ do: "hold", line: "suspend", what: "licence" }]);
  });
  test("the case that issued it hears of it once; what is over stays over; another licence is refused", () => {
    const walk = new Walk(serviceThat("issue")).choose("grant");
    const issuedId = walk.present.issued[0]?.id ?? "";
    const hear = (status: "valid" | "replaced" | "suspended" | "revoked", id = issuedId): Walk =>
      walk.do({ type: "licence-changed", issuedId: id, status, number: "C-2" });
    expect(hear("suspended").present.issued).toMatchObject([{ status: "suspended" }]);
    expect(walk.present.history.at(-1)).toMatchObject({ what: "licence-changed", name: "licence", to: "suspended" });
    expect(hear("suspended").last.events).toEqual([]);
    expect(hear("valid").present.issued).toMatchObject([{ status: "valid" }]);
    expect(hear("replaced").present.issued).toMatchObject([{ status: "replaced", endedAt: walk.now }]);
    expect(hear("valid").present.issued).toMatchObject([{ status: "replaced" }]);
    expect(hear("valid", "none").last.refused?.code).toBe("not-offered");
  });
});
