// A list of items on the path: its own page, and the pages inside each item. Items are known by their ids, so that an
// answer stays with its item when others are moved or go.
import type { Repeat, Step, Type } from "#contract";
import type { Origin, Value } from "#contract/facts.ts";
import { valueAtDotted } from "#support/facts.ts";
import { listAddress } from "#support/list-address.ts";
import { withFilledLists } from "#support/words.ts";
import { withChecks } from "./checks.ts";
import { showValue } from "./fill.ts";
import { filledFrom } from "./filled-from.ts";
import { type ListedItems, listedItems } from "./listed-items.ts";
import { put } from "./path.ts";
import type { AnswerProblem, JourneyField, JourneyRepeat, JourneyStep } from "./shapes.ts";
import { spoken } from "./walk-page.ts";
import type { Place, Walker } from "./walker.ts";

/** The list's own page, then the pages of each item; `walkStep` is how a journey walks any step, handed in. */
export function walkRepeat(walker: Walker, repeat: Repeat, place: Place, walkStep: WalkStep): JourneyStep[] {
  if (!walker.holds(repeat.showWhen, place)) return [];
  const address = `${place.address}/${listAddress(repeat)}`;
  const own = [...(repeat.within ?? []), repeat.key];
  const path = place.prefix + own.join(".");
  walker.asked.add(path);
  const listed = listedItems(walker, repeat, path);
  const records = listed.ids.map((id): Record<string, Value> => ({ id }));
  if (records.length > 0) put(place.record, own, records);
  walker.lists.set(path, { records, filled: listed.filled });
  const depth = place.depth + own.length;
  const items = records.map((record, index) =>
    walkItem(walker, repeat, place, { record, index, address, path, depth, listed }, walkStep),
  );
  const title = walker.words(repeat.title, place);
  const problems = [
    ...tooFew(walker, repeat, { ids: listed.ids, address, path, title }),
    ...items.flatMap((item) => item.problems),
  ];
  const complete =
    listed.ids.length >= repeat.atLeast && items.every((item) => item.row.complete) && problems.length === 0;
  const looked = walker.draft.passed.includes(address);
  const list: JourneyRepeat = {
    kind: "repeat",
    repeat,
    path,
    address,
    section: place.section,
    title,
    items: items.map((item) => item.row),
    fixed: listed.fixed,
    complete,
    done: complete && looked,
    begun: looked || listed.ids.length > 0,
    problems,
  };
  return [list, ...items.flatMap((item) => item.steps)];
}

type WalkStep = (walker: Walker, step: Step, place: Place) => JourneyStep[];

interface ListPlace {
  readonly ids: readonly string[];
  readonly address: string;
  readonly path: string;
  readonly title: string;
}

function tooFew(walker: Walker, repeat: Repeat, { ids, address, path, title }: ListPlace): AnswerProblem[] {
  if (ids.length >= repeat.atLeast || !walker.draft.passed.includes(address)) return [];
  const message = walker.setting.words.tooFewItems({ count: repeat.atLeast, label: title });
  return [{ path, control: "_do", message, address }];
}

interface ItemPlace {
  readonly record: Record<string, Value>;
  readonly index: number;
  readonly address: string;
  readonly path: string;
  readonly depth: number;
  readonly listed: ListedItems;
}

function walkItem(
  walker: Walker,
  repeat: Repeat,
  place: Place,
  { record, index, address, path, depth, listed }: ItemPlace,
  walkStep: WalkStep,
) {
  const id = String(record["id"]);
  const filled = listed.filled.get(id);
  const inside: Place = {
    section: place.section,
    address: `${address}/${id}`,
    prefix: `${path}.${id}.`,
    depth,
    record,
    items: { ...place.items, [repeat.itemKey]: record },
    item: { repeat: address, id },
    listed: { path, id },
    ...(filled ? { filled } : {}),
  };
  const walked = repeat.steps.flatMap((step) => walkStep(walker, step, inside));
  const checked = withChecks(walker, walked, repeat.checks ?? [], inside);
  const rows = rowsOf(walker, repeat, checked, inside);
  const number = walker.setting.words.itemNumber({ name: spoken(repeat.itemName), number: index + 1 });
  const title = rows[0]?.text || number;
  // Whoever went on from the list has seen what a register filled in.
  const looked = walker.draft.passed.includes(address);
  const steps = checked.map((step) =>
    step.kind === "page" ? { ...step, caption: title, done: step.done || (looked && step.complete) } : step,
  );
  const pages = steps.filter((step) => step.kind === "page");
  const open = pages.find((page) => !page.complete)?.address;
  const origin = filled ? originOfItem(walker, repeat) : undefined;
  const row: JourneyRepeat["items"][number] = {
    id,
    title,
    address: pages[0]?.address ?? address,
    ...(open ? { open } : {}),
    rows,
    complete: steps.every((step) => step.kind !== "stop" && step.complete),
    ...(origin ? { origin } : {}),
  };
  return { row, steps, problems: homeless(walker, repeat, pages, inside, { path, address }) };
}

/** Broken demands of the item that no page of it names stand with the list. */
function homeless(
  walker: Walker,
  repeat: Repeat,
  pages: readonly Extract<JourneyStep, { kind: "page" }>[],
  inside: Place,
  { path, address }: Pick<ListPlace, "path" | "address">,
): AnswerProblem[] {
  const shown = pages.flatMap((page) => page.alsoChecked ?? []);
  return (repeat.checks ?? [])
    .filter((demand) => !shown.includes(demand) && walker.broken(demand.rule, inside))
    .map((demand) => ({ path, control: "_do", message: walker.words(demand.otherwise, inside), address }));
}

/** What the list says about an item: what the author chose to show, else every answer. */
function rowsOf(walker: Walker, repeat: Repeat, steps: readonly JourneyStep[], inside: Place) {
  const fields = steps
    .flatMap((step) => (step.kind === "page" ? step.fields : []))
    .filter((field) => field.asked && field.value !== undefined);
  if (!repeat.shows) return fields.map((field) => rowOf(walker, field, inside));
  return repeat.shows.flatMap((path) => {
    const field = fields.find((one) => one.field.path.join(".") === path);
    if (field) return [rowOf(walker, field, inside)];
    const named = walker.service.names[path];
    const last = path.slice(path.lastIndexOf(".") + 1);
    const value = named?.rule ? walker.evaluate(named.rule, inside) : valueAtDotted(inside.record, last);
    if (!named || value === undefined) return [];
    const label = named.label
      ? walker.words(named.label, inside)
      : spoken(named.name.slice(named.name.lastIndexOf("'s ") + 1).replace(/^s /, ""));
    return [{ label, text: said(walker, value, named.type, inside) }];
  });
}

/** The value in words; a choice whose words hold a value of the item (`- half "Half price for {child's name}"`) as people saw it. */
function said(walker: Walker, value: Value, type: Type, inside: Place): string {
  const { service, setting } = walker;
  const list = type.list === undefined ? undefined : service.lists[type.list];
  if (type.list === undefined || list === undefined) return showValue(value, type, service, setting);
  // Only this one list is looked through: there may be many items.
  const { lists } = withFilledLists(
    { lists: { [type.list]: list }, languages: service.languages },
    setting.language,
    (label) => walker.words({ [setting.language]: label }, inside),
  );
  return showValue(value, type, { ...service, lists: { ...service.lists, ...lists } }, setting);
}

function rowOf(walker: Walker, field: JourneyField, inside: Place) {
  return {
    label: field.field.shortName ? walker.words(field.field.shortName, inside) : field.label,
    text: field.value === undefined ? "" : said(walker, field.value, field.field.type, inside),
  };
}

function originOfItem({ draft, setting }: Walker, { prefill }: Repeat): Origin | undefined {
  return prefill && { kind: "prefilled", ...filledFrom(draft, prefill, setting.instant) };
}
