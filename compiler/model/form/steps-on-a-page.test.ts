// What is written on a page and is a step of its own: where it comes, and under which conditions.
import { expect, test } from "vitest";
import { parseTree } from "../../syntax/parse.ts";
import { buildModel } from "../build-model.ts";
import type { Expression } from "../shapes.ts";

const text = `service market "Market stall"
source tax "Tax register"
  because "Market Act s 4"
  operation turnover
    needs number as text
    gives amount as money
    if unavailable ask applicant
question-set place "Place"
  ask street "Which street?" as text
  ask town "Which town?" as text
    show when street is answered
  stop far "Too far"
    show when town is "Far"
section stall "Your stall"
  ask days "How many days?" as whole number
  ask number "Which number?" as text
  page where "Where"
    show when days is 3
    fetch records from tax's turnover using number
    ask other "Another place?" as yes or no
    include place as home
      show when days is over 2
    stop none "Nothing to do"
      show when other is no
`;

const { tree } = parseTree("market.service", text);
const model = buildModel(tree, [tree]);

/** The conditions as they are written, opened up to the last. */
function written(id: string | undefined): string[] {
  const rule = id === undefined ? undefined : model?.rules.get(id);
  if (!rule) return [];
  const { expression } = rule;
  const parts: readonly Expression[] = expression.op === "and" ? expression.parts : [];
  const named = parts.flatMap((part) => (part.op === "rule" ? [part.id] : []));
  return named.length > 0 ? named.flatMap(written) : [text.slice(rule.at.start, rule.at.end)];
}

test("lookups come before the page, ends after it, each under the page's condition", () => {
  const steps = model?.sections[0]?.steps.slice(2) ?? [];
  expect(
    steps.map((step) => [`${step.kind} ${step.name}`, step.kind === "fetch" ? [] : written(step.showWhen)]),
  ).toEqual([
    ["fetch records", []],
    ["page where", ["days is 3"]],
    ["stop far", ["days is 3", "days is over 2", 'town is "Far"']],
    ["stop none", ["days is 3", "other is no"]],
  ]);
});

test("the condition of a set that is included on a page stands with each of its questions", () => {
  const page = model?.sections[0]?.steps.find((step) => step.kind === "page" && step.name === "where");
  const parts = page?.kind === "page" ? page.parts : [];
  expect(parts.flatMap((part) => (part.kind === "field" ? [[part.name, written(part.showWhen)]] : []))).toEqual([
    ["other", []],
    ["street", ["days is over 2"]],
    ["town", ["days is over 2", "street is answered"]],
  ]);
});
