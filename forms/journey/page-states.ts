// What holds on a page of questions at the moment, as names: which questions are asked, what fills them in, what is wrong. Parts of the page that
// come and go name the states they stand for; the server writes them all, and the element in the browser shows those whose state holds.
import { needsProof, proofControl } from "./proof.ts";
import type { AnswerProblem, JourneyField, JourneyPart, PageQuestions } from "./shapes.ts";

/** The names of states. A question that is asked is named by its path, any other part by its place on the page (`partKey`). */
export const states = {
  /** Something on the page needs another look. */
  wrong: ":wrong",
  /** All that is asked was filled in from elsewhere, or not. */
  filled: ":filled",
  unfilled: ":unfilled",
  /** Something was corrected that needs a proof. */
  proof: ":proof",
  /** That is one answer alone, or several. */
  proofOf: (path: string) => `:proof=${path}`,
  proofOfMore: ":proof=",
  /** A choice is open. */
  choice: (path: string, value: string) => `${path}=${encodeURIComponent(value)}`,
  /** A question may be left out. */
  optional: (path: string) => `${path}?`,
  /** Where the answer comes from: `home.town~corrected`. */
  origin: (path: string, kind: "prefilled" | "corrected") => `${path}~${kind}`,
  /** There is a warning beside the answer. */
  warned: (path: string) => `${path}!`,
  /** A group in which nothing can be answered just now. */
  shut: (key: string) => `${key}-`,
};

/** Names a part that is no question by its place: the third part of the second is "#1.2". */
export function partKey(around: string, index: number): string {
  return around === "" ? `#${index}` : `${around}.${index}`;
}

/** The states that hold on a page with what is told about it. */
export function statesOf(page: PageQuestions, problems: readonly AnswerProblem[]): ReadonlySet<string> {
  const on = new Set<string>();
  addParts(page.parts, "", on);
  const asked = page.fields.filter((field) => field.asked);
  for (const field of asked) addField(field, on);
  // A warning waits while the answer needs another look anyway.
  for (const { path, control } of problems) if (control !== proofControl) on.delete(states.warned(path));
  on.add(isFilledIn(asked) ? states.filled : states.unfilled);
  if (problems.length > 0) on.add(states.wrong);
  const corrected = asked.filter(needsProof);
  if (corrected[0]) on.add(states.proof).add(corrected[1] ? states.proofOfMore : states.proofOf(corrected[0].path));
  return on;
}

function addParts(parts: readonly JourneyPart[], around: string, on: Set<string>): void {
  for (const [index, part] of parts.entries()) {
    if (!part.asked) continue;
    const key = partKey(around, index);
    on.add("path" in part && part.kind !== "shown" ? part.path : key);
    if (part.kind !== "group") continue;
    if (!part.parts.some(isOpen)) on.add(states.shut(key));
    addParts(part.parts, key, on);
  }
}

/** Something in it can be answered or read here, beside locked values. */
function isOpen(part: JourneyPart): boolean {
  if (!part.asked) return false;
  return part.kind === "group" ? part.parts.some(isOpen) : part.kind !== "field" || !part.locked;
}

function addField({ path, options, required, origin, warning }: JourneyField, on: Set<string>): void {
  for (const { value } of options) on.add(states.choice(path, value));
  if (!required) on.add(states.optional(path));
  if (origin?.kind === "prefilled" || origin?.kind === "corrected") on.add(states.origin(path, origin.kind));
  if (warning !== undefined) on.add(states.warned(path));
}

function isFilledIn(asked: readonly JourneyField[]): boolean {
  const isFilled = ({ origin, required, value }: JourneyField) =>
    origin?.kind === "prefilled" || origin?.kind === "corrected" || (!required && value === undefined);
  return asked.every(isFilled) && asked.some((field) => field.registered !== undefined);
}
