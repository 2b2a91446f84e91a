// What `formwork compare` says: to people, and to programs.
import type { Version } from "../compare/compare-services.ts";
import { type Difference, sayDifference } from "../compare/difference.ts";
import type { Line, Span } from "../syntax/tree.ts";

/** Two versions of one text, as they are called, and what differs. */
export interface Compared {
  readonly old: string;
  readonly now: string;
  readonly before: Version;
  readonly after: Version;
  readonly differences: readonly Difference[];
}

/** By chapter, each with the line of the new text; of what is taken away there is none. */
export function showCompared({ old, now, differences, before, after }: Compared): string {
  const unread = [...sayUnread(old, before), ...(now === old ? [] : sayUnread(now, after))];
  if (differences.length === 0) return [`${old} and ${now} say the same.`, ...unread].join("\n");
  const chapters = [...Map.groupBy(differences, ({ chapter }) => chapter)].map(([chapter, all]) => {
    const lines = all.map((one) => `${numberOf(one.afterAt, after)} | ${sayDifference(one)}`);
    return [chapter, ...lines].join("\n");
  });
  const count = differences.length === 1 ? "1 difference" : `${differences.length} differences`;
  return [`${chapters.join("\n\n")}\n\n${old} → ${now}: ${count}`, ...unread].join("\n");
}

/** A line that cannot be read is compared letter by letter; what it would mean is not known. */
function sayUnread(file: string, version: Version): string[] {
  const count = countUnread(version.trees.flatMap(({ lines }) => lines));
  if (count === 0) return [];
  return [`${file}: ${count === 1 ? "1 line" : `${count} lines`} could not be read; formwork check says why`];
}

function countUnread(lines: readonly Line[]): number {
  return lines.reduce(
    (count, line) => count + (line.isReported ? 1 : 0) + countUnread(line.bullets) + countUnread(line.children),
    0,
  );
}

function numberOf(at: Span | undefined, version: Version): string {
  const line = at && lineOf(at, version);
  return (line === undefined ? "" : String(line)).padStart(4);
}

function lineOf(at: Span, { trees }: Version): number | undefined {
  return trees.find(({ file }) => file === at.file)?.index.positionAt(at.start).line;
}

/** An interface that people build on (output.schema.json): members are only added. */
export function jsonOfDifferences({ differences, before, after }: Compared): unknown[] {
  return differences.map((difference) => {
    const { change, chapter, about, beforeAt, afterAt } = difference;
    const placeOf = (at: Span, version: Version) => ({ file: at.file, line: lineOf(at, version) });
    return {
      change,
      chapter,
      about,
      ...(difference.before !== undefined && { before: difference.before }),
      ...(difference.after !== undefined && { after: difference.after }),
      words: sayDifference(difference),
      ...(beforeAt && { beforeAt: placeOf(beforeAt, before) }),
      ...(afterAt && { afterAt: placeOf(afterAt, after) }),
    };
  });
}
