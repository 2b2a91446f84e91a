// One choice of a list as an answer: the option's name.
import type { AnswerKind } from "../answer-kind.ts";
import { postedText } from "../answer-kind.ts";

export const oneOf: AnswerKind = {
  endings: [""],
  read(parts, asking) {
    const chosen = postedText(parts);
    if (chosen === "") return { missing: asking.setting.words.chooseAnswer({ label: asking.label }) };
    return asking.options.some((option) => option.value === chosen) ? { value: chosen } : { forged: true };
  },
  texts: (value) => ({ "": String(value) }),
  normal: (value) => String(value),
};
