// Names as they stand in the lines of a text, with what they mean: so that a check can mark the very word, and take it out of a list.
import type { Edit, Fix, Span } from "../../diagnostics/problem.ts";
import { wordOf } from "../../model/line.ts";
import type { Datum, Model } from "../../model/model.ts";
import { keyOf } from "../../model/names/keys.ts";
import { saidOf } from "../../model/names/said.ts";
import { dottedOf } from "../../model/readings.ts";
import type { Line, PathNode } from "../../syntax/tree.ts";
import { madeOnce } from "../made-once.ts";
import { removeLine, textAt } from "../text-edits.ts";

/** A name in a line. */
export interface Named {
  /** As the author says it: home's postcode. */
  readonly said: string;
  /** Its dotted path in the answers. */
  readonly path: string;
  readonly span: Span;
  readonly line: Line;
}

/** Looks names up as they are said. */
export interface NamedPlaces {
  /** The names with 's parts on a line that mean something, in order. */
  on(line: Line): Named[];
  /** The first words of all paths on a line: stages too. */
  stages(line: Line): string[];
  /** The datum said like that, or the one it is a part of. */
  datum(said: string): Datum | undefined;
  /** How the author says a dotted path. */
  said(path: string): string;
}

/** The names of a service. */
export const namedPlaces = madeOnce((model): NamedPlaces => {
  const bySaid = new Map(model.data.map((datum) => [datum.said, datum]));
  const byPath = new Map(model.data.map((datum) => [dottedOf(datum), datum]));
  const datum = (said: string): Datum | undefined => {
    const end = said.lastIndexOf("'s ");
    return bySaid.get(said) ?? (end < 0 ? undefined : datum(said.slice(0, end)));
  };
  const named = (line: Line, node: PathNode): Named[] => {
    const said = saidOf(node.words.map((word) => word.name));
    const found = datum(said);
    if (!found) return [];
    const rest = said === found.said ? [] : said.slice(found.said.length + 3).split("'s ");
    return [{ said, path: [dottedOf(found), ...rest.map(keyOf)].join("."), span: node.span, line }];
  };
  return {
    on: (line) => {
      const nodes = pathNodesOf(line);
      return nodes.length === 0 ? [] : nodes.flatMap((node) => named(line, node));
    },
    stages: (line) => pathNodesOf(line).flatMap((node) => node.words[0]?.name ?? []),
    datum,
    said: (path) => byPath.get(path)?.said ?? saidWhole(byPath, path),
  };
});

function saidWhole(byPath: ReadonlyMap<string, Datum>, path: string): string {
  const end = path.lastIndexOf(".");
  if (end < 0) return path;
  const whole = byPath.get(path.slice(0, end))?.said ?? saidWhole(byPath, path.slice(0, end));
  return `${whole}'s ${path.slice(end + 1).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The names with 's parts on a line, whatever they mean. */
export function pathNodesOf(line: Line): readonly PathNode[] {
  const nodes: PathNode[] = [];
  for (const part of line.parts) {
    if (part.slot === "ps") nodes.push(...part.paths);
    if (part.slot === "p") nodes.push(part.path);
  }
  return nodes;
}

/** All lines of a text that begin with this word, wherever they stand. */
export function linesOf(lines: readonly Line[], word: string): Line[] {
  const found: Line[] = [];
  const visit = (line: Line): void => {
    if (line.form !== undefined && wordOf(line) === word) found.push(line);
    for (const child of line.children) visit(child);
  };
  for (const line of lines) visit(line);
  return found;
}

/** Takes one name out of a list of names; the last one takes its line with it. */
export function withoutName(model: Model, { line, span }: Named): Fix {
  const nodes = pathNodesOf(line);
  const at = nodes.findIndex((node) => node.span.start === span.start);
  const name = textAt(model.trees, span);
  const [before, after] = [nodes[at - 1], nodes[at + 1]];
  const edit: Edit = after
    ? { span: { ...span, end: after.span.start }, text: "" }
    : before
      ? { span: { ...span, start: before.span.end }, text: "" }
      : removeLine(model.trees, line);
  return { title: `take  ${name}  out of  ${wordOf(line)}`, edits: [edit] };
}
