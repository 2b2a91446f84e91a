// What was posted instead of an answer: a ticked box, or how a file comes that is not uploaded now.
import type { Reading } from "../fields/answer-kind.ts";
import { withAnswer, withoutAnswerAt } from "./path.ts";
import type { Gathered, JourneyField, PageJourney, PageQuestions, PostedFields } from "./shapes.ts";

/** The control of the box instead of an answer. */
export function insteadControl({ path }: Pick<JourneyField, "path">): string {
  return `${path}:instead`;
}

/** The control that says how a file comes. */
export function howControl({ path }: Pick<JourneyField, "path">): string {
  return `${path}:how`;
}

/** What a question is read in. */
export interface BesidePlace {
  readonly journey: PageJourney;
  readonly page: PageQuestions;
  readonly field: JourneyField;
  readonly gathered: Gathered;
}

/**
 * Reads what stands beside the answer; true when it takes the answer's place, so that the answer itself is not read. A
 * file that comes along counts as uploaded, whatever else was chosen.
 */
export function readBeside(place: BesidePlace, posted: PostedFields, reading: Reading): boolean {
  const { field, gathered } = place;
  const { instead, ways } = field;
  if (!instead && !ways) return false;
  const ticked = instead ? textsAt(posted, insteadControl(field)) : [];
  const [how = "now"] = ways ? textsAt(posted, howControl(field)) : [];
  const known = how === "now" || ways?.options.some((option) => option.how === how);
  if (!known || ticked.some((text) => text !== "yes")) {
    gathered.forged.push(field.path);
    return true;
  }
  for (const path of [instead?.path, ways?.path])
    if (path !== undefined) gathered.draft = withoutAnswerAt(gathered.draft, path);
  if (instead && ticked.length > 0) return readBox(place, instead, reading);
  if (!ways || how === "now" || "problem" in reading || "forged" in reading || isFresh(field, reading)) return false;
  takePlace(place, ways.path, how);
  return true;
}

function readBox(place: BesidePlace, instead: NonNullable<JourneyField["instead"]>, reading: Reading): boolean {
  const { journey, page, field, gathered } = place;
  if ("forged" in reading) return false;
  if ("missing" in reading) {
    takePlace(place, instead.path, true);
    return true;
  }
  const message = journey.setting.words.answerOrBox({ box: instead.label, label: field.label });
  gathered.problems.push({ path: field.path, control: insteadControl(field), message, address: page.address });
  return true;
}

/** Files that were there before come along with every reading; only a new one is an upload. */
function isFresh(field: JourneyField, reading: Reading): boolean {
  return "value" in reading && JSON.stringify(reading.value) !== JSON.stringify(field.value);
}

function takePlace({ journey, field, gathered }: BesidePlace, path: string, value: string | true): void {
  const draft = withoutAnswerAt(gathered.draft, field.path);
  gathered.draft = {
    ...draft,
    answers: withAnswer(draft.answers, path, value),
    origins: { ...draft.origins, [path]: { kind: "typed", at: journey.setting.instant } },
  };
}

function textsAt(posted: PostedFields, control: string): string[] {
  const value = Object.hasOwn(posted, control) ? posted[control] : undefined;
  return [value ?? []].flat().filter((one) => typeof one === "string");
}
