// Structured logs, one JSON line each. What is logged never holds names, answers or addresses of people.
import type { FastifyBaseLogger } from "fastify";

/** What Fastify and we log with. */
export type Log = FastifyBaseLogger;

type Fields = Readonly<Record<string, unknown>>;

const levels = ["trace", "debug", "info", "warn", "error", "fatal"] as const;

/** A log to standard output, or to a function that takes each line. Begins at "info". */
export function createLog(write: (line: string) => void = writeOut, bound: Fields = {}): Log {
  const writerOf = (level: (typeof levels)[number]) => (first: unknown, second?: unknown) => {
    const [fields, message] = typeof first === "string" ? [{}, first] : [readFields(first), second];
    write(
      `${JSON.stringify({ level, time: new Date().toISOString(), ...bound, ...fields, ...(message === undefined ? {} : { message }) })}\n`,
    );
  };
  return {
    level: "info",
    trace: silent,
    debug: silent,
    info: writerOf("info"),
    warn: writerOf("warn"),
    error: writerOf("error"),
    fatal: writerOf("fatal"),
    silent,
    child: (fields: unknown) => createLog(write, { ...bound, ...withoutRequest(readFields(fields)) }),
  };
}

function silent(): void {
  // Below the level that is written.
}

function writeOut(line: string): void {
  process.stdout.write(line);
}

function readFields(first: unknown): Fields {
  if (first instanceof Error) return { error: first.message, stack: first.stack };
  return first instanceof Object ? { ...first } : { value: String(first) };
}

/** Fastify binds its request ("reqId") and objects of it; only the id is for the log. */
function withoutRequest({ reqId }: Fields): Fields {
  return reqId === undefined ? {} : { reference: reqId };
}
