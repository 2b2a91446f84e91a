// The command line: which command, its exit code. 0 good, 1 the author's text has something to mend, 2 wrong usage.

import own from "../package.json" with { type: "json" };
import { nearest } from "../source/nearest.ts";
import { commandNames, overview, usageOf } from "./help.ts";
import { UnreadableText, WrongUsage } from "./wrong-usage.ts";

type Command = (words: readonly string[]) => number | Promise<number>;

/** Each is loaded when it is called: none waits for what only another one needs. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import("./check.ts")).check,
  test: async () => (await import("./test.ts")).test,
  format: async () => (await import("./format.ts")).format,
  build: async () => (await import("./build.ts")).build,
  verify: async () => (await import("./verify.ts")).verify,
  new: async () => (await import("./new.ts")).newText,
  import: async () => (await import("./import.ts")).importText,
  why: async () => (await import("./why.ts")).why,
  compare: async () => (await import("./compare.ts")).compare,
  explain: async () => (await import("./explain.ts")).explain,
  words: async () => (await import("./words.ts")).words,
  lock: async () => (await import("./lock.ts")).lock,
  serve: async () => (await import("./serve.ts")).serve,
  "language-server": async () => (await import("./language-server.ts")).languageServer,
};

const [name, ...words] = process.argv.slice(2);
process.exitCode = await run(name, words);

async function run(command: string | undefined, rest: readonly string[]): Promise<number> {
  if (command === undefined) return say(overview, 2);
  if (command === "--version" || command === "version" || command === "-v") return say(`formwork ${own.version}`, 0);
  if (command === "--help" || command === "-h" || command === "help") return help(rest);
  const found = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!found) return unknown(command);
  if (rest.includes("--help") || rest.includes("-h")) return say(usageOf(command), 0);
  try {
    const started = await found();
    return await started(rest);
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    console.error(error instanceof UnreadableText ? error.message : `${error.message}\n\n${usageOf(command)}`);
    return 2;
  }
}

/** `formwork help`, `formwork help check` */
function help([command]: readonly string[]): number {
  if (command === undefined) return say(overview, 0);
  return commandNames.includes(command) ? say(usageOf(command), 0) : unknown(command);
}

function unknown(command: string): number {
  const [close] = nearest(command, commandNames);
  const guess = close === undefined ? "" : ` Did you mean ${close}?`;
  const hint = isText(command) ? ` To check a text: formwork check ${command}` : guess;
  console.error(`There is no command "${command}".${hint}\n\n${overview}`);
  return 2;
}

/** Somebody named a text and no command. */
function isText(word: string): boolean {
  return /\.(service|shared|words)$/.test(word);
}

function say(text: string, code: number): number {
  console.log(text);
  return code;
}
