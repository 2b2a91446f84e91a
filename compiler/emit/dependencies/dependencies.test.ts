// The table is complete: a fact that is not listed never changes what a rule gives, nor which questions are asked.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Named, Service } from "#contract";
import type { Answers, Facts, Value } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { parking } from "../tests/parking.ts";
import { emitDependencies } from "./dependencies.ts";

function example(name: string): Service {
  return JSON.parse(readFileSync(new URL(`../../../examples/${name}/expected/service.json`, import.meta.url), "utf8"));
}
const services: readonly (readonly [string, Service])[] = [
  ["parking", parking],
  ["food-business", example("food-business")],
  ["winter-warmth-payment", example("winter-warmth-payment")],
];

test("parking: who reads what, both ways round", () => {
  const { rules, fields, exits, facts } = emitDependencies(parking);
  expect(rules["permit-fee"]).toEqual({ reads: ["blueBadge", "fuel", "permitsHeld"], through: ["price"] });
  expect(fields["keeperLetter"]?.reads).toEqual(["keeper"]);
  expect(fields["make"]?.reads).toEqual(["vehicle.make"]);
  expect(exits.find(({ from }) => from === "register-check")).toMatchObject({
    goTo: "pay",
    reads: ["home.postcode", "keeper", "vehicle.keeperPostcode", "vehicle.taxed"],
  });
  expect(facts["keeper"]).toMatchObject({ fields: ["keeperLetter"], exits: ["register-check → pay"] });
  expect(emitDependencies(parking)).toEqual(emitDependencies(structuredClone(parking)));
});

test.each(services)(
  "%s: every question, rule and way out is in the table, and every fact leads back to its readers",
  (_, service) => {
    const table = emitDependencies(service);
    expect(Object.keys(table.rules)).toEqual(Object.keys(service.rules));
    const asked = Object.entries(service.names).filter(([, { from }]) => from === "question");
    expect(Object.keys(table.fields)).toEqual(
      expect.arrayContaining(asked.flatMap(([path]) => (isWhole(service, path) ? [path] : []))),
    );
    for (const [id, { reads }] of Object.entries(table.rules))
      for (const fact of reads) expect(table.facts[fact]?.rules, `${fact} of ${id}`).toContain(id);
    for (const [path, { reads }] of Object.entries(table.fields))
      for (const fact of reads) expect(table.facts[fact]?.fields, `${fact} of ${path}`).toContain(path);
  },
);

/** A question, not one part of its answer (home.postcode). */
function isWhole(service: Service, path: string): boolean {
  const around = path.slice(0, Math.max(0, path.lastIndexOf(".")));
  return around === "" || service.names[around]?.from === "repeat";
}

/** A value of a kind, few enough that rules meet their limits. */
function someOf({ type }: Named, service: Service): fc.Arbitrary<Value> {
  const list = type.list === undefined ? undefined : service.lists[type.list];
  const options = (list?.options ?? []).map(({ value }) => value);
  switch (type.kind) {
    case "yes-or-no":
      return fc.boolean();
    case "one-of":
      return options.length > 0 ? fc.constantFrom(...options) : fc.constant("x");
    case "any-of":
      return fc.subarray(options.length > 0 ? options : ["x"], { minLength: 1 });
    case "money":
    case "number":
    case "whole-number":
    case "percentage":
    case "measurement":
      return fc.constantFrom(0, 1, 2, 3, 40, 20_000, 500_000);
    case "date":
    case "date-of-birth":
      return fc.constantFrom("1950-05-01", "2010-01-01", "2026-03-31", "2027-01-01");
    default:
      return fc.constantFrom("a", "b", "AS1 4QT");
  }
}

interface Drawn {
  readonly values: Answers;
  readonly path: string;
  readonly value: Value;
}

/** Answers to some questions and records, lists with an item or two, and one value to change. */
function drawn(service: Service): fc.Arbitrary<Drawn> {
  const leaves = Object.entries(service.names).filter(([path, { type, from }]) => {
    const isGroup = ["list", "record", "postal-address", "file", "files", "credential", "payment"].includes(type.kind);
    return !isGroup && from !== "rule" && !Object.keys(service.names).some((other) => other.startsWith(`${path}.`));
  });
  const some = fc.record(
    Object.fromEntries(leaves.map(([path, named]) => [path, fc.option(someOf(named, service), { nil: undefined })])),
  );
  const change = fc
    .constantFrom(...leaves)
    .chain(([path, named]) => fc.record({ path: fc.constant(path), value: someOf(named, service) }));
  return fc.record({ some, change }).map(({ some: present, change: { path, value } }) => {
    let values: Answers = {};
    for (const [at, one] of Object.entries(present))
      if (one !== undefined) values = withValue(service, values, at, one as Value);
    return { values, path, value };
  });
}

/** The answers with a value at a dotted path; of a list in its first item. */
function withValue(service: Service, values: Answers, path: string, value: Value): Answers {
  const put = (record: Answers, keys: readonly string[], before: string): Answers => {
    const [key = "", ...rest] = keys;
    if (rest.length === 0) return { ...record, [key]: value };
    const here = before === "" ? key : `${before}.${key}`;
    const inner = record[key];
    if (service.names[here]?.from === "repeat" || service.names[here]?.type.kind === "list") {
      const [first] = Array.isArray(inner) ? (inner as readonly Answers[]) : [];
      return { ...record, [key]: [put(first ?? { id: "i1" }, rest, here)] };
    }
    const inside = typeof inner === "object" && !Array.isArray(inner) ? (inner as Answers) : {};
    return { ...record, [key]: put(inside, rest, here) };
  };
  return put(values, path.split("."), "");
}

const factsOf = (values: Answers): Facts => ({
  values,
  asked: new Set(),
  corrected: new Set(),
  dateApplied: "2026-04-01",
  today: "2026-04-01",
});

test.each(services)("%s: a fact that is not listed never changes a rule", (_, service) => {
  const { rules } = emitDependencies(service);
  const book = createRulebook(service);
  const plain = Object.entries(service.rules).filter(([, { item }]) => item === undefined);
  let changed = 0;
  fc.assert(
    fc.property(drawn(service), ({ values, path, value }) => {
      const [before, after] = [factsOf(values), factsOf(withValue(service, values, path, value))];
      for (const [id] of plain) {
        const reads = rules[id]?.reads ?? [];
        const isSame = JSON.stringify(book.evaluate(id, before)) === JSON.stringify(book.evaluate(id, after));
        if (!isSame) changed += 1;
        // A list that is read is read whole: how many items there are counts too.
        const isListed = reads.some(
          (read) => path === read || path.startsWith(`${read}.`) || read.startsWith(`${path}.`),
        );
        if (!isListed) expect(isSame, `${id} changed with ${path}`).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
  // The property says something only where facts that are listed do change rules.
  expect(changed).toBeGreaterThan(20);
});
