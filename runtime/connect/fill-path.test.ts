// Whatever an applicant types, a request stays at the very place the deployment file names.
import fc from "fast-check";
import { expect, test } from "vitest";
import { fillPath } from "./sources.ts";

const declared = { needs: [{ key: "registration", name: "registration", type: { kind: "text" as const } }] };
const nasty = fc.constantFrom(
  "..",
  ".",
  "../..",
  "%2e%2e",
  "%2F",
  "a/../b",
  "\\..\\",
  "?x=1",
  "#x",
  "@evil.example",
  "//evil.example",
  "\u0000",
  "é",
  "\ud83d\ude00",
  "%",
);

test("a value is one segment of the path, and comes back from it unchanged", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), nasty), (registration) => {
      const filled = fillPath("/vehicles/{registration}/tax", { registration }, declared);
      if (!filled) return;
      const address = new URL(`http://127.0.0.1:4403${filled.path}`);
      const segments = address.pathname.split("/");
      expect({ origin: address.origin, search: address.search, hash: address.hash }).toEqual({
        origin: "http://127.0.0.1:4403",
        search: "",
        hash: "",
      });
      expect(segments.length).toBe(4);
      expect([segments[1], segments[3]]).toEqual(["vehicles", "tax"]);
      expect(decodeURIComponent(segments[2] ?? "")).toBe(registration);
    }),
    { numRuns: 1000 },
  );
});

test("holes are filled by the author's name as well as by key; a record cannot stand in an address", () => {
  const needs = { needs: [{ key: "keeperPostcode", name: "keeper-postcode", type: { kind: "postcode" as const } }] };
  expect(fillPath("/by/{keeper-postcode}", { keeperPostcode: "AS1 4QT" }, needs)).toEqual({
    path: "/by/AS1%204QT",
    used: new Set(["keeperPostcode"]),
  });
  expect(fillPath("/by/{keeperPostcode}", { keeperPostcode: { a: "b" } }, needs)).toBeUndefined();
});
