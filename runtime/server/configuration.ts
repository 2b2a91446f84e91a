// Reads the deployment file: one YAML or JSON file, checked against configuration.schema.json and the environment.
// Collects every problem before it gives up; must not start anything and must not print secrets.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Document, isMap, LineCounter, parseDocument } from "yaml";
import { MappingProblem, prepareMapping } from "../connect/mapping.ts";
import { problemOfWebhookSecret } from "../connect/webhook.ts";
import { checkShape, type ShapeProblem } from "./configuration-shape.ts";

/** Where a register or provider is reached. Times are milliseconds; `key` goes out as Authorization: Bearer. */
export interface Endpoint {
  readonly address: string;
  readonly timeout: number;
  readonly key?: string;
}

export interface SourceBinding extends Endpoint {
  readonly operations: Readonly<
    Record<string, { readonly method: "GET" | "POST"; readonly path: string; readonly answer: string }>
  >;
}

export interface IdentityBinding extends Endpoint {
  readonly path: string;
  readonly answer: string;
}

export interface PaymentBinding extends Endpoint {
  readonly key: string;
  readonly webhookSecret: string;
}

/** One OpenID provider. `claim`: the level of assurance for citizens, the list of roles for officers. */
export interface SignInBinding {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly claim: string;
}

/** The deployment file with defaults filled in, secrets resolved and paths absolute. */
export interface Configuration {
  readonly file: string;
  readonly listen: { readonly host: string; readonly port: number };
  /** Without a slash at the end. */
  readonly publicAddress: string;
  /** https: cookies get the __Host- prefix and Secure. */
  readonly secure: boolean;
  readonly store: { readonly sqlite: string };
  readonly files: string;
  /** A file of public keys: only bundles that one of them signed are served. */
  readonly bundleKeys?: string;
  readonly sessionSecret: string;
  readonly signIn: { readonly citizens: SignInBinding; readonly officers: SignInBinding };
  readonly identity?: IdentityBinding;
  readonly sources: Readonly<Record<string, SourceBinding>>;
  /** Secrets of sources that announce something, by the source's name. */
  readonly announcements: Readonly<Record<string, { readonly webhookSecret: string }>>;
  readonly payment?: PaymentBinding;
  readonly mail?: { readonly smtp: string; readonly from: string };
  readonly limits: { readonly requestsPerMinute: number; readonly uploadBytes: number };
  readonly behindProxy: boolean;
  readonly keepDraftsFor: number;
  /** Origins of the websites that may show forms in their own pages. */
  readonly embeddedIn: readonly string[];
}

/** One thing wrong with the deployment file. `key` is dotted: sources.vehicle-register.address. */
export interface ConfigurationProblem {
  readonly key: string;
  readonly line?: number;
  readonly reason: string;
  readonly example?: string;
}

/** The start stops with this; its message lists every problem with key, reason and example. */
export class ConfigurationError extends Error {
  readonly problems: readonly ConfigurationProblem[];
  constructor(file: string, problems: readonly ConfigurationProblem[]) {
    super(describeProblems(file, problems));
    this.name = "ConfigurationError";
    this.problems = problems;
  }
}

/** Reads and checks the deployment file. Throws ConfigurationError with all problems at once. */
export async function readConfiguration(
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Configuration> {
  const absolute = path.resolve(file);
  const text = await readFile(absolute, "utf8").catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === "ENOENT" ? "There is no such file." : `It cannot be read (${error.code}).`;
    throw new ConfigurationError(file, [
      { key: "(the file)", reason, example: "formwork serve … --config deployment.yaml" },
    ]);
  });
  return parseConfiguration(text, absolute, environment);
}

/** The same for a text that is already read; `file` is absolute, relative paths in it start from its folder. */
export function parseConfiguration(
  text: string,
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): Configuration {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const broken = document.errors.map((error) => ({
    key: "(the text)",
    line: lines.linePos(error.pos[0]).line,
    reason: `It cannot be read as YAML: ${error.message}.`,
    example: "publicAddress: http://127.0.0.1:4400",
  }));
  if (broken.length > 0) throw new ConfigurationError(file, broken);
  const problems: ConfigurationProblem[] = checkShape(document.toJS()).map((problem) => ({
    ...problem,
    ...lineOf(document, lines, problem),
  }));
  if (problems.length > 0) throw new ConfigurationError(file, problems);
  return buildConfiguration(document.toJS() as Written, file, environment);
}

type Secret = string | { readonly env: string };
interface WrittenEndpoint {
  readonly address: string;
  readonly timeout?: string;
  readonly key?: Secret;
}
interface WrittenSignIn {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
  readonly levelClaim?: string;
  readonly rolesClaim?: string;
}
interface WrittenOperation {
  readonly method?: "GET" | "POST";
  readonly path: string;
  readonly answer: string;
}
/** What the schema lets through. */
interface Written {
  readonly listen?: { readonly host?: string; readonly port?: number };
  readonly publicAddress: string;
  readonly store: { readonly sqlite: string };
  readonly files: string;
  readonly bundleKeys?: string;
  readonly sessionSecret: Secret;
  readonly signIn: { readonly citizens: WrittenSignIn; readonly officers: WrittenSignIn };
  readonly identity?: WrittenEndpoint & { readonly path: string; readonly answer: string };
  readonly sources?: Readonly<
    Record<string, WrittenEndpoint & { readonly operations: Readonly<Record<string, WrittenOperation>> }>
  >;
  readonly announcements?: Readonly<Record<string, { readonly webhookSecret: Secret }>>;
  readonly payment?: WrittenEndpoint & { readonly key: Secret; readonly webhookSecret: Secret };
  readonly mail?: { readonly smtp: string; readonly from: string };
  readonly limits?: { readonly requestsPerMinute?: number; readonly uploadMegabytes?: number };
  readonly behindProxy?: boolean;
  readonly keepDraftsFor?: number;
  readonly embeddedIn?: readonly string[];
}

function buildConfiguration(
  written: Written,
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): Configuration {
  const problems: ConfigurationProblem[] = [];
  const folder = path.dirname(file);
  const secret = (key: string, value: Secret, atLeast = 1): string =>
    readSecret(key, value, atLeast, environment, problems);
  const address = (key: string, value: string): string => checkAddress(key, value, problems);
  const answer = (key: string, value: string): string => checkMapping(key, value, problems);
  const endpoint = (key: string, from: WrittenEndpoint): Endpoint => ({
    address: address(`${key}.address`, from.address),
    timeout: readTimeout(from.timeout ?? "2 seconds"),
    ...(from.key === undefined ? {} : { key: secret(`${key}.key`, from.key) }),
  });
  const signIn = (key: string, from: WrittenSignIn, claim: string): SignInBinding => ({
    issuer: address(`${key}.issuer`, from.issuer),
    clientId: from.clientId,
    clientSecret: secret(`${key}.clientSecret`, from.clientSecret),
    claim,
  });
  const source = (name: string, from: NonNullable<Written["sources"]>[string]): SourceBinding => ({
    ...endpoint(`sources.${name}`, from),
    operations: Object.fromEntries(
      Object.entries(from.operations).map(([operation, one]) => [
        operation,
        {
          method: one.method ?? "GET",
          path: one.path,
          answer: answer(`sources.${name}.operations.${operation}.answer`, one.answer),
        },
      ]),
    ),
  });
  const { citizens, officers } = written.signIn;
  const publicAddress = checkOrigin("publicAddress", address("publicAddress", written.publicAddress), problems);
  const configuration: Configuration = {
    file,
    listen: { host: written.listen?.host ?? "127.0.0.1", port: written.listen?.port ?? 4400 },
    publicAddress,
    secure: publicAddress.startsWith("https:"),
    store: { sqlite: path.resolve(folder, written.store.sqlite) },
    files: path.resolve(folder, written.files),
    ...(written.bundleKeys !== undefined && { bundleKeys: path.resolve(folder, written.bundleKeys) }),
    sessionSecret: secret("sessionSecret", written.sessionSecret, 32),
    signIn: {
      citizens: signIn("signIn.citizens", citizens, citizens.levelClaim ?? "acr"),
      officers: signIn("signIn.officers", officers, officers.rolesClaim ?? "roles"),
    },
    sources: Object.fromEntries(
      Object.entries(written.sources ?? {}).map(([name, from]) => [name, source(name, from)]),
    ),
    announcements: Object.fromEntries(
      Object.entries(written.announcements ?? {}).map(([name, { webhookSecret }]) => {
        const key = `announcements.${name}.webhookSecret`;
        const found = secret(key, webhookSecret, 16);
        const reason = found === "" ? undefined : problemOfWebhookSecret(found);
        if (reason !== undefined) problems.push({ key, reason, example: "openssl rand -base64 32" });
        return [name, { webhookSecret: found }];
      }),
    ),
    limits: {
      requestsPerMinute: written.limits?.requestsPerMinute ?? 600,
      uploadBytes: (written.limits?.uploadMegabytes ?? 20) * 1024 * 1024,
    },
    behindProxy: written.behindProxy ?? false,
    keepDraftsFor: written.keepDraftsFor ?? 90,
    embeddedIn: (written.embeddedIn ?? []).map((website, at) => {
      const key = `embeddedIn.${at}`;
      return checkOrigin(key, address(key, website), problems);
    }),
    ...(written.identity && {
      identity: {
        ...endpoint("identity", written.identity),
        path: written.identity.path,
        answer: answer("identity.answer", written.identity.answer),
      },
    }),
    ...(written.payment && {
      payment: {
        ...endpoint("payment", written.payment),
        key: secret("payment.key", written.payment.key),
        webhookSecret: secret("payment.webhookSecret", written.payment.webhookSecret, 16),
      },
    }),
    ...(written.mail && { mail: written.mail }),
  };
  const once = problems.filter((one, index) => problems.findIndex((other) => other.key === one.key) === index);
  if (once.length > 0) throw new ConfigurationError(file, once);
  return configuration;
}

function readSecret(
  key: string,
  value: Secret,
  atLeast: number,
  environment: Readonly<Record<string, string | undefined>>,
  problems: ConfigurationProblem[],
): string {
  const found = typeof value === "string" ? value : environment[value.env];
  const where = typeof value === "string" ? "It" : `The environment variable ${value.env}`;
  if (!found) {
    problems.push({
      key,
      reason: `${where} is not set.`,
      example: `export ${typeof value === "string" ? "NAME" : value.env}=…`,
    });
  } else if (found.length < atLeast) {
    const reason = `${where} has ${found.length} characters: at least ${atLeast} are needed, so that nobody can guess it.`;
    problems.push({ key, reason, example: "openssl rand -base64 48" });
  }
  return found ?? "";
}

/** http is for this machine only: anywhere else secrets would travel in the clear. */
function checkAddress(key: string, value: string, problems: ConfigurationProblem[]): string {
  const url = URL.parse(value);
  const loopback = url !== null && ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
  if (!url) problems.push({ key, reason: `“${value}” is not an address.`, example: "https://register.example" });
  else if (url.protocol === "http:" && !loopback)
    problems.push({
      key,
      reason: `“${value}” is not encrypted. http:// is for this machine only; use https://.`,
      example: `https://${url.host}`,
    });
  else if (url.username || url.password)
    problems.push({ key, reason: "An address holds no user name or password.", example: `https://${url.host}` });
  return value.replace(/\/+$/, "");
}

function checkOrigin(key: string, value: string, problems: ConfigurationProblem[]): string {
  const url = URL.parse(value);
  if (url && url.origin !== value)
    problems.push({ key, reason: `“${value}” has more than a name and a port.`, example: url.origin });
  return value;
}

function checkMapping(key: string, value: string, problems: ConfigurationProblem[]): string {
  try {
    prepareMapping(value, key);
  } catch (error) {
    if (!(error instanceof MappingProblem)) throw error;
    const reason = error.message.replace(`${key}: `, "").replace(/([^.])$/, "$1.");
    problems.push({ key, reason, example: "{ 'make': make, 'fuel': fuelType }" });
  }
  return value;
}

function readTimeout(text: string): number {
  const [, amount = "2", unit = "second"] = /^(\d+) ?([a-z]+)$/.exec(text) ?? [];
  const size = unit.startsWith("milli") ? 1 : unit.startsWith("minute") ? 60_000 : 1000;
  return Number(amount) * size;
}

/** The line of the key, or of the nearest thing around it that is there. */
function lineOf(document: Document, lines: LineCounter, problem: ShapeProblem): { line?: number } {
  for (let length = problem.path.length; length > 0; length -= 1) {
    const above = length === 1 ? document.contents : document.getIn(problem.path.slice(0, length - 1), true);
    if (!isMap(above)) continue;
    const pair = above.items.find((item) => String(item.key) === problem.path[length - 1]);
    const range = pair?.key instanceof Object && "range" in pair.key ? pair.key.range : undefined;
    if (Array.isArray(range)) return { line: lines.linePos(Number(range[0])).line };
  }
  return {};
}

function describeProblems(file: string, problems: readonly ConfigurationProblem[]): string {
  const count = problems.length === 1 ? "One thing needs" : `${problems.length} things need`;
  const list = problems.map(({ key, line, reason, example }) => {
    const where = line === undefined ? key : `${key} (line ${line})`;
    return `  ${where}\n    ${reason}${example ? `\n    For example: ${example}` : ""}`;
  });
  return `The server did not start. ${count} another look in ${file}:\n\n${list.join("\n\n")}\n`;
}
