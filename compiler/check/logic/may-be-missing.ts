// FW403: a value is worked out from an answer that may not be there. Three ways to mend it.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { conditionOf, mayBeReplaced, wordOf } from "../../model/line.ts";
import type { Finding, Model } from "../../model/model.ts";
import { familyOf } from "../../model/types/families.ts";
import type { Line, Span, ValueNode } from "../../syntax/tree.ts";
import { findingsOf } from "../findings.ts";
import { factVariable } from "../proof/facts.ts";
import { afterForm } from "../proof/form-places.ts";
import { allOf, among, opposite } from "../proof/formula.ts";
import { createProvers, type Provers } from "../proof/prove.ts";
import { absent } from "../proof/vocabulary.ts";
import { insertAt, lineNumber, removeLine, textAt } from "../text-edits.ts";

type Missing = Extract<Finding, { kind: "may-be-missing" }>;

export function checkMayBeMissing(model: Model): Problem[] {
  const findings = findingsOf(model, "may-be-missing");
  const provers = findings.length > 0 ? createProvers(model) : undefined;
  const unsafe = findings.filter((finding) => !provers || !isProvenThere(provers, finding));
  return withoutRepeats(unsafe).map((finding) => {
    const { datum, span } = finding;
    const shows = datum.line?.children.find((line) => line.form === "show when <c>");
    return problems.mayBeMissing(
      span,
      { name: datum.said },
      {
        ...(shows && { related: [{ span: shows.span, words: "the question is only asked then" }] }),
        explanation: [reasonOf(model, finding, shows), ...(finding.inWords ? [inWordsOf(finding)] : [])],
        fixes: [...elseFix(model, finding), ...exceptFix(model, finding, shows), ...alwaysFix(model, finding, shows)],
      },
    );
  });
}

/** Conditions that say the same in other words, eligibility passed, limits: all that is known there counts (3.6.13). */
function isProvenThere(provers: Provers, { datum, known, passedOver, order }: Missing): boolean {
  if (order !== undefined) return false;
  const { t, canBe } = provers.at({ turn: afterForm });
  const missing = among(factVariable(t, datum.path, datum.item?.key), [absent]);
  const there = [...known.map(t.yes), ...passedOver.map((condition) => opposite(t.yes(condition)))];
  return canBe(allOf([...there, missing])).verdict === "none";
}

/** The same words in several places of a text are told once, where they come first. */
function withoutRepeats(findings: readonly Missing[]): Missing[] {
  const seen = new Set<string>();
  return findings.filter(({ datum, inWords }) => !inWords || (!seen.has(datum.said) && seen.add(datum.said)));
}

function reasonOf(model: Model, { datum, line }: Missing, shows: Line | undefined): string {
  if (datum.from === "fetched") return "The register may not answer, or may not know it. Then there is nothing to use.";
  const when = shows && conditionText(model, shows);
  if (when !== undefined) return `${otherAnswer(when)}, there is nothing to ${whole(line)}.`;
  if (datum.line && mayBeReplaced(datum.line))
    return "Something else may stand instead of the answer. Then there is nothing to use.";
  return datum.optional === true
    ? "The question may be left out. Then there is nothing to use."
    : "The question is not always asked.";
}

/** Words have no "else": what stands there for everybody is worked out, and has a name. */
function inWordsOf({ datum, nothing }: Missing): string {
  const other = datum.type && familyOf(datum.type) === "text" ? '"Sir or Madam"' : nothing;
  if (other === undefined)
    return "Say it in words that hold for everybody, or in a message of its own for those who were asked.";
  const name = `${datum.said.split("'s ").at(-1)}-or-not`;
  return `Words are for everybody. What holds for all is worked out, and has a name:  calculate ${name} = (${datum.said} else ${other}),  and here  {${name}}.`;
}

/** `When partner is no`, for a question shown when partner is yes; of other conditions, when they are not so. */
function otherAnswer(when: string): string {
  const [, name, answer] = /^(\S+(?:'s \S+)*) is (yes|no)$/i.exec(when) ?? [];
  return answer === undefined ? `Unless ${when}` : `When ${name} is ${answer.toLowerCase() === "yes" ? "no" : "yes"}`;
}

/** What a line does with the value. */
function whole(line: Line): string {
  return wordOf(line) === "calculate" ? "work with" : "use";
}

function conditionText(model: Model, line: Line): string | undefined {
  const node = conditionOf(line);
  return node && node.kind !== "bullets" ? textAt(model.trees, node.span).replace(/\s+/g, " ") : undefined;
}

/** Words have no "else": what they say has to be there. */
function elseFix(model: Model, { span: own, nothing, inWords, whole }: Missing): Fix[] {
  // `years since arrived`: a day has no nothing, the years since it have.
  const isCounted = nothing === undefined && whole?.kind === "since" && holds(whole.span, own);
  if (inWords || (nothing === undefined && !isCounted)) return [];
  const span = isCounted ? whole.span : own;
  const text = `(${textAt(model.trees, span)} else ${nothing ?? 0})`;
  return [{ title: `count it as nothing:   ${text}`, edits: [{ span, text }] }];
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** `calculate x = a + b` becomes `calculate x = a` with `except a + b when …` below it. */
function exceptFix(model: Model, { line, span, whole }: Missing, shows: Line | undefined): Fix[] {
  const when = shows && conditionText(model, shows);
  const without = whole && wordOf(line) === "calculate" ? cutOut(whole, span) : undefined;
  if (when === undefined || !whole || !without) return [];
  const exception = `except ${textAt(model.trees, whole.span)} when ${when}`;
  const indent = line.indent + 2;
  const below = insertAt(line.span, line.span.end, `\n${" ".repeat(indent)}${exception}`);
  return [{ title: `only when it is asked: ${exception}`, edits: [{ span: without, text: "" }, below] }];
}

/** The place of ` + name` in a sum; undefined when it is not simply added or taken away. */
function cutOut(node: ValueNode, span: Span): Span | undefined {
  if (node.kind !== "arithmetic" || (node.operator !== "plus" && node.operator !== "minus")) return undefined;
  if (node.right.span.start === span.start && node.right.span.end === span.end)
    return { file: span.file, start: node.left.span.end, end: span.end };
  return cutOut(node.left, span);
}

function alwaysFix(model: Model, { datum }: Missing, shows: Line | undefined): Fix[] {
  const optional = datum.line?.children.find((line) => line.form === "optional");
  const line = shows ?? optional;
  if (!line || datum.from === "fetched") return [];
  const number = lineNumber(model.trees, line.span);
  return [{ title: `always ask it:         remove line ${number}`, edits: [removeLine(model.trees, line)] }];
}
