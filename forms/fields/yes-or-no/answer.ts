// Yes or no as an answer: true or false, and further choices that the author added after Yes and No as their names.
import type { AnswerKind } from "../answer-kind.ts";
import { postedText } from "../answer-kind.ts";

export const yesOrNo: AnswerKind = {
  endings: [""],
  read(parts, asking) {
    const chosen = postedText(parts);
    if (chosen === "") return { missing: asking.setting.words.chooseYesOrNo({ label: asking.label }) };
    if (chosen === "yes" || chosen === "no") return { value: chosen === "yes" };
    return asking.options.some((option) => option.value === chosen) ? { value: chosen } : { forged: true };
  },
  texts: (value) => ({ "": typeof value === "boolean" ? (value ? "yes" : "no") : String(value) }),
  normal: (value) => String(value),
};
