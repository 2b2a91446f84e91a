// FW302: a word that is not one of the choices it is compared with.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem, Span } from "../../diagnostics/problem.ts";
import type { Finding, Model } from "../../model/model.ts";
import { nearest } from "../../source/nearest.ts";
import { wordsFromName } from "../../syntax/names-and-words.ts";
import { findingsOf } from "../findings.ts";
import { standsBeside, standsOnce } from "../names/misspelt-declaration.ts";
import { change, insertAt, lineNumber } from "../text-edits.ts";

/** A word that several lines compare with one list is told once, with all its places. */
export function checkNotInList(model: Model): Problem[] {
  const byValue = Map.groupBy(findingsOf(model, "not-in-list"), ({ list, value }) => `${list} ${value}`);
  return [...byValue.values()].flatMap(([finding, ...others]) => {
    if (!finding) return [];
    const { value, list, options, listAt } = finding;
    const declared = misspeltOption(model, finding);
    if (declared) return [problemAtOption(model, finding, others, declared)];
    const numbers = [...new Set(others.map(({ span }) => lineNumber(model.trees, span)))];
    const also = `It stands also on ${numbers.length === 1 ? "line" : "lines"} ${numbers.join(", ")}.`;
    return problems.notInList(
      finding.span,
      { value, list },
      {
        ...(listAt && { related: [{ span: listAt, words: "the list" }] }),
        explanation: [`It can be: ${options.join(", ")}.`, ...(numbers.length > 0 ? [also] : [])],
        fixes: [...changes(model, finding, others), ...addition(finding)],
      },
    );
  });
}

type NotInList = Extract<Finding, { kind: "not-in-list" }>;

/** `- pertol "Petrol"`, where lines say petrol: the slip is in the list. */
function misspeltOption(model: Model, { value, options, listAt, listEnd }: NotInList): Span | undefined {
  const [near] = nearest(value, options);
  const { text, file } = model.tree;
  if (near === undefined || !listAt || !listEnd || listAt.file !== file) return undefined;
  const inList = text.slice(listAt.start, listEnd.at.end);
  const found = new RegExp(`^[ \\t]*- (${near})(?![\\p{L}\\d-])`, "dimu").exec(inList)?.indices?.[1];
  if (!found) return undefined;
  const at = { file, start: listAt.start + found[0], end: listAt.start + found[1] };
  return standsOnce(text, at) && standsBeside(text, at, value, near) ? at : undefined;
}

function problemAtOption(
  model: Model,
  { value, list, span }: NotInList,
  others: readonly NotInList[],
  at: Span,
): Problem {
  const numbers = [...new Set([span, ...others.map((one) => one.span)].map((one) => lineNumber(model.trees, one)))];
  return problems.notInList(
    at,
    { value, list },
    {
      beside: "is this what was meant?",
      explanation: [`It stands on ${numbers.length === 1 ? "line" : "lines"} ${numbers.join(", ")}.`],
      fixes: [change(model.trees, at, value)],
    },
  );
}

function changes(model: Model, { value, options, span }: NotInList, others: readonly NotInList[]): Fix[] {
  const word = value.toLowerCase().replaceAll(" ", "-");
  const near = options.includes(word) ? [word] : nearest(word, options);
  const offered = near.length > 0 ? near : options.slice(0, 3);
  return offered.map((option) => {
    const { title, edits } = change(model.trees, span, option);
    return { title, edits: [...edits, ...others.map((other) => ({ span: other.span, text: option }))] };
  });
}

function addition({ value, list, listEnd }: NotInList): Fix[] {
  if (!listEnd || !/^[\p{Ll}\d-]+$/u.test(value)) return [];
  const bullet = `- ${value} "${wordsFromName(value)}"`;
  const edit = insertAt(listEnd.at, listEnd.at.end, `\n${" ".repeat(listEnd.indent)}${bullet}`);
  return [{ title: `add  ${bullet}  to list ${list}`, edits: [edit] }];
}
