// Money as an answer: typed in pounds (or another coin), kept as a whole number of the smallest coin, never as a fraction.
import { coinDigits } from "#support/currencies.ts";
import { localeOf, showMoney } from "#support/show-parts.ts";
import { numberKind } from "../number/answer.ts";

export const money = numberKind({
  wrong: (asking) =>
    asking.setting.words.enterMoney({
      example: showMoney(
        Math.round(120.5 * 10 ** coinDigits(asking.currency)),
        localeOf(asking.setting.language, asking),
        asking.currency,
      ),
    }),
  whole: true,
  signs: /\p{Sc}|[A-Z]{3}/gu,
  keep: (typed, asking) => {
    const kept = typed * 10 ** coinDigits(asking.currency);
    // 12.345 has no coin for its last digit; 19.99 * 100 is 1998.9999…, which rounding mends.
    return Math.abs(kept - Math.round(kept)) < 1e-6 ? Math.round(kept) : undefined;
  },
  text: (value, currency) => {
    const digits = coinDigits(currency);
    return value % 10 ** digits === 0 ? String(value / 10 ** digits) : (value / 10 ** digits).toFixed(digits);
  },
});
