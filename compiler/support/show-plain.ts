// Answers that are one number, one choice, yes or no or plain text, as people read them. Apart from days, addresses and lists, which need much more: a
// form's script often shows nothing else.
import type { Service, Type } from "#contract";
import type { Value } from "#contract/facts.ts";
import { localeOf, showMoney, showNumber, yesOrNo } from "./show-parts.ts";
import { wordsIn } from "./words.ts";

/** What showing needs of a service. */
export type Shown = Pick<Service, "lists" | "currency" | "languages" | "timeZone">;

/** Kinds that `showPlain` says as `showValue` does. */
export const plainKinds: ReadonlySet<Type["kind"]> = new Set([
  "number",
  "whole-number",
  "money",
  "percentage",
  "measurement",
  "year",
  "yes-or-no",
  "one-of",
  "text",
  "long-text",
]);

/** The value as plain text in a language; "" of what has parts. */
export function showPlain(value: Value, type: Type, language: string, service: Shown): string {
  if (typeof value === "boolean") return yesOrNo(value, language);
  if (typeof value === "number") return showAmount(value, type, language, service);
  if (typeof value !== "string") return "";
  // Further choices stand after Yes and No.
  const isChoice = type.kind === "one-of" || type.kind === "any-of" || type.kind === "yes-or-no";
  return isChoice ? optionLabel(value, type, language, service) : value;
}

function showAmount(value: number, type: Type, language: string, service: Shown): string {
  const locale = localeOf(language, service);
  if (type.kind === "money") return showMoney(value, locale, service.currency);
  if (type.kind === "year") return String(value);
  const number = showNumber(value, locale);
  if (type.kind === "percentage") return `${number}%`;
  const unit = type.unitWords ? wordsIn(type.unitWords, language, service.languages[0]?.tag ?? language) : type.unit;
  return unit ? `${number} ${unit}` : number;
}

/** The label of a choice; a choice that is not in the list any more is shown by its name. */
export function optionLabel(value: string, type: Type, language: string, service: Shown): string {
  const list =
    type.list !== undefined && Object.hasOwn(service.lists, type.list) ? service.lists[type.list] : undefined;
  const option = list?.options.find((one) => one.value === value);
  return option ? wordsIn(option.label, language, service.languages[0]?.tag ?? language) : value;
}
