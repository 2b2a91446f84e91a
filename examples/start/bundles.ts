// Compiles the example services into bundles by the very command that authors use. A text with problems keeps its last
// good bundle and stops no other service.
import { execFile } from "node:child_process";
import { existsSync, globSync, readFileSync, renameSync, rmSync } from "node:fs";
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

/** Every service text among the examples. */
export function findServiceTexts(): string[] {
  return globSync("examples/*/*.service", { cwd: projectFolder }).toSorted();
}

/** Compiles one service text into a folder of its own below `into`. */
export async function buildBundle(text: string, into: string): Promise<Built> {
  const bundle = path.join(into, nameOf(text));
  const draft = `${bundle}.new`;
  rmSync(draft, { recursive: true, force: true });
  const { failed, printed } = await runCompiler(["build", path.join(projectFolder, text), "--out", draft]);
  if (failed) {
    rmSync(draft, { recursive: true, force: true });
    return { text, problems: printed, ...(existsSync(bundle) ? { bundle } : {}) };
  }
  rmSync(bundle, { recursive: true, force: true });
  renameSync(draft, bundle);
  return { text, problems: "", bundle };
}

/** The name on the service line; the file's own name while that line is broken. */
function nameOf(text: string): string {
  const line = /^service[ \t]+([\p{L}\p{N}-]+)/mu.exec(readFileSync(path.join(projectFolder, text), "utf8"));
  return line?.[1]?.toLowerCase() ?? path.basename(text, ".service");
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
