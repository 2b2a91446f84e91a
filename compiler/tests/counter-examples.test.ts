// Every example person that a proof names is put into the text as `given` lines and played: what is claimed of them is so.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Expression, Service } from "#contract";
import type { Facts, Rulebook } from "#contract/facts.ts";
import { createRulebook, evaluateExpression } from "#support/evaluate.ts";
import { nothingKnown, withGiven } from "../check/examples/play-example.ts";
import { exceptionsIn } from "../check/proof/guards.ts";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";
import type { Problem } from "../diagnostics/problem.ts";
import { emitContract } from "../emit/contract/emit-contract.ts";
import { buildModel } from "../model/build-model.ts";
import { parseTree } from "../syntax/parse.ts";
import { shapeEntry, shapes } from "./shapes.ts";

const claims: readonly { code: string; lead: RegExp }[] = [
  { code: "FW411", lead: /^Nothing fits when (.+)\.$/ },
  { code: "FW412", lead: /^(?:For|When) (.+?), (?:line|both)/ },
  { code: "FW407", lead: /^When (.+), both apply\./ },
];

const folder = "compiler/tests/samples/check";
const texts = [
  ...readdirSync(folder).map((slug) => readFileSync(path.join(folder, slug, "bad.service"), "utf8")),
  ...tablesWithMistakes(),
  ...shapes.flatMap(({ files }) => (files.size === 1 ? (files.get(shapeEntry) ?? []) : [])),
];

/** Tables over dates, money, texts, missing answers and several choices, each with a gap and an overlap. */
function tablesWithMistakes(): string[] {
  const head = `service permit "Permit"
  version 1 starts 1 April 2026
list fuels
  - petrol "Petrol"
  - electric "Electric"
section car "Your car"
  ask badge "Badge?" as yes or no
  ask fuel "Fuel?" as one of fuels
    show when badge is no
  ask pay "Pay?" as money
  ask born "Born?" as date of birth
  ask part "Part?" as percentage
  ask name "Name?" as text
  ask met "When did you meet?" as date

calculate half = 50% of pay
`;
  const table = (columns: string, rows: readonly string[]) =>
    `${head}table price\n  | ${columns} | then price |\n${rows.map((row) => `  | ${row} |\n`).join("")}`;
  return [
    table("born", ["before 1 May 1980 | £1", "after 1 May 1980 | £2"]),
    table("born", ["before 1 May 1980 | £1", "at least 1 May 1970 | £2"]),
    table("fuel", ["petrol | £1", "electric | £2"]),
    table("fuel | pay", [
      "petrol | under £5 | £1",
      "any | £5 or more | £2",
      "electric | any | £3",
      "not asked | any | £2",
    ]),
    table("half", ["under £5 | £1", "over £5 | £2"]),
    table("part | badge", ["under 25% | yes | £1", "25% or more | any | £2"]),
    table("name", ['"Ann" | £1', 'not "Ann" | £2', '"Bob" | £3']),
    `${head}calculate fee = pay\n  except £0 when fuel is petrol\n  except £1 when pay is over £7 and badge is no\n`,
  ];
}

// An answer of one item, and how many there are, is not given by itself.
const told = texts.flatMap((text) =>
  claimsOf(text)
    .filter(({ person }) => !/^many is |^kid's /.test(person))
    .map((one) => [`${one.problem.code} ${one.person}`, text, one] as const),
);

interface Claim {
  readonly problem: Problem;
  /** "fuel is petrol and held is 2" */
  readonly person: string;
}

function claimsOf(text: string): Claim[] {
  const { problems } = compile("a.service", new Map([["a.service", text]]));
  return problems.flatMap((problem) => {
    const lead = claims.find(({ code }) => code === problem.code)?.lead;
    const person = lead && problem.explanation.flatMap((line) => lead.exec(line)?.[1] ?? [])[0];
    return person === undefined ? [] : [{ problem, person }];
  });
}

/** The person as lines of an example: who has no answer is given none; words stand in quotes. */
function givenLines(person: string, text: string): string[] {
  return person.split(/, | and /).flatMap((part) => {
    const [, name = "", verb = "", value = ""] =
      /^(\S+(?:'s \S+)?) (is|includes|has no answer) ?(.*)$/.exec(part) ?? [];
    if (verb === "has no answer" || new RegExp(`(calculate|table|decide) ${name}\\b`).test(text)) return [];
    if (name === "date-applied" || name === "today") return [];
    if (verb === "includes") return [`  given ${name} are ${value}`];
    const isText = new RegExp(`ask ${name} "[^"]*" as (text|postcode|long text)`).test(text);
    return [`  given ${name} is ${isText ? `"${value}"` : asWritten(value)}`];
  });
}

/** What is less than nothing is written as a difference. */
function asWritten(value: string): string {
  const [, number] = /^-(.*)$/.exec(value) ?? [];
  return number === undefined ? value : `(${number.replace(/[\d.,]+/, "0")} - ${number})`;
}

function played(text: string, person: string): { service: Service; rulebook: Rulebook; facts: Facts } {
  const example = `${text.trimEnd()}\n\nexample "It"\n${givenLines(person, text).join("\n")}\n`;
  const { tree, problems } = parseTree("a.service", example);
  expect(problems.map(({ title }) => title)).toEqual([]);
  const model = buildModel(tree, [tree]);
  if (!model) throw new Error("The text has a service line");
  expect(model.findings.map(({ kind }) => kind).filter((kind) => kind === "result-is-no-value")).toEqual([]);
  const givens = model.examples.at(-1)?.lines.flatMap((line) => (line.kind === "given" ? [line.given] : [])) ?? [];
  const known = givens.reduce((all, given) => withGiven(model, all, given), nothingKnown);
  const service = emitContract(model);
  const rulebook = createRulebook(service);
  const day = /date-applied is ([^,]+?)(?:,| and |$)/.exec(person)?.[1];
  const on = day === undefined ? model.version.starts : new Date(`${day} UTC`).toISOString().slice(0, 10);
  return { service, rulebook, facts: play.fillIn(service, rulebook, known, on).facts };
}

test.each(told)("%s", (_, text, claim) => isSo(text, claim));

/** The example is put into the text and played: no row fits, or two that differ. */
function isSo(text: string, { problem, person }: Claim): void {
  const { service, rulebook, facts } = played(text, person);
  const yes = (when: Expression) => evaluateExpression(when, service, rulebook, facts) === true;
  const branches = Object.values(service.rules).flatMap(({ expression }) => {
    const cases = expression.op === "table" ? expression.rows : exceptionsIn(expression)?.cases;
    return cases ? [{ cases, otherwise: expression.op === "table" ? expression.otherwise : undefined }] : [];
  });
  const results = branches.map(({ cases }) =>
    cases.filter(({ when }) => yes(when)).map(({ value }) => evaluateExpression(value, service, rulebook, facts)),
  );
  if (problem.code === "FW411") expect(results.some((fitting) => fitting.length === 0)).toBe(true);
  else expect(results.some((fitting) => new Set(fitting).size > 1)).toBe(true);
}

const money = fc
  .nat({ max: 9 })
  .chain((low) =>
    fc.constantFrom(`under £${low}`, `over £${low}`, `£${low} or more`, `£${low} to £${low + 3}`, `£${low}`, "any"),
  );
const years = fc
  .integer({ min: 17, max: 20 })
  .chain((low) => fc.constantFrom(`under ${low}`, `over ${low}`, `${low} or more`, `${low} to ${low + 2}`, "any"));
const columns: Readonly<Record<string, fc.Arbitrary<string>>> = {
  pay: money,
  half: money,
  age: years,
  months: years,
  fuel: fc.constantFrom("petrol", "not petrol", "electric", "not asked", "any"),
  badge: fc.constantFrom("yes", "no", "any"),
  born: fc.constantFrom("before 1 May 2008", "after 1 May 2008", "at least 1 April 2008", "any"),
  part: fc.constantFrom("under 25%", "25% or more", "0% to 50%", "over 50%", "any"),
  name: fc.constantFrom('"Ann"', 'not "Ann"', '"Bob"', "any"),
};
const table = fc.uniqueArray(fc.constantFrom(...Object.keys(columns)), { minLength: 1, maxLength: 3 }).chain((heads) =>
  fc.record({
    heads: fc.constant(heads),
    rows: fc.array(fc.tuple(...heads.map((head) => columns[head] ?? fc.constant("any"))), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
);

test("whom a random table names is so", () => {
  let claimed = 0;
  fc.assert(
    fc.property(table, ({ heads, rows }) => {
      const lines = rows.map((cells, at) => `  | ${cells.join(" | ")} | £${at + 1} |\n`).join("");
      const [first = ""] = tablesWithMistakes();
      const [head = ""] = first.split(/^table /m);
      const text = `${head}calculate age = years since born
calculate months = months since met
table price\n  | ${heads.join(" | ")} | then price |\n${lines}`;
      for (const claim of claimsOf(text)) {
        claimed += 1;
        isSo(text, claim);
      }
    }),
    { numRuns: 150 },
  );
  expect(claimed).toBeGreaterThan(50);
});

test("there are claims of every kind", () => {
  const counts = Map.groupBy(told, ([, , { problem }]) => problem.code);
  for (const { code } of claims) expect([code, (counts.get(code)?.length ?? 0) > 0]).toEqual([code, true]);
  expect(told.length).toBeGreaterThan(9);
});
