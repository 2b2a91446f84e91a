// Does what a bundle holds keep to its own formats? Looked at when its hashes are right: a bundle that somebody else's tool wrote
// may be whole and still be none that can be served.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Service } from "#contract";
import { type Manifest, manifestPath } from "#contract/bundle.ts";
import { manifestOf } from "./bundle.ts";

/** What is wrong, in sentences; empty when nothing is. The files' hashes have been verified before. */
export function validateBundle(files: ReadonlyMap<string, Uint8Array>): string[] {
  const service = readJson(files, "service.json");
  if ("wrong" in service) return [service.wrong];
  const schema: unknown = JSON.parse(
    readFileSync(new URL("../../contract/service.schema.json", import.meta.url), "utf8"),
  );
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  const isService = ajv.compile<Service>(schema as object);
  if (!isService(service.value)) {
    const [first] = isService.errors ?? [];
    return [`service.json does not keep to the contract: ${first?.instancePath || "the whole"} ${first?.message}.`];
  }
  return [...checkManifest(files, service.value), ...checkAnswersSchema(files)];
}

function checkManifest(files: ReadonlyMap<string, Uint8Array>, service: Service): string[] {
  const read = readJson(files, manifestPath);
  if ("wrong" in read) return [read.wrong];
  const manifest = read.value as Partial<Manifest>;
  const { number } = manifest.version ?? {};
  if (manifest.service !== service.name || number !== service.version.number)
    return [
      `manifest.json speaks of ${manifest.service} version ${number}, service.json of ${service.name} version ${service.version.number}. Build the service again.`,
    ];
  const { files: _, ...wanted } = manifestOf(service, new Map());
  const other = Object.entries(wanted).find(([key, value]) => !isSame(manifest[key as keyof Manifest], value));
  return other === undefined
    ? []
    : [`manifest.json does not say what service.json says of its ${other[0]}. Build the service again.`];
}

/** Both come from JSON in the order in which they were written. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function checkAnswersSchema(files: ReadonlyMap<string, Uint8Array>): string[] {
  const read = readJson(files, "answers.schema.json");
  if ("wrong" in read) return [read.wrong];
  try {
    // Formats are notes here: whether a text is a date is for validators.js, which carries its own.
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    if (typeof read.value === "object" && read.value !== null) ajv.compile(read.value);
    return [];
  } catch (error) {
    return [`answers.schema.json is no JSON Schema: ${error instanceof Error ? error.message : String(error)}.`];
  }
}

function readJson(
  files: ReadonlyMap<string, Uint8Array>,
  path: string,
): { readonly value: unknown } | { readonly wrong: string } {
  try {
    return { value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(files.get(path))) };
  } catch (error) {
    return { wrong: `${path} is not JSON: ${error instanceof Error ? error.message : String(error)}.` };
  }
}
