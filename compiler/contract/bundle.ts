// What a bundle folder is: the names of its files and its manifest. Shapes only; whoever loads one reads the files itself.
import type { IsoDate, Name, Words } from "./generated/service.ts";

/** manifest.json: what the bundle is, and the hash of every other file in it. */
export interface Manifest {
  readonly contractVersion: 1;
  readonly service: Name;
  readonly title: Words;
  readonly version: { readonly number: number; readonly starts: IsoDate };
  /** BCP 47 tags; the first is the language the service is written in. */
  readonly languages: readonly string[];
  /** By path from the bundle's top, with "/": SHA-256 in hexadecimal. manifest.json itself is not in it. */
  readonly files: Readonly<Record<string, string>>;
}

/** Where the manifest stands in a bundle. */
export const manifestPath = "manifest.json";

/** Where the signature of the manifest stands, in a bundle that is signed: a detached JWS of manifest.json (RFC 7515, appendix F). */
export const signaturePath = "manifest.jws";

/** The files that every bundle has besides its manifest. */
export const bundlePaths = [
  "service.json",
  "answers.schema.json",
  "answers.d.ts",
  "validators.js",
  "conditions.js",
  "conditions.jsonata.json",
  "process.bpmn",
] as const;
