// Emits answers.schema.json: a sent application as JSON Schema 2020-12. A question that is asked only sometimes must be
// there when its condition holds and must not be there otherwise; where that cannot be said plainly, it may be there,
// and a note names the rules.
import type { RuleId, Service } from "#contract";
import { conditionSchema, type Sight } from "./condition-schema.ts";
import { questionSchema } from "./question-schema.ts";
import { besidePaths, collectQuestions, listOf, type Question, type Questions } from "./questions.ts";
import { ifThen, type Json, recordSchema, type Schema } from "./schema.ts";

/** The schema of a service's applications: the same for the same service, always. */
export function emitAnswersSchema(service: Service): Schema {
  const language = service.languages[0]?.tag ?? "en";
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `urn:formwork:${encodeURIComponent(service.name)}:${service.version.number}:answers`,
    title: service.title[language] ?? service.name,
    description: `A sent application for "${service.title[language] ?? service.name}", version ${service.version.number}. An answer that is not there is absent, never null.`,
    ...(service.privacy?.purpose && { "x-purpose": Object.values(service.privacy.purpose)[0] ?? "" }),
    ...recordOf(collectQuestions(service), [], undefined, service),
  };
}

/** A record under construction: what its parts look like, which must be there, what depends on what. */
interface Draft {
  readonly parts: Map<string, Draft | Schema>;
  readonly required: Set<string>;
  readonly title?: string;
}

function recordOf(questions: Questions, prefix: readonly string[], item: string | undefined, service: Service): Schema {
  const draft: Draft = { parts: new Map(), required: new Set() };
  const conditions: Schema[] = [];
  const sight: Sight = {
    rules: service.rules,
    // Of choices gone round, the choice itself is the item's id.
    answers: new Set([
      ...questions.own.flatMap((question) => allPaths(question).map((path) => path.join("."))),
      ...(item === undefined ? [] : ["id"]),
    ]),
    ...(item !== undefined && { item }),
  };
  for (const question of questions.own) {
    const dotted = [...prefix, ...question.path].join(".");
    const needed = neededWhen(question, sight);
    const schema = { ...questionSchema(question, dotted, service), ...needed.note };
    const set = question.set && Object.values(question.set.title)[0];
    place(draft, question.path, schema, needed.always, set);
    const { instead, how } = besidePaths(question);
    if (instead) place(draft, instead, insteadSchema(question), false, set);
    if (how) place(draft, how, howSchema(question), false, set);
    conditions.push(...needed.conditions);
  }
  for (const { of: repeat, when, inside } of questions.repeats) {
    const path = listOf(repeat);
    const asked = askedWhen(when, sight);
    const schema = repeatSchema(recordOf(inside, [...prefix, ...path], repeat.itemKey, service), repeat);
    place(draft, path, { ...schema, ...asked.note }, asked.always && repeat.atLeast > 0, undefined);
    if (asked.condition) conditions.push(conditionally(asked.condition, [path], repeat.atLeast > 0));
  }
  for (const round of questions.rounds) {
    const { of: step, when, inside } = round;
    const record = recordOf(inside, [...prefix, ...step.list], step.itemKey, service);
    const { schema, conditions: rules } = roundSchema(record, round, sight, askedWhen(when, sight), service);
    place(draft, step.list, schema, false, undefined);
    conditions.push(...rules);
  }
  const schema = finish(draft);
  return conditions.length > 0 ? { ...schema, allOf: conditions } : schema;
}

function repeatSchema(record: Schema, repeat: Questions["repeats"][number]["of"]): Schema {
  const properties = record["properties"];
  const required = record["required"];
  return {
    type: "array",
    title: Object.values(repeat.title)[0] ?? repeat.name,
    minItems: Math.max(repeat.atLeast, 1),
    ...(repeat.atMost !== undefined && { maxItems: repeat.atMost }),
    "x-name": repeat.name,
    items: {
      ...record,
      title: repeat.itemName,
      properties: {
        id: { type: "string", minLength: 1, description: "Stays with the item through every change." },
        ...(typeof properties === "object" && !Array.isArray(properties) ? properties : {}),
      },
      required: ["id", ...(Array.isArray(required) ? required : [])],
    },
  };
}

/** A list with one item for each choice that is gone round, the choice as its id: no others, and none left out. */
function roundSchema(
  record: Schema,
  { of: step }: Questions["rounds"][number],
  sight: Sight,
  asked: ReturnType<typeof askedWhen>,
  service: Service,
): { readonly schema: Schema; readonly conditions: readonly Schema[] } {
  const list = service.lists[step.choices?.list ?? ""];
  const ids = (list?.options ?? []).map((option) => option.value);
  const properties = record["properties"];
  const required = record["required"];
  const schema: Schema = {
    type: "array",
    title: Object.values(step.title)[0] ?? step.name,
    minItems: 1,
    maxItems: ids.length,
    "x-name": step.name,
    ...asked.note,
    items: {
      ...record,
      title: step.itemName,
      properties: {
        id: { type: "string", enum: ids },
        ...(typeof properties === "object" && !Array.isArray(properties) ? properties : {}),
      },
      required: ["id", ...(Array.isArray(required) ? required : [])],
    },
  };
  const of = step.choices?.of;
  const ticked = of?.split(".");
  const isHidden = list?.options.some((option) => option.showWhen !== undefined) === true;
  if (asked.note || isHidden || (ticked && !sight.answers.has(ticked.join(".")))) return { schema, conditions: [] };
  const around = asked.condition ? [asked.condition] : [];
  const held = (id: string): Schema => ({
    required: [...step.list],
    properties: {
      [step.list[0] ?? ""]: {
        type: "array",
        contains: { type: "object", properties: { id: { const: id } }, required: ["id"] },
      },
    },
  });
  const conditions = ids.map((id) => {
    const chosen = ticked ? [hasTicked(ticked, id)] : [];
    const all = [...around, ...chosen];
    if (all.length === 0) return held(id);
    return ifThen(all.length === 1 ? (all[0] ?? {}) : { allOf: all }, held(id), { not: held(id) });
  });
  return { schema, conditions };
}

function hasTicked(path: readonly string[], id: string): Schema {
  return path.reduceRight<Schema>((inside, key) => ({ required: [key], properties: { [key]: inside } }), {
    type: "array",
    contains: { const: id },
  });
}

/** When a question is asked: always, under a condition that can be said, or under rules that only a note can name. */
function askedWhen(
  when: readonly RuleId[],
  sight: Sight,
): { readonly always: boolean; readonly condition?: Schema; readonly note?: Schema } {
  if (when.length === 0) return { always: true };
  const schemas = when.map((id) => conditionSchema({ op: "rule", id }, true, sight));
  const plain = schemas.filter((schema) => schema !== undefined);
  const [first] = plain;
  if (first === undefined || plain.length < schemas.length)
    return { always: false, note: { "x-asked-when": [...when] } };
  return { always: false, condition: plain.length === 1 ? first : { allOf: plain } };
}

/** The answer's own place and those of what may stand instead of it. */
function allPaths(question: Question): (readonly string[])[] {
  const { instead, how } = besidePaths(question);
  return [question.path, ...(instead ? [instead] : []), ...(how ? [how] : [])];
}

function insteadSchema({ part }: Question): Schema {
  const label = part.kind === "field" ? part.instead?.label : undefined;
  return { const: true, title: Object.values(label ?? {})[0] ?? "" };
}

function howSchema({ part }: Question): Schema {
  const ways = part.kind === "field" ? (part.canBe ?? []).map((way) => way.how) : [];
  return { type: "string", enum: [...new Set(ways)], description: "How the file comes, where it is not here yet." };
}

/** Whether the answer must always be there, and else what must hold in which case. */
function neededWhen(
  question: Question,
  sight: Sight,
): { readonly always: boolean; readonly conditions: Schema[]; readonly note?: Schema } {
  const { part, when } = question;
  const paths = allPaths(question);
  const asked = askedWhen(when, sight);
  const needs = part.kind === "declaration" || (!part.optional && part.requiredWhen === undefined);
  const conditions = asked.condition ? [conditionally(asked.condition, paths, needs)] : [];
  const alone = paths.length === 1;
  // The answer or what stands instead of it, never both.
  if (!alone) conditions.push(asked.always && needs ? oneThere(paths) : atMostOne(paths));
  if (part.kind === "declaration" || part.requiredWhen === undefined) {
    return { always: asked.always && needs && alone, conditions, ...(asked.note && { note: asked.note }) };
  }
  const required = conditionSchema({ op: "rule", id: part.requiredWhen }, true, sight);
  if (!required || asked.note) {
    return { always: false, conditions, note: { ...asked.note, "x-required-when": part.requiredWhen } };
  }
  const both = asked.condition ? { allOf: [asked.condition, required] } : required;
  return { always: false, conditions: [...conditions, ifThen(both, oneThere(paths))] };
}

function conditionally(condition: Schema, paths: readonly (readonly string[])[], needed: boolean): Schema {
  const absent = paths.map(absentSchema);
  const [only] = absent;
  return ifThen(condition, needed ? oneThere(paths) : undefined, absent.length === 1 ? only : { allOf: absent });
}

/** Exactly one of these is there. */
function oneThere(paths: readonly (readonly string[])[]): Schema {
  const there = paths.map(thereSchema);
  const [only] = there;
  return only && there.length === 1 ? only : { oneOf: there };
}

function atMostOne(paths: readonly (readonly string[])[]): Schema {
  const none = { not: { anyOf: paths.map(thereSchema) } };
  return { oneOf: [...paths.map(thereSchema), none] };
}

function thereSchema(path: readonly string[]): Schema {
  const [key = "", ...rest] = path;
  return {
    required: [key],
    ...(rest.length > 0 && { properties: { [key]: { type: "object", ...thereSchema(rest) } } }),
  };
}

function absentSchema(path: readonly string[]): Schema {
  const [key = "", ...rest] = path;
  return { properties: { [key]: rest.length > 0 ? { type: "object", ...absentSchema(rest) } : false } };
}

function place(
  draft: Draft,
  path: readonly string[],
  schema: Schema,
  needed: boolean,
  title: string | undefined,
): void {
  const [key = "", ...rest] = path;
  if (needed) draft.required.add(key);
  if (rest.length === 0) {
    draft.parts.set(key, schema);
    return;
  }
  const present = draft.parts.get(key);
  const inner: Draft =
    present && isDraft(present) ? present : { parts: new Map(), required: new Set(), ...(title && { title }) };
  draft.parts.set(key, inner);
  place(inner, rest, schema, needed, undefined);
}

function isDraft(part: Draft | Schema): part is Draft {
  return part["parts"] instanceof Map;
}

function finish({ parts, required, title }: Draft): Schema {
  const properties = [...parts].map(([key, part]): [string, Json] => [key, isDraft(part) ? finish(part) : part]);
  return { ...recordSchema(Object.fromEntries(properties), [...required]), ...(title && { title }) };
}
