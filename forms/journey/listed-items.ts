// Which items a list has: those of a register first, then those that the person added. A register's items have ids made
// from the record's name and their place in it, so that answers stay with them from one look to the next.
import type { Repeat } from "#contract";
import type { Answers, Draft, Value } from "#contract/facts.ts";
import { own } from "#support/facts.ts";
import { fillingValue } from "./filled-from.ts";
import { answerAt } from "./path.ts";
import type { PagePlace } from "./shapes.ts";
import type { Walker } from "./walker.ts";

/** The items of one list. */
export interface ListedItems {
  readonly ids: readonly string[];
  /** What the register says, by the item's id. */
  readonly filled: ReadonlyMap<string, NonNullable<PagePlace["filled"]>>;
  /** Only the register says which items there are. */
  readonly fixed: boolean;
}

/** The items of a repeat whose list stands at this path of the draft. */
export function listedItems(walker: Walker, repeat: Repeat, path: string): ListedItems {
  const stored = idsIn(answerAt(walker.draft.answers, path));
  const { prefill } = repeat;
  if (!prefill) return { ids: stored, filled: new Map(), fixed: false };
  const from = prefill.from;
  const list = fillingValue(walker.draft, walker.values, prefill);
  const records: readonly Value[] = Array.isArray(list) ? list : [];
  const added = stored.filter((id) => !isOfRecord(id, from[0] ?? ""));
  const locked = prefill.mode === "locked";
  // What was typed while the register did not answer stays, and the officer sees that it is not verified.
  if (locked && added.length > 0) return { ids: added, filled: new Map(), fixed: false };
  const filled = new Map(
    records.flatMap((record, index) => {
      const id = `${from[0]}-${index + 1}`;
      return isRemoved(walker.draft, path, id) ? [] : [[id, { from, record: asAnswers(record) }] as const];
    }),
  );
  return { ids: [...filled.keys(), ...added], filled, fixed: locked && filled.size > 0 };
}

function asAnswers(value: Value): Answers {
  return typeof value === "object" && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {};
}

function idsIn(list: Value | undefined): string[] {
  return (Array.isArray(list) ? list : []).map((item: Value) => own(item, "id")).filter((id) => typeof id === "string");
}

/** True for the id of an item that a record gave: family-1. */
export function isOfRecord(id: string, record: string): boolean {
  return record !== "" && id.startsWith(`${record}-`) && /^\d+$/.test(id.slice(record.length + 1));
}

/** Taking an item of a register away is a correction, kept beside the answers. */
export function isRemoved(draft: Draft, path: string, id: string): boolean {
  return draft.origins[`${path}.${id}`]?.kind === "corrected";
}
