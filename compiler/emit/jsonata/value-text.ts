// Values as JSONata text: amounts, dates, choices among values, sums over lists. What is not known is nothing.
import type { AggregateExpression, ArithmeticExpression, Expression, TableExpression } from "#contract";
import { endsOtherwise } from "#support/dates.ts";
import { isCondition } from "../conditions/condition-text.ts";
import { openText, testText } from "./condition-text.ts";
import { type FactKinds, isListed, isWhole } from "./kinds.ts";
import { factText, itemsText, type Place, quote, type Texts, wholeFactText } from "./place.ts";

/** What the texts of a rule are made in. */
export function textsOf(place: Place, facts: FactKinds): Texts {
  const texts: Texts = { place, facts, value: (expression) => valueText(expression, texts) };
  return texts;
}

/** The text of any expression as a value. */
function valueText(expression: Expression, texts: Texts): string {
  if (isCondition(expression)) return openText(expression, texts);
  const { place, facts } = texts;
  const of = (part: Expression): string => valueText(part, texts);
  const call = (helper: string, ...args: string[]): string => `${place.use(helper)}(${args.join(", ")})`;
  switch (expression.op) {
    case "literal":
      return quote(expression.value);
    case "length":
      return `{ "amount": ${expression.length.amount}, "unit": ${quote(expression.length.unit)} }`;
    case "today":
      return "$today";
    case "date-applied":
      return "$dateApplied";
    case "fact":
      return isListed(expression, place.service, facts)
        ? wholeFactText(expression.path, expression.item, place)
        : factText(expression.path, expression.item, place);
    case "rule":
      return askText(expression.id, place);
    case "since":
      return call("since", quote(expression.unit), of(expression.from), of(expression.to), ...calendarOf(expression));
    case "before":
    case "after": {
      const direction = expression.op === "after" ? "1" : "-1";
      return call(
        "shift",
        of(expression.date),
        of(expression.length),
        direction,
        calendarText(expression.calendar, place),
      );
    }
    case "exceptions": {
      const cases = expression.cases.map(({ when, value }) => ({ when, value }));
      return chosenText(cases, expression.otherwise, texts);
    }
    case "dated": {
      const latestFirst = expression.entries.toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
      const entries = latestFirst.map(({ from, value }) => `$dateApplied >= ${quote(from)} ? ${of(value)}`);
      return entries.length === 0 ? "()" : `(${entries.join(" : ")})`;
    }
    case "table":
      return tableText(expression, texts);
    case "bounded": {
      const raised = expression.below
        ? call("neverBelow", of(expression.value), of(expression.below))
        : of(expression.value);
      return expression.above ? call("neverAbove", raised, of(expression.above)) : raised;
    }
    case "rounded":
      return call("roundTo", of(expression.value), quote(expression.mode), of(expression.to));
    case "matches": {
      const value = of(expression.value);
      return `($exists(${value}) ? $contains(${value}, /^(?:${expression.pattern.replaceAll("/", "\\/").replaceAll("\\\\/", "\\/")})$/))`;
    }
    case "characters":
      return `($exists(${of(expression.of)}) ? $length(${of(expression.of)}))`;
    case "word-count":
      return `($exists(${of(expression.of)}) ? $count($match(${of(expression.of)}, /\\S+/)))`;
    case "entries":
      return `($exists(${of(expression.of)}) ? $count(${of(expression.of)}))`;
    case "dated-on":
      return expression.of.op === "fact"
        ? factText([...expression.of.path, "datedOn"], expression.of.item, place)
        : `${of(expression.of)}.datedOn`;
    case "count":
    case "sum":
    case "highest":
    case "lowest":
    case "average":
      return aggregateText(expression, texts);
    default:
      return arithmeticText(expression, texts);
  }

  function calendarOf({ unit, calendar }: { unit: string; calendar?: string }): string[] {
    const named = place.service.calendars[calendar ?? place.service.route?.calendar ?? ""];
    const counts = unit === "working-days" || (named !== undefined && endsOtherwise(unit, named));
    return counts ? [calendarText(calendar, place)] : [];
  }
}

/** A rule's variable; of a rule for an item, its function over the items. */
function askText(id: string, place: Place): string {
  const { variable, items } = place.rule(id);
  return items.length === 0 ? variable : `${variable}(${items.map((item) => place.item(item)).join(", ")})`;
}

/** A calendar as the functions of the library want it: Monday to Friday where none is named. */
function calendarText(name: string | undefined, { service }: Place): string {
  const calendar = service.calendars[name ?? service.route?.calendar ?? ""];
  const workingDays = calendar?.workingDays ?? [1, 2, 3, 4, 5];
  const closed = (calendar?.closed ?? []).map(({ on }) => quote(on));
  const { yearsFrom29FebruaryEndOn, monthsEndOn } = calendar ?? {};
  const ends = Object.entries({ yearsFrom29FebruaryEndOn, monthsEndOn }).flatMap(([member, end]) =>
    end === undefined ? [] : [`, ${quote(member)}: ${quote(end)}`],
  );
  return `{ "workingDays": [${workingDays.join(", ")}], "closed": [${closed.join(", ")}]${ends.join("")} }`;
}

const signs = { add: "+", subtract: "-", times: "*" } as const;

function arithmeticText(expression: ArithmeticExpression, texts: Texts): string {
  const { op, left, right } = expression;
  const { place, facts } = texts;
  const [one, other] = [valueText(left, texts), valueText(right, texts)];
  switch (op) {
    case "else":
      // After anything but a plain path `??` has had defects (jsonata #773).
      return left.op === "fact" ? `(${one} ?? ${other})` : `${place.use("orElse")}(${one}, ${other})`;
    case "divided-by":
      return `${place.use("dividedBy")}(${one}, ${other})`;
    case "percent-of":
      return `${place.use("percentOf")}(${one}, ${other})`;
    default: {
      const text = `(${one} ${signs[op]} ${other})`;
      return isWhole(expression, place.service, facts) ? text : `${place.use("tidy")}${text}`;
    }
  }
}

/** The first value whose test is yes, else the last one. */
function chosenText(
  cases: readonly { readonly when: Expression; readonly value: Expression }[],
  otherwise: Expression | undefined,
  texts: Texts,
): string {
  const chosen = cases.map(({ when, value }) => `${testText(when, true, texts)} ? ${valueText(value, texts)}`);
  const all = otherwise ? [...chosen, valueText(otherwise, texts)] : chosen;
  return all.length === 0 ? "()" : `(${all.join(" : ")})`;
}

function tableText({ policy, rows, otherwise }: TableExpression, texts: Texts): string {
  if (policy === "exactly-one" || policy === "first") return chosenText(rows, otherwise, texts);
  const fitting = rows.map(
    ({ when, value }) => `{ "fits": ${testText(when, true, texts)}, "value": ${valueText(value, texts)} }`,
  );
  const last = otherwise ? [valueText(otherwise, texts)] : [];
  return `${texts.place.use("combineRows")}(${[quote(policy), `[${fitting.join(", ")}]`, ...last].join(", ")})`;
}

function aggregateText({ op, list, item, of, where }: AggregateExpression, texts: Texts): string {
  const { place, facts } = texts;
  const variable = place.item(item);
  const all = itemsText(list, place);
  const items = where ? `$filter(${all}, function(${variable}) { ${testText(where, true, texts)} })` : all;
  if (of === undefined) return op === "count" ? `$count(${items})` : `${place.use(aggregates[op])}([])`;
  // A list around the whole: a list of one value would be opened, of none it would be nothing.
  const values = `[$map(${where ? `[${items}]` : items}, function(${variable}) { ${valueText(of, texts)} })]`;
  if (op === "count") return `$count(${values})`;
  return op === "sum" && isWhole(of, place.service, facts)
    ? `$sum(${values})`
    : `${place.use(aggregates[op])}(${values})`;
}

const aggregates = { count: "total", sum: "total", highest: "highest", lowest: "lowest", average: "average" } as const;
