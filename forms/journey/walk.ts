// From a draft to the journey: what is asked on the present path, what is open, what is wrong, which page is next.
// One pass in the author's order (a condition may only read what is asked earlier), no clock, no chance, no network.
import type { Demand, Fetch, Repeat, Section, Service, Step, Stop } from "#contract";
import type { Draft, Rulebook, Value } from "#contract/facts.ts";
import { valueAtDotted } from "#support/facts.ts";
import { showValue } from "./fill.ts";
import { withKnownLists } from "./known-lists.ts";
import { answerAt } from "./path.ts";
import { wordsIn } from "./setting.ts";
import type {
  AnswerProblem,
  Eligibility,
  Journey,
  JourneyPage,
  JourneyRepeat,
  JourneySection,
  JourneyStep,
  Setting,
  TaskState,
} from "./shapes.ts";
import { problemOf, spoken, walkPage } from "./walk-page.ts";
import { type Place, Walker } from "./walker.ts";

/** A draft with nothing in it. */
export const emptyDraft: Draft = { answers: {}, origins: {}, fetched: {}, passed: [] };

/** Walks a draft at a moment. Throws RangeError only when rulebook and service do not belong together. */
export function walk(service: Service, rulebook: Rulebook, draft: Draft, setting: Setting): Journey {
  const walker = new Walker(withKnownLists(service, setting.language), rulebook, draft, setting);
  const eligibility = walkEligibility(walker);
  const walked = service.sections
    .filter((section) => walker.holds(section.showWhen, top(walker, "")))
    .map((section) => walkSection(walker, section));
  const { sections, closing } = splitClosing(walked);
  const steps = sections.flatMap((section) => section.steps);
  const stopped = steps.find((step) => step.kind === "stop");
  const doable = steps.filter((step) => step.kind !== "stop");
  const done = doable.filter((step) => step.done).length;
  const open = doable.find((step) => !step.done && isOpen(step)) ?? doable.find((step) => !step.done);
  const problems = [...steps, ...closing].flatMap((step) => (step.kind === "stop" ? [] : step.problems));
  return {
    service,
    rulebook,
    draft,
    setting,
    facts: walker.facts(),
    ...(eligibility ? { eligibility } : {}),
    sections,
    steps,
    closing,
    wanted: walker.wanted,
    ...(stopped ? { stopped } : {}),
    ...(stopped && !open ? { nextPage: stopped.address } : open ? { nextPage: open.address } : {}),
    tasks: { done, total: doable.length },
    percent: doable.length === 0 ? 100 : Math.floor((done * 100) / doable.length),
    complete:
      !stopped &&
      eligibility?.eligible !== false &&
      walker.wanted.length === 0 &&
      problems.length === 0 &&
      [...doable, ...closing].every((step) => step.complete),
    problems,
  };
}

/** The step at an address: a page of a section, of eligibility, of an item, a list of items, or a page with no way on. */
export function findStep(journey: Journey, address: string): JourneyStep | undefined {
  return (
    journey.steps.find((step) => step.address === address) ??
    journey.eligibility?.pages.find((page) => page.address === address)
  );
}

function top(walker: Walker, section: string): Place {
  return { section, address: section, prefix: "", depth: 0, record: walker.values, items: {} };
}

function isOpen(step: JourneyStep): boolean {
  return step.kind !== "page" || step.open;
}

function walkEligibility(walker: Walker): Eligibility | undefined {
  const { eligibility } = walker.service;
  if (!eligibility) return undefined;
  const place = top(walker, "eligibility");
  const pages = eligibility.steps
    .flatMap((step) => walkStep(walker, step, place))
    .filter((step) => step.kind === "page");
  const open = pages.find((page) => !page.complete);
  const broken = eligibility.requirements.filter((one) => walker.broken(one.rule, place));
  const eligible = broken.length > 0 ? false : open ? undefined : true;
  if (eligible !== undefined) walker.values["eligible"] = eligible;
  return {
    title: wordsIn(eligibility.title, walker.setting.language),
    pages,
    eligible,
    reasons: broken.map((one) => walker.words(one.otherwise, place)),
    ...(open ? { nextPage: open.address } : {}),
  };
}

function walkSection(walker: Walker, section: Section): JourneySection {
  const place = top(walker, section.name);
  const walked = section.steps.flatMap((step) => walkStep(walker, step, place));
  const steps = withChecks(walker, walked, section.checks ?? [], place);
  return { name: section.name, title: walker.words(section.title, place), asked: true, steps, state: stateOf(steps) };
}

function walkStep(walker: Walker, step: Step, place: Place): JourneyStep[] {
  switch (step.kind) {
    case "page":
      return walkPage(walker, step, place);
    case "fetch":
      return walkFetch(walker, step, place);
    case "repeat":
      return walkRepeat(walker, step, place);
    case "stop":
      return walker.holds(step.showWhen, place) ? [stopStep(walker, step, place)] : [];
  }
}

function stopStep(walker: Walker, stop: Stop, place: Place): JourneyStep {
  return {
    kind: "stop",
    stop,
    address: `${place.address}/${stop.name}`,
    section: place.section,
    title: walker.words(stop.title, place),
    ...(stop.prose ? { prose: walker.words(stop.prose, place) } : {}),
  };
}

function walkFetch(walker: Walker, fetch: Fetch, place: Place): JourneyStep[] {
  const key = place.prefix + fetch.key;
  const using: Record<string, Value> = {};
  for (const need of fetch.using) {
    const value = walker.evaluate(need.rule, place);
    if (value !== undefined) using[need.need] = value;
  }
  if (fetch.using.some((need) => using[need.need] === undefined)) {
    walker.waiting.add(fetch.key);
    return [];
  }
  const fetched = walker.fetchedWith(key, using);
  if (!fetched) {
    walker.waiting.add(fetch.key);
    walker.wanted.push({ key, source: fetch.source, operation: fetch.operation, using });
    return [];
  }
  walker.waiting.delete(fetch.key);
  if (fetched.state === "present" && fetched.record) place.record[fetch.key] = fetched.record;
  else if (fetched.state !== "present") walker.notSupplied.set(fetch.key, fetched.state);
  const plan = walker.service.sources[fetch.source]?.operations[fetch.operation]?.ifUnavailable;
  if (fetched.state !== "unavailable" || plan?.then !== "stop") return [];
  const { words } = walker.setting;
  return [
    {
      kind: "stop",
      stop: { name: fetch.name },
      address: `${place.address}/${fetch.name}`,
      section: place.section,
      title: words.didNotAnswer,
      prose: words.draftIsKept,
    },
  ];
}

function walkRepeat(walker: Walker, repeat: Repeat, place: Place): JourneyStep[] {
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
  const items = list.map((record, index) => walkItem(walker, repeat, place, { record, index, address, path }));
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

interface ItemPlace {
  readonly record: Record<string, Value>;
  readonly index: number;
  readonly address: string;
  readonly path: string;
}

function walkItem(walker: Walker, repeat: Repeat, place: Place, { record, index, address, path }: ItemPlace) {
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

/** A section's check shows on the page of the last answer it names (3.6.7). */
function withChecks(
  walker: Walker,
  steps: readonly JourneyStep[],
  checks: readonly Demand[],
  place: Place,
): JourneyStep[] {
  let result = [...steps];
  for (const check of checks) {
    if (!walker.broken(check.rule, place)) continue;
    const reads = walker.service.rules[check.rule]?.reads ?? [];
    const page = result.findLast(
      (step) => step.kind === "page" && step.fields.some((field) => field.asked && reads.includes(field.path)),
    );
    if (page?.kind !== "page") continue;
    const field = page.fields.findLast((one) => one.asked && reads.includes(one.path));
    if (!field) continue;
    const problems = [...page.problems, problemOf(field, walker.words(check.otherwise, place), page.address)];
    result = result.map((step) => (step === page ? { ...page, problems, complete: false, done: false } : step));
  }
  return result;
}

function stateOf(steps: readonly JourneyStep[]): TaskState {
  const doable = steps.filter((step) => step.kind !== "stop");
  if (doable.some((step) => step.problems.length > 0 && step.begun)) return "needs-another-look";
  if (doable.length > 0 && doable.every((step) => step.done)) return "done";
  return doable.some((step) => step.begun || step.done) ? "started" : "not-started";
}

/** Pages at the very end that only declare stand on the check page: one signs what one has just read. */
function splitClosing(sections: readonly JourneySection[]): { sections: JourneySection[]; closing: JourneyPage[] } {
  const closing: JourneyPage[] = [];
  const result = [...sections];
  const last = result.at(-1);
  if (!last) return { sections: result, closing };
  const steps = [...last.steps];
  for (let step = steps.at(-1); step?.kind === "page" && isClosing(step); step = steps.at(-1)) {
    closing.unshift({ ...step, closing: true });
    steps.pop();
  }
  result[result.length - 1] = { ...last, steps, state: steps.length ? stateOf(steps) : "not-started" };
  return { sections: result, closing };
}

function isClosing(page: JourneyPage): boolean {
  return (
    page.fields.length === 0 &&
    page.parts.some((part) => part.kind === "declaration" || part.kind === "signature") &&
    !page.inItem
  );
}
