// What the quick start is made of: `formwork check` and nothing else, said and ended as formwork.ts does it.
import path from "node:path";
import { compile } from "../../compile.ts";
import { renderTerminal } from "../../diagnostics/render-terminal.ts";
import { check } from "../check.ts";
import { play } from "../play.ts";
import { readService } from "../read-service.ts";
import { runCommand } from "../run-command.ts";
import { textsNamed } from "../texts-named.ts";

/** The exit code of `formwork <name> <words>`, where the name is check. */
export function start([name, ...words]: readonly string[]): Promise<number> {
  return runCommand(name, words, { check: async () => check });
}

/** Checks the guide's services without a word and without keeping anything, so that what a check goes through is compiled when code is kept. */
export function practise(project: string): void {
  const texts = path.join(project, "compiler/guide/texts");
  for (const file of textsNamed([texts]).files.filter((name) => name.endsWith(".service"))) {
    const { entry, files } = readService(file, undefined);
    renderTerminal(compile(entry, files, { play }).problems, (name) => files.get(name));
  }
}
