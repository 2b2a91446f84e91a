// FW705: an example goes on with an answer that no form and no desk takes, and does not expect that it is refused.
import type { RefusedAnswer } from "#contract/play.ts";
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem, Related } from "../../diagnostics/problem.ts";
import type { Datum } from "../../model/model.ts";
import type { Span } from "../../syntax/tree.ts";
import { lineBelow, lineHolding, textAt, treeOf } from "../text-edits.ts";
import type { Played } from "./play-example.ts";
import { pathOfDatum, type RefusedGiven } from "./refused-given.ts";
import type { Stage } from "./stage.ts";
import { valueWritten } from "./written-value.ts";

/** Every answer of an example that is refused, at its place. */
export function checkAnswerRefused(stage: Stage, played: Played): Problem[] {
  return played.refused.map((one) => problemOf(stage, played, one));
}

function problemOf(stage: Stage, played: Played, one: RefusedGiven): Problem {
  const { refused } = one;
  const { title, at } = played.example;
  const datum = datumOf(stage, refused) ?? one.given?.datum;
  const name = datum?.said ?? refused.of;
  const span = placeOf(one) ?? at;
  const explanation = [
    ...(refused.words === "" ? [] : [`People are told: ${refused.words}`]),
    ...offeredWords(stage, refused, datum),
    `To show that it is refused, write  expect ${name} is refused  and give another one before the case goes on.`,
  ];
  const fixes = expectRefused(stage, played, one, name);
  return problems.answerRefused(
    span,
    { title, name },
    { beside: besideOf(stage, refused), related: relatedOf(stage, refused, datum), explanation, fixes },
  );
}

function datumOf({ model }: Stage, { of }: RefusedAnswer): Datum | undefined {
  return model.data.find((datum) => pathOfDatum(datum) === of && datum.from !== "rule");
}

/** The value, the cell of a list, or the list. */
function placeOf({ given, refused }: RefusedGiven): Span | undefined {
  const place = given?.at;
  if (!given || !place) return undefined;
  const below = refused.path.slice(pathOfDatum(given.datum).length + 1);
  return place.cells?.get(below) ?? place.valueAt;
}

function besideOf(stage: Stage, { why, rule, offered = [] }: RefusedAnswer): string {
  switch (why) {
    case "limit":
    case "demand": {
      const at = rule === undefined ? undefined : stage.model.rules.get(rule)?.at;
      return at ? oneLine(textAt(stage.model.trees, at)) : "not taken";
    }
    case "not-of-this-kind":
      return "not of this kind";
    case "not-offered":
      return "not offered here";
    case "locked":
      return "filled in already, and cannot be changed";
    case "too-many-items":
      return `at most ${String(offered[0])} can be added`;
    case "too-few-items":
      return "too few";
  }
}

function oneLine(text: string): string {
  return text.split("\n")[0]?.trim() ?? "";
}

function relatedOf({ model }: Stage, { why, rule }: RefusedAnswer, datum: Datum | undefined): Related[] {
  const at = rule === undefined ? undefined : model.rules.get(rule)?.at;
  if (at) return [{ span: at, words: why === "demand" ? "demanded here" : "the limit" }];
  return datum?.at ? [{ span: datum.at, words: "asked here" }] : [];
}

/** What would be taken, where that is known: choices, and what a register says. */
function offeredWords(stage: Stage, { why, offered = [] }: RefusedAnswer, datum: Datum | undefined): string[] {
  if (why !== "not-offered" && why !== "locked") return [];
  const type = datum?.type;
  const all = offered.flatMap((value) => {
    const isName = type?.list !== undefined || type?.kind === "file" || type?.kind === "files";
    const choice = typeof value === "string" && isName ? value : undefined;
    return choice ?? (type && valueWritten(stage, type, value)) ?? [];
  });
  if (why === "locked") return all.length > 0 ? [`Filled in is ${all.join(", ")}.`] : [];
  return all.length > 0 ? [`Offered to this person: ${all.join(", ")}.`] : ["Nothing is offered to this person."];
}

/** Safe while nothing below needs the case to go on: what is expected of values stays as it is. */
function expectRefused({ model }: Stage, played: Played, { given }: RefusedGiven, name: string): Fix[] {
  const { lines } = played.example;
  const goesOn = played.moments.some(({ standing, line }) => line.kind === "then" || standing !== undefined);
  const isOnWay = lines.some(
    (line) => line.kind === "expect" && !["condition", "eligible", "refused", "shown"].includes(line.expected.kind),
  );
  const place = given?.at;
  const line = place && lineHolding(model.tree.lines, place.span);
  if (goesOn || isOnWay || !place || !line || line.form === undefined || !line.form.startsWith("given")) return [];
  const text = treeOf(model.trees, line.span)?.text ?? "";
  const indent = line.span.start - (text.lastIndexOf("\n", line.span.start - 1) + 1);
  const added = `expect ${name} is refused`;
  return [{ title: `add  ${added}`, edits: [lineBelow(line, indent, added)] }];
}
