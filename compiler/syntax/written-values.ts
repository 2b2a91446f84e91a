// Values as people write them elsewhere, and how the language writes them: 1st Apr 2026, 2 000 €, £2k, 24 hrs, fourteen days, 5pm.
// Pure, from text to text. Days in numbers alone, which can be read two ways, are told in their readings and never chosen.

/** A value found at the start of a text: how many characters it has, and how it is written here. */
export interface WrittenValue {
  readonly length: number;
  readonly meant: string;
}

/** The longest value in another spelling with which a text begins; undefined when it begins with none. */
export function writtenValue(text: string): WrittenValue | undefined {
  const found = spellings.flatMap(([pattern, say]) => {
    const match = pattern.exec(text);
    const meant = match ? say(match) : undefined;
    return match && meant !== undefined && meant !== match[0] ? [{ length: match[0].length, meant }] : [];
  });
  return found.sort((one, two) => two.length - one.length)[0];
}

/** 2 000 or £2.000,50: thousands set apart otherwise than with a comma; undefined for a number that needs no other spelling. */
export function groupedNumber(text: string): WrittenValue | undefined {
  const match = grouped.exec(text);
  const [whole = "", sign = "", digits = "", separator = "", cents] = match ?? [];
  if (!match || (sign === "" && separator === ".")) return undefined;
  const thousands = digits.replace(/\D/g, "").replace(/\B(?=(\d{3})+$)/g, ",");
  return { length: whole.length, meant: `${sign.trim()}${thousands}${cents === undefined ? "" : `.${cents}`}` };
}

const grouped = /^([£€$][ \u00a0]?|)(\d{1,3}(?:([ \u00a0\u202f'’.])\d{3}(?:\3\d{3})*))(?:,(\d{2}))?(?![\d.,'’]*\d)/;

/** The days that `01/04/2026`, `2026.04.01` or `25-12-2026` can be, as they are written here. A day that no calendar has is none. */
export function daysMeant(image: string): string[] {
  const [first = 0, second = 0, third = 0] = image.split(/[./-]/).map(Number);
  const orders =
    first > 31
      ? [[third, second, first]]
      : [
          [first, second, third],
          [second, first, third],
        ];
  const days = orders.flatMap(([day = 0, month = 0, year = 0]) => {
    const fullYear = year < 100 ? 2000 + year : year;
    const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(fullYear, month);
    return exists ? [`${day} ${monthNames[month - 1]} ${fullYear}`] : [];
  });
  return [...new Set(days)];
}

/** How many days a month has; January is 1. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The whole number that a word names, up to ninety; undefined for other words. */
export function numberNamed(word: string): number | undefined {
  const at = smallNumbers.indexOf(word.toLowerCase());
  if (at >= 0) return at;
  const [ten = "", one = ""] = word.toLowerCase().split("-");
  const tens = tenNames.indexOf(ten) * 10;
  const ones = one === "" ? 0 : smallNumbers.indexOf(one);
  return tens > 0 && ones >= 0 && ones < 10 ? tens + ones : undefined;
}

export const monthNames: readonly string[] =
  "January February March April May June July August September October November December".split(" ");
const smallNumbers =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tenNames = "- ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

type Spelling = readonly [pattern: RegExp, meant: (match: RegExpExecArray) => string | undefined];

const weekday = "(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?";
const unitWords: Readonly<Record<string, string>> = {
  ...{ min: "minutes", mins: "minutes", hr: "hours", hrs: "hours", h: "hours", d: "days", wk: "weeks", wks: "weeks" },
  ...{ mth: "months", mths: "months", mo: "months", yr: "years", yrs: "years" },
  ...{ minute: "minutes", hour: "hours", day: "days", week: "weeks", month: "months", year: "years" },
  ...{ workday: "working days", weekday: "working days" },
};
const currencyNames: Readonly<Record<string, string>> = {
  ...{ pound: "£", gbp: "£", "£": "£", euro: "€", eur: "€", "€": "€", dollar: "$", usd: "$", $: "$" },
};
const sizeNames: Readonly<Record<string, string>> = { k: "KB", m: "MB", g: "GB" };
const magnitudes: Readonly<Record<string, number>> = {
  ...{ k: 1000, thousand: 1000, m: 1_000_000, million: 1_000_000, bn: 1_000_000_000, billion: 1_000_000_000 },
};

const spellings: readonly Spelling[] = [
  // 1st April 2026, Wed 1 Apr 2026, 1-Apr-26
  [
    new RegExp(
      `^${weekday}(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]([a-z]{3,9})\\.?(?:,? |-)(\\d{4}|\\d{2})(?![\\d:])`,
      "i",
    ),
    ([, day, month = "", year = ""]) => dayOf(day, month, year),
  ],
  // April 1, 2026
  [
    new RegExp(`^${weekday}([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, "i"),
    ([, month = "", day, year = ""]) => dayOf(day, month, year),
  ],
  // 1st April, for every year
  [
    /^(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})\b/i,
    ([, day, month = ""]) => (monthNamed(month) === undefined ? undefined : `${Number(day)} ${monthNamed(month)}`),
  ],
  // £2k, £2.5 million
  [
    /^([£€$] ?)(\d[\d,]*(?:\.\d+)?) ?(k|m|bn|thousand|million|billion)\b/i,
    ([, sign = "", amount = "", word = ""]) =>
      `${sign.trim()}${withCommas(Number(amount.replaceAll(",", "")) * (magnitudes[word.toLowerCase()] ?? 1))}`,
  ],
  // 2,000 €, 2 000 pounds
  [
    /^(\d{1,3}(?:[ ,\u00a0]\d{3})+|\d+)(\.\d{2})? ?(£|€|\$(?!\d)|pounds?\b|gbp\b|euros?\b|eur\b|dollars?\b|usd\b)/i,
    ([, amount = "", cents = "", name = ""]) =>
      `${currencyNames[name.toLowerCase().replace(/s$/, "")] ?? ""}${amount.replace(/[ \u00a0]/g, ",")}${cents}`,
  ],
  // 50p
  [/^(\d{1,2})(?:p| ?pence| ?cents?)\b/i, ([, pence = ""]) => `£0.${pence.padStart(2, "0")}`],
  // -£5
  [/^[-–−] ?([£€$]?)(\d[\d,]*(?:\.\d+)?)/, ([, sign = "", amount = ""]) => `(${sign}0 - ${sign}${amount})`],
  // 2 yrs, 2-years, 24hrs, 14 business days, 14 calendar days
  [
    /^(\d+)[ -]?(?:(working|business|work)[ -]|calendar )?(minutes?|mins?|hours?|hrs?|h|workdays?|weekdays?|days?|d|weeks?|wks?|months?|mths?|mo|years?|yrs?)\b/i,
    ([, amount = "", working, unit = ""]) => lengthOf(Number(amount), working, unit),
  ],
  // 2 fortnights
  [/^(\d+|a|one) fortnights?\b/i, ([, amount = ""]) => `${2 * (Number(amount) || 1)} weeks`],
  // fourteen days, a year
  [
    /^([a-z]+(?:-[a-z]+)?) (?:(working|business)[ -])?(minutes?|hours?|days?|weeks?|months?|years?)\b/i,
    ([, word = "", working, unit = ""]) => {
      const amount = /^an?$/i.test(word) ? 1 : numberNamed(word);
      return amount === undefined ? undefined : lengthOf(amount, working, unit);
    },
  ],
  // 1.5 years, half a year
  [
    /^(?:(\d+)[.,]5 (years|days|hours)|half an? (year|day|hour))\b/i,
    ([, whole = "0", several, one]) => halves[`${several ?? `${one}s`}`.toLowerCase()]?.(Number(whole)),
  ],
  // 10 megabytes, 10 MiB, 1,5 MB
  [
    /^(\d+(?:[.,]\d+)?) ?([kmg])(?:ega|ilo|iga)?i?(?:b|bytes?)\b/i,
    ([, amount = "", letter = ""]) => `${amount.replace(",", ".")} ${sizeNames[letter.toLowerCase()]}`,
  ],
  // 25 percent, 12,5 %
  [/^(\d+(?:[.,]\d+)?) ?(?:%|per ?cent\b)/i, ([, amount = ""]) => `${amount.replace(",", ".")}%`],
  // 5pm, 5.30 pm, 17h30
  [
    /^(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\b\.?/i,
    ([, hours = "", minutes = "00", half = ""]) => {
      const hour = (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
      return Number(hours) > 12 ? undefined : `${String(hour).padStart(2, "0")}:${minutes}`;
    },
  ],
  [/^(\d{1,2})h(\d{2})\b/i, ([, hours = "", minutes = ""]) => `${hours}:${minutes}`],
];

const halves: Readonly<Record<string, (whole: number) => string>> = {
  years: (whole) => `${whole * 12 + 6} months`,
  days: (whole) => `${whole * 24 + 12} hours`,
  hours: (whole) => `${whole * 60 + 30} minutes`,
};

function dayOf(day: string | undefined, month: string, year: string): string | undefined {
  const name = monthNamed(month);
  const number = Number(day);
  const fullYear = year.length === 2 ? 2000 + Number(year) : Number(year);
  if (name === undefined || number < 1 || number > daysIn(fullYear, monthNames.indexOf(name) + 1)) return undefined;
  return `${number} ${name} ${fullYear}`;
}

/** Apr, Sept, Apirl: at least three letters of a month, or its letters in another order. */
function monthNamed(word: string): string | undefined {
  const letters = word.toLowerCase();
  const sorted = (name: string) => [...name.toLowerCase()].sort().join("");
  const short = monthNames.filter((month) => month.toLowerCase().startsWith(letters));
  return short[0] ?? monthNames.find((month) => sorted(month) === sorted(letters));
}

function lengthOf(amount: number, working: string | undefined, unit: string): string | undefined {
  const small = unit.toLowerCase();
  const word = unitWords[small] ?? unitWords[small.replace(/s$/, "")];
  if (word === undefined) return undefined;
  const named = working && word === "days" ? "working days" : word;
  return `${amount} ${amount === 1 ? named.slice(0, -1) : named}`;
}

function withCommas(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
