// Money in a currency that the person chooses: { amount, currency }, the amount in whole coins of that currency (ISO 4217).
// Two of them are never added: there is no rate between them.
import { coinDigits } from "#support/currencies.ts";
import { own } from "#support/facts.ts";
import { localeOf, showMoney } from "#support/show-parts.ts";
import { type AnswerKind, postedText, type Reading, type Texts } from "../answer-kind.ts";
import { money } from "../money/answer.ts";

export const moneyInAnyCurrency: AnswerKind = {
  endings: [":amount", ":currency"],
  read(posted, asking): Reading {
    const { words, language } = asking.setting;
    const [typed, chosen] = [postedText(posted, ":amount"), postedText(posted, ":currency")];
    const currency = asking.options.find((option) => option.value === chosen)?.value;
    if (chosen !== "" && currency === undefined) return { forged: true };
    const example = showMoney(120 * 10 ** coinDigits(asking.currency), localeOf(language, asking), asking.currency);
    if (typed === "") return { missing: words.enterMoney({ example }), at: ":amount" };
    if (currency === undefined) return { problem: words.chooseCurrency({ label: asking.label }), at: ":currency" };
    const read = money.read({ "": [typed] }, { ...asking, currency });
    if (!("value" in read)) return { problem: words.enterMoney({ example }), at: ":amount" };
    return { value: { amount: read.value, currency } };
  },
  texts(value): Texts {
    const currency = String(own(value, "currency") ?? "");
    if (!/^[A-Z]{3}$/.test(currency)) return {};
    return { ":amount": money.texts(own(value, "amount") ?? 0, currency)[""] ?? "", ":currency": currency };
  },
  chosen: (value) => own(value, "currency") ?? "",
  normal: (value) => `${own(value, "amount")} ${own(value, "currency")}`,
};
