// What of the answers that an example gives no form takes: beyond a limit, not offered, not of its kind, against a demand. The same
// reading that a posted page goes through says so; what is only missing yet is not refused.
import type { Demand } from "#contract";
import type { RefusedAnswer } from "#contract/play.ts";
import { isSameValue } from "#support/facts.ts";
import type { Reading } from "../fields/answer-kind.ts";
import { answerKindOf } from "../fields/answer-kinds.ts";
import { allPages } from "./application.ts";
import { answerAt, withAnswer } from "./path.ts";
import type { Answers, Journey, JourneyField, JourneyPage, JourneyRepeat, Value } from "./shapes.ts";
import { wordsIn } from "./words-in.ts";

/** All of them, in the order of the form. */
export function refusedAnswers(journey: Journey): RefusedAnswer[] {
  const steps = [...(journey.eligibility?.pages ?? []), ...journey.steps, ...journey.closing];
  return steps.flatMap((step): RefusedAnswer[] => {
    if (step.kind === "stop") return [];
    return step.kind === "repeat" ? refusedList(journey, step) : refusedOnPage(journey, step);
  });
}

function refusedOnPage(journey: Journey, page: JourneyPage): RefusedAnswer[] {
  const fields = page.fields.flatMap((field) => (field.asked ? refusedOf(journey, field) : []));
  return [...fields, ...brokenDemands(journey, page)];
}

/** Why the form does not take what is given to a question; the first thing that stands against it. */
function refusedOf(journey: Journey, field: JourneyField): RefusedAnswer[] {
  const given = answerAt(journey.draft.answers, field.path);
  if (given === undefined) return refusedWay(journey, field);
  const refused = { path: field.path, of: field.field.path.join(".") };
  const { words } = journey.setting;
  if (field.instead?.chosen)
    return [
      { ...refused, why: "not-offered", words: words.answerOrBox({ box: field.instead.label, label: field.label }) },
    ];
  if (field.locked) {
    const kind = answerKindOf(field.field.type);
    const isSame = field.value === undefined || kind.normal(field.value) === kind.normal(given);
    return isSame
      ? []
      : [{ ...refused, why: "locked", words: "", offered: field.value === undefined ? [] : [field.value] }];
  }
  if (field.value === undefined)
    return field.ways?.chosen === undefined
      ? [
          {
            ...refused,
            why: "not-offered",
            words: "",
            offered: field.options.map(({ answer, value }) => answer ?? value),
          },
        ]
      : [];
  const unlike = notOfItsKind(journey, field, given);
  if (unlike !== undefined) return [{ ...refused, why: "not-of-this-kind", words: unlike }];
  if (field.problem === undefined) return [];
  const { rulebook, facts } = journey;
  const broken = field.field.musts?.find(({ rule }) => rulebook.evaluate(rule, facts, field.items) === false);
  return [{ ...refused, why: "limit", words: field.problem, ...(broken && { rule: broken.rule }) }];
}

/** A way for a file to come that is not offered. */
function refusedWay({ draft }: Journey, { path, field, ways }: JourneyField): RefusedAnswer[] {
  if (answerAt(draft.answers, `${path}How`) === undefined || ways?.chosen !== undefined) return [];
  const offered = (ways?.options ?? []).map(({ how }) => how);
  return [{ path: `${path}How`, of: field.path.join("."), why: "not-offered", words: "", offered }];
}

/** What reading the answer from its controls says against it. */
function notOfItsKind(journey: Journey, field: JourneyField, given: Value): string | undefined {
  const reading = readAgain(journey, field, given);
  return "problem" in reading ? reading.problem : undefined;
}

/** An answer read as if it had been typed. What is no text of controls (files) is not there then. */
function readAgain({ service, setting }: Journey, field: JourneyField, given: Value): Reading {
  const { type } = field.field;
  const kind = answerKindOf(type);
  const posted = Object.fromEntries(
    Object.entries(kind.texts(given, service.currency)).map(([ending, texts]) => [ending, [texts].flat()]),
  );
  const { label, options } = field;
  const { currency, timeZone } = service;
  return kind.read(posted, { type, label, setting, currency, timeZone, options });
}

/** The answers as the form keeps what is typed: `ab12 cde` of a vehicle is AB12 CDE. The same answers where nothing differs. */
export function tidiedAnswers(journey: Journey, answers: Answers): Answers {
  return allPages(journey)
    .flatMap((page) => page.fields)
    .reduce((all, field) => {
      const given = field.asked ? answerAt(all, field.path) : undefined;
      const reading = given === undefined ? undefined : readAgain(journey, field, given);
      return reading && "value" in reading && given !== undefined && !isSameValue(reading.value, given)
        ? withAnswer(all, field.path, reading.value)
        : all;
    }, answers);
}

/** What a page, a section or an item demands of several answers, at the last one that it names. */
function brokenDemands(journey: Journey, page: JourneyPage): RefusedAnswer[] {
  const demands: readonly Demand[] = [...(page.page.checks ?? []), ...(page.alsoChecked ?? [])];
  return demands.flatMap(({ rule, otherwise }): RefusedAnswer[] => {
    if (journey.rulebook.evaluate(rule, journey.facts, page.place.items) !== false) return [];
    const reads = journey.service.rules[rule]?.reads ?? [];
    const asked = page.fields.filter((field) => field.asked);
    const last = asked.findLast(({ field }) => reads.includes(field.path.join("."))) ?? asked.at(-1);
    if (!last) return [];
    const told = page.problems.find(({ path }) => path === last.path)?.message;
    const words = told ?? wordsIn(otherwise, journey.setting.language);
    return [{ path: last.path, of: last.field.path.join("."), why: "demand", words, rule }];
  });
}

/** More items than may be, or fewer than must be while some are given. */
function refusedList({ setting }: Journey, list: JourneyRepeat): RefusedAnswer[] {
  const { repeat, items, path, title, fixed } = list;
  const refused = { path, of: path };
  if (fixed) return [];
  if (repeat.atMost !== undefined && items.length > repeat.atMost)
    return [{ ...refused, why: "too-many-items", words: "", offered: [repeat.atMost] }];
  if (items.length > 0 && items.length < repeat.atLeast)
    return [
      { ...refused, why: "too-few-items", words: setting.words.tooFewItems({ count: repeat.atLeast, label: title }) },
    ];
  return [];
}
