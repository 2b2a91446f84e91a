// How many choices are ticked, against a number: which of them are together is looked at, as long as that is not too much.
import type { ComparisonExpression } from "#contract";
import { includesVariable } from "./facts.ts";
import { allOf, always, among, anyOf, type Formula, never } from "./formula.ts";
import type { Translation } from "./translation.ts";

/** More groups of choices are not written out. */
const mostGroups = 200;

/** Undefined for what is no number of ticked choices of a list in the text, and for long lists. */
export function ticked(t: Translation, { op, left, right }: ComparisonExpression): Formula | undefined {
  if (left.op !== "entries" || left.of.op !== "fact" || right.op !== "literal" || typeof right.value !== "number")
    return undefined;
  const fact = left.of;
  const datum = t.datumOf(fact.path, fact.item);
  const options = datum?.type?.kind === "any-of" ? t.optionsOf(datum) : [];
  const count = right.value;
  if (options.length === 0 || !Number.isInteger(count)) return undefined;
  const names = options.map(({ value }) => includesVariable(t, fact, value));
  const [atMost, atLeast] = [(most: number) => noMore(names, most), (least: number) => noFewer(names, least)];
  switch (op) {
    case "at-most":
      return atMost(count);
    case "under":
      return atMost(count - 1);
    case "at-least":
      return atLeast(count);
    case "over":
      return atLeast(count + 1);
    case "is": {
      const [most, least] = [atMost(count), atLeast(count)];
      return most && least && allOf([most, least]);
    }
    case "is-not":
    case "includes":
      return undefined;
  }
}

/** Of every group of one more, one is not ticked. */
function noMore(names: readonly string[], most: number): Formula | undefined {
  if (most < 0) return never;
  const groups = groupsOf(names, most + 1);
  return groups && allOf(groups.map((group) => anyOf(group.map((name) => among(name, ["no"])))));
}

/** Of every group that leaves out one fewer, one is ticked. */
function noFewer(names: readonly string[], least: number): Formula | undefined {
  if (least <= 0) return always;
  if (least > names.length) return never;
  const groups = groupsOf(names, names.length - least + 1);
  return groups && allOf(groups.map((group) => anyOf(group.map((name) => among(name, ["yes"])))));
}

function groupsOf(names: readonly string[], size: number): (readonly string[])[] | undefined {
  let groups: (readonly string[])[] = [[]];
  for (const [at, name] of names.entries()) {
    const left = names.length - at - 1;
    groups = groups.flatMap((group) =>
      [group, [...group, name]].filter(({ length }) => length <= size && length + left >= size),
    );
    if (groups.length > mostGroups * 4) return undefined;
  }
  return groups.length > mostGroups ? undefined : groups;
}
