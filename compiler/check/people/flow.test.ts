// Information flow, held to the plain definition over random services: what is worked out from what, followed one step at a time.
import fc from "fast-check";
import { expect, test } from "vitest";
import { buildModel } from "../../model/build-model.ts";
import type { Model } from "../../model/model.ts";
import { parseTree } from "../../syntax/parse.ts";
import { flowOf } from "./flow.ts";

const answers = ["q1", "q2", "q3"] as const;
const worked = ["c1", "c2", "c3", "c4", "c5", "c6"] as const;

/** How one calculation reads the things with these numbers: answers first, then calculations, circles included. */
type Reading = { readonly kind: "value" | "except" | "counted"; readonly of: number };

const reading: fc.Arbitrary<Reading> = fc.record({
  kind: fc.constantFrom("value" as const, "except" as const, "counted" as const),
  of: fc.nat(answers.length + worked.length - 1),
});
const service = fc.tuple(...worked.map(() => fc.array(reading, { maxLength: 3 })));

const nameOf = (number: number): string => [...answers, ...worked][number] ?? "";

function textOf(readings: readonly (readonly Reading[])[]): string {
  const calculations = worked.flatMap((name, index) => {
    const own = readings[index] ?? [];
    const values = own.flatMap(({ kind, of }) => (kind === "value" ? [nameOf(of)] : []));
    const counted = own.flatMap(({ kind, of }) =>
      kind === "counted" ? [`(count of members where member's age is over ${nameOf(of)})`] : [],
    );
    const excepts = own.flatMap(({ kind, of }) =>
      kind === "except" ? [`  except 0 when ${nameOf(of)} is over 3`] : [],
    );
    return [`calculate ${name} = ${["1", ...values, ...counted].join(" + ")}`, ...excepts];
  });
  return [
    'service any "Any"',
    'section one "One"',
    ...answers.map((name) => `  ask ${name} "What about ${name}?" as whole number`),
    '  repeat members each member "Members"',
    '    ask age "How old are they?" as whole number',
    ...calculations,
    "",
  ].join("\n");
}

function modelOf(text: string): Model {
  const { tree } = parseTree("any.service", text);
  const model = buildModel(tree, [tree]);
  if (!model) throw new Error("The text has a service line");
  return model;
}

/** Everything that a calculation gives away, by following what it reads until nothing is new. */
function closure(readings: readonly (readonly Reading[])[], index: number): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (at: number): void => {
    for (const { kind, of } of readings[at] ?? []) {
      if (kind === "counted" || found.has(nameOf(of))) continue;
      found.add(nameOf(of));
      if (of >= answers.length) visit(of - answers.length);
    }
  };
  visit(index);
  return found;
}

/** Without circles what is found is exact. */
const straight = service.map((all) => all.map((own, index) => own.filter(({ of }) => of < answers.length + index)));

test("a value gives away exactly the answers it is worked out from, conditions included, counts over a group not", () => {
  fc.assert(
    fc.property(straight, (readings) => {
      const flow = flowOf(modelOf(textOf(readings)));
      for (const answer of answers) {
        const away = flow.givenAway([answer]);
        for (const [index, name] of worked.entries())
          expect(away.wayFrom(name) !== undefined).toBe(closure(readings, index).has(answer));
      }
    }),
    { numRuns: 150 },
  );
});

test("each step of a way is one that the rule of the step before reads", () => {
  fc.assert(
    fc.property(straight, (readings) => {
      const flow = flowOf(modelOf(textOf(readings)));
      for (const name of worked) {
        const way = flow.givenAway(["q1"]).wayFrom(name) ?? [];
        for (const [at, step] of way.slice(1).entries()) {
          const reads = flow.reads.get(way[at] ?? "");
          expect(reads?.facts.has(step) || reads?.rules.has(step)).toBe(true);
        }
      }
    }),
    { numRuns: 80 },
  );
});

test("definitions that go round in a circle come to an end, and say no more than the circle does", () => {
  fc.assert(
    fc.property(service, (readings) => {
      const away = flowOf(modelOf(textOf(readings))).givenAway(["q1"]);
      for (const [index, name] of worked.entries())
        if (away.wayFrom(name)) expect(closure(readings, index)).toContain("q1");
    }),
    { numRuns: 150 },
  );
});

test("a record gives away its parts, a part nothing of its sisters, and an answer what it is filled in from", () => {
  const flow = flowOf(
    modelOf(`service any "Any"
applicant is a person
  signs in at level substantial
section one "One"
  ask home "Where do you live?" as postal address
    prefill from identity's address
  ask age "How old are you?" as whole number
decide near when home's postcode is "AS1 4QT"
`),
  );
  expect(flow.givenAway(["home.postcode"]).wayFrom("home")).toEqual(["home"]);
  expect(flow.givenAway(["home.line1"]).wayFrom("near")).toBeUndefined();
  expect(flow.givenAway(["home.postcode"]).wayFrom("near")).toEqual(["near", "home.postcode"]);
  expect(flow.givenAway(["identity.address"]).wayFrom("home")).toEqual(["home", "identity.address"]);
  expect(flow.givenAway(["home"]).wayFrom("identity.address")).toEqual(["identity.address", "home"]);
  expect(flow.givenAway(["home"]).wayFrom("age")).toBeUndefined();
});
