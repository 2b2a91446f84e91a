// Emits openapi.json: the HTTP interface of one service as OpenAPI 3.1. The same addresses serve people and programs: who asks for JSON gets
// JSON, and a form may be sent as JSON too. The runtime is held to it by its tests.
import type { Service } from "#contract";
import { emitAnswersSchema } from "../json-schema/answers-schema.ts";
import type { Json, Schema } from "../json-schema/schema.ts";
import { answers, jsonOf, operation, parameter, seen, sent } from "./operations.ts";
import { pagesOf, type ServicePage } from "./pages.ts";
import { schemas } from "./schemas.ts";

/** The document of a service: the same for the same service, always. The address of the installation is not the compiler's to know: `/`. */
export function emitOpenApi(service: Service): Json {
  const language = service.languages[0]?.tag ?? "en";
  const title = service.title[language] ?? service.name;
  return {
    openapi: "3.1.0",
    info: {
      title,
      version: String(service.version.number),
      summary: `The HTTP interface of "${title}".`,
      description: service.about?.[language] ?? title,
    },
    servers: [{ url: "/", description: "The installation that serves it." }],
    tags: [
      { name: "form", description: "Filling in and sending an application." },
      { name: "applications", description: "What becomes of a sent application, for who sent it." },
      { name: "desk", description: "The work of the agency's officers." },
    ],
    paths: { ...formPaths(service, language), ...applicationPaths, ...deskPaths },
    components: {
      schemas: { ...schemas, Application: applicationSchema(service) },
      securitySchemes: {
        applicant: cookie("formwork-citizen", "The session of an applicant who has signed in."),
        officer: cookie("formwork-officer", "The session of an officer who has signed in."),
      },
    },
  };
}

function cookie(name: string, words: string): Json {
  return { type: "apiKey", in: "cookie", name, description: `${words} Over https its name begins with __Host-.` };
}

/** The schema of a sent application as it stands in the bundle; a part of this document has no address of its own. */
function applicationSchema(service: Service): Schema {
  const { $schema: _schema, $id: _id, ...rest } = emitAnswersSchema(service);
  return rest;
}

function formPaths(service: Service, language: string): Record<string, Json> {
  const base = `/${service.name}`;
  const start = operation("start", "Start or go on with an application", "form", {
    description:
      "Leads to the first page that is still open. Without signing in it leads there first, where the page needs it.",
    responses: answers({ ...seen("Next"), ...sent() }),
  });
  const check = {
    get: operation("check", "See what will be sent", "form", {
      responses: answers({ ...seen("CheckPage"), ...sent() }),
    }),
    post: operation("send", "Send the application", "form", {
      description: "Sent once for each draft: sending again answers with the same application.",
      requestBody: jsonOf(confirmations),
      responses: answers({ ...seen("Next"), ...sent(), ...seen("Problems", "422", "What needs another look.") }),
    }),
  };
  const pages = pagesOf(service).map((page) => [`${base}/${page.address}`, pageItem(page, language)]);
  return { [`${base}/apply`]: { get: start }, ...Object.fromEntries(pages), [`${base}/check`]: check };
}

/** Declarations and signatures of the check page. */
const confirmations: Schema = {
  type: "object",
  properties: { _csrf: { type: "string" }, _do: { type: "string" } },
  additionalProperties: { type: "string" },
};

function pageItem(page: ServicePage, language: string): Json {
  const id = page.address.replace(/[{}]/g, "").replace(/[/-](.)/g, (_, letter: string) => letter.toUpperCase());
  const words = page.title[language] ?? page.address;
  return {
    ...(page.items.length > 0 && { parameters: page.items.map((name) => parameter(name, "The id of the item.")) }),
    get: operation(`see-${id}`, `See: ${words}`, "form", {
      responses: answers({ ...seen(page.isList ? "ListPage" : "Page"), ...sent() }),
    }),
    post: operation(`save-${id}`, `Save: ${words}`, "form", {
      description:
        "What was right is kept even when something else on the page is not. Answers that the page does not ask change nothing.",
      requestBody: jsonOf(page.fields),
      responses: answers({
        ...seen("Next"),
        ...sent(),
        ...seen("Problems", "422", "What needs another look; the rest is saved."),
      }),
    }),
  };
}

const number = parameter("number", "The reference of the application.");

const applicationPaths: Record<string, Json> = {
  "/applications/{number}": {
    parameters: [number],
    get: operation("status", "See how an application stands", "applications", {
      security: "applicant",
      responses: answers({ ...seen("Status"), ...sent() }),
    }),
  },
  "/applications/{number}/rights/{right}": {
    parameters: [number, parameter("right", "The name of the right, as the status gives it: withdraw, appeal …")],
    post: operation("use-right", "Withdraw, appeal, or use another right", "applications", {
      security: "applicant",
      requestBody: jsonOf({
        type: "object",
        properties: { _csrf: { type: "string" }, text: { type: "string", description: "The reason." } },
        required: ["_csrf"],
        additionalProperties: { type: ["string", "array"] },
      }),
      responses: answers({ ...sent(), ...seen("Problems", "422", "What needs another look.") }),
    }),
  },
  "/applications/{number}/files/{id}": {
    parameters: [number, parameter("id", "The id of the file.")],
    get: operation("file", "Download a file that was sent", "applications", {
      security: "applicant",
      responses: answers({
        "200": {
          description: "The file.",
          content: { "*/*": { schema: { type: "string", contentEncoding: "binary" } } },
        },
        ...sent(),
      }),
    }),
  },
};

const deskCase = [number];
const task: Schema = {
  type: "object",
  properties: { _csrf: { type: "string" }, task: { type: "string", description: "The id of the task." } },
  required: ["_csrf"],
  additionalProperties: false,
};

const deskPaths: Record<string, Json> = {
  "/desk/work": {
    get: operation("tasks", "List the work of my roles", "desk", {
      security: "officer",
      parameters: [
        { name: "page", in: "query", required: false, schema: { type: "integer", minimum: 1 } },
        { name: "find", in: "query", required: false, schema: { type: "string", maxLength: 100 } },
        { name: "whose", in: "query", required: false, schema: { enum: ["mine-and-unclaimed", "mine", "everyone"] } },
      ],
      responses: answers({ ...seen("Work"), ...sent() }),
    }),
  },
  "/desk/cases/{number}": {
    parameters: deskCase,
    get: operation("case", "See a case as my roles may see it", "desk", {
      security: "officer",
      responses: answers({ ...seen("Case"), ...sent() }),
    }),
  },
  "/desk/cases/{number}/claim": {
    parameters: deskCase,
    post: operation("claim", "Claim a task", "desk", {
      security: "officer",
      requestBody: jsonOf(task),
      responses: answers(sent()),
    }),
  },
  "/desk/cases/{number}/release": {
    parameters: deskCase,
    post: operation("release", "Give a claimed task back", "desk", {
      security: "officer",
      requestBody: jsonOf(task),
      responses: answers(sent()),
    }),
  },
  "/desk/cases/{number}/decide": {
    parameters: deskCase,
    post: operation("act", "Choose an action of the task", "desk", {
      security: "officer",
      description:
        "Only who has claimed the task can choose, and only while it is open: when somebody else was faster the answer is 409 and nothing changes. The reason stands in the field text:<action>.",
      requestBody: jsonOf({
        type: "object",
        properties: { _csrf: { type: "string" }, task: { type: "string" }, action: { type: "string" } },
        required: ["_csrf"],
        additionalProperties: { type: ["string", "array"] },
      }),
      responses: answers({ ...sent(), ...seen("Problems", "422", "What needs another look.") }),
    }),
  },
  "/desk/cases/{number}/files/{id}": {
    parameters: [number, parameter("id", "The id of the file.")],
    get: operation("case-file", "Download a file of a case", "desk", {
      security: "officer",
      responses: answers({
        "200": {
          description: "The file.",
          content: { "*/*": { schema: { type: "string", contentEncoding: "binary" } } },
        },
        ...sent(),
      }),
    }),
  },
};
