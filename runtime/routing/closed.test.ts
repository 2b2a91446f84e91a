import { expect, test } from "vitest";
import { whyClosed } from "./closed.ts";

test("a trial takes cases through its last day and up to its number, then says which of both is over", () => {
  const status = { stage: "pilot", until: "2026-09-30", atMostCases: 2 } as const;
  expect(whyClosed({ status }, "2026-09-30", 1)).toBeUndefined();
  expect(whyClosed({ status }, "2026-09-30", 2)).toBe("trial-full");
  expect(whyClosed({ status }, "2026-10-01", 0)).toBe("trial-over");
});

test("a service that closes takes nothing; a live one takes everything", () => {
  expect(whyClosed({ status: { stage: "closing" } }, "2026-01-01", 0)).toBe("ended");
  expect(whyClosed({ status: { stage: "live" } }, "2046-01-01", 1_000_000)).toBeUndefined();
});
