// What the interface answers with, as schemas: problem details (RFC 9457), pages of the form, how an application stands, an officer's work.
import type { Json, Schema } from "../json-schema/schema.ts";

const text: Schema = { type: "string" };
const day: Schema = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };
const token: Schema = { type: "string", description: "Goes back with the next form, as _csrf." };

function record(properties: Record<string, Json>, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: "object", properties, required, additionalProperties: false };
}

function list(items: Json): Schema {
  return { type: "array", items };
}

const question = record(
  {
    path: { type: "string", description: "Where the answer stands in the application; items of a list by their id." },
    control: {
      type: "string",
      description:
        "The name of the field in the form. Parts of an answer stand behind a colon: of a date :day, :month and :year.",
    },
    label: text,
    hint: text,
    type: { type: "string", description: "The type of the answer, as in service.json." },
    asked: { type: "boolean" },
    required: { type: "boolean" },
    locked: { type: "boolean", description: "Filled in from a source, and not to be changed here." },
    value: { description: "The answer; absent while there is none." },
    options: list(record({ value: text, label: text })),
    problem: text,
  },
  ["hint", "value", "problem"],
);

/** By name. */
export const schemas: Readonly<Record<string, Schema>> = {
  Problem: record({
    type: { type: "string", format: "uri" },
    title: text,
    status: { type: "integer", minimum: 400, maximum: 599 },
    detail: text,
    instance: { type: "string", description: "Give this number when you write about it." },
  }),
  Problems: record(
    {
      problems: list(
        record(
          {
            path: text,
            control: text,
            message: { type: "string", description: "What is wrong and what to do, in the applicant's language." },
            address: text,
          },
          ["address"],
        ),
      ),
      savedAt: text,
    },
    ["savedAt"],
  ),
  Next: record({ next: { type: "string", description: "The address to go on with." }, savedAt: text, token }, [
    "savedAt",
    "token",
  ]),
  Page: record({ address: text, title: text, questions: list(question), done: { type: "boolean" }, token }),
  ListPage: record({
    address: text,
    title: text,
    items: list(record({ id: text, title: text, address: text, complete: { type: "boolean" } })),
    fixed: { type: "boolean", description: "A source says which items there are." },
    token,
  }),
  CheckPage: record({
    groups: list(record({ title: text, rows: list(record({ path: text, label: text, lines: list(text) })) })),
    confirmations: list(record({ control: text, statement: text })),
    token,
  }),
  Status: record(
    {
      number: text,
      service: text,
      version: { type: "integer" },
      title: text,
      turn: { enum: ["yours", "ours", "late", "decided"] },
      status: text,
      sentOn: day,
      promisedOn: day,
      decidedOn: day,
      refusalReason: text,
      question: text,
      payment: record(
        { amount: { type: "integer", description: "In the smallest coin." }, currency: text, payAt: text },
        ["payAt"],
      ),
      licence: text,
      rights: list(record({ name: text, label: text, address: text, until: day }, ["until"])),
      steps: list(record({ state: { enum: ["gone", "now", "todo"] }, title: text, when: text }, ["when"])),
      files: list(record({ id: text, name: text, address: text })),
      application: { anyOf: [{ $ref: "#/components/schemas/Application" }, { type: "null" }] },
      token,
    },
    ["promisedOn", "decidedOn", "refusalReason", "question", "payment", "licence"],
  ),
  Work: record({
    items: list(
      record(
        {
          number: text,
          taskId: text,
          applicant: text,
          service: text,
          stage: text,
          due: text,
          claimedBy: text,
          isMine: { type: "boolean" },
          urgent: { type: "boolean" },
        },
        ["claimedBy", "urgent"],
      ),
    ),
    page: { type: "integer" },
    pages: { type: "integer" },
    matching: { type: "integer" },
    token,
  }),
  Case: record(
    {
      number: text,
      title: text,
      version: { type: "integer" },
      status: text,
      task: text,
      canClaim: { type: "boolean" },
      canRelease: { type: "boolean" },
      facts: list(record({ title: text, rows: list(record({ label: text, lines: list(text) })) })),
      actions: list(record({ name: text, label: text, withReason: { type: "boolean" } })),
      notOpen: list(record({ what: text, why: text })),
      history: list(record({ title: text, detail: text, when: text }, ["detail"])),
      token,
    },
    ["task"],
  ),
};
