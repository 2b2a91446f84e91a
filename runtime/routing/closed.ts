// Whether a service takes new applications on a day, as a value; the words for it are those who say it. Pure.
import type { Service } from "#contract";

/** ended: the author closes it. trial-over: the trial's last day is past. trial-full: it has all the cases it may have. */
export type Closed = "ended" | "trial-over" | "trial-full";

/**
 * Why a service takes no new applications; undefined while it does. `today` is a day in its time zone ("2026-04-01"),
 * `cases` how many it has been sent.
 */
export function whyClosed({ status }: Pick<Service, "status">, today: string, cases: number): Closed | undefined {
  const { stage, until, atMostCases } = status;
  if (stage === "closing") return "ended";
  if (until !== undefined && today > until) return "trial-over";
  return atMostCases !== undefined && cases >= atMostCases ? "trial-full" : undefined;
}
