// openapi.json is held to OpenAPI 3.1 by a validator that is not ours, and its schemas by ajv.

import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import type { Service } from "#contract";
import { parking } from "../tests/parking.ts";
import { emitOpenApi } from "./openapi.ts";

const examples = ["resident-parking-permit", "food-business", "winter-warmth-payment"];
const services: Service[] = examples.map((name) =>
  JSON.parse(readFileSync(new URL(`../../../examples/${name}/expected/service.json`, import.meta.url), "utf8")),
);

test.each(services.map((service) => [service.name, service] as const))(
  "%s: valid, and every operation told apart",
  async (_, service) => {
    const document = JSON.parse(JSON.stringify(emitOpenApi(service)));
    const validator = new Validator();
    expect(await validator.validate(document)).toEqual({ valid: true });
    expect(validator.version).toBe("3.1");
    const ids = operationsOf(document).map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  },
);

test.each(services.map((service) => [service.name, service] as const))(
  "%s: every schema in it compiles",
  (_, service) => {
    const document = JSON.parse(JSON.stringify(emitOpenApi(service)));
    const ajv = new Ajv2020({ strict: false, formats: { date: true, uri: true, email: true, time: true } });
    ajv.addSchema(document, "openapi");
    for (const name of Object.keys(document.components.schemas))
      expect(ajv.getSchema(`openapi#/components/schemas/${name}`), name).toBeTypeOf("function");
    for (const { requestBody } of operationsOf(document))
      for (const { schema } of Object.values(requestBody?.content ?? {}))
        expect(ajv.compile(schema ?? {})).toBeTypeOf("function");
  },
);

test("a form of a page takes the controls of its questions and nothing else", () => {
  const document = JSON.parse(JSON.stringify(emitOpenApi(parking)));
  const { schema } =
    document.paths["/resident-parking-permit/your-vehicle/keeper"].post.requestBody.content["application/json"];
  const check = new Ajv2020({ strict: false }).compile(schema);
  expect(check({ _csrf: "t", keeper: "yes" })).toBe(true);
  expect(check({ keeper: "yes" })).toBe(false);
  expect(check({ _csrf: "t", fuel: "petrol" })).toBe(false);
});

test("for whom somebody applies is asked where the text declares several kinds of applicant, and only there", () => {
  const address = "/resident-parking-permit/applying-for";
  expect(emitOpenApi(parking)).not.toHaveProperty(["paths", address]);
  const [person] = parking.applicants;
  if (!person) throw new Error("The example has no applicant.");
  const several = { ...parking, applicants: [person, { ...person, kind: "business" }] };
  const document = JSON.parse(JSON.stringify(emitOpenApi(several)));
  const { schema } = document.paths[address].post.requestBody.content["application/json"];
  const check = new Ajv2020({ strict: false }).compile(schema);
  const said = [{ kind: "business" }, { kind: "organisation" }, {}].map((form) => check({ _csrf: "t", ...form }));
  expect(said).toEqual([true, false, false]);
});

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: object }>> };
}

function operationsOf(document: { paths: Record<string, Record<string, Operation>> }): Operation[] {
  return Object.values(document.paths).flatMap((item) =>
    Object.entries(item).flatMap(([method, operation]) => (method === "parameters" ? [] : [operation])),
  );
}
