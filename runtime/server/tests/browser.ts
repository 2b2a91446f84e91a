// A browser without scripts, for tests: keeps cookies, follows nothing by itself, posts forms with the token of the page it saw.
import type { TestServer } from "./installation.ts";

export interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly text: string;
  readonly headers: Headers;
}

/** By name, or pairs where a name comes more than once. */
export type Fields = Readonly<Record<string, string>> | readonly (readonly [string, string])[];

/** One person at one browser. */
export class TestBrowser {
  readonly #server: TestServer;
  readonly #cookies = new Map<string, string>();
  #token = "";

  constructor(server: TestServer, cookie?: string) {
    this.#server = server;
    if (cookie) this.#keep(cookie);
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#send(path, { headers });
  }

  /** Posts a form with the token of the page seen last. */
  async post(path: string, fields: Fields, headers: Record<string, string> = {}): Promise<Answer> {
    const pairs = Array.isArray(fields) ? fields : Object.entries(fields);
    const body = new URLSearchParams(pairs.map(([name, value]) => [name, value]));
    if (!body.has("_csrf")) body.set("_csrf", this.#token);
    return this.#send(path, { method: "POST", headers, body });
  }

  /** Posts a form with a file, as browsers do when a page has a file control. */
  async upload(
    path: string,
    fields: Record<string, string>,
    control: string,
    name: string,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<Answer> {
    const body = new FormData();
    body.set("_csrf", this.#token);
    for (const [key, value] of Object.entries(fields)) body.set(key, value);
    body.set(control, new File([bytes], name));
    return this.#send(path, { method: "POST", body });
  }

  /** Opens a page and posts its form. */
  async fill(path: string, fields: Fields): Promise<Answer> {
    await this.get(path);
    return this.post(path, fields);
  }

  async #send(
    path: string,
    { headers = {}, ...init }: RequestInit & { headers?: Record<string, string> },
  ): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(this.#server.address + path, {
      ...init,
      redirect: "manual",
      headers: { accept: "text/html", cookie, ...headers },
    });
    for (const set of response.headers.getSetCookie()) this.#keep(set);
    const text = await response.text();
    this.#token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? this.#token;
    return {
      status: response.status,
      location: response.headers.get("location") ?? undefined,
      text,
      headers: response.headers,
    };
  }

  #keep(set: string): void {
    const [name = "", value = ""] = set.split(";")[0]?.split("=") ?? [];
    this.#cookies.set(name.trim(), value);
  }
}

/** The first bytes of a real PDF. */
export const pdf = new TextEncoder().encode("%PDF-1.7\n1 0 obj\n");

/** Fills the example's form up to the check page. `keeper` "no" sends it to an officer. */
export async function fillForm(browser: TestBrowser, keeper: "yes" | "no"): Promise<void> {
  const base = "/resident-parking-permit";
  await browser.fill(`${base}/eligibility/zone`, { zone: "zone-a" });
  await browser.fill(`${base}/eligibility/main-home`, { mainHome: "yes" });
  await browser.fill(`${base}/filled-in-by`, { filledInBy: "applicant" });
  const pages: readonly (readonly [string, Record<string, string>])[] = [
    ["about-you/phone", { phone: "01632 960018" }],
    ["about-you/blue-badge", { blueBadge: "no" }],
    ["your-vehicle/registration", { registration: "EK68 RWT" }],
    ["your-vehicle/vehicle-details", { fuel: "petrol" }],
    ["your-vehicle/keeper", { keeper }],
    ["your-vehicle/permits-held", { permitsHeld: "0" }],
  ];
  await browser.get(`${base}/about-you/home-address`);
  await browser.post(`${base}/about-you/home-address`, {});
  for (const [page, fields] of pages) await browser.fill(`${base}/${page}`, fields);
  if (keeper === "yes") return;
  await browser.get(`${base}/your-vehicle/keeper-letter`);
  await browser.upload(`${base}/your-vehicle/keeper-letter`, {}, "keeperLetter", "letter.pdf", pdf);
}

/** Sends a filled form and gives the case's number. */
export async function sendForm(browser: TestBrowser): Promise<string> {
  const sent = await browser.fill("/resident-parking-permit/check", { answersTrue: "yes" });
  const number = /^\/applications\/([A-Z0-9-]+)\/sent$/.exec(sent.location ?? "")?.[1];
  if (!number)
    throw new Error(
      `The form was not sent: ${sent.status} ${sent.location} ${/<h2[^>]*>.*?<\/h2>/s.exec(sent.text)?.[0] ?? ""}`,
    );
  return number;
}
