// One page on the path: its questions and other parts, what is wrong on it, whether it is done. The element in the browser
// walks only the page one is on, with the values that the pages before it gave.
import type { Demand, Page, Part } from "#contract";
import type { Value } from "#contract/facts.ts";
import { valueAtDotted } from "#support/facts.ts";
import { isReplaced } from "./is-replaced.ts";
import { optionalParts } from "./optional-parts.ts";
import type { AnswerProblem, Confirmation, JourneyField, JourneyPage, JourneyPart, PageQuestions } from "./shapes.ts";
import { walkField } from "./walk-field.ts";
import type { Place, Walker } from "./walker.ts";
import { wordsIn } from "./words-in.ts";

/** Walks a page; nothing when it is not asked, or nothing on it is. */
export function walkPage(walker: Walker, page: Page, place: Place): JourneyPage[] {
  const questions = walkQuestions(walker, page, place);
  if (!questions) return [];
  const { parts, fields, problems, address } = questions;
  const asked = fields.filter((field) => field.asked);
  const confirmations = confirmationsOf(parts).filter((part) => part.asked);
  const complete =
    problems.length === 0 && asked.every((field) => field.complete) && confirmations.every((part) => part.given);
  const only = page.title === undefined && fields.length === 1 ? fields[0] : undefined;
  const looked = walker.draft.passed.includes(address);
  return [
    {
      ...questions,
      kind: "page",
      page,
      section: place.section,
      title: questions.title ?? only?.label ?? sectionTitle(walker, place),
      ...(only ? { only } : {}),
      complete,
      done:
        complete &&
        (looked || (asked.length > 0 && asked.every((field) => isTyped(field)) && confirmations.length === 0)),
      begun: looked || asked.some((field) => isTyped(field) || field.origin?.kind === "corrected"),
      open: !asked.some(({ field }) =>
        [field.prefill?.from[0], field.choicesFrom?.path[0]].some(
          (key) => key !== undefined && walker.waiting.has(key),
        ),
      ),
      closing: false,
      place,
      ...(place.item ? { inItem: place.item } : {}),
    },
  ];
}

/** What stands on a page and what is wrong with it: all that the form's element needs of a page. */
export function walkQuestions(walker: Walker, page: Page, place: Place): PageQuestions | undefined {
  if (!walker.holds(page.showWhen, place)) return undefined;
  const parts = page.parts.map((part) => walkPart(walker, part, place, true));
  const fields = fieldsOf(parts);
  const asked = fields.filter((field) => field.asked);
  if (asked.length === 0 && !parts.some((part) => part.kind !== "field" && part.asked)) return undefined;
  const address = `${place.address}/${page.name}`;
  const problems = [
    ...asked.flatMap((field) => (field.problem === undefined ? [] : [problemOf(field, field.problem, address)])),
    ...checkProblems(walker, page.checks ?? [], asked, address, place),
  ];
  const title = page.title ? { title: walker.words(page.title, place) } : {};
  return { address, parts, fields, problems, ...title };
}

function sectionTitle(walker: Walker, place: Place): string {
  const section = walker.service.sections.find((one) => one.name === place.section);
  return section
    ? walker.words(section.title, place)
    : wordsIn(walker.service.eligibility?.title, walker.setting.language);
}

function isTyped(field: JourneyField): boolean {
  if (isReplaced(field)) return true;
  return field.value !== undefined && (field.origin?.kind === "typed" || field.origin?.kind === "asked-instead");
}

/** What a script without boxes to tick has in their place: they stand on no page of its own. */
const unseen: JourneyPart = { kind: "notice", notice: { kind: "guidance" }, asked: false };

function walkPart(walker: Walker, part: Part, place: Place, around: boolean): JourneyPart {
  switch (part.kind) {
    case "field":
      return walkField(walker, part, place, around);
    case "group": {
      const asked = around && walker.holds(part.showWhen, place);
      const parts = part.parts.map((inner) => walkPart(walker, inner, place, asked));
      // A title over nothing is not shown.
      const some = parts.some((inner) => inner.asked);
      return { kind: "group", name: part.name, title: walker.words(part.title, place), asked: some, parts };
    }
    case "declaration":
    case "signature":
      return optionalParts.confirmation?.walk(walker, part, place, around) ?? unseen;
    case "shown":
      return { kind: "shown", path: part.path, ...shownText(walker, part.path, place), asked: around };
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
  const show = optionalParts.show ?? optionalParts.plainShow;
  const text = value !== undefined && named && show?.(value, named.type, walker.service, walker.setting);
  return text ? { label, text } : { label };
}

/** A name as words: permit-fee → Permit fee. */
export function spoken(name: string): string {
  const words = name.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
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

/** A problem that stands beside a field. */
export function problemOf(field: JourneyField, message: string, address: string): AnswerProblem {
  return { path: field.path, control: field.path, message, address };
}

/** All fields among parts, those in groups too, in order. */
export function fieldsOf(parts: readonly JourneyPart[]): JourneyField[] {
  return parts.flatMap((part) => (part.kind === "field" ? [part] : part.kind === "group" ? fieldsOf(part.parts) : []));
}

/** All declarations and signatures among parts. */
export function confirmationsOf(parts: readonly JourneyPart[]): Confirmation[] {
  return parts.flatMap((part) => {
    if (part.kind === "group") return confirmationsOf(part.parts);
    return part.kind === "declaration" || part.kind === "signature" ? [part] : [];
  });
}
