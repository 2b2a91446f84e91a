// Several choices of a list as an answer: the options' names in the order of the list.
import type { AnswerKind } from "../answer-kind.ts";

export const anyOf: AnswerKind = {
  endings: [""],
  read(parts, { options, setting, label }) {
    const ticked = (parts[""] ?? []).filter((name) => name !== "");
    if (ticked.some((name) => !options.some((option) => option.value === name))) return { forged: true };
    if (ticked.length === 0) return { missing: setting.words.chooseAtLeastOne({ label }) };
    const chosen = options.filter((option) => ticked.includes(option.value));
    const alone = chosen.find((option) => option.onItsOwn);
    if (alone && chosen.length > 1) return { problem: setting.words.aloneOrOthers({ option: alone.label }) };
    return { value: chosen.map((option) => option.value) };
  },
  texts: (value) => ({ "": Array.isArray(value) ? value.map(String) : [String(value)] }),
  normal: (value) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value),
};
