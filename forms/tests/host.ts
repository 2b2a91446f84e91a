// A small real server for browser tests: serves one service's form as a runtime would, with the strictest content policy.
// One draft, kept in memory; no sign-in. For tests only.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Service } from "#contract";
import type { Answers, Draft, FileAnswer, Identity } from "#contract/facts.ts";
import { applyFetched, applyIdentity } from "../journey/prefill.ts";
import { promiseOf } from "../journey/promise.ts";
import { nextAfter, readPosted } from "../journey/read-posted.ts";
import type { Journey, PostedFields, PostedValue } from "../journey/shapes.ts";
import { emptyDraft, walk } from "../journey/walk.ts";
import { wordsIn } from "../journey/words-in.ts";
import { type Assets, readAssets } from "../render/assets.ts";
import type { FormPlace, PageView } from "../render/page-view.ts";
import { renderPage } from "../render/render-page.ts";
import { rulesOf, settingOf } from "./services.ts";

/** What the register answers; undefined: it does not. */
export type Register = (using: Answers) => Answers | undefined;

/** A host that runs. */
export interface Host {
  readonly address: string;
  draft(): Draft;
  close(): Promise<void>;
}

/** How a host is set up. */
export interface HostPlan {
  readonly service: Service;
  /** Files of the bundle's form folder; absent: no script is linked. */
  readonly form?: ReadonlyMap<string, Uint8Array>;
  readonly register?: Register;
  readonly identity?: Identity;
  /** The instant at which the host says that the session ends. */
  readonly sessionEndsAt?: string;
}

export const contentPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

/** Starts a host on a free port of this machine. */
export async function startHost(plan: HostPlan): Promise<Host> {
  const state = {
    draft: plan.identity ? applyIdentity(plan.service, emptyDraft, plan.identity) : emptyDraft,
    count: 0,
  };
  const assets = await readAssets();
  const server = createServer((request, response) => {
    answer(request, response, plan, state, assets).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error instanceof Error ? error.stack : error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, draft: () => state.draft, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

interface State {
  draft: Draft;
  count: number;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  plan: HostPlan,
  state: State,
  assets: Assets,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://host");
  response.setHeader("content-security-policy", contentPolicy);
  response.setHeader("x-content-type-options", "nosniff");
  if (url.pathname.startsWith("/assets/"))
    return sendFile(response, url.pathname.slice("/assets/".length), plan, assets);
  const language = url.searchParams.get("lang") ?? /lang=(\w+)/.exec(request.headers.cookie ?? "")?.[1] ?? "en";
  if (url.searchParams.has("lang")) response.setHeader("set-cookie", `lang=${language}; Path=/; SameSite=Lax`);
  const journey = journeyOf(plan, state, language);
  const address = url.pathname.replace(/^\/apply\//, "");
  const place = placeOf(plan, journey, assets, address);
  const show = (view: Parameters<typeof viewOf>[2], status = 200) => {
    response.writeHead(status, { "content-type": "text/html; charset=utf-8" });
    response.end(renderPage(viewOf(journey, place, view)));
  };
  if (request.method === "POST") return post(request, response, plan, state, journey, address, show);
  show({ address, fromCheck: url.searchParams.get("from") === "check" });
}

function sendFile(response: ServerResponse, name: string, plan: HostPlan, assets: Assets): void {
  const bytes = assets.files.get(name) ?? plan.form?.get(name);
  const types: Record<string, string> = { css: "text/css", js: "text/javascript", woff2: "font/woff2" };
  response.writeHead(bytes ? 200 : 404, { "content-type": types[name.split(".").at(-1) ?? ""] ?? "text/plain" });
  response.end(bytes);
}

function journeyOf(plan: HostPlan, state: State, language: string): Journey {
  const setting = settingOf(plan.service, language);
  const rulebook = rulesOf(plan.service);
  let journey = walk(plan.service, rulebook, state.draft, setting);
  for (const wanted of journey.wanted) {
    const record = plan.register?.(wanted.using);
    const call = { source: wanted.source, operation: wanted.operation, using: wanted.using, at: setting.instant };
    state.draft = applyFetched(
      plan.service,
      state.draft,
      wanted,
      record ? { ...call, state: "present", record } : { ...call, state: "unavailable" },
    );
    journey = walk(plan.service, rulebook, state.draft, setting);
  }
  return journey;
}

function placeOf(plan: HostPlan, journey: Journey, assets: Assets, address: string): FormPlace {
  const { words, language } = journey.setting;
  const script = [...(plan.form?.keys() ?? [])].find((name) => name.startsWith("form."));
  return {
    language,
    languages: plan.service.languages
      .filter((one) => one.tag !== language)
      .map((one) => ({ text: one.name, href: `?lang=${one.tag}`, lang: one.tag })),
    agency: { name: wordsIn(plan.service.agency.title, language), href: "/apply/start" },
    styles: assets.styles.forms.map((name) => `/assets/${name}`),
    fonts: assets.fonts.map((name) => `/assets/${name}`),
    ...(script ? { script: `/assets/${script}`, saveAddress: `/apply/${address}` } : {}),
    tools: [{ text: words.saveAndLeave, href: "/apply/tasks" }],
    footer: [{ text: words.accessibility, href: "/apply/start" }],
    ...(plan.sessionEndsAt
      ? { session: { endsAt: plan.sessionEndsAt, keepAt: `/apply/${address}`, signInAt: "/apply/start" } }
      : {}),
    csrf: "token",
    base: "/apply",
    home: { text: words.myApplications, href: "/apply/start" },
  };
}

function viewOf(
  journey: Journey,
  place: FormPlace,
  view: { readonly address: string } & Partial<Omit<Extract<PageView, { kind: "question" }>, "address">>,
): PageView {
  const common = { journey, place };
  const promised = promiseOf(journey.service, journey.setting.today);
  const withPromise = promised ? { promised } : {};
  const found = {
    ...(view.problems ? { problems: view.problems } : {}),
    ...(view.posted ? { posted: view.posted } : {}),
  };
  switch (view.address) {
    case "start":
      return {
        ...common,
        kind: "start",
        startAt: `/apply/${journey.eligibility?.nextPage ?? journey.nextPage ?? "tasks"}`,
        signsIn: false,
        ...withPromise,
      };
    case "eligibility/result":
      return { ...common, kind: "eligibility-result", continueAt: `/apply/${journey.nextPage ?? "check"}` };
    case "tasks":
      return { ...common, kind: "tasks" };
    case "check":
      return { ...common, kind: "check", ...found, ...withPromise };
    case "sent":
      return {
        ...common,
        kind: "confirmation",
        reference: "ABC-1234",
        sentAt: journey.setting.instant,
        steps: [{ state: "now", title: "We look at it" }],
        ...withPromise,
      };
    default:
      return {
        ...common,
        kind: "question",
        address: view.address,
        ...found,
        ...(view.fromCheck ? { fromCheck: true } : {}),
      };
  }
}

async function post(
  request: IncomingMessage,
  response: ServerResponse,
  plan: HostPlan,
  state: State,
  journey: Journey,
  address: string,
  show: (view: Parameters<typeof viewOf>[2], status: number) => void,
): Promise<void> {
  const posted = await bodyOf(request);
  state.count += 1;
  const read = readPosted(journey, address, posted, `item-${state.count}`);
  const json = request.headers.accept?.includes("application/json") === true;
  if (read.forged.length > 0) {
    response.writeHead(400, { "content-type": "text/plain; charset=utf-8" });
    response.end("This page cannot be used like that. Nothing was changed.");
    return;
  }
  state.draft = read.draft;
  const after = journeyOf(plan, state, journey.setting.language);
  const stays = read.problems.length > 0;
  // After a register answered, the page to go to may be another.
  const onward = read.next === address || read.journey.wanted.length === 0 ? read.next : nextAfter(after, address);
  const next = `/apply/${address === "check" && !stays && after.complete ? "sent" : onward}`;
  if (json) {
    response.writeHead(stays ? 422 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(stays ? { problems: read.problems } : { next }));
  } else if (stays) show({ address, posted, problems: read.problems }, 422);
  else response.writeHead(303, { location: next }).end();
}

async function bodyOf(request: IncomingMessage): Promise<PostedFields> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const form = await new Response(Buffer.concat(chunks), {
    headers: { "content-type": request.headers["content-type"] ?? "" },
  }).formData();
  const posted: Record<string, PostedValue[]> = {};
  for (const [name, value] of form) {
    const list = posted[name] ?? [];
    posted[name] = list;
    if (typeof value === "string") list.push(value);
    else if (value.size > 0 || value.name !== "") list.push(fileOf(value));
  }
  return posted;
}

function fileOf(file: File): FileAnswer {
  return { id: `file-${file.name}`, name: file.name, size: file.size, mediaType: file.type, sha256: "not-computed" };
}
