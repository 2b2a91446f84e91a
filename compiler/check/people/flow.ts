// Information flow: for every value of a service, which answers it is worked out from and so gives away, through calculations,
// decisions, tables and the conditions in them (language 3.6.14). Knows nothing of roles or laws; the checks beside it do.
//
// Each value is a point, each rule is one too, and a point leads to what it gives away: a record to its parts, a calculation to its
// rule, a rule to all that it reads (the condition of an exception too: who sees £0 knows that the badge is held), an answer to
// what it is filled in from, and back. A count or a sum over a group leads nowhere: it says nothing of one of them.
import type { Model } from "../../model/model.ts";
import { dottedOf } from "../../model/readings.ts";
import type { Expression, Field } from "../../model/shapes.ts";
import { madeOnce } from "../made-once.ts";
import { fieldsOf } from "./form-fields.ts";

/** What a rule reads by itself, not through other rules: facts by dotted path, rules by id. */
export interface Reads {
  readonly facts: ReadonlySet<string>;
  readonly rules: ReadonlySet<string>;
  /** Facts that only go into a count or a sum over a group. */
  readonly grouped: ReadonlySet<string>;
  /** Rules of the items of a group that only go into its count or sum. */
  readonly groupedRules: ReadonlySet<string>;
}

/** How some answers are given away. */
export interface GivenAway {
  /**
   * The dotted paths on the shortest way from a value to one of the answers, both ends included; undefined when the value says
   * nothing about any of them. Of one step: the value is the answer, holds it, or is a part of it.
   */
  wayFrom(path: string): readonly string[] | undefined;
  /** Whether the rule reads one of the answers, through other rules too. */
  isReadBy(rule: string): boolean;
}

/** What flows where in one service. Made anew for every compile. */
export interface Flow {
  readonly reads: ReadonlyMap<string, Reads>;
  givenAway(answers: readonly string[]): GivenAway;
}

/** The flow of a service. Takes as long as the service is big; definitions that go round in a circle do no harm. */
export const flowOf = madeOnce((model): Flow => {
  const reads = readsOfRules(model);
  const from = pointsBefore(model, reads);
  return { reads, givenAway: (answers) => givenAway(from, answers) };
});

/** One is the other, holds it, or is a part of it. */
export function overlaps(one: string, other: string): boolean {
  return one === other || isPartOf(one, other) || isPartOf(other, one);
}

/** home.address is a part of home. Asked of every answer by every other, so without a string for each. */
function isPartOf(part: string, whole: string): boolean {
  return part.length > whole.length && part[whole.length] === "." && part.startsWith(whole);
}

const ruleMark = "=";

/** From what each point is given away: the arrows turned round, so that one walk from the answers finds all ways to them. */
function pointsBefore(model: Model, reads: ReadonlyMap<string, Reads>): ReadonlyMap<string, readonly string[]> {
  const before = new Map<string, string[]>();
  const lead = (from: string, to: string) => {
    const points = before.get(to);
    if (points) points.push(from);
    else before.set(to, [from]);
    if (!before.has(from)) before.set(from, []);
  };
  const known = new Set<string>();
  const named = new Map<string, string>();
  for (const datum of model.data) {
    const path = dottedOf(datum);
    known.add(path);
    for (let whole = wholeOf(path), part = path; whole !== undefined; part = whole, whole = wholeOf(whole))
      lead(whole, part);
    if (datum.rule === undefined) continue;
    named.set(datum.rule, path);
    lead(path, ruleMark + datum.rule);
  }
  for (const [id, { facts, rules }] of reads) {
    for (const fact of facts) {
      lead(ruleMark + id, fact);
      const whole = wholeOf(fact);
      if (!known.has(fact) && whole !== undefined) lead(whole, fact);
    }
    for (const rule of rules) lead(ruleMark + id, named.get(rule) ?? ruleMark + rule);
  }
  for (const field of fieldsOf(model)) if (field.prefill) leadBothWays(lead, field);
  // What was answered last time says what the answer of the same name says now.
  for (const { from, path } of model.data)
    if (from === "previous-application" && path.length > 1) {
      const [last, now] = [path.join("."), path.slice(1).join(".")];
      lead(last, now);
      lead(now, last);
    }
  return before;
}

/** An answer and what it is filled in from say the same. */
function leadBothWays(lead: (from: string, to: string) => void, field: Field): void {
  const [answer, source] = [field.path.join("."), field.prefill?.from.join(".") ?? ""];
  lead(answer, source);
  lead(source, answer);
}

function wholeOf(path: string): string | undefined {
  const end = path.lastIndexOf(".");
  return end < 0 ? undefined : path.slice(0, end);
}

function givenAway(before: ReadonlyMap<string, readonly string[]>, answers: readonly string[]): GivenAway {
  const isAnswer = (path: string) => answers.some((answer) => overlaps(path, answer));
  const next = new Map<string, string | undefined>();
  const waiting: string[] = [];
  for (const point of before.keys())
    if (!point.startsWith(ruleMark) && isAnswer(point)) {
      next.set(point, undefined);
      waiting.push(point);
    }
  for (let at = 0; at < waiting.length; at++) {
    const point = waiting[at] ?? "";
    for (const from of before.get(point) ?? [])
      if (!next.has(from)) {
        next.set(from, point);
        waiting.push(from);
      }
  }
  return {
    wayFrom(path) {
      if (isAnswer(path)) return [path];
      if (!next.has(path)) return undefined;
      const way: string[] = [];
      for (let point: string | undefined = path; point !== undefined; point = next.get(point))
        if (!point.startsWith(ruleMark)) way.push(point);
      return way;
    },
    isReadBy: (rule) => next.has(ruleMark + rule),
  };
}

/** Facts of an item stand behind its list: members.caredFor. */
function readsOfRules(model: Model): ReadonlyMap<string, Reads> {
  const lists = new Map(model.data.flatMap(({ item }) => (item ? [[item.key, item.list.join(".")] as const] : [])));
  return new Map([...model.rules.values()].map((rule) => [rule.id, readsOf(rule.expression, lists)]));
}

function readsOf(expression: Expression, lists: ReadonlyMap<string, string>): Reads {
  const [facts, rules] = [new Set<string>(), new Set<string>()];
  const [grouped, groupedRules] = [new Set<string>(), new Set<string>()];
  const visit = (node: unknown, isGrouped: boolean): void => {
    if (typeof node !== "object" || node === null) return;
    if (Array.isArray(node)) {
      for (const part of node) visit(part, isGrouped);
      return;
    }
    const op = "op" in node ? node.op : undefined;
    if (op === "rule" && "id" in node && typeof node.id === "string") {
      (isGrouped ? groupedRules : rules).add(node.id);
      return;
    }
    if ("path" in node && Array.isArray(node.path)) {
      const list = "item" in node && typeof node.item === "string" ? lists.get(node.item) : undefined;
      (isGrouped ? grouped : facts).add([...(list === undefined ? [] : [list]), ...node.path].join("."));
    }
    const counts = isGrouped || op === "count" || op === "sum";
    for (const value of Object.values(node)) if (typeof value === "object") visit(value, counts);
  };
  visit(expression, false);
  return { facts, rules, grouped, groupedRules };
}
