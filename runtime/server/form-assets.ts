// Where the browser finds the script and styles of a service's own form, from the bundle's form/manifest.json when it has one.
import { readFileSync } from "node:fs";
import path from "node:path";

/** Addresses on this server. A bundle without a form works all the same, without scripts. */
export interface FormAssets {
  readonly script?: string;
  /** The script of pages in frames of other websites. */
  readonly framed?: string;
  readonly styles: readonly string[];
  /** Subresource Integrity of the script and styles, by address. */
  readonly integrity?: Readonly<Record<string, string>>;
}

/** What form/manifest.json of a bundle says. */
export interface FormManifest {
  readonly script?: string;
  readonly styles?: readonly string[];
  readonly integrity?: Readonly<Record<string, string>>;
  /** Bundles of before have none. */
  readonly embed?: { readonly script: string; readonly framed: string; readonly element: string };
}

/** Reads the manifest of the form once for each bundle at start; see bundles.ts. */
export function readFormAssets(folder: string, hash: string, files: ReadonlySet<string>): FormAssets {
  if (!files.has("form/manifest.json")) return { styles: [] };
  const manifest: FormManifest = JSON.parse(readFileSync(path.join(folder, "form/manifest.json"), "utf8"));
  const address = (file: string): string => `/forms/${hash}/${file.replace(/^\.?\/?(form\/)?/, "")}`;
  const script = manifest.script === undefined ? {} : { script: address(manifest.script) };
  const framed = manifest.embed === undefined ? {} : { framed: address(manifest.embed.framed) };
  const integrity = Object.entries(manifest.integrity ?? {}).map(([file, sum]) => [address(file), sum]);
  return {
    ...script,
    ...framed,
    styles: (manifest.styles ?? []).map(address),
    integrity: Object.fromEntries(integrity),
  };
}
