// From a draft to the journey: what is asked on the present path, what is open, what is wrong, which page is next.
// One pass in the author's order (a condition may only read what is asked earlier), no clock, no chance, no network.
import type { Fetch, Section, Service, Step, Stop } from "#contract";
import type { Draft, Rulebook, Value } from "#contract/facts.ts";
import { withChecks } from "./checks.ts";
import { fillWords } from "./fill.ts";
import { withKnownLists } from "./known-lists.ts";
import type { Eligibility, Journey, JourneyPage, JourneySection, JourneyStep, Setting, TaskState } from "./shapes.ts";
import { walkForEach } from "./walk-each.ts";
import { walkRepeat } from "./walk-list.ts";
import { walkPage } from "./walk-page.ts";
import { type Place, Walker } from "./walker.ts";
import { wordsIn } from "./words-in.ts";

/** A draft with nothing in it. */
export const emptyDraft: Draft = { answers: {}, origins: {}, fetched: {}, passed: [] };

/** Walks a draft at a moment. Throws RangeError only when rulebook and service do not belong together. */
export function walk(service: Service, rulebook: Rulebook, draft: Draft, setting: Setting): Journey {
  const walker = new Walker(withKnownLists(service, setting.language), rulebook, draft, setting, fillWords);
  const eligibility = walkEligibility(walker);
  // One after the other: whether a section is shown may follow from the answers in those before it.
  const walked = service.sections.flatMap((section) =>
    walker.holds(section.showWhen, top(walker, "")) ? [walkSection(walker, section)] : [],
  );
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
    lists: [...walker.lists].map(([path, { records }]) => ({ path, ids: records.map((one) => String(one["id"])) })),
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
  const steps = eligibility.steps.flatMap((step) => walkStep(walker, step, place));
  const pages = steps.filter((step) => step.kind === "page");
  // A page with no way on turns people away before they begin: what stands on it is why.
  const stops = steps.filter((step) => step.kind === "stop");
  const open = pages.find((page) => !page.complete);
  const broken = eligibility.requirements.filter((one) => walker.broken(one.rule, place));
  const eligible = broken.length > 0 || stops.length > 0 ? false : open ? undefined : true;
  if (eligible !== undefined) walker.values["eligible"] = eligible;
  return {
    title: wordsIn(eligibility.title, walker.setting.language),
    pages,
    eligible,
    reasons: [
      ...broken.map((one) => walker.words(one.otherwise, place)),
      ...stops.map(({ title, prose }) => (prose ? `${title}. ${prose}` : title)),
    ],
    stops: stops.map(({ stop }) => stop.name),
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
      return walkRepeat(walker, step, place, walkStep);
    case "for-each":
      return walkForEach(walker, step, place, walkStep);
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
    !page.inItem &&
    page.caption === undefined
  );
}
