// The names of types, as written after "as", and the contract's types for them.
import type { plainTypeNames } from "../../syntax/type-words.ts";
import type { Type } from "../shapes.ts";

/** Types whose name is all there is to say. */
const plain: Readonly<Record<string, Type["kind"]>> = {
  text: "text",
  "long text": "long-text",
  "full name": "full-name",
  email: "email",
  "phone number": "phone-number",
  "web address": "web-address",
  "reference number": "reference-number",
  number: "number",
  "whole number": "whole-number",
  money: "money",
  "money in any currency": "money-in-any-currency",
  percentage: "percentage",
  date: "date",
  "date of birth": "date-of-birth",
  month: "month",
  year: "year",
  time: "time",
  "date range": "date-range",
  appointment: "appointment",
  "yes or no": "yes-or-no",
  country: "country",
  language: "language",
  "postal address": "postal-address",
  postcode: "postcode",
  "place on a map": "place-on-a-map",
  "area on a map": "area-on-a-map",
  "grid reference": "grid-reference",
  "vehicle registration": "vehicle-registration",
  "national id": "national-id",
  "business number": "business-number",
  "bank account": "bank-account",
  file: "file",
  files: "files",
  photo: "photo",
} satisfies Record<(typeof plainTypeNames)[number], Type["kind"]>;

/** Everything that can stand after "as", for suggestions. */
export const typeNames: readonly string[] = [
  ...Object.keys(plain),
  "measurement in kilograms",
  "one of these",
  "any of these",
];

/** What the words of a type mean, before its list or service is looked up. */
export type ReadType =
  | { readonly kind: "plain"; readonly type: Type }
  | { readonly kind: "choice"; readonly choice: "one-of" | "any-of"; readonly list: string }
  | { readonly kind: "case"; readonly service: string }
  | { readonly kind: "own"; readonly name: string };

/** Reads the words of a type. A single unknown word may be a type of the author's own. */
export function readType(words: readonly string[]): ReadType {
  const said = words.join(" ");
  const kind = Object.hasOwn(plain, said) ? plain[said] : undefined;
  if (kind) return { kind: "plain", type: { kind } };
  const [first, second, third] = words;
  if ((first === "one" || first === "any") && second === "of" && third !== undefined)
    return { kind: "choice", choice: first === "one" ? "one-of" : "any-of", list: third };
  if (first === "measurement" && second === "in" && third !== undefined)
    return { kind: "plain", type: { kind: "measurement", unit: words.slice(2).join(" ") } };
  if (first === "case" && second === "of" && third !== undefined) return { kind: "case", service: third };
  return { kind: "own", name: said };
}
