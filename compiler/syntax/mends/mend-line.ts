// Mending by trial: of all that the author may have meant, the first with which the whole line can be read; else the first with which it
// can be read further.
import type { IToken } from "chevrotain";
import type { Reading } from "../line-grammar.ts";
import { mendBehindType } from "./behind-type.ts";
import { mendBesideValue, mendIfThen } from "./beside-value.ts";
import {
  mendBars,
  mendBoundsInCells,
  mendCalculationInCell,
  mendRule,
  mendSeveralInCell,
  mendWordsInCell,
} from "./cells.ts";
import { mendArrow, mendBetween, mendContraction, mendSymbol } from "./comparisons.ts";
import { mendEveryday } from "./everyday.ts";
import { mendLinesBelow } from "./lines-below.ts";
import { mendDigitFirst, mendDot, mendReservedName, mendSpacedName } from "./names.ts";
import { mendOptionsBelow } from "./options-below.ts";
import { mendPayment } from "./payment.ts";
import { mendLeftOut, mendLetter, mendOrMore, mendTwice, mendUnit, mendYesOrNo } from "./slips.ts";
import { mendStopWhen } from "./stop-when.ts";
import type { Candidate, Mend, Stopped } from "./stopped.ts";
import { mendWholeLine } from "./whole-line.ts";
import {
  mendComment,
  mendConditionLast,
  mendMissing,
  mendMissingEach,
  mendMissingQuotes,
  mendOrder,
  mendPunctuation,
  mendQuotesInside,
  mendSpelling,
  mendSuperfluous,
} from "./words.ts";
import { mendWrittenOtherwise } from "./written-otherwise.ts";

/** In the order in which they are tried. */
const mends: readonly Mend[] = [
  mendTwice,
  mendLetter,
  mendYesOrNo,
  mendOrMore,
  mendWholeLine,
  mendStopWhen,
  mendPayment,
  mendOptionsBelow,
  mendLinesBelow,
  mendBehindType,
  mendWrittenOtherwise,
  mendEveryday,
  mendComment,
  mendRule,
  mendBars,
  mendBoundsInCells,
  mendCalculationInCell,
  mendSeveralInCell,
  mendWordsInCell,
  mendIfThen,
  mendBesideValue,
  mendArrow,
  mendBetween,
  mendSymbol,
  mendContraction,
  mendDot,
  mendDigitFirst,
  mendConditionLast,
  mendUnit,
  mendLeftOut,
  mendSpelling,
  mendReservedName,
  mendSpacedName,
  mendPunctuation,
  mendSuperfluous,
  mendOrder,
  mendMissingEach,
  mendQuotesInside,
  mendMissingQuotes,
  mendMissing,
];

/** The mend of a line whose reading stopped; undefined when nothing helps. */
export function mendLine(
  stopped: Stopped,
  attempt: (tokens: IToken[]) => Reading | undefined,
  tried: readonly Mend[] = mends,
): Candidate | undefined {
  // Finding what could be tried costs as much as trying it: a text of nothing but mistakes is read on without either.
  if (stopped.reader.budget.trials <= 0) return undefined;
  let further: Candidate | undefined;
  for (const mend of tried) {
    for (const candidate of mend(stopped)) {
      if (stopped.reader.budget.trials <= 0) return further;
      const reading = attempt(candidate.tokens);
      if (reading && reading.stop === undefined) return candidate;
      const added = Math.max(0, candidate.tokens.length - stopped.tokens.length);
      if (!further && !candidate.onlyWhole && (reading?.stop ?? 0) > stopped.stop + added) further = candidate;
    }
  }
  return further;
}
