// One HTTP call to another system, held to limits: time, size, JSON only, no redirects. Repeats only what is safe to repeat.
// Everything that goes wrong is Unavailable with a reason for operators; nothing that was sent or received is in it.
import { setTimeout as wait } from "node:timers/promises";
import type { Endpoint } from "./bindings.ts";

/** The other system did not give an answer that can be used. */
export class Unavailable extends Error {
  override readonly name = "Unavailable";
}

/** One request below the endpoint's address. */
export interface Call {
  readonly method: "GET" | "POST";
  /** "/vehicles/AB12CDE", already encoded. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** POST only: the other system does nothing twice (idempotency key), so it may be repeated as well. */
  readonly repeatable?: boolean;
}

/** What came back: status 2xx with JSON, or a 404, or a refusal (other 4xx). */
export interface Reply {
  readonly status: number;
  readonly json: unknown;
}

/** A register's answer about one thing is small; more than this is a mistake or an attack. */
const mostBytes = 256 * 1024;
const pauses = [50, 200];

/** Makes the call. Resolves for 2xx and 4xx; throws Unavailable for everything else, after repeating what may be repeated. */
export async function call(endpoint: Endpoint, { repeatable = false, ...request }: Call): Promise<Reply> {
  const deadline = AbortSignal.timeout(endpoint.timeout);
  const mayRepeat = request.method === "GET" || repeatable;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await callOnce(endpoint, request, deadline);
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      const pause = pauses[attempt];
      if (!mayRepeat || pause === undefined || deadline.aborted) throw error;
      await wait(pause);
    }
  }
}

async function callOnce(endpoint: Endpoint, request: Call, deadline: AbortSignal): Promise<Reply> {
  const response = await send(endpoint, request, deadline);
  if (response.status >= 500 || response.status === 429 || response.status < 200 || response.status >= 600) {
    await response.body?.cancel();
    throw new Unavailable(`answered with status ${response.status}`);
  }
  if (response.status >= 400) {
    await response.body?.cancel();
    return { status: response.status, json: undefined };
  }
  return { status: response.status, json: parseJson(response, await readCapped(response, deadline)) };
}

async function send(
  endpoint: Endpoint,
  { method, path, body, headers }: Call,
  deadline: AbortSignal,
): Promise<Response> {
  try {
    return await fetch(`${endpoint.address}${path}`, {
      method,
      redirect: "error",
      signal: deadline,
      headers: {
        accept: "application/json",
        ...(endpoint.key === undefined ? {} : { authorization: `Bearer ${endpoint.key}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    throw new Unavailable(deadline.aborted ? `did not answer within ${endpoint.timeout} ms` : reasonOf(error));
  }
}

async function readCapped(response: Response, deadline: AbortSignal): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > mostBytes) throw new Unavailable(`answered with more than ${mostBytes / 1024} kB`);
      text += decoder.decode(chunk, { stream: true });
    }
  } catch (error) {
    if (error instanceof Unavailable) throw error;
    throw new Unavailable(
      deadline.aborted ? "stopped in the middle of its answer until the time was up" : reasonOf(error),
    );
  }
  return text + decoder.decode();
}

function parseJson(response: Response, text: string): unknown {
  const type = response.headers.get("content-type") ?? "";
  if (!/^application\/([\w.-]+\+)?json\b/i.test(type))
    throw new Unavailable(`answered with ${type || "no type"} instead of JSON`);
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the answer, which may hold personal data: only the fact goes on.
    throw new Unavailable("answered with text that is not JSON");
  }
}

/** The system's own code ("ECONNREFUSED"), which names no person and no key. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && "code" in cause) return `could not be reached (${String(cause.code)})`;
  return "could not be reached";
}
