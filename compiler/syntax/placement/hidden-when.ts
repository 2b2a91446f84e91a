// FW104: when a question is hidden, as other tools say it. Here it says when it is shown.
import type { Fix } from "../../diagnostics/problem.ts";
import type { Block } from "../blocks.ts";
import type { FileReading } from "../file-reading.ts";
import { turned, turnedOrMissing } from "../mends/turned.ts";
import { canBeRead } from "./can-be-read.ts";
import type { Placed } from "./placed.ts";

/** `hide when anonymous is yes`: the opposite is said here, when a question is shown. Where nothing was answered it was not hidden. */
export function shownWhen(
  { line }: Placed,
  block: Block,
  reader: FileReading,
): { explanation: string[]; fixes: Fix[] } | undefined {
  const [first, when, from] = line.tokens;
  const last = line.tokens.at(-1);
  if (!first || !from || !last || !/^(?:when|if)$/i.test(when?.image ?? "")) return undefined;
  const { start } = reader.nodes.spanOf(from);
  const condition = reader.text.slice(start, reader.nodes.spanOf(last).end).replace(/\s+/g, " ");
  const linesOf = (opposite: string | undefined): string[] => {
    const text = `show when ${opposite}`;
    return opposite !== undefined && canBeRead(text, block, reader) ? [text] : [];
  };
  const [plain, orMissing] = [linesOf(turned(condition)), linesOf(turnedOrMissing(condition))];
  if (plain.length === 0) return undefined;
  const span = reader.nodes.spanOf(first, last);
  return {
    explanation: [
      `Say when it is shown:  ${plain[0]}.`,
      ...orMissing.map((text) => `To show it also where that was not answered:  ${text}.`),
    ],
    fixes: [...plain, ...orMissing].map((text) => ({ title: `change the line to  ${text}`, edits: [{ span, text }] })),
  };
}
