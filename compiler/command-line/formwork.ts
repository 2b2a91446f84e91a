// The command line: which commands there are, and where each of them stands.

import { type Commands, runCommand } from "./run-command.ts";

const commands: Commands = {
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
process.exitCode = await runCommand(name, words, commands);
