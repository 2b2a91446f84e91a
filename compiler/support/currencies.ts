// Currencies: how many digits stand behind the point, and how an amount is written in a text. Codes are those of ISO 4217.

/** The signs a text may put in front of an amount; other currencies are written by their code: KWD 12.500. */
export const currencySigns: Readonly<Record<string, string>> = { "£": "GBP", "€": "EUR", $: "USD", "¥": "JPY" };

/** How many digits stand behind the point in a currency: 2 for GBP, 0 for JPY, 3 for KWD. 2 for a code that is none. */
export function coinDigits(currency: string): number {
  // Asked for every amount in a text, and Intl takes its time.
  if (currency === "GBP" || currency === "EUR" || currency === "USD") return 2;
  if (!/^[A-Z]{3}$/.test(currency)) return 2;
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount as a text writes it: £0, ¥500, KWD 0.250. */
export function writtenMoney(amount: string, currency: string): string {
  const sign = Object.entries(currencySigns).find(([, code]) => code === currency)?.[0];
  return `${sign ?? `${currency} `}${amount}`;
}

/** Whole coins as a text writes them, with a comma between thousands: 120050 pence are £1,200.50. */
export function writtenCoins(coins: number, currency: string): string {
  const digits = coinDigits(currency);
  const amount = Math.abs(coins) / 10 ** digits;
  const shown = Number.isInteger(amount) ? String(amount) : amount.toFixed(digits);
  const grouped = shown.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));
  return `${coins < 0 ? "-" : ""}${writtenMoney(grouped, currency)}`;
}
