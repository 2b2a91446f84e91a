// FW102: a line that stands in no column of its siblings, or one step too far to the right.
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { FileReading } from "../file-reading.ts";
import type { OutlineLine } from "../outline.ts";
import type { Line, Span } from "../tree.ts";
import { indentEdits, widthOf } from "./moves.ts";
import { firstToken, type Placed } from "./placed.ts";
import { countSpaces, nameOfBlock, nameOfLine, withoutArticle } from "./shown.ts";

/** FW102: stands in no column of its siblings. */
export function tellMisaligned(placed: Placed, column: number, reader: FileReading): Problem {
  const { line, parent } = placed;
  const { index } = reader;
  const first = firstToken(line);
  const number = index.positionAt(first.startOffset).line;
  const start = index.startOf(number);
  const at = { file: reader.file, start: line.indent === 0 ? first.startOffset : start, end: first.startOffset };
  const target = parent ? `${column} spaces, so that it belongs to  ${nameOfLine(parent, reader)}` : "the left margin";
  const related = lineAbove(number, reader);
  const spaces = related ? indentOfLine(related, reader) : 0;
  const siblings = parent
    ? `belong to the same ${withoutArticle(nameOfBlock(parent.opens ?? ""))}`
    : "stand at the left margin";
  const fix = {
    title: `move line ${number} to ${target}`,
    edits: indentEdits([line, ...placed.together].map(aloneWhenMoved), column - line.indent, reader),
  };
  return say.lineDoesNotLineUp(
    at,
    {},
    {
      beside: countSpaces(line.indent),
      related: related ? [{ span: related }] : [],
      explanation: [
        `Lines that ${siblings} start in the same column.${related ? ` The line above starts after ${countSpaces(spaces)}.` : ""}`,
      ],
      fixes: [fix],
    },
  );
}

/** A line that was moved without its own lines, which stand in its column now, goes back alone. */
function aloneWhenMoved(line: OutlineLine): OutlineLine {
  return line.children[0]?.indent === line.indent ? { ...line, children: [] } : line;
}

/** FW102: stands below a line that has no lines below it, and would fit one step to the left. */
export function tellTooFarRight(placed: Placed, parent: Line, reader: FileReading): Problem {
  const first = firstToken(placed.line);
  const number = reader.index.positionAt(first.startOffset).line;
  const at = { file: reader.file, start: reader.index.startOf(number), end: first.startOffset };
  const owner = parent.parent ? `, so that it belongs to  ${nameOfLine(parent.parent, reader)}` : "";
  const lines = [placed.line, ...placed.together];
  return say.lineDoesNotLineUp(
    at,
    {},
    {
      beside: countSpaces(placed.line.indent),
      related: [{ span: parent.span }],
      explanation: [
        `Nothing can stand below a line that starts with "${parent.word}". That line starts after ${countSpaces(parent.indent)}.`,
      ],
      fixes: [
        {
          title: `move line ${number} to ${countSpaces(parent.indent)}${owner}`,
          edits: indentEdits(lines, parent.indent - placed.line.indent, reader),
        },
      ],
    },
  );
}

function lineAbove(number: number, reader: FileReading): Span | undefined {
  for (let above = number - 1; above >= Math.max(1, number - 50); above--) {
    const content = reader.index.textOf(above).trim();
    if (content === "" || content.startsWith("#")) continue;
    const start = reader.index.startOf(above);
    return { file: reader.file, start, end: reader.index.endOf(above) };
  }
  return undefined;
}

function indentOfLine(span: Span, reader: FileReading): number {
  return widthOf(reader.text.slice(span.start, span.end));
}
