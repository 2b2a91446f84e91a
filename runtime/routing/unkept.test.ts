import { expect, test } from "vitest";
import { withoutUnkept } from "./unkept.ts";

const privacy = (doNotKeep: string[]) => ({
  privacy: { lawfulBases: [], specialCategories: [], keep: [], visibility: [], doNotKeep },
});

test("what is not kept is no part of what is sent: a whole set, one part, one answer of every item", () => {
  const sent = {
    answers: {
      zone: "a",
      home: { postcode: "AS1", town: "Ashby" },
      members: [
        { id: "1", pay: 5, name: "Ann" },
        { id: "2", name: "Bo" },
      ],
      plate: "AB12",
    },
    origins: { "home.postcode": { kind: "typed", at: "2026-06-01" }, plate: { kind: "typed", at: "2026-06-01" } },
    asked: ["zone", "home.postcode", "home.town", "plate"],
  } as const;
  const kept = withoutUnkept(privacy(["zone", "home.postcode", "members.pay"]), sent);
  expect(kept.answers).toEqual({
    home: { town: "Ashby" },
    members: [
      { id: "1", name: "Ann" },
      { id: "2", name: "Bo" },
    ],
    plate: "AB12",
  });
  expect(kept.origins).toEqual({ plate: sent.origins.plate });
  expect(kept.asked).toEqual(["home.town", "plate"]);
  expect(withoutUnkept(privacy(["home"]), sent).answers).not.toHaveProperty("home");
});
