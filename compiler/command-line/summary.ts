// One line that sums up what was found in a text.
import type { Problem, Severity } from "../diagnostics/problem.ts";

const words: readonly (readonly [Severity, one: string, many: string])[] = [
  ["stop", "stop", "stops"],
  ["check", "check", "checks"],
  ["tip", "tip", "tips"],
];

/** parking.service: 1 stop, 2 tips */
export function summaryOf(file: string, problems: readonly Problem[]): string {
  const counts = words.flatMap(([severity, one, many]) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return `${file}: ${counts.length > 0 ? counts.join(", ") : "nothing to mend"}`;
}
