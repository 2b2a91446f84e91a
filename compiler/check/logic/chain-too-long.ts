// FW113, of a value: it is worked out through more others, one after the other, than can be followed.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { longestChain } from "../../model/expressions/reading.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";

/** Told once: what is worked out further from there has the same cause. */
export function checkChainTooLong(model: Model): Problem[] {
  const limit = `A value may be worked out through at most ${longestChain} others, one after the other.`;
  return findingsOf(model, "chain-too-long")
    .slice(0, 1)
    .map(({ span }) => problems.lineIsTooDeep(span, { limit }));
}
