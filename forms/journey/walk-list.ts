// A list of items on the path: its own page, and the pages inside each item. Items are known by their ids, so that an
// answer stays with its item when others are moved or go.
import type { Repeat, Step } from "#contract";
import type { Value } from "#contract/facts.ts";
import { valueAtDotted } from "#support/facts.ts";
import { showValue } from "./fill.ts";
import { answerAt } from "./path.ts";
import type { AnswerProblem, JourneyRepeat, JourneyStep } from "./shapes.ts";
import { spoken } from "./walk-page.ts";
import type { Place, Walker } from "./walker.ts";

/** The list's own page, then the pages of each item; `walkStep` is how a journey walks any step, handed in. */
export function walkRepeat(walker: Walker, repeat: Repeat, place: Place, walkStep: WalkStep): JourneyStep[] {
  if (!walker.holds(repeat.showWhen, place)) return [];
  const address = `${place.address}/${repeat.name}`;
  const path = place.prefix + repeat.key;
  walker.asked.add(path);
  const stored = answerAt(walker.draft.answers, path);
  const ids = (Array.isArray(stored) ? stored : [])
    .map((item: Value) => valueAtDotted(Object(item), "id"))
    .filter((id) => typeof id === "string");
  const list = ids.map((id): Record<string, Value> => ({ id }));
  if (list.length > 0) place.record[repeat.key] = list;
  const items = list.map((record, index) =>
    walkItem(walker, repeat, place, { record, index, address, path }, walkStep),
  );
  const problems: AnswerProblem[] = [];
  const title = walker.words(repeat.title, place);
  if (ids.length < repeat.atLeast && walker.draft.passed.includes(address))
    problems.push({
      path,
      control: "_do",
      message: walker.setting.words.tooFewItems({ count: repeat.atLeast, label: title }),
      address,
    });
  for (const demand of repeat.checks ?? [])
    for (const record of list)
      if (walker.broken(demand.rule, { ...place, items: { ...place.items, [repeat.itemKey]: record } }))
        problems.push({ path, control: "_do", message: walker.words(demand.otherwise, place), address });
  const complete = ids.length >= repeat.atLeast && items.every((item) => item.row.complete) && problems.length === 0;
  const looked = walker.draft.passed.includes(address);
  const own: JourneyRepeat = {
    kind: "repeat",
    repeat,
    path,
    address,
    section: place.section,
    title,
    items: items.map((item) => item.row),
    complete,
    done: complete && looked,
    begun: looked || ids.length > 0,
    problems,
  };
  return [own, ...items.flatMap((item) => item.steps)];
}

type WalkStep = (walker: Walker, step: Step, place: Place) => JourneyStep[];

interface ItemPlace {
  readonly record: Record<string, Value>;
  readonly index: number;
  readonly address: string;
  readonly path: string;
}

function walkItem(
  walker: Walker,
  repeat: Repeat,
  place: Place,
  { record, index, address, path }: ItemPlace,
  walkStep: WalkStep,
) {
  const id = String(record["id"]);
  const inside: Place = {
    section: place.section,
    address: `${address}/${id}`,
    prefix: `${path}.${id}.`,
    depth: place.depth + 1,
    record,
    items: { ...place.items, [repeat.itemKey]: record },
    item: { repeat: address, id },
  };
  const steps = repeat.steps.flatMap((step) => walkStep(walker, step, inside));
  const pages = steps.filter((step) => step.kind === "page");
  const fields = pages.flatMap((page) => page.fields).filter((field) => field.asked && field.value !== undefined);
  const rows = fields.map((field) => ({
    label: field.field.shortName ? walker.words(field.field.shortName, inside) : field.label,
    text: field.value === undefined ? "" : showValue(field.value, field.field.type, walker.service, walker.setting),
  }));
  const open = pages.find((page) => !page.complete)?.address;
  const title = rows[0]?.text || walker.setting.words.itemNumber({ name: spoken(repeat.itemName), number: index + 1 });
  const row: JourneyRepeat["items"][number] = {
    id,
    title,
    address: pages[0]?.address ?? address,
    ...(open ? { open } : {}),
    rows,
    complete: steps.every((step) => step.kind !== "stop" && step.complete),
  };
  return { row, steps };
}
