// What a register may answer: the schema of each operation's `gives`. Every part may be missing, for a register does not
// know everything; a part of another kind, or one that was not declared, condemns the whole answer.
import type { Parameter, Service } from "#contract";
import { recordSchema, type Schema } from "./schema.ts";
import { typeSchema } from "./type-schema.ts";

/** By "source/operation". */
export function emitGivesSchemas(
  service: Pick<Service, "sources" | "lists" | "currency">,
): ReadonlyMap<string, Schema> {
  const schemas = new Map<string, Schema>();
  for (const [source, { operations }] of Object.entries(service.sources)) {
    for (const [operation, { gives }] of Object.entries(operations)) {
      schemas.set(`${source}/${operation}`, partsSchema(gives, service));
    }
  }
  return schemas;
}

function partsSchema(parts: readonly Parameter[], service: Pick<Service, "lists" | "currency">): Schema {
  const properties = parts.map((part): [string, Schema] => [
    part.key,
    part.parts ? { type: "array", items: partsSchema(part.parts, service) } : typeSchema(part.type, service),
  ]);
  return recordSchema(Object.fromEntries(properties), []);
}
