// FW301: two values of different kinds compared or added up.

import { writtenMoney } from "#support/currencies.ts";
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import type { Finding, Model, Side } from "../../model/model.ts";
import { familyOf, kindInWords } from "../../model/types/families.ts";
import { givenNamesOf } from "../../syntax/names-and-words.ts";
import type { Span } from "../../syntax/tree.ts";
import { numberNamed } from "../../syntax/written-values.ts";
import { findingsOf } from "../findings.ts";
import { change, insertAt, lineHolding, lineNumber, removeLine, textAt } from "../text-edits.ts";

type Differ = Extract<Finding, { kind: "kinds-differ" }>;

/** `must be from 0 to 3` compares twice and is told once. */
export function checkKindsDiffer(model: Model): Problem[] {
  const byPlace = Map.groupBy(findingsOf(model, "kinds-differ"), ({ left, right }) => {
    const line = lineNumber(model.trees, markedSide({ left, right }).span);
    return `${left.span.file} ${line} ${left.said} ${left.type.kind} ${right.type.kind}`;
  });
  return [...byPlace.values()].flatMap(([finding]) => {
    if (!finding) return [];
    const { left, right, operator } = finding;
    const related = [left, right].flatMap((side) =>
      side.typeAt ? [{ span: side.typeAt, words: kindInWords(side.type) }] : [],
    );
    const args = {
      left: left.said,
      leftKind: kindInWords(left.type),
      right: operator === "condition" ? "a condition" : right.said,
      rightKind: kindInWords(right.type),
    };
    const explanation = explanationOf(finding);
    return problems.kindsDiffer(markedSide(finding).span, args, {
      related,
      explanation,
      fixes: fixesFor(model, finding),
    });
  });
}

/** The literal is marked when one side is written out: it is the easier one to change. */
function markedSide({ left, right }: Pick<Differ, "left" | "right">): Side {
  return left.literal && !right.literal ? left : right;
}

function fixesFor(model: Model, { left, right, operator }: Differ): Fix[] {
  if (operator === "prefill") return withoutPrefill(model, right);
  const [one, two] = [familyOf(left.type), familyOf(right.type)];
  const whole = { ...left.span, end: right.span.end };
  if (operator === "minus" && one === "date" && two === "date")
    return [change(model.trees, whole, `days from ${right.said} to ${left.said}`)];
  if (comparisons.has(operator) && one === "date" && two === "duration" && right.literal === undefined)
    return [{ title: `add  ago  after  ${right.said}`, edits: [insertAt(right.span, right.span.end, " ago")] }];
  // `born is at least 18`: an age, said of a day.
  const age = left.type.kind === "date-of-birth" && right.literal?.kind === "number" ? Number(right.literal.value) : 0;
  if (comparisons.has(operator) && Number.isInteger(age) && age > 0 && age < 130)
    return [change(model.trees, right.span, `${age} years ago`)];
  // `days from start to end / 7 days`: the days are counted already.
  const [, count, unit] = /^(\d+) (day|week|month|year)s?$/i.exec(textAt(model.trees, right.span)) ?? [];
  if (one === "number" && count !== undefined && new RegExp(`^\\(?${unit}s? (?:from|since)\\b`).test(left.said))
    return [change(model.trees, right.span, count)];
  // `rent - 50%`: of the rent.
  const isSum = operator === "minus" || operator === "plus";
  if (isSum && one === "money" && right.literal && two === "percentage")
    return [change(model.trees, right.span, `${textAt(model.trees, right.span)} of ${left.said}`)];
  const share = shareOf(model, left, right, operator);
  if (share) return [share];
  // `given benefits is universal-credit`: what somebody ticks is said with  are.
  if (
    operator === "is" &&
    one === "choices" &&
    two === "choice" &&
    textAt(model.trees, between(left, right)) === " is "
  )
    return [change(model.trees, { ...left.span, end: right.span.end }, `${left.said} are ${right.said}`)];
  const inOneCurrency = [...asMoney(model, left, right, operator), ...asMoney(model, right, left, operator)];
  return [
    ...inOneCurrency,
    ...[...asKind(model, left, right), ...asKind(model, right, left)].sort(moneyFirst),
    ...asOption(model, left, right),
    ...withoutQuotes(model, left, right),
  ];
}

/** The line that fills it in goes, and the question stays. */
function withoutPrefill({ trees }: Model, { span }: Side): Fix[] {
  const line = trees.flatMap(({ lines }) => lineHolding(lines, span) ?? [])[0];
  return line ? [{ title: `remove  ${textAt(trees, line.span)}`, edits: [removeLine(trees, line)] }] : [];
}

/** `under-18 / members is over 50%`: a share of something is said with  of. */
function shareOf(model: Model, left: Side, right: Side, operator: string): Fix | undefined {
  const [, part, whole] =
    /^\(?([\p{L}\d'-]+(?: [\p{L}\d-]+)?) ?(?:\/|divided by) ?([\p{L}\d'-]+(?: [\p{L}\d-]+)?)\)?$/u.exec(
      textAt(model.trees, left.span),
    ) ?? [];
  const percentage = textAt(model.trees, right.span);
  if (part === undefined || !comparisons.has(operator) || !/^\d[\d.]*%$/.test(percentage)) return undefined;
  const compared = textAt(model.trees, between(left, right));
  return change(model.trees, { ...left.span, end: right.span.end }, `${part}${compared}${percentage} of ${whole}`);
}

function between(left: Side, right: Side): Span {
  return { ...left.span, start: left.span.end, end: right.span.start };
}

/** `when "keeper" is no`, `permits is "1"`: quotes around a name or a value, which are for words that people see. */
function withoutQuotes(model: Model, left: Side, right: Side): Fix[] {
  return [left, right].flatMap((side) => {
    const other = side === left ? right : left;
    const inside = /^["“„«](.*)["”“»]$/.exec(textAt(model.trees, side.span))?.[1]?.trim();
    if (inside === undefined || familyOf(side.type) !== "text") return [];
    const wanted = familyOf(other.type);
    const isName = givenNamesOf(model.tree.text)(inside);
    const isValue =
      (wanted === "yes-or-no" && /^(yes|no)$/i.test(inside)) ||
      (wanted === "number" && /^\d[\d,]*(\.\d+)?$/.test(inside));
    return isName || isValue ? [change(model.trees, side.span, inside)] : [];
  });
}

const comparisons: ReadonlySet<string> = new Set(["at-least", "at-most", "over", "under"]);

/** What goes together instead, where two of one kind, or a share and an amount, do not. */
function explanationOf({ left, right, operator }: Differ): string[] {
  const kinds = new Set([familyOf(left.type), familyOf(right.type)]);
  const isSum = operator === "plus" || operator === "minus";
  if (inAnyCurrency(left) || inAnyCurrency(right))
    return [
      "There is no rate between currencies. Rules work with  money,  which is always in the currency of the service.",
    ];
  const span = [left, right].find(({ type }) => type.kind === "date-range");
  if (span && kinds.has("date"))
    return [
      `It has two days:  ${span.said}'s start  and  ${span.said}'s end.  A line  check  beside the question compares one:  check ${span.said}'s start is after today otherwise say "…".`,
    ];
  if (operator === "prefill" && left.type.kind !== "list")
    return ["What fills an answer in is of its kind. Where no line fills it in, people answer it themselves."];
  if (operator === "prefill")
    return [
      `A list is filled from a list. The operation gives one with  gives list ${right.said.split("'s ").at(-1)} each  and a name.`,
    ];
  if (operator === "minus" && kinds.size === 1 && kinds.has("date"))
    return ["The time between two dates is counted in days, weeks, months or years, and the unit is said."];
  if (left.type.list !== undefined && kinds.has("choices") && kinds.has("choice")) {
    const name = `has-${right.said}`;
    return [
      `Several can be ticked. A condition says  ${left.said} includes ${right.said}.  For a table it has a name:  decide ${name} when ${left.said} includes ${right.said},  and a column  ${name}  with  yes  and  no.`,
    ];
  }
  if (operator === "plus" && kinds.size === 1 && kinds.has("date"))
    return ["A date goes together with a length of time:  arrived + 28 days."];
  if (isSum && kinds.size === 1 && kinds.has("duration"))
    return ["A length of time is added to a date:  28 days after arrived."];
  if (operator === "times" && kinds.size === 1 && kinds.has("money"))
    return ["An amount of money is multiplied by a number or by a percentage."];
  if (isSum && kinds.has("percentage")) return ["A percentage is taken of something:  25% of fee."];
  if (kinds.has("date") && kinds.has("number") && isSum)
    return ["A length of time is added to a date, and its unit is said:  arrived + 3 days."];
  if (comparisons.has(operator) && kinds.size === 1) return ["Only numbers, amounts, dates and times have an order."];
  if (isSum && kinds.has("time")) return ["Times of day can be compared, not added up."];
  return [];
}

function inAnyCurrency({ type }: Side): boolean {
  return type.kind === "money-in-any-currency";
}

/** An amount in any currency that is worked with is asked for in the service's own, unless a line speaks of its currency. */
function asMoney(model: Model, side: Side, other: Side, operator: string): Fix[] {
  const { typeAt, said } = side;
  const isAmount = familyOf(other.type) === "money" || operator === "times" || operator === "of";
  if (!inAnyCurrency(side) || inAnyCurrency(other) || !typeAt || !isAmount) return [];
  if (model.trees.some(({ text }) => text.includes(`${said.split("'s ").at(-1)}'s currency`))) return [];
  return [change(model.trees, typeAt, "money")];
}

/** A plain number beside money becomes money, an amount of money beside a number becomes a number; likewise per cent. */
function asKind(model: Model, side: Side, other: Side): Fix[] {
  const text = textAt(model.trees, side.span);
  const [own, wanted] = [familyOf(side.type), familyOf(other.type)];
  if (!side.literal) return [];
  if (own === "number" && wanted === "money")
    return [change(model.trees, side.span, writtenMoney(text, model.currency))];
  if (own === "number" && wanted === "percentage") return [change(model.trees, side.span, asPercentage(text))];
  if (own === "number" && wanted === "yes-or-no" && /^[01]$/.test(text))
    return [change(model.trees, side.span, text === "1" ? "yes" : "no")];
  const plain = text.replace(/^[^\d]+|%$/g, "");
  if (wanted === "number" && (own === "money" || own === "percentage")) return [change(model.trees, side.span, plain)];
  return [];
}

/** A number beside an amount of money is more often a sum without its sign than the amount a number with one. */
function moneyFirst(one: Fix, two: Fix): number {
  const isMoney = ({ edits: [edit] }: Fix) => /^\D/.test(edit?.text ?? "");
  return Number(isMoney(two)) - Number(isMoney(one));
}

/** `how-long is 75`, of choices whose names begin with a letter: number-75. */
function asOption(model: Model, { type }: Side, { literal, span }: Side): Fix[] {
  const number = textAt(model.trees, span);
  if (literal?.kind !== "number" || type.list === undefined) return [];
  const options = model.lists[type.list]?.options.map(({ value }) => value) ?? [];
  return options
    .filter((option) => option.split("-").some((word) => word === number || String(numberNamed(word)) === number))
    .map((option) => change(model.trees, span, option));
}

/** 0.25 is how spreadsheets hold 25%; 25 can only be meant as that. */
function asPercentage(text: string): string {
  const share = /^0?\.(\d+)$/.exec(text)?.[1];
  if (share === undefined) return `${text}%`;
  const whole = share.padEnd(2, "0");
  const rest = whole.slice(2).replace(/0+$/, "");
  return `${Number(whole.slice(0, 2))}${rest === "" ? "" : `.${rest}`}%`;
}
