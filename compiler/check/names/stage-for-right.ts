// FW201: a right of an outcome leads to a stage that nobody wrote: the stage where other eyes look again, ready to be put in.
import type { Edit, Fix } from "../../diagnostics/problem.ts";
import { nameAt, namesAfter, wordOf } from "../../model/line.ts";
import type { Finding, Model } from "../../model/model.ts";
import { wordsFromName } from "../../syntax/names-and-words.ts";
import type { Line } from "../../syntax/tree.ts";
import { endOfBlock, insertAt, lineHolding, textAt } from "../text-edits.ts";

type NotFound = Extract<Finding, { kind: "name-not-found" }>;

export const leadsToStage = "It leads to a stage where people look again.";

/** What is said of it, and the stage; without one where the text does not say enough to write it. */
export function stageForRight(
  model: Model,
  { name, span }: NotFound,
): { readonly explanation: string; readonly fixes: Fix[] } {
  const head = `stage ${name} "${wordsFromName(name)}" by …,`;
  const explanation = `${leadsToStage} Below the route:  ${head} with a role, and below it what that role can do.`;
  const outcome = lineHolding(model.tree.lines, span)?.parent;
  const added = outcome && newStageForRight(model, name, outcome);
  if (!added) return { explanation, fixes: [] };
  const { lines, edit } = added;
  return { explanation, fixes: [{ title: `add  ${lines[0]}  with what stands below it`, edits: [edit], lines }] };
}

/** The stage at the end of the route, for the line of the outcome that a right leads on from. */
export function newStageForRight(
  model: Model,
  name: string,
  outcome: Line,
): { readonly lines: readonly string[]; readonly edit: Edit } | undefined {
  const lines = stageLines(model, name, outcome);
  const last = model.tree.lines.find((line) => wordOf(line) === "route")?.children.at(-1);
  if (!lines || !last) return undefined;
  const indent = " ".repeat(last.indent);
  const text = lines.map((line) => `\n${indent}${line}`).join("");
  return { lines, edit: insertAt(last.span, endOfBlock(last), text) };
}

/** Done by the role that decided, by somebody else of them; what was against the applicant is put right, or stands. */
function stageLines(model: Model, name: string, outcome: Line): string[] | undefined {
  const against = nameAt(outcome)?.name;
  const stages = model.tree.lines.find((line) => wordOf(line) === "route")?.children ?? [];
  const decided = stages.find((stage) => leadsTo(stage).includes(against ?? "") && namesAfter(stage, "by").length > 0);
  const outcomes = new Set(
    model.tree.lines.filter((line) => wordOf(line) === "outcome").map((line) => nameAt(line)?.name),
  );
  const other = decided && leadsTo(decided).find((place) => place !== against && outcomes.has(place));
  const [role] = decided ? namesAfter(decided, "by") : [];
  if (!decided || other === undefined || !role) return undefined;
  const shows = decided.children
    .filter((line) => wordOf(line) === "shows")
    .map((line) => textAt(model.trees, line.span));
  return [
    `stage ${name} "${wordsFromName(name)}" by ${role.name}`,
    `  not the same person as ${nameAt(decided)?.name}`,
    ...shows.map((line) => `  ${line}`),
    `  can allow then go to ${other}`,
    `  can dismiss with reason then go to ${against}`,
    "  finish within 20 days",
  ];
}

/** Where its officers can send a case. */
function leadsTo({ children }: Line): string[] {
  return children.filter((line) => wordOf(line) === "can").flatMap((line) => nameAt(line, 1)?.name ?? []);
}
