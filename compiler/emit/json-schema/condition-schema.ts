// A condition as a JSON Schema that fits exactly when the condition is definitely yes (or no): for if/then in the
// application's schema. Only what can be said plainly about answers of one record; anything else gives nothing.
import type { ComparisonExpression, Expression, Service } from "#contract";
import type { Json, Schema } from "./schema.ts";

/** Which answers the schema can see: all of the application, or those of one item of a repeat. */
export interface Sight {
  readonly rules: Service["rules"];
  /** Dotted paths of answers that stand in the application, from its top or from the item. */
  readonly answers: ReadonlySet<string>;
  /** The item key when the schema is that of an item. */
  readonly item?: string;
}

/** How deep rules may be followed: a text with more is said by annotation. */
const deepest = 12;

/** The schema that fits exactly when the condition is definitely `wanted`; nothing when it cannot be said. */
export function conditionSchema(expression: Expression, wanted: boolean, sight: Sight, depth = 0): Schema | undefined {
  if (depth > deepest) return undefined;
  switch (expression.op) {
    case "rule": {
      const rule = Object.hasOwn(sight.rules, expression.id) ? sight.rules[expression.id] : undefined;
      return rule && conditionSchema(rule.expression, wanted, sight, depth + 1);
    }
    case "not":
      return conditionSchema(expression.of, !wanted, sight, depth + 1);
    case "not-yes": {
      const yes = conditionSchema(expression.of, true, sight, depth + 1);
      return yes && (wanted ? { not: yes } : yes);
    }
    case "and":
    case "or":
      return joined(expression.op === "and" ? wanted : !wanted, expression.parts, wanted, sight, depth);
    case "answered": {
      const there = atPath(expression, {}, sight);
      return there && (wanted ? there : { not: there });
    }
    case "one-of": {
      const options = literals(expression.options);
      return options && atPath(expression.value, wanted ? { enum: options } : { not: { enum: options } }, sight);
    }
    case "is":
    case "is-not":
    case "at-least":
    case "at-most":
    case "over":
    case "under":
    case "includes":
      return compared(expression, wanted, sight);
    default:
      return undefined;
  }
}

function joined(
  all: boolean,
  parts: readonly Expression[],
  wanted: boolean,
  sight: Sight,
  depth: number,
): Schema | undefined {
  const schemas: Schema[] = [];
  for (const part of parts) {
    const schema = conditionSchema(part, wanted, sight, depth + 1);
    if (!schema) return undefined;
    schemas.push(schema);
  }
  if (schemas.length === 0) return undefined;
  return all ? { allOf: schemas } : { anyOf: schemas };
}

const limits = {
  "at-least": ["minimum", "exclusiveMaximum"],
  "at-most": ["maximum", "exclusiveMinimum"],
  over: ["exclusiveMinimum", "maximum"],
  under: ["exclusiveMaximum", "minimum"],
} as const;

function compared({ op, left, right }: ComparisonExpression, wanted: boolean, sight: Sight): Schema | undefined {
  if (right.op !== "literal") return undefined;
  const value = right.value;
  if (op === "is" || op === "is-not") {
    return atPath(left, (op === "is") === wanted ? { const: value } : { not: { const: value } }, sight);
  }
  if (op === "includes") {
    const holds: Schema = { contains: { const: value } };
    return atPath(left, { type: "array", ...(wanted ? holds : { not: holds }) }, sight);
  }
  if (typeof value !== "number") return undefined;
  return atPath(left, { type: "number", [limits[op][wanted ? 0 : 1]]: value }, sight);
}

function literals(options: readonly Expression[]): Json[] | undefined {
  const values = options.map((option) => (option.op === "literal" ? option.value : undefined));
  return values.every((value) => value !== undefined) && values.length > 0 ? values : undefined;
}

/** The answer is there and fits; only for a question whose answer stands in the same record. */
function atPath(
  fact: Expression | { readonly path: readonly string[]; readonly item?: string },
  fits: Schema,
  sight: Sight,
): Schema | undefined {
  if (!("path" in fact) || ("op" in fact && fact.op !== "fact" && fact.op !== "answered")) return undefined;
  if (fact.item !== sight.item || !sight.answers.has(fact.path.join("."))) return undefined;
  const path: readonly string[] = fact.path;
  return path.reduceRight<Schema>(
    (inside, key) => ({ type: "object", properties: { [key]: inside }, required: [key] }),
    fits,
  );
}
