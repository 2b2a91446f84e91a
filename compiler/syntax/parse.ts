// From text to the lossless tree, line by line (section 4.1): a bad line harms only itself. Never throws, whatever the text holds.
import type { IToken } from "chevrotain";
import type { Problem } from "../diagnostics/problem.ts";
import { buildBlocks, bulletsHeading, fileHeading } from "./blocks.ts";
import type { Form } from "./form.ts";
import type { OpenBullets } from "./grammar.ts";
import { plainName, readTokens } from "./lexer.ts";
import { LineGrammar, type Reading } from "./line-grammar.ts";
import { createNodes, type Nodes } from "./nodes.ts";
import { buildOutline, isRow, type OutlineLine } from "./outline.ts";
import * as T from "./tokens.ts";
import type { ConditionNode, Line, Span, Tree } from "./tree.ts";

const blocks = buildBlocks();
const grammar = new LineGrammar(blocks);

/** A file as a tree, with everything that is wrong with its writing. `file` names it: its ending says what kind of file it is. */
export function parseTree(file: string, text: string): { tree: Tree; problems: Problem[] } {
  const { tokens, comments } = readTokens(text, grammar.words);
  const nodes = createNodes(file);
  const problems: Problem[] = [];
  const outline = buildOutline(tokens, text);
  const lines = outline.map((line) => readLine(line, fileHeading, nodes));
  const spans: Span[] = comments.map((comment) => nodes.spanOf(comment));
  return { tree: { file, text, kind: kindOf(file), lines, comments: spans }, problems };
}

function kindOf(file: string): Tree["kind"] {
  return file.endsWith(".words") ? "words" : file.endsWith(".shared") ? "shared" : "service";
}

type OpenLine = { -readonly [K in keyof Line]: Line[K] } & { children: Line[] };

function readLine(outline: OutlineLine, block: string, nodes: Nodes, parent?: Line, isHeadingRow = false): Line {
  const reading = readBest(outline, block, nodes, isHeadingRow);
  const fits = reading !== undefined && reading.stop === undefined;
  const opens = reading && blocks.opens(reading.form, block);
  const first = outline.tokens[0] as IToken;
  const line: OpenLine = {
    ...(fits && { form: reading.form.text }),
    block,
    ...(opens && { opens }),
    word: wordOf(first),
    parts: fits ? reading.parts : [],
    children: [],
    span: nodes.spanOf(first, outline.tokens.at(-1)),
    indent: outline.indent,
    ...(parent && { parent }),
  };
  const bullets = reading?.openBullets[0];
  const headings = outline.children.find(isRow);
  for (const child of outline.children) {
    if (bullets && wordOf(child.tokens[0] as IToken) === "-") bullets.parts.push(readBullet(child, nodes));
    else line.children.push(readLine(child, opens ?? "", nodes, line, child === headings));
  }
  return line;
}

function readBullet(outline: OutlineLine, nodes: Nodes): ConditionNode {
  const reading = readBest(outline, bulletsHeading, nodes, false);
  const part = reading?.parts.at(-1);
  if (!reading || reading.stop !== undefined || part?.slot !== "c") {
    return { kind: "broken", span: nodes.spanOf(outline.tokens[0] as IToken, outline.tokens.at(-1)) };
  }
  const open: OpenBullets | undefined = reading.openBullets[0];
  for (const child of outline.children) open?.parts.push(readBullet(child, nodes));
  return part.condition;
}

function readBest(outline: OutlineLine, block: string, nodes: Nodes, heading: boolean): Reading | undefined {
  let best: Reading | undefined;
  for (const form of formsFor(block, outline.tokens[0] as IToken)) {
    const reading = grammar.read(form, outline.tokens, nodes, heading);
    if (reading.stop === undefined) return reading;
    if (!best || reading.stop > (best.stop ?? 0)) best = reading;
  }
  return best;
}

function formsFor(block: string, first: IToken): readonly Form[] {
  return blocks.byHeading.get(block)?.byWord.get(wordOf(first)) ?? [];
}

const literalWords = new Map([
  [T.Minus, "-"],
  [T.Pipe, "|"],
  [T.Prose, ">"],
  [T.Money, "<money>"],
  [T.Percent, "<percent>"],
  [T.Num, "<num>"],
  [T.Duration, "<length>"],
]);

function wordOf(token: IToken): string {
  return literalWords.get(token.tokenType) ?? plainName(token.image);
}
