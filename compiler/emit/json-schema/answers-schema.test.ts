// What answers.schema.json says: words, limits, conditions and repeats.
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import type { Field, Service, Step } from "#contract";
import { parking } from "../tests/parking.ts";
import { emitAnswersSchema } from "./answers-schema.ts";

function field(path: string[], more: Partial<Field> = {}): Field {
  const name = path.at(-1) ?? "";
  return { kind: "field", path, name, label: { en: name }, type: { kind: "text" }, optional: false, ...more };
}

function serviceWith(steps: Step[], rules: Service["rules"] = {}): Service {
  return {
    ...parking,
    eligibility: { title: {}, steps: [], requirements: [] },
    rules,
    sections: [{ name: "s", title: {}, steps }],
  };
}

function checkOf(service: Service): (data: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false, ownProperties: true, formats: { date: true } });
  return ajv.compile(JSON.parse(JSON.stringify(emitAnswersSchema(service))));
}

const adult: Service["rules"] = {
  "is adult": {
    gives: { kind: "yes-or-no" },
    reads: [],
    expression: {
      op: "at-least",
      left: { op: "fact", path: ["age"], item: "member" },
      right: { op: "literal", value: 18, type: { kind: "number" } },
    },
  },
};

const members: Step = {
  kind: "repeat",
  key: "members",
  name: "members",
  itemKey: "member",
  itemName: "member",
  title: { en: "Who lives with you?" },
  atLeast: 0,
  atMost: 2,
  steps: [
    { kind: "page", name: "age", parts: [field(["members", "age"], { type: { kind: "whole-number" } })] },
    {
      kind: "page",
      name: "pay",
      parts: [field(["members", "pay"], { type: { kind: "money" }, showWhen: "is adult" })],
    },
  ],
};

test("each item of a repeat has its id, its answers and its own conditions", () => {
  const check = checkOf(serviceWith([members], adult));
  expect(check({})).toBe(true);
  expect(
    check({
      members: [
        { id: "a", age: 12 },
        { id: "b", age: 40, pay: 100 },
      ],
    }),
  ).toBe(true);
  expect(check({ members: [{ id: "a", age: 40 }] })).toBe(false);
  expect(check({ members: [{ id: "a", age: 12, pay: 100 }] })).toBe(false);
  expect(check({ members: [{ age: 12 }] })).toBe(false);
  expect(
    check({
      members: [
        { id: "a", age: 1 },
        { id: "b", age: 1 },
        { id: "c", age: 1 },
      ],
    }),
  ).toBe(false);
});

test("a condition that cannot be said leaves the answer optional, and a note names its rule", () => {
  const rules: Service["rules"] = {
    "is late": {
      gives: { kind: "yes-or-no" },
      reads: [],
      expression: { op: "over", left: { op: "today" }, right: { op: "date-applied" } },
    },
  };
  const service = serviceWith([{ kind: "page", name: "p", showWhen: "is late", parts: [field(["why"])] }], rules);
  expect(emitAnswersSchema(service)).toMatchObject({
    required: [],
    properties: { why: { "x-asked-when": ["is late"] } },
  });
  expect(checkOf(service)({ why: "snow" })).toBe(true);
  expect(checkOf(service)({})).toBe(true);
});

test("required when: needed in that case, allowed in the others", () => {
  const rules: Service["rules"] = {
    "no phone": {
      gives: { kind: "yes-or-no" },
      reads: [],
      expression: {
        op: "is",
        left: { op: "fact", path: ["hasPhone"] },
        right: { op: "literal", value: false, type: { kind: "yes-or-no" } },
      },
    },
  };
  const parts = [
    field(["hasPhone"], { type: { kind: "yes-or-no" } }),
    field(["email"], { optional: true, requiredWhen: "no phone" }),
  ];
  const check = checkOf(serviceWith([{ kind: "page", name: "p", parts }], rules));
  expect(check({ hasPhone: true })).toBe(true);
  expect(check({ hasPhone: true, email: "a" })).toBe(true);
  expect(check({ hasPhone: false })).toBe(false);
  expect(check({ hasPhone: false, email: "a" })).toBe(true);
});

test("a choice on its own stands beside no other", () => {
  const lists = {
    extras: {
      options: [
        { value: "a", label: {} },
        { value: "b", label: {} },
        { value: "none", label: {}, onItsOwn: true },
      ],
    },
  };
  const extras = field(["extras"], { type: { kind: "any-of", list: "extras" } });
  const check = checkOf({ ...serviceWith([{ kind: "page", name: "p", parts: [extras] }]), lists });
  expect(check({ extras: ["a", "b"] })).toBe(true);
  expect(check({ extras: ["none"] })).toBe(true);
  expect(check({ extras: ["a", "none"] })).toBe(false);
  expect(check({ extras: ["a", "a"] })).toBe(false);
  expect(check({ extras: [] })).toBe(false);
});

test("several limits keep the narrowest, and a pattern fits the whole answer", () => {
  const musts = [{ rule: "1", atLeast: 1 }, { rule: "2", atLeast: 3, atMost: 9 }, { rule: "3" }];
  const size = field(["size"], { type: { kind: "whole-number" }, musts });
  const code = field(["code"], { type: { kind: "text", pattern: "[A-Z]+" }, musts: [{ rule: "4", pattern: "A.*|B" }] });
  const service = serviceWith([{ kind: "page", name: "p", parts: [size, code] }]);
  expect(emitAnswersSchema(service)).toMatchObject({
    properties: { size: { minimum: 3, maximum: 9, "x-must": ["3"] } },
  });
  const check = checkOf(service);
  expect(check({ size: 3, code: "AX" })).toBe(true);
  expect(check({ size: 3, code: "Ax" })).toBe(false);
  expect(check({ size: 3, code: "XB" })).toBe(false);
  expect(check({ size: 2, code: "B" })).toBe(false);
});

test("parking's schema names purpose, retention and who may see", () => {
  expect(emitAnswersSchema(parking)).toMatchObject({
    "x-purpose": "To decide who can park in a controlled zone",
    properties: {
      blueBadge: {
        "x-visible-to": ["parking-officer"],
        "x-sensitive": "health",
        "x-retention": "2 years after parking-permit ends",
      },
      keeperLetter: { "x-retention": "6 months after decision" },
      permitsHeld: { minimum: 0, maximum: 3, title: "How many permits does your home already have?" },
    },
    additionalProperties: false,
  });
});

test("parking's schema is a schema of JSON Schema 2020-12", () => {
  const ajv = new Ajv2020({ strict: false });
  expect(ajv.validateSchema(JSON.parse(JSON.stringify(emitAnswersSchema(parking)))), JSON.stringify(ajv.errors)).toBe(
    true,
  );
});
