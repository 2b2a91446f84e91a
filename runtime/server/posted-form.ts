// Reads a posted form, plain or with files, within limits, and trusts nothing in it. What the fields mean is the journey's.

import { rm } from "node:fs/promises";
import path from "node:path";
import type {} from "@fastify/multipart";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { FileAnswer } from "#contract/facts.ts";
import type { PostedFields, PostedValue } from "#journey/shapes.ts";
import { isSameText } from "./cookies.ts";
import { cleanName, keepFile } from "./files.ts";
import { Refusal } from "./refusal.ts";

/** No honest form of ours comes near these. */
export const formLimits = { fields: 500, nameLength: 200, fieldBytes: 100_000, bodyBytes: 512_000, files: 20 } as const;

/** What a file control takes: endings without dots, and bytes of one file. */
export interface UploadRule {
  readonly accepted: readonly string[];
  readonly maxBytes: number;
}

export interface PostedForm {
  /** Everything but the host's own fields; of those only the pressed button, `_do`. */
  readonly fields: PostedFields;
  /** The host's own fields, whose names begin with "_": buttons and the token. */
  readonly host: Readonly<Record<string, string>>;
  readonly files: readonly FileAnswer[];
}

/** Where a form may come from and what it may bring. */
export interface FormRules {
  /** This site's origin. */
  readonly origin: string;
  /** The token that the form was given. */
  readonly token: string;
  readonly filesFolder: string;
  /** The rule of a file control of the page; undefined: the page has no such control. */
  readonly uploadRule?: (control: string) => UploadRule | undefined;
}

/** Reads the form of this request. Throws a Refusal when it comes from elsewhere, has no token, or is too big. */
export async function readForm(request: FastifyRequest, rules: FormRules): Promise<PostedForm> {
  checkOrigin(request, rules.origin);
  const form = request.isMultipart() ? await readParts(request, rules) : readFields(request.body);
  if (!isSameText(form.host["_csrf"] ?? "", rules.token)) {
    await dropFiles(rules.filesFolder, form.files);
    throw new Refusal("form-too-old", undefined, request.url.split("?")[0]);
  }
  return form;
}

/** Deletes files that came with a form that was refused. */
export async function dropFiles(folder: string, files: readonly FileAnswer[]): Promise<void> {
  for (const { id } of files) await rm(path.join(folder, id), { force: true });
}

/** A form of another site is refused before its body is looked at. Old browsers send no Origin; the token still stands. */
function checkOrigin(request: FastifyRequest, origin: string): void {
  const from = request.headers.origin;
  const site = request.headers["sec-fetch-site"];
  const foreign = (from !== undefined && from !== origin) || site === "cross-site" || site === "same-site";
  if (foreign) throw new Refusal("form-too-old", undefined, request.url.split("?")[0]);
}

function readFields(body: unknown): PostedForm {
  if (!(body instanceof URLSearchParams)) throw new Refusal("wrong-kind");
  const collected = new Collected();
  for (const [name, value] of body) collected.add(name, value);
  return collected.form();
}

/** The fields of a form that came as one flat JSON object; undefined for anything else. */
export function fieldsInJson(body: string): URLSearchParams | undefined {
  const fields = new URLSearchParams();
  let read: unknown;
  try {
    read = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof read !== "object" || read === null || Array.isArray(read)) return undefined;
  for (const [name, value] of Object.entries(read))
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one !== "string") return undefined;
      fields.append(name, one);
    }
  return fields;
}

async function readParts(request: FastifyRequest, rules: FormRules): Promise<PostedForm> {
  const collected = new Collected();
  try {
    for await (const part of request.parts()) {
      if (part.type === "field") {
        if (part.fieldnameTruncated || part.valueTruncated) throw new Refusal("too-big");
        collected.add(part.fieldname, String(part.value ?? ""));
        continue;
      }
      const rule = rules.uploadRule?.(part.fieldname);
      if (!rule || part.filename === "" || part.filename === undefined) {
        const empty = await isEmpty(part.file);
        if (!rule && !empty) collected.add(part.fieldname, part.filename ?? "");
        continue;
      }
      const kept = await keepFile(rules.filesFolder, part.filename, part.file, rule);
      if ("file" in kept) collected.addFile(part.fieldname, kept.file);
      else collected.addValue(part.fieldname, { refused: kept.refused, name: cleanName(part.filename) });
    }
  } catch (error) {
    await dropFiles(rules.filesFolder, collected.form().files);
    throw error;
  }
  return collected.form();
}

async function isEmpty(bytes: AsyncIterable<Buffer>): Promise<boolean> {
  let size = 0;
  for await (const chunk of bytes) size += chunk.length;
  return size === 0;
}

/** Gathers fields in order, counting as it goes. */
class Collected {
  readonly #fields = new Map<string, PostedValue[]>();
  readonly #host = new Map<string, string>();
  readonly #files: FileAnswer[] = [];
  #count = 0;

  add(name: string, value: string): void {
    if (value.length > formLimits.fieldBytes) throw new Refusal("too-big");
    if (name.startsWith("_")) this.#host.set(name, value);
    // "_do" names the button that was pressed, which the journey reads as well.
    if (!name.startsWith("_") || name === "_do") this.addValue(name, value);
  }

  addFile(name: string, file: FileAnswer): void {
    this.#files.push(file);
    this.addValue(name, file);
  }

  addValue(name: string, value: PostedValue): void {
    this.#count += 1;
    if (this.#count > formLimits.fields || name.length > formLimits.nameLength) throw new Refusal("too-big");
    this.#fields.set(name, [...(this.#fields.get(name) ?? []), value]);
  }

  form(): PostedForm {
    const fields = [...this.#fields].map(([name, values]) => [name, values.length === 1 ? values[0] : values] as const);
    return {
      fields: Object.fromEntries(
        fields.filter((entry): entry is readonly [string, PostedValue | PostedValue[]] => entry[1] !== undefined),
      ),
      host: Object.fromEntries(this.#host),
      files: this.#files,
    };
  }
}

/** Sends the browser on after a post, so that reloading does not post again. */
export function seeOther(reply: FastifyReply, to: string): FastifyReply {
  return reply.redirect(to, 303);
}
