// FW104: ways that part right below the route, where stages stand: `when fee is £0 go to granted`. They are told once, and a stage is offered for them.
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import type { FileReading } from "../file-reading.ts";
import { plainName } from "../lexer.ts";
import { rowsInColumn } from "../rows-of-text.ts";
import { firstToken, type Placed } from "./placed.ts";

const way = /^(?:when|if|otherwise|else|go)\b/i;
const heading = 'stage sorting "We sort applications"';

/** What is told at the first of these lines; the lines that begin before `until` are answered for. */
export function tellWaysInRoute(
  { line, above }: Placed,
  reader: FileReading,
): { readonly problem: Problem; readonly until: number } | undefined {
  const first = firstToken(line);
  if (!way.test(first.image)) return undefined;
  const span = reader.nodes.spanOf(first);
  const rows = rowsInColumn(reader, span.start);
  const last = rows.findIndex(({ text }) => !way.test(text));
  const ways = last < 0 ? rows : rows.slice(0, last);
  const end = ways.at(-1)?.end ?? span.end;
  const explanation = [
    `Ways part in a stage. A case begins at the one that is written first:  ${heading},  below it  when … then go to …  and at the end  otherwise go to …`,
  ];
  const fixes = above === undefined && !/^\s*stage sorting\b/m.test(reader.text) ? [stageFor(ways, reader)] : [];
  const args = { A: "The route", word: plainName(first.image) };
  return { problem: say.lineStartsWithUnknownWord(span, args, { explanation, fixes }), until: end };
}

function stageFor(ways: readonly { readonly start: number; readonly column: number }[], reader: FileReading): Fix {
  const at = (start: number, text: string) => ({ span: { file: reader.file, start, end: start }, text });
  const edits = ways.map(({ start, column }, number) =>
    at(start, number === 0 ? `${heading}\n${" ".repeat(column + 2)}` : "  "),
  );
  return { title: `put  ${heading}  above, and these lines below it`, edits };
}
