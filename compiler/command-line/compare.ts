// `formwork compare`: what is different between two texts of a service, of a library, or of all services in two folders, in words.
import { statSync } from "node:fs";
import path from "node:path";
import { compareServices, type Version } from "../compare/compare-services.ts";
import { wordOf } from "../model/line.ts";
import { isEarlierVersion } from "../source/load.ts";
import { parseTree } from "../syntax/parse.ts";
import { pairFolders } from "./compare-folders.ts";
import { type Compared, jsonOfDifferences, showCompared } from "./compare-words.ts";
import { type Options, readFormat, readOptions } from "./options.ts";
import { readFromGit } from "./read-from-git.ts";
import { type ReadService, readService } from "./read-service.ts";
import { UnreadableText, WrongUsage } from "./wrong-usage.ts";

/** Exit code 0, with differences or without: to differ is no mistake. Texts with problems can be compared too. */
export function compare(words: readonly string[]): number {
  const options = readOptions(words, ["format", "libraries", "since", "until"]);
  const format = readFormat(options.flags);
  const [old = "", now = ""] = options.subjects;
  const libraries = options.flags.get("libraries");
  if (options.flags.has("since") || options.flags.has("until")) {
    const compared = compareInGit(options);
    console.log(format === "json" ? json({ differences: jsonOfDifferences(compared) }) : showCompared(compared));
    return 0;
  }
  if (options.subjects.length !== 2)
    throw new WrongUsage("Name two service texts: the old one, then the new one. Or one text, with --since.");
  if (isFolder(old) && isFolder(now)) {
    console.log(compareFolders(old, now, libraries, format));
    return 0;
  }
  const compared = compareFiles(old, now, libraries);
  console.log(format === "json" ? json({ differences: jsonOfDifferences(compared) }) : showCompared(compared));
  return 0;
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
}

function compareFiles(old: string, now: string, libraries: string | undefined): Compared {
  // Two libraries can be compared as well; a library and a service have nothing in common.
  const ending = [old, now].every((file) => file.endsWith(".shared")) ? ".shared" : ".service";
  const [before, after] = [old, now].map((file) => versionOf(file, readService(file, libraries, ending)));
  return compared(old, now, before, after);
}

/** One text as it was in a version that git keeps, and as it is now or was in another. */
function compareInGit({ subjects, flags }: Options): Compared {
  const [file, ...more] = subjects;
  const [since, until] = [flags.get("since"), flags.get("until")];
  if (file === undefined || more.length > 0 || since === undefined)
    throw new WrongUsage(
      "Name one service text and the version to begin from: formwork compare parking.service --since main",
    );
  const libraries = flags.get("libraries");
  const before = versionOf(`${file} in ${since}`, readFromGit(since, file, libraries));
  const ending = file.endsWith(".shared") ? ".shared" : ".service";
  const read = until === undefined ? readService(file, libraries, ending) : readFromGit(until, file, libraries);
  const now = until === undefined ? file : `${file} in ${until}`;
  return compared(`${file} in ${since}`, now, before, versionOf(now, read));
}

function compared(old: string, now: string, before: Version | undefined, after: Version | undefined): Compared {
  if (!before || !after) throw new RangeError("There are two versions to compare");
  return { old, now, before, after, differences: compareServices(before, after) };
}

/** A text that is not that of a service has nothing that could be compared. */
function versionOf(said: string, { entry, files }: ReadService): Version {
  const texts = [...files].filter(([name]) => !name.endsWith(".lock") && !isEarlierVersion(name));
  const trees = texts.map(([name, text]) => parseTree(name, text).tree);
  const word = entry.endsWith(".shared") ? "shared" : "service";
  const isWhole = trees.some((tree) => tree.file === entry && tree.lines.some((line) => wordOf(line) === word));
  const example = word === "shared" ? 'shared pets "Questions about pets"' : 'service dog-licence "Dog licence"';
  if (!isWhole)
    throw new UnreadableText(
      `${said} does not say which ${word === "shared" ? "library" : "service"} it is: it has no line such as  ${example}  so there is nothing to compare. formwork check says more.`,
    );
  return { entry, trees };
}

function compareFolders(old: string, now: string, libraries: string | undefined, format: "terminal" | "json"): string {
  const all = pairFolders(old, now).map((pair) => ({
    ...pair,
    ...(pair.old !== undefined && pair.now !== undefined && { compared: compareFiles(pair.old, pair.now, libraries) }),
  }));
  if (format === "json")
    return json({
      services: all.map(({ old: before, now: after, compared: one }) => ({
        ...(before !== undefined && { before }),
        ...(after !== undefined && { after }),
        ...(one && { differences: jsonOfDifferences(one) }),
      })),
    });
  const shown = all.flatMap(({ compared: one }) => (one && one.differences.length > 0 ? [showCompared(one)] : []));
  const same = all.filter(({ compared: one }) => one?.differences.length === 0);
  const alone = all.flatMap(({ old: before = "", now: after = "", compared: one }) =>
    one ? [] : [after === "" ? `${before}: taken away` : `${after}: new`],
  );
  const rest =
    same.length === 0
      ? []
      : [
          `${listed(same.map(({ now: file = "" }) => path.relative(now, file)))} ${same.length === 1 ? "says" : "say"} the same.`,
        ];
  return [...shown, ...(alone.length === 0 ? [] : [alone.join("\n")]), ...rest].join("\n\n");
}

function listed(names: readonly string[]): string {
  const [last = "", ...others] = [...names].reverse();
  return others.length === 0 ? last : `${others.reverse().join(", ")} and ${last}`;
}
