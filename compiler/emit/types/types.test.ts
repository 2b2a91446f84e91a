// answers.d.ts: readable types of an application, the same each time.
import { expect, test } from "vitest";
import { parking } from "../tests/parking.ts";
import { emitTypes } from "./types.ts";

test("each answer has its type, and one that is asked only sometimes may be missing", async () => {
  const text = await emitTypes(parking);
  expect(text).toContain("export interface Application {");
  expect(text).toContain('fuel: "petrol" | "diesel" | "electric";');
  expect(text).toMatch(/keeperLetter\?: \{\n\s+id: string;/);
  expect(text).toContain("answersTrue: true;");
  expect(text.match(/export /g)).toHaveLength(1);
  expect(await emitTypes(structuredClone(parking))).toBe(text);
});

test("the author's words cannot leave their comment", async () => {
  const service = { ...parking, title: { en: "Parking */ export type Forged = 1; /*" } };
  expect(await emitTypes(service)).not.toContain("*/ export");
});
