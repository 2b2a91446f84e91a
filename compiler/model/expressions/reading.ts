// Reading something by its name: which expression fetches it, and which list a path runs through.

import type { PathNode, Span } from "../../syntax/tree.ts";
import type { Building, Situation } from "../building.ts";
import type { Datum } from "../model.ts";
import { itemNamed, itemOfList } from "../names/items.ts";
import { findDatum } from "../names/names.ts";
import type { Expression, Key, Path } from "../shapes.ts";
import { broken, type Typed } from "./typed.ts";

/** The datum read at this place. A calculation that is not worked out yet is worked out first. */
export function readDatum(building: Building, datum: Datum, span: Span, at: Situation): Typed {
  const known = workedOut(building, datum, span);
  building.readings.push({ datum: known, span, at });
  noteLevel(building, known, span);
  if (!known.type) return broken(span);
  const side = { type: known.type, span, said: known.said, datum: known };
  return { expression: expressionOf(known), ...side };
}

/** A rule by its id, anything else by its path. */
export function expressionOf(datum: Datum): Expression {
  if (datum.rule !== undefined) return { op: "rule", id: datum.rule };
  return { op: "fact", path: [...datum.path], ...(datum.item && { item: datum.item.key }) };
}

/** Through so many others, one after the other, a value may be worked out: as deep as what reads the rules goes into them. */
export const longestChain = 200;

/** The datum with its kind known, after its rule was worked out. A rule that needs itself is a finding, and one that needs too many. */
export function workedOut(building: Building, datum: Datum, span: Span): Datum {
  if (building.working.has(datum.said)) {
    const through = [...building.working].slice([...building.working].indexOf(datum.said));
    building.findings.push({ kind: "circle", name: datum.said, span, through });
    return { ...datum, type: undefined };
  }
  const waits = building.waiting.get(datum.said);
  const isLong = waits !== undefined && building.working.size >= longestChain;
  if (!isLong) waits?.();
  const depth = building.depths.get(datum.said) ?? 0;
  if (isLong || depth >= longestChain) {
    building.findings.push({ kind: "chain-too-long", span });
    return { ...datum, type: undefined };
  }
  const [reader] = [...building.working].slice(-1);
  if (reader !== undefined && datum.rule !== undefined)
    building.depths.set(reader, Math.max(building.depths.get(reader) ?? 0, depth + 1));
  return building.data.get(datum.said) ?? datum;
}

const ranks = { low: 0, substantial: 1, high: 2 } as const;

/** A level of assurance, and where it is written. */
interface Assured {
  readonly level: keyof typeof ranks;
  readonly at?: Span | undefined;
}

/** Notes that identity supplies this only at a higher level than that of sign-in, or than the one asked for at this place. */
export function noteLevel(
  building: Building,
  datum: Datum,
  span: Span,
  has: Assured | undefined = building.signsIn,
): void {
  if (datum.level === undefined || (has && ranks[datum.level] <= ranks[has.level])) return;
  building.findings.push({
    kind: "level-too-low",
    said: datum.said,
    needs: datum.level,
    ...(has && { has: has.level, ...(has.at && { levelAt: has.at }) }),
    span,
  });
}

/** A list that a path runs through: `members`, or `member's pay` with the part it speaks of. */
export interface ListRead {
  readonly path: Path;
  readonly item: Key;
  readonly part?: Typed;
}

/** The list behind `members` or `member's pay`; undefined and a finding when there is none. */
export function readList(building: Building, node: PathNode, at: Situation): ListRead | undefined {
  const item = itemNamed(
    building,
    node.words.map((word) => word.name),
    at.scope,
  );
  if (item) return { path: item.list, item: item.key };
  const datum = findDatum(building, node, at.scope);
  if (!datum) return undefined;
  const own = itemOfList(building, datum.path);
  if (own) return { path: own.list, item: own.key };
  if (!datum.item) return undefined;
  const part = readDatum(building, datum, node.span, { ...at, needsAnswers: false });
  return { path: datum.item.list, item: datum.item.key, part };
}
