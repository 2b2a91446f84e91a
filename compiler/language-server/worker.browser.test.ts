// The browser entry in a real worker of a real browser: bundled as a page would bundle it, spoken to in the protocol's messages.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../development/browser.ts";
import { able, everyRequest, texts } from "./tests/every-request.ts";

let folder = "";
let server: Server | undefined;
let browser: Browser | undefined;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "formwork-worker-"));
  const entry = path.resolve("compiler/language-server/main-browser.ts");
  const lib = { entry, formats: ["es" as const], fileName: "server" };
  await build({
    root: "compiler",
    configFile: false,
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true, lib },
  });
  const script = readFileSync(path.join(folder, "server.js"), "utf8");
  server = createServer((request, response) => {
    const isScript = request.url === "/server.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : "<!doctype html><title>Editor</title>");
  });
  await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await new Promise((done) => (server ? server.close(done) : done(undefined)));
  rmSync(folder, { recursive: true, force: true });
});

async function openPage(): Promise<Page> {
  const address = server?.address();
  const page = await browser?.newPage();
  if (!page || typeof address !== "object" || address === null) throw new Error("The page could not be opened");
  await page.goto(`http://127.0.0.1:${address.port}/`);
  return page;
}

test("a page's worker answers every request", async () => {
  const page = await openPage();
  const asked = everyRequest.map(({ method, params }) => ({ method, params }));
  const answers = await page.evaluate(
    async ([open, requests, textDocument]) => {
      const worker = new Worker("/server.js", { type: "module" });
      const heard = (isIt: (message: { id?: number; method?: string; params?: unknown }) => boolean) =>
        new Promise<{ result?: unknown }>((done, fail) => {
          worker.addEventListener("message", ({ data }) => isIt(data) && done(data));
          worker.addEventListener("error", (event) => fail(new Error(event.message)));
        });
      const say = (message: object) => worker.postMessage({ jsonrpc: "2.0", ...message });
      const ask = (id: number, method: string, params: object) => {
        const answered = heard((message) => message.id === id);
        say({ id, method, params });
        return answered;
      };
      await ask(0, "initialize", { processId: null, rootUri: null, capabilities: { textDocument } });
      say({ method: "initialized", params: {} });
      const told = heard(
        ({ method, params }) =>
          method === "textDocument/publishDiagnostics" && JSON.stringify(params).includes("FW201"),
      );
      for (const [name, text] of Object.entries(open)) {
        const opened = { uri: `memory:/${name}`, languageId: "formwork", version: 1, text };
        say({ method: "textDocument/didOpen", params: { textDocument: opened } });
      }
      await told;
      const found: string[] = [];
      for (const [at, { method, params }] of requests.entries()) {
        const asked = { uri: "memory:/permit.service" };
        const { result } = await ask(at + 1, method, { textDocument: asked, ...params });
        found.push(JSON.stringify(result));
      }
      return found;
    },
    [texts, asked, able] as const,
  );
  for (const [at, { method, holds }] of everyRequest.entries())
    for (const words of holds) expect(answers[at], method).toContain(words);
});

test("a page's worker completes lines and tells problems", async () => {
  const page = await openPage();
  const text = 'service permit "Permit"\nsection you "You"\n  ask phone "Phone" az text\n    ';
  const answers = await page.evaluate(async (words) => {
    const worker = new Worker("/server.js", { type: "module" });
    const heard = (isIt: (message: { id?: number; method?: string }) => boolean) =>
      new Promise<unknown>((done, fail) => {
        worker.addEventListener("message", ({ data }) => isIt(data) && done(data));
        worker.addEventListener("error", (event) => fail(new Error(event.message)));
      });
    const say = (message: object) => worker.postMessage({ jsonrpc: "2.0", ...message });
    const started = heard(({ id }) => id === 1);
    say({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } });
    await started;
    say({ method: "initialized", params: {} });
    const [problems, items] = [
      heard(({ method }) => method === "textDocument/publishDiagnostics"),
      heard(({ id }) => id === 2),
    ];
    const uri = "memory:/permit.service";
    say({
      method: "textDocument/didOpen",
      params: { textDocument: { uri, languageId: "formwork", version: 1, text: words } },
    });
    say({
      id: 2,
      method: "textDocument/completion",
      params: { textDocument: { uri }, position: { line: 3, character: 4 } },
    });
    return JSON.stringify([await problems, await items]);
  }, text);
  expect(answers).toContain('"code":"FW103"');
  expect(answers).toContain('hint \\"words\\"');
});
