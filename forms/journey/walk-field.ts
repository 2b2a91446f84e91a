// One question on the path: is it asked, what is its answer, where does that come from, what is wrong with it.
import type { Field, Type } from "#contract";
import type { Origin, Value } from "#contract/facts.ts";
import { own, valueAt } from "#support/facts.ts";
import { answerKindOf } from "../fields/answer-kinds.ts";
import { filledFrom } from "./filled-from.ts";
import { isReplaced } from "./is-replaced.ts";
import { knownListOf } from "./known-list-names.ts";
import { optionalParts } from "./optional-parts.ts";
import { answerAt, put } from "./path.ts";
import type { JourneyField, JourneyOption } from "./shapes.ts";
import type { Place, Walker } from "./walker.ts";

/** Walks one question; when it is asked and answered its value counts from here on. */
export function walkField(walker: Walker, asWritten: Field, place: Place, askedAround: boolean): JourneyField {
  const options = openOptions(walker, asWritten, place);
  const field = optionalParts.choices?.typedByHand(asWritten, options) ?? asWritten;
  const path = walker.pathOf(field, place);
  const asked = askedAround && walker.holds(field.showWhen, place);
  const registered = registeredValue(walker, field, place, options);
  const answer = answerOf(walker, field, path, registered);
  const beside = optionalParts.beside?.of(walker, field, place) ?? {};
  // What stands instead of an answer takes its place: never both.
  const replaced = isReplaced(beside);
  const usable =
    !replaced && answer.value !== undefined && isOpen(answer.value, options, field) ? answer.value : undefined;
  if (asked) {
    walker.asked.add(path);
    optionalParts.beside?.keep(walker, beside, field, place);
    if (answer.origin?.kind === "corrected") walker.corrected.add(path);
    if (usable !== undefined) put(place.record, field.path.slice(place.depth), usable);
  }
  const required = field.requiredWhen ? walker.evaluate(field.requiredWhen, place) === true : !field.optional;
  const label = labelOf(walker, field, place);
  const problem = asked && usable !== undefined ? brokenMust(walker, field, place, label) : undefined;
  const proofMissing =
    field.prefill?.mode === "correctable-with-evidence" &&
    answer.origin?.kind === "corrected" &&
    !answer.origin.evidence;
  const record = field.prefill?.from[0] ?? asWritten.choicesFrom?.path[0];
  const notFilled =
    record !== undefined && !answer.locked && registered === undefined && (field.prefill || options.length === 0)
      ? walker.notSupplied.get(record)
      : undefined;
  const warning = asked ? field.warnings?.find((one) => walker.evaluate(one.when, place) === true)?.say : undefined;
  return {
    kind: "field",
    field,
    path,
    label,
    asked,
    required,
    locked: answer.locked,
    options,
    items: place.items,
    ...beside,
    complete: !asked || ((usable !== undefined || replaced || !required) && problem === undefined && !proofMissing),
    ...(field.hint ? { hint: walker.words(field.hint, place) } : {}),
    ...(usable === undefined ? {} : { value: usable }),
    ...(answer.origin && !replaced ? { origin: answer.origin } : {}),
    ...(registered === undefined ? {} : { registered }),
    ...(notFilled ? { notFilled } : {}),
    ...(problem === undefined ? {} : { problem }),
    ...(warning ? { warning: walker.words(warning, place) } : {}),
  };
}

/** The first fitting wording wins (2.4). */
function labelOf(walker: Walker, field: Field, place: Place): string {
  const wording = field.worded?.find((one) => walker.evaluate(one.when, place) === true);
  return walker.words(wording?.label ?? field.label, place);
}

/** The name of the list behind a type: the author's, or of a known one a name that no author can write. */
function listNameOf(type: Type): string | undefined {
  return knownListOf(type.kind) ?? type.list;
}

function openOptions(walker: Walker, field: Field, place: Place): JourneyOption[] {
  if (field.choicesFrom) return optionalParts.choices?.options(walker, field.choicesFrom, field.type) ?? [];
  const list = walker.service.lists[listNameOf(field.type) ?? ""];
  return (list?.options ?? [])
    .filter((option) => walker.holds(option.showWhen, place))
    .map((option) => ({
      value: option.value,
      label: walker.words(option.label, place),
      ...(option.hint ? { hint: walker.words(option.hint, place) } : {}),
      onItsOwn: option.onItsOwn === true,
    }));
}

/** What a register, the identity or what is carried says, when it said something this question can hold. */
function registeredValue(
  walker: Walker,
  field: Field,
  place: Place,
  options: readonly JourneyOption[],
): Value | undefined {
  if (!field.prefill) return undefined;
  const { filled } = place;
  const [key = "", ...rest] = field.prefill.from;
  if (filled?.from.every((part, index) => field.prefill?.from[index] === part)) {
    const value = valueAt(filled.record, field.prefill.from.slice(filled.from.length));
    return value !== undefined && isOpen(value, options, field) ? value : undefined;
  }
  const value = field.prefill.carries
    ? optionalParts.carried?.value(walker.draft, field.prefill)
    : valueAt(own(place.record, key) ?? walker.values[key], rest);
  return value !== undefined && isOpen(value, options, field) ? value : undefined;
}

/** A choice that is hidden now does not count, and the question is open again. */
function isOpen(value: Value, options: readonly JourneyOption[], field: Field): boolean {
  if (field.choicesFrom) return optionalParts.choices?.isOpen(options, value) ?? false;
  if (listNameOf(field.type) === undefined || typeof value === "boolean") return true;
  const picked = answerKindOf(field.type).chosen?.(value) ?? value;
  const chosen = Array.isArray(picked) ? picked : [picked];
  return chosen.every((one) => options.some((option) => option.value === one));
}

function answerOf(
  walker: Walker,
  field: Field,
  path: string,
  registered: Value | undefined,
): { value?: Value; origin?: Origin; locked: boolean } {
  const stored = answerAt(walker.draft.answers, path);
  const origin = walker.draft.origins[path];
  if (registered === undefined || !field.prefill)
    return { ...(stored === undefined ? {} : { value: stored }), ...(origin ? { origin } : {}), locked: false };
  const from = filledFrom(walker.draft, field.prefill, walker.setting.instant);
  const prefilled: Origin = { kind: "prefilled", ...from };
  // A late answer never overwrites a typed one: what was asked instead stays, and the officer sees that it is not verified.
  const typedInstead = stored !== undefined && origin?.kind === "asked-instead";
  if (field.prefill.mode === "locked" && !typedInstead) return { value: registered, origin: prefilled, locked: true };
  if (origin?.kind === "corrected")
    return { ...(stored === undefined ? {} : { value: stored }), origin, locked: false };
  if (stored === undefined) return { value: registered, origin: prefilled, locked: false };
  const { normal } = answerKindOf(field.type);
  if (origin?.kind !== "asked-instead" && normal(stored) === normal(registered))
    return { value: registered, origin: prefilled, locked: false };
  return { value: stored, ...(origin ? { origin } : {}), locked: false };
}

/** The words for the first limit that is known to be broken. */
function brokenMust(walker: Walker, field: Field, place: Place, label: string): string | undefined {
  const must = field.musts?.find((one) => walker.broken(one.rule, place));
  if (!must) return undefined;
  if (must.otherwise) return walker.words(must.otherwise, place);
  return optionalParts.limits?.(walker, field, must, label) ?? walker.setting.words.needsAnotherLook({ label });
}
