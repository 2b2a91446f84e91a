// Where a link of the summary leads: to the control, on this page or on another.
import type { AnswerProblem } from "../journey/shapes.ts";

/** The page that a summary stands on. */
export interface SummaryAt {
  readonly address: string;
  /** Begins the addresses of other pages. */
  readonly base: string;
}

/** The address of what is wrong. */
export function problemHref({ address, base }: SummaryAt, problem: AnswerProblem): string {
  return problem.address === address ? `#${problem.control}` : `${base}/${problem.address}#${problem.control}`;
}
