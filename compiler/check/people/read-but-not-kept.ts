// FW615: `do not keep` for an answer that something after sending reads. It would never be there.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { factsRead } from "../../model/readings.ts";
import type { Line, PathNode } from "../../syntax/tree.ts";
import { removeLine, textAt } from "../text-edits.ts";
import { fieldsOf } from "./form-fields.ts";

export function checkReadButNotKept(model: Model): Problem[] {
  const unkept = model.privacy?.doNotKeep ?? [];
  if (unkept.length === 0) return [];
  const readers = readersOf(model, unkept);
  return linesOf(model).flatMap((line) => {
    const paths = line.parts.flatMap((part) => (part.slot === "ps" ? [...part.paths] : []));
    return paths.flatMap((path) => problemOf(model, readers, line, path, paths.length === 1));
  });
}

function linesOf({ tree }: Model): Line[] {
  return tree.lines.flatMap(({ children }) => children.filter(({ form }) => form === "do not keep <ps>"));
}

function problemOf(model: Model, readers: readonly Reader[], line: Line, path: PathNode, isAlone: boolean): Problem[] {
  const said = path.words.map(({ name }) => name).join("'s ");
  const datum = model.data.find((one) => one.said === said);
  const dotted = datum && [...(datum.item?.list ?? []), ...datum.path].join(".");
  const reader = dotted && readers.find(({ reads }) => reads.some((read) => covers(dotted, read)));
  if (!reader) return [];
  const name = textAt(model.trees, path.span);
  const fixes = isAlone ? [{ title: `remove  do not keep ${name}`, edits: [removeLine(model.trees, line)] }] : [];
  return [problems.readButNotKept(path.span, { name, where: reader.where }, { fixes })];
}

/** One is the other, or a part of it. */
function covers(one: string, other: string): boolean {
  return one === other || other.startsWith(`${one}.`) || one.startsWith(`${other}.`);
}

/** A place that reads answers after sending, in words. */
interface Reader {
  readonly where: string;
  readonly reads: readonly string[];
}

function readersOf(model: Model, unkept: readonly string[]): Reader[] {
  return [
    ...(model.route?.stages ?? []).map((stage) => reader(model, `stage ${stage.name}`, stage)),
    ...(model.route ? [reader(model, "the route", { ...model.route, stages: [] })] : []),
    ...model.outcomes.map((outcome) => reader(model, `outcome ${outcome.name}`, outcome)),
    ...Object.entries(model.credentials).map(([name, one]) => reader(model, `credential ${name}`, one)),
    ...model.assistance.map((one) => reader(model, `assistance ${one.name}`, one.reads)),
    ...[...model.fills].map(([text, { path, rule }]) =>
      reader(model, `{${text}} in words that people read`, rule === undefined ? path.join(".") : rule),
    ),
    ...laterQuestions(model, unkept),
    ...fieldsOf(model).flatMap(({ name, prefill }) =>
      prefill?.carries === "previous-application"
        ? [{ where: `the question ${name} of the next application`, reads: [prefill.from.slice(1).join(".")] }]
        : [],
    ),
  ];
}

/** Questions that are kept and asked only when an unkept answer says so: without it nobody could tell that they were asked. */
function laterQuestions(model: Model, unkept: readonly string[]): Reader[] {
  return [...model.asked].flatMap(([path, { askedWhen }]) =>
    askedWhen === undefined || unkept.some((one) => covers(one, path))
      ? []
      : [reader(model, `the question ${path} is asked by it`, askedWhen)],
  );
}

/** Rule ids are opened up; every other text may be the dotted path of an answer. */
function reader(model: Model, where: string, node: unknown): Reader {
  return { where, reads: textsIn(node).flatMap((text) => readsOf(model, text)) };
}

function readsOf(model: Model, text: string): string[] {
  const rule = model.rules.get(text);
  return rule ? [...factsRead(model, rule.expression)] : [text];
}

function textsIn(node: unknown): string[] {
  if (typeof node === "string") return [node];
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => (key === "title" || key === "name" ? [] : textsIn(value)));
}
