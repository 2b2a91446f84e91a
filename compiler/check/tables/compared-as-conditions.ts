// Tables with a cell that compares with another answer (over partner-pay): no grid can be drawn, so rows are compared as
// conditions, pair by pair. Only for tables of a readable size; a larger one is told as not decided.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import type { Undecided } from "../logic/not-decided.ts";
import { sayExample } from "../proof/example.ts";
import { afterForm } from "../proof/form-places.ts";
import { allOf, always, anyOf, type Formula, opposite } from "../proof/formula.ts";
import type { Provers } from "../proof/prove.ts";
import type { Translation } from "../proof/translation.ts";
import { lineNumber, removeLine } from "../text-edits.ts";
import { countsByValue, outdoes } from "./row-takers.ts";
import type { WrittenTable } from "./table-lines.ts";

const mostRows = 60;

export function compareAsConditions(
  model: Model,
  provers: Provers,
  table: WrittenTable,
): { problems: Problem[]; undecided: Undecided[] } {
  const [result] = table.results;
  const open: Undecided = { what: `whether exactly one row of ${table.name} fits all answers`, at: table.nameSpan };
  if (!result || table.rows.length > mostRows) return { problems: [], undecided: [open] };
  const { t, canBe } = provers.at({ turn: afterForm });
  const whens = result.table.rows.map((row) => t.yes(row.when));
  const found: Problem[] = [];
  let isOpen = false;
  if (!result.table.otherwise) {
    const gap = allOf(whens.map(opposite));
    const answer = canBe(gap);
    isOpen ||= answer.verdict === "open";
    if (answer.verdict === "found")
      found.push(
        problems.tableGap(table.nameSpan, {}, { explanation: [`Nothing fits when ${sayExample(t, [gap], answer)}.`] }),
      );
  }
  whens.forEach((when, later) => {
    const line = table.rows[later]?.line;
    const earlier = whens.slice(0, later);
    const isFirst = result.table.policy === "first";
    const used = canBe(allOf([when, ...(isFirst ? earlier.map(opposite) : []), isNotOutdone(t, table, later, whens)]));
    isOpen ||= used.verdict === "open";
    if (used.verdict === "none" && line) {
      const fixes = [
        { title: `remove line ${lineNumber(model.trees, line.span)}`, edits: [removeLine(model.trees, line)] },
      ];
      const reason =
        isFirst && earlier.length > 0
          ? "Earlier rows fit all of its answers already."
          : canBe(when).verdict === "none"
            ? "Its answers cannot come together."
            : "Wherever it fits, other rows fit too and count instead.";
      found.push(problems.rowNeverUsed(line.span, {}, { explanation: [reason], fixes }));
    }
    if (result.table.policy !== "exactly-one" || !line) return;
    for (const [first, other] of earlier.entries()) {
      const differ = anyOf(
        table.results.map(({ table: { rows } }) => {
          const [one, two] = [rows[first]?.value, rows[later]?.value];
          return one && two ? t.no({ op: "is", left: one, right: two }) : anyOf([]);
        }),
      );
      const both = canBe(allOf([when, other, differ]));
      isOpen ||= both.verdict === "open";
      if (both.verdict !== "found") continue;
      const firstLine = table.rows[first]?.line;
      const related = firstLine ? [{ span: firstLine.span, words: "this row fits too" }] : [];
      const explanation = [`When ${sayExample(t, [when, other], both)}, both rows fit.`];
      found.push(problems.rowsDiffer(line.span, {}, { related, explanation }));
      return;
    }
  });
  return { problems: found, undecided: isOpen ? [open] : [] };
}

/** Where the highest or the lowest counts: in one of the results no other row that fits gives as much. */
function isNotOutdone(t: Translation, table: WrittenTable, row: number, whens: readonly Formula[]): Formula {
  const policy = table.results[0]?.table.policy;
  if (policy === undefined || !countsByValue(policy)) return always;
  const others = whens.flatMap((when, at) => (at === row ? [] : [{ when, outdone: outdoes(t, table, row, at) }]));
  return anyOf(
    table.results.map((_, result) =>
      allOf(others.map(({ when, outdone }) => opposite(allOf([when, outdone[result] ?? always])))),
    ),
  );
}
