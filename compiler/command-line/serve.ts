// `formwork serve`: hands bundles and the deployment file to the runtime.

import { existsSync } from "node:fs";
import path from "node:path";
import { asTyped } from "../source/as-typed.ts";
import { readOptions } from "./options.ts";
import { UnreadableText, WrongUsage } from "./wrong-usage.ts";

/** Runs until it is stopped. A deployment file that cannot be used is told in its own words and stops the start. */
export async function serve(words: readonly string[]): Promise<number> {
  const { subjects, flags } = readOptions(words, ["config"]);
  const configFile = flags.get("config");
  if (subjects.length === 0) throw new WrongUsage("Name at least one bundle folder.");
  if (configFile === undefined) throw new WrongUsage("Name the deployment file: --config <file>.");
  if (!existsSync(configFile)) throw new UnreadableText(`There is no file ${configFile}.`);
  for (const bundle of subjects)
    if (!existsSync(bundle.endsWith(".tgz") ? bundle : path.join(bundle, "manifest.json")))
      throw new WrongUsage(`${bundle} is not a bundle. Make one with: formwork build <file> --out ${asTyped(bundle)}`);
  const runtime = await import("@formwork/runtime/server/serve.ts");
  try {
    await runtime.serve({ bundles: subjects, configFile });
    return 0;
  } catch (error) {
    if (!runtime.isRefusedStart(error)) throw error;
    console.error(error.message);
    // What was opened until then holds nothing that must be ended in order, and would keep the process alive.
    process.exit(2);
  }
}
