// FW702: an outcome, a way out of a stage, a row or an exception that no example reaches; with a ready example where one can be found.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { quotedAt, wordOf } from "../../model/line.ts";
import type { BuiltRule } from "../../model/model.ts";
import type { Stage as RouteStage } from "../../model/shapes.ts";
import type { Line, Span } from "../../syntax/tree.ts";
import { lineOfStage, nameSpan } from "../route/stages.ts";
import { endOfBlock, insertAt, textAt } from "../text-edits.ts";
import type { Played, Stage } from "./play-example.ts";
import { missedOf, type Reached, reachedBy, wayFrom } from "./reached.ts";
import { findReadyExamples } from "./ready-example.ts";

/** A draft without examples is left alone: it gets there by its first one. */
export function checkOutcomeWithoutExample(stage: Stage, played: readonly Played[]): Problem[] {
  const { model } = stage;
  if (played.length === 0 && model.status.stage === "draft") return [];
  const reached = reachedBy(played);
  const rules = [...model.rules.values()].filter((rule) => rule.at.file === model.tree.file && rule.name !== undefined);
  return [
    ...missedOutcomes(stage, played, reached),
    ...(played.length === 0 ? [] : (model.route?.stages ?? []).flatMap((one) => missedWays(stage, one, reached))),
    ...(played.length === 0 ? [] : withoutRepeats(rules.flatMap((rule) => missedBranches(stage, rule, played)))),
  ];
}

function missedOutcomes(stage: Stage, played: readonly Played[], { places }: Reached): Problem[] {
  const missed = stage.model.outcomes.filter(({ name }) => !places.has(name));
  const ready =
    missed.length > 0 ? findReadyExamples(stage, played, new Set(missed.map(({ name }) => name))) : undefined;
  return missed.flatMap((outcome) => {
    const line = lineOfStage(stage.model, outcome);
    if (!line) return [];
    const lines = ready?.get(outcome.name);
    const title = quotedAt(line)?.words ?? outcome.name;
    const fixes = lines ? [exampleFix(stage, title, lines)] : [];
    const explanation = lines
      ? []
      : ["No way to it was found from what the examples give: give other answers in a new one."];
    return [
      problems.outcomeWithoutExample(
        nameSpan(line),
        { reaches: `reaches outcome ${outcome.name}` },
        { explanation, fixes },
      ),
    ];
  });
}

function exampleFix({ model }: Stage, title: string, lines: readonly string[]): Fix {
  const text = [`example "${title}"`, ...lines.map((line) => `  ${line}`)].join("\n");
  const after = model.tree.lines.findLast((line) => wordOf(line) === "example") ?? model.tree.lines.at(-1);
  const span: Span = after?.span ?? { file: model.tree.file, start: 0, end: 0 };
  return { title: `add  example "${title}"`, edits: [insertAt(span, after ? endOfBlock(after) : 0, `\n\n${text}`)] };
}

/** A way between two places that examples do reach; one to an unreached place is told there. */
function missedWays({ model }: Stage, stage: RouteStage, { places, ways }: Reached): Problem[] {
  const line = lineOfStage(model, stage);
  const written: (readonly [to: string | undefined, by: string])[] = [
    ...stage.exits.map(({ goTo }) => [goTo, `its condition for ${goTo}`] as const),
    ...stage.actions.map(({ name, goTo }) => [goTo, name] as const),
    ...(stage.checks ?? []).map(({ name, finish }) => [finish?.goTo, `when the time of ${name} is over`] as const),
    [stage.otherwise, "otherwise"],
  ];
  const missed = written.flatMap(([to, by]) =>
    to !== undefined && places.has(to) && !ways.has(wayFrom(stage.name, to)) ? [`${by} → ${to}`] : [],
  );
  if (!line || missed.length === 0 || !places.has(stage.name)) return [];
  const reaches = `leaves stage ${stage.name} by every way`;
  return [
    problems.outcomeWithoutExample(
      nameSpan(line),
      { reaches },
      { explanation: [`Not gone yet: ${missed.join(", ")}.`] },
    ),
  ];
}

function missedBranches(stage: Stage, rule: BuiltRule, played: readonly Played[]): Problem[] {
  const missed = missedOf(stage, rule, played);
  const [first] = missed;
  if (first === undefined) return [];
  const { model } = stage;
  const isTable = rule.expression.op === "table";
  const word = isTable ? "|" : "except";
  const block = model.tree.lines.findLast((line) => line.span.start <= rule.at.start);
  const lines = (block?.children ?? []).filter((line) => wordOf(line) === word);
  const at = (index: number): Line | undefined => lines[index + (isTable ? 1 : 0)];
  const said = missed
    .flatMap((index) => at(index) ?? [])
    .map((line) => textAt(model.trees, line.span).replace(/\s+/g, " "));
  const reaches = isTable ? `takes every row of ${tableName(rule)}` : `takes every exception of ${rule.name ?? ""}`;
  return [
    problems.outcomeWithoutExample(
      at(first)?.span ?? rule.at,
      { reaches },
      { explanation: said.map((text) => `Not taken yet:  ${text}`) },
    ),
  ];
}

function tableName({ expression, name }: BuiltRule): string {
  return (expression.op === "table" ? expression.table : name) ?? "";
}

/** A table with two results is one table. */
function withoutRepeats(found: readonly Problem[]): Problem[] {
  return found.filter((problem, index) => found.findIndex((one) => one.at.start === problem.at.start) === index);
}
