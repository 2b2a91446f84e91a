// The check page as data: every answer that is sent with where it came from, what will be paid, and what stays behind.
import type { Field, Service } from "#contract";
import { isSameValue } from "#support/facts.ts";
import { isFileAnswer } from "../fields/answer-kind.ts";
import { answerKindOf } from "../fields/answer-kinds.ts";
import { filesOf } from "../fields/files/answer.ts";
import { fillWords, showLines, showValue, withChoicesFilled } from "./fill.ts";
import { questionsOf } from "./parts-of.ts";
import { answerAt } from "./path.ts";
import { paymentsOf } from "./payments.ts";
import type {
  AnswerGroup,
  AnswerLine,
  AnswerRow,
  CheckAnswers,
  Journey,
  JourneyField,
  JourneyOption,
  JourneyPage,
  JourneyPart,
  Setting,
  Value,
} from "./shapes.ts";
import { wordsIn } from "./words-in.ts";

/** The check page of a journey. */
export function checkAnswers(walked: Journey): CheckAnswers {
  const journey = { ...walked, service: withChoicesFilled(walked) };
  const { service, setting } = journey;
  const groups: AnswerGroup[] = [];
  if (journey.eligibility)
    groups.push({ title: journey.eligibility.title, rows: rowsOf(journey, journey.eligibility.pages) });
  for (const section of journey.sections) {
    const pages = section.steps.filter((step) => step.kind === "page");
    groups.push({
      title: section.title,
      rows: rowsOf(
        journey,
        pages.filter((page) => page.caption === undefined),
      ),
    });
    // What is said about one item stands under the item.
    for (const caption of new Set(pages.flatMap((page) => page.caption ?? []))) {
      const about = pages.filter((page) => page.caption === caption);
      groups.push({
        title: caption,
        rows: about.flatMap((page) => rowsOf(insideItem(walked, page), [page])),
        inItem: true,
      });
    }
  }
  return {
    groups: groups.filter((group) => group.rows.length > 0),
    payments: paymentsOf(journey),
    notSent: notSentOf(journey, service, setting),
  };
}

/** The journey as a page inside an item sees it: its choices may say what stands in the item. */
function insideItem(walked: Journey, page: JourneyPage): Journey {
  return { ...walked, service: withChoicesFilled({ ...walked, items: page.place.items }) };
}

function rowsOf(journey: Journey, pages: readonly JourneyPage[]): AnswerRow[] {
  return pages.flatMap((page) => {
    const asked = page.fields.filter((field) => field.asked);
    const first = asked[0];
    const shown = page.parts.flatMap((part) => shownRow(journey, page, part));
    if (!first) return shown;
    if (page.page.set && asked.length > 1) return [setRow(journey, page, asked, first), ...shown];
    return [...asked.map((field) => rowOf(journey, page, field)), ...shown];
  });
}

/** A line that a page shows; an answer is not said twice. */
function shownRow(journey: Journey, page: JourneyPage, part: JourneyPart): AnswerRow[] {
  if (part.kind !== "shown" || !part.asked || journey.service.names[part.path]?.rule === undefined) return [];
  const { text = journey.setting.words.notWorkedOutYet } = part;
  const lines = [{ text, code: false }];
  return [{ path: part.path, label: part.label, lines, locked: false, change: page.address, workedOut: true }];
}

function rowOf(journey: Journey, page: JourneyPage, field: JourneyField): AnswerRow {
  const { service, setting } = journey;
  const label = field.field.shortName
    ? fillWords(wordsIn(field.field.shortName, setting.language), { ...journey, items: page.place.items })
    : field.label;
  const beside = field.instead?.chosen ? field.instead.path : field.ways?.chosen !== undefined ? field.ways.path : "";
  const origin = field.origin ?? journey.draft.origins[beside];
  const old =
    field.origin?.kind === "corrected" ? showValue(field.origin.old, field.field.type, service, setting) : undefined;
  return {
    path: field.path,
    label,
    lines: linesOf(journey, field),
    ...(origin ? { origin } : {}),
    locked: field.locked,
    change: page.address,
    field: field.field,
    ...(old === undefined ? {} : { old }),
  };
}

/** An included set is one answer of several lines: an address. */
function setRow(journey: Journey, page: JourneyPage, asked: readonly JourneyField[], first: JourneyField): AnswerRow {
  const { setting } = journey;
  const corrected = asked.filter((field) => field.origin?.kind === "corrected");
  const origin = (corrected[0] ?? asked.find((field) => field.origin) ?? first).origin;
  const old = corrected
    .flatMap((field) =>
      field.origin?.kind === "corrected"
        ? [showValue(field.origin.old, field.field.type, journey.service, setting)]
        : [],
    )
    .join(", ");
  return {
    path: first.path,
    label: wordsIn(page.page.set?.title, setting.language),
    lines: asked.flatMap((field) => linesOf(journey, field)),
    ...(origin ? { origin } : {}),
    locked: asked.every((field) => field.locked),
    change: page.address,
    ...(old ? { old } : {}),
  };
}

function linesOf(journey: Journey, field: JourneyField): AnswerLine[] {
  const { value, instead, ways } = field;
  if (instead?.chosen) return [{ text: instead.label, code: false }];
  if (ways?.chosen !== undefined)
    return [{ text: ways.options.find((way) => way.how === ways.chosen)?.label ?? "", code: false }];
  if (value === undefined) return [];
  if (field.field.choicesFrom) return chosenLines(field, value);
  const files = filesOf(value);
  if (isFileAnswer(value) || files.length > 0) return files.map((file) => ({ text: file.name, code: false, file }));
  const code = answerKindOf(field.field.type).code === true;
  return showLines(value, field.field.type, journey.service, journey.setting).map((text) => ({ text, code }));
}

/** Choices of this case have their words only here. */
function chosenLines({ options }: JourneyField, value: Value): AnswerLine[] {
  const isChosen = (option: JourneyOption) =>
    Array.isArray(value) ? value.includes(option.value) : isSameValue(option.answer ?? option.value, value);
  return options.filter(isChosen).map((option) => ({ text: option.label, code: false }));
}

/** Answers kept in the draft to questions that are not asked now. */
function notSentOf(journey: Journey, service: Service, setting: Setting): CheckAnswers["notSent"] {
  return questionsOf(service).flatMap((field: Field) => {
    const path = field.path.join(".");
    const value = answerAt(journey.draft.answers, path);
    if (value === undefined || journey.facts.asked.has(path)) return [];
    return [
      {
        label: wordsIn(field.label, setting.language),
        text:
          filesOf(value).length > 0
            ? filesOf(value)
                .map((file) => file.name)
                .join(", ")
            : showValue(value, field.type, service, setting),
      },
    ];
  });
}
