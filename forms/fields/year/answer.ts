// A year as an answer: a whole number of four digits.
import { numberKind } from "../number/answer.ts";

export const year = numberKind({
  whole: true,
  keep: (typed) => (typed >= 1000 && typed <= 9999 ? typed : undefined),
  wrong: (asking) => asking.setting.words.enterYear,
});
