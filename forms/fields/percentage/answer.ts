// A percentage as an answer: 25 means 25 %.
import { numberKind } from "../number/answer.ts";

export const percentage = numberKind({
  wrong: (asking) => asking.setting.words.enterPercentage,
  signs: /%/g,
});
