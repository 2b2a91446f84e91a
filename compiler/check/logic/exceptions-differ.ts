// FW407: exceptions of one calculation that can both apply and give different results. The first one counts (language 3.6.12); the
// author should have meant that. One that is a part of a later one is meant to come first: otherwise it would never count.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { conditionOf, nameAt } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Expression } from "../../model/shapes.ts";
import type { Line } from "../../syntax/tree.ts";
import { inWords, sayExample } from "../proof/example.ts";
import { afterForm } from "../proof/form-places.ts";
import { allOf, opposite } from "../proof/formula.ts";
import { dataByRule, exceptionsIn, exceptLines, mostExceptions } from "../proof/guards.ts";
import type { Provers } from "../proof/prove.ts";
import { insertAt, lineNumber, textAt } from "../text-edits.ts";
import type { Undecided } from "./not-decided.ts";

const orderForm = "when several match use the first";

interface Pair {
  readonly when: { readonly when: Expression; readonly value: Expression };
  readonly line: Line;
}

/** `dead` are exceptions that can never apply: that is told already. */
export function checkExceptionsDiffer(
  provers: Provers,
  dead: readonly Problem[],
): { problems: Problem[]; undecided: Undecided[] } {
  const found: Problem[] = [];
  const undecided: Undecided[] = [];
  const data = dataByRule(provers.model);
  for (const rule of provers.model.rules.values()) {
    const line = rule.broken || rule.name === undefined ? undefined : data.get(rule.id)?.line;
    const cases = exceptionsIn(rule.expression)?.cases ?? [];
    const lines = line ? exceptLines(line) : [];
    if (!line || cases.length !== lines.length || line.children.some(({ form }) => form === orderForm)) continue;
    if (cases.length > mostExceptions) {
      undecided.push({
        what: `which of these ${cases.length} exceptions can apply`,
        at: nameAt(line)?.span ?? line.span,
      });
      continue;
    }
    const pairs = cases.map((when, index): Pair | undefined => {
      const at = lines[index];
      return at && !isTold(dead, at) ? { when, line: at } : undefined;
    });
    for (const [later, two] of pairs.entries()) {
      if (!two) continue;
      const looked = pairs
        .slice(0, later)
        .flatMap((one) => (one ? [{ one, answer: bothApply(provers, one, two) }] : []));
      const differ = looked.filter(({ answer }) => typeof answer === "string" && answer !== "open");
      if (differ.length > 0) found.push(told(provers.model, lines[0] ?? line, two, differ));
      else if (looked.some(({ answer }) => answer === "open"))
        undecided.push({ what: "whether these exceptions can both apply", at: two.line.span });
    }
  }
  return { problems: found, undecided };
}

function isTold(dead: readonly Problem[], line: Line): boolean {
  return dead.some(({ code, at }) => code === "FW405" && at.file === line.span.file && at.start === line.span.start);
}

/** An example of both, in words; undefined when they never apply together, differ nowhere, or the first is a part of the second. */
function bothApply({ at }: Provers, { when: one }: Pair, { when: two }: Pair): string | "open" | undefined {
  const { t, canBe } = at({ turn: afterForm });
  const differ = t.no({ op: "is", left: one.value, right: two.value });
  const [first, second] = [t.yes(one.when), t.yes(two.when)];
  const answer = canBe(allOf([first, second, differ]));
  if (answer.verdict === "open") return "open";
  if (answer.verdict === "none" || canBe(allOf([first, opposite(second)])).verdict === "none") return undefined;
  const example = sayExample(t, [first, second], answer);
  return example === "" ? "Some answers fit both" : `When ${example}, both apply`;
}

function told(
  model: Model,
  top: Line,
  { line: later }: Pair,
  differ: readonly { one: Pair; answer: string | undefined }[],
): Problem {
  const lines = differ.map(({ one }) => lineNumber(model.trees, one.line.span));
  const others = lines.length === 1 ? `the one on line ${lines[0]}` : `those on lines ${inWords(lines.map(String))}`;
  return problems.exceptionsDiffer(
    later.span,
    { others },
    {
      related: differ.map(({ one }) => ({ span: one.line.span, words: "this one counts, because it stands first" })),
      explanation: [`${differ[0]?.answer}. The first one is used.`],
      fixes: [
        ...(differ.length === 1 ? differ.flatMap(({ one }) => unlessFix(model, one.line, later)) : []),
        {
          title: `say that it is meant so: add  ${orderForm}`,
          edits: [insertAt(top.span, top.span.start, `${orderForm}\n${" ".repeat(top.indent)}`)],
        },
      ],
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
