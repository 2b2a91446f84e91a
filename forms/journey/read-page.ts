// One posted page → typed answers in the draft, with what is wrong in words. Server and browser run the same; names and
// values that no honest form sends are reported and change nothing.
import type { Prefill } from "#contract";
import type { Draft, FileAnswer, Origin, Value } from "#contract/facts.ts";
import { type Asking, isFileAnswer, type PostedParts, type Reading } from "../fields/answer-kind.ts";
import { answerKindOf } from "../fields/answer-kinds.ts";
import { readFiles } from "../fields/file/answer.ts";
import { filledFrom } from "./filled-from.ts";
import { isReplaced } from "./is-replaced.ts";
import { optionalParts } from "./optional-parts.ts";
import { withAnswer, withoutAnswer } from "./path.ts";
import type {
  AnswerProblem,
  Confirmation,
  Gathered,
  JourneyField,
  JourneyPage,
  PageJourney,
  PostedFields,
  PostedValue,
} from "./shapes.ts";
import { confirmationsOf } from "./walk-page.ts";

/** More than this in one text control comes from no honest form of ours. */
const tooMuch = 100_000;

/** The control that holds the proof of corrections on a page. */
export const proofControl = "proof";
/** What is taken as proof of a correction. */
export const proofAccept = { extensions: ["pdf", "jpg", "png"], maxBytes: 10_000_000 };

/** Values posted under a control's name. */
export function valuesOf(posted: PostedFields, control: string): readonly PostedValue[] {
  const value = Object.hasOwn(posted, control) ? posted[control] : undefined;
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function isList(value: PostedValue | readonly PostedValue[]): value is readonly PostedValue[] {
  return Array.isArray(value);
}

function controlsOf(field: JourneyField): string[] {
  return answerKindOf(field.field.type).endings.map((ending) => field.path + ending);
}

function forgedControls(page: JourneyPage, posted: PostedFields): string[] {
  const known = new Set(page.fields.flatMap(controlsOf));
  for (const field of page.fields) {
    known.add(`${field.path}:reason`);
    for (const control of optionalParts.beside?.controls(field) ?? []) known.add(control);
  }
  for (const part of confirmationsOf(page.parts)) known.add(part.path);
  if (page.fields.some((field) => field.field.prefill)) known.add(proofControl);
  return Object.keys(posted).filter(
    (name) =>
      !name.startsWith("_") &&
      (!known.has(name) || valuesOf(posted, name).some((value) => typeof value === "string" && value.length > tooMuch)),
  );
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

/** What a page is read in: everything around it, and how it looks with another draft. */
export interface PageReading {
  readonly journey: PageJourney;
  readonly page: JourneyPage;
  /** The same page walked with this draft; undefined when it is no longer asked. */
  again(draft: Draft): JourneyPage | undefined;
}

/** What a posted page means. */
export interface PageRead {
  readonly draft: Draft;
  readonly problems: readonly AnswerProblem[];
  readonly forged: readonly string[];
  /** The page has something open, or was only saved: stay on it. */
  readonly stay: boolean;
}

/** Reads a posted page. The draft comes back unchanged when anything is forged. */
export function readPage({ journey, page, again }: PageReading, posted: PostedFields): PageRead {
  const { listed } = page.place;
  const gathered: Gathered = {
    // An item that a register or a choice made is not in the draft until it is answered about.
    draft: (listed && optionalParts.addItem?.(journey.draft, listed.path, listed.id)) ?? journey.draft,
    problems: [],
    forged: forgedControls(page, posted),
    appeared: false,
  };
  if (gathered.forged.length === 0) for (const field of page.fields) readField(journey, page, field, posted, gathered);
  if (gathered.forged.length > 0) return refusedRead(journey, gathered.forged);
  for (const part of confirmationsOf(page.parts)) readConfirmation(part, page.address, posted, gathered, journey);
  // The questions as they were shown are read; now the page again, with those that this post itself opened or closed.
  const now = again(gathered.draft);
  const fields = now?.fields ?? [];
  const found = gathered.problems.filter((problem) => stillAsked(problem, fields, page));
  found.push(...(now?.problems ?? []).filter((problem) => !found.some((one) => one.path === problem.path)));
  for (const field of fields) missingNow(journey, page, field, posted, found, gathered);
  readProof(journey, page, fields, posted, found, gathered);
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
function inOrder(problems: readonly AnswerProblem[], page: JourneyPage): AnswerProblem[] {
  const paths = [...page.fields, ...confirmationsOf(page.parts)].map(({ path }) => path);
  const place = ({ path }: AnswerProblem): number => paths.indexOf(path) + 1 || paths.length + 1;
  return problems.toSorted((one, other) => place(one) - place(other));
}

function refusedRead(journey: PageJourney, forged: readonly string[]): PageRead {
  return { draft: journey.draft, problems: [], forged, stay: true };
}

function stillAsked(problem: AnswerProblem, fields: readonly JourneyField[], page: JourneyPage): boolean {
  const field = fields.find((one) => one.path === problem.path);
  return field ? field.asked : confirmationsOf(page.parts).some((part) => part.path === problem.path);
}

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
  page: JourneyPage,
  field: JourneyField,
  posted: PostedFields,
  gathered: Gathered,
): void {
  if (field.locked) {
    if (isPosted(field, posted) && !sameAsRegistered(journey, field, posted)) gathered.forged.push(field.path);
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
  page: JourneyPage,
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
  gathered.draft = {
    ...gathered.draft,
    answers: withoutAnswer(gathered.draft.answers, field.path),
    origins: without(gathered.draft.origins, field.path),
  };
  if (field.asked && field.required)
    gathered.problems.push({ path: field.path, control: at, message: reading.missing, address: page.address });
  else if (field.registered !== undefined && field.field.prefill && field.asked)
    correct(journey, field, field.field.prefill, undefined, gathered);
}

function without(origins: Draft["origins"], path: string): Draft["origins"] {
  const { [path]: _, ...others } = origins;
  return others;
}

function sameAsRegistered(journey: PageJourney, field: JourneyField, posted: PostedFields): boolean {
  const kind = answerKindOf(field.field.type);
  const typed = valuesOf(posted, field.path)[0];
  if (field.registered === undefined || typeof typed !== "string") return false;
  const shown = kind.texts(field.registered, journey.service.currency)[""];
  return typeof shown === "string" && kind.normal(typed) === kind.normal(shown);
}

function keep(journey: PageJourney, field: JourneyField, value: Value, posted: PostedFields, gathered: Gathered): void {
  const { normal } = answerKindOf(field.field.type);
  const { prefill } = field.field;
  if (field.registered !== undefined && prefill) {
    if (normal(value) !== normal(field.registered)) {
      correct(journey, field, prefill, value, gathered, posted);
      return;
    }
    // The register's own value again: nothing is corrected, and nothing needs keeping.
    gathered.draft = {
      ...gathered.draft,
      answers: withoutAnswer(gathered.draft.answers, field.path),
      origins: without(gathered.draft.origins, field.path),
    };
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

function correct(
  journey: PageJourney,
  field: JourneyField,
  prefill: Prefill,
  value: Value | undefined,
  gathered: Gathered,
  posted: PostedFields = {},
): void {
  const before = field.origin?.kind === "corrected" ? field.origin : undefined;
  const reason = valuesOf(posted, `${field.path}:reason`)[0] ?? before?.reason;
  const { instant } = journey.setting;
  const origin: Origin = {
    ...filledFrom(journey.draft, prefill, instant),
    kind: "corrected",
    at: instant,
    old: field.registered ?? "",
    ...(typeof reason === "string" && reason.trim() !== "" ? { reason: reason.trim().slice(0, 1000) } : {}),
    ...(before?.evidence ? { evidence: before.evidence } : {}),
  };
  const answers =
    value === undefined
      ? withoutAnswer(gathered.draft.answers, field.path)
      : withAnswer(gathered.draft.answers, field.path, value);
  gathered.draft = { ...gathered.draft, answers, origins: { ...gathered.draft.origins, [field.path]: origin } };
}

/** A question that this post opened: asked on the next sight of the page; one whose control came along empty, or that this post made required, is a problem now. */
function missingNow(
  journey: PageJourney,
  page: JourneyPage,
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

/** One proof for all corrections of a page: first the page is shown again with the upload open, then it is required. */
function readProof(
  journey: PageJourney,
  page: JourneyPage,
  fields: readonly JourneyField[],
  posted: PostedFields,
  problems: AnswerProblem[],
  gathered: Gathered,
): void {
  const corrected = fields.filter((field) => field.asked && needsProof(field));
  const first = corrected[0];
  if (!first) return;
  const read = readFiles(valuesOf(posted, proofControl), { ...askingOf(journey, first), accept: proofAccept });
  if ("forged" in read) {
    gathered.forged.push(proofControl);
    return;
  }
  if ("problem" in read) {
    problems.push({ path: first.path, control: proofControl, message: read.problem, address: page.address });
    return;
  }
  const proof = read.files[0] ?? proofOf(fields);
  if (proof) {
    for (const field of corrected) attach(field, proof, gathered);
    return;
  }
  const shownBefore =
    page.fields.some((field) => field.asked && needsProof(field)) || Object.hasOwn(posted, proofControl);
  if (!shownBefore) gathered.appeared = true;
  else
    problems.push({
      path: first.path,
      control: proofControl,
      message: journey.setting.words.uploadProof({ label: first.label }),
      address: page.address,
    });
}

/** True for an answer that corrects a register which asks for proof. */
export function needsProof(field: JourneyField): boolean {
  return field.field.prefill?.mode === "correctable-with-evidence" && field.origin?.kind === "corrected";
}

/** The proof already given for a correction on this page. */
export function proofOf(fields: readonly JourneyField[]): FileAnswer | undefined {
  return fields
    .map((field) => (field.origin?.kind === "corrected" ? field.origin.evidence : undefined))
    .find((one) => one !== undefined);
}

function attach(field: JourneyField, evidence: FileAnswer, gathered: Gathered): void {
  const origin = gathered.draft.origins[field.path];
  if (origin?.kind !== "corrected") return;
  gathered.draft = { ...gathered.draft, origins: { ...gathered.draft.origins, [field.path]: { ...origin, evidence } } };
}

/** Reads the box of a declaration or a signature. A signature is kept as the instant of this very post. */
export function readConfirmation(
  part: Confirmation,
  address: string,
  posted: PostedFields,
  gathered: Gathered,
  journey: PageJourney,
): void {
  if (!part.asked) return;
  const { words, instant } = journey.setting;
  const given = valuesOf(posted, part.path).includes("yes");
  const answers = given
    ? withAnswer(gathered.draft.answers, part.path, part.kind === "signature" ? instant : true)
    : withoutAnswer(gathered.draft.answers, part.path);
  gathered.draft = { ...gathered.draft, answers };
  if (given) return;
  const message = part.kind === "signature" ? words.tickToSign : words.tickToConfirm({ statement: part.statement });
  gathered.problems.push({ path: part.path, control: part.path, message, address });
}
