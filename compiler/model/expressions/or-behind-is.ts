// What stands behind `or` after a comparison and is none of its own: a second choice (`zone is zone-a or zone-b`), or an order
// (`age is 18 or more`). Each has one wording here, which is told and offered.

import type { ConditionNode, PredicateNode, Span } from "../../syntax/tree.ts";
import type { Building, Situation } from "../building.ts";
import { lookUp } from "../names/names.ts";
import { sourceText } from "../source-text.ts";
import { saidDifferently } from "./kinds.ts";
import { typeValue } from "./value.ts";

/** `zone is zone-a or zone-b`: the second is a choice of the same question, said `is one of zone-a, zone-b`. */
export function areChoices(building: Building, node: ConditionNode & { kind: "chain" }, at: Situation): boolean {
  const [first, ...others] = node.parts;
  const isOr = node.joiners.every((joiner) => joiner.name === "or");
  const predicate =
    first?.kind === "is" ? first.predicate : first?.kind === "quantified" ? first.is?.predicate : undefined;
  if (!isOr || !first || !predicate || (predicate.kind !== "same" && predicate.kind !== "one-of")) return false;
  const words = others.map((part) => (part.kind === "fact" && part.value.kind === "path" ? part.value.words : []));
  const names = words.map(([word], index) => (words[index]?.length === 1 ? word?.name : undefined));
  if (names.length === 1 && names[0] !== undefined && isOrder(building, node, predicate, names[0], at)) return true;
  if (others.every(isWrittenOut)) return isOneOf(building, node, predicate, others.map(spanOf));
  if (first.kind !== "is") return false;
  const isFree = (name: string | undefined) => name !== undefined && !lookUp(building, [name], at.scope);
  if (names.length === 0 || !names.every(isFree)) return false;
  const left = typeValue(building, first.left, { ...at, needsAnswers: false });
  const list = left.type?.list === undefined ? undefined : building.lists.get(left.type.list);
  if (!names.every((name) => name !== undefined && list?.options.includes(name))) return false;
  return isOneOf(building, node, predicate, others.map(spanOf));
}

const spanOf = ({ span }: ConditionNode): Span => span;

/** `number is 3 or 4`: nothing but a value that is written out. */
function isWrittenOut(part: ConditionNode): boolean {
  return part.kind === "fact" && writtenOut.has(part.value.kind);
}

const writtenOut: ReadonlySet<string> = new Set(["number", "money", "percent", "date", "time", "text"]);

/** Tells that these stand behind `is one of`, and offers it. */
function isOneOf(
  building: Building,
  node: ConditionNode,
  predicate: Extract<PredicateNode, { kind: "same" | "one-of" }>,
  others: readonly Span[],
): true {
  const options = predicate.kind === "same" ? [predicate.value] : predicate.options;
  const said = [...options.map(({ span }) => span), ...others].map((span) => sourceText(building.trees, span));
  const meant = `one of ${said.join(", ")}`;
  const span = { ...node.span, start: predicate.span.start };
  saidDifferently(building, { written: sourceText(building.trees, span), meant, span, text: meant });
  return true;
}

const orders: Readonly<Record<string, "at least" | "at most">> = {
  more: "at least",
  older: "at least",
  higher: "at least",
  longer: "at least",
  above: "at least",
  bigger: "at least",
  later: "at least",
  less: "at most",
  fewer: "at most",
  younger: "at most",
  lower: "at most",
  below: "at most",
  smaller: "at most",
  shorter: "at most",
  earlier: "at most",
};

/** `number is 18 or more` is said `is at least 18`. */
function isOrder(
  building: Building,
  node: ConditionNode,
  predicate: PredicateNode,
  word: string,
  at: Situation,
): boolean {
  const order = orders[word];
  if (order === undefined || predicate.kind !== "same" || lookUp(building, [word], at.scope)) return false;
  const meant = `${order} ${sourceText(building.trees, predicate.span)}`;
  const span = { ...node.span, start: predicate.span.start };
  saidDifferently(building, { written: sourceText(building.trees, span), meant, span, text: meant });
  return true;
}
