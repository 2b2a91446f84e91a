// What a person says instead of a register, said back to them beside the question: "You say: Electric". Only kinds that are said as they are
// typed are said back; of any other the control beside the note shows it.
import { isSaidAsTyped } from "#support/said-as-typed.ts";
import type { JourneyField, Setting } from "./shapes.ts";

/** The answer of a question in words; nothing of a kind that is not said back. */
export function ownWords({ value, options, field }: JourneyField, { words }: Setting): string | undefined {
  if (!isSaidAsTyped(field.type)) return undefined;
  if (value === undefined || value === "") return words.youSay({ value: words.notGiven });
  return words.youSay({ value: options.find((option) => option.value === value)?.label ?? String(value) });
}
