// "is asked", "is corrected", "is answered": what rules may know about a question besides its answer. Reads facts only.
import type { Repeat, Service, Step } from "#contract";
import type { Facts } from "#contract/facts.ts";
import { own } from "./facts.ts";
import type { Items } from "./rulebook.ts";

/** Where the items of each repeat stand, by item key: the list's key, and the item around it when repeats nest. */
export type RepeatPlaces = Readonly<Record<string, { readonly key: string; readonly around?: string }>>;

/** Finds every repeat of a service. */
export function findRepeatPlaces(service: Pick<Service, "sections" | "eligibility">): RepeatPlaces {
  const places: Record<string, { key: string; around?: string }> = {};
  const visit = (steps: readonly Step[], around?: Repeat): void => {
    for (const step of steps) {
      // Choices gone round have a list of their own; the items of a repeat are known already.
      if (step.kind === "for-each" && step.choices) places[step.itemKey] = { key: step.list.join(".") };
      if (step.kind !== "repeat") continue;
      places[step.itemKey] = {
        key: [...(step.within ?? []), step.key].join("."),
        ...(around && { around: around.itemKey }),
      };
      visit(step.steps, step);
    }
  };
  visit(service.eligibility?.steps ?? []);
  for (const section of service.sections) visit(section.steps);
  return places;
}

/** True when the question at the path, or any question of the set at the path, is in the set of dotted paths. */
export function isIn(paths: ReadonlySet<string>, path: string): boolean {
  if (paths.has(path)) return true;
  const start = `${path}.`;
  for (const other of paths) if (other.startsWith(start)) return true;
  return false;
}

/**
 * Is the question asked (or its prefilled answer corrected)? For a question of a repeat's item the facts may name it
 * with the item's id (members.3f.pay) or, when it is so for all items, without (members.pay).
 */
export function hasState(
  state: "asked" | "corrected",
  path: readonly string[],
  facts: Facts,
  item?: { readonly key: string; readonly items: Items; readonly places: RepeatPlaces },
): boolean {
  const paths = facts[state];
  if (!item) return isIn(paths, path.join("."));
  const rest = path.length > 0 ? `.${path.join(".")}` : "";
  return isIn(paths, prefixOf(item.key, item, true) + rest) || isIn(paths, prefixOf(item.key, item, false) + rest);
}

function prefixOf(itemKey: string, item: { items: Items; places: RepeatPlaces }, withIds: boolean): string {
  const place = item.places[itemKey];
  const around = place?.around === undefined ? "" : `${prefixOf(place.around, item, withIds)}.`;
  const id = own(item.items[itemKey], "id");
  return around + (place?.key ?? itemKey) + (withIds && typeof id === "string" ? `.${id}` : "");
}
