// What kind of value an expression gives, as far as its text depends on it: whole numbers need no tidying after plus and times,
// lengths of time are ordered by a function, lists must stay lists. Reads the contract only.
import type { Expression, Service, Type } from "#contract";
import { collectQuestions, type Questions } from "../json-schema/questions.ts";

type Kind = Type["kind"];

/** The kinds of questions by dotted path; of questions of a repeat's item by the item's key, a colon, and the path. */
export type FactKinds = ReadonlyMap<string, Kind>;

const wholeKinds: ReadonlySet<string> = new Set<Kind>(["money", "whole-number", "year"]);
const listKinds: ReadonlySet<string> = new Set<Kind>(["any-of", "files", "list"]);

/** The kinds of all questions of a service. */
export function findFactKinds(service: Service): FactKinds {
  const kinds = new Map<string, Kind>();
  const visit = ({ own, repeats, rounds }: Questions, item?: string): void => {
    for (const { part, path } of own) if (part.kind === "field") kinds.set(factKey(path, item), part.type.kind);
    for (const { of, inside } of [...repeats, ...rounds]) visit(inside, of.itemKey);
  };
  visit(collectQuestions(service));
  return kinds;
}

function factKey(path: readonly string[], item: string | undefined): string {
  return (item === undefined ? "" : `${item}:`) + path.join(".");
}

/** The kind of an expression's value where it can be told; nothing where it cannot. */
function kindOf(expression: Expression, service: Service, facts: FactKinds): Kind | undefined {
  switch (expression.op) {
    case "literal":
      return expression.type.kind;
    case "length":
      return "duration";
    case "fact":
      return facts.get(factKey(expression.path, expression.item));
    case "rule":
      return service.rules[expression.id]?.gives.kind;
    case "exceptions":
      return kindOf(expression.otherwise, service, facts);
    case "dated":
      return expression.entries[0] && kindOf(expression.entries[0].value, service, facts);
    case "bounded":
      return kindOf(expression.value, service, facts);
    case "table":
      return expression.rows[0] && kindOf(expression.rows[0].value, service, facts);
    case "highest":
    case "lowest":
      return expression.of && kindOf(expression.of, service, facts);
    case "else":
      return kindOf(expression.left, service, facts) ?? kindOf(expression.right, service, facts);
    default:
      return undefined;
  }
}

/** True for a length of time: compared by a function, for JSONata has no order between records. */
export function isLength(expression: Expression, service: Service, facts: FactKinds): boolean {
  return kindOf(expression, service, facts) === "duration";
}

/** True for a list of choices or files. */
export function isListed(expression: Expression, service: Service, facts: FactKinds): boolean {
  return listKinds.has(kindOf(expression, service, facts) ?? "");
}

/** True for what surely is a whole number when it is there: money in coins, counts, and what plus, minus and times make of them. */
export function isWhole(expression: Expression, service: Service, facts: FactKinds): boolean {
  const whole = (part: Expression): boolean => isWhole(part, service, facts);
  switch (expression.op) {
    case "literal":
      return Number.isInteger(expression.value);
    case "count":
    case "since":
    case "characters":
    case "word-count":
    case "entries":
      return true;
    case "add":
    case "subtract":
    case "times":
    case "else":
      return whole(expression.left) && whole(expression.right);
    case "sum":
    case "highest":
    case "lowest":
      return expression.of !== undefined && whole(expression.of);
    case "exceptions":
      return whole(expression.otherwise) && expression.cases.every(({ value }) => whole(value));
    case "dated":
      return expression.entries.every(({ value }) => whole(value));
    case "bounded":
      return [expression.value, expression.below, expression.above].every((part) => part === undefined || whole(part));
    case "fact":
    case "rule":
      return wholeKinds.has(kindOf(expression, service, facts) ?? "");
    default:
      return false;
  }
}
