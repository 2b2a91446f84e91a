// Compiles the example services into bundles by the very command that authors use. A text with problems keeps its last
// good bundle and stops no other service.
import { execFile } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "./parts.ts";

/** What came of compiling one service. */
export interface Built {
  /** The text, from the project's folder: "examples/resident-parking-permit/parking.service". */
  readonly text: string;
  /** The bundle to serve: the new one, or the last good one. undefined when there never was one. */
  readonly bundle?: string;
  /** The problems as the compiler prints them; empty when it was compiled. */
  readonly problems: string;
}

/** Every service text among the examples, but for those whose folder says in not-started.txt what they still lack. */
export function findServiceTexts(): string[] {
  const texts = globSync("examples/*/*.service", { cwd: projectFolder }).toSorted();
  return texts.filter((text) => !existsSync(path.join(projectFolder, path.dirname(text), "not-started.txt")));
}

/** Compiles one service text into a folder of its own below `into`; the compiler writes it whole or not at all. */
export async function buildBundle(text: string, into: string): Promise<Built> {
  // Named for the place of the text and not for what it says, so that a broken text finds its last good bundle.
  const bundle = path.join(into, path.basename(path.dirname(text)), path.basename(text, ".service"));
  const { failed, printed } = await runCompiler(["build", path.resolve(projectFolder, text), "--out", bundle]);
  if (!failed) return { text, problems: "", bundle };
  return { text, problems: printed, ...(existsSync(bundle) ? { bundle } : {}) };
}

function runCompiler(words: readonly string[]): Promise<{ failed: boolean; printed: string }> {
  const script = path.join(projectFolder, "compiler/command-line/formwork.js");
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [script, ...words],
      { cwd: projectFolder, maxBuffer: 4 * 1024 * 1024 },
      (error, out, err) => {
        resolve({ failed: error !== null, printed: `${out}${err}`.trim() });
      },
    );
  });
}
