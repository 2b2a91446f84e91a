// Is this folder the bundle it says it is? Compares every file with the manifest and says in words what is wrong.
// Reads nothing from disk: the files are given.
import { bundlePaths, type Manifest, manifestPath, signaturePath } from "#contract/bundle.ts";
import { hashOf } from "./bundle.ts";

/** One thing that is wrong with a bundle, and what to do about it. */
export interface BundleProblem {
  readonly file: string;
  readonly problem: "missing" | "changed" | "extra" | "unreadable" | "unknown-version";
  readonly message: string;
}

const again = "Build the service again, and copy the whole folder.";

/** What is wrong with these files as a bundle; empty when nothing is. Any bytes give an answer, never an error. */
export function verifyBundle(files: ReadonlyMap<string, Uint8Array>): BundleProblem[] {
  const bytes = files.get(manifestPath);
  if (!bytes) return [problemOf("missing", manifestPath, `The bundle has no ${manifestPath}. ${again}`)];
  const manifest = readManifest(bytes);
  if (typeof manifest === "string") return [problemOf("unreadable", manifestPath, `${manifest} ${again}`)];
  if (manifest.contractVersion !== 1) {
    // In quotes where it is text: "1" is not the number 1.
    const found = `The bundle is written to contract version ${JSON.stringify(manifest.contractVersion)}; this Formwork reads version 1.`;
    return [problemOf("unknown-version", manifestPath, `${found} Build the service again with this Formwork.`)];
  }
  const problems: BundleProblem[] = [];
  for (const path of bundlePaths) {
    if (!Object.hasOwn(manifest.files, path))
      problems.push(problemOf("missing", path, `The manifest does not list ${path}. ${again}`));
  }
  for (const [path, hash] of Object.entries(manifest.files)) {
    const present = files.get(path);
    if (!present) problems.push(problemOf("missing", path, `${path} is not there. ${again}`));
    else if (hashOf(present) !== hash)
      problems.push(problemOf("changed", path, `${path} is not as it was built. ${again}`));
  }
  for (const path of files.keys()) {
    if (path === manifestPath || path === signaturePath || Object.hasOwn(manifest.files, path)) continue;
    problems.push(
      problemOf("extra", path, `${path} is no part of the bundle. Take it away, or build the service again.`),
    );
  }
  return problems;
}

function problemOf(problem: BundleProblem["problem"], file: string, message: string): BundleProblem {
  return { file, problem, message };
}

/** The manifest, or a sentence that says why it is none. */
function readManifest(bytes: Uint8Array): (Pick<Manifest, "files"> & { readonly contractVersion: unknown }) | string {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    return `${manifestPath} is not JSON: ${error instanceof Error ? error.message : String(error)}.`;
  }
  if (typeof value !== "object" || value === null || !("contractVersion" in value)) {
    return `${manifestPath} does not say its contractVersion.`;
  }
  const files = "files" in value ? value.files : undefined;
  if (typeof files !== "object" || files === null) return `${manifestPath} does not list its files.`;
  const hashes: [string, string][] = [];
  for (const [path, hash] of Object.entries(files)) {
    if (typeof hash !== "string") return `${manifestPath} gives no hash for ${path}.`;
    hashes.push([path, hash]);
  }
  return { contractVersion: value.contractVersion, files: Object.fromEntries(hashes) };
}
