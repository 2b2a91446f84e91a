// Emitted decision tables read back whole and mean the same: FEEL is worked out by feelin, which we did not write; only the hit policy,
// for which no evaluator of DMN 1.3 is on npm, is worked out here.
import { DmnModdle, type ModdleElement } from "dmn-moddle";
import fc from "fast-check";
import { evaluate, unaryTest } from "feelin";
import { expect, test } from "vitest";
import type { Expression, Service, TableExpression } from "#contract";
import type { Answers, Facts } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { parking } from "../tests/parking.ts";
import { serviceOf } from "../tests/random-expressions.ts";
import { emitDmn } from "./dmn.ts";

/** The elements under a name, as the reader gives them. */
function under(element: ModdleElement, name: string): readonly ModdleElement[] {
  const found = element.get(name);
  return Array.isArray(found) ? found : found === undefined || found === null ? [] : [found as ModdleElement];
}

async function readBack(text: string): Promise<ModdleElement> {
  const { rootElement, warnings } = await new DmnModdle().fromXML(text);
  expect(warnings).toEqual([]);
  return rootElement;
}

/** What a decision gives for these answers. */
function decide(decision: ModdleElement, context: Answers): unknown {
  const [table] = under(decision, "decisionLogic");
  if (!table) throw new Error("The decision has no table.");
  const inputs = under(table, "input").map((input) => {
    const [expression] = under(input, "inputExpression");
    return evaluate(String(expression?.get("text")), context).value ?? null;
  });
  const fitting = under(table, "rule").filter((rule) =>
    under(rule, "inputEntry").every(
      (cell, at) => unaryTest(String(cell.get("text")), { ...context, "?": inputs[at] }).value === true,
    ),
  );
  const values = fitting.map((rule) => evaluate(String(under(rule, "outputEntry")[0]?.get("text")), context).value);
  const [otherwise] = under(under(table, "output")[0] as ModdleElement, "defaultOutputEntry");
  const policy = String(table.get("hitPolicy") ?? "UNIQUE");
  if (policy === "UNIQUE") expect(values.length).toBeLessThan(2);
  if (values.length === 0) return otherwise ? evaluate(String(otherwise.get("text")), context).value : undefined;
  if (policy !== "COLLECT") return values[0];
  const aggregation = table.get("aggregation");
  if (aggregation === undefined) return values;
  const numbers = values.map(Number);
  if (aggregation === "SUM") return numbers.reduce((sum, value) => sum + value, 0);
  return aggregation === "MAX" ? Math.max(...numbers) : Math.min(...numbers);
}

function factsOf(values: Answers): Facts {
  return { values, asked: new Set(), corrected: new Set(), dateApplied: "2026-04-01", today: "2026-04-01" };
}

test("the table of parking gives the same price for every answer, and none where an answer is missing", async () => {
  const { text = "", unsaid } = await emitDmn(parking);
  expect(unsaid).toEqual([]);
  const [decision] = under(await readBack(text), "drgElement").filter(({ $type }) => $type === "dmn:Decision");
  if (!decision) throw new Error("There is no decision.");
  expect(under(decision, "decisionLogic")[0]?.get("hitPolicy") ?? "UNIQUE").toBe("UNIQUE");
  const book = createRulebook(parking);
  for (const fuel of ["petrol", "diesel", "electric", undefined])
    for (const permitsHeld of [0, 1, 3, undefined]) {
      const answers: Answers = JSON.parse(JSON.stringify({ fuel, permitsHeld }));
      expect(decide(decision, answers) ?? undefined, JSON.stringify(answers)).toBe(
        book.evaluate("price", factsOf(answers)),
      );
    }
});

const number = (value: number): Expression => ({ op: "literal", value, type: { kind: "number" } });
const word = (value: string): Expression => ({ op: "literal", value, type: { kind: "text" } });
const fact = (key: string): Expression => ({ op: "fact", path: [key] });
const order = fc.constantFrom("at-least", "at-most", "over", "under" as const);
const fuels = ["petrol", "electric", 'a "b"'] as const;
const cell: fc.Arbitrary<Expression> = fc.oneof(
  fc.record({
    op: fc.oneof(order, fc.constantFrom("is", "is-not" as const)),
    left: fc.constant(fact("fee")),
    right: fc.integer({ min: 0, max: 4 }).map(number),
  }),
  fc.record({
    op: fc.constantFrom("is", "is-not" as const),
    left: fc.constant(fact("fuel")),
    right: fc.constantFrom(...fuels).map(word),
  }),
  fc.record({
    op: fc.constant("one-of" as const),
    value: fc.constant(fact("fuel")),
    options: fc.subarray([...fuels], { minLength: 1 }).map((all) => all.map(word)),
  }),
  fc.record({
    op: order,
    left: fc.constant(fact("born")),
    right: fc
      .constantFrom("2024-02-29", "2026-04-01")
      .map((value): Expression => ({ op: "literal", value, type: { kind: "date" } })),
  }),
  fc.constant<Expression>({
    op: "is",
    left: fact("keeper"),
    right: { op: "literal", value: true, type: { kind: "yes-or-no" } },
  }),
  fc.constantFrom("fee", "fuel").map((key): Expression => ({ op: "answered", path: [key] })),
  fc.constant<Expression>({ op: "not", of: { op: "answered", path: ["fee"] } }),
  fc.constant<Expression>({ op: "includes", left: fact("categories"), right: word("petrol") }),
);
const row = fc.record({
  when: fc.array(cell, { maxLength: 3 }).map((parts): Expression => ({ op: "and", parts })),
  value: fc.integer({ min: 0, max: 9 }).map(number),
});
const table: fc.Arbitrary<TableExpression> = fc
  .record({
    policy: fc.constantFrom("first", "highest", "lowest", "add", "list" as const),
    rows: fc.array(row, { minLength: 1, maxLength: 4 }),
    otherwise: fc.option(fc.integer({ min: 10, max: 19 }).map(number), { nil: undefined }),
  })
  .map(({ otherwise, ...rest }) => ({ op: "table", ...rest, ...(otherwise && { otherwise }) }));
const answers = fc.record({
  fee: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
  fuel: fc.option(fc.constantFrom(...fuels), { nil: undefined }),
  born: fc.option(fc.constantFrom("2024-02-29", "2025-01-01", "2026-04-01"), { nil: undefined }),
  keeper: fc.option(fc.boolean(), { nil: undefined }),
  categories: fc.option(fc.subarray([...fuels], { minLength: 1 }), { nil: undefined }),
});

test("any table gives the same by FEEL as by our own rules, whatever is missing", async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.array(answers, { minLength: 5, maxLength: 5 }), async (expression, all) => {
      const service: Service = { ...serviceOf(parking, [expression]), name: "tables" };
      const { text = "" } = await emitDmn(service);
      const [decision] = under(await readBack(text), "drgElement").filter(({ $type }) => $type === "dmn:Decision");
      if (!decision) throw new Error("There is no decision.");
      for (const one of all) {
        const values: Answers = JSON.parse(JSON.stringify(one));
        const expected = createRulebook(service).evaluate("r0", factsOf(values));
        expect(decide(decision, values) ?? undefined, `${JSON.stringify(values)}\n${text}`).toEqual(expected);
      }
    }),
    { numRuns: 150 },
  );
});

test("rows that overlap with the same result are said with ANY; a table beyond DMN is named with the reason", async () => {
  const overlap: TableExpression = {
    op: "table",
    policy: "exactly-one",
    rows: [
      { when: { op: "at-least", left: fact("fee"), right: number(1) }, value: number(5) },
      { when: { op: "at-most", left: fact("fee"), right: number(1) }, value: number(5) },
    ],
  };
  const beyond: TableExpression = {
    op: "table",
    policy: "first",
    rows: [
      {
        when: { op: "over", left: { op: "count", list: ["members"], item: "member" }, right: number(1) },
        value: number(1),
      },
    ],
  };
  const { text = "", unsaid } = await emitDmn(serviceOf(parking, [overlap, beyond]));
  expect(text).toContain('hitPolicy="ANY"');
  expect(unsaid).toEqual([{ rule: "r1", why: 'a column works with "count"' }]);
  expect(text).toContain("The table of r1 is not here");
  expect(await emitDmn(serviceOf(parking, [beyond]))).toMatchObject({
    unsaid: [{ rule: "r1" }].map(() => ({ rule: "r0" })),
  });
});

test("every decision, input and requirement has its place in the diagram, and none lies on another", async () => {
  const { text = "" } = await emitDmn(parking);
  const root = await readBack(text);
  const [diagram] = under(under(root, "dmnDI")[0] as ModdleElement, "diagrams");
  const shown = under(diagram as ModdleElement, "diagramElements");
  const drawn = shown.map((element) => (element.get("dmnElementRef") as ModdleElement).get("id"));
  const elements = under(root, "drgElement").flatMap((one) => [one, ...under(one, "informationRequirement")]);
  expect(drawn.sort()).toEqual(elements.map((one) => one.get("id")).sort());
  const places = shown.flatMap((one) => under(one, "bounds").map((box) => `${box.get("x")}/${box.get("y")}`));
  expect(new Set(places).size).toBe(places.length);
});
