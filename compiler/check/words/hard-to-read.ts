// FW813: a passage that asks for more years of school than everybody has. English only: the measure was made for it.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { hasFewerWords, yearsOfSchool } from "./reading.ts";
import { longSentenceIn } from "./sentence-too-long.ts";
import { originalOf, shownWords } from "./shown-words.ts";

/** Lower secondary education ends after nine years (WCAG 2.2, success criterion 3.1.5). */
const mostYears = 9;
/** Beyond a first degree the number of years says nothing any more. */
const longestSchool = 16;
/** The measure is made for passages; of fewer words one long name would decide. */
const fewestWords = 40;

export function checkHardToRead(model: Model): Problem[] {
  return shownWords(model).flatMap((shown) => {
    const { words, span, language, line } = shown;
    // A sentence that is too long is told as that (FW812), and makes the passage hard.
    if (language !== "en" || hasFewerWords(words, fewestWords) || longSentenceIn(words)) return [];
    const { words: count, years } = yearsOfSchool(words);
    if (count < fewestWords || years <= mostYears) return [];
    const said = years > longestSchool ? `more than ${longestSchool}` : String(years);
    return [
      problems.hardToRead(span, { line: line.replace(/:? prose$/, ""), years: said }, { related: originalOf(shown) }),
    ];
  });
}
