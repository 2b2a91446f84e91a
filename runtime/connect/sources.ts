// Asks a register one of the questions a service declares, and answers in the three words forms and cases know:
// present, absent, unavailable. Only the declared needs go out; only the declared gives are kept.
import type { Operation, Service } from "#contract";
import type { Answers, Fetched, Value } from "#contract/facts.ts";
import type { CallReport, OperationBinding, SourceBinding } from "./bindings.ts";
import { readGives } from "./gives.ts";
import { call, Unavailable } from "./http-call.ts";
import { type Mapping, prepareMapping } from "./mapping.ts";

/** One question to a register. */
export interface SourceCall {
  readonly service: Service;
  readonly source: string;
  readonly operation: string;
  /** By the keys of the operation's needs. */
  readonly using: Answers;
}

/** Asks registers. Never throws for what a register does: that is "unavailable", and the report says why. */
export type CallSource = (request: SourceCall) => Promise<Fetched>;

export interface SourceSurroundings {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly report?: (report: CallReport) => void;
  /**
   * The bundle's own ready-made check of an answer, by "source/operation" (validators.js). It comes on top of readGives:
   * what either refuses is not used.
   */
  readonly validateGives?: (service: Service, name: string) => ((record: unknown) => boolean) | undefined;
}

/** Ready to ask the registers that the deployment binds. Throws MappingProblem for a mapping that cannot be used. */
export function createSources(
  bindings: Readonly<Record<string, SourceBinding>>,
  around: SourceSurroundings,
): CallSource {
  const mappings = prepareMappings(bindings);
  return async (request) => {
    const { service, source, operation, using } = request;
    const started = around.now();
    const at = new Date(started).toISOString();
    const declared = service.sources[source]?.operations[operation];
    const binding = bindings[source]?.operations[operation];
    const mapping = mappings.get(`${source}/${operation}`);
    const endpoint = bindings[source];
    const finish = (found: Found): Fetched => {
      const { reason, ...kept } = found;
      const milliseconds = around.now() - started;
      around.report?.({
        to: `${source}/${operation}`,
        outcome: found.state,
        milliseconds,
        ...(reason ? { reason } : {}),
      });
      return { ...kept, source, operation, at, using: pickNeeds(declared, using) };
    };
    if (!declared) throw new RangeError(`The service ${service.name} declares no ${source}/${operation}.`);
    if (!endpoint || !binding || !mapping)
      return finish({ state: "unavailable", reason: "is not bound in the deployment file" });
    const isGiven = around.validateGives?.(service, `${source}/${operation}`) ?? (() => true);
    return finish(
      await ask({ service, declared, endpoint, binding, mapping, needs: pickNeeds(declared, using), isGiven }),
    );
  };
}

interface Found {
  readonly state: Fetched["state"];
  readonly record?: Answers;
  readonly reason?: string;
}

interface Question {
  readonly service: Service;
  readonly declared: Operation;
  readonly endpoint: SourceBinding;
  readonly binding: OperationBinding;
  readonly mapping: Mapping;
  readonly needs: Answers;
  readonly isGiven: (record: unknown) => boolean;
}

async function ask({ service, declared, endpoint, binding, mapping, needs, isGiven }: Question): Promise<Found> {
  const where = fillPath(binding.path, needs, declared);
  if (!where)
    return { state: "absent", reason: "was not asked: a value it needs is missing or cannot be in an address" };
  const rest = Object.entries(needs).filter(([key]) => !where.used.has(key));
  try {
    const { status, json } =
      binding.method === "GET"
        ? await call(endpoint, { method: "GET", path: withQuery(where.path, rest) })
        : await call(endpoint, { method: "POST", path: where.path, body: Object.fromEntries(rest) });
    if (status === 404) return { state: "absent" };
    if (status >= 400) return { state: "unavailable", reason: `refused with status ${status}` };
    const record = readGives(service, declared.gives, await map(mapping, json));
    return record && isGiven(record)
      ? { state: "present", record }
      : { state: "unavailable", reason: "answered something other than it promises" };
  } catch (error) {
    if (error instanceof Unavailable) return { state: "unavailable", reason: error.message };
    throw error;
  }
}

/** JSONata throws plain objects for whatever a stranger's JSON brings on; all of it means "not usable". */
async function map(mapping: Mapping, json: unknown): Promise<unknown> {
  try {
    return await mapping(json);
  } catch (error) {
    const code = error instanceof Object && "code" in error ? ` (${String(error.code)})` : "";
    throw new Unavailable(`answered something the mapping cannot read${code}`);
  }
}

function prepareMappings(bindings: Readonly<Record<string, SourceBinding>>): ReadonlyMap<string, Mapping> {
  const all = Object.entries(bindings).flatMap(([source, { operations }]) =>
    Object.entries(operations).map(([operation, { answer }]) => {
      const mapping = prepareMapping(answer, `sources.${source}.operations.${operation}.answer`);
      return [`${source}/${operation}`, mapping] as const;
    }),
  );
  return new Map(all);
}

function pickNeeds(declared: Operation | undefined, using: Answers): Answers {
  const keys = (declared?.needs ?? []).map(({ key }) => key);
  return Object.fromEntries(
    keys.flatMap((key) => (Object.hasOwn(using, key) && using[key] !== undefined ? [[key, using[key]]] : [])),
  );
}

/** The path with its holes filled, each by key or by the author's name; undefined when one cannot be. */
export function fillPath(
  path: string,
  needs: Answers,
  declared: Pick<Operation, "needs">,
): { path: string; used: ReadonlySet<string> } | undefined {
  const used = new Set<string>();
  let whole = true;
  const filled = path.replaceAll(/\{([^{}]+)\}/g, (_hole, name: string) => {
    const key = declared.needs.find((need) => need.key === name || need.name === name)?.key ?? name;
    const text = asText(needs[key]);
    // A dot or two would climb out of the path however they are encoded (URL standard, "double-dot segment").
    if (text === undefined || text.trim() === "" || text === "." || text === "..") whole = false;
    used.add(key);
    return encodeURIComponent(text ?? "");
  });
  return whole ? { path: filled, used } : undefined;
}

function withQuery(path: string, rest: readonly (readonly [string, Value])[]): string {
  const query = new URLSearchParams(rest.map(([key, value]) => [key, asText(value) ?? JSON.stringify(value)]));
  return rest.length > 0 ? `${path}${path.includes("?") ? "&" : "?"}${query}` : path;
}

function asText(value: Value | undefined): string | undefined {
  if (typeof value === "string") return value.isWellFormed() ? value : undefined;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}
