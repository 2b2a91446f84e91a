// `formwork compare`: what is different between two texts of a service, in words.

import { compareServices, type Version } from "../compare/compare-services.ts";
import type { Difference } from "../compare/difference.ts";
import { sayDifference } from "../compare/difference.ts";
import { parseTree } from "../syntax/parse.ts";
import type { Span } from "../syntax/tree.ts";
import { readFormat, readOptions } from "./options.ts";
import { readService } from "./read-service.ts";
import { WrongUsage } from "./wrong-usage.ts";

/** Exit code 0, with differences or without: to differ is no mistake. Texts with problems can be compared too. */
export function compare(words: readonly string[]): number {
  const { subjects, flags } = readOptions(words, ["format", "libraries"]);
  const format = readFormat(flags);
  const [old, now, ...more] = subjects;
  if (old === undefined || now === undefined || more.length > 0)
    throw new WrongUsage("Name two service texts: the old one, then the new one.");
  const before = versionOf(old, flags.get("libraries"));
  const after = versionOf(now, flags.get("libraries"));
  const differences = compareServices(before, after);
  console.log(
    format === "json"
      ? JSON.stringify({ differences: differences.map((one) => jsonOf(one, before, after)) }, null, 2)
      : show(old, now, differences, after),
  );
  return 0;
}

function versionOf(file: string, libraries: string | undefined): Version {
  const { entry, files } = readService(file, libraries);
  return { entry, trees: [...files].map(([name, text]) => parseTree(name, text).tree) };
}

/** By chapter, each with the line of the new text; of what is taken away there is none. */
function show(old: string, now: string, differences: readonly Difference[], after: Version): string {
  if (differences.length === 0) return `${old} and ${now} say the same.`;
  const chapters = [...Map.groupBy(differences, ({ chapter }) => chapter)].map(([chapter, all]) => {
    const lines = all.map((one) => `${numberOf(one.afterAt, after)} | ${sayDifference(one)}`);
    return [chapter, ...lines].join("\n");
  });
  const count = differences.length === 1 ? "1 difference" : `${differences.length} differences`;
  return `${chapters.join("\n\n")}\n\n${old} → ${now}: ${count}`;
}

function numberOf(at: Span | undefined, version: Version): string {
  const line = at && lineOf(at, version);
  return (line === undefined ? "" : String(line)).padStart(4);
}

function lineOf(at: Span, { trees }: Version): number | undefined {
  return trees.find(({ file }) => file === at.file)?.index.positionAt(at.start).line;
}

/** An interface that people build on: members are only added. */
function jsonOf(difference: Difference, before: Version, after: Version): unknown {
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
}
