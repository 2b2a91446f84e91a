// From a draft to the journey: what is asked on the present path, what is open, what is wrong, which page is next.
// One pass in the author's order (a condition may only read what is asked earlier), no clock, no chance, no network.
import type { Demand, Fetch, Page, Part, Repeat, Section, Service, Step, Stop } from "#contract";
import type { Draft, Rulebook, Value } from "#contract/facts.ts";
import { valueAtDotted } from "#support/facts.ts";
import { showValue } from "./fill.ts";
import { answerAt } from "./path.ts";
import { wordsIn } from "./setting.ts";
import type {
  AnswerProblem,
  Eligibility,
  Journey,
  JourneyField,
  JourneyPage,
  JourneyPart,
  JourneyRepeat,
  JourneySection,
  JourneyStep,
  Setting,
  TaskState,
} from "./shapes.ts";
import { walkField } from "./walk-field.ts";
import { type Place, Walker } from "./walker.ts";

/** A draft with nothing in it. */
export const emptyDraft: Draft = { answers: {}, origins: {}, fetched: {}, passed: [] };

/** Walks a draft at a moment. Throws RangeError only when rulebook and service do not belong together. */
export function walk(service: Service, rulebook: Rulebook, draft: Draft, setting: Setting): Journey {
  const walker = new Walker(service, rulebook, draft, setting);
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

function walkPage(walker: Walker, page: Page, place: Place): JourneyPage[] {
  if (!walker.holds(page.showWhen, place)) {
    // Walked all the same, so that an answer kept from before is known to be there; nothing of it counts.
    return [];
  }
  const parts = page.parts.map((part) => walkPart(walker, part, place, true));
  const fields = fieldsOf(parts);
  const asked = fields.filter((field) => field.asked);
  const words = parts.some((part) => part.kind !== "field" && part.asked);
  if (asked.length === 0 && !words) return [];
  const address = `${place.address}/${page.name}`;
  const declarations = declarationsOf(parts).filter((part) => part.asked);
  const problems = [
    ...asked
      .filter((field) => field.problem !== undefined)
      .map((field) => problemOf(field, field.problem ?? "", address)),
    ...checkProblems(walker, page.checks ?? [], asked, address, place),
  ];
  const complete =
    problems.length === 0 && asked.every((field) => field.complete) && declarations.every((part) => part.given);
  const only = page.title === undefined && fields.length === 1 ? fields[0] : undefined;
  const looked = walker.draft.passed.includes(address);
  return [
    {
      kind: "page",
      page,
      address,
      section: place.section,
      title: page.title ? walker.words(page.title, place) : (only?.label ?? sectionTitle(walker, place)),
      parts,
      fields,
      ...(only ? { only } : {}),
      complete,
      done:
        complete &&
        (looked || (asked.length > 0 && asked.every((field) => isTyped(field)) && declarations.length === 0)),
      begun: looked || asked.some((field) => isTyped(field) || field.origin?.kind === "corrected"),
      open: !asked.some((field) => walker.waiting.has(field.field.prefill?.from[0] ?? "")),
      problems,
      closing: false,
      ...(place.item ? { inItem: place.item } : {}),
    },
  ];
}

function sectionTitle(walker: Walker, place: Place): string {
  const section = walker.service.sections.find((one) => one.name === place.section);
  return section
    ? walker.words(section.title, place)
    : wordsIn(walker.service.eligibility?.title, walker.setting.language);
}

function isTyped(field: JourneyField): boolean {
  return field.value !== undefined && (field.origin?.kind === "typed" || field.origin?.kind === "asked-instead");
}

function walkPart(walker: Walker, part: Part, place: Place, around: boolean): JourneyPart {
  switch (part.kind) {
    case "field":
      return walkField(walker, part, place, around);
    case "group": {
      const asked = around && walker.holds(part.showWhen, place);
      const parts = part.parts.map((inner) => walkPart(walker, inner, place, asked));
      return { kind: "group", name: part.name, title: walker.words(part.title, place), asked, parts };
    }
    case "declaration": {
      const asked = around && walker.holds(part.showWhen, place);
      const path = walker.pathOf(part, place);
      const given = answerAt(walker.draft.answers, path) === true;
      if (asked) walker.asked.add(path);
      if (asked && given) place.record[part.path.at(-1) ?? path] = true;
      const prose = part.prose ? { prose: walker.words(part.prose, place) } : {};
      return {
        kind: "declaration",
        path,
        name: part.name,
        statement: walker.words(part.statement, place),
        ...prose,
        asked,
        given,
      };
    }
    case "shown":
      return { kind: "shown", path: part.path, ...shownText(walker, part.path, place), asked: around };
    case "signature":
      return { kind: "signature", part, asked: around };
    default: {
      const asked = around && walker.holds(part.showWhen, place);
      const title = part.title ? { title: walker.words(part.title, place) } : {};
      const prose = part.prose ? { prose: walker.words(part.prose, place) } : {};
      return { kind: "notice", notice: part, ...title, ...prose, asked };
    }
  }
}

function shownText(walker: Walker, path: string, place: Place): { label: string; text?: string } {
  const named = walker.service.names[path];
  const label = named?.label ? walker.words(named.label, place) : spoken(named?.name ?? path);
  const value: Value | undefined = named?.rule
    ? walker.evaluate(named.rule, place)
    : valueAtDotted({ ...walker.values, ...place.items }, path);
  if (value === undefined || !named) return { label };
  return { label, text: showValue(value, named.type, walker.service, walker.setting) };
}

/** A name as words: permit-fee → Permit fee. */
export function spoken(name: string): string {
  const words = name.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
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

function checkProblems(
  walker: Walker,
  checks: readonly Demand[],
  asked: readonly JourneyField[],
  address: string,
  place: Place,
): AnswerProblem[] {
  return checks
    .filter((check) => walker.broken(check.rule, place))
    .flatMap((check) => {
      const reads = walker.service.rules[check.rule]?.reads ?? [];
      const field = asked.findLast((one) => reads.includes(one.field.path.join("."))) ?? asked.at(-1);
      return field ? [problemOf(field, walker.words(check.otherwise, place), address)] : [];
    });
}

function problemOf(field: JourneyField, message: string, address: string): AnswerProblem {
  return { path: field.path, control: field.path, message, address };
}

/** All fields among parts, those in groups too, in order. */
export function fieldsOf(parts: readonly JourneyPart[]): JourneyField[] {
  return parts.flatMap((part) => (part.kind === "field" ? [part] : part.kind === "group" ? fieldsOf(part.parts) : []));
}

/** All declarations among parts. */
export function declarationsOf(parts: readonly JourneyPart[]): Extract<JourneyPart, { kind: "declaration" }>[] {
  return parts.flatMap((part) =>
    part.kind === "declaration" ? [part] : part.kind === "group" ? declarationsOf(part.parts) : [],
  );
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
