// One posted page → typed answers in the draft, with what is wrong in words. Server and browser run the same; names and
// values that no honest form sends are reported and change nothing.
import type { Draft, Origin, Value } from "#contract/facts.ts";
import { type Asking, isFileAnswer, type PostedParts, type Reading } from "../fields/answer-kind.ts";
import { answerKindOf } from "../fields/answer-kinds.ts";
import { filledFrom } from "./filled-from.ts";
import { isReplaced } from "./is-replaced.ts";
import { optionalParts } from "./optional-parts.ts";
import { withAnswer, withoutAnswerAt } from "./path.ts";
import { valuesOf } from "./posted-values.ts";
import { proofControl } from "./proof.ts";
import type {
  AnswerProblem,
  Gathered,
  JourneyField,
  JourneyPage,
  PageJourney,
  PageQuestions,
  PostedFields,
} from "./shapes.ts";
import { confirmationsOf } from "./walk-page.ts";

/** More than this in one text control comes from no honest form of ours. */
const tooMuch = 100_000;

function controlsOf(field: JourneyField): string[] {
  return answerKindOf(field.field.type).endings.map((ending) => field.path + ending);
}

/** Names of what was posted that this page does not have, or that no honest form fills like that. */
export function forgedControls(journey: PageJourney, page: JourneyPage, posted: PostedFields): string[] {
  const known = new Set(page.fields.flatMap(controlsOf));
  for (const field of page.fields) {
    known.add(`${field.path}:reason`);
    for (const control of optionalParts.beside?.controls(field) ?? []) known.add(control);
  }
  for (const part of confirmationsOf(page.parts)) known.add(part.path);
  if (page.fields.some((field) => field.field.prefill)) known.add(proofControl);
  const changed = page.fields.filter(
    (field) => field.locked && isPosted(field, posted) && !sameAsRegistered(journey, field, posted),
  );
  const forged = Object.keys(posted).filter(
    (name) =>
      !name.startsWith("_") &&
      (!known.has(name) || valuesOf(posted, name).some((value) => typeof value === "string" && value.length > tooMuch)),
  );
  return forged.length > 0 ? forged : changed.map(({ path }) => path);
}

function sameAsRegistered(journey: PageJourney, field: JourneyField, posted: PostedFields): boolean {
  const kind = answerKindOf(field.field.type);
  const typed = valuesOf(posted, field.path)[0];
  if (field.registered === undefined || typeof typed !== "string") return false;
  const shown = kind.texts(field.registered, journey.service.currency)[""];
  return typeof shown === "string" && kind.normal(typed) === kind.normal(shown);
}

/** Saved in the background: answers are kept as they are, nothing is asked for and the page is not yet continued from. */
function isSaving(posted: PostedFields): boolean {
  return valuesOf(posted, "_do")[0] === "save";
}

/** The path whose register value is wanted back, when that button was pressed. */
export function restoredPath(posted: PostedFields): string | undefined {
  const pressed = valuesOf(posted, "_do")[0];
  return typeof pressed === "string" && pressed.startsWith("restore:") ? pressed.slice("restore:".length) : undefined;
}

/** A page as it was asked. */
export type PageAsked = PageQuestions & Pick<JourneyPage, "place">;

/** What a page is read in: everything around it, and how it looks with another draft. */
export interface PageReading {
  readonly journey: PageJourney;
  readonly page: PageAsked;
  /** The same page walked with this draft; undefined when it is no longer asked. */
  again(draft: Draft): PageQuestions | undefined;
}

/** What a posted page means. */
export interface PageRead {
  readonly draft: Draft;
  readonly problems: readonly AnswerProblem[];
  readonly forged: readonly string[];
  /** The page has something open, or was only saved: stay on it. */
  readonly stay: boolean;
}

/** Reads a posted page. The draft comes back unchanged when anything is forged; `forged` says what is known to be so (`forgedControls`). */
export function readPage(
  { journey, page, again }: PageReading,
  posted: PostedFields,
  forged: readonly string[] = [],
): PageRead {
  const { listed } = page.place;
  const gathered: Gathered = {
    // An item that a register or a choice made is not in the draft until it is answered about.
    draft: (listed && optionalParts.addItem?.(journey.draft, listed.path, listed.id)) ?? journey.draft,
    problems: [],
    forged: [...forged],
    appeared: false,
  };
  if (gathered.forged.length === 0) for (const field of page.fields) readField(journey, page, field, posted, gathered);
  if (gathered.forged.length > 0) return refusedRead(journey, gathered.forged);
  for (const part of confirmationsOf(page.parts))
    optionalParts.confirmation?.read(part, page.address, posted, gathered, journey);
  // The questions as they were shown are read; now the page again, with those that this post itself opened or closed.
  const now = again(gathered.draft);
  const fields = now?.fields ?? [];
  const found = gathered.problems.filter((problem) => stillAsked(problem, fields, page));
  found.push(...(now?.problems ?? []).filter((problem) => !found.some((one) => one.path === problem.path)));
  for (const field of fields) missingNow(journey, page, field, posted, found, gathered);
  optionalParts.corrections?.readProof({ ...tools, journey, page, fields, gathered }, posted, found);
  const problems = inOrder(found, page);
  if (gathered.forged.length > 0) return refusedRead(journey, gathered.forged);
  if (isSaving(posted)) return { draft: gathered.draft, problems, forged: [], stay: true };
  const stay = problems.length > 0 || gathered.appeared;
  const others = journey.draft.passed.filter((one) => one !== page.address);
  return {
    draft: { ...gathered.draft, passed: stay ? others : [...others, page.address] },
    problems,
    forged: [],
    stay,
  };
}

/** As the questions stand on the page, so that the summary reads like it. */
function inOrder(problems: readonly AnswerProblem[], page: PageAsked): AnswerProblem[] {
  const paths = [...page.fields, ...confirmationsOf(page.parts)].map(({ path }) => path);
  const place = ({ path }: AnswerProblem): number => paths.indexOf(path) + 1 || paths.length + 1;
  return problems.toSorted((one, other) => place(one) - place(other));
}

function refusedRead(journey: PageJourney, forged: readonly string[]): PageRead {
  return { draft: journey.draft, problems: [], forged, stay: true };
}

function stillAsked(problem: AnswerProblem, fields: readonly JourneyField[], page: PageAsked): boolean {
  const field = fields.find((one) => one.path === problem.path);
  return field ? field.asked : confirmationsOf(page.parts).some((part) => part.path === problem.path);
}

/** What reading an answer depends on. */
function askingOf(journey: PageJourney, field: JourneyField): Asking {
  const { service, setting } = journey;
  return {
    type: field.field.type,
    label: field.label,
    setting,
    currency: service.currency,
    timeZone: service.timeZone,
    options: field.options,
    ...(field.field.accept ? { accept: field.field.accept } : {}),
    ...(optionalParts.dated?.asks(field.field) ? { dated: true } : {}),
    ...(field.value === undefined ? {} : { present: field.value }),
  };
}

function partsOf(field: JourneyField, posted: PostedFields): PostedParts {
  return Object.fromEntries(
    answerKindOf(field.field.type).endings.map((ending) => [ending, valuesOf(posted, field.path + ending)]),
  );
}

function isPosted(field: JourneyField, posted: PostedFields): boolean {
  return [...controlsOf(field), ...(optionalParts.beside?.controls(field) ?? [])].some((control) =>
    Object.hasOwn(posted, control),
  );
}

function readField(
  journey: PageJourney,
  page: PageAsked,
  field: JourneyField,
  posted: PostedFields,
  gathered: Gathered,
): void {
  if (field.locked) {
    return;
  }
  // A question that was not shown and did not come is left as it is: going back finds it.
  if (!field.asked && !isPosted(field, posted)) return;
  const reading = answerKindOf(field.field.type).read(partsOf(field, posted), askingOf(journey, field));
  if (optionalParts.beside?.read({ journey, page, field, gathered }, posted, reading)) return;
  if ("forged" in reading) gathered.forged.push(field.path);
  else if ("value" in reading) keep(journey, field, reading.value, posted, gathered);
  else note(journey, page, field, reading, posted, gathered);
}

function note(
  journey: PageJourney,
  page: PageAsked,
  field: JourneyField,
  reading: Exclude<Reading, { forged: true } | { value: Value }>,
  posted: PostedFields,
  gathered: Gathered,
): void {
  const at = field.path + (reading.at ?? "");
  if ("problem" in reading) {
    gathered.problems.push({ path: field.path, control: at, message: reading.problem, address: page.address });
    return;
  }
  // Only boxes are sent along by being ticked. Any other control that did not come was left out by no honest form: nothing changes.
  if (field.asked && field.required && field.field.type.kind !== "any-of" && !isPosted(field, posted)) {
    gathered.problems.push({ path: field.path, control: at, message: reading.missing, address: page.address });
    return;
  }
  // Left empty. What was there goes, also a register's value that is corrected to nothing.
  gathered.draft = withoutAnswerAt(gathered.draft, field.path);
  if (field.asked && field.required)
    gathered.problems.push({ path: field.path, control: at, message: reading.missing, address: page.address });
  else if (field.registered !== undefined && field.asked)
    optionalParts.corrections?.correct({ ...tools, journey, field, gathered }, undefined, {});
}

/** How answers are read and spoken of, for the parts of reading that only some services need. */
const tools = { kindOf: answerKindOf, askingOf, filledFrom };

function keep(journey: PageJourney, field: JourneyField, value: Value, posted: PostedFields, gathered: Gathered): void {
  const { normal } = answerKindOf(field.field.type);
  if (field.registered !== undefined && field.field.prefill) {
    // The register's own value again: nothing is corrected, and nothing needs keeping.
    if (normal(value) === normal(field.registered)) gathered.draft = withoutAnswerAt(gathered.draft, field.path);
    else optionalParts.corrections?.correct({ ...tools, journey, field, gathered }, value, posted);
    return;
  }
  const same =
    field.value !== undefined &&
    field.origin !== undefined &&
    normal(field.value) === normal(value) &&
    !isFileAnswer(value);
  const origin: Origin = same && field.origin ? field.origin : typedOrigin(journey, field);
  gathered.draft = {
    ...gathered.draft,
    answers: withAnswer(gathered.draft.answers, field.path, value),
    origins: { ...gathered.draft.origins, [field.path]: origin },
  };
}

function typedOrigin(journey: PageJourney, field: JourneyField): Origin {
  const at = journey.setting.instant;
  const source = field.field.prefill?.source;
  return field.notFilled === "unavailable" && source ? { kind: "asked-instead", source, at } : { kind: "typed", at };
}

/** A question that this post opened: asked on the next sight of the page; one whose control came along empty, or that this post made required, is a problem now. */
function missingNow(
  journey: PageJourney,
  page: PageAsked,
  field: JourneyField,
  posted: PostedFields,
  problems: AnswerProblem[],
  gathered: Gathered,
): void {
  const before = page.fields.find((one) => one.path === field.path);
  if (
    !field.asked ||
    (before?.asked && before.required) ||
    problems.some((problem) => problem.path === field.path) ||
    field.locked ||
    !field.required ||
    field.value !== undefined ||
    isReplaced(field)
  )
    return;
  if (!isPosted(field, posted) && !before?.asked) {
    gathered.appeared = true;
    return;
  }
  const reading = answerKindOf(field.field.type).read(partsOf(field, posted), askingOf(journey, field));
  if ("missing" in reading)
    problems.push({
      path: field.path,
      control: field.path + (reading.at ?? ""),
      message: reading.missing,
      address: page.address,
    });
}
