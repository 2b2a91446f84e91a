// `formwork build`: service texts into bundles, each a folder or one packed file, written whole or not at all.
import type { KeyObject } from "node:crypto";
import path from "node:path";
import type { Service } from "#contract";
import { manifestPath, signaturePath } from "#contract/bundle.ts";
import { packBundle } from "#support/bundle-archive.ts";
import { UnusableKey } from "#support/bundle-signature.ts";
import { compile } from "../compile.ts";
import { renderTerminal } from "../diagnostics/render-terminal.ts";
import { emitBundle } from "../emit/bundle/bundle.ts";
import { readPrivateKey, signManifest } from "../emit/bundle/signature.ts";
import { placeForBundle } from "./free-for-bundle.ts";
import { readOptions } from "./options.ts";
import { play } from "./play.ts";
import { createProgress } from "./progress.ts";
import { readNamed } from "./read-named.ts";
import { type ReadService, readService } from "./read-service.ts";
import { summaryOf } from "./summary.ts";
import { textsNamed } from "./texts-named.ts";
import { NotWritten, whyNoFileName, whyNoPath, writeBundle, writeWhole } from "./write-bundle.ts";
import { writeLocks } from "./write-locks.ts";
import { WrongUsage } from "./wrong-usage.ts";

/** Exit code 1 when a text has a Stop or a bundle could not be written: nothing is written of that one. */
export async function build(words: readonly string[]): Promise<number> {
  const { subjects, flags, switches } = readOptions(words, ["out", "libraries", "sign"], ["tgz"]);
  const out = flags.get("out");
  if (out === undefined) throw new WrongUsage("Say where the bundle goes, in a folder of its own: --out bundle");
  const key = keyFrom(flags.get("sign"));
  // Every text is read before the first is built: a wrong name is told at once.
  const { files, folders } = textsNamed(subjects);
  const services = files.map((file) => ({ file, ...readService(file, flags.get("libraries")) }));
  const isOne = services.length === 1 && folders.length === 0;
  const packed = switches.has("tgz");
  const why = whyNoPath(out);
  if (why !== undefined) throw new WrongUsage(why);
  if (isOne && !packed) placeForBundle(out);
  endBetweenBundles();
  const progress = createProgress(services.length);
  const told = { progress, taken: new Map<string, string>() };
  let code = 0;
  for (const service of services) {
    progress.at(service.file);
    const built = await buildOne(service, { out, isOne, packed, key }, told);
    if (!built) code = 1;
  }
  return code;
}

/** Who stops a build does so before a bundle is put in its place or after, never in between: writing one is a single turn. */
function endBetweenBundles(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => process.kill(process.pid, signal));
}

interface Wanted {
  readonly out: string;
  /** One text was named by itself: then `out` is its bundle, else the folder that holds a bundle for each. */
  readonly isOne: boolean;
  readonly packed: boolean;
  readonly key: KeyObject | undefined;
}

interface Told {
  readonly progress: ReturnType<typeof createProgress>;
  /** Which text made the bundle at each place. */
  readonly taken: Map<string, string>;
}

async function buildOne(
  { file, entry, files }: ReadService & { readonly file: string },
  wanted: Wanted,
  { progress, taken }: Told,
): Promise<boolean> {
  const { service, problems, locks } = compile(entry, files, { play });
  writeLocks(file, locks);
  if (problems.length > 0) {
    progress.clear();
    console.error(renderTerminal(problems, (name) => files.get(name)));
  }
  const refuse = (why: string): false => {
    progress.clear();
    console.error(why);
    return false;
  };
  if (!service) return refuse(`${summaryOf(file, problems)}. Nothing was written.`);
  const place = placeOf(service, wanted);
  if (typeof place !== "string")
    return refuse(`${file}: ${place.why} Give the service another name. Nothing was written.`);
  const first = taken.get(place);
  if (first !== undefined) return refuse(`${file}: ${first} has the same service name, so only that one was written.`);
  taken.set(place, file);
  const bundle = await signed(await emitBundle(service, { form: await formOf(service) }), wanted.key);
  try {
    if (wanted.packed) writeWhole(packBundle(packedName(service), bundle), place);
    else writeBundle(bundle, placeForBundle(place), place);
  } catch (error) {
    if (!(error instanceof NotWritten || error instanceof WrongUsage)) throw error;
    return refuse(error.message);
  }
  progress.clear();
  console.log(`${file} → ${place} (${bundle.size} files)`);
  return true;
}

function packedName(service: Service): string {
  return `${service.name}-${service.version.number}`;
}

function placeOf(service: Service, { out, isOne, packed }: Wanted): string | { readonly why: string } {
  if (isOne && !packed) return out;
  const name = packed ? `${packedName(service)}.tgz` : service.name;
  const why = whyNoFileName(name);
  return why === undefined ? path.join(out, name) : { why };
}

async function signed(bundle: Map<string, Uint8Array>, key: KeyObject | undefined): Promise<Map<string, Uint8Array>> {
  const manifest = bundle.get(manifestPath);
  if (!key || !manifest) return bundle;
  return bundle.set(signaturePath, new TextEncoder().encode(await signManifest(manifest, key)));
}

function keyFrom(file: string | undefined): KeyObject | undefined {
  if (file === undefined) return undefined;
  try {
    return readPrivateKey(readNamed(file).toString("utf8"));
  } catch (error) {
    if (error instanceof UnusableKey) throw new WrongUsage(`${file} cannot sign a bundle. ${error.message}`);
    throw error;
  }
}

/** The bundler is loaded only when something is built: checking a text stays quick. */
async function formOf(service: Service): Promise<ReadonlyMap<string, Uint8Array>> {
  const { emitForm } = await import("../emit/form/emit-form.ts");
  return emitForm(service);
}
