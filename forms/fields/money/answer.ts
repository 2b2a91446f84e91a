// Money as an answer: typed in pounds (or another coin), kept as a whole number of the smallest coin, never as a fraction.
import { numberKind } from "../number/answer.ts";

/** How many digits stand after the point in a currency: 2 for GBP, 0 for JPY. */
export function smallDigits(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount of the smallest coin in words: 6000 → £60, 6050 → £60.50. */
export function moneyText(value: number, currency: string, language: string): string {
  const digits = smallDigits(currency);
  const whole = value % 10 ** digits === 0;
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: whole ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(value / 10 ** digits);
}

export const money = numberKind({
  wrong: (asking) =>
    asking.setting.words.enterMoney({ example: moneyText(12050, asking.currency, asking.setting.language) }),
  whole: true,
  signs: /\p{Sc}|[A-Z]{3}/gu,
  keep: (typed, asking) => {
    const kept = typed * 10 ** smallDigits(asking.currency);
    // 12.345 has no coin for its last digit; 19.99 * 100 is 1998.9999…, which rounding mends.
    return Math.abs(kept - Math.round(kept)) < 1e-6 ? Math.round(kept) : undefined;
  },
  text: (value, currency) => {
    const digits = smallDigits(currency);
    return value % 10 ** digits === 0 ? String(value / 10 ** digits) : (value / 10 ** digits).toFixed(digits);
  },
  show: (value, asking) => moneyText(value, asking.currency, asking.setting.language),
});
