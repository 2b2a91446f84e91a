// A whole number as an answer.
import { numberKind } from "../number/answer.ts";

export const wholeNumber = numberKind({ whole: true, wrong: (asking) => asking.setting.words.enterWholeNumber });
