// One page on the path: its questions and other parts, what is wrong on it, whether it is done. The element in the browser
// walks only the page one is on, with the values that the pages before it gave.
import type { Demand, Page, Part } from "#contract";
import type { Value } from "#contract/facts.ts";
import { valueAtDotted } from "#support/facts.ts";
import { showValue } from "./fill.ts";
import { isReplaced } from "./is-replaced.ts";
import { answerAt } from "./path.ts";
import { wordsIn } from "./setting.ts";
import type { AnswerProblem, Confirmation, JourneyField, JourneyPage, JourneyPart } from "./shapes.ts";
import { walkField } from "./walk-field.ts";
import type { Place, Walker } from "./walker.ts";

/** Walks a page; nothing when it is not asked, or nothing on it is. */
export function walkPage(walker: Walker, page: Page, place: Place): JourneyPage[] {
  if (!walker.holds(page.showWhen, place)) return [];
  const parts = page.parts.map((part) => walkPart(walker, part, place, true));
  const fields = fieldsOf(parts);
  const asked = fields.filter((field) => field.asked);
  const words = parts.some((part) => part.kind !== "field" && part.asked);
  if (asked.length === 0 && !words) return [];
  const address = `${place.address}/${page.name}`;
  const confirmations = confirmationsOf(parts).filter((part) => part.asked);
  const problems = [
    ...asked
      .filter((field) => field.problem !== undefined)
      .map((field) => problemOf(field, field.problem ?? "", address)),
    ...checkProblems(walker, page.checks ?? [], asked, address, place),
  ];
  const complete =
    problems.length === 0 && asked.every((field) => field.complete) && confirmations.every((part) => part.given);
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
        (looked || (asked.length > 0 && asked.every((field) => isTyped(field)) && confirmations.length === 0)),
      begun: looked || asked.some((field) => isTyped(field) || field.origin?.kind === "corrected"),
      open: !asked.some(({ field }) =>
        [field.prefill?.from[0], field.choicesFrom?.path[0]].some(
          (key) => key !== undefined && walker.waiting.has(key),
        ),
      ),
      problems,
      closing: false,
      place,
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
  if (isReplaced(field)) return true;
  return field.value !== undefined && (field.origin?.kind === "typed" || field.origin?.kind === "asked-instead");
}

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
      return walkSignature(walker, part, place, around);
    default: {
      const asked = around && walker.holds(part.showWhen, place);
      const title = part.title ? { title: walker.words(part.title, place) } : {};
      const prose = part.prose ? { prose: walker.words(part.prose, place) } : {};
      return { kind: "notice", notice: part, ...title, ...prose, asked };
    }
  }
}

/** A signature is kept beside the answers with the instant it was given; it is no answer, so no rule reads it. */
function walkSignature(
  walker: Walker,
  part: Extract<Part, { kind: "signature" }>,
  place: Place,
  asked: boolean,
): JourneyPart {
  const path = `${place.prefix}signature:${part.with}`;
  const at = answerAt(walker.draft.answers, path);
  const signer = walker.draft.identity?.parts["fullName"];
  return {
    kind: "signature",
    path,
    part,
    asked,
    given: typeof at === "string",
    ...(typeof signer === "string" ? { signer } : {}),
    ...(typeof at === "string" ? { at } : {}),
  };
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
