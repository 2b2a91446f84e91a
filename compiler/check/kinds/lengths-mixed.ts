// FW303: a length in months compared with one in days: a month is no fixed number of days (language.md 3.2).

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { measureInWords } from "../../model/types/families.ts";
import { findingsOf } from "../findings.ts";

export function checkLengthsMixed(model: Model): Problem[] {
  return findingsOf(model, "lengths-mixed").map(({ left, right, span }) => {
    const args = {
      left: left.said,
      leftMeasure: measureInWords(left.type),
      right: right.said,
      rightMeasure: measureInWords(right.type),
    };
    const related = [left, right].flatMap((side) =>
      side.typeAt && side.span.start !== span.start ? [{ span: side.typeAt, words: measureInWords(side.type) }] : [],
    );
    return problems.lengthsMixed(span, args, {
      related,
      explanation: [reasonOf(left.type.measure, right.type.measure), ...writtenInMonths(left.said, right.said)],
    });
  });
}

/** `90 days` beside a length in months: what is written for so many months. */
function writtenInMonths(left: string, right: string): string[] {
  const [days, other] = [
    [right, left],
    [left, right],
  ].find(([one = ""]) => /^\d+ days?$/.test(one)) ?? [""];
  const months = Math.round(Number.parseInt(days ?? "", 10) / 30.4);
  if (!(months >= 1) || other === undefined) return [];
  const length =
    months % 12 === 0
      ? `${months / 12} ${months === 12 ? "year" : "years"}`
      : `${months} ${months === 1 ? "month" : "months"}`;
  return [`Where ${length} are meant, write  ${length}.`.replace(/^Where 1 (year|month) are/, "Where 1 $1 is")];
}

function reasonOf(one: string | undefined, two: string | undefined): string {
  const both = [one, two];
  if (both.includes("months"))
    return "A month is not a fixed number of days: it depends on the month. Say both in days, or both in months.";
  if (both.includes("working-days"))
    return "How many days a number of working days takes depends on weekends and public holidays.";
  return "Hours and minutes are exact; days end at midnight. Say both in the same way.";
}
