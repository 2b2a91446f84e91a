// Variables of answers and rules: declared when a condition first names them, with what is known of them.
import type { Datum } from "../../model/model.ts";
import { isApplicantFact } from "../../model/names/built-in.ts";
import type { Expression, List, Type } from "../../model/shapes.ts";
import { familyOf } from "../../model/types/families.ts";
import { allOf, always, among, anyOf, type Formula, implies, lineHolds, opposite } from "./formula.ts";
import { isWholeType, kindOfType } from "./kind-of.ts";
import { constant, differenceOf, type Linear, sumOf, variable } from "./linear.ts";
import { wholeOf } from "./parts.ts";
import { rangeOfWays } from "./products.ts";
import { isWhole, minus, one, plus, type Range, type Rational, rational, zero } from "./rational.ts";
import type { Translation } from "./translation.ts";
import { absent, otherWords, there } from "./vocabulary.ts";

/** The variables of all answers that an expression reads, items' too, and of named rules. */
export function variablesRead(expression: Expression, found: Set<string> = new Set()): Set<string> {
  const read = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(read);
    if (typeof value !== "object" || value === null) return;
    if ("path" in value && Array.isArray(value.path))
      found.add(nameOfFact(value.path.map(String), "item" in value ? String(value.item) : undefined));
    if ("op" in value && value.op === "rule" && "id" in value) found.add(`rule ${String(value.id)}`);
    Object.values(value).forEach(read);
  };
  read(expression);
  return found;
}

type Option = List["options"][number];

/** The variable of a fact. Facts of an item are named with it: member's pay is another variable than pay. */
export function nameOfFact(path: readonly string[], item: string | undefined): string {
  return item === undefined ? path.join(".") : `${item}'${path.join(".")}`;
}

/** The variable of a fact, declared when it is new. */
export function factVariable(t: Translation, path: readonly string[], item: string | undefined): string {
  const name = nameOfFact(path, item);
  const { vocabulary } = t;
  if (!vocabulary.isNew(name)) return name;
  const datum = t.datumOf(path, item);
  const type = datum?.type;
  vocabulary.choice(name, type ? valuesOf(t, type, datum) : [there, absent]);
  if (type && kindOfType(type) === "number") vocabulary.amount(name, isWholeType(type), nearOf(t, type));
  vocabulary.axiom(name, () =>
    datum
      ? allOf([
          typical(name, type),
          ofRecord(t, datum, path, item, name),
          inOrder(t, datum, path, item),
          ofOptions(t, datum, name),
          t.axiomOf(datum, name),
        ])
      : always,
  );
  return name;
}

/** Who signs in is somebody, and who fills in as well; only of a case that an officer begins nobody knows whom it is about. */
function isAlwaysKnown({ model }: Translation, datum: Datum): boolean {
  return isApplicantFact(datum) && (datum.said === "filled-in-by" || model.startedBy.length === 0);
}

/** The values of the type, and that there is none. */
function valuesOf(t: Translation, type: Type, datum: Datum): string[] {
  if (type.kind === "declaration") return ["yes", absent];
  const family = familyOf(type);
  const more = type.list === undefined ? [] : (t.model.lists[type.list]?.options ?? []).map((option) => option.value);
  if (family === "yes-or-no") return ["yes", "no", ...more, absent];
  if (family === "stage") return [...(datum.choices ?? []), absent];
  const list = type.kind === "one-of" && type.list !== undefined ? t.model.lists[type.list] : undefined;
  const missing = isAlwaysKnown(t, datum) ? [] : [absent];
  if (list) return [...list.options.map((option) => option.value), ...missing];
  return family === "text" || family === "choice" ? [otherWords, absent] : [there, absent];
}

function nearOf(t: Translation, type: Type): Rational {
  return familyOf(type) === "date" ? rational(BigInt(t.near)) : type.kind === "year" ? rational(2000n) : zero;
}

/** Limits that come with the type. */
function typical(name: string, type: Type | undefined): Formula {
  if (type?.kind !== "year" && type?.kind !== "time") return always;
  const [least, most] = type.kind === "year" ? [1000n, 9999n] : [0n, 1439n];
  return allOf([
    lineHolds({ sum: sumOf(variable(name, one), constant(rational(-least))), strict: false }),
    lineHolds({ sum: differenceOf(constant(rational(most)), variable(name, one)), strict: false }),
  ]);
}

/** A part of a fetched record, or of an answer, is there only when the whole is. */
function ofRecord(
  t: Translation,
  datum: Datum,
  path: readonly string[],
  item: string | undefined,
  name: string,
): Formula {
  const whole = wholeOf(path, (of) => t.datumOf(of, item));
  if (whole === undefined && (datum.from !== "fetched" || path.length < 2)) return always;
  const record = factVariable(t, whole?.path ?? path.slice(0, -1), item);
  const [part, all] = [among(name, [absent], true), among(record, [absent], true)];
  return whole?.isSure ? allOf([implies(part, all), implies(all, part)]) : implies(part, all);
}

/** The form accepts no range of days that ends before it starts. */
function inOrder(t: Translation, datum: Datum, path: readonly string[], item: string | undefined): Formula {
  const whole = path.slice(0, -1);
  if (datum.from !== "question" || t.datumOf(whole, item)?.type?.kind !== "date-range") return always;
  const [start, end] = ["start", "end"].map((part) => variable(factVariable(t, [...whole, part], item), one));
  return start && end ? lineHolds({ sum: differenceOf(end, start), strict: false }) : always;
}

/** The variable that says whether an any-of answer includes a choice. */
export function includesVariable(t: Translation, fact: Expression & { op: "fact" }, option: string): string {
  const whole = factVariable(t, fact.path, fact.item);
  const name = nameOfIncludes(whole, option);
  if (!t.vocabulary.isNew(name)) return name;
  const options = t.optionsOf(t.datumOf(fact.path, fact.item));
  for (const one of new Set([option, ...options.map(({ value }) => value)])) {
    const own = nameOfIncludes(whole, one);
    t.vocabulary.choice(own, ["yes", "no"]);
    t.vocabulary.axiom(own, () => ofChoices(t, whole, one, options));
  }
  return name;
}

function nameOfIncludes(whole: string, option: string): string {
  return `${whole} includes ${option}`;
}

/** Of a longer list it is not looked at that whoever answers chooses something. */
const mostChoices = 40;

/** What is included was answered and shown; whoever answers chooses something; what stands on its own goes with nothing else. */
function ofChoices(t: Translation, whole: string, option: string, options: readonly Option[]): Formula {
  const includes = (value: string) => among(nameOfIncludes(whole, value), ["yes"]);
  const isThere = among(whole, [absent], true);
  const own = options.find(({ value }) => value === option);
  const apart = options.filter(
    ({ value, onItsOwn }) => value !== option && (onItsOwn === true || own?.onItsOwn === true),
  );
  const when = allOf([isThere, isShown(t, own), ...apart.map(({ value }) => opposite(includes(value)))]);
  const isSomething = own && options.length <= mostChoices;
  return allOf([
    implies(includes(option), when),
    isSomething ? implies(isThere, anyOf(options.map(({ value }) => includes(value)))) : always,
  ]);
}

/** A choice that is hidden does not count. */
function isShown(t: Translation, option: Option | undefined): Formula {
  return option?.showWhen === undefined ? always : t.formYes(option.showWhen);
}

/** One choice is the answer only while it is shown. */
function ofOptions(t: Translation, datum: Datum, name: string): Formula {
  if (datum.type?.kind !== "one-of") return always;
  return allOf(t.optionsOf(datum).map((option) => implies(among(name, [option.value]), isShown(t, option))));
}

/** The variable of a named rule that gives a number or a choice, with how it is worked out as its axiom. */
export function ruleVariable(t: Translation, id: string): string {
  const name = `rule ${id}`;
  const rule = t.model.rules.get(id);
  const { vocabulary } = t;
  if (!rule || !vocabulary.isNew(name)) return name;
  if (kindOfType(rule.gives) === "number") {
    vocabulary.choice(name, [there, absent]);
    vocabulary.amount(name, isWholeType(rule.gives), nearOf(t, rule.gives));
    vocabulary.axiom(name, () => workedOut(t, name, rule.expression, rule.gives));
    vocabulary.range(name, () => {
      const sums = t.amounts(rule.expression).map(({ sum }) => sum);
      const range = rangeOfWays(t, sums);
      return sums.every((sum) => isInCoins(t, sum)) ? range : roomForCoins(range, rule.gives);
    });
  } else {
    const list = rule.gives.list === undefined ? undefined : t.model.lists[rule.gives.list];
    vocabulary.choice(name, [...(list ? list.options.map((option) => option.value) : [otherWords]), absent]);
    vocabulary.axiom(name, () => chosen(t, name, rule.expression));
  }
  return name;
}

/** A half coin may be rounded up. */
function roomForCoins({ low, high }: Range, gives: Type): Range {
  return gives.kind === "money" ? { low: low && minus(low, one), high: high && plus(high, one) } : { low, high };
}

function workedOut(t: Translation, name: string, expression: Expression, gives: Type): Formula {
  const amounts = t.amounts(expression);
  const ways = amounts.map(({ when, sum }) =>
    allOf([
      when,
      among(name, [there]),
      gives.kind === "money" ? inCoins(t, name, sum) : isEqual(variable(name, one), sum),
    ]),
  );
  const nothing = allOf([...amounts.map(({ when }) => opposite(when)), among(name, [absent])]);
  return anyOf([...ways, nothing]);
}

function chosen(t: Translation, name: string, expression: Expression): Formula {
  const choices = t.choices(expression);
  for (const { value } of choices) t.vocabulary.widen(name, value);
  const ways = choices.map(({ when, value }) => allOf([when, among(name, [value])]));
  return anyOf([...ways, allOf([...choices.map(({ when }) => opposite(when)), among(name, [absent])])]);
}

/** Whole coins, whatever the answers: nothing has to be rounded. */
function isInCoins({ vocabulary }: Translation, sum: Linear): boolean {
  return (
    isWhole(sum.constant) && [...sum.factors].every(([of, factor]) => isWhole(factor) && vocabulary.isWholeNumber(of))
  );
}

/** Money is whole coins, a half coin rounded up. */
function inCoins(t: Translation, name: string, sum: Linear): Formula {
  if (isInCoins(t, sum)) return isEqual(variable(name, one), sum);
  const half = constant(rational(1n, 2n));
  const own = variable(name, one);
  return allOf([
    lineHolds({ sum: sumOf(differenceOf(sum, own), half), strict: false }),
    lineHolds({ sum: sumOf(differenceOf(own, sum), half), strict: true }),
  ]);
}

/** Both sums are the same. */
export function isEqual(left: Linear, right: Linear): Formula {
  return allOf([
    lineHolds({ sum: differenceOf(left, right), strict: false }),
    lineHolds({ sum: differenceOf(right, left), strict: false }),
  ]);
}
