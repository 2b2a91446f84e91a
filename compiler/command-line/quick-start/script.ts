// What the quick start is made of: `formwork check` and nothing else, said and ended as formwork.ts does it.
import { check } from "../check.ts";
import { runCommand } from "../run-command.ts";

const [name, ...words] = process.argv.slice(2);
process.exitCode = await runCommand(name, words, { check: async () => check });
