// A length of time as an answer: a number and a unit, kept as { amount, unit }.
import { asLength } from "#support/lengths.ts";
import { lengthText } from "../../journey/length.ts";
import { type AnswerKind, postedText, type Texts } from "../answer-kind.ts";
import { parseNumber } from "../number/answer.ts";

/** The units, as the contract names them. */
export const units = ["minutes", "hours", "days", "working-days", "weeks", "months", "years"] as const;

export const duration: AnswerKind = {
  endings: [":amount", ":unit"],
  read(parts, { setting }) {
    const [typed, chosen] = [postedText(parts, ":amount"), postedText(parts, ":unit")];
    const unit = units.find((one) => one === chosen);
    if (chosen !== "" && !unit) return { forged: true };
    const words = setting.words.enterLength({ example: lengthText({ amount: 6, unit: "months" }, setting) });
    if (typed === "" && !unit) return { missing: words, at: ":amount" };
    const amount = parseNumber(typed);
    if (amount === undefined || amount < 0 || !Number.isSafeInteger(amount)) return { problem: words, at: ":amount" };
    return unit ? { value: { amount, unit } } : { problem: words, at: ":unit" };
  },
  texts(value): Texts {
    const length = asLength(value);
    return length ? { ":amount": String(length.amount), ":unit": length.unit } : {};
  },
  normal(value) {
    const length = asLength(value);
    return length ? `${length.amount} ${length.unit}` : "";
  },
};
