// What may stand instead of an answer: a box that is ticked, or how a file comes that is not uploaded. Both stand beside the
// answer in the draft and in what is sent, so that the answer itself stays what it is.
import type { Field } from "#contract";
import { asLength } from "#support/lengths.ts";
import { lengthText } from "./length.ts";
import { answerAt, put } from "./path.ts";
import { howControl, insteadControl, readBeside } from "./read-beside.ts";
import type { JourneyField } from "./shapes.ts";
import type { Place, Walker } from "./walker.ts";

type Beside = Pick<JourneyField, "instead" | "ways">;

/** What is offered beside a question, and what of it was chosen. */
export function besideField(walker: Walker, field: Field, place: Place): Beside {
  return { ...insteadOf(walker, field, place), ...waysOf(walker, field, place) };
}

function insteadOf(walker: Walker, { instead }: Field, place: Place): Pick<Beside, "instead"> {
  if (!instead) return {};
  const path = walker.pathOf(instead, place);
  const chosen = answerAt(walker.draft.answers, path) === true;
  return { instead: { path, label: walker.words(instead.label, place), chosen } };
}

function waysOf(walker: Walker, field: Field, place: Place): Pick<Beside, "ways"> {
  if (!field.canBe) return {};
  const path = `${walker.pathOf(field, place)}How`;
  const options = field.canBe.map((way) => ({ how: way.how, label: wayLabel(walker, way, place) }));
  const stored = answerAt(walker.draft.answers, path);
  const chosen = options.find((option) => option.how === stored)?.how;
  return { ways: { path, options, ...(chosen === undefined ? {} : { chosen }) } };
}

function wayLabel(walker: Walker, way: NonNullable<Field["canBe"]>[number], place: Place): string {
  const { words } = walker.setting;
  if (way.how === "already-with-us") return words.howAlready;
  if (way.how === "sent-by-post") return words.howPost;
  if (way.how === "sent-by-someone-else") return words.howSomeoneElse;
  const within =
    way.within ?? (way.withinRule === undefined ? undefined : asLength(walker.evaluate(way.withinRule, place)));
  return within ? words.howLaterWithin({ length: lengthText(within, walker.setting) }) : words.howLater;
}

/** What was chosen counts in rules, under its own name. */
export function keepBeside(walker: Walker, { instead, ways }: Beside, field: Field, place: Place): void {
  const around = field.path.slice(place.depth, -1);
  for (const one of [instead, ways]) if (one) walker.asked.add(one.path);
  if (instead?.chosen && field.instead) put(place.record, field.instead.path.slice(place.depth), true);
  if (ways?.chosen !== undefined) put(place.record, [...around, `${field.path.at(-1)}How`], ways.chosen);
}

/** Controls of what may stand instead of the answer. */
function controls(field: JourneyField): string[] {
  return [...(field.instead ? [insteadControl(field)] : []), ...(field.ways ? [howControl(field)] : [])];
}

/** What the journey does with them, as one part. */
export const beside = { of: besideField, keep: keepBeside, read: readBeside, controls };
