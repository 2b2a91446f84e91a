// FW112: tabs and spaces before the first words of lines, told once for a file. A tab counts as two columns.
import { problems as say } from "../diagnostics/generated/problems.ts";
import type { FileReading } from "./file-reading.ts";

/** Tells the first line that starts otherwise than the lines above it. A file that uses only tabs, or only spaces, is left in peace. */
export function findMixedIndents(reader: FileReading): void {
  const { text, file } = reader;
  if (!text.includes("\t")) return;
  const starts = [...text.matchAll(/^[ \t]+(?=[^\s#])/gm)];
  const withTab = starts.find(([start]) => start.includes("\t"));
  const withSpace = starts.find(([start]) => start.includes(" "));
  if (!withTab || !withSpace) return;
  const later = withTab.index < withSpace.index ? withSpace : withTab;
  const edits = starts
    .filter(([start]) => start.includes("\t"))
    .map(({ 0: start, index }) => ({
      span: { file, start: index, end: index + start.length },
      text: start.replaceAll("\t", "  "),
    }));
  const fixes = [{ title: "use spaces in the whole file", edits }];
  const span = { file, start: later.index, end: later.index + later[0].length };
  reader.problems.push(say.tabsAndSpacesMixed(span, {}, { fixes }));
}
