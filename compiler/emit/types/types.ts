// Emits answers.d.ts: a sent application as TypeScript types, from the same JSON Schema. Needs Node.

import { compile } from "json-schema-to-typescript";
import type { Service } from "#contract";
import { emitAnswersSchema } from "../json-schema/answers-schema.ts";
import type { Json, Schema } from "../json-schema/schema.ts";

/** The text of answers.d.ts, exporting `Application`. The same text for the same service, always. */
export async function emitTypes(service: Service): Promise<string> {
  const schema = emitAnswersSchema(service);
  return compile(titlesAsComments(schema), "Application", {
    bannerComment: `// A sent application of "${service.name}", version ${service.version.number}. Written by Formwork's compiler; do not edit.`,
    additionalProperties: false,
    format: true,
  });
}

/** A title would name a type of its own; here it is the comment above the part. Conditions and limits say nothing to types. */
function titlesAsComments(schema: Schema): Record<string, Json> {
  const kept = Object.entries(schema).filter(
    ([keyword]) => !["title", "$id", "allOf", "minItems", "maxItems"].includes(keyword),
  );
  const inside = kept.map(([keyword, says]): [string, Json] => [keyword, partsAsComments(keyword, says)]);
  const comment = [schema["title"], schema["description"]].filter((text) => typeof text === "string" && text !== "");
  return { ...Object.fromEntries(inside), ...(comment.length > 0 && { description: comment.join("\n") }) };
}

function partsAsComments(keyword: string, says: Json): Json {
  if (!isSchema(says)) return says;
  if (keyword === "items") return titlesAsComments(says);
  if (keyword !== "properties") return says;
  return Object.fromEntries(
    Object.entries(says).map(([key, part]) => [key, isSchema(part) ? titlesAsComments(part) : part]),
  );
}

function isSchema(value: Json): value is Schema {
  return typeof value === "object" && !Array.isArray(value);
}
