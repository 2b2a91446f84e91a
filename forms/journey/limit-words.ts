// What is said about a limit for which the author wrote no words: what to enter, choose or upload instead.
import type { Field, Must } from "#contract";
import { showValue } from "#support/show-value.ts";
import { lengthText } from "./length.ts";
import { wordsIn } from "./setting.ts";
import type { Walker } from "./walker.ts";

/** The standard words for a limit that is broken. */
export function limitWords(walker: Walker, field: Field, must: Must, label: string): string {
  const { words, language } = walker.setting;
  if (must.maxCharacters !== undefined) return words.atMostCharacters({ count: must.maxCharacters, label });
  if (must.counts) return countWords(walker, must.counts, label);
  if (must.tense) return must.tense === "past" ? words.dateInThePast({ label }) : words.dateInTheFuture({ label });
  if (must.within) return withinWords(walker, must.within, label);
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

/** Which of two bounds is broken is not known here, so both are said. */
function countWords(
  { setting: { words } }: Walker,
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

function withinWords({ setting }: Walker, within: NonNullable<Must["within"]>, label: string): string {
  const { words } = setting;
  const length = lengthText(within.length, setting);
  if (within.dated)
    return within.direction === "last"
      ? words.documentWithinLast({ length, label })
      : words.documentWithinNext({ length, label });
  return within.direction === "last"
    ? words.dateWithinLast({ length, label })
    : words.dateWithinNext({ length, label });
}

/** A limit of a date is a day, whatever the kind of question; a number's is shown as its answers are. */
function limitText({ service }: Walker, field: Field, limit: number | string, language: string): string {
  return showValue(limit, typeof limit === "string" ? { kind: "date" } : field.type, language, service);
}
