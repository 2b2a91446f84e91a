import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Service } from "#contract";
import { hasLevel, readLevel } from "./level.ts";
import { identityFor, keepSupplied, partsReadBy, readParts } from "./parts.ts";
import { openSealed, seal } from "./seal.ts";

const compiled = new URL("../../examples/resident-parking-permit/expected/service.json", import.meta.url);
const parking: Service = JSON.parse(readFileSync(compiled, "utf8"));

test("a service sees only the parts it reads", () => {
  const read = partsReadBy(parking);
  expect(read.has("address")).toBe(true);
  expect(read.has("fullName")).toBe(true);
  expect(read.has("nationalId")).toBe(false);
  const identity = {
    subject: "s",
    level: "high" as const,
    kind: "person" as const,
    at: "2026-04-01T08:00:00Z",
    parts: {
      fullName: "Rhian Ellis",
      email: "rhian@mail.example",
      phone: "01632 960018",
      nationalId: "AE 84 03 12 K",
      address: { postcode: "AS1 4QT" },
    },
  };
  expect(identityFor(parking, identity).parts).toEqual({
    fullName: "Rhian Ellis",
    email: "rhian@mail.example",
    address: { postcode: "AS1 4QT" },
  });
  expect(identityFor(parking, { ...identity, level: "low" }).parts).toEqual({ email: "rhian@mail.example" });
});

test("what it takes to reach the person is kept for the channels a service writes by, and for no others", () => {
  const { route: _route, ...still } = parking;
  const by = (...channels: ("email" | "text-message" | "letter" | "inbox")[]) => {
    const message = { channels, subject: { en: "s" }, body: { en: "b" } };
    return partsReadBy({ ...still, sections: [], credentials: {}, fills: {}, outcomes: [], messages: { m: message } });
  };
  expect([...by("inbox")]).toEqual([]);
  expect([...by("email")]).toEqual(["email"]);
  expect([...by("text-message")]).toEqual(["phone"]);
  expect([...by("letter")].toSorted()).toEqual(["address", "fullName", "legalName"]);
  expect(partsReadBy({ ...parking, messages: {} }).has("email")).toBe(true);
});

test("levels: what is not understood counts as low, eIDAS addresses are read", () => {
  expect(readLevel("http://eidas.europa.eu/LoA/high")).toBe("high");
  expect(readLevel("Substantial")).toBe("substantial");
  for (const claim of [undefined, null, 3, "", "gold", "constructor", {}]) expect(readLevel(claim)).toBe("low");
  expect(hasLevel("low", "substantial")).toBe(false);
  expect(hasLevel("high", "substantial")).toBe(true);
});

test("standard claims become parts; whatever else a provider sends is left out", () => {
  expect(
    readParts({
      name: "Rhian Ellis",
      birthdate: "1984-03-12",
      email: 7,
      picture: "x",
      address: { street_address: "Flat 3\n8 Market Square", locality: "Ashby", postal_code: "AS2 7LD", country: "GB" },
    }),
  ).toEqual({
    fullName: "Rhian Ellis",
    dateOfBirth: "1984-03-12",
    address: { line1: "Flat 3", line2: "8 Market Square", town: "Ashby", postcode: "AS2 7LD" },
  });
});

test("parts that no level supplies are never kept", () => {
  expect(keepSupplied({ salary: 1, email: "a@b.example", __proto__: "x" }, "high")).toEqual({ email: "a@b.example" });
});

test("what is sealed opens unchanged with the same secret and purpose only, and any change is noticed", () => {
  const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  fc.assert(
    fc.property(fc.json(), fc.nat(), (json, place) => {
      const value = JSON.parse(json);
      const sealed = seal("secret", "cookie", value, random);
      expect(openSealed("secret", "cookie", sealed)).toEqual(value);
      expect(openSealed("secret", "session", sealed)).toBeUndefined();
      expect(openSealed("other", "cookie", sealed)).toBeUndefined();
      const bytes = Buffer.from(sealed, "base64url");
      const at = place % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      expect(openSealed("secret", "cookie", bytes.toString("base64url"))).toBeUndefined();
    }),
    { numRuns: 200 },
  );
  for (const text of ["", "a", "not base64 at all!", "A".repeat(29)])
    expect(openSealed("secret", "cookie", text)).toBeUndefined();
});
