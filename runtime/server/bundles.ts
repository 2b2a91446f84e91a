// Loads compiled services from their folders: checks every file against the manifest, refuses what this runtime does not
// know, and keeps a copy so that running cases stay with the very definition they were sent under.
// A broken bundle is told, never thrown: it must not stop the others.
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Service } from "#contract";
import { manifestPath, signaturePath } from "#contract/bundle.ts";
import type { Rulebook } from "#contract/facts.ts";
import type { Notices } from "#contract/notice.ts";
import { buildDays, type Days } from "#routing/days.ts";
import { unpackBundle } from "#support/bundle-archive.ts";
import { checkSignature, type TrustedKey } from "#support/bundle-signature.ts";
import { type FormAssets, readFormAssets } from "./form-assets.ts";

/** The contracts this runtime can serve. */
const knownContracts: readonly number[] = [1];

/** A check compiled ahead of time. After false, `errors` says what is wrong and where. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}

/** One version of one service, ready to run. */
export interface Bundle {
  /** Where its files are served from. */
  readonly folder: string;
  /** SHA-256 of manifest.json in hexadecimal: the definition a case is pinned to. */
  readonly hash: string;
  readonly service: Service;
  readonly rulebook: Rulebook;
  readonly days: Days;
  /** How the service uses answers, by language; those built before notices were kept have none. */
  readonly notices: Notices;
  readonly validateApplication: Validator;
  /** By source/operation. */
  readonly validateGives: Readonly<Record<string, Validator>>;
  /** Files of the browser's form, by path in the bundle: form/… */
  readonly files: ReadonlySet<string>;
  readonly formAssets: FormAssets;
}

/** A folder that could not be loaded, and exactly why. */
export interface BrokenBundle {
  readonly folder: string;
  /** The service's name if the manifest could be read, else the folder's. */
  readonly name: string;
  readonly problems: readonly string[];
}

/** Everything this server can run. */
export interface Bundles {
  /** The versions that were given at start, by service name, newest version first. */
  readonly given: ReadonlyMap<string, readonly Bundle[]>;
  /** Those and the kept ones of earlier starts. */
  readonly byHash: ReadonlyMap<string, Bundle>;
  readonly broken: readonly BrokenBundle[];
}

interface Manifest {
  readonly contractVersion: number;
  readonly service: string;
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Loads every bundle, a folder or a packed .tgz; `keep` is the folder of definitions that cases may still need. With `keys`, a bundle
 * that none of them signed is broken.
 */
export async function loadBundles(
  places: readonly string[],
  keep: string,
  keys?: readonly TrustedKey[],
): Promise<Bundles> {
  const given = new Map<string, Bundle[]>();
  const byHash = new Map<string, Bundle>();
  const broken: BrokenBundle[] = [];
  for (const place of places) {
    const folder = await unpacked(place, keep);
    const loaded = typeof folder === "string" ? await loadBundle(folder, { keep, ...(keys && { keys }) }) : folder;
    // What was unpacked has been copied to where it is kept.
    if (typeof folder === "string" && folder !== place) await rm(folder, { recursive: true, force: true });
    if ("problems" in loaded) {
      broken.push(loaded);
      continue;
    }
    byHash.set(loaded.hash, loaded);
    const versions = [...(given.get(loaded.service.name) ?? []).filter(({ hash }) => hash !== loaded.hash), loaded];
    given.set(
      loaded.service.name,
      versions.toSorted((a, b) => b.service.version.number - a.service.version.number),
    );
  }
  for (const name of await readdir(keep).catch(() => [])) {
    if (byHash.has(name) || !/^[0-9a-f]{64}$/.test(name)) continue;
    const loaded = await loadBundle(path.join(keep, name));
    if ("problems" in loaded) broken.push({ ...loaded, name: `${loaded.name} (kept for running cases)` });
    else byHash.set(loaded.hash, loaded);
  }
  return { given, byHash, broken };
}

/** The version people apply with on this day: the newest that has started, or else the first that will. */
export function currentBundle(bundles: Bundles, name: string, today: string): Bundle | undefined {
  const versions = bundles.given.get(name) ?? [];
  return versions.find(({ service }) => service.version.starts <= today) ?? versions.at(-1);
}

/** A packed bundle in a folder of its own beside those kept; a folder stays what it is. */
async function unpacked(place: string, keep: string): Promise<string | BrokenBundle> {
  const found = await stat(place).catch(() => undefined);
  if (!found?.isFile()) return place;
  const files = unpackBundle(await readFile(place));
  if (typeof files === "string") return { folder: place, name: path.basename(place), problems: [files] };
  await mkdir(keep, { recursive: true });
  const folder = await mkdtemp(path.join(keep, ".unpacked-"));
  for (const [name, bytes] of files) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  return folder;
}

interface Loading {
  readonly keep?: string;
  readonly keys?: readonly TrustedKey[];
}

/** The same at an instant, counted in the service's own days; undefined for a service that is not here. */
export function currentDefinition(bundles: Bundles, name: string, now: string): Bundle | undefined {
  const days = bundles.given.get(name)?.[0]?.days;
  return days && currentBundle(bundles, name, days.zone.dayOf(now));
}

async function loadBundle(folder: string, { keep, keys }: Loading = {}): Promise<Bundle | BrokenBundle> {
  const read = await readManifest(folder);
  if ("problems" in read) return read;
  const { manifest, hash } = read;
  const broken = (problems: readonly string[]): BrokenBundle => ({ folder, name: manifest.service, problems });
  if (!knownContracts.includes(manifest.contractVersion))
    return broken([
      `It was made for contract version ${manifest.contractVersion}; this runtime knows ${knownContracts.join(", ")}. Build the service again with the compiler that came with this runtime.`,
    ]);
  const unsigned = keys && (await findWrongSignature(folder, keys));
  if (unsigned !== undefined) return broken([unsigned]);
  const changed = await findChangedFiles(folder, manifest);
  if (changed.length > 0) return broken(changed);
  try {
    const from = keep ? await keepBundle(folder, hash, keep) : folder;
    return await importBundle(from, hash, manifest);
  } catch (error) {
    return broken([`It could not be read: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

/** Where only signed bundles are served: nothing when one of the keys signed this one. */
async function findWrongSignature(folder: string, keys: readonly TrustedKey[]): Promise<string | undefined> {
  const signature = await readFile(path.join(folder, signaturePath)).catch(() => undefined);
  if (!signature)
    return "It is not signed, and this server takes signed bundles only (bundleKeys). Build it with: formwork build … --sign key.pem";
  return checkSignature(await readFile(path.join(folder, manifestPath)), signature, keys);
}

async function readManifest(folder: string): Promise<{ manifest: Manifest; hash: string } | BrokenBundle> {
  const name = path.basename(folder);
  try {
    const bytes = await readFile(path.join(folder, "manifest.json"));
    const manifest: unknown = JSON.parse(bytes.toString("utf8"));
    if (isManifest(manifest)) return { manifest, hash: sha256(bytes) };
    return { folder, name, problems: ["Its manifest.json is not a bundle's manifest."] };
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const why = missing
      ? "There is no manifest.json in it: is it a folder that `formwork build` made?"
      : `Its manifest.json cannot be read: ${String(error)}`;
    return { folder, name, problems: [why] };
  }
}

function isManifest(value: unknown): value is Manifest {
  if (!(value instanceof Object && "files" in value && "service" in value && "contractVersion" in value)) return false;
  const { files, service, contractVersion } = value;
  if (typeof service !== "string" || typeof contractVersion !== "number" || !(files instanceof Object)) return false;
  return Object.entries(files).every(
    ([file, hash]) => typeof hash === "string" && !path.isAbsolute(file) && !file.split(/[/\\]/).includes(".."),
  );
}

async function findChangedFiles(folder: string, manifest: Manifest): Promise<string[]> {
  const problems: string[] = [];
  for (const needed of ["service.json", "conditions.js", "validators.js"])
    if (!(needed in manifest.files)) problems.push(`${needed} is not in the manifest.`);
  for (const [file, wanted] of Object.entries(manifest.files)) {
    const bytes = await readFile(path.join(folder, file)).catch(() => undefined);
    if (!bytes) problems.push(`${file} is missing.`);
    else if (sha256(bytes) !== wanted)
      problems.push(`${file} is not the file that was built: its content has changed.`);
  }
  return problems;
}

/** The check of a register's answer, by the very service that asks and "source/operation": made when the bundle was built. */
export function findGivesCheck(bundles: Bundles): (service: Service, name: string) => Validator | undefined {
  const byService = new Map([...bundles.byHash.values()].map((bundle) => [bundle.service, bundle]));
  return (service, name) => {
    const checks = byService.get(service)?.validateGives ?? {};
    return Object.hasOwn(checks, name) ? checks[name] : undefined;
  };
}

/** Copies the bundle beside the cases, whole or not at all, and returns the copy's folder. */
async function keepBundle(folder: string, hash: string, keep: string): Promise<string> {
  const kept = path.join(keep, hash);
  const manifest = await readManifest(kept);
  if ("manifest" in manifest && (await findChangedFiles(kept, manifest.manifest)).length === 0) return kept;
  await mkdir(keep, { recursive: true });
  const half = path.join(keep, `.${hash}.${process.pid}`);
  await rm(half, { recursive: true, force: true });
  await cp(folder, half, { recursive: true });
  await rm(kept, { recursive: true, force: true });
  await rename(half, kept);
  return kept;
}

async function importBundle(folder: string, hash: string, manifest: Manifest): Promise<Bundle> {
  const files = new Set(Object.keys(manifest.files));
  const service: Service = JSON.parse(await readFile(path.join(folder, "service.json"), "utf8"));
  const conditions: { rulebook?: Rulebook } = await importFile(folder, "conditions.js", hash);
  const validators: { validateApplication?: Validator; validateGives?: Record<string, Validator> } = await importFile(
    folder,
    "validators.js",
    hash,
  );
  if (!conditions.rulebook) throw new Error("conditions.js does not export a rulebook");
  if (!validators.validateApplication) throw new Error("validators.js does not export validateApplication");
  return {
    folder,
    hash,
    service,
    rulebook: conditions.rulebook,
    days: buildDays(service),
    notices: files.has("privacy.json") ? await readNotices(path.join(folder, "privacy.json")) : {},
    validateApplication: validators.validateApplication,
    validateGives: validators.validateGives ?? {},
    files,
    formAssets: readFormAssets(folder, hash, files),
  };
}

async function readNotices(file: string): Promise<Notices> {
  const record: { readonly notices?: Notices } = JSON.parse(await readFile(file, "utf8"));
  return record.notices ?? {};
}

/** The hash in the address makes a rebuilt bundle a new module, not the remembered one. */
async function importFile<Module>(folder: string, file: string, hash: string): Promise<Module> {
  const address = pathToFileURL(path.join(folder, file));
  address.search = hash;
  return import(address.href);
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
