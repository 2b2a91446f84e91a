// FW803: between two versions of a service something changed that reaches cases which are running already: because both have one number,
// or because running cases move to the new version and do not find there what they have.

import { compareServices } from "../../compare/compare-services.ts";
import { type Difference, sayDifference } from "../../compare/difference.ts";
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem, Span } from "../../diagnostics/problem.ts";
import { says } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Line } from "../../syntax/tree.ts";
import { change, textAt } from "../text-edits.ts";

export function checkAltersRunningCases(model: Model): Problem[] {
  const last = model.earlier.toSorted((one, two) => two.version.number - one.version.number)[0];
  if (!last) return [];
  return last.version.number === model.version.number ? sameNumber(model, last) : movedCases(model, last);
}

const shown = 10;

/** A version that was published is changed under its own number. */
function sameNumber(model: Model, last: Model): Problem[] {
  const versions = [last, model].map(({ tree, trees }) => ({ entry: tree.file, trees }));
  const [before, after] = versions;
  const found = before && after ? compareServices(before, after).filter(decides) : [];
  if (found.length === 0) return [];
  const { number } = model.version;
  const at = numberOf(model) ?? model.tree.lines[0]?.span;
  if (!at) return [];
  const what = `Version ${number} is changed, and its number is the same`;
  const fixes = textAt(model.trees, at) === String(number) ? [change(model.trees, at, String(number + 1))] : [];
  return [problems.altersRunningCases(at, { what }, { explanation: told(found.map(sayDifference)), fixes })];
}

/** What decides cases: not the words people see, not examples. */
function decides({ chapter, about, before, after }: Difference): boolean {
  const isOfWords = /, (words|.*text)$/.test(about) || before?.startsWith('"') || after?.startsWith('"');
  return (
    ["The form", "Rules and amounts", "The route"].includes(chapter) && !isOfWords && !/, (hint|help) /.test(about)
  );
}

/** Running cases go on under the new text: what they have must still be there. */
function movedCases(model: Model, last: Model): Problem[] {
  const line = headLine(model, "running");
  if (model.version.runningCases !== "move" || !line) return [];
  const found = [...stagesGone(model, last), ...answersGone(model, last), ...shorterDeadlines(model, last)];
  if (found.length === 0) return [];
  const what = `Cases of version ${last.version.number} that are running would be altered by version ${model.version.number}`;
  return [problems.altersRunningCases(line.span, { what }, { explanation: told(found), fixes: staying(model, line) })];
}

function stagesGone(model: Model, last: Model): string[] {
  const there = new Set(model.route?.stages.map(({ name }) => name));
  return (last.route?.stages ?? [])
    .filter(({ name }) => !there.has(name))
    .map(({ name }) => `Stage ${name} is gone: a case that is in it would be nowhere.`);
}

function answersGone(model: Model, last: Model): string[] {
  const now = new Map(model.data.map((datum) => [datum.said, datum]));
  return last.data.flatMap((old) => {
    if (old.from !== "question") return [];
    const datum = now.get(old.said);
    if (!datum) return [`Question ${old.said} is gone: answers that were given to it would not count.`];
    if (!old.type || !datum.type) return [];
    if (old.type.kind !== datum.type.kind)
      return [`Question ${old.said} has another type: answers that were given to it do not fit.`];
    return optionsGone(model, last, old.said, old.type.list, datum.type.list);
  });
}

function optionsGone(model: Model, last: Model, said: string, old?: string, now?: string): string[] {
  const values = (of: Model, list: string | undefined) =>
    list === undefined ? [] : (of.lists[list]?.options.map(({ value }) => value) ?? []);
  const there = new Set(values(model, now));
  return values(last, old)
    .filter((value) => !there.has(value))
    .map((value) => `Choice ${value} of ${said} is gone: answers that chose it do not fit.`);
}

function shorterDeadlines(model: Model, last: Model): string[] {
  return (last.route?.stages ?? []).flatMap((old) => {
    const now = model.route?.stages.find(({ name }) => name === old.name);
    const [before, after] = [old.finish?.within, now?.finish?.within];
    const isShorter = before && after && before.unit === after.unit && after.amount < before.amount;
    if (!isShorter) return [];
    return [`Stage ${old.name} has less time: visits that are open keep the longer one, later ones have the shorter.`];
  });
}

function told(changes: readonly string[]): string[] {
  const rest = changes.length > shown ? [`and ${changes.length - shown} more`] : [];
  return [...changes.slice(0, shown), ...rest];
}

function staying(model: Model, line: Line): Fix[] {
  if (!says(line, "move", "to", "this", "version")) return [];
  return [change(model.trees, line.span, "running cases stay on their version")];
}

function numberOf(model: Model): Span | undefined {
  return headLine(model, "version")?.parts.find((part) => "literal" in part)?.span;
}

function headLine(model: Model, word: string): Line | undefined {
  const head = model.tree.lines.find((line) => line.word === "service");
  return head?.children.find((line) => line.word === word);
}
