// Runs one command of the command line by its name, and says what went wrong with the call: its exit code comes back, nothing ends the process.

import own from "../package.json" with { type: "json" };
import { asTyped } from "../source/as-typed.ts";
import { nearest } from "../source/nearest.ts";
import { commandNames, howCalled, overview, usageOf } from "./help.ts";
import { UnreadableText, WrongUsage } from "./wrong-usage.ts";

/** Takes the words behind its name, gives the exit code: 0 good, 1 the author's text has something to mend, 2 wrong usage. */
export type Command = (words: readonly string[]) => number | Promise<number>;

/** Each is loaded when it is called: none waits for what only another one needs. */
export type Commands = Readonly<Record<string, () => Promise<Command>>>;

/** The exit code of `formwork <command> <rest>`; 2 for wrong usage, which is said on the error stream. */
export async function runCommand(
  command: string | undefined,
  rest: readonly string[],
  commands: Commands,
): Promise<number> {
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
    console.error(error instanceof UnreadableText ? error.message : `${error.message}\n\n${howCalled(command)}`);
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
  const hint = isText(command) ? ` To check a text: formwork check ${asTyped(command)}` : guess;
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
