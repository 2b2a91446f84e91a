// FW104: `if anonymous is no` with questions below it, as programs write it. Each question says when it is shown; the line speaks for all.
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Edit } from "../../diagnostics/problem.ts";
import type { FileReading } from "../file-reading.ts";
import { deeperRows, type Row } from "../rows-of-text.ts";
import { firstToken, type Placed } from "./placed.ts";

const condition = /^(?:if|when|only if|only when|show if|show when|for) (.+?)(?:,? then)?:?$/i;
/** Lines whose own line below may say when they are shown. */
const asked = /^(?:ask|page|group|include|declare|guidance|warning|stop)\b/i;

/** What is told at the condition; the lines below it are read where they would stand. */
export function tellConditionAbove(
  { line }: Placed,
  A: string,
  reader: FileReading,
  canRead: (line: string) => boolean,
): ReturnType<typeof say.lineStartsWithUnknownWord> | undefined {
  const first = firstToken(line);
  const span = reader.nodes.spanOf(first);
  const { line: number } = reader.index.positionAt(span.start);
  const from = reader.index.startOf(number);
  const [, said] =
    condition.exec(
      reader.text
        .slice(span.start, reader.index.endOf(number))
        .replace(/\s+#.*$/, "")
        .trim(),
    ) ?? [];
  const rows = deeperRows(reader, number);
  const own = span.start - from;
  const least = Math.min(...rows.map(({ column }) => column));
  const heads = rows.filter(({ column }) => column === least);
  const shown = `show when ${said}`;
  if (said === undefined || heads.length === 0 || !heads.every(({ text }) => asked.test(text)) || !canRead(shown))
    return undefined;
  const step = least - own;
  const last = rows.at(-1)?.end ?? span.end;
  const indented = (row: Row): Edit[] => {
    const start = row.start - step;
    const moved = { span: { file: reader.file, start, end: row.start }, text: "" };
    const below = `\n${" ".repeat(own + reader.step)}${shown}`;
    const end = { file: reader.file, start: row.end, end: row.end };
    return row.column === least ? [moved, { span: end, text: below }] : [moved];
  };
  const edits = [
    { span: { file: reader.file, start: from, end: reader.index.startOf(number + 1) }, text: "" },
    ...rows.flatMap(indented),
  ];
  const explanation = [`Each question says when it is shown, on a line below it:  ${shown}.`];
  const title = `remove this line, and add  ${shown}  below ${heads.length === 1 ? "the question" : `each of the ${heads.length} questions`}`;
  const fixes = last <= span.end ? [] : [{ title, edits }];
  return say.lineStartsWithUnknownWord(span, { A, word: first.image }, { explanation, fixes });
}
