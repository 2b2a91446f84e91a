// A measurement as an answer: a number in the unit that the author named. The unit is no part of what is kept.
import { numberKind } from "../number/answer.ts";

export const measurement = numberKind({
  wrong: ({ type, setting: { words, language } }) => {
    const unit = type.unitWords?.[language] ?? type.unit;
    return unit === undefined ? words.enterNumber : words.enterMeasurement({ unit });
  },
});
