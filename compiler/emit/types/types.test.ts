// answers.d.ts: readable types of an application, the same each time.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { Service } from "#contract";
import { parking } from "../tests/parking.ts";
import { emitTypes } from "./types.ts";

test("each answer has its type, and one that is asked only sometimes may be missing", async () => {
  const text = await emitTypes(parking);
  expect(text).toContain("export type Application = ({");
  expect(text).toContain('fuel: "petrol" | "diesel" | "electric";');
  expect(text).toMatch(/keeperLetter\?: \{\n\s+id: string;/);
  expect(text).toContain("answersTrue: true;");
  expect(text.match(/export /g)).toHaveLength(1);
  expect(await emitTypes(structuredClone(parking))).toBe(text);
});

/** Right and wrong applications; a wrong one that TypeScript takes is an error of its own. */
const applications = {
  parking: `import type { Application } from "./parking.d.ts";
const letter = { id: "f1", name: "letter.pdf", size: 1, mediaType: "application/pdf", sha256: "a" };
const rest = { zone: "zone-a", mainHome: true, home: { line1: "1", town: "A", postcode: "AS1" }, blueBadge: false,
  registration: "AB12", make: "Volt", fuel: "petrol", permitsHeld: 0, answersTrue: true } as const;
export const right: Application[] = [{ ...rest, keeper: true }, { ...rest, keeper: false, keeperLetter: letter }];
// @ts-expect-error the letter is asked when one is not the keeper
export const missing: Application = { ...rest, keeper: false };
// @ts-expect-error and only then
export const needless: Application = { ...rest, keeper: true, keeperLetter: letter };
// @ts-expect-error not one of the choices
export const unknown: Application = { ...rest, keeper: true, fuel: "coal" };
export const size = (one: Application): number => (one.keeper ? 0 : one.keeperLetter.size);
`,
  food: `import type { Application } from "./food.d.ts";
const kitchen = { id: "k1", called: "Shop", days: 1, hours: 1, water: "mains" } as const;
const address = { line1: "1", town: "A" };
const base = { tradingName: "T", opens: "2026-01-01", answersTrue: true as const, runBy: "me" as const, allergens: false as const };
const shops: Application["kitchens"] = [{ ...kitchen, kind: "shop", address }];
export const right: Application[] = [
  { ...base, activities: ["sell"], kitchens: shops },
  { ...base, activities: ["sell"], kitchens: shops, runBy: "limited", company: "1" },
  { ...base, activities: ["sell"], kitchens: shops, runBy: "limited", noCompanyNumber: true },
  { ...base, activities: ["sell"], kitchens: [{ ...kitchen, kind: "stall", pitch: { latitude: 1, longitude: 1 } }], allergens: true, label: "Milk" },
];
// @ts-expect-error a stall has a pitch instead of an address
export const stall: Application["kitchens"] = [{ ...kitchen, kind: "stall", address }];
// @ts-expect-error a limited company has a number or says that it has none
export const none: Application = { ...base, activities: ["sell"], kitchens: shops, runBy: "limited" };
// @ts-expect-error never both
export const both: Application = { ...base, activities: ["sell"], kitchens: shops, runBy: "limited", company: "1", noCompanyNumber: true };
// @ts-expect-error the label is asked when there are allergens
export const label: Application = { ...base, activities: ["sell"], kitchens: shops, allergens: true };
`,
} as const;

test("TypeScript takes right applications and refuses wrong ones, questions asked only sometimes among them", async () => {
  const folder = mkdtempSync(join(tmpdir(), "formwork-types-"));
  const files = { parking, food: example("food-business") };
  for (const [name, service] of Object.entries(files))
    writeFileSync(join(folder, `${name}.d.ts`), await emitTypes(service));
  for (const [name, text] of Object.entries(applications)) writeFileSync(join(folder, `${name}-test.ts`), text);
  const options = [
    "--noEmit",
    "--strict",
    "--skipLibCheck",
    "false",
    "--allowImportingTsExtensions",
    "--module",
    "esnext",
    "--types",
    "",
  ];
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  const run = spawnSync(
    process.execPath,
    [tsc, ...options, ...Object.keys(applications).map((name) => `${name}-test.ts`)],
    {
      cwd: folder,
      encoding: "utf8",
    },
  );
  rmSync(folder, { recursive: true });
  expect(run.stdout + run.stderr).toBe("");
});

function example(name: string): Service {
  return JSON.parse(readFileSync(new URL(`../../../examples/${name}/expected/service.json`, import.meta.url), "utf8"));
}

test("the author's words cannot leave their comment", async () => {
  const service = { ...parking, title: { en: "Parking */ export type Forged = 1; /*" } };
  expect(await emitTypes(service)).not.toContain("*/ export");
});
