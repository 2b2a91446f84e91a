// All checks of the words that people see, in the order of their codes. All are Tips: words are the author's.
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { checkConditionNotSaid } from "./condition-not-said.ts";
import { checkHardToRead } from "./hard-to-read.ts";
import { checkHintMissing } from "./hint-missing.ts";
import { checkOwnWordsMissing } from "./own-words-missing.ts";
import { checkSameLabelTwice } from "./same-label-twice.ts";
import { checkSentenceTooLong } from "./sentence-too-long.ts";

export function checkWords(model: Model): Problem[] {
  return checks.flatMap((check) => check(model));
}

const checks: readonly ((model: Model) => Problem[])[] = [
  checkSentenceTooLong,
  checkHardToRead,
  checkSameLabelTwice,
  checkHintMissing,
  checkOwnWordsMissing,
  checkConditionNotSaid,
];
