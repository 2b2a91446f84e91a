// What a person says instead of a register: kept beside what the register said, with the proof that it may want.
import type { Prefill, Type } from "#contract";
import type { Draft, FileAnswer, FilledFrom, Origin, Value } from "#contract/facts.ts";
import { type AnswerKind, type Asking, isFileAnswer } from "../fields/answer-kind.ts";
import { withAnswer, withoutAnswer } from "./path.ts";
import { valuesOf } from "./posted-values.ts";
import { needsProof, proofAccept, proofControl, proofOf } from "./proof.ts";
import type { AnswerProblem, Gathered, JourneyField, PageJourney, PageQuestions, PostedFields } from "./shapes.ts";

/** What a proof is read in; `fields` stand as they do with what was posted. */
export interface ProofPlace {
  readonly kindOf: (type: Type) => AnswerKind;
  readonly askingOf: (journey: PageJourney, field: JourneyField) => Asking;
  readonly journey: PageJourney;
  readonly page: PageQuestions;
  readonly fields: readonly JourneyField[];
  readonly gathered: Gathered;
}

/** A question that is corrected. */
export interface CorrectedPlace {
  readonly filledFrom: (draft: Draft, prefill: Prefill, instant: string) => FilledFrom;
  readonly journey: PageJourney;
  readonly field: JourneyField;
  readonly gathered: Gathered;
}

/** Keeps an answer that is not the register's; nothing where it was left empty. */
function correct(
  { journey, field, gathered, filledFrom }: CorrectedPlace,
  value: Value | undefined,
  posted: PostedFields,
): void {
  const { prefill } = field.field;
  if (!prefill) return;
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

/** One proof for all corrections of a page: first the page is shown again with the upload open, then it is required. */
function readProof(
  { journey, page, fields, gathered, kindOf, askingOf }: ProofPlace,
  posted: PostedFields,
  problems: AnswerProblem[],
): void {
  const corrected = fields.filter((field) => field.asked && needsProof(field));
  const first = corrected[0];
  if (!first) return;
  // A proof is read as a file is.
  const asking = { ...askingOf(journey, first), accept: proofAccept };
  const read = kindOf({ kind: "file" }).read({ "": valuesOf(posted, proofControl) }, asking);
  if ("forged" in read) {
    gathered.forged.push(proofControl);
    return;
  }
  if ("problem" in read) {
    problems.push({ path: first.path, control: proofControl, message: read.problem, address: page.address });
    return;
  }
  const proof = "value" in read && isFileAnswer(read.value) ? read.value : proofOf(fields);
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

function attach(field: JourneyField, evidence: FileAnswer, gathered: Gathered): void {
  const origin = gathered.draft.origins[field.path];
  if (origin?.kind !== "corrected") return;
  gathered.draft = { ...gathered.draft, origins: { ...gathered.draft.origins, [field.path]: { ...origin, evidence } } };
}

/** What the journey does with them, as one part. */
export const corrections = { correct, readProof };
