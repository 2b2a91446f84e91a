// Choices that a register gave for this case. Where it gave none, the question is asked in plain words instead.
import type { Field, Type } from "#contract";
import type { Value } from "#contract/facts.ts";
import { isSameValue, own, valueAt } from "#support/facts.ts";
import { showValue } from "./fill.ts";
import type { JourneyOption } from "./shapes.ts";
import type { Walker } from "./walker.ts";

/** The records of the list as choices, each value once. */
export function fetchedOptions(
  walker: Walker,
  { path, value, says }: NonNullable<Field["choicesFrom"]>,
  type: Type,
): JourneyOption[] {
  const list = valueAt(walker.values, path);
  const records: readonly Value[] = Array.isArray(list) ? list : [];
  const options = records.flatMap((record): JourneyOption[] => {
    const kept = own(record, value);
    if (kept === undefined) return [];
    const parts = says.flatMap((part) => {
      const said = own(record, part.key);
      return said === undefined ? [] : [showValue(said, part.type, walker.service, walker.setting)];
    });
    const whole = type.kind === "appointment" ? appointmentIn(record) : undefined;
    if (type.kind === "appointment" && !whole) return [];
    return [
      {
        value: String(kept),
        label: parts.join(", ") || String(kept),
        onItsOwn: false,
        ...(whole === undefined ? {} : { answer: whole }),
      },
    ];
  });
  return options.filter((option, index) => options.findIndex((one) => one.value === option.value) === index);
}

/** The parts of an appointment, found by their names. */
function appointmentIn(record: Value): Value | undefined {
  const parts = ["start", "end", "place"].flatMap((key) => {
    const part = own(record, key);
    return typeof part === "string" ? [[key, part] as const] : [];
  });
  return parts[0]?.[0] === "start" ? Object.fromEntries(parts) : undefined;
}

/** Without choices there is nothing to choose from: the answer is typed. */
export function typedByHand(field: Field, options: readonly JourneyOption[]): Field {
  if (!field.choicesFrom || options.length > 0) return field;
  const { choicesFrom: _, ...others } = field;
  return field.type.kind === "appointment" ? others : { ...others, type: { kind: "text" } };
}

/** Whether an answer is among those offered: whole, or by what was chosen. */
function isOpen(options: readonly JourneyOption[], value: Value): boolean {
  const chosen: readonly Value[] = Array.isArray(value) ? value : [value];
  return chosen.every((one) => options.some((option) => isSameValue(option.answer ?? option.value, one)));
}

/** What the journey does with them, as one part. */
export const choices = { options: fetchedOptions, typedByHand, isOpen };
