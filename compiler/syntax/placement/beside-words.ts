// FW105: a words file whose lines stand beside its first line and not below it. The first of them speaks for all.
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { FileReading } from "../file-reading.ts";
import { plainName } from "../lexer.ts";
import { firstToken, type Placed } from "./placed.ts";

/** What is told at the first of these lines; the lines that begin before `until` are answered for. */
export function tellBesideWords(
  { line, above }: Placed,
  reader: FileReading,
): { readonly problem: Problem; readonly until: number } | undefined {
  const first = firstToken(line);
  if (!reader.file.endsWith(".words") || !above || plainName(firstToken(above).image) !== "words") return undefined;
  const span = reader.nodes.spanOf(first);
  const { index, file, text } = reader;
  const from = index.positionAt(span.start).line;
  const numbers = Array.from({ length: index.lineCount - from + 1 }, (_, at) => from + at);
  const edits = numbers
    .filter((number) => index.textOf(number).trim() !== "")
    .map((number) => ({ span: { file, start: index.startOf(number), end: index.startOf(number) }, text: "  " }));
  const explanation = ["Everything in a words file stands below its first line."];
  const fixes = [{ title: "move everything below the first line to the right by 2 spaces", edits }];
  const args = { word: first.image, belongs: "under the first line of a words file", where: "at the left margin" };
  return { problem: say.lineStandsInWrongPlace(span, args, { related: [], explanation, fixes }), until: text.length };
}
