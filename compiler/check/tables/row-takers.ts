// Which other rows take the answers of a row: the ones before it where the first counts, those that give as much or more where
// the highest counts. A row whose answers are all taken can never be used.
import { type Formula, isAlways, opposite } from "../proof/formula.ts";
import type { Translation } from "../proof/translation.ts";
import type { Result, WrittenTable } from "./table-lines.ts";

type Policy = Result["table"]["policy"];

/** One of the rows is worked out over the other: the comparison that makes the row needless, one formula for each result. */
export function outdoes(t: Translation, table: WrittenTable, row: number, other: number): Formula[] {
  return table.results.map(({ table: { policy, rows } }) => {
    const [own, theirs] = [rows[row]?.value, rows[other]?.value];
    if (!own || !theirs) return { kind: "or", parts: [] };
    // Of two rows that give the same, the later one is needless.
    const mayBeSame = other < row;
    const op = policy === "highest" ? (mayBeSame ? "at-least" : "over") : mayBeSame ? "at-most" : "under";
    return t.yes({ op, left: theirs, right: own });
  });
}

/** Rows are held against the later ones too. */
export function countsByValue(policy: Policy): policy is "highest" | "lowest" {
  return policy === "highest" || policy === "lowest";
}

/** Whether the other row takes what both fit. `canBe` says whether something can be so for answers that both fit. */
export function takes(
  t: Translation,
  table: WrittenTable,
  row: number,
  other: number,
  canBe: (formula: Formula) => boolean,
): boolean {
  const policy = table.results[0]?.table.policy;
  if (policy === undefined || policy === "add" || policy === "list") return false;
  const byNumbers = countsByValue(policy) ? numbersOutdo(table, row, other) : undefined;
  if (byNumbers !== undefined) return byNumbers;
  if (countsByValue(policy))
    return outdoes(t, table, row, other).every((formula) => isAlways(formula) || !canBe(opposite(formula)));
  if (other > row) return false;
  return policy === "first" || hasSameResults(table, row, other);
}

/** Written numbers are held against each other at once: a table may have millions of pairs. Undefined for other values. */
function numbersOutdo(table: WrittenTable, row: number, other: number): boolean | undefined {
  for (const { table: result } of table.results) {
    const [own, theirs] = [numberAt(result, row), numberAt(result, other)];
    if (own === undefined || theirs === undefined) return undefined;
    const more = result.policy === "highest" ? theirs - own : own - theirs;
    if (more < 0 || (more === 0 && other > row)) return false;
  }
  return true;
}

function numberAt({ rows }: Result["table"], row: number): number | undefined {
  const value = rows[row]?.value;
  return value?.op === "literal" && typeof value.value === "number" ? value.value : undefined;
}

function hasSameResults(table: WrittenTable, row: number, other: number): boolean {
  return table.results.every(
    ({ table: { rows } }) => JSON.stringify(rows[row]?.value) === JSON.stringify(rows[other]?.value),
  );
}

/** "Line 8 fits all of its answers already." */
export function sayTakers(policy: Policy, lines: readonly number[]): string {
  const one = lines.length === 1;
  if (countsByValue(policy)) {
    const more = policy === "highest" ? "gives as much or more" : "gives as little or less";
    return `Wherever it fits, ${one ? `line ${lines[0]} fits` : `one of lines ${lines.join(", ")} fits`} too and ${more}.`;
  }
  return one
    ? `Line ${lines[0]} fits all of its answers already.`
    : `Lines ${lines.join(", ")} together fit all of its answers already.`;
}
