// Which kind of answer stands behind each type of the contract. A flat table: a type without a kind of its own is read as the nearest one.
import type { Type } from "#contract";
import type { AnswerKind } from "./answer-kind.ts";
import { anyOf } from "./any-of/answer.ts";
import { appointment } from "./appointment/answer.ts";
import { areaOnAMap } from "./area-on-a-map/answer.ts";
import { bankAccount } from "./bank-account/answer.ts";
import { businessNumber } from "./business-number/answer.ts";
import { caseNumber } from "./case/answer.ts";
import { country } from "./country/answer.ts";
import { date } from "./date/answer.ts";
import { dateOfBirth } from "./date-of-birth/answer.ts";
import { dateRange } from "./date-range/answer.ts";
import { duration } from "./duration/answer.ts";
import { email } from "./email/answer.ts";
import { file } from "./file/answer.ts";
import { files } from "./files/answer.ts";
import { fullName } from "./full-name/answer.ts";
import { gridReference } from "./grid-reference/answer.ts";
import { language } from "./language/answer.ts";
import { longText } from "./long-text/answer.ts";
import { measurement } from "./measurement/answer.ts";
import { money } from "./money/answer.ts";
import { moneyInAnyCurrency } from "./money-in-any-currency/answer.ts";
import { month } from "./month/answer.ts";
import { nationalId } from "./national-id/answer.ts";
import { number } from "./number/answer.ts";
import { oneOf } from "./one-of/answer.ts";
import { percentage } from "./percentage/answer.ts";
import { phoneNumber } from "./phone-number/answer.ts";
import { photo } from "./photo/answer.ts";
import { placeOnAMap } from "./place-on-a-map/answer.ts";
import { postalAddress } from "./postal-address/answer.ts";
import { postcode } from "./postcode/answer.ts";
import { referenceNumber } from "./reference-number/answer.ts";
import { text } from "./text/answer.ts";
import { time } from "./time/answer.ts";
import { vehicleRegistration } from "./vehicle-registration/answer.ts";
import { webAddress } from "./web-address/answer.ts";
import { wholeNumber } from "./whole-number/answer.ts";
import { year } from "./year/answer.ts";
import { yesOrNo } from "./yes-or-no/answer.ts";

/** The kind of answer for each type. */
export const answerKinds: Readonly<Partial<Record<Type["kind"], AnswerKind>>> = {
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
  declaration: yesOrNo,
};

/** The kind of answer behind a type; plain text where there is none of its own. */
export function answerKindOf(type: Type): AnswerKind {
  return answerKinds[type.kind] ?? text;
}
