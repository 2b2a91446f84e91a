// Conditions into formulas: when a condition is known to be yes, and when it is known to be no. What is neither is unknown,
// exactly as the compiled rules have it (language 3.4, 3.6).
import type { ComparisonExpression, MatchesExpression, QuantifiedExpression } from "#contract";
import type { Expression } from "../../model/shapes.ts";
import { withAge } from "./ages.ts";
import { factVariable, includesVariable, isEqual, variablesRead } from "./facts.ts";
import { allOf, always, among, anyOf, type Formula, implies, lineHolds, never, opposite } from "./formula.ts";
import { kindOf } from "./kind-of.ts";
import { leavesOf } from "./leaves.ts";
import { constant, differenceOf, type Linear } from "./linear.ts";
import { one } from "./rational.ts";
import { isNeverSo } from "./refine.ts";
import { ticked } from "./ticked.ts";
import type { Sides, Translation } from "./translation.ts";
import { absent, otherWords, there } from "./vocabulary.ts";

/** More ways than this are not multiplied out; the comparison then counts as open in both directions. */
const mostPairs = 400;

export function sidesOf(t: Translation, condition: Expression): Sides {
  switch (condition.op) {
    case "literal":
      return condition.value === true ? { yes: always, no: never } : { yes: never, no: always };
    case "fact": {
      const name = factVariable(t, condition.path, condition.item);
      return { yes: among(name, ["yes"]), no: among(name, ["no"]) };
    }
    case "and":
      return { yes: allOf(condition.parts.map(t.yes)), no: anyOf(condition.parts.map(t.no)) };
    case "or":
      return { yes: anyOf(condition.parts.map(t.yes)), no: allOf(condition.parts.map(t.no)) };
    case "not":
      return { yes: t.no(condition.of), no: t.yes(condition.of) };
    case "not-yes":
      return { yes: opposite(t.yes(condition.of)), no: t.yes(condition.of) };
    case "answered": {
      const yes = among(factVariable(t, condition.path, condition.item), [absent], true);
      return { yes, no: opposite(yes) };
    }
    case "asked": {
      const yes = t.isAsked(t.datumOf(condition.path, condition.item));
      return { yes, no: opposite(yes) };
    }
    case "one-of": {
      const same = condition.options.map((option) => sidesOf(t, { op: "is", left: condition.value, right: option }));
      return { yes: anyOf(same.map(({ yes }) => yes)), no: allOf(same.map(({ no }) => no)) };
    }
    case "includes":
      return includesOf(t, condition);
    case "is":
    case "is-not":
    case "at-least":
    case "at-most":
    case "over":
    case "under":
      return comparisonOf(t, condition);
    case "exceptions":
    case "table":
    case "dated":
    case "else": {
      const leaves = leavesOf(t, condition);
      return leaves ? eitherWay(t, leaves) : openTest(t, condition);
    }
    case "corrected": {
      const name = `${factVariable(t, condition.path, condition.item)} corrected`;
      t.vocabulary.choice(name, ["yes", "no"]);
      return { yes: among(name, ["yes"]), no: among(name, ["no"]) };
    }
    case "any":
    case "every":
    case "none":
      return ofItems(t, condition);
    case "matches":
      return matchesOf(t, condition);
    default:
      return openTest(t, condition);
  }
}

/** Open, but a text that the service names has the form or has it not. */
function matchesOf(t: Translation, condition: MatchesExpression): Sides {
  const sides = openTest(t, condition);
  const { value, pattern } = condition;
  if (value.op !== "fact") return sides;
  const fact = factVariable(t, value.path, value.item);
  t.vocabulary.axiom(nameOfOpen(condition), () => {
    const form = new RegExp(`^(?:${pattern})$`, "u");
    const named = t.vocabulary.valuesOf(fact).filter((one) => one !== absent && one !== otherWords && one !== there);
    return allOf(named.map((one) => implies(among(fact, [one]), form.test(one) ? sides.yes : sides.no)));
  });
  return sides;
}

/** Open, but what no item can be is never so of any. */
function ofItems(t: Translation, condition: QuantifiedExpression): Sides {
  const sides = openTest(t, condition);
  let isLooking = false;
  t.vocabulary.axiom(nameOfOpen(condition), () => {
    // What is known of an item may hang on the same words: there they stay open.
    if (isLooking) return always;
    isLooking = true;
    const isNever = isNeverSo(t, condition.where);
    isLooking = false;
    const isSome = condition.op === "none" ? sides.no : sides.yes;
    return isNever ? opposite(isSome) : implies(isSome, hasItems(t, condition));
  });
  return sides;
}

/** What some or all of the items are, there must be one to be. */
function hasItems(t: Translation, { list, item }: QuantifiedExpression): Formula {
  const [count] = t.amounts({ op: "count", list, item });
  return count ? lineHolds({ sum: differenceOf(count.sum, constant(one)), strict: false }) : always;
}

function nameOfOpen(condition: Expression): string {
  return `? ${JSON.stringify(condition)}`;
}

function eitherWay(t: Translation, leaves: readonly { readonly when: Formula; readonly value: Expression }[]): Sides {
  return {
    yes: anyOf(leaves.map(({ when, value }) => allOf([when, t.yes(value)]))),
    no: anyOf(leaves.map(({ when, value }) => allOf([when, t.no(value)]))),
  };
}

/** A test that is not looked into: it may be yes, no or unknown, always the same for the same words. */
function openTest(t: Translation, condition: Expression): Sides {
  const name = nameOfOpen(condition);
  t.vocabulary.choice(name, ["yes", "no", absent]);
  t.vocabulary.unread(name, variablesRead(condition));
  return { yes: among(name, ["yes"]), no: among(name, ["no"]) };
}

function includesOf(t: Translation, condition: ComparisonExpression): Sides {
  const { left, right } = condition;
  if (left.op !== "fact" || right.op !== "literal") return openTest(t, condition);
  const yes = among(includesVariable(t, left, String(right.value)), ["yes"]);
  const isThere = among(factVariable(t, left.path, left.item), [absent], true);
  return { yes, no: allOf([isThere, opposite(yes)]) };
}

function comparisonOf(t: Translation, condition: ComparisonExpression): Sides {
  if (JSON.stringify(condition.left) === JSON.stringify(condition.right)) {
    const isThere = t.isThere(condition.left);
    const holds = condition.op === "is" || condition.op === "at-least" || condition.op === "at-most";
    return holds ? { yes: isThere, no: never } : { yes: never, no: isThere };
  }
  const typeOf = (fact: Expression) => (fact.op === "fact" ? t.datumOf(fact.path, fact.item)?.type : undefined);
  const kind = kindOf(t.model, condition.left, typeOf);
  if (kind === "number") return amountsCompared(t, condition);
  if (kind === "choice" && (condition.op === "is" || condition.op === "is-not")) return choicesCompared(t, condition);
  if (kind === "yes-no" && (condition.op === "is" || condition.op === "is-not")) return answersCompared(t, condition);
  return openTest(t, condition);
}

function amountsCompared(t: Translation, condition: ComparisonExpression): Sides {
  const isSo = condition.left.op === "entries" ? ticked(t, condition) : undefined;
  if (isSo) {
    const isThere = t.isThere(condition.left);
    return { yes: allOf([isThere, isSo]), no: allOf([isThere, opposite(isSo)]) };
  }
  const [left, right] = [t.amounts(condition.left), t.amounts(condition.right)];
  if (left.length * right.length > mostPairs) return openTest(t, condition);
  const pairs = left.flatMap((one) =>
    right.map((two) => {
      const when = allOf([one.when, two.when]);
      const holds = compared(condition.op, one.sum, two.sum);
      return { yes: allOf([when, holds]), no: allOf([when, opposite(holds)]) };
    }),
  );
  return withAge(t, condition, { yes: anyOf(pairs.map(({ yes }) => yes)), no: anyOf(pairs.map(({ no }) => no)) });
}

function compared(op: ComparisonExpression["op"], left: Linear, right: Linear): Formula {
  switch (op) {
    case "at-least":
      return lineHolds({ sum: differenceOf(left, right), strict: false });
    case "at-most":
      return lineHolds({ sum: differenceOf(right, left), strict: false });
    case "over":
      return lineHolds({ sum: differenceOf(left, right), strict: true });
    case "under":
      return lineHolds({ sum: differenceOf(right, left), strict: true });
    case "is":
      return isEqual(left, right);
    case "is-not":
      return opposite(isEqual(left, right));
    case "includes":
      return never;
  }
}

function turned(op: ComparisonExpression["op"], sides: Sides): Sides {
  return op === "is-not" ? { yes: sides.no, no: sides.yes } : sides;
}

function choicesCompared(t: Translation, condition: ComparisonExpression): Sides {
  const { left, right, op } = condition;
  if (left.op === "fact" && right.op === "literal" && typeof right.value === "string") {
    const name = factVariable(t, left.path, left.item);
    const isList = t.datumOf(left.path, left.item)?.type?.kind === "one-of";
    if (!isList) t.vocabulary.widen(name, right.value);
    const value = [right.value];
    return turned(op, { yes: among(name, value), no: among(name, [...value, absent], true) });
  }
  const [one, two] = [t.choices(left), t.choices(right)];
  if (left.op === "fact" && right.op === "fact" && [...one, ...two].length === 0)
    return turned(op, textsCompared(t, left, right));
  if ([...one, ...two].length === 0 || one.length * two.length > mostPairs) return openTest(t, condition);
  const pairs = (same: boolean) =>
    anyOf(one.flatMap((a) => two.flatMap((b) => ((a.value === b.value) === same ? [allOf([a.when, b.when])] : []))));
  return turned(op, { yes: pairs(true), no: pairs(false) });
}

/** Two texts may be the same or not; where one is a text that the service names, so is the other, or it is not. */
function textsCompared(t: Translation, left: Expression & { op: "fact" }, right: Expression & { op: "fact" }): Sides {
  const [a, b] = [factVariable(t, left.path, left.item), factVariable(t, right.path, right.item)];
  const name = `? ${[a, b].sort().join(" is ")}`;
  const areThere = [a, b].map((one) => among(one, [absent], true));
  t.vocabulary.choice(name, ["yes", "no", absent]);
  t.vocabulary.axiom(name, () => {
    const named = [...new Set([a, b].flatMap((one) => t.vocabulary.valuesOf(one)))].filter(
      (value) => value !== absent && value !== otherWords,
    );
    for (const value of named) for (const one of [a, b]) t.vocabulary.widen(one, value);
    const [isSame, isOther] = [among(name, ["yes"]), among(name, ["no"])];
    return allOf([
      anyOf([allOf(areThere), among(name, [absent])]),
      implies(allOf(areThere), among(name, [absent], true)),
      ...named.flatMap((value) => [
        implies(allOf([isSame, among(a, [value])]), among(b, [value])),
        implies(allOf([isSame, among(b, [value])]), among(a, [value])),
        implies(allOf([among(a, [value]), among(b, [value])]), opposite(isOther)),
      ]),
    ]);
  });
  return { yes: among(name, ["yes"]), no: among(name, ["no"]) };
}

function answersCompared(t: Translation, { left, right, op }: ComparisonExpression): Sides {
  const [a, b] = [
    { yes: t.yes(left), no: t.no(left) },
    { yes: t.yes(right), no: t.no(right) },
  ];
  return turned(op, {
    yes: anyOf([allOf([a.yes, b.yes]), allOf([a.no, b.no])]),
    no: anyOf([allOf([a.yes, b.no]), allOf([a.no, b.yes])]),
  });
}
