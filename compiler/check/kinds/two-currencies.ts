// FW304: amounts of two currencies in one service.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";

export function checkTwoCurrencies(model: Model): Problem[] {
  return findingsOf(model, "two-currencies").map(({ currency, first, span, firstAt }) =>
    problems.twoCurrencies(span, { currency, first }, { related: [{ span: firstAt, words: first }] }),
  );
}
