// Tables as texts: what is reported against trying out every answer on the compiled rules.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Facts, Value } from "#contract/facts.ts";
import { createRulebook, evaluateExpression } from "#support/evaluate.ts";
import { emitContract } from "../../emit/contract/emit-contract.ts";
import { buildModel } from "../../model/build-model.ts";
import type { Model } from "../../model/model.ts";
import { applyEdits } from "../../source/edits.ts";
import { parseTree } from "../../syntax/parse.ts";
import { checkTables } from "./tables.ts";

const head = `service permit "Permit"
list fuels
  - petrol "Petrol"
  - diesel "Diesel"
  - electric "Electric"

section car "Your car"
  ask badge "Do you hold a badge?" as yes or no
  ask fuel "Fuel" as one of fuels
    show when badge is no
  ask held "How many permits do you have?" as whole number
    must be from 0 to 3

table price
`;

const cells = {
  badge: ["yes", "no", "any"],
  fuel: ["petrol", "not petrol", "electric", "any", "any", "not asked"],
  held: ["0", "1 or more", "under 2", "1 to 2", "over 2", "any", "2 to under 3"],
};

const row = fc.record({
  badge: fc.constantFrom(...cells.badge),
  fuel: fc.constantFrom(...cells.fuel),
  held: fc.constantFrom(...cells.held),
  price: fc.constantFrom("£1", "£2"),
});

function modelOf(text: string): Model {
  const { tree } = parseTree("table.service", text);
  const model = buildModel(tree, [tree]);
  if (!model) throw new Error("The text has a service line");
  return model;
}

/** Everybody who can come here: fuel is asked only without a badge. */
const people: readonly Readonly<Record<string, Value>>[] = [0, 1, 2, 3].flatMap((held) => [
  { badge: true, held },
  ...["petrol", "diesel", "electric"].map((fuel) => ({ badge: false, fuel, held })),
]);

test("gaps, rows that differ and rows never used are those that trying everybody shows", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), fc.boolean(), (rows, first) => {
      const lines = rows.map((one) => `  | ${one.badge} | ${one.fuel} | ${one.held} | ${one.price} |`);
      const policy = first ? "  when several match use the first\n" : "";
      const model = modelOf(`${head}${policy}  | badge | fuel | held | then price |\n${lines.join("\n")}\n`);
      const fits = fittingRows(model);
      const codes = new Set(checkTables(model).map((problem) => problem.code));
      expect(codes.has("FW415")).toBe(false);
      expect(codes.has("FW411")).toBe(fits.some((some) => some.length === 0));
      const differ = fits.some((some) => new Set(some.map((index) => rows[index]?.price)).size > 1);
      expect(codes.has("FW412")).toBe(!first && differ);
      const masked = rows.some((_, index) => fits.every((some) => some[0] !== index));
      if (first) expect(codes.has("FW413")).toBe(masked);
    }),
    { numRuns: 300 },
  );
});

test("where the highest or the lowest counts, the rows told are those that are chosen for nobody", () => {
  let told = 0;
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), fc.boolean(), (rows, highest) => {
      const lines = rows.map((one) => `  | ${one.badge} | ${one.fuel} | ${one.held} | ${one.price} |`);
      const policy = `  when none match use £0\n  when several match use the ${highest ? "highest" : "lowest"}\n`;
      const text = `${head}${policy}  | badge | fuel | held | then price |\n${lines.join("\n")}\n`;
      const model = modelOf(text);
      const priceOf = (index: number) => Number(rows[index]?.price.slice(1)) * (highest ? -1 : 1);
      const chosen = new Set(
        fittingRows(model).flatMap((fitting) => fitting.toSorted((a, b) => priceOf(a) - priceOf(b) || a - b)[0] ?? []),
      );
      const first = text.split("\n").length - 1 - rows.length;
      const lineOf = (at: number) => text.slice(0, at).split("\n").length - 1;
      const problems = checkTables(model);
      expect(problems.map(({ code }) => code)).not.toContain("FW415");
      const never = problems.filter(({ code }) => code === "FW413").map(({ at }) => lineOf(at.start) - first);
      expect(never).toEqual([...rows.keys()].filter((index) => !chosen.has(index)));
      told += never.length;
    }),
    { numRuns: 300 },
  );
  expect(told).toBeGreaterThan(100);
});

/** The rows that fit each person, by the compiled rules. */
function fittingRows(model: Model): number[][] {
  const service = emitContract(model);
  const rulebook = createRulebook(service);
  const expression = model.rules.get("price")?.expression;
  const rows = expression?.op === "table" ? expression.rows : [];
  return people.map((values) => {
    const facts = factsOf(values);
    return rows.flatMap(({ when }, index) =>
      evaluateExpression(when, service, rulebook, facts) === true ? [index] : [],
    );
  });
}

function factsOf(values: Readonly<Record<string, Value>>): Facts {
  return {
    values,
    asked: new Set(Object.keys(values)),
    corrected: new Set(),
    dateApplied: "2026-01-01",
    today: "2026-01-01",
  };
}

const table = (rows: string) => `${head}  | badge | fuel | held | then price |\n${rows}`;

test("a ready row, and a changed edge, mend the table", () => {
  const text = table("  | any | any | under 2 | £1 |\n  | any | any | over 2 | £2 |\n");
  const [problem] = checkTables(modelOf(text));
  expect(problem?.explanation[0]).toContain("held is 2");
  for (const fix of problem?.fixes ?? []) {
    const mended = [...fix.edits]
      .sort((a, b) => b.span.start - a.span.start)
      .reduce((now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end), text);
    expect(checkTables(modelOf(mended)).map(({ code }) => code)).not.toContain("FW411");
  }
  expect(problem?.fixes.length).toBe(3);
});

const policies = {
  "": "",
  first: "  when several match use the first\n",
  highest: "  when none match use £0\n  when several match use the highest\n",
  "add up": "  when none match use £0\n  when several match add them up\n",
};

test("taking over rows that can be one never changes a result", () => {
  let proposals = 0;
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 2, maxLength: 6 }),
      fc.constantFrom(...Object.keys(policies)),
      (rows, policy) => {
        const lines = rows.map((one) => `  | ${one.badge} | ${one.fuel} | ${one.held} | ${one.price} |`);
        const start = policies[policy as keyof typeof policies];
        const text = `${head}${start}  | badge | fuel | held | then price |\n${lines.join("\n")}\n`;
        const before = prices(text);
        for (const problem of checkTables(modelOf(text)).filter(({ code }) => code === "FW409"))
          for (const fix of problem.fixes) {
            proposals += 1;
            expect(prices(applyEdits(text, fix.edits)), `${fix.title}\n${text}`).toEqual(before);
          }
      },
    ),
    { numRuns: 400 },
  );
  expect(proposals).toBeGreaterThan(20);
});

/** What the table gives each person. */
function prices(text: string): (Value | undefined)[] {
  const rulebook = createRulebook(emitContract(modelOf(text)));
  return people.map((values) => rulebook.evaluate("price", factsOf(values)));
}

test("a part of an answer is looked at like an answer of its own", () => {
  const text = (rows: string): string => `service permit "Permit"
section one "You"
  ask town "Which town?" as text
  ask home "Where do you live?" as postal address
  ask earned "What do you earn?" as money in any currency
  ask away "When are you away?" as date range

table share
${rows}`;
  const told = (rows: string): string[] =>
    checkTables(modelOf(text(rows))).map(({ code, explanation }) => `${code} ${explanation[0]}`);
  expect(told('  | earned\'s currency | then share |\n  | "EUR" | 1% |\n  | not "EUR" | 2% |\n')).toEqual([]);
  expect(told('  | home\'s postcode | then share |\n  | "AS1 1AA" | 1% |\n  | "AS1 1AB" | 2% |\n')).toEqual([
    "FW411 Nothing fits when home's postcode is something else.",
  ]);
  expect(told('  | town | then share |\n  | "Ashby" | 1% |\n')).toEqual([
    "FW411 Nothing fits when town is something else.",
  ]);
  // A range of dates has a first day wherever it has an answer; a second line of an address may be missing.
  const first = "  | away's start | then share |\n  | under 1 January 2026 | 1% |\n  | 1 January 2026 or more | 2% |\n";
  expect(told(first)).toEqual([]);
  expect(told('  | home\'s line-2 | then share |\n  | "Flat" | 1% |\n  | not "Flat" | 2% |\n')).toEqual([
    "FW411 Nothing fits when home's line-2 has no answer.",
  ]);
});
