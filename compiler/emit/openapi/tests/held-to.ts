// Holds what went over HTTP to openapi.json: address, method, kind and content of requests and answers. For tests of the runtime and of stories.
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";

/** One request and its answer. Texts are bodies as they travelled; of pages only that they are pages is looked at. */
export interface Exchange {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly sent?: { readonly type: string; readonly body: string };
  readonly status: number;
  readonly location?: string;
  readonly answer: { readonly type: string; readonly body?: string };
}

interface Media {
  readonly schema?: object;
}

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, Media>>; readonly headers?: object }>
  >;
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** What was held to the document, and what broke it. */
export interface Held {
  /** Operations that were met, with the status of the answer: "send 303". */
  readonly met: Set<string>;
  readonly breaches: string[];
  look(exchange: Exchange): void;
}

export function holdTo(document: Document, service: string): Held {
  const ajv = new Ajv2020({ strict: false, formats: { date: true, uri: true, email: true, time: true } });
  ajv.addSchema(document, "openapi");
  const met = new Set<string>();
  const breaches: string[] = [];
  const compiled = new Map<object, ValidateFunction>();
  const checkOf = (schema: object): ValidateFunction => {
    const whole = JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"openapi#/components'));
    const check = compiled.get(schema) ?? ajv.compile(whole);
    compiled.set(schema, check);
    return check;
  };
  const look = (exchange: Exchange): void => {
    const { method, path, status, answer, sent } = exchange;
    const where = `${method} ${path} ${status}`;
    const found = operationAt(document, method, path);
    if (!found) {
      // Pages for people only have no operation; whatever is sent to the form has one.
      if (method === "POST" && path.startsWith(`/${service}/`)) breaches.push(`${where}: no such operation`);
      return;
    }
    met.add(`${found.operationId} ${status}`);
    const response = found.responses[String(status)];
    if (!response) return void breaches.push(`${where}: ${found.operationId} has no such answer`);
    if (response.headers && exchange.location === undefined) breaches.push(`${where}: no Location`);
    const media = mediaFor(response.content, answer.type);
    if (response.content && !media) breaches.push(`${where}: ${answer.type} is not among its answers`);
    if (media?.schema && /json/.test(answer.type) && answer.body !== undefined)
      breaches.push(
        ...wrong(checkOf(media.schema), JSON.parse(answer.body)).map((words) => `${where}: answer ${words}`),
      );
    if (!sent) return;
    const form = mediaFor(found.requestBody?.content, sent.type);
    if (!form) return void breaches.push(`${where}: ${sent.type} is not taken`);
    // A form that was refused as forged or unknown is not what the document asks for, and was told so.
    if (status < 400 && form.schema)
      breaches.push(...wrong(checkOf(form.schema), fieldsOf(sent)).map((words) => `${where}: form ${words}`));
  };
  return { met, breaches, look };
}

function operationAt({ paths }: Document, method: string, path: string): Operation | undefined {
  const fits = Object.entries(paths).filter(([template]) =>
    new RegExp(`^${template.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{[^}]+\}/g, "[^/]+")}$`).test(path),
  );
  // An address that is written out goes before one with a parameter.
  const [, item] = fits.sort(([one], [other]) => one.split("{").length - other.split("{").length)[0] ?? [];
  return item?.[method.toLowerCase()];
}

function mediaFor(content: Readonly<Record<string, Media>> | undefined, type: string): Media | undefined {
  return content?.[type.split(";")[0]?.trim() ?? ""] ?? content?.["*/*"];
}

function wrong(check: ValidateFunction, value: unknown): string[] {
  if (check(value)) return [];
  return (check.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/** The fields of a form by name; a file is what it is called. */
function fieldsOf({ type, body }: { readonly type: string; readonly body: string }): Record<string, unknown> {
  if (type.startsWith("application/json")) return JSON.parse(body);
  const pairs = type.startsWith("multipart/") ? partsOf(body) : [...new URLSearchParams(body)];
  const fields: Record<string, unknown> = {};
  for (const [name, value] of pairs) {
    const before = fields[name];
    fields[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return fields;
}

function partsOf(body: string): [string, string][] {
  const found = body.matchAll(
    /Content-Disposition: form-data; name="([^"]*)"(?:; filename="([^"]*)")?\r\n([\s\S]*?)\r\n--/gi,
  );
  return [...found].map(([, name = "", file, rest = ""]) => [
    name,
    file ?? rest.split("\r\n\r\n").at(-1)?.replace(/^\r\n/, "") ?? "",
  ]);
}
