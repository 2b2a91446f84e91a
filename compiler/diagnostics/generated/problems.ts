// Generated from diagnostics/catalogue by `npm run generate`. Do not edit.
import { buildProblem, type More } from "../build-problem.ts";
import type { Problem, Span } from "../problem.ts";

/** One function for each page of the catalogue: where it is, what fills the holes of its words, and what else is known. */
export const problems = {
  /** FW101 Words have no closing quote */
  wordsHaveNoClosingQuote(at: Span, args: Readonly<Record<string, never>>, more: More = {}): Problem {
    return buildProblem({"code":"FW101","slug":"words-have-no-closing-quote","severity":"stop","message":"These words have no closing quote","explanation":["Words that people see start and end with a double quote, on one line."]}, at, args, more);
  },
  /** FW102 A line does not line up */
  lineDoesNotLineUp(at: Span, args: Readonly<Record<string, never>>, more: More = {}): Problem {
    return buildProblem({"code":"FW102","slug":"line-does-not-line-up","severity":"stop","message":"This line does not line up with the lines around it","explanation":[]}, at, args, more);
  },
  /** FW103 A word does not fit where it stands */
  wordDoesNotFit(at: Span, args: { word: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW103","slug":"word-does-not-fit","severity":"stop","message":"\"{word}\" does not fit here","explanation":[]}, at, args, more);
  },
  /** FW104 A line starts with a word that is not known here */
  lineStartsWithUnknownWord(at: Span, args: { A: string | number; word: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW104","slug":"line-starts-with-unknown-word","severity":"stop","message":"{A} cannot have a line that starts with \"{word}\"","explanation":[]}, at, args, more);
  },
  /** FW105 A line stands in the wrong place */
  lineStandsInWrongPlace(at: Span, args: { word: string | number; belongs: string | number; where: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW105","slug":"line-stands-in-wrong-place","severity":"stop","message":"\"{word}\" belongs {belongs}, but this one is {where}","explanation":[]}, at, args, more);
  },
  /** FW106 Symbols compare */
  symbolsCompare(at: Span, args: Readonly<Record<string, never>>, more: More = {}): Problem {
    return buildProblem({"code":"FW106","slug":"symbols-compare","severity":"stop","message":"Use words to compare, not symbols","explanation":[]}, at, args, more);
  },
  /** FW107 A name has spaces */
  nameHasSpaces(at: Span, args: Readonly<Record<string, never>>, more: More = {}): Problem {
    return buildProblem({"code":"FW107","slug":"name-has-spaces","severity":"stop","message":"A name is one word, or words joined with hyphens","explanation":[]}, at, args, more);
  },
  /** FW108 Something follows a line that is complete */
  lineIsTooLong(at: Span, args: { word: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW108","slug":"line-is-too-long","severity":"stop","message":"This line is complete before \"{word}\"","explanation":[]}, at, args, more);
  },
  /** FW109 A line is not finished */
  lineIsNotFinished(at: Span, args: Readonly<Record<string, never>>, more: More = {}): Problem {
    return buildProblem({"code":"FW109","slug":"line-is-not-finished","severity":"stop","message":"This line is not finished","explanation":[]}, at, args, more);
  },
  /** FW110 A date reads two ways */
  dateReadsTwoWays(at: Span, args: { date: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW110","slug":"date-reads-two-ways","severity":"stop","message":"{date} can be read two ways","explanation":[]}, at, args, more);
  },
  /** FW111 A comma stands where a decimal point belongs */
  commaInNumber(at: Span, args: { number: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW111","slug":"comma-in-number","severity":"stop","message":"{number} has a comma where the decimal point belongs","explanation":["A comma separates thousands, or the members of a list. Parts of a whole number follow a point."]}, at, args, more);
  },
  /** FW113 A text is nested too deep */
  lineIsTooDeep(at: Span, args: { limit: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW113","slug":"line-is-too-deep","severity":"stop","message":"This is nested too deep to be read","explanation":["{limit}"]}, at, args, more);
  },
  /** FW114 A day or a time does not exist */
  dayDoesNotExist(at: Span, args: { date: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW114","slug":"day-does-not-exist","severity":"stop","message":"There is no {date} in the calendar","explanation":[]}, at, args, more);
  },
  /** FW402 Between does not say if the ends are included */
  betweenIsUnclear(at: Span, args: Readonly<Record<string, never>>, more: More = {}): Problem {
    return buildProblem({"code":"FW402","slug":"between-is-unclear","severity":"stop","message":"\"between\" does not say if the ends are included","explanation":[]}, at, args, more);
  },
};
