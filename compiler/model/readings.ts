// Looks once more at every place where a value is read, now that everything is known: answers that come later (FW404),
// and answers that may be missing where a value is needed (FW403).

import { writtenMoney } from "#support/currencies.ts";
import type { Line } from "../syntax/tree.ts";
import type { Building, Reading } from "./building.ts";
import { mayBeReplaced, wordOf } from "./line.ts";
import type { BuiltRule, Datum, Item } from "./model.ts";
import type { Expression } from "./shapes.ts";
import { familyOf } from "./types/families.ts";

/** Adds the findings about readings. */
export function judgeReadings(building: Building): void {
  const byPath = new Map<string, Datum>();
  for (const datum of building.data.values()) if (!byPath.has(dottedOf(datum))) byPath.set(dottedOf(datum), datum);
  for (const reading of building.readings) {
    const { order, seenAt, needsAnswers } = reading.at;
    const turn = order ?? seenAt;
    const isLater = turn !== undefined && judgeOrder(building, byPath, reading, turn);
    if (needsAnswers && !(isLater && seenAt !== undefined)) judgeMissing(building, reading);
  }
}

/** Whether it, or what it is worked out from, comes later. */
function judgeOrder(
  building: Building,
  byPath: ReadonlyMap<string, Datum>,
  { datum, at, span }: Reading,
  order: number,
): boolean {
  const isLater = datum.order !== undefined && datum.order > order;
  if (isLater) building.findings.push({ kind: "asked-later", datum, line: at.line, span });
  if (datum.rule === undefined) return isLater;
  for (const read of factsRead(building, { op: "rule", id: datum.rule })) {
    const later = byPath.get(read);
    if (later?.order === undefined || later.order <= order) continue;
    building.findings.push({ kind: "asked-later", datum: later, line: at.line, span, through: datum.said });
    return true;
  }
  return isLater;
}

/** Dotted paths of all facts an expression reads, through rules too, in the order met. */
export function factsRead(
  building: { readonly rules: ReadonlyMap<string, BuiltRule>; readonly items: ReadonlyMap<string, Item> },
  expression: Expression,
): Set<string> {
  const paths = new Set<string>();
  const seen = new Set<string>();
  const lists = new Map([...building.items.values()].map((item) => [item.key, item.list] as const));
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (typeof node !== "object" || node === null || Array.isArray(node)) return;
    const op = "op" in node ? node.op : undefined;
    if (op === "rule" && "id" in node && typeof node.id === "string" && !seen.has(node.id)) {
      seen.add(node.id);
      visit(building.rules.get(node.id)?.expression);
    }
    if ("list" in node && Array.isArray(node.list)) paths.add(node.list.join("."));
    // An item's answer is known by its list: pensions.monthly.
    if ("path" in node && Array.isArray(node.path))
      paths.add([...(("item" in node && lists.get(String(node.item))) || []), ...node.path].join("."));
    for (const value of Object.values(node)) if (typeof value === "object") visit(value);
  };
  visit(expression);
  return paths;
}

/** The datum's path in the answers as a whole. */
export function dottedOf({ item, path }: Datum): string {
  return item ? [...item.list, ...path].join(".") : path.join(".");
}

function judgeMissing(building: Building, reading: Reading): void {
  const { datum, at, span } = reading;
  if (datum.from === "rule" || datum.from === "case" || datum.from === "stage" || datum.from === "identity") return;
  if (datum.order === undefined || (datum.item && at.scope.item?.key !== datum.item.key)) return;
  const known = at.known.flatMap((expression) => conjuncts(building, expression));
  if (isShownToBeThere(known, datum)) return;
  const askedWhen = building.asked.get(dottedOf(datum))?.askedWhen;
  const ofList = datum.item && building.asked.get(datum.item.list.join("."))?.askedWhen;
  // Where an item is spoken of there is one: what its list hangs on is yes.
  const given = ofList === undefined ? [] : conjuncts(building, { op: "rule", id: ofList });
  const all = askedWhen === undefined ? [] : conjuncts(building, { op: "rule", id: askedWhen });
  const needed = all.filter((condition) => !given.some((one) => same(one, condition)));
  const isAsked = needed.every((condition) => known.some((one) => same(one, condition)));
  const mayFail = datum.from === "fetched" || (datum.line !== undefined && mayBeReplaced(datum.line) && !datum.rule);
  if (isAsked && !datum.optional && !mayFail) return;
  const shows = datum.line?.children.find((line) => line.form === "show when <c>");
  const nothing = nothingOf(building, datum);
  building.findings.push({
    kind: "may-be-missing",
    datum,
    ...(shows && { asked: shows.span }),
    span,
    line: at.line,
    ...(nothing !== undefined && { nothing }),
    ...(at.whole && { whole: at.whole }),
    plain: isPlainLine(at.line),
    known: at.known,
    passedOver: [...(at.passedOver ?? []), ...(at.notAnswered ?? [])],
    ...(at.order !== undefined && { order: at.order }),
    inWords: at.inWords === true,
  });
}

function isPlainLine(line: Line): boolean {
  return wordOf(line) === "calculate";
}

/** What counts as nothing for that kind of answer, as one writes it; undefined where there is no such thing, as of a day or of words. */
function nothingOf({ currency }: Building, { type }: Datum): string | undefined {
  if (type?.kind === "money") return writtenMoney("0", currency?.code ?? "GBP");
  if (type?.kind === "percentage") return "0%";
  return type === undefined || familyOf(type) === "number" ? "0" : undefined;
}

/** The parts of a condition that must all be yes, rules opened up. */
function conjuncts(building: Building, expression: Expression): Expression[] {
  if (expression.op === "and") return expression.parts.flatMap((part) => conjuncts(building, part));
  if (expression.op !== "rule") return [expression];
  const rule = building.rules.get(expression.id);
  return rule?.gives.kind === "yes-or-no" ? conjuncts(building, rule.expression) : [expression];
}

/** Something known to be yes compares the answer or says that it is answered: then it is there. */
function isShownToBeThere(known: readonly Expression[], datum: Datum): boolean {
  const isIt = (node: Expression) => node.op === "fact" && node.path.join(".") === datum.path.join(".");
  return known.some((condition) => {
    if (condition.op === "answered")
      return condition.path.join(".") === datum.path.slice(0, condition.path.length).join(".");
    if ("left" in condition) return isIt(condition.left) || isIt(condition.right);
    return condition.op === "one-of" && isIt(condition.value);
  });
}

function same(one: Expression, two: Expression): boolean {
  return JSON.stringify(one) === JSON.stringify(two);
}
