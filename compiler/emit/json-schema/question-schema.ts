// One question as JSON Schema: its words, its type, its limits, and what the service says about keeping and seeing it.
import type { Field, Keep, Must, Service } from "#contract";
import type { Question } from "./questions.ts";
import type { Json, Schema } from "./schema.ts";
import { typeSchema } from "./type-schema.ts";

/** The schema of a question's answer. `dotted` is its path from the application's top, as privacy lines name it. */
export function questionSchema({ part }: Question, dotted: string, service: Service): Schema {
  if (part.kind === "declaration") {
    return { ...typeSchema({ kind: "declaration" }, service), title: say(part.statement), "x-name": part.name };
  }
  const shape = typeSchema(part.type, service);
  const isDated = part.musts?.some((must) => must.within?.dated) === true;
  return {
    ...withFileLimits(isDated ? withDate(shape) : shape, part),
    title: say(part.label),
    ...(part.hint && { description: say(part.hint) }),
    ...limits(part.musts ?? [], shape),
    "x-name": part.name,
    ...(part.sensitive !== undefined && { "x-sensitive": part.sensitive }),
    ...(part.prefill && { "x-prefilled-from": part.prefill.from.join(".") }),
    ...privacyNotes(dotted, service),
  };
}

function say(words: Readonly<Record<string, string>>): string {
  return Object.values(words)[0] ?? "";
}

/** The narrowest of the plain limits; what only a rule can say is named by the rule. */
function limits(musts: readonly Must[], { type, pattern: ofType }: Schema): Schema {
  const found: Record<string, Json> = {};
  const patterns = musts.flatMap(({ pattern }) => (pattern !== undefined && type === "string" ? [pattern] : []));
  const rules: string[] = [];
  const numeric = type === "number" || type === "integer";
  for (const must of musts) {
    let plain = false;
    const narrow = (keyword: string, value: number | undefined, pick: (...both: number[]) => number): void => {
      if (value === undefined) return;
      plain = true;
      const present = found[keyword];
      found[keyword] = typeof present === "number" ? pick(present, value) : value;
    };
    if (numeric && typeof must.atLeast === "number") narrow("minimum", must.atLeast, Math.max);
    if (numeric && typeof must.atMost === "number") narrow("maximum", must.atMost, Math.min);
    if (type === "string") narrow("maxLength", must.maxCharacters, Math.min);
    const { counts } = must;
    if (type === "string" && counts?.of === "characters") {
      narrow("minLength", counts.atLeast, Math.max);
      narrow("maxLength", counts.atMost, Math.min);
    }
    if (type === "array" && (counts?.of === "files" || counts?.of === "choices")) {
      narrow("minItems", counts.atLeast, Math.max);
      narrow("maxItems", counts.atMost, Math.min);
    }
    if (!plain && (must.pattern === undefined || type !== "string")) rules.push(must.rule);
  }
  const whole = patterns.map((pattern) => ({ pattern: `^(?:${pattern})$` }));
  if (whole.length === 1 && ofType === undefined) Object.assign(found, whole[0]);
  else if (whole.length > 0) found["allOf"] = whole;
  return { ...found, ...(rules.length > 0 && { "x-must": rules }) };
}

function withFileLimits(shape: Schema, { accept, type }: Field): Schema {
  if (!accept) return shape;
  const notes = { "x-accept": accept.extensions, "x-max-bytes": accept.maxBytes };
  if (type.kind === "file" || type.kind === "photo") return { ...sized(shape, accept.maxBytes), ...notes };
  const items = shape["items"];
  return type.kind === "files" && isSchema(items)
    ? { ...shape, items: accept.each ? sized(items, accept.maxBytes) : items, ...notes }
    : { ...shape, ...notes };
}

/** A file whose document's date is asked has it. */
function withDate(shape: Schema): Schema {
  const items = shape["items"];
  if (isSchema(items)) return { ...shape, items: withDate(items) };
  const required = shape["required"];
  return { ...shape, required: [...(Array.isArray(required) ? required : []), "datedOn"] };
}

function sized(file: Schema, most: number): Schema {
  const properties = file["properties"];
  const size = isSchema(properties) ? properties["size"] : undefined;
  if (!isSchema(properties) || !isSchema(size)) return file;
  return { ...file, properties: { ...properties, size: { ...size, maximum: most } } };
}

function isSchema(value: Json | undefined): value is Schema {
  return typeof value === "object" && !Array.isArray(value);
}

function privacyNotes(dotted: string, { privacy }: Service): Schema {
  if (!privacy) return {};
  const covers = (path: string): boolean => path === dotted || dotted.startsWith(`${path}.`);
  const keep =
    privacy.keep.find((line) => line.paths.some(covers)) ?? privacy.keep.find((line) => line.paths.length === 0);
  const roles = privacy.visibility.filter((line) => line.paths.some(covers)).flatMap((line) => line.roles);
  return {
    ...(keep && { "x-retention": keepText(keep) }),
    ...(roles.length > 0 && { "x-visible-to": [...new Set(roles)] }),
  };
}

/** "2 years after parking-permit ends", as the author says it. */
export function keepText({ for: length, after, credential }: Keep): string {
  const unit = length.unit.replace("-", " ");
  const amount = `${length.amount} ${length.amount === 1 ? unit.replace(/s$/, "") : unit}`;
  return `${amount} after ${after === "credential-ends" ? `${credential ?? "the credential"} ends` : after}`;
}
