// A bank account as an answer: the name on it, and the sort code and account number; where money is not in pounds, its IBAN.
import { own } from "#support/facts.ts";
import { type AnswerKind, type Asking, type PostedParts, plainText, postedText, type Reading } from "../answer-kind.ts";

const parts = ["name", "sortCode", "accountNumber", "iban"] as const;

/** British accounts are known by sort code and number, others by their IBAN. */
export function hasSortCode(currency: string): boolean {
  return currency === "GBP";
}

export const bankAccount: AnswerKind = {
  endings: parts.map((part) => `:${part}`),
  read(posted, asking) {
    const { words } = asking.setting;
    if (parts.every((part) => postedText(posted, `:${part}`) === ""))
      return { missing: words.enterAccountName, at: ":name" };
    const name = postedText(posted, ":name").replace(/\s+/g, " ");
    if (name === "") return { problem: words.enterAccountName, at: ":name" };
    if (name.length > 200)
      return { problem: words.atMostCharacters({ count: 200, label: words.accountName }), at: ":name" };
    return hasSortCode(asking.currency) ? readBritish(name, posted, asking) : readIban(name, posted, asking);
  },
  texts: (value) => Object.fromEntries(parts.map((part) => [`:${part}`, String(own(value, part) ?? "")])),
  normal: (value) => parts.map((part) => plainText(own(value, part) ?? "").replace(/[\s-]/g, "")).join("\n"),
};

function readBritish(name: string, posted: PostedParts, { setting: { words } }: Asking): Reading {
  const code = digitsOf(posted, ":sortCode");
  if (!/^\d{6}$/.test(code)) return { problem: words.enterSortCode, at: ":sortCode" };
  const accountNumber = digitsOf(posted, ":accountNumber");
  if (!/^\d{6,8}$/.test(accountNumber)) return { problem: words.enterAccountNumber, at: ":accountNumber" };
  return { value: { name, sortCode: code.replace(/(\d\d)(?=\d)/g, "$1-"), accountNumber } };
}

function digitsOf(posted: PostedParts, ending: string): string {
  return postedText(posted, ending).replace(/[\s–-]/g, "");
}

function readIban(name: string, posted: PostedParts, { setting: { words } }: Asking): Reading {
  const iban = digitsOf(posted, ":iban").toUpperCase();
  if (!isIban(iban)) return { problem: words.enterIban, at: ":iban" };
  return { value: { name, iban: iban.replace(/(.{4})(?=.)/g, "$1 ") } };
}

/** ISO 13616: country, check digits, account; as a number, letters from A = 10, it leaves 1 when divided by 97. */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(iban)) return false;
  let rest = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4)) rest = Number(`${rest}${Number.parseInt(sign, 36)}`) % 97;
  return rest === 1;
}
