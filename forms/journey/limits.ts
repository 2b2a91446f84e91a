// What is said about a limit for which the author wrote no words: what to enter, choose or upload instead.
import type { Field, Must } from "#contract";
import { showValue } from "#support/show-value.ts";
import { rarerLimit } from "./limit-words.ts";
import type { Walker } from "./walker.ts";
import { wordsIn } from "./words-in.ts";

/** The standard words for a limit that is broken. */
export function limitWords(
  walker: Pick<Walker, "service" | "setting">,
  field: Field,
  must: Must,
  label: string,
): string {
  const { words, language } = walker.setting;
  if (must.maxCharacters !== undefined) return words.atMostCharacters({ count: must.maxCharacters, label });
  const rarer = rarerLimit(walker, must, label);
  if (rarer) return rarer;
  const [from, to] = [must.atLeast, must.atMost].map((limit) =>
    limit === undefined ? undefined : limitText(walker, field, limit, language),
  );
  const dated = typeof (must.atLeast ?? must.atMost) === "string";
  if (from !== undefined && to !== undefined)
    return dated ? words.dateFromTo({ from, to, label }) : words.numberFromTo({ from, to, label });
  if (from !== undefined) return dated ? words.dateAtLeast({ from, label }) : words.numberAtLeast({ from, label });
  if (to !== undefined) return dated ? words.dateAtMost({ to, label }) : words.numberAtMost({ to, label });
  const own = wordsIn(field.type.patternWords, language);
  return own || words.needsAnotherLook({ label });
}

/** A limit of a date is a day, whatever the kind of question; a number's is shown as its answers are. */
function limitText(
  { service }: Pick<Walker, "service">,
  field: Field,
  limit: number | string,
  language: string,
): string {
  return showValue(limit, typeof limit === "string" ? { kind: "date" } : field.type, language, service);
}
