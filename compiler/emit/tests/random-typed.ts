// Made-up rules whose kinds fit, as the type checker lets them through, and facts of those kinds that may be missing: for targets
// that do not take just anything. Used by tests only.
import fc from "fast-check";
import type { Expression, Field, Service, Type } from "#contract";
import type { Answers, Facts, Value } from "#contract/facts.ts";
import { serviceOf } from "./random-expressions.ts";

type Any = fc.Arbitrary<Expression>;

const kinds = {
  fee: "money",
  permits: "whole-number",
  share: "number",
  keeper: "yes-or-no",
  born: "date",
  fuel: "one-of",
  categories: "any-of",
  constructor: "text",
} as const satisfies Readonly<Record<string, Type["kind"]>>;
const fuels = ["petrol", "electric", "a b", ""] as const;
const dates = ["2024-02-29", "2026-02-28", "2026-01-31", "2026-04-03", "2026-12-31", "1999-03-01"] as const;

const answerOf: Readonly<Record<string, fc.Arbitrary<Value>>> = {
  fee: fc.integer({ min: -500, max: 90_000 }),
  permits: fc.integer({ min: -2, max: 9 }),
  share: fc.constantFrom(0.1, 0.2, 2.5, -2.5, 33.3, 7),
  keeper: fc.boolean(),
  born: fc.constantFrom(...dates),
  fuel: fc.constantFrom(...fuels),
  categories: fc.subarray([...fuels], { minLength: 1 }),
  constructor: fc.constantFrom("Ann-Marie", "prénom", "two words", "AB12"),
};

function some(keys: readonly string[]): fc.Arbitrary<Answers> {
  const optional = Object.fromEntries(
    keys.map((key) => [key, fc.option(answerOf[key] ?? fc.boolean(), { nil: undefined })]),
  );
  return fc.record(optional).map((answers) => JSON.parse(JSON.stringify(answers)));
}

const all = Object.keys(kinds);
const item = fc
  .tuple(some(["fee", "share", "keeper", "born"]), fc.array(some(["fee", "keeper"]), { maxLength: 2 }))
  .map(([own, subs]): Answers => ({ ...own, ...(subs.length > 0 && { subs }) }));

/** Facts of the kinds that the expressions below expect, each there or missing. */
export const typedFacts: fc.Arbitrary<Facts> = fc
  .record({
    top: some(all),
    home: fc.option(some(all)),
    members: fc.option(fc.array(item, { maxLength: 3 })),
    asked: fc.subarray(["fee", "home.keeper", "members.m0.fee", "members.fee", "permitsMore"]),
    corrected: fc.subarray(["fee", "home.keeper"]),
    dateApplied: fc.constantFrom("2024-02-29", "2026-04-01", "2026-12-31"),
    today: fc.constantFrom("2026-04-01", "2027-01-01"),
  })
  .map(({ top, home, members, asked, corrected, ...days }) => ({
    ...days,
    values: {
      ...top,
      ...(home && { home }),
      ...(members && { members: members.map((one, at) => ({ ...one, id: `m${at}` })) }),
    },
    asked: new Set(asked),
    corrected: new Set(corrected),
  }));

/** A rule's expression and the kind it gives. */
export interface TypedRule {
  readonly gives: Type["kind"];
  readonly expression: Expression;
}

/** A service that asks for the names above and has these rules: r0, r1, … */
export function typedServiceOf(base: Service, rules: readonly TypedRule[]): Service {
  const service = serviceOf(base, []);
  const field = (key: string, before: readonly string[]): Field => ({
    kind: "field",
    path: [...before, key],
    name: key,
    label: { en: key },
    type: { kind: Object.entries(kinds).find(([name]) => name === key)?.[1] ?? "text" },
    optional: true,
  });
  const page = (name: string, keys: readonly string[], before: readonly string[] = []) => ({
    kind: "page" as const,
    name,
    parts: keys.map((key) => field(key, before)),
  });
  const [household] = service.sections;
  const steps = (household?.steps ?? []).map((step) =>
    step.kind === "repeat"
      ? { ...step, steps: [page("member", ["fee", "share", "keeper", "born"], ["members"]), ...step.steps] }
      : step,
  );
  const form = { name: "form", title: { en: "Form" }, steps: [page("top", all), page("home", all, ["home"])] };
  const typed = rules.map(({ gives, expression }, at): [string, Service["rules"][string]] => [
    `r${at}`,
    { gives: { kind: gives }, expression, reads: [] },
  ]);
  return {
    ...service,
    rules: Object.fromEntries(typed),
    sections: [form, ...(household ? [{ ...household, steps }] : [])],
  };
}

const literal =
  (kind: Type["kind"]) =>
  (value: string | number | boolean): Expression => ({ op: "literal", value, type: { kind } });
const facts = (...keys: string[]): Any =>
  fc.constantFrom(
    ...keys.flatMap((key): Expression[] => [
      { op: "fact", path: [key] },
      { op: "fact", path: ["home", key] },
    ]),
  );

/** Where items come from, and what they are called inside. A list of an item stands only inside that item. */
const lists = [
  { list: ["members"], item: "member" },
  { list: ["members", "subs"], item: "sub" },
] as const;

type Tied = {
  readonly whether: Expression;
  readonly amount: Expression;
  readonly day: Expression;
  readonly word: Expression;
  readonly length: Expression;
};

const order = fc.constantFrom("at-least", "at-most", "over", "under" as const);
const sameness = fc.constantFrom("is", "is-not" as const);

function chosen(whether: Any, value: Any): Any {
  const cases = fc.array(fc.record({ when: whether, value }), { maxLength: 2 });
  const rows = fc.array(fc.record({ when: whether, value }), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    fc.record({ op: fc.constant("exceptions" as const), otherwise: value, cases }),
    fc.record({ op: fc.constant("else" as const), left: value, right: value }),
    fc.record({ op: fc.constant("table" as const), policy: fc.constantFrom("exactly-one", "first" as const), rows }),
    fc.record({
      op: fc.constant("dated" as const),
      entries: fc.array(fc.record({ from: fc.constantFrom(...dates), value }), { minLength: 1, maxLength: 3 }),
    }),
  );
}

/** A test of one item: its own answers, against plain values and those of the whole. */
function testOf(item: string): Any {
  const own = (key: string): Expression => ({ op: "fact", path: [key], item });
  const test = fc.oneof(
    fc.constant(own("keeper")),
    fc.constant<Expression>({ op: "answered", path: ["fee"], item }),
    fc.constantFrom<Expression>({ op: "asked", path: ["fee"], item }, { op: "corrected", path: ["fee"], item }),
    fc.record({
      op: order,
      left: fc.constant(own("fee")),
      right: fc.oneof(facts("fee"), fc.constant(100).map(literal("money"))),
    }),
    fc.record({ op: sameness, left: fc.constant(own("keeper")), right: facts("keeper") }),
  );
  const parts = fc.array(test, { minLength: 1, maxLength: 2 });
  const inner: Any =
    item === "member"
      ? testOf("sub").map((where): Expression => ({ op: "any", list: ["member", "subs"], item: "sub", where }))
      : test;
  return fc.oneof(test, inner, fc.record({ op: fc.constantFrom("and", "or" as const), parts }));
}

function listed(): fc.Arbitrary<{ list: string[]; item: string; where: Expression; of: Expression }> {
  return fc.constantFrom(...lists).chain(({ list, item }) =>
    fc.record({
      list: fc.constant([...list]),
      item: fc.constant<string>(item),
      where: testOf(item),
      of: fc.constantFrom<Expression>({ op: "fact", path: ["fee"], item }, { op: "fact", path: ["share"], item }),
    }),
  );
}

function conditions({ whether, amount, day, word, length }: Record<keyof Tied, Any>): Any[] {
  const path = fc.constantFrom<string[]>(["fee"], ["home"], ["home", "keeper"], ["permits"]);
  const state = fc.record({ op: fc.constantFrom("answered", "asked", "corrected" as const), path });
  const quantified = fc
    .tuple(fc.constantFrom("any", "every", "none" as const), listed())
    .map(([op, { list, item, where }]): Expression => ({ op, list, item, where }));
  return [
    state,
    quantified,
    fc.record({ op: fc.constantFrom("and", "or" as const), parts: fc.array(whether, { maxLength: 3 }) }),
    fc.record({ op: fc.constantFrom("not", "not-yes" as const), of: whether }),
    fc.record({ op: order, left: amount, right: amount }),
    fc.record({ op: order, left: day, right: day }),
    fc.record({ op: order, left: length, right: length }),
    fc.record({ op: sameness, left: word, right: word }),
    fc.record({ op: sameness, left: amount, right: amount }),
    fc.record({ op: fc.constant("includes" as const), left: facts("categories"), right: word }),
    fc.record({
      op: fc.constant("one-of" as const),
      value: word,
      options: fc.array(word, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      op: fc.constant("matches" as const),
      value: facts("constructor"),
      pattern: fc.constantFrom("[A-Za-z][A-Za-z]\\/[0-9]", "[A-Za-z]+", "[A-Za-z][A-Za-z][0-9][0-9]"),
    }),
  ];
}

function amounts({ whether, amount, day }: Record<keyof Tied, Any>): Any[] {
  const aggregate = fc
    .tuple(
      fc.constantFrom("count", "sum", "highest", "lowest", "average" as const),
      listed(),
      fc.boolean(),
      fc.boolean(),
    )
    .map(
      ([op, { list, item, where, of }, isBare, isAll]): Expression => ({
        op,
        list,
        item,
        ...(isBare && op === "count" ? {} : { of }),
        ...(isAll ? {} : { where }),
      }),
    );
  const bounds = fc.record({ op: fc.constant("bounded" as const), value: amount, below: amount });
  const rows = fc.array(fc.record({ when: whether, value: amount }), { maxLength: 3 });
  const policy = fc.constantFrom("highest", "lowest", "add" as const);
  return [
    chosen(whether, amount),
    aggregate,
    bounds,
    fc.record({ op: fc.constant("bounded" as const), value: amount, above: amount }),
    fc.record({
      op: fc.constantFrom("add", "subtract", "times", "divided-by", "percent-of" as const),
      left: amount,
      right: amount,
    }),
    fc.record({
      op: fc.constant("since" as const),
      unit: fc.constantFrom("days", "working-days", "weeks", "months", "years" as const),
      from: day,
      to: day,
      calendar: fc.constantFrom("week", "ends"),
    }),
    fc.record({
      op: fc.constant("rounded" as const),
      value: amount,
      mode: fc.constantFrom("up", "down", "nearest" as const),
      to: fc.constantFrom(100, 0.5, 0, 25).map(literal("number")),
    }),
    fc.record({ op: fc.constant("table" as const), policy, rows }),
    fc.record({ op: fc.constant("table" as const), policy, rows, otherwise: amount }),
    fc.record({ op: fc.constantFrom("characters", "word-count" as const), of: facts("constructor") }),
    fc.record({ op: fc.constant("entries" as const), of: facts("categories") }),
  ];
}

function days({ whether, day, length }: Record<keyof Tied, Any>): Any[] {
  return [
    chosen(whether, day),
    fc.record({
      op: fc.constantFrom("before", "after" as const),
      length,
      date: day,
      calendar: fc.constantFrom("week", "ends"),
    }),
  ];
}

const plainLength: Any = fc
  .record({
    amount: fc.integer({ min: 0, max: 30 }),
    unit: fc.constantFrom("days", "working-days", "weeks", "months", "years" as const),
  })
  .map((length): Expression => ({ op: "length", length }));

const tied = fc.letrec<Tied>((tie) => {
  const parts: Record<keyof Tied, Any> = {
    whether: tie("whether"),
    amount: tie("amount"),
    day: tie("day"),
    word: tie("word"),
    length: tie("length"),
  };
  const deep = { depthSize: "small", maxDepth: 3, withCrossShrink: true } as const;
  const number = fc.constantFrom(0, 1, 12_000, 0.1, 2.5).map(literal("number"));
  const today = fc.constantFrom<Expression>({ op: "today" }, { op: "date-applied" });
  const day = fc.constantFrom(...dates).map(literal("date"));
  const word = fc.constantFrom(...fuels).map(literal("one-of"));
  return {
    whether: fc.oneof(deep, facts("keeper"), fc.boolean().map(literal("yes-or-no")), ...conditions(parts)),
    amount: fc.oneof(deep, facts("fee", "permits", "share"), number, ...amounts(parts)),
    day: fc.oneof(deep, facts("born"), day, today, ...days(parts)),
    word: fc.oneof(deep, facts("fuel"), word, chosen(parts.whether, parts.word)),
    length: fc.oneof(deep, plainLength, chosen(parts.whether, plainLength)),
  };
});

/** Any rule whose kinds fit, up to a few levels deep. */
export const typedRule: fc.Arbitrary<TypedRule> = fc.oneof(
  tied.whether.map((expression): TypedRule => ({ gives: "yes-or-no", expression })),
  tied.amount.map((expression): TypedRule => ({ gives: "number", expression })),
  tied.amount.map((expression): TypedRule => ({ gives: "money", expression })),
  tied.day.map((expression): TypedRule => ({ gives: "date", expression })),
  tied.word.map((expression): TypedRule => ({ gives: "text", expression })),
);
