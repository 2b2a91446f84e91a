// Emits answers.d.ts: a sent application as TypeScript types, from the same JSON Schema. Needs Node.

import { compile } from "json-schema-to-typescript";
import type { Service } from "#contract";
import { emitAnswersSchema } from "../json-schema/answers-schema.ts";
import type { Json, Schema } from "../json-schema/schema.ts";
import { alternativesOf } from "./alternatives.ts";
import { layOutTypes } from "./lay-out.ts";

/** The text of answers.d.ts, exporting `Application`. The same text for the same service, always. */
export async function emitTypes(service: Service): Promise<string> {
  const text = await compile(typedSchema(emitAnswersSchema(service)), "Application", {
    bannerComment: `// A sent application of "${service.name}", version ${service.version.number}. Written by Formwork's compiler; do not edit.`,
    additionalProperties: false,
    format: false,
  });
  return layOutTypes(text);
}

/**
 * The schema as types can say it. A title would name a type of its own; here it is the comment above the part. Conditions are
 * alternatives where they can be said so; limits say nothing to types.
 */
function typedSchema(schema: Schema): Record<string, Json> {
  const kept = Object.entries(schema).filter(
    ([keyword]) => !["title", "$id", "allOf", "minItems", "maxItems"].includes(keyword),
  );
  const inside = kept.map(([keyword, says]): [string, Json] => [keyword, typedParts(keyword, says)]);
  const comment = [schema["title"], schema["description"]].filter((text) => typeof text === "string" && text !== "");
  const described: Record<string, Json> = comment.length > 0 ? { description: comment.join("\n") } : {};
  const plain = Object.fromEntries(inside);
  const alternatives = schema["properties"] === undefined ? [] : alternativesOf(schema);
  return alternatives.length > 0 ? { ...described, allOf: [plain, ...alternatives] } : { ...plain, ...described };
}

function typedParts(keyword: string, says: Json): Json {
  if (!isSchema(says)) return says;
  if (keyword === "items") return typedSchema(says);
  if (keyword !== "properties") return says;
  return Object.fromEntries(
    Object.entries(says).map(([key, part]) => [key, isSchema(part) ? typedSchema(part) : part]),
  );
}

function isSchema(value: Json): value is Schema {
  return typeof value === "object" && !Array.isArray(value);
}
