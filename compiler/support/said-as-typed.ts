// Kinds whose answers are said as they are typed, or by the label of the choice: what is typed can be said back at once.
import type { Type } from "#contract";

const kinds: ReadonlySet<Type["kind"]> = new Set([
  "text",
  "full-name",
  "email",
  "phone-number",
  "postcode",
  "vehicle-registration",
  "one-of",
]);

/** True of a kind that needs no Intl and no order of parts to be said. */
export function isSaidAsTyped({ kind }: Pick<Type, "kind">): boolean {
  return kinds.has(kind);
}
