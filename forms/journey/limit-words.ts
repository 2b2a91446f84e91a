// What is said about the rarer limits for which the author wrote no words: counts, past and future, lengths of time.
import type { Must } from "#contract";
import { lengthText } from "./length.ts";
import type { Walker } from "./walker.ts";

type Speaking = Pick<Walker, "setting">;

/** A date in the past, or in the future. */
function tense({ setting: { words } }: Speaking, limit: NonNullable<Must["tense"]>, label: string): string {
  return limit === "past" ? words.dateInThePast({ label }) : words.dateInTheFuture({ label });
}

/** Which of two bounds is broken is not known here, so both are said. */
function counts(
  { setting: { words } }: Speaking,
  { of, atLeast, atMost }: NonNullable<Must["counts"]>,
  label: string,
): string {
  const most = {
    characters: words.atMostCharacters,
    words: words.atMostWords,
    files: words.atMostFiles,
    choices: words.atMostChoices,
  };
  const least = {
    characters: words.atLeastCharacters,
    words: words.atLeastWords,
    files: words.atLeastFiles,
    choices: words.atLeastChoices,
  };
  if (atLeast !== undefined && atMost !== undefined)
    return `${least[of]({ count: atLeast, label })}. ${most[of]({ count: atMost, label })}`;
  return atMost === undefined ? least[of]({ count: atLeast ?? 1, label }) : most[of]({ count: atMost, label });
}

/** Within the last, or the next, length of time. */
function within({ setting }: Speaking, limit: NonNullable<Must["within"]>, label: string): string {
  const { words } = setting;
  const length = lengthText(limit.length, setting);
  if (limit.dated)
    return limit.direction === "last"
      ? words.documentWithinLast({ length, label })
      : words.documentWithinNext({ length, label });
  return limit.direction === "last" ? words.dateWithinLast({ length, label }) : words.dateWithinNext({ length, label });
}

/** The words for a rarer limit; undefined for any other. */
export function rarerLimit(walker: Speaking, must: Must, label: string): string | undefined {
  if (must.counts) return counts(walker, must.counts, label);
  if (must.tense) return tense(walker, must.tense, label);
  return must.within && within(walker, must.within, label);
}
