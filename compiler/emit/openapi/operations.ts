// The pieces that every operation of the interface is made of: media types, answers, problem details.
import type { Json, Schema } from "../json-schema/schema.ts";

type Answers = Readonly<Record<string, Json>>;

const problem = (description: string): Json => ({
  description,
  content: {
    "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
    "text/html": { schema: { type: "string" } },
  },
});

/** What can be in the way of any request. */
const inTheWay: Answers = {
  "400": problem("The address or the form has something in it that is not known here. Nothing was changed."),
  "401": problem("Sign in first."),
  "403": problem("The token of the form is missing or too old, or the account does not have the role."),
  "404": problem("There is nothing at this address, or it belongs to somebody else."),
  "405": problem("The address cannot be used in this way."),
  "409": problem("It is not possible now, or somebody else was faster. Nothing was changed."),
  "413": problem("What was sent is too big."),
  "415": problem("What was sent is of another kind than is taken here."),
  "429": problem("Too many requests: try again later."),
  "500": problem("Something went wrong here. Nothing was changed."),
  "503": problem("The service is not available at the moment."),
};

/** The answers of an operation, those that are in the way of any request among them. */
export function answers(own: Answers): Json {
  return Object.fromEntries(Object.entries({ ...inTheWay, ...own }).sort(([one], [other]) => one.localeCompare(other)));
}

/** An answer that is shown: JSON for programs, a page for people. */
export function seen(
  schema: string,
  status = "200",
  description = "As JSON for who asks for it, else as a page.",
): Answers {
  return {
    [status]: {
      description,
      content: {
        "application/json": { schema: { $ref: `#/components/schemas/${schema}` } },
        "text/html": { schema: { type: "string" } },
      },
    },
  };
}

/** Led on to another address, so that reloading sends nothing twice. */
export function sent(): Answers {
  return {
    "303": {
      description: "It is done, or something comes first: the way on is in Location.",
      headers: { Location: { required: true, schema: { type: "string" } } },
    },
  };
}

/** A form as a browser sends it, with files where it has any, or as one flat JSON object of texts. */
export function jsonOf(schema: Schema): Json {
  return {
    required: true,
    content: {
      "application/json": { schema },
      "application/x-www-form-urlencoded": { schema },
      "multipart/form-data": { schema },
    },
  };
}

export function parameter(name: string, description: string): Json {
  return { name, in: "path", required: true, description, schema: { type: "string", minLength: 1 } };
}

/** One operation. `security` names who must have signed in; without it some pages of the form are open to everybody. */
export function operation(
  operationId: string,
  summary: string,
  tag: "form" | "applications" | "desk",
  {
    security,
    ...more
  }: {
    readonly description?: string;
    readonly security?: "applicant" | "officer";
    readonly parameters?: Json;
    readonly requestBody?: Json;
    readonly responses: Json;
  },
): Json {
  const who: Json = security === undefined ? [{}, { applicant: [] }] : [{ [security]: [] }];
  return { operationId, summary, tags: [tag], ...more, security: who };
}
