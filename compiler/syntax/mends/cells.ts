// Mends of table cells that say several things (FW103): a cell holds one, and a row is written for each.
import type { IToken } from "chevrotain";
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { plainName } from "../lexer.ts";
import { tokenAt } from "../mend-tokens.ts";
import * as T from "../tokens.ts";
import { occurs } from "./names.ts";
import { type Candidate, replaced, type Stopped, textOf, wordsInPlaceOf } from "./stopped.ts";

/** `|------|-----|`: the rule that other tools draw below the first row. */
export function* mendRule({ tokens, reader }: Stopped): Generator<Candidate> {
  const [first, last] = [tokens[0], tokens.at(-1)];
  const isRule = tokens.every(({ tokenType, image }) => tokenType === T.Pipe || /^[-–—:+=]+$/.test(image));
  if (first?.tokenType !== T.Pipe || !last || tokens.length < 3 || !isRule) return;
  const span = reader.nodes.spanOf(first, last);
  const { line } = reader.index.positionAt(span.start);
  const edits = [{ span: { ...span, start: Math.max(0, reader.index.startOf(line) - 1) }, text: "" }];
  const explanation = ["The first row needs no rule below it."];
  const fixes = [{ title: "remove this line", edits }];
  const problem = (): Problem =>
    say.wordDoesNotFit(span, { word: textOf(reader, first, last) }, { explanation, fixes });
  const any = tokenAt(T.Word, "any", span.start, span.end);
  yield { tokens: [first, ...wordsInPlaceOf("any", any, any, reader), last], problem, onlyWhole: true };
}

/** `| petrol | £60`: the bar at the end is missing. */
export function* mendBars({ tokens, reader, stop }: Stopped): Generator<Candidate> {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first?.tokenType !== T.Pipe || !last || stop < tokens.length || last.tokenType === T.Pipe) return;
  const end = reader.nodes.spanOf(last).end;
  const at = { file: reader.file, start: end, end };
  const fixes = [{ title: "add  |  at the end of the line", edits: [{ span: at, text: " |" }] }];
  const explanation = ["Every cell of a row stands between two bars."];
  const problem = (): Problem => say.lineIsNotFinished(at, {}, { explanation, fixes });
  yield { tokens: [...tokens, tokenAt(T.Pipe, "|", end, end + 1)], problem, onlyWhole: true };
}

/** `| petrol or diesel | £60 |`, `| petrol, diesel | £60 |`. */
export function* mendSeveralInCell(stopped: Stopped): Generator<Candidate> {
  const { tokens, reader, stop } = stopped;
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first?.tokenType !== T.Pipe || !last) return;
  const from = tokens.slice(0, stop).findLastIndex(({ tokenType }) => tokenType === T.Pipe) + 1;
  const to = tokens.findIndex(({ tokenType }, at) => at >= stop && tokenType === T.Pipe);
  const parts = to < 0 ? [] : partsOf(tokens.slice(from, to));
  const [start, end] = [tokens[from], tokens[to - 1]];
  if (parts.length < 2 || !start || !end) return;
  const span = reader.nodes.spanOf(start, end);
  const row = reader.nodes.spanOf(first, last);
  const indent = reader.text.slice(reader.text.lastIndexOf("\n", row.start - 1) + 1, row.start);
  const rows = parts.map((part) => {
    const [one, other] = [part[0] ?? start, part.at(-1) ?? end];
    return reader.text.slice(row.start, span.start) + textOf(reader, one, other) + reader.text.slice(span.end, row.end);
  });
  const fixes = [{ title: "write a row for each", edits: [{ span: row, text: rows.join(`\n${indent}`) }] }];
  const explanation = ["A cell holds one thing. Write a row for each of them."];
  const problem = (): Problem => say.wordDoesNotFit(span, { word: textOf(reader, start, end) }, { explanation, fixes });
  yield { tokens: replaced(tokens, from, to, parts[0] ?? []), problem, onlyWhole: true };
}

/** How other tools write a bound in a cell, and the words here; what is behind it is the value. */
const bounds: Readonly<Record<string, string>> = {
  ">=": "at least ",
  "≥": "at least ",
  "<=": "at most ",
  "≤": "at most ",
  ">": "over ",
  "<": "under ",
  "=": "",
  "==": "",
  "!=": "not ",
  "≠": "not ",
};

/** `| >= 50% | <= £5,000 |`: several cells of one row in the way of other tools are one mistake. */
export function* mendBoundsInCells({ tokens, reader, stop }: Stopped): Generator<Candidate> {
  if (tokens[0]?.tokenType !== T.Pipe || !tokens[stop] || tokens[stop]?.tokenType === T.Pipe) return;
  const cells = cellsOf(tokens).flatMap(([from, to]) => {
    const [first, last] = [tokens[from], tokens[to - 1]];
    const meant = first && last && inWords(textOf(reader, first, last));
    return first && last && meant !== undefined ? [{ from, to, meant, span: reader.nodes.spanOf(first, last) }] : [];
  });
  const told = cells.find(({ from, to }) => from <= stop && stop < to);
  if (cells.length < 2 || !told) return;
  const said = cells.map(({ meant }) => meant).join("  and  ");
  const edits = cells.map(({ span, meant }) => ({ span, text: meant }));
  const fixes = [{ title: `change the cells to  ${said}`, edits }];
  const explanation = [`It is written  ${said}.`];
  const word = reader.text.slice(told.span.start, told.span.end);
  const problem = (): Problem => say.wordDoesNotFit(told.span, { word }, { explanation, fixes });
  const mended = cells.reduceRight<IToken[]>(
    (all, { from, to, meant }) => {
      const [first, last] = [tokens[from], tokens[to - 1]];
      return first && last ? replaced(all, from, to, wordsInPlaceOf(meant, first, last, reader)) : all;
    },
    [...tokens],
  );
  yield { tokens: mended, problem, onlyWhole: true };
}

function inWords(cell: string): string | undefined {
  const [, sign = "", value = ""] = /^(>=|≥|<=|≤|>|<|==?|!=|≠)\s*([^|<>=]+)$/.exec(cell) ?? [];
  if (sign !== "") return `${bounds[sign] ?? ""}${value}`;
  const [, low, high] = /^\[?([£€$]?\d[\d,.]*?%?) ?(?:\.\.\.?|–|-) ?([£€$]?\d[\d,.]*%?)\]?$/.exec(cell) ?? [];
  return low === undefined || high === undefined ? undefined : `${low} to ${high}`;
}

/** From the first token of each cell to the bar behind it. */
function cellsOf(tokens: readonly IToken[]): [from: number, to: number][] {
  const bars = tokens.flatMap(({ tokenType }, at) => (tokenType === T.Pipe ? [at] : []));
  return bars.slice(1).map((bar, at) => [(bars[at] ?? 0) + 1, bar]);
}

const joins: ReadonlySet<string> = new Set([
  "of",
  "+",
  "-",
  "*",
  "/",
  "plus",
  "minus",
  "times",
  "divided",
  "else",
  "where",
  "since",
]);

/** What is worked out over a list begins with one of these: `count of bites`. */
const overLists: ReadonlySet<string> = new Set(["count", "sum", "highest", "lowest", "average"]);

/** `| electric | 25% of fee |`, `| count of bites |`: what is worked out has a name, and the name stands in the cell. */
export function* mendCalculationInCell(stopped: Stopped): Generator<Candidate> {
  const { tokens, reader, stop } = stopped;
  const [first, token] = [tokens[0], tokens[stop]];
  if (first?.tokenType !== T.Pipe || !token) return;
  const isOverList = overLists.has(plainName(token.image)) && plainName(tokens[stop + 1]?.image ?? "") === "of";
  if (!isOverList && !joins.has(plainName(token.image))) return;
  const from = tokens.slice(0, stop).findLastIndex(({ tokenType }) => tokenType === T.Pipe) + 1;
  const to = tokens.findIndex(({ tokenType }, at) => at >= stop && tokenType === T.Pipe);
  const [start, end] = [tokens[from], tokens[to - 1]];
  if (to < 0 || !start || !end || (isOverList ? from !== stop : from >= stop)) return;
  const span = reader.nodes.spanOf(start, end);
  const written = textOf(reader, start, end);
  const stays = isOverList ? tokenAt(T.Word, "name", span.start, span.end) : start;
  const explanation = [`A cell holds a value or its name. Give this a name:  calculate … = ${written}.`];
  const problem = (): Problem => say.wordDoesNotFit(span, { word: written }, { explanation });
  yield { tokens: replaced(tokens, from, to, [stays]), problem, onlyWhole: !isOverList };
}

/** Words that begin a cell, or stand inside one, and say something by themselves. */
const cellWords: ReadonlySet<string> = new Set("any not under over before after at to or then expect".split(" "));

/** `| Ben Brown | hill-top |`: words that somebody answers stand in quotes. A name of the text that was written with spaces is told as one. */
export function* mendWordsInCell(stopped: Stopped): Generator<Candidate> {
  const { tokens, reader, stop } = stopped;
  if (tokens[0]?.tokenType !== T.Pipe) return;
  const from = tokens.slice(0, stop).findLastIndex(({ tokenType }) => tokenType === T.Pipe) + 1;
  const to = tokens.findIndex(({ tokenType }, at) => at >= stop && tokenType === T.Pipe);
  const [start, end] = [tokens[from], tokens[to - 1]];
  if (to - from < 2 || !start || !end || !/^\p{Lu}/u.test(start.image)) return;
  const words = tokens.slice(from, to).map(({ image }) => plainName(image));
  if (words.some((word) => cellWords.has(word)) || occurs(words.join("-"), reader.text)) return;
  const span = reader.nodes.spanOf(start, end);
  const quoted = `"${textOf(reader, start, end)}"`;
  const fixes = [{ title: `change it to  ${quoted}`, edits: [{ span, text: quoted }] }];
  const explanation = ["Words that somebody answers stand in double quotes."];
  const problem = (): Problem => say.wordDoesNotFit(span, { word: textOf(reader, start, end) }, { explanation, fixes });
  yield {
    tokens: replaced(tokens, from, to, [tokenAt(T.Text, quoted, span.start, span.end)]),
    problem,
    onlyWhole: true,
  };
}

/** The values between "or" and commas. */
function partsOf(tokens: readonly IToken[]): IToken[][] {
  const parts: IToken[][] = [[]];
  for (const token of tokens) {
    if (token.tokenType === T.Comma || plainName(token.image) === "or") parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}
