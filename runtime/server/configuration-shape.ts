// Says in words where a deployment file does not have the shape of configuration.schema.json.
// Knows only the shape: what the values mean is checked in configuration.ts.
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import schema from "./configuration.schema.json" with { type: "json" };

export interface ShapeProblem {
  /** Dotted, as people say it. */
  readonly key: string;
  readonly path: readonly string[];
  readonly reason: string;
  readonly example?: string;
}

interface Described {
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Described>>;
}

/** Every difference between the value and the schema, one for each place. */
export function checkShape(value: unknown): ShapeProblem[] {
  if (value === null || typeof value !== "object" || Array.isArray(value))
    return [
      { key: "(the file)", path: [], reason: "It holds no settings.", example: "publicAddress: http://127.0.0.1:4400" },
    ];
  const validate = new Ajv2020({ allErrors: true, verbose: true, strict: false }).compile(schema);
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  const alternatives = errors.filter((error) => error.keyword === "anyOf").map((error) => error.instancePath);
  const seen = new Set<string>();
  return errors
    .filter((error) => error.keyword === "anyOf" || !alternatives.some((at) => error.instancePath.startsWith(at)))
    .map(readError)
    .filter(({ key }) => !seen.has(key) && seen.add(key));
}

function readError(error: ErrorObject): ShapeProblem {
  const above = error.instancePath.split("/").slice(1).map(unescapePointer);
  const parent = asDescribed(error.parentSchema);
  if (error.keyword === "required") {
    const missing = String(error.params["missingProperty"]);
    const described = resolve(parent.properties?.[missing]);
    const says = described.description ? ` It says ${described.description}.` : "";
    return problem([...above, missing], `It is missing.${says}`, described);
  }
  if (error.keyword === "additionalProperties") {
    const extra = String(error.params["additionalProperty"]);
    const known = Object.keys(parent.properties ?? {});
    const near = nearest(extra, known);
    const reason = near
      ? `There is no such setting. Did you mean “${near}”?`
      : `There is no such setting. Here stand: ${known.join(", ")}.`;
    return problem([...above, extra], reason, resolve(near ? parent.properties?.[near] : undefined), near);
  }
  const described = parent;
  const wanted = described.description
    ? `It must be ${described.description}.`
    : `It ${error.message ?? "does not fit"}.`;
  return problem(above, wanted, described);
}

function problem(path: readonly string[], reason: string, described: Described, name = path.at(-1)): ShapeProblem {
  const example = described.examples?.[0];
  const written = typeof example === "string" ? example : JSON.stringify(example);
  return { key: path.join("."), path, reason, ...(example === undefined ? {} : { example: `${name}: ${written}` }) };
}

/** A place with `$ref` takes the words of what it points to, unless it has its own. */
function resolve(described: Described | undefined): Described {
  const name = described?.$ref?.split("/").at(-1);
  const shared = name ? (schema.$defs as Readonly<Record<string, Described>>)[name] : undefined;
  return { ...shared, ...described };
}

function asDescribed(value: unknown): Described {
  return value instanceof Object ? resolve(value) : {};
}

function unescapePointer(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** The known name that differs by at most a third of its letters, if any. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const measured = known.map((other) => ({ other, distance: distanceOf(name.toLowerCase(), other.toLowerCase()) }));
  const best = measured.toSorted((a, b) => a.distance - b.distance)[0];
  return best && best.distance <= Math.max(1, Math.ceil(best.other.length / 3)) ? best.other : undefined;
}

/** Edits (add, remove, change one letter) between two words: Levenshtein's distance. */
function distanceOf(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
