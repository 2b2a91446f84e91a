// FW407: two exceptions of one calculation that can both apply and give different results. The first one counts (language
// 3.6.12); the author should have meant that.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { conditionOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Expression } from "../../model/shapes.ts";
import type { Line } from "../../syntax/tree.ts";
import { sayExample } from "../proof/example.ts";
import { afterForm } from "../proof/form-places.ts";
import { allOf } from "../proof/formula.ts";
import { exceptionsIn, exceptLines, lineOfRule } from "../proof/guards.ts";
import type { Provers } from "../proof/prove.ts";
import { insertAt, lineNumber, textAt } from "../text-edits.ts";
import type { Undecided } from "./not-decided.ts";

type Case = { readonly when: Expression; readonly value: Expression };

/** `dead` are exceptions that can never apply: that is told already. */
export function checkExceptionsDiffer(
  provers: Provers,
  dead: readonly Problem[],
): { problems: Problem[]; undecided: Undecided[] } {
  const found: Problem[] = [];
  const undecided: Undecided[] = [];
  for (const rule of provers.model.rules.values()) {
    const line = rule.broken || rule.name === undefined ? undefined : lineOfRule(provers.model, rule.id);
    const cases = exceptionsIn(rule.expression)?.cases ?? [];
    const lines = line ? exceptLines(line) : [];
    if (cases.length !== lines.length) continue;
    for (let later = 1; later < cases.length; later++)
      for (let first = 0; first < later; first++) {
        const [one, two, oneLine, twoLine] = [cases[first], cases[later], lines[first], lines[later]];
        if (!one || !two || !oneLine || !twoLine || isTold(dead, oneLine) || isTold(dead, twoLine)) continue;
        const problem = compareCases(provers, [one, two], [oneLine, twoLine]);
        if (problem === "open") undecided.push({ what: "whether these exceptions can both apply", at: twoLine.span });
        else if (problem) found.push(problem);
      }
  }
  return { problems: found, undecided };
}

function isTold(dead: readonly Problem[], line: Line): boolean {
  return dead.some(({ code, at }) => code === "FW405" && at.file === line.span.file && at.start === line.span.start);
}

function compareCases(
  { model, at }: Provers,
  [one, two]: readonly [Case, Case],
  [oneLine, twoLine]: readonly [Line, Line],
): Problem | "open" | undefined {
  const { t, canBe } = at({ turn: afterForm });
  const differ = t.no({ op: "is", left: one.value, right: two.value });
  const [first, second] = [t.yes(one.when), t.yes(two.when)];
  const answer = canBe(allOf([first, second, differ]));
  if (answer.verdict === "open") return "open";
  if (answer.verdict === "none") return undefined;
  const example = sayExample(t, [first, second], answer);
  const line = lineNumber(model.trees, oneLine.span);
  const when = example === "" ? "Some answers fit both" : `When ${example}, both apply`;
  return problems.exceptionsDiffer(
    twoLine.span,
    { line },
    {
      related: [{ span: oneLine.span, words: "this one counts, because it stands first" }],
      explanation: [`${when}. The first one is used.`],
      fixes: unlessFix(model, oneLine, twoLine),
    },
  );
}

/** Says what counts: the second only when the first does not apply. */
function unlessFix(model: Model, first: Line, second: Line): Fix[] {
  const [one, two] = [conditionOf(first), conditionOf(second)];
  const isPlain = one && two && one.kind === "is" && (two.kind === "is" || two.kind === "chain" || two.kind === "fact");
  if (!isPlain) return [];
  const text = `unless ${textAt(model.trees, one.span)}`;
  return [{ title: `add  ${text}`, edits: [insertAt(second.span, two.span.end, ` ${text}`)] }];
}
