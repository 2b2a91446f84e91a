// Puts a compiled service's files together as a bundle: path → bytes, the same bytes for the same service on every
// machine. Writes nothing to disk; needs Node for the validators and types.
import { createHash } from "node:crypto";
import type { Service } from "#contract";
import { type Manifest, manifestPath } from "#contract/bundle.ts";
import { emitProcesses } from "../bpmn/emit-bpmn.ts";
import { emitCatalogue } from "../catalogue/catalogue.ts";
import { emitConditions } from "../conditions/conditions.ts";
import { emitDependencies } from "../dependencies/dependencies.ts";
import { emitDmn } from "../dmn/dmn.ts";
import { emitAnswersSchema } from "../json-schema/answers-schema.ts";
import { emitJsonata } from "../jsonata/jsonata.ts";
import { emitOpenApi } from "../openapi/openapi.ts";
import { emitAlgorithmRecords } from "../privacy/algorithms.ts";
import { writeNotice } from "../privacy/notice.ts";
import { emitNoticePage } from "../privacy/notice-page.ts";
import { emitProcessingRecord } from "../privacy/record.ts";
import { emitTypes } from "../types/types.ts";
import { emitValidators } from "../validators/validators.ts";

/** Files that other emitters made for this service: `form` by path from the bundle's form/ folder. */
export interface BundleParts {
  readonly form?: ReadonlyMap<string, Uint8Array>;
}

/** All files of the bundle by path ("form/…" among them), the manifest last. */
export async function emitBundle(service: Service, parts: BundleParts = {}): Promise<Map<string, Uint8Array>> {
  const texts: [string, string][] = [
    ["service.json", readable(service)],
    ["answers.schema.json", readable(emitAnswersSchema(service))],
    ["answers.d.ts", await emitTypes(service)],
    ["validators.js", emitValidators(service)],
    ["conditions.js", emitConditions(service)],
    ["conditions.jsonata.json", readable(emitJsonata(service))],
    ["dependencies.json", readable(emitDependencies(service))],
    ...(await emitProcesses(service)),
    ["openapi.json", readable(emitOpenApi(service))],
    ["catalogue.jsonld", readable(emitCatalogue(service))],
    ...recordsOf(service),
  ];
  const { text: decisions } = await emitDmn(service);
  if (decisions !== undefined) texts.push(["decisions.dmn", decisions]);
  const files = new Map<string, Uint8Array>(texts.map(([path, text]) => [path, new TextEncoder().encode(text)]));
  for (const path of [...(parts.form?.keys() ?? [])].sort()) {
    const bytes = parts.form?.get(path);
    if (bytes) files.set(`form/${path.replace(/^form\//, "")}`, bytes);
  }
  files.set(manifestPath, new TextEncoder().encode(readable(manifestOf(service, files))));
  return files;
}

/** What a public body must be able to show: the record of processing, a notice in each language, and a record of each adviser. */
function recordsOf(service: Service): [string, string][] {
  const record = emitProcessingRecord(service);
  const notices = service.languages.map(({ tag }) => [tag, writeNotice(service, record, tag)] as const);
  const advisers = emitAlgorithmRecords(service);
  return [
    ["privacy.json", readable({ ...record, notices: Object.fromEntries(notices) })],
    ...notices.map(([tag, notice]): [string, string] => [`privacy.${tag}.html`, emitNoticePage(notice, tag)]),
    ...(advisers.length > 0 ? [["algorithms.json", readable(advisers)] satisfies [string, string]] : []),
  ];
}

/** JSON with two spaces and a line at the end; keys stand in the order in which they were written. */
function readable(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** What the bundle of this service is, and the hash of each of these files. */
export function manifestOf(service: Service, files: ReadonlyMap<string, Uint8Array>): Manifest {
  return {
    contractVersion: service.contractVersion,
    service: service.name,
    title: service.title,
    version: service.version,
    languages: service.languages.map((language) => language.tag),
    files: Object.fromEntries([...files].map(([path, bytes]) => [path, hashOf(bytes)])),
  };
}

/** SHA-256 in hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
