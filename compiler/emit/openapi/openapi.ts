// Emits openapi.json: the HTTP interface of one service as OpenAPI 3.1. The same addresses serve people and programs: who asks for JSON gets
// JSON, and a form may be sent as JSON too. The runtime is held to it by its tests.
import type { Service } from "#contract";
import { emitAnswersSchema } from "../json-schema/answers-schema.ts";
import type { Json, Schema } from "../json-schema/schema.ts";
import { answers, jsonOf, operation, parameter, seen, sent } from "./operations.ts";
import { pagesOf, type ServicePage, whoAppliesPages } from "./pages.ts";
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
  const pages = [...whoAppliesPages(service), ...pagesOf(service)].map((page) => [
    `${base}/${page.address}`,
    pageItem(page, language),
  ]);
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
const right = parameter("right", "The name of the right, as the status gives it: withdraw, appeal …");

/** A form whose other fields depend on the case: the questions of an action, or of a right. */
const openForm: Schema = {
  type: "object",
  properties: { _csrf: { type: "string" } },
  required: ["_csrf"],
  additionalProperties: { type: ["string", "array"] },
};

const task: Schema = {
  type: "object",
  properties: { _csrf: { type: "string" }, task: { type: "string", description: "The id of the task." } },
  required: ["_csrf"],
  additionalProperties: false,
};

type Who = "applicant" | "officer";
const tags = { applicant: "applications", officer: "desk" } as const;

/** Something that is shown. */
function show(who: Who, id: string, summary: string, schema: string, parameters?: Json): Json {
  const responses = answers({ ...seen(schema), ...sent() });
  return operation(id, summary, tags[who], { security: who, ...(parameters && { parameters }), responses });
}

/** Something that is done by sending a form. */
function act(who: Who, id: string, summary: string, form: Schema, description?: string): Json {
  return operation(id, summary, tags[who], {
    security: who,
    ...(description && { description }),
    requestBody: jsonOf(form),
    responses: answers({ ...sent(), ...seen("Problems", "422", "What needs another look.") }),
  });
}

/** A file that can be downloaded. */
function download(who: Who, id: string, summary: string): Json {
  const bytes: Json = {
    description: "The file.",
    content: { "*/*": { schema: { type: "string", contentEncoding: "binary" } } },
  };
  return {
    parameters: [number, parameter("id", "The id of the file.")],
    get: operation(id, summary, tags[who], { security: who, responses: answers({ "200": bytes, ...sent() }) }),
  };
}

const applicationPaths: Record<string, Json> = {
  "/applications/{number}": {
    parameters: [number],
    get: show("applicant", "status", "See how an application stands", "Status"),
  },
  "/applications/{number}/answer": {
    parameters: [number],
    post: act(
      "applicant",
      "answer",
      "Answer an officer's question",
      openForm,
      "The answer in text; a document in file.",
    ),
  },
  "/applications/{number}/rights/{right}": {
    parameters: [number, right],
    post: act("applicant", "use-right", "Withdraw, appeal, or use another right", openForm, "The reason in text."),
  },
  "/applications/{number}/files/{id}": download("applicant", "file", "Download a file that was sent"),
};

const filters: Json = [
  { name: "page", in: "query", required: false, schema: { type: "integer", minimum: 1 } },
  { name: "find", in: "query", required: false, schema: { type: "string", maxLength: 100 } },
  { name: "whose", in: "query", required: false, schema: { enum: ["mine-and-unclaimed", "mine", "everyone"] } },
];

const onlyOnce =
  "Only who has claimed the task can choose, and only while it is open: when somebody else was faster the answer is 409 and nothing changes. The task in task, the action in action, the reason in text:<action>.";

const deskPaths: Record<string, Json> = {
  "/desk/work": { get: show("officer", "tasks", "List the work of my roles", "Work", filters) },
  "/desk/cases/{number}": {
    parameters: [number],
    get: show("officer", "case", "See a case as my roles may see it", "Case"),
  },
  "/desk/cases/{number}/claim": { parameters: [number], post: act("officer", "claim", "Claim a task", task) },
  "/desk/cases/{number}/release": {
    parameters: [number],
    post: act("officer", "release", "Give a claimed task back", task),
  },
  "/desk/cases/{number}/decide": {
    parameters: [number],
    post: act("officer", "act", "Choose an action of the task", openForm, onlyOnce),
  },
  "/desk/cases/{number}/files/{id}": download("officer", "case-file", "Download a file of a case"),
};
