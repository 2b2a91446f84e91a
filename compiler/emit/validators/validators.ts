// Emits validators.js: ready-made checks of a sent application and of registers' answers, by ajv's ahead-of-time code.
// The file stands alone as an ES module, evaluates no text (so it runs under a strict Content-Security-Policy) and has
// no `require` left. Emitting needs Node: ajv itself compiles as it builds.

import { Ajv2020 } from "ajv/dist/2020.js";
import { default as standalone } from "ajv/dist/standalone/index.js";
import type { Service } from "#contract";
import { emitAnswersSchema } from "../json-schema/answers-schema.ts";
import { emitGivesSchemas } from "../json-schema/gives-schema.ts";
import type { Schema } from "../json-schema/schema.ts";
import { dayPattern } from "../json-schema/type-schema.ts";
import { withoutNotes } from "./schema-notes.ts";

/** The formats that our schemas name, as patterns: no code of ajv-formats is needed at run time. */
const formats: Readonly<Record<string, RegExp>> = {
  date: new RegExp(dayPattern, "u"),
  email: /^[^\s@<>(),;:"]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/u,
  uri: /^https?:\/\/[^\s/]+\.[^\s/]+\S*$/iu,
};

/**
 * The text of validators.js: `validateApplication(data)` gives true or false and leaves what is wrong in its `errors`;
 * `validateGives["source/operation"](data)` does so for a register's answer. The same text for the same service, always.
 */
export function emitValidators(service: Service): string {
  const application = withoutNotes(emitAnswersSchema(service));
  const records = [...emitGivesSchemas(service)].map(([operation, schema]) => ({
    operation,
    schema: withoutNotes(schema),
  }));
  const ajv = new Ajv2020({
    code: { source: true, esm: true, lines: true },
    strict: false,
    allErrors: true,
    // That our schemas are schemas is held by a test; to look at each build costs two thirds of the time.
    validateSchema: false,
    meta: false,
    ownProperties: namesInherited([application, ...records.map(({ schema }) => schema)]),
  });
  // Our schemas never ask which parts no keyword has looked at; noting it would cost a third of the time.
  ajv.opts.unevaluated = false;
  for (const [name, pattern] of Object.entries(formats)) ajv.addFormat(name, pattern);
  ajv.addSchema(application, "application");
  const gives = records.map(({ operation, schema }, at) => {
    const name = `gives${at}`;
    ajv.addSchema(schema, name);
    return { operation, name };
  });
  const names = Object.fromEntries(gives.map(({ name }) => [name, name]));
  const code = standalone.default(ajv, { validateApplication: "application", ...names });
  const table = gives.map(({ operation, name }) => `  ${JSON.stringify(operation)}: ${name},`);
  return [
    `// Checks of "${service.name}", version ${service.version.number}. Written by Formwork's compiler with ajv; do not edit.`,
    "/* eslint-disable */",
    withoutRequire(code.replace(/^"use strict";/, "").replace(/export const (gives\d+)/g, "const $1")).trim(),
    "",
    "/** Checks of registers' answers, by source and operation. */",
    `export const validateGives = {${table.length > 0 ? `\n${table.join("\n")}\n` : ""}};`,
    "",
  ].join("\n");
}

/** True where a part bears a name that every object has: an answer named "constructor" is there only when it is the application's own. */
function namesInherited(schemas: readonly Schema[]): boolean {
  return Object.getOwnPropertyNames(Object.prototype).some((name) =>
    schemas.some((schema) => JSON.stringify(schema).includes(JSON.stringify(name))),
  );
}

/** What ajv's code reaches for at run time, as text of our own. */
const runtime: Readonly<Record<string, string>> = {
  // Characters as people count them: two halves of a pair are one.
  ucs2length: `function count(text) {
  let count = text.length;
  for (let at = text.length - 2; at >= 0; at--)
    if ((text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) count--;
  return count;
}`,
  equal: `function equal(a, b) {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]));
}`,
};

function withoutRequire(code: string): string {
  const text = code.replace(/require\("ajv\/dist\/runtime\/(\w+)"\)(?:\.default)?/g, (whole, name: string) =>
    Object.hasOwn(runtime, name) ? `(${runtime[name]})` : whole,
  );
  const left = /\brequire\("[^"]*"\)/.exec(text);
  if (left)
    throw new Error(`ajv's code needs ${left[0]}, which validators.js does not carry. Add it to emit/validators.`);
  return text;
}
