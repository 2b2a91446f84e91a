// Takes the notes for people (titles, descriptions, x- keywords) off a schema, where only checking counts.
import type { Json, Schema } from "../json-schema/schema.ts";

const notes = new Set(["title", "description", "$schema", "$id", "$comment"]);

/** The same schema with only the keywords that check. Parts named "title" or "x-…" by the author stay: they are no keywords. */
export function withoutNotes(schema: Schema): Schema {
  const kept = Object.entries(schema).filter(([keyword]) => !notes.has(keyword) && !keyword.startsWith("x-"));
  return Object.fromEntries(kept.map(([keyword, says]) => [keyword, inner(keyword, says)]));
}

function inner(keyword: string, says: Json): Json {
  if (keyword === "const" || keyword === "enum" || keyword === "required") return says;
  if (Array.isArray(says)) return says.map((part: Json) => (isSchema(part) ? withoutNotes(part) : part));
  if (!isSchema(says)) return says;
  if (keyword !== "properties") return withoutNotes(says);
  return Object.fromEntries(
    Object.entries(says).map(([key, part]) => [key, isSchema(part) ? withoutNotes(part) : part]),
  );
}

function isSchema(value: Json): value is Schema {
  return typeof value === "object" && !Array.isArray(value);
}
