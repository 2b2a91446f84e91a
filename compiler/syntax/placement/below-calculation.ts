// FW104: lines below a calculation as other languages write them, told once for all of them with the lines that say it here.
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import type { FileReading } from "../file-reading.ts";
import { type Row, rowsInColumn } from "../rows-of-text.ts";
import { changesTheValue, exceptionFrom, exceptionsMeant } from "./if-then-else.ts";
import { firstToken, type Placed } from "./placed.ts";

/** What is told at the first of these lines; the lines that begin before `until` are answered for. */
export interface BelowCalculation {
  readonly problem: Problem;
  readonly until: number;
}

const A = "A calculation";
const conditional = /^(?:if|when|else|otherwise|then)\b/i;
const generalFirst = "The general value stands in the line of the calculation, and each exception below it.";
const wholeValue = "An exception says the whole value.";
const apart =
  "What comes on top for some is a calculation of its own:  calculate extra = £0,  below it  except £30 when …  Then add it:  calculate fee = £20 + extra.";

export function tellBelowCalculation(
  { line, parent }: Placed,
  reader: FileReading,
  canRead: (heading: "file" | "calculate", line: string) => boolean,
): BelowCalculation | undefined {
  const first = firstToken(line);
  if (!parent) return undefined;
  const head = reader.text.slice(parent.span.start, parent.span.end);
  const span = reader.nodes.spanOf(first);
  const tell = (explanation: string[], fixes: Fix[]) =>
    say.lineStartsWithUnknownWord(span, { A, word: first.image }, { explanation, fixes });
  const rows = rowsInColumn(reader, span.start);
  const [row] = rows;
  if (!row) return undefined;
  const branches = rows.slice(0, firstOther(rows));
  const last = branches.at(-1) ?? row;
  const meant = exceptionsMeant(
    head,
    branches.map(({ text }) => text),
  );
  // A single exception is told as the line that it is.
  const isMore = meant !== undefined && (branches.length > 1 || meant.head !== head);
  if (isMore && canRead("file", meant.head) && meant.below.every((below) => canRead("calculate", below))) {
    const indent = "\n".padEnd(line.indent + 1);
    const lines = [meant.head, ...meant.below.map((below) => `  ${below}`)];
    const edits = [
      ...(meant.head === head ? [] : [{ span: parent.span, text: meant.head }]),
      { span: { file: reader.file, start: row.start, end: last.end }, text: meant.below.join(indent) },
    ];
    const title = `write  ${lines.map((one) => one.trim()).join("  with  ")}`;
    return { problem: tell([generalFirst], [{ title, edits, lines }]), until: last.end };
  }
  const exception = exceptionFrom(head, row.text);
  const isAlone = rows.every((one) => one === row || !changesTheValue(one.text));
  if (exception !== undefined && isAlone && canRead("calculate", exception)) {
    const edits = [{ span: { file: reader.file, start: row.start, end: row.end }, text: exception }];
    const problem = tell([wholeValue], [{ title: `change the line to  ${exception}`, edits }]);
    return { problem, until: row.end };
  }
  if (!changesTheValue(row.text)) return undefined;
  const end = rows.filter(({ text }) => changesTheValue(text)).at(-1)?.end ?? row.end;
  return { problem: tell([`${wholeValue} ${apart}`], []), until: end };
}

function firstOther(rows: readonly Row[]): number {
  const at = rows.findIndex(({ text }) => !conditional.test(text) || /^when several match/i.test(text));
  return at < 0 ? rows.length : at;
}
