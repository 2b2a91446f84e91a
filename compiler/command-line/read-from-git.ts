// A service's texts as they were in a version that git keeps: asks git, and changes nothing.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { loadSources } from "../source/load.ts";
import type { ReadService } from "./read-service.ts";
import { UnreadableText } from "./wrong-usage.ts";

/** So much one answer of git may hold: a text has at most 4 MB. In bytes. */
const mostBytes = 64_000_000;

/** Reads `file` and what it uses as they were in `version`: a commit, a branch or a tag. */
export function readFromGit(version: string, file: string, libraries: string | undefined): ReadService {
  const folder = path.dirname(path.resolve(file));
  const entry = path.basename(file);
  const commit = commitOf(folder, version);
  // git takes paths from the folder it is called in when they begin with a dot.
  const pathOf = (name: string) => (name.startsWith("../") ? name : `./${name}`);
  const readFile = (name: string) => askGit(folder, "show", `${commit}:${pathOf(name)}`);
  const listFolder = (name: string) =>
    (askGit(folder, "ls-tree", "--name-only", "-z", commit, `${pathOf(name)}/`) ?? "")
      .split("\0")
      .filter((one) => one !== "")
      .map((one) => path.posix.basename(one));
  const own = libraries === undefined ? [] : [path.relative(folder, path.resolve(libraries)).split(path.sep).join("/")];
  const sources = loadSources(entry, { readFile, listFolder }, ["../shared", ...own]);
  if (!sources) throw new UnreadableText(`There is no ${file} in the version ${version}.`);
  const all = [sources.main, ...sources.libraries, ...sources.words];
  return { entry, files: new Map(all.map((source) => [source.file, source.text])) };
}

function commitOf(folder: string, version: string): string {
  if (askGit(folder, "rev-parse", "--git-dir") === undefined)
    throw new UnreadableText(`${folder} is not kept by git, or git is not installed. Name two texts instead.`);
  const commit = askGit(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", `${version}^{commit}`);
  if (commit === undefined)
    throw new UnreadableText(`git knows no version ${version} here. It can be a commit, a branch or a tag.`);
  return commit.trim();
}

/** What git says; undefined when it has no answer. */
function askGit(folder: string, ...words: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync("git", ["-C", folder, ...words], { encoding: "utf8", maxBuffer: mostBytes });
  return status === 0 ? stdout : undefined;
}
