// FW207: a block without a line that it cannot do without. The table below says which.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { nameAt, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import { wordsFromName } from "../../syntax/names-and-words.ts";
import type { Line } from "../../syntax/tree.ts";
import { lineBelow } from "../text-edits.ts";

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
  return model.tree.lines.flatMap((line) => [line, ...line.children]).flatMap((line) => missingFrom(model, line));
}

function missingFrom(model: Model, line: Line): Problem[] {
  const block = line.form !== undefined && Object.hasOwn(needed, line.form) ? needed[line.form] : undefined;
  const isBroken = line.children.some((child) => child.form === undefined);
  if (!block || isBroken) return [];
  return block.lines
    .filter(({ word }) => !line.children.some((child) => wordOf(child) === word))
    .map(({ shown, add }) => {
      const text = add(model, line);
      const indent = line.children[0]?.indent ?? line.indent + 2;
      const fixes = text === undefined ? [] : [{ title: `add  ${text}`, edits: [lineBelow(line, indent, text)] }];
      return problems.neededLineMissing(nameAt(line)?.span ?? line.span, { A: block.what, word: shown }, { fixes });
    });
}
