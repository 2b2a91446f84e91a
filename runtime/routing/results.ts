// What came of work that several people do at the same time, as rules and words may read it: how many checks are done, the
// list of several people's views, and in each item what its own check found. Reads a case, changes nothing.
import type { Check, Service, Stage } from "#contract";
import type { Answers, Value } from "#contract/facts.ts";
import { isRecord, itemsAt, valueAt, withoutValueAt, withValueAt } from "#support/facts.ts";
import type { Case, CheckVisit, Task, View } from "./case.ts";
import { keyOf } from "./keys.ts";

type Where = Pick<Task, "stage" | "visit" | "check">;

/** The id that the check of an item is known by. A list that came from a register may have none: then it is the item's number. */
export function itemId(item: Answers, index: number): string {
  const { id } = item;
  return typeof id === "string" || typeof id === "number" ? String(id) : String(index + 1);
}

/** The items of a list with their ids. */
export function itemsOf(answers: Answers, list: readonly string[]): { readonly id: string; readonly item: Answers }[] {
  return itemsAt(answers, list).map((item, index) => ({ id: itemId(item, index), item }));
}

/** How far the checks of the present visit are, as `when all are done` reads it; nothing before they are opened. */
export function doneFacts({ place, doing, checks = [] }: Pick<Case, "place" | "doing" | "checks">): Answers {
  if (place.kind !== "stage" || doing) return {};
  const here = checks.filter(({ stage, visit }) => stage === place.stage && visit === place.visit);
  const done = here.filter(({ state }) => state === "done" || state === "skipped").length;
  const counts = here.map((_, index) => [`done${index + 1}`, done >= index + 1] as const);
  return {
    allDone: here.every(({ state }) => state !== "open"),
    anyDone: done > 0,
    ...Object.fromEntries(counts),
  };
}

/** The views of one piece of work in its visit. */
export function viewsOf({ views = [] }: Pick<Case, "views">, { stage, visit, check }: Where): View[] {
  return views.filter((one) => one.stage === stage && one.visit === visit && one.check === check);
}

/** Values that stages and checks stand for by their names, put over the others: views, and the results in items. */
export function withResults(service: Service, present: Case, values: Answers): Answers {
  let all = values;
  for (const stage of service.route?.stages ?? []) {
    const visit = present.visits[stage.name] ?? 0;
    all = withViews(present, all, stage, { stage: stage.name, visit });
    for (const check of stage.checks ?? []) {
      const last = present.checks?.findLast((one) => one.check === check.name && one.state !== "skipped");
      if (check.forEach) all = withItemResults(present, all, check);
      else if (last) all = withViews(present, all, check, { stage: last.stage, visit: last.visit, check: last.id });
    }
  }
  return all;
}

/** What several people agree on, and a second person has still to confirm: no rule sees it until then (R14). */
export function isOnlyProposed({ proposals = [] }: Pick<Case, "proposals">, { stage, visit, check }: Where): boolean {
  return (
    check === undefined &&
    proposals.some((one) => one.state === "proposed" && one.stage === stage && one.visit === visit)
  );
}

/** Absent until all are in. */
function withViews(present: Case, values: Answers, work: Pick<Stage, "name" | "doneBy">, where: Where): Answers {
  const views = work.doneBy === undefined ? [] : viewsOf(present, where);
  if (work.doneBy === undefined || views.length < work.doneBy || isOnlyProposed(present, where)) return values;
  const list = views.map(({ action, answers }, index) => ({ ...answers, id: String(index + 1), choice: action }));
  return { ...values, [keyOf(work.name)]: list };
}

/** What was found about an item stands in the item: its records, what was recorded, the action chosen last. */
function withItemResults(present: Case, values: Answers, { name, forEach }: Check): Answers {
  const found = new Map<string, CheckVisit>();
  for (const visit of present.checks ?? [])
    if (visit.check === name && visit.item !== undefined && visit.state !== "skipped") found.set(visit.item, visit);
  if (!forEach || found.size === 0) return values;
  const list = valueAt(values, forEach.list);
  if (!Array.isArray(list)) return values;
  const items = list.map((item: Value, index): Value => {
    const visit = isRecord(item) ? found.get(itemId(item, index)) : undefined;
    return isRecord(item) && visit ? { ...item, ...resultOf(visit, name) } : item;
  });
  return withValueAt(values, forEach.list, items);
}

function resultOf({ fetched = {}, answers = {}, choice }: CheckVisit, name: string): Answers {
  const records = Object.entries(fetched).flatMap(([key, { record }]) => (record ? [[key, record] as const] : []));
  return { ...Object.fromEntries(records), ...answers, ...(choice === undefined ? {} : { [keyOf(name)]: choice }) };
}

/**
 * Less some answers, wherever people who work at the same time recorded them: in a check about an item, in one of several views,
 * in a proposal, in the address somebody was invited at. Dotted paths as the text names them.
 */
export function withoutResults(service: Service, present: Case, paths: readonly string[]): Case {
  const { checks, views, proposals, invitations } = present;
  const less = (values: Answers, start: string): Answers =>
    paths.reduce((left, path) => {
      if (start !== "" && path !== start && !path.startsWith(`${start}.`)) return left;
      const rest = start === "" ? path : path.slice(start.length + 1);
      return rest === "" ? {} : withoutValueAt(left, rest.split("."));
    }, values);
  const all = (service.route?.stages ?? []).flatMap((stage) => stage.checks ?? []);
  const listOf = (name: string): string => all.find((one) => one.name === name)?.forEach?.list.join(".") ?? "";
  const nameOf = ({ stage, check }: View): string => checks?.find(({ id }) => id === check)?.check ?? stage;
  const placeOf = (name: string): string => listOf(name) || keyOf(name);
  const reads = new Set(invitedBy(service).flatMap((rule) => service.rules[rule]?.reads ?? []));
  const isAddressGone = paths.some((path) => reads.has(path));
  return {
    ...present,
    ...(checks && { checks: checks.map((one) => withoutIn(one, (values) => less(values, listOf(one.check)))) }),
    ...(views && { views: views.map((one) => ({ ...one, answers: less(one.answers, placeOf(nameOf(one))) })) }),
    ...(proposals && { proposals: proposals.map((one) => ({ ...one, answers: less(one.answers, "") })) }),
    ...(invitations && isAddressGone && { invitations: invitations.map((one) => ({ ...one, email: "" })) }),
  };
}

/** What was recorded and fetched about an item. */
function withoutIn(visit: CheckVisit, less: (values: Answers) => Answers): CheckVisit {
  const { answers, fetched, ...rest } = visit;
  if (visit.item === undefined) return visit;
  const left = fetched && less(Object.fromEntries(Object.keys(fetched).map((key) => [key, true])));
  return {
    ...rest,
    ...(answers && { answers: less(answers) }),
    ...(fetched && left && { fetched: Object.fromEntries(Object.entries(fetched).filter(([key]) => key in left)) }),
  };
}

function invitedBy({ route }: Service): string[] {
  const works = (route?.stages ?? []).flatMap((stage) => [stage, ...(stage.checks ?? [])]);
  return works.flatMap(({ invite }) => invite?.using ?? []);
}
