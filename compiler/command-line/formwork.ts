// The command line: which command, its exit code. 0 good, 1 the author's text has Stop problems, 2 wrong usage.

import { nearest } from "../source/nearest.ts";
import { build } from "./build.ts";
import { check } from "./check.ts";
import { explain } from "./explain.ts";
import { format } from "./format.ts";
import { overview, usageOf } from "./help.ts";
import { languageServer } from "./language-server.ts";
import { serve } from "./serve.ts";
import { WrongUsage } from "./wrong-usage.ts";

const commands: Readonly<Record<string, (words: readonly string[]) => number | Promise<number>>> = {
  check,
  format,
  build,
  explain,
  serve,
  "language-server": languageServer,
};

const [name, ...words] = process.argv.slice(2);
process.exitCode = await run(name, words);

async function run(command: string | undefined, rest: readonly string[]): Promise<number> {
  if (command === undefined || command === "--help" || command === "-h" || command === "help") {
    console.log(overview);
    return command === undefined ? 2 : 0;
  }
  const found = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!found) {
    const [close] = nearest(command, Object.keys(commands));
    console.error(
      `There is no command "${command}".${close === undefined ? "" : ` Did you mean ${close}?`}\n\n${overview}`,
    );
    return 2;
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    console.log(usageOf(command));
    return 0;
  }
  try {
    return await found(rest);
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    console.error(`${error.message}\n\n${usageOf(command)}`);
    return 2;
  }
}
