// Every text of the house that compiles, those with something to mend too: its bundle is whole, its interface is well described, and
// whoever fills in its form at random is never refused what a page offers, nor sends what the schema does not know.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Service } from "#contract";
import type { Rulebook } from "#contract/facts.ts";
import { toApplication } from "../../../forms/journey/application.ts";
import { compile } from "../../compile.ts";
import { pages } from "../../diagnostics/generated/pages.ts";
import { emitBundle } from "../bundle/bundle.ts";
import { verifyBundle } from "../bundle/verify.ts";
import { loadModule } from "./parking.ts";
import { Citizen, goodAnswers } from "./random-citizen.ts";

interface Text {
  readonly label: string;
  readonly entry: string;
  readonly files: ReadonlyMap<string, string>;
}

const top = fileURLToPath(new URL("../../../", import.meta.url));

/** The services below a folder, each with the texts that stand beside it. */
function textsIn(folder: string): Text[] {
  const entries = readdirSync(path.join(top, folder), { withFileTypes: true });
  const names = entries
    .filter((one) => one.isFile() && /\.(service|shared|words)$/.test(one.name))
    .map((one) => one.name);
  const files = new Map(names.map((name) => [name, readFileSync(path.join(top, folder, name), "utf8")]));
  // What was mended says the same as what was not, as far as a bundle goes.
  const isMended = names.includes("fixed.service");
  const own = names
    .filter((name) => name.endsWith(".service") && !(isMended && name === "bad.service"))
    .map((entry) => ({ label: path.join(folder, entry), entry, files }));
  return [
    ...own,
    ...entries.filter((one) => one.isDirectory()).flatMap(({ name }) => textsIn(path.join(folder, name))),
  ];
}

const ofPages = pages.flatMap(({ code, good: { kind, text, beside } }): Text[] => {
  const entry = "good.service";
  const files = new Map([[entry, text], ...Object.entries(beside ?? {})]);
  return kind === "service" ? [{ label: `${code} good`, entry, files }] : [];
});
const folders = ["compiler/tests/samples", "compiler/guide/texts", "compiler/check/people/corpus", "forms/tests"];
const texts = [...folders.flatMap(textsIn), ...ofPages];
const good = goodAnswers();

/** What some people meet who fill it in. */
function met(service: Service, rulebook: Rulebook, validate: ((data: unknown) => boolean) & { errors?: unknown }) {
  const found: unknown[] = [];
  fc.assert(
    fc.property(fc.gen(), (draw) => {
      const pick = <One>(from: readonly One[]): One | undefined =>
        from.length === 0 ? undefined : from[draw(fc.nat, { max: from.length - 1 })];
      const end = new Citizen(service, rulebook, good, pick).apply();
      if (end.kind === "broken") found.push(end);
      if (end.kind === "sent" && !validate(toApplication(end.journey))) found.push(validate.errors);
    }),
    { numRuns: 2 },
  );
  return found;
}

/** What ajv's strict mode has against a schema, our own notes (x-…) aside: each keyword stands beside its type. One ajv for many schemas. */
function buildStrictness(): (text: string) => string | undefined {
  const ajv = new Ajv2020({ strictTypes: true, strictTuples: true, validateFormats: false });
  const notes = new Set<string>();
  return (text) => {
    for (const [note] of text.matchAll(/(?<=")x-[\w-]+(?=":)/g)) {
      if (!notes.has(note)) ajv.addKeyword(note);
      notes.add(note);
    }
    const schema = JSON.parse(text);
    try {
      ajv.compile(schema);
      return undefined;
    } catch (error) {
      return String(error);
    } finally {
      // Its name is free again for the next text: many have the same.
      ajv.removeSchema(schema);
    }
  };
}

test("every text that compiles has a whole bundle, and its form sends what its schema describes", {
  timeout: 300_000,
}, async () => {
  // Both once for all texts: what is slow in them is reading the schemas of OpenAPI and of JSON Schema itself.
  const interfaces = new Validator();
  const whyNotStrict = buildStrictness();
  let compiled = 0;
  for (const { label, entry, files } of texts) {
    const { service } = compile(entry, files);
    if (!service) continue;
    compiled += 1;
    const bundle = await emitBundle(service);
    const read = (name: string): string => new TextDecoder().decode(bundle.get(name));
    expect([label, verifyBundle(bundle)]).toEqual([label, []]);
    expect([label, await interfaces.validate(JSON.parse(read("openapi.json")))]).toEqual([label, { valid: true }]);
    expect([label, whyNotStrict(read("answers.schema.json"))]).toEqual([label, undefined]);
    const { rulebook } = await loadModule(read("conditions.js"));
    const { validateApplication } = await loadModule(read("validators.js"));
    expect([label, met(service, rulebook as Rulebook, validateApplication as Parameters<typeof met>[2])]).toEqual([
      label,
      [],
    ]);
  }
  expect(compiled).toBeGreaterThan(100);
});
