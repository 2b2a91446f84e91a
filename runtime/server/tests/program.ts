// A program at the interface, for tests: it asks for JSON, and whatever it says and is told is held to the service's openapi.json.
import type { Held } from "../../../compiler/emit/openapi/tests/held-to.ts";

/** A program that speaks JSON: keeps its cookies and the token of the last answer, follows nothing by itself. */
export class Program {
  readonly #address: string;
  readonly #held: Held;
  #cookie: string;
  #token = "";

  /** `address` is the server's, `held` what everything that is said is held to. */
  constructor(address: string, held: Held, cookie: string) {
    this.#address = address;
    this.#held = held;
    this.#cookie = cookie;
  }

  async get(where: string): Promise<Said> {
    return this.#ask("GET", where);
  }

  async post(where: string, fields: Record<string, string | string[]>): Promise<Said> {
    return this.#ask("POST", where, JSON.stringify({ _csrf: this.#token, ...fields }));
  }

  /** Files travel as a browser sends them. */
  async upload(where: string, control: string, name: string, bytes: Uint8Array): Promise<Said> {
    const part = (head: string, content: string): string =>
      `--x\r\nContent-Disposition: form-data; name="${head}\r\n\r\n${content}\r\n`;
    const letter = `${control}"; filename="${name}"\r\nContent-Type: application/pdf`;
    const body = `${part('_csrf"', this.#token)}${part(letter, new TextDecoder().decode(bytes))}--x--\r\n`;
    return this.#ask("POST", where, body, "multipart/form-data; boundary=x");
  }

  async #ask(method: string, where: string, body?: string, sentAs = "application/json"): Promise<Said> {
    const response = await fetch(this.#address + where, {
      method,
      redirect: "manual",
      headers: {
        accept: "application/json",
        cookie: this.#cookie,
        ...(body !== undefined && { "content-type": sentAs }),
      },
      ...(body !== undefined && { body }),
    });
    for (const set of response.headers.getSetCookie()) this.#cookie = `${this.#cookie}; ${set.split(";")[0]}`;
    const type = response.headers.get("content-type") ?? "";
    const text = await response.text();
    const location = response.headers.get("location") ?? undefined;
    this.#held.look({
      method,
      path: where.split("?")[0] ?? where,
      ...(body !== undefined && { sent: { type: sentAs, body } }),
      status: response.status,
      ...(location !== undefined && { location }),
      answer: { type, body: text },
    });
    const json = /json/.test(type) ? JSON.parse(text) : undefined;
    this.#token = json?.token ?? this.#token;
    return { status: response.status, json, type, ...(location !== undefined && { location }) };
  }
}

/** What answers hold, as the document says: each has some of these. Of an answer that is no JSON there is nothing to read. */
export interface Read {
  readonly next: string;
  readonly title: string;
  readonly status: number;
  readonly turn: string;
  readonly address: string;
  readonly questions: readonly {
    readonly control: string;
    readonly label: string;
    readonly asked: boolean;
    readonly value?: unknown;
  }[];
  readonly groups: readonly unknown[];
  readonly confirmations: readonly { readonly control: string }[];
  readonly problems: readonly { readonly path: string; readonly control: string; readonly message: string }[];
  readonly rights: readonly { readonly name: string }[];
  readonly files: readonly { readonly name: string; readonly address: string }[];
  readonly items: readonly { readonly number: string; readonly taskId: string }[];
  readonly actions: readonly { readonly name: string }[];
}

/** What was answered. */
export interface Said {
  readonly status: number;
  readonly type: string;
  readonly location?: string;
  readonly json: Read;
}
