// The fix of FW422: a limit of the one answer that stops people, so that they are told where they give it. Offered only when it turns
// away nobody who could go on.
import type { Fix } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import type { Type } from "../../model/shapes.ts";
import { familyOf } from "../../model/types/families.ts";
import { givenWords } from "../proof/example.ts";
import { nameOfFact } from "../proof/facts.ts";
import type { Gate } from "../proof/form-places.ts";
import { allOf, type Formula, lineHolds, opposite, variablesOf } from "../proof/formula.ts";
import { type Line, oppositeLine } from "../proof/linear.ts";
import type { Prover } from "../proof/prove.ts";
import { divided, floorOf, negative, type Rational, rational } from "../proof/rational.ts";
import { isTrue } from "../proof/solve.ts";
import type { Translation } from "../proof/translation.ts";
import { linesOf, wayLike } from "../proof/ways-out.ts";
import { lineBelow } from "../text-edits.ts";

/** So many ways on are looked at for where they end. */
const mostEnds = 4;

/** Who is asked, and what they got past before. */
interface Asked {
  readonly prover: Prover;
  readonly isAsked: Formula;
  readonly before: readonly Gate[];
}

/** `said` is what stops them, as it was answered; none when it is more than one number. */
export function limitBefore({ prover, isAsked, before }: Asked, whole: Formula, said: readonly Formula[]): Fix[] {
  const { t, canBe } = prover;
  const [name, second] = variablesOf(allOf(said));
  const line = name === undefined || second !== undefined ? undefined : lineOf(t, name);
  const lines = said.flatMap((one) => linesOf(one));
  if (name === undefined || !line || lines.length === 0) return [];
  const accepted = allOf([isAsked, whole]);
  const others = new Set([...variablesOf(accepted)].filter((one) => one !== name));
  const ways: Formula[] = [];
  while (ways.length < mostEnds) {
    const somebody = canBe(allOf([accepted, ...ways.map(opposite)]), before);
    if (somebody.verdict !== "found") break;
    ways.push(wayLike(t.vocabulary, accepted, others, somebody));
  }
  const value = answerIn(name, lines);
  const turnsAway = (limit: Line): boolean => {
    const outside = lineHolds(oppositeLine(limit));
    const isNobody = (formula: Formula) => canBe(allOf([formula, outside]), before).verdict === "none";
    return !isTrue(limit, new Map([[name, value]])) && isNobody(accepted) && isNobody(opposite(isAsked));
  };
  const limit = ways.flatMap((way) => linesOf(way)).find((one) => one.sum.factors.size === 1 && turnsAway(one));
  if (!limit) return [];
  const words = limitWords(t, name, line.type, limit);
  const indent = line.line.children[0]?.indent ?? line.line.indent + 2;
  return [{ title: `say it before: add  ${words}  to ${line.said}`, edits: [lineBelow(line.line, indent, words)] }];
}

/** The line that asks for the answer; none for one of a set that other questions come from as well. */
function lineOf(t: Translation, name: string) {
  const { model } = t;
  const datum = model.data.find((one) => nameOfFact(one.path, one.item?.key) === name);
  const { line, type, said } = datum ?? {};
  if (!line || !type || said === undefined || !isAskedOnce(model, line.span)) return undefined;
  return line.form === "ask <n> <t> as <ty>" ? { line, type, said } : undefined;
}

function isAskedOnce(
  { data, tree }: Model,
  { file, start }: { readonly file: string; readonly start: number },
): boolean {
  return (
    file === tree.file && data.filter(({ line }) => line?.span.start === start && line.span.file === file).length === 1
  );
}

/** What the lines say that it is. */
function answerIn(name: string, lines: readonly Line[]): Rational {
  const [first] = lines;
  return first ? endOf(name, first) : rational(0n);
}

function endOf(name: string, { sum }: Line): Rational {
  return divided(negative(sum.constant), sum.factors.get(name) ?? rational(1n));
}

/** `must be at most 120`. */
function limitWords(t: Translation, name: string, type: Type, limit: Line): string {
  const isLow = (limit.sum.factors.get(name)?.above ?? 0n) > 0n;
  const end = endOf(name, limit);
  const isDate = familyOf(type) === "date";
  const isWhole = t.vocabulary.isWholeNumber(name);
  const isStrict = limit.strict && !isWhole;
  const value = isWhole ? wholeWithin(end, isLow, limit.strict) : end;
  const [most, least] = isDate
    ? isStrict
      ? ["before", "after"]
      : ["on or before", "on or after"]
    : isStrict
      ? ["under", "over"]
      : ["at most", "at least"];
  return `must be ${isLow ? least : most} ${givenWords(t, value, type)}`;
}

/** The last whole number that the limit lets through. */
function wholeWithin(end: Rational, isLow: boolean, strict: boolean): Rational {
  const floor = floorOf(end);
  const isWhole = end.below === 1n;
  if (isLow) return rational(isWhole && !strict ? floor : floor + 1n);
  return rational(isWhole && strict ? floor - 1n : floor);
}
