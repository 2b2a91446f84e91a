// FW207: a block without a line that it cannot do without. The table below says which.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { nameAt, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import { wordsFromName } from "../../syntax/names-and-words.ts";
import type { Line, TypeNode } from "../../syntax/tree.ts";
import { everyLine } from "../every-line.ts";
import { change, lineBelow } from "../text-edits.ts";

/** A line that a block needs: its first word, how it is shown, and one that could be added. */
interface Needed {
  readonly word: string;
  readonly shown: string;
  add(model: Model, line: Line): string | undefined;
}

const needed: Readonly<Record<string, { readonly what: string; readonly lines: readonly Needed[] }>> = {
  "message <n> by <ns>": {
    what: "A message",
    lines: [
      { word: "subject", shown: "subject", add: (_, line) => `subject "${wordsFromName(nameAt(line)?.name ?? "")}"` },
    ],
  },
  "operation <n>": {
    what: "An operation of a source",
    lines: [{ word: "if", shown: "if unavailable", add: () => "if unavailable ask applicant" }],
  },
  "assistance <n> <t>": {
    what: "An assistance",
    lines: [
      { word: "helps", shown: "helps", add: helpsLine },
      {
        word: "person",
        shown: "person decides",
        add: () => "person decides, recording suggestion and reason",
      },
    ],
  },
};

/** The first stage that people work on. */
function helpsLine(model: Model): string | undefined {
  const stage = model.route?.stages.find((one) => one.by.length > 0);
  return stage && `helps ${stage.by[0]} at ${stage.name}`;
}

export function checkNeededLineMissing(model: Model): Problem[] {
  const found: Problem[] = [];
  for (const line of model.tree.lines) {
    found.push(...missingFrom(model, line));
    for (const below of line.children) found.push(...missingFrom(model, below));
  }
  for (const line of everyLine(model)) {
    const type = typeOf(line);
    if (type?.words.length === 3) found.push(...withoutChoices(model, line, type));
  }
  return found;
}

/** `as one of these` with nothing to choose from below it; the service's lists are offered. */
function withoutChoices(model: Model, line: Line, type: TypeNode): Problem[] {
  const words = type.words.map(({ name }) => name).join(" ");
  if (!/^(one|any) of these$/.test(words)) return [];
  if (line.children.some((child) => wordOf(child) === "-" || child.form === "choices from <p>")) return [];
  const lists = Object.keys(model.lists).filter((list) => (model.lists[list]?.options.length ?? 0) > 0);
  const meant = lists.slice(0, 3).map((list) => `${words.slice(0, 6)} ${list}`);
  const explanation = ['Each choice stands below the question, with its words:  - petrol "Petrol".'];
  const fixes = meant.map((text) => change(model.trees, type.span, text));
  const args = { A: "A question with choices", word: "-" };
  return [problems.neededLineMissing(type.span, args, { explanation, fixes })];
}

function typeOf({ parts }: Line): TypeNode | undefined {
  for (const part of parts) if (part.slot === "ty") return part.type;
  return undefined;
}

function missingFrom(model: Model, line: Line): Problem[] {
  const block = line.form !== undefined && Object.hasOwn(needed, line.form) ? needed[line.form] : undefined;
  if (!block || line.children.some((child) => child.form === undefined)) return [];
  return block.lines
    .filter(({ word }) => !line.children.some((child) => wordOf(child) === word))
    .map(({ shown, add }) => {
      const text = add(model, line);
      const indent = line.children[0]?.indent ?? line.indent + 2;
      const fixes = text === undefined ? [] : [{ title: `add  ${text}`, edits: [lineBelow(line, indent, text)] }];
      return problems.neededLineMissing(nameAt(line)?.span ?? line.span, { A: block.what, word: shown }, { fixes });
    });
}
