// `for each` on the path: the same pages for each item of a list that is there already, or for each choice. Nothing is added
// or removed here; the answers join the item.
import type { ForEach, Step } from "#contract";
import type { Value } from "#contract/facts.ts";
import { valueAtDotted } from "#support/facts.ts";
import { withChecks } from "./checks.ts";
import type { JourneyStep } from "./shapes.ts";
import type { Place, WalkedList, Walker } from "./walker.ts";

/** The pages of each item; `walkStep` is how a journey walks any step, handed in. */
export function walkForEach(
  walker: Walker,
  each: ForEach,
  place: Place,
  walkStep: (walker: Walker, step: Step, place: Place) => JourneyStep[],
): JourneyStep[] {
  if (!walker.holds(each.showWhen, place)) return [];
  const path = each.list.join(".");
  const list = walker.lists.get(path) ?? chosenList(walker, each, place, path);
  return (list?.records ?? []).flatMap((record) => {
    const id = String(record["id"]);
    const filled = list?.filled.get(id);
    const inside: Place = {
      section: place.section,
      address: `${place.address}/${each.name}/${id}`,
      prefix: `${path}.${id}.`,
      depth: each.list.length,
      record,
      items: { ...place.items, [each.itemKey]: record },
      listed: { path, id },
      ...(filled ? { filled } : {}),
    };
    const steps = each.steps.flatMap((step) => walkStep(walker, step, inside));
    const caption = walker.words(each.title, inside);
    return withChecks(walker, steps, each.checks ?? [], inside).map((step) =>
      step.kind === "page" ? { ...step, caption } : step,
    );
  });
}

/** One item for each choice gone round, the choice as its id, in the order of the list. */
function chosenList(walker: Walker, { choices, list }: ForEach, place: Place, path: string): WalkedList | undefined {
  if (!choices) return undefined;
  const ticked = choices.of === undefined ? undefined : valueAtDotted(walker.values, choices.of);
  const options = (walker.service.lists[choices.list]?.options ?? []).filter(
    (option) =>
      (choices.of === undefined || (Array.isArray(ticked) && ticked.includes(option.value))) &&
      walker.holds(option.showWhen, place),
  );
  const records = options.map((option): Record<string, Value> => ({ id: option.value }));
  const [key = path] = list;
  if (records.length > 0) walker.values[key] = records;
  walker.asked.add(path);
  const made = { records, filled: new Map() };
  walker.lists.set(path, made);
  return made;
}
