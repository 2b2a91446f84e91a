// `formwork build`: a service text into a bundle folder, written whole or not at all.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Service } from "#contract";
import { compile } from "../compile.ts";
import { renderTerminal } from "../diagnostics/render-terminal.ts";
import { emitBundle } from "../emit/bundle/bundle.ts";
import { emitConditions } from "../emit/conditions/conditions.ts";
import { readOptions } from "./options.ts";
import { play } from "./play.ts";
import { readService } from "./read-service.ts";
import { summaryOf } from "./summary.ts";
import { WrongUsage } from "./wrong-usage.ts";

/** Exit code 1 and nothing written when the text has a Stop. */
export async function build(words: readonly string[]): Promise<number> {
  const { subjects, flags } = readOptions(words, ["out", "libraries"]);
  const [file, ...more] = subjects;
  const out = flags.get("out");
  if (file === undefined || more.length > 0) throw new WrongUsage("Name one service text.");
  if (out === undefined) throw new WrongUsage("Say where the bundle goes: --out <dir>.");
  mustBeFreeForBundle(out);
  const { entry, files } = readService(file, flags.get("libraries"));
  const { service, problems } = compile(entry, files, { play });
  if (problems.length > 0) console.error(renderTerminal(problems, (name) => files.get(name)));
  if (!service) {
    console.error(`${summaryOf(file, problems)}. Nothing was written.`);
    return 1;
  }
  const bundle = await emitBundle(service, { form: await formOf(service) });
  writeBundle(bundle, out);
  console.log(`${file} → ${out} (${bundle.size} files)`);
  return 0;
}

/** The bundler is loaded only when something is built: checking a text stays quick. */
async function formOf(service: Service): Promise<ReadonlyMap<string, Uint8Array>> {
  const { emitForm } = await import("../emit/form/emit-form.ts");
  return emitForm(service, emitConditions(service));
}

/** An existing folder is only replaced when it is a bundle or empty: no other folder is ever lost. */
function mustBeFreeForBundle(out: string): void {
  if (!existsSync(out)) return;
  const names = readdirSync(out);
  if (names.length > 0 && !names.includes("manifest.json"))
    throw new WrongUsage(`${out} holds other files. Name a new folder, or one that holds a bundle.`);
}

/** Everything is written beside the target first, so a bundle is never half there. */
function writeBundle(bundle: ReadonlyMap<string, Uint8Array>, out: string): void {
  const target = path.resolve(out);
  mkdirSync(path.dirname(target), { recursive: true });
  const draft = mkdtempSync(`${target}.`);
  try {
    for (const [name, bytes] of bundle) {
      const file = path.join(draft, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
    rmSync(target, { recursive: true, force: true });
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}
