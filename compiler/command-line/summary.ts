// One line that sums up what was found in a text, or in many.
import type { Problem, Severity } from "../diagnostics/problem.ts";

const words: readonly (readonly [Severity, one: string, many: string])[] = [
  ["stop", "stop", "stops"],
  ["check", "check", "checks"],
  ["tip", "tip", "tips"],
];

/** parking.service: 1 stop, 2 tips */
export function summaryOf(file: string, problems: readonly Problem[]): string {
  return `${file}: ${countsOf(problems) || "nothing to mend"}`;
}

/** 12 services: 9 with nothing to mend, 1 stop, 4 tips */
export function summaryOfAll(found: readonly (readonly Problem[])[]): string {
  const good = found.filter((problems) => problems.length === 0).length;
  const said = good === found.length ? "nothing to mend" : `${good} with nothing to mend, ${countsOf(found.flat())}`;
  return `${found.length} services: ${said}`;
}

/** "" when there are none. */
function countsOf(problems: readonly Problem[]): string {
  return words
    .flatMap(([severity, one, many]) => {
      const count = problems.filter((problem) => problem.severity === severity).length;
      return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
    })
    .join(", ");
}
