// What is wrong, as the whole compiler says it: which services a file belongs to, and their problems file by file.
import type { Play } from "#contract/play.ts";
import type { LastPassed } from "../check/examples/last-passed.ts";
import { compile } from "../compile.ts";
import { type EditorProblem, renderEditor } from "../diagnostics/render-editor.ts";
import { lockFileBeside } from "../locks/library-lock.ts";
import { lockFileOf } from "../locks/words-lock.ts";
import { isEarlierVersion } from "../source/load.ts";
import { parseTree } from "../syntax/parse.ts";
import { type Snapshot, visibleFrom, wordsFilesOf } from "./snapshot.ts";
import type { TextFile } from "./text-file.ts";
import { plainAddress } from "./workspace.ts";

/** Most services that are checked anew for one change of a library. */
const mostServices = 5;

/** The problems of one check. `files`: all texts that were looked at, the ones without a problem too. */
export interface Checked {
  readonly files: readonly string[];
  readonly problems: readonly EditorProblem[];
  /** What each service's examples rested on when they last passed, to be handed over the next time. */
  readonly lastPassed: ReadonlyMap<string, LastPassed>;
}

/**
 * Checks everything that a change of this file may touch: the service itself, or the services that use the library or words
 * file. `play` plays the examples of the text; without it they are not played.
 */
export function checkAround(
  snapshot: Snapshot,
  file: string,
  play?: Play,
  before: ReadonlyMap<string, LastPassed> = new Map(),
): Checked {
  const text = snapshot.files.get(file);
  if (!text) return { files: [file], problems: [], lastPassed: before };
  const services = servicesAround(snapshot, text);
  const checked = services.map((service) => checkService(snapshot, service, play, before));
  const files = new Set(checked.flatMap((one) => one.files));
  const own = files.has(file) ? [] : [checkAlone(text)];
  return {
    files: [...files, file].filter((one, at, all) => all.indexOf(one) === at),
    problems: withoutRepeats([...checked, ...own].flatMap((one) => one.problems)),
    lastPassed: new Map([...before, ...checked.flatMap((one) => [...one.lastPassed])]),
  };
}

function servicesAround(snapshot: Snapshot, text: TextFile): TextFile[] {
  if (text.file.endsWith(".service")) return [text];
  const services = [...snapshot.files.values()].filter((one) => one.file.endsWith(".service"));
  return services.filter((service) => textsOf(snapshot, service).includes(text)).slice(0, mostServices);
}

/** A service, its libraries, and the words files of all of them. A library in a file of another name is not found elsewhere either. */
export function textsOf(snapshot: Snapshot, service: TextFile): TextFile[] {
  const texts = visibleFrom(snapshot, service).filter((text) => text === service || isNamedAfterItself(text));
  return [...texts, ...texts.flatMap((text) => wordsFilesOf(snapshot, text))];
}

/** common-questions.shared, or common-questions.version-1.shared, for the library of that name. */
function isNamedAfterItself({ file, head }: TextFile): boolean {
  if (head?.kind !== "shared") return true;
  const name = plainAddress(file.slice(file.lastIndexOf("/") + 1)).replace(/(\.version-\d+)?\.shared$/, "");
  return name.normalize().toLowerCase() === head.name.normalize().toLowerCase();
}

function checkService(
  snapshot: Snapshot,
  service: TextFile,
  play: Play | undefined,
  before: ReadonlyMap<string, LastPassed>,
): Checked {
  const texts = textsOf(snapshot, service);
  const files = new Map([...texts, ...besidesOf(snapshot, service, texts)].map((text) => [text.file, text.text]));
  const known = before.get(service.file);
  const handed = { ...(play && { play }), ...(known && { lastPassed: known }) };
  const { problems, lastPassed = known } = compile(service.file, files, handed);
  return {
    files: [...files.keys()],
    problems: renderEditor(problems, (file) => files.get(file)),
    lastPassed: new Map(lastPassed ? [[service.file, lastPassed]] : []),
  };
}

/** The lock files of a service and of its words files, and the earlier versions beside it. */
function besidesOf(snapshot: Snapshot, service: TextFile, texts: readonly TextFile[]): TextFile[] {
  const names = [lockFileBeside(service.file), ...texts.map((text) => lockFileOf(text.file))];
  const start = service.file.replace(/\.service$/, ".version-");
  const earlier = [...snapshot.files.values()].filter(({ file }) => file.startsWith(start) && isEarlierVersion(file));
  return [...names.flatMap((name) => snapshot.files.get(name) ?? []), ...earlier];
}

/** A library or words file that nobody uses yet: only its writing can be checked. */
function checkAlone(text: TextFile): Checked {
  const { problems } = parseTree(text.file, text.text);
  return { files: [text.file], problems: renderEditor(problems, () => text.text), lastPassed: new Map() };
}

/** A library's own problem is found once for each service that uses it, and told once. */
function withoutRepeats(problems: readonly EditorProblem[]): EditorProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ file, code, range, message }) => {
    const key = JSON.stringify([file, code, range, message]);
    return seen.size < seen.add(key).size;
  });
}
