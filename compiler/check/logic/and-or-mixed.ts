// FW401: "and" and "or" on one line. Offers both readings as lists, and an example where they differ.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import type { Finding, Model } from "../../model/model.ts";
import type { ConditionNode } from "../../syntax/tree.ts";
import { findingsOf } from "../findings.ts";
import { textAt, treeOf } from "../text-edits.ts";

type Mixed = Extract<Finding, { kind: "and-or-mixed" }>;

/** A reading of the parts by their numbers: groups of groups. */
interface Reading {
  readonly outer: "all of" | "any of";
  readonly inner: "all of" | "any of";
  readonly groups: readonly (readonly number[])[];
}

export function checkAndOrMixed(model: Model): Problem[] {
  return findingsOf(model, "and-or-mixed").map((finding) => {
    const { node } = finding;
    const joiners = node.joiners.map((joiner) => joiner.name);
    const first: Reading = { outer: "any of", inner: "all of", groups: grouped(joiners, "or") };
    const second: Reading = { outer: "all of", inner: "any of", groups: grouped(joiners, "and") };
    const parts = node.parts.map((part) => textAt(model.trees, part.span).replace(/\s+/g, " "));
    const fixes = [...fixFor(model, finding, "A", first, parts), ...fixFor(model, finding, "B", second, parts)];
    return problems.andOrMixed(markedSpan(node), {}, { explanation: exampleOf(first, second, parts), fixes });
  });
}

/** From the first joining word to the end of the last part. */
function markedSpan(node: Mixed["node"]): ConditionNode["span"] {
  return { ...node.span, start: node.joiners[0]?.span.start ?? node.span.start };
}

/** Part numbers, split at the joining word that binds less. */
function grouped(joiners: readonly string[], splitAt: "and" | "or"): number[][] {
  const groups: number[][] = [[0]];
  joiners.forEach((joiner, index) => {
    if (joiner === splitAt) groups.push([index + 1]);
    else groups.at(-1)?.push(index + 1);
  });
  return groups;
}

function fixFor(
  model: Model,
  { node, line }: Mixed,
  letter: string,
  reading: Reading,
  parts: readonly string[],
): Fix[] {
  const text = treeOf(model.trees, node.span)?.text ?? "";
  const lineStart = text.lastIndexOf("\n", node.span.start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0].length ?? 0;
  const isBullet = /^\s*[-–•]/.test(text.slice(lineStart, node.span.start));
  const end = isBullet ? node.span.end : Math.max(node.span.end, line.span.end);
  const rest = restOf(text.slice(node.span.end, end).trim());
  if (rest === undefined) return [];
  const bullets = bulletsOf(reading, parts, indent + 2);
  const after = rest === "" ? "" : `\n${" ".repeat(indent + 2)}${rest}`;
  const edit = {
    span: { file: node.span.file, start: node.span.start, end },
    text: `${reading.outer}${bullets}${after}`,
  };
  const lead = text.slice(lineStart, node.span.start).trim();
  const [head = "", ...below] =
    `${reading.outer}${bulletsOf(reading, parts, 2)}${rest === "" ? "" : `\n  ${rest}`}`.split("\n");
  const lines = [`${letter}: ${lead} ${head}`, ...below.map((line) => ` ${line}`)];
  return [{ title: `${letter}: ${inOneLine(reading, parts)}`, edits: [edit], lines }];
}

/** What can follow the bullets (language 3.6.3); undefined when it cannot, and then there is no safe edit. */
function restOf(rest: string): string | undefined {
  if (rest.startsWith("go to ")) return `then ${rest}`;
  return rest === "" || /^(then go to|otherwise say|say) /.test(rest) ? rest : undefined;
}

function bulletsOf({ inner, groups }: Reading, parts: readonly string[], indent: number): string {
  const line = (depth: number, text: string) => `\n${" ".repeat(depth)}- ${text}`;
  return groups
    .map((group) => {
      const texts = group.map((number) => parts[number] ?? "");
      if (texts.length === 1) return line(indent, texts[0] ?? "");
      return line(indent, inner) + texts.map((text) => line(indent + 2, text)).join("");
    })
    .join("");
}

function inOneLine({ outer, inner, groups }: Reading, parts: readonly string[]): string {
  const said = groups.map((group) => {
    const texts = group.map((number) => parts[number] ?? "");
    return texts.length === 1 ? texts[0] : `${inner} (${texts.join("; ")})`;
  });
  return `${outer}  ${said.join("; ")}`;
}

/** Yes and no for each part, so that the two readings differ; found by trying all. */
function exampleOf(first: Reading, second: Reading, parts: readonly string[]): string[] {
  const lead = "Write it as a list so that everyone reads it the same way.";
  if (parts.length > 12) return [lead];
  for (let number = 0; number < 2 ** parts.length; number++) {
    const answers = parts.map((_, index) => Math.floor(number / 2 ** index) % 2 === 1);
    const [one, two] = [holds(first, answers), holds(second, answers)];
    if (one === two) continue;
    const said = parts.map((part, index) => (answers[index] ? part : denied(part)));
    return [lead, `Example where they differ: ${said.join(", ")}. A says ${yesNo(one)}, B says ${yesNo(two)}.`];
  }
  return [lead];
}

function holds({ outer, groups }: Reading, answers: readonly boolean[]): boolean {
  const yes = (number: number) => answers[number] === true;
  return outer === "any of" ? groups.some((group) => group.every(yes)) : groups.every((group) => group.some(yes));
}

/** The part turned into its opposite, as one says it. */
function denied(part: string): string {
  if (/ is yes$/.test(part)) return part.replace(/ is yes$/, " is no");
  if (/ is no$/.test(part)) return part.replace(/ is no$/, " is yes");
  if (/ is not /.test(part)) return part.replace(/ is not /, " is ");
  return / is /.test(part) ? part.replace(/ is /, " is not ") : `not ${part}`;
}

function yesNo(value: boolean): string {
  return value ? "yes" : "no";
}
