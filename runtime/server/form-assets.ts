// Where the browser finds the script and styles of a service's own form, from the bundle's form/manifest.json when it has one.
import { readFileSync } from "node:fs";
import path from "node:path";

/** Addresses on this server. A bundle without a form works all the same, without scripts. */
export interface FormAssets {
  readonly script?: string;
  readonly styles: readonly string[];
  /** Subresource Integrity of the script and styles, by address. */
  readonly integrity?: Readonly<Record<string, string>>;
}

/** Reads the manifest of the form once for each bundle at start; see bundles.ts. */
export function readFormAssets(folder: string, hash: string, files: ReadonlySet<string>): FormAssets {
  if (!files.has("form/manifest.json")) return { styles: [] };
  const manifest: { script?: string; styles?: readonly string[]; integrity?: Record<string, string> } = JSON.parse(
    readFileSync(path.join(folder, "form/manifest.json"), "utf8"),
  );
  const address = (file: string): string => `/forms/${hash}/${file.replace(/^\.?\/?(form\/)?/, "")}`;
  const script = manifest.script === undefined ? {} : { script: address(manifest.script) };
  const integrity = Object.entries(manifest.integrity ?? {}).map(([file, sum]) => [address(file), sum]);
  return { ...script, styles: (manifest.styles ?? []).map(address), integrity: Object.fromEntries(integrity) };
}
