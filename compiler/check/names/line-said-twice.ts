// FW211: a line of which only one can count stands twice in its block. The other would be passed over without a word.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { conditionOf, nameAt, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Line } from "../../syntax/tree.ts";
import { endOfBlock, insertAt, lineNumber, removeLine, textAt } from "../text-edits.ts";
import { onceFor, onceOnly } from "./once-only.ts";

/** Two lines of which only one can count, below the same line. */
export interface SaidTwice {
  readonly above: Line;
  readonly first: Line;
  readonly second: Line;
  /** What both say, in the words they begin with. */
  readonly said: string;
}

/** The second, third … of each line is told at its own place. */
export function checkLineSaidTwice(model: Model): Problem[] {
  return linesSaidTwice(model).map(({ above, first, second, said }) => {
    const related = [{ span: first.span, words: "the first" }];
    const args = { words: said, above: calledAs(above) };
    const another = second.form === "agency <n> <t>" ? asPartner(model, second) : undefined;
    const told = another ?? { explanation: [], fixes: [] };
    return problems.lineSaidTwice(second.span, args, {
      related,
      explanation: told.explanation,
      fixes: [...told.fixes, ...fixes(model, first, second)],
    });
  });
}

/** All of them, in the order of the texts. */
export function linesSaidTwice(model: Model): SaidTwice[] {
  const libraries = model.libraries.map(({ tree }) => tree);
  const words = model.trees.filter(({ kind }) => kind === "words");
  return [model.tree, ...libraries, ...words].flatMap(({ lines }) => below(model, lines, []));
}

function below(model: Model, lines: readonly Line[], found: SaidTwice[]): SaidTwice[] {
  for (const line of lines) {
    if (line.children.length > 1) saidTwice(model, line, found);
    below(model, line.children, found);
  }
  return found;
}

function saidTwice(model: Model, above: Line, found: SaidTwice[]): void {
  const firsts = new Map<string, Line>();
  for (const line of above.children) {
    const said = whatItSays(model, line);
    if (said === undefined) continue;
    const key = said.toLowerCase();
    const first = firsts.get(key);
    if (first) found.push({ above, first, second: line, said });
    else firsts.set(key, line);
  }
}

/** Two agencies: one runs the service, and the other takes part. */
function asPartner(model: Model, line: Line): { explanation: string[]; fixes: Fix[] } {
  const said = textAt(model.trees, line.span).replace(/^agency\b/i, "partner");
  const end = line.parent ? endOfBlock(line.parent) : undefined;
  const explanation = [
    `One agency runs the service. Another that takes part is a partner, at the left margin:  ${said}.`,
  ];
  if (end === undefined) return { explanation, fixes: [] };
  const { span } = removeLine(model.trees, line);
  const edits =
    end <= line.span.end
      ? [{ span, text: `\n${said}\n` }]
      : [{ span, text: "" }, insertAt(line.span, end, `\n\n${said}`)];
  return { explanation, fixes: [{ title: `change it to  ${said}  at the left margin`, edits }] };
}

/** What the line says once, in the words it begins with; undefined where it may stand as often as one likes. */
function whatItSays(model: Model, { form, span, parts, isReported }: Line): string | undefined {
  // What does not stand where it belongs is no second line of the block it stands in.
  if (form === undefined || isReported) return undefined;
  const once = beginnings.get(form);
  if (once !== undefined) return once;
  const count = onceFor.get(form);
  // The same action under two conditions is offered where one of them is so.
  if (count === undefined || parts.some(({ slot }) => slot === "c")) return undefined;
  const end = parts[count - 1]?.span.end ?? span.end;
  return textAt(model.trees, { ...span, end }).replace(/\s+/g, " ");
}

/** `finish within <d>` → finish; `show when <c>` → show when. */
function beginning(form: string): string {
  return form.split(/[<([]/)[0]?.trim() ?? form;
}

const beginnings: ReadonlyMap<string, string> = new Map([...onceOnly].map((form) => [form, beginning(form)]));

function calledAs(line: Line): string {
  return [wordOf(line), nameAt(line)?.name ?? ""].join(" ").trim();
}

/** One goes; where they differ the author says which. Two conditions can be joined. */
function fixes(model: Model, first: Line, second: Line): Fix[] {
  const remove = (line: Line): Fix => ({
    title: `remove line ${lineNumber(model.trees, line.span)}`,
    edits: [removeLine(model.trees, line)],
  });
  const isSame = wholeText(model, first) === wholeText(model, second);
  return isSame ? [remove(second)] : [...joined(model, first, second), remove(second), remove(first)];
}

function wholeText(model: Model, line: Line): string {
  return textAt(model.trees, { ...line.span, end: endOfBlock(line) }).replace(/\s+/g, " ");
}

/** `show when a` and `show when b`: both, or one of them is enough. Bullets, `or` and `unless` are left to the author. */
function joined(model: Model, first: Line, second: Line): Fix[] {
  const [one, two] = [first, second].map((line) => conditionOf(line)?.span);
  if (!first.form?.endsWith("when <c>") || !one || !two) return [];
  const [a, b] = [textAt(model.trees, one), textAt(model.trees, two)];
  if (/\b(?:of|and|or|unless)\b/.test(`${a} ${b}`)) return [];
  const [start, number] = [beginning(first.form), lineNumber(model.trees, first.span)];
  const way = (said: string, word: string): Fix => ({
    title: `${said}: change line ${number} to  ${start} ${a} ${word} ${b}`,
    edits: [{ span: one, text: `${a} ${word} ${b}` }, removeLine(model.trees, second)],
  });
  return [way("both must be so", "and"), way("one of them is enough", "or")];
}
