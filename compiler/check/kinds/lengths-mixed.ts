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
      explanation: [reasonOf(left.type.measure, right.type.measure)],
    });
  });
}

function reasonOf(one: string | undefined, two: string | undefined): string {
  const both = [one, two];
  if (both.includes("months"))
    return "A month is not a fixed number of days: it depends on the month. Say both in days, or both in months.";
  if (both.includes("working-days"))
    return "How many days a number of working days takes depends on weekends and public holidays.";
  return "Hours and minutes are exact; days end at midnight. Say both in the same way.";
}
