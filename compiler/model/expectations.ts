// What examples expect: values, decisions, where the case is, what was sent, paid and started, and what is refused. Typed; judges nothing.

import type { LicenceStanding } from "#contract/play.ts";
import type { CellNode, FactNode, Line, PathNode, PredicateNode, Span, ValueNode } from "../syntax/tree.ts";
import type { Building, Situation } from "./building.ts";
import { joined } from "./expressions/condition.ts";
import { sameKinds } from "./expressions/kinds.ts";
import { typePredicate } from "./expressions/predicate.ts";
import { readDatum } from "./expressions/reading.ts";
import { typeValue } from "./expressions/value.ts";
import type { Datum, Expectation } from "./model.ts";
import { findDatum, findName, lookUp, notFound } from "./names/names.ts";
import { ruleSituation } from "./route/rule-situation.ts";
import type { Expression } from "./shapes.ts";

/** What one fact behind `expect` says; nothing of what a finding tells. */
export function expectOf(building: Building, fact: FactNode, line: Line): Expectation[] {
  const at = ruleSituation(building, line);
  const { span } = fact;
  if (fact.kind === "not" || fact.kind === "yes") return factExpected(building, fact, at);
  if (fact.kind === "goes-to") {
    const to = findName(building, "stage", fact.to);
    return to === undefined ? [] : [{ kind: "goes-to", to, span, valueAt: fact.to.span }];
  }
  if (fact.kind === "message-sent") {
    const message = findName(building, "message", fact.message);
    return message === undefined
      ? []
      : [{ kind: "sent", message, negated: fact.negated, span, valueAt: fact.message.span }];
  }
  if (fact.kind === "payment-made") return paymentExpected(building, fact);
  if (fact.kind === "case-started") return startExpected(building, fact);
  if (fact.kind === "are")
    return refusalExpected(building, fact.path, fact.values, false, at, span) ?? choicesExpected(building, fact, at);
  if (fact.kind !== "is") return [];
  const values = fact.predicate.kind === "same" ? [fact.predicate.value] : [];
  return (
    outcomeExpected(building, fact) ??
    stopExpected(building, fact) ??
    licenceExpected(building, fact) ??
    refusalExpected(building, fact.path, values, fact.negated, at, span) ??
    valueExpected(building, fact, at)
  );
}

/** `expect benefits are pension, housing`: these are ticked, and no other. */
function choicesExpected(building: Building, fact: FactNode & { kind: "are" }, at: Situation): Expectation[] {
  const datum = findDatum(building, fact.path, at.scope);
  if (!datum) return [];
  const left = readDatum(building, datum, fact.path.span, at);
  const typed = fact.values.map((node) => typeValue(building, node, at, datum.type));
  const isRight = typed.every(
    (one) => one.type && sameKinds(building, left, { ...one, type: { kind: "any-of" } }, "is"),
  );
  if (!left.type || !isRight) return [];
  const named = typed.flatMap(({ expression }) => (expression.op === "literal" ? [expression.value] : []));
  const options = building.lists.get(left.type.list ?? "")?.options ?? [];
  const { type } = left;
  const includes = (value: string): Expression => ({
    op: "includes",
    left: left.expression,
    right: { op: "literal", value, type },
  });
  const condition = joined("and", [
    ...typed.map(({ expression }): Expression => ({ op: "includes", left: left.expression, right: expression })),
    ...options.filter((one) => !named.includes(one)).map((one): Expression => ({ op: "not", of: includes(one) })),
  ]);
  return [{ kind: "condition", condition, negated: false, span: fact.span, datum: left.datum ?? datum }];
}

/** `expect code is refused`: no form takes what is given. Undefined where "refused" is a choice of that question, or something else stands there. */
function refusalExpected(
  building: Building,
  path: PathNode,
  values: readonly ValueNode[],
  negated: boolean,
  at: Situation,
  span: Span,
): Expectation[] | undefined {
  const [value, ...more] = values;
  const word = value?.kind === "path" && more.length === 0 ? value.words : [];
  if (word.length !== 1 || word[0]?.name !== "refused") return undefined;
  const names = path.words.map(({ name }) => name);
  const datum = lookUp(building, names, at.scope);
  if (!datum || datum.choices || building.data.has("refused")) return undefined;
  const options = datum.type?.list === undefined ? [] : (building.lists.get(datum.type.list)?.options ?? []);
  if (options.includes("refused")) return undefined;
  return [{ kind: "refused", datum, negated, span, valueAt: word[0].span }];
}

const standings: readonly LicenceStanding[] = ["valid", "suspended", "revoked", "replaced", "expired"];

/** `expect permit is revoked`: how a licence stands, which is no value of the text. */
function licenceExpected(building: Building, fact: FactNode & { kind: "is" }): Expectation[] | undefined {
  const [first, ...more] = fact.path.words;
  if (!first || more.length > 0 || fact.predicate.kind !== "same") return undefined;
  if (!building.names.credential.has(first.name) || building.data.has(first.name)) return undefined;
  const { value } = fact.predicate;
  const word = value.kind === "path" && value.words.length === 1 ? value.words[0] : undefined;
  const stands = standings.find((one) => one === word?.name);
  if (word && stands === undefined) {
    const candidates = standings.map((name) => ({ name, what: "state of a licence" }));
    notFound(building, "words", word.name, word.span, candidates);
  }
  const said = { kind: "licence" as const, licence: first.name, negated: fact.negated, span: fact.span };
  return word && stands !== undefined ? [{ ...said, stands, valueAt: word.span }] : [];
}

/** `expect payment allowance is made 3 times`: only what a line of the text pays can be expected. */
function paymentExpected(building: Building, fact: FactNode & { kind: "payment-made" }): Expectation[] {
  const { payment, negated, times, span } = fact;
  const { names, isBroken } = building.paid;
  if (!names.has(payment.name)) {
    const candidates = [...names].map((name) => ({ name, what: "payment" }));
    if (!isBroken) notFound(building, "words", payment.name, payment.span, candidates);
    return [];
  }
  const number = times?.kind === "number" ? { times: times.value } : {};
  return [{ kind: "paid", payment: payment.name, negated, ...number, span, valueAt: times?.span ?? payment.span }];
}

/** `expect case stall-check is started 2 times`: only what a line of the text starts can be expected. */
function startExpected(building: Building, fact: FactNode & { kind: "case-started" }): Expectation[] {
  const { service, negated, times, span } = fact;
  if (!building.started.has(service.name)) {
    const candidates = [...building.started].map((name) => ({ name, what: "service that is started" }));
    notFound(building, "words", service.name, service.span, candidates);
    return [];
  }
  const number = times?.kind === "number" ? { times: times.value } : {};
  return [{ kind: "started", service: service.name, negated, ...number, span, valueAt: times?.span ?? service.span }];
}

/** `expect outcome is granted`: the name of an outcome, not a value of the text. */
function outcomeExpected(building: Building, fact: FactNode & { kind: "is" }): Expectation[] | undefined {
  const [first, ...more] = fact.path.words;
  if (first?.name !== "outcome" || more.length > 0 || fact.predicate.kind !== "same") return undefined;
  const { value } = fact.predicate;
  const word = value.kind === "path" && value.words.length === 1 ? value.words[0] : undefined;
  if (!word) return undefined;
  const outcome = findName(building, "stage", word);
  if (outcome === undefined) return [];
  return [{ kind: "outcome", outcome, negated: fact.negated, span: fact.span, valueAt: word.span }];
}

/** `expect too-young is shown`: the page with no way on, which is no value of the text. */
function stopExpected(building: Building, fact: FactNode & { kind: "is" }): Expectation[] | undefined {
  const [first, ...more] = fact.path.words;
  const { predicate, negated, span } = fact;
  if (!first || more.length > 0 || !building.stops.has(first.name) || building.data.has(first.name)) return undefined;
  const isShown =
    (predicate.kind === "same" && predicate.value.kind === "path" && predicate.value.words[0]?.name === "shown") ||
    (predicate.kind === "state" && predicate.state === "asked");
  return isShown ? [{ kind: "shown", stop: first.name, negated, span, valueAt: first.span }] : undefined;
}

function valueExpected(building: Building, fact: FactNode & { kind: "is" }, at: Situation): Expectation[] {
  const datum = findDatum(building, fact.path, at.scope);
  if (!datum) return [];
  const left = readDatum(building, datum, fact.path.span, at);
  // Of what is worked out, "is not answered" says that it cannot be worked out yet: then a comparison is neither yes nor no.
  const isOfRule = datum.rule !== undefined && fact.predicate.kind === "state" && fact.predicate.state === "answered";
  const tail = { negated: fact.negated && !isOfRule, predicate: fact.predicate, span: fact.span };
  const typed = typePredicate(building, left, tail, at);
  const valueAt = fact.predicate.kind === "same" && !fact.negated ? fact.predicate.value.span : undefined;
  if (!typed.type) return [];
  const expected = { kind: "condition" as const, condition: typed.expression, negated: false, span: fact.span };
  if (isOfRule) return [{ ...expected, negated: fact.negated, unknownIsNo: true, datum: left.datum ?? datum }];
  return [{ ...expected, datum: left.datum ?? datum, ...(valueAt && { valueAt }) }];
}

/** `expect eligible`, `expect entitled`, `expect not entitled` */
function factExpected(building: Building, fact: FactNode & { kind: "not" | "yes" }, at: Situation): Expectation[] {
  const names = fact.kind === "not" ? [fact.name.name] : fact.path.words.map((word) => word.name);
  const negated = fact.kind === "not";
  if (names.length === 1 && names[0] === "eligible") return [{ kind: "eligible", negated, span: fact.span }];
  const found = fact.kind === "yes" ? findDatum(building, fact.path, at.scope) : lookUp(building, names, at.scope);
  if (!found) return [];
  const read = readDatum(building, found, fact.span, at);
  const datum = read.datum ?? found;
  return read.type ? [{ kind: "condition", condition: read.expression, negated, span: fact.span, datum }] : [];
}

/** What a cell below `expect …` says of its column. */
export function cellExpected(building: Building, datum: Datum, cell: CellNode, at: Situation): Expectation[] {
  const left = readDatum(building, datum, cell.span, at);
  const predicates = predicatesOf(cell);
  const negated = cell.kind === "value" && cell.negated;
  const parts = predicates.map((predicate) =>
    typePredicate(building, left, { negated, predicate, span: cell.span }, at),
  );
  const [typed] = parts;
  if (!typed || parts.some(({ type }) => !type)) return [];
  const condition = joined(
    "and",
    parts.map(({ expression }) => expression),
  );
  const expected = { kind: "condition" as const, condition, negated: false, span: cell.span };
  const isExact = cell.kind === "value" && !cell.negated;
  return [{ ...expected, datum: left.datum ?? datum, ...(isExact && { valueAt: cell.span }) }];
}

/** What a cell says of its column, as it would stand behind "is". */
function predicatesOf(cell: CellNode): PredicateNode[] {
  const { span } = cell;
  switch (cell.kind) {
    case "value":
      return [{ kind: "same", value: cell.value, span }];
    case "order":
      return [
        cell.test === "before" || cell.test === "after"
          ? { kind: "order-in-time", test: cell.test, value: cell.value, span }
          : { kind: "order", test: cell.test, value: cell.value, span },
      ];
    case "range":
      return [
        { kind: "order", test: "at-least", value: cell.from, span },
        { kind: "order", test: cell.toIncluded ? "at-most" : "under", value: cell.to, span },
      ];
    default:
      return [];
  }
}
