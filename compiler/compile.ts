// The whole compiler in one function: a service's text in, its problems and the compiled service out.
// Pure and synchronous: the same texts give the same answer, on a server, in a browser's worker, in a test.
import type { Service } from "#contract";
import type { Play } from "#contract/play.ts";
import { checkModel } from "./check/check-model.ts";
import { checkExamples } from "./check/examples/examples.ts";
import type { LastPassed } from "./check/examples/last-passed.ts";
import { withoutFollowOns } from "./check/follow-on.ts";
import { checkNoServiceLine } from "./check/names/no-service-line.ts";
import type { Problem } from "./diagnostics/problem.ts";
import { emitContract } from "./emit/contract/emit-contract.ts";
import { lockFilesOf } from "./locks/lock-files.ts";
import { buildModel } from "./model/build-model.ts";
import type { Model } from "./model/model.ts";
import { keepLineEnds } from "./source/line-ends.ts";
import { parseTree } from "./syntax/parse.ts";
import type { Tree } from "./syntax/tree.ts";

/** What came of a text. `service` is there when no problem is a Stop. */
export interface Compiled {
  readonly problems: readonly Problem[];
  readonly service?: Service;
  /** What the lines mean together, for who asks about the text; not there without a service line. */
  readonly model?: Model;
  /** What the examples rested on when they last passed, to be handed over the next time; not there when they were not played. */
  readonly lastPassed?: LastPassed;
  /** All texts as they were read, for showing problems in their lines. */
  readonly trees: readonly Tree[];
  /** Lock files that have something new to note, as they should stand now. Nothing in them depends on whether they are written. */
  readonly locks?: ReadonlyMap<string, string>;
}

/** What is handed to the compiler from outside: it never imports forms or runtime itself. */
export interface Handed {
  /** Plays the examples of the text; without it they are not played. */
  readonly play?: Play;
  /** What the examples rested on when they last passed: then a failing one says what has changed since. */
  readonly lastPassed?: LastPassed;
}

/**
 * Compiles the service in the file `entry`. `files` holds all texts that may be needed, by file name: the service,
 * libraries (.shared), words files (.words) and lock files (.lock). A library is found by the name it gives itself, not by its file.
 */
export function compile(
  entry: string,
  files: ReadonlyMap<string, string>,
  { play, lastPassed }: Handed = {},
): Compiled {
  const { parsed, trees, main, model } = readModel(entry, files);

  // check: what is wrong with the meaning, in plain words, with ways to mend it
  const used = new Set([entry, ...(model?.used ?? []), ...unreadable(entry, trees, model)]);
  const writing = parsed.filter((one) => used.has(one.tree.file)).flatMap((one) => one.problems);
  const meaning = model ? checkModel(model) : checkNoServiceLine(main);
  const told = withoutFollowOns([...writing, ...apartFrom(writing, meaning, trees)]);
  const ordered = (found: readonly Problem[]) => keepLineEnds(inTextOrder(found, [...used]), files);
  const problems = ordered(told);

  // emit: the compiled service, when nothing stops it
  const isStopped = (found: readonly Problem[]) => found.some((problem) => stops(problem, model?.status.stage));
  if (!model) return { problems, trees };
  if (isStopped(problems)) return { problems, trees, model };
  const service = emitContract(model);
  const locks = lockFilesOf(model);

  // examples: the people in the text are played over the same form and route that real ones go
  const examples = play && checkExamples(model, service, play, lastPassed);
  const all = ordered(withoutFollowOns([...problems, ...(examples?.problems ?? [])]));
  const compiled = { problems: all, trees, model, ...(examples && { lastPassed: examples.lastPassed }) };
  return isStopped(all) ? compiled : { ...compiled, service, locks };
}

/** The first half: texts in, model out. Undefined without a service line. Commands that only look at a text begin here too. */
export function readModel(entry: string, files: ReadonlyMap<string, string>) {
  // read → outline → syntax: each file becomes a lossless tree; a line that cannot be read is a problem of its own
  const texts = [...files].filter(([file]) => !isLockFile(file));
  const parsed = texts.map(([file, text]) => parseTree(file, text));
  const trees = parsed.map((one) => one.tree);
  const main = trees.find((tree) => tree.file === entry);
  if (!main) throw new RangeError(`The files to compile do not include ${entry}`);

  // model: what the lines mean together: names, kinds, pages, rules, route
  const built = buildModel(main, trees, new Map([...files].filter(([file]) => isLockFile(file))));
  const model = built && { ...built, earlier: earlierThan(built, trees) };
  return { parsed, trees, main, model };
}

/** Earlier texts of the same service, which stand beside it while cases run under them: parking.version-2.service. */
function earlierThan({ tree, name, version }: Model, trees: readonly Tree[]): Model[] {
  const others = trees.filter((one) => one !== tree && one.kind === "service");
  const models = others.flatMap((one) => buildModel(one, trees) ?? []);
  return models.filter((one) => one.name === name && one.version.number <= version.number);
}

/** What was noted of earlier texts: formwork.lock, parking.cy.words.lock. */
function isLockFile(file: string): boolean {
  return file.endsWith(".lock");
}

/**
 * Texts that would be used if their first lines could be read: a library that is asked for by the name of its file, words beside the
 * service. What is wrong in them is why they are missing.
 */
function unreadable(entry: string, trees: readonly Tree[], model: Model | undefined): string[] {
  const asked = (model?.findings ?? []).flatMap((one) =>
    one.kind === "library-not-found" ? [`${one.library}.shared`] : [],
  );
  const words = `${entry.replace(/\.service$/, "")}.`;
  return trees.flatMap(({ file, kind }) => {
    const name = file.slice(file.lastIndexOf("/") + 1);
    return (kind === "shared" && asked.includes(name)) || (kind === "words" && name.startsWith(words)) ? [file] : [];
  });
}

/** By file, the service first, then from top to bottom. */
function inTextOrder(problems: readonly Problem[], files: readonly string[]): Problem[] {
  const place = (problem: Problem) => files.indexOf(problem.at.file);
  return [...problems].sort((one, two) => place(one) - place(two) || one.at.start - two.at.start);
}

/** One message for one cause: on a line that could not be read, nothing is said about its meaning. */
function apartFrom(writing: readonly Problem[], meaning: readonly Problem[], trees: readonly Tree[]): Problem[] {
  if (writing.length === 0) return [...meaning];
  const indexes = new Map(trees.map((tree) => [tree.file, tree.index]));
  const lineOf = ({ at }: Problem) => `${at.file} ${indexes.get(at.file)?.positionAt(at.start).line}`;
  const broken = new Set(writing.filter((problem) => problem.severity === "stop").map(lineOf));
  return meaning.filter((problem) => !broken.has(lineOf(problem)));
}

/** A Stop always; in a live service a Check as well. */
function stops(problem: Problem, stage: Service["status"]["stage"] | undefined): boolean {
  return problem.severity === "stop" || (problem.severity === "check" && stage === "live");
}
