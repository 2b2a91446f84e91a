// Several questions that demands tie together: somebody is told exactly when trying out every answer finds somebody who can meet each
// demand and not all of them; and whoever is named is one of those.
import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../compile.ts";

const told = (lines: string) => {
  const text = `service hall "Hall"\n${lines}`;
  const { problems } = compile("hall.service", new Map([["hall.service", text]]));
  return problems.filter(({ code }) => /^FW4(15|16|22)/.test(code)).map(({ code, title }) => `${code} ${title}`);
};

interface Demand {
  readonly words: string;
  readonly ofB: boolean;
  readonly isMet: (kind: string, a: number, b: number) => boolean;
}

const sums = [
  { words: "a + b", ofB: true, of: (a: number, b: number) => a + b },
  { words: "b", ofB: true, of: (_: number, b: number) => b },
  { words: "a", ofB: false, of: (a: number) => a },
];
const kinds = ["small", "middle", "large"];
const values = [0, 1, 2, 3, 4];
const free = Array.from({ length: 41 }, (_, at) => at - 20);

const demand = fc
  .tuple(
    fc.constantFrom(...sums),
    fc.boolean(),
    fc.constantFrom(0, 1, 3, 4, 6),
    fc.option(fc.constantFrom(...kinds)),
    fc.boolean(),
  )
  .map(([{ words, ofB, of }, isLeast, bound, kind, overA]): Demand => {
    const other = overA && words === "b" ? "a" : `${bound}`;
    const unless = kind === null ? "" : ` unless kind is ${kind}`;
    const number = (a: number) => (other === "a" ? a : bound);
    return {
      words: `${words} is ${isLeast ? "at least" : "at most"} ${other}${unless}`,
      ofB,
      isMet: (own, a, b) => own === kind || (isLeast ? of(a, b) >= number(a) : of(a, b) <= number(a)),
    };
  });

const form = (demands: readonly Demand[]) => `section one "One"
  ask kind "What kind?" as one of these
${kinds.map((kind) => `    - ${kind} "${kind}"\n`).join("")}  ask a "What is a?" as whole number
    must be from 0 to 4
  ask b "What is b?" as whole number
    must be from 0 to 4
${demands.map(({ words }) => `  check ${words} otherwise say "Change it."\n`).join("")}`;

test("somebody is told exactly when trying out every answer finds somebody", () => {
  let some = 0;
  fc.assert(
    fc.property(fc.array(demand, { minLength: 2, maxLength: 3 }), (demands) => {
      const isFine = (all: readonly Demand[], kind: string, a: number) =>
        values.some((b) => all.every(({ isMet }) => isMet(kind, a, b)));
      const ofKind = (all: readonly Demand[], kind: string) => values.some((a) => isFine(all, kind, a));
      // What stops everybody, or what is met by nobody of any kind, is told otherwise.
      fc.pre(kinds.some((kind) => ofKind(demands, kind)));
      const late = demands.filter(({ ofB }) => ofB);
      const early = demands.filter(({ ofB }) => !ofB);
      const isTorn = (all: readonly Demand[], kind: string) =>
        all.every((one) => ofKind([one], kind)) && !ofKind(all, kind);
      const [byKind, byBoth] = [
        kinds.filter((kind) => isTorn(demands, kind) || isTorn(early, kind)),
        kinds.flatMap((kind) =>
          values
            .filter((a) => early.every(({ isMet }) => isMet(kind, a, 0)))
            .filter((a) => late.every((one) => isFine([one], kind, a)) && !isFine(late, kind, a))
            .map((a) => `${kind} ${a}`),
        ),
      ];
      // Of whoever a demand depends on this answer for, nobody can meet it within the limits.
      const neverMet = demands.flatMap((one) => {
        const people = kinds.flatMap((kind) =>
          one.ofB
            ? values.filter((a) => early.every(({ isMet }) => isMet(kind, a, 0))).map((a) => ({ kind, a }))
            : [{ kind, a: 0 }],
        );
        const meets = (of: readonly number[], { kind, a }: { kind: string; a: number }) =>
          of.map((value) => (one.ofB ? one.isMet(kind, a, value) : one.isMet(kind, value, 0)));
        const depending = people.filter((person) => new Set(meets(free, person)).size > 1);
        return depending.some((person) => meets(values, person).includes(true)) ? [] : depending;
      });
      const titles = told(form(demands));
      expect(titles.length > 0).toBe(byKind.length + byBoth.length + neverMet.length > 0);
      for (const title of titles) {
        some += 1;
        expect(title).toMatch(/^FW422 /);
        const [, kind] = /kind is (\w+)/.exec(title) ?? [];
        const [, a] = /\ba is (\d)/.exec(title) ?? [];
        const fits = (own: string, number?: string) =>
          (kind ?? own) === own && (a ?? number ?? "0") === (number ?? "0");
        if (title.includes("that is allowed meets")) {
          expect(neverMet.map((one) => `${one.kind} ${a ?? ""}`)).toContain(`${kind ?? neverMet[0]?.kind} ${a ?? ""}`);
          continue;
        }
        const isNamed = a === undefined && kind !== undefined && byKind.includes(kind);
        expect(isNamed || byBoth.some((one) => fits(one.split(" ")[0] ?? "", one.split(" ")[1]))).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
  expect(some).toBeGreaterThan(3);
});

const rooms = (most: number) => `section stay "Stay"
  repeat rooms each room "Rooms"
    ask guests "How many guests?" as whole number
      must be from 1 to ${most}
    ask beds "How many beds?" as whole number
      must be at least 0
    check room's beds is at least room's guests otherwise say "Enter a bed for each guest."
    check room's beds is at most 8 otherwise say "Enter at most 8 beds."
`;

test("demands on one item of a list", () => {
  expect(told(rooms(10))).toEqual(["FW422 These demands cannot be met together when room's guests is 9"]);
  expect(told(rooms(8))).toEqual([]);
  const nobody = rooms(8).replace("at least room's guests", "over 8");
  expect(told(nobody)).toEqual(["FW416 Nobody can meet this demand"]);
});

test("what is tied together over sections, and a limit that names the question before it", () => {
  const sections = (most: number) => `section one "One"
  ask kind "What kind?" as one of these
    - person "Person"
    - firm "Firm"
section two "Two"
  ask owners "How many owners?" as whole number
    must be from 1 to 10
  ask staff "How many staff?" as whole number
    must be from 0 to 10
  check owners + staff is at least 5 unless kind is person otherwise say "Enter at least 5."
section three "Three"
  ask rooms "How many rooms?" as whole number
    must be at least 1
  check owners + staff + rooms is at most ${most} otherwise say "Enter fewer."
`;
  expect(told(sections(5))).toEqual(["FW422 These demands cannot be met together when kind is firm"]);
  expect(told(sections(6))).toEqual([]);
  const limits = (most: number) => `section one "One"
  ask guests "How many guests?" as whole number
    must be from 1 to ${most}
  ask tables "How many tables?" as whole number
    must be from guests to 120
  ask chairs "How many chairs?" as whole number
    must be from tables to 120
`;
  expect(told(limits(200))).toEqual(["FW422 No answer to tables is allowed when guests is 121"]);
  expect(told(limits(120))).toEqual([]);
});
