// Which template shows each type of the contract. A flat table: a type without one of its own is shown as a line of text.
import type { TemplateResult } from "lit";
import type { Type } from "#contract";
import type { FieldView } from "../parts/field.ts";
import { anyOf } from "./any-of/template.ts";
import { appointment } from "./appointment/template.ts";
import { areaOnAMap } from "./area-on-a-map/template.ts";
import { bankAccount } from "./bank-account/template.ts";
import { businessNumber } from "./business-number/template.ts";
import { caseNumber } from "./case/template.ts";
import { country } from "./country/template.ts";
import { date } from "./date/template.ts";
import { dateOfBirth } from "./date-of-birth/template.ts";
import { dateRange } from "./date-range/template.ts";
import { duration } from "./duration/template.ts";
import { email } from "./email/template.ts";
import { file } from "./file/template.ts";
import { files } from "./files/template.ts";
import { fullName } from "./full-name/template.ts";
import { gridReference } from "./grid-reference/template.ts";
import { language } from "./language/template.ts";
import { longText } from "./long-text/template.ts";
import { measurement } from "./measurement/template.ts";
import { money } from "./money/template.ts";
import { moneyInAnyCurrency } from "./money-in-any-currency/template.ts";
import { month } from "./month/template.ts";
import { nationalId } from "./national-id/template.ts";
import { number } from "./number/template.ts";
import { oneOf } from "./one-of/template.ts";
import { percentage } from "./percentage/template.ts";
import { phoneNumber } from "./phone-number/template.ts";
import { photo } from "./photo/template.ts";
import { placeOnAMap } from "./place-on-a-map/template.ts";
import { postalAddress } from "./postal-address/template.ts";
import { postcode } from "./postcode/template.ts";
import { referenceNumber } from "./reference-number/template.ts";
import { text } from "./text/template.ts";
import { time } from "./time/template.ts";
import { vehicleRegistration } from "./vehicle-registration/template.ts";
import { webAddress } from "./web-address/template.ts";
import { wholeNumber } from "./whole-number/template.ts";
import { year } from "./year/template.ts";
import { yesOrNo } from "./yes-or-no/template.ts";

/** Shows one question. */
export type FieldTemplate = (view: FieldView) => TemplateResult;

/** The template for each type. */
export const fieldTemplates: Readonly<Partial<Record<Type["kind"], FieldTemplate>>> = {
  text,
  "long-text": longText,
  "full-name": fullName,
  email,
  "phone-number": phoneNumber,
  "web-address": webAddress,
  "reference-number": referenceNumber,
  number,
  "whole-number": wholeNumber,
  money,
  "money-in-any-currency": moneyInAnyCurrency,
  percentage,
  measurement,
  date,
  "date-of-birth": dateOfBirth,
  "date-range": dateRange,
  duration,
  month,
  year,
  time,
  "yes-or-no": yesOrNo,
  "one-of": oneOf,
  "any-of": anyOf,
  country,
  language,
  "postal-address": postalAddress,
  "bank-account": bankAccount,
  postcode,
  "vehicle-registration": vehicleRegistration,
  "national-id": nationalId,
  "business-number": businessNumber,
  "grid-reference": gridReference,
  "place-on-a-map": placeOnAMap,
  "area-on-a-map": areaOnAMap,
  appointment,
  case: caseNumber,
  file,
  photo,
  files,
};

/** The template for a type. */
export function fieldTemplateOf(type: Type): FieldTemplate {
  return fieldTemplates[type.kind] ?? text;
}
