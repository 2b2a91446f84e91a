// Made-up rules and facts for the property tests of emitted rules: any shape of expression over a few names, values that
// fit and values that do not, answers that are missing. Used by tests only.
import fc from "fast-check";
import type { Expression, Service, Type } from "#contract";
import type { Answers, Facts, Value } from "#contract/facts.ts";

/** Names that trip careless code: what objects, lists and texts have by themselves, reserved words, other scripts. */
const keys = ["fee", "class", "constructor", "prénom", "length", "members"] as const;
const itemKeys = ["member", "sub"] as const;
const dates = [
  "2024-02-29",
  "2026-02-28",
  "2026-01-31",
  "2026-04-03",
  "2026-04-06",
  "2026-12-31",
  "2026-02-31",
] as const;

const date = fc.constantFrom(...dates);
const small = fc.oneof(fc.integer({ min: -3, max: 40 }), fc.constantFrom(0.1, 2.5, -2.5, 1e9));
const word = fc.constantFrom("petrol", "electric", "", "a b", "\u2028*/");
const single: fc.Arbitrary<Value> = fc.oneof(small, word, date, fc.boolean());

const item: fc.Arbitrary<Answers> = fc.dictionary(fc.constantFrom("pay", "adult", "subs"), single, { maxKeys: 3 });
const items = fc
  .array(fc.tuple(item, fc.option(fc.array(item, { maxLength: 2 }))), { maxLength: 3 })
  .map((all) => all.map(([answers, subs], at): Answers => ({ ...answers, id: `m${at}`, ...(subs && { subs }) })));

const answers: fc.Arbitrary<Answers> = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...keys), single, { maxKeys: 6 }),
    fc.option(
      fc.dictionary(fc.constantFrom(...keys), fc.oneof(single, fc.array(word, { maxLength: 3 })), { maxKeys: 4 }),
    ),
    fc.option(items),
  )
  .map(([plain, home, members]) => ({ ...plain, ...(home && { home }), ...(members && { members }) }));

/** Facts of any kind, the few names above present or not. */
export const randomFacts: fc.Arbitrary<Facts> = fc
  .record({
    values: answers,
    asked: fc.subarray(["fee", "home.class", "members.m0.pay", "members.pay"]),
    corrected: fc.subarray(["fee", "home.class"]),
    dateApplied: fc.constantFrom("2024-02-29", "2026-04-01", "2026-12-31"),
    today: fc.constantFrom("2026-04-01", "2027-01-01"),
  })
  .map((facts) => ({ ...facts, asked: new Set(facts.asked), corrected: new Set(facts.corrected) }));

const yesNo: Type = { kind: "yes-or-no" };
const literal = fc
  .oneof(small, word, date, fc.boolean())
  .map((value): Expression => ({ op: "literal", value, type: yesNo }));
const length = fc
  .record({
    amount: fc.integer({ min: 0, max: 30 }),
    unit: fc.constantFrom("days", "working-days", "weeks", "months", "years", "hours" as const),
  })
  .map((one): Expression => ({ op: "length", length: one }));
const path = fc.oneof(
  fc.constantFrom(...keys).map((key) => [key]),
  fc.constantFrom(...keys).map((key) => ["home", key]),
);
const itemFact = fc
  .record({ item: fc.constantFrom(...itemKeys), key: fc.constantFrom("pay", "adult") })
  .map(({ item: of, key }): Expression => ({ op: "fact", path: [key], item: of }));
const leaf: fc.Arbitrary<Expression> = fc.oneof(
  literal,
  length,
  fc.constantFrom<Expression>({ op: "today" }, { op: "date-applied" }),
  path.map((one): Expression => ({ op: "fact", path: one })),
  itemFact,
  fc.constantFrom<Expression>({ op: "rule", id: "r0" }, { op: "rule", id: "r1" }, { op: "rule", id: "r2" }),
  fc.record({ op: fc.constantFrom("answered", "asked", "corrected" as const), path }).map((state): Expression => state),
  fc.constantFrom<Expression>(
    { op: "asked", path: ["pay"], item: "member" },
    { op: "answered", path: ["adult"], item: "sub" },
  ),
);

const listPath = fc.constantFrom<string[]>(["members"], ["members", "subs"], ["member", "subs"], ["home"]);

/** Any expression, up to a few levels deep. */
export const randomExpression: fc.Arbitrary<Expression> = fc.letrec<{ any: Expression }>((tie) => ({
  any: fc.oneof({ depthSize: "medium", withCrossShrink: true, maxDepth: 5 }, leaf, ...combinations(tie("any"))),
})).any;

function combinations(any: fc.Arbitrary<Expression>): fc.Arbitrary<Expression>[] {
  const some = fc.array(any, { maxLength: 3 });
  const maybe = fc.option(any, { nil: undefined });
  const listed = { list: listPath, item: fc.constantFrom(...itemKeys) };
  return [
    fc.record({
      op: fc.constantFrom("add", "subtract", "times", "divided-by", "percent-of", "else" as const),
      left: any,
      right: any,
    }),
    fc.record({
      op: fc.constantFrom("is", "is-not", "at-least", "at-most", "over", "under", "includes" as const),
      left: any,
      right: any,
    }),
    fc.record({ op: fc.constant("one-of" as const), value: any, options: some }),
    fc.record({ op: fc.constantFrom("and", "or" as const), parts: some }),
    fc.record({ op: fc.constantFrom("not", "not-yes" as const), of: any }),
    fc
      .record({
        op: fc.constantFrom("count", "sum", "highest", "lowest", "average" as const),
        ...listed,
        of: maybe,
        where: maybe,
      })
      .map(({ of, where, ...rest }): Expression => ({ ...rest, ...(of && { of }), ...(where && { where }) })),
    fc.record({ op: fc.constantFrom("any", "every", "none" as const), ...listed, where: any }),
    fc.record({
      op: fc.constant("since" as const),
      unit: fc.constantFrom("days", "working-days", "weeks", "months", "years" as const),
      from: any,
      to: any,
      calendar: fc.constantFrom("week", "ends", "unknown"),
    }),
    fc.record({
      op: fc.constantFrom("before", "after" as const),
      length: fc.oneof(length, any),
      date: fc.oneof(date.map(dateLiteral), any),
      calendar: fc.constantFrom("week", "ends", "unknown"),
    }),
    fc.record({
      op: fc.constant("exceptions" as const),
      otherwise: any,
      cases: fc.array(fc.record({ when: any, value: any, because: fc.constant({ en: "Act 1\u2028alert(1)" }) }), {
        maxLength: 2,
      }),
    }),
    fc
      .record({ op: fc.constant("bounded" as const), value: any, below: maybe, above: maybe })
      .map(({ below, above, ...rest }): Expression => ({ ...rest, ...(below && { below }), ...(above && { above }) })),
    fc.record({
      op: fc.constant("rounded" as const),
      value: any,
      mode: fc.constantFrom("up", "down", "nearest" as const),
      to: any,
    }),
    fc
      .record({
        op: fc.constant("table" as const),
        policy: fc.constantFrom("exactly-one", "first", "highest", "lowest", "add", "list" as const),
        rows: fc.array(fc.record({ when: any, value: any }), { maxLength: 3 }),
        otherwise: maybe,
      })
      .map(({ otherwise, ...rest }): Expression => ({ ...rest, ...(otherwise && { otherwise }) })),
    fc.record({
      op: fc.constant("dated" as const),
      entries: fc.array(fc.record({ from: date, value: any }), { maxLength: 3 }),
    }),
    fc.record({
      op: fc.constant("matches" as const),
      value: any,
      pattern: fc.constantFrom("[a-z]+", '"|`\\$\\{x\\}', "a b"),
    }),
    fc.record({ op: fc.constantFrom("characters", "word-count", "entries", "dated-on" as const), of: any }),
  ];
}

function dateLiteral(value: string): Expression {
  return { op: "literal", value, type: { kind: "date" } };
}

/** The same expression, but a rule that it reads is one of the first `count`; of none, a plain value stands there. */
function readingFirst<T>(expression: T, count: number): T {
  return JSON.parse(JSON.stringify(expression), (_, value) => {
    if (value?.op !== "rule") return value;
    const at = Number(String(value.id).slice(1));
    return count === 0 ? { op: "literal", value: 7, type: { kind: "number" } } : { ...value, id: `r${at % count}` };
  });
}

/** Rules that read only those before them, so that none reads itself. */
export function withoutCircles(expressions: readonly Expression[]): Expression[] {
  return expressions.map((expression, at) => readingFirst(expression, at));
}

/** A service that has only rules: r0, r1, … */
export function serviceOf(base: Service, expressions: readonly Expression[]): Service {
  const rules = expressions.map((expression, at): [string, Service["rules"][string]] => [
    `r${at}`,
    { gives: { kind: at === 1 ? "money" : "text" }, expression, reads: [] },
  ]);
  return {
    ...base,
    rules: Object.fromEntries(rules),
    calendars: {
      week: {
        title: { en: "Week" },
        workingDays: [1, 2, 3, 4, 5],
        closed: [{ on: "2026-04-03", title: { en: "Good\nFriday" } }],
      },
      ends: {
        title: { en: "Ends" },
        workingDays: [1, 3],
        closed: [],
        yearsFrom29FebruaryEndOn: "--02-28",
        monthsEndOn: "first-day-after",
      },
    },
    sections: [
      {
        name: "household",
        title: { en: "Household" },
        steps: [
          {
            kind: "repeat",
            key: "members",
            name: "members",
            itemKey: "member",
            itemName: "member",
            title: { en: "Members" },
            atLeast: 0,
            steps: [
              {
                kind: "repeat",
                key: "subs",
                name: "subs",
                itemKey: "sub",
                itemName: "sub",
                title: { en: "Subs" },
                atLeast: 0,
                steps: [],
              },
            ],
          },
        ],
      },
    ],
  };
}
