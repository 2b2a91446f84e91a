// What every example register has in common: an address, a key check, problem details (RFC 9457), and controls for tests.
// Knows nothing of what a register holds, and nothing of Formwork: these stand for other organisations' systems.
import { createHash, timingSafeEqual } from "node:crypto";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";

/** How a register is started, by arguments and environment or by a test. */
export interface RegisterOptions {
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The bearer key that every call must carry. */
  readonly key: string;
  /** Opens POST /control, with which tests take the register down, slow it, and bring it back. Never open in real use. */
  readonly control?: boolean;
}

/** A register that answers. */
export interface RunningRegister {
  /** "http://127.0.0.1:4403" */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * How the register behaves: up as usual; down drops every connection without a word; slow waits first; error answers
 * 500; garbage answers something that is not what its interface promises.
 */
export type Behaviour = "up" | "down" | "slow" | "error" | "garbage";

/** An answer in problem details form. `type` is left out: the title says it. */
export function problem(reply: FastifyReply, status: number, title: string, detail: string): FastifyReply {
  return reply.code(status).type("application/problem+json").send({ title, status, detail });
}

/** A Fastify server with the habits of a register; routes are added by the caller before it listens. */
export function createRegister(
  options: RegisterOptions,
  isOpen: (path: string) => boolean = () => false,
): FastifyInstance {
  const app = Fastify({ bodyLimit: 64 * 1024, forceCloseConnections: true });
  let behaviour: { state: Behaviour; milliseconds: number } = { state: "up", milliseconds: 0 };

  app.addHook("onRequest", async (request, reply) => {
    const path = request.url.split("?")[0] ?? "";
    if (path === "/health" || path === "/control") return;
    if (behaviour.state === "down") {
      request.raw.socket.destroy();
      return reply.hijack();
    }
    if (behaviour.state === "slow") await new Promise((done) => setTimeout(done, behaviour.milliseconds));
    if (behaviour.state === "error")
      return problem(reply, 500, "Something went wrong", "The register is told to fail.");
    if (behaviour.state === "garbage") return reply.type("text/html").send("<h1>Maintenance page</h1>");
    if (!isOpen(path) && !hasKey(request, options.key)) {
      return problem(reply, 401, "No access", "Send the key you were given as Authorization: Bearer <key>.");
    }
  });
  app.setNotFoundHandler((request, reply) =>
    problem(reply, 404, "Nothing here", `There is nothing at ${request.url}.`),
  );
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) console.error(error);
    return problem(reply, status, "This request cannot be answered", status < 500 ? error.message : "Try again later.");
  });
  app.get("/health", async () => ({ status: "up" }));
  if (options.control) {
    app.post<{ Body: { state: Behaviour; milliseconds?: number } }>(
      "/control",
      { schema: { body: controlBody } },
      async (request) => {
        behaviour = { state: request.body.state, milliseconds: request.body.milliseconds ?? 5000 };
        return behaviour;
      },
    );
  }
  return app;
}

const controlBody = {
  type: "object",
  required: ["state"],
  properties: {
    state: { enum: ["up", "down", "slow", "error", "garbage"] },
    milliseconds: { type: "integer", minimum: 0, maximum: 60_000 },
  },
};

function hasKey(request: FastifyRequest, key: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(request.headers.authorization ?? ""), digest(`Bearer ${key}`));
}

/** Starts listening; the address it gives names the port that was really taken. */
export async function listen(
  app: FastifyInstance,
  options: Pick<RegisterOptions, "host" | "port">,
): Promise<RunningRegister> {
  const address = await app.listen({ host: options.host ?? "127.0.0.1", port: options.port });
  return { address, close: () => app.close() };
}

/** What the command line of every example server understands. */
export interface RegisterArguments {
  readonly port: number;
  readonly host: string;
  readonly control: boolean;
  /** Folder or file for what the server keeps, or for the data it holds. */
  readonly data?: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** Reads `--port 4403 [--host …] [--data …] [--control]` and the further settings a server names (each `--name value`). */
export function readRegisterArguments(port: number, settings: readonly string[] = []): RegisterArguments {
  const more = Object.fromEntries(settings.map((name) => [name, { type: "string" as const }]));
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: String(port) },
      host: { type: "string", default: "127.0.0.1" },
      data: { type: "string" },
      control: { type: "boolean", default: false },
      ...more,
    },
  });
  const given: Readonly<Record<string, unknown>> = values;
  const text = (name: string) => (typeof given[name] === "string" ? given[name] : undefined);
  const data = text("data");
  return {
    port: Number(text("port")),
    host: text("host") ?? "127.0.0.1",
    control: values.control,
    ...(data === undefined ? {} : { data }),
    settings: Object.fromEntries(
      settings.flatMap((name) => (text(name) === undefined ? [] : [[name, text(name) ?? ""]])),
    ),
  };
}

/** A secret from the environment; without it the process ends and says what to set. */
export function readSecret(name: string): string {
  const value = process.env[name];
  if (value) return value;
  console.error(
    `${name} is not set. Set it to the secret that this server and its callers share, for example:\n  ${name}=$(openssl rand -base64 32)`,
  );
  process.exit(2);
}

/** Whether this module is the program that was started, rather than imported by another. */
export function isStartedDirectly(moduleAddress: string): boolean {
  return process.argv[1] === fileURLToPath(moduleAddress);
}

/** Runs one server until it is asked to stop, saying where it stands; a taken port is explained in words. */
export async function runUntilStopped(name: string, start: () => Promise<RunningRegister>): Promise<void> {
  try {
    const running = await start();
    console.log(`${name} ready on ${running.address}`);
    const stop = () => void running.close().then(() => process.exit(0));
    process.once("SIGTERM", stop);
    process.once("SIGINT", stop);
  } catch (error) {
    const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    console.error(
      taken ? `${name}: the port is taken. Stop the other program or give another port with --port.` : error,
    );
    process.exit(1);
  }
}
