// The built playground for browser tests: built once into a folder of its own, served by a server that knows only how to send files.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

export interface BuiltPlayground {
  /** "http://127.0.0.1:41234/" */
  readonly address: string;
  stop(): Promise<void>;
}

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Builds and serves; the caller stops it. */
export async function buildPlayground(): Promise<BuiltPlayground> {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const folder = await mkdtemp(path.join(tmpdir(), "formwork-playground-"));
  await build({ configFile: path.join(root, "vite.config.ts"), logLevel: "error", build: { outDir: folder } });
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? "/", "http://127.0.0.1").pathname;
    const file = path.join(folder, asked === "/" ? "index.html" : path.normalize(asked));
    const type = mediaTypes[path.extname(file)] ?? "application/octet-stream";
    readFile(file).then(
      (bytes) => response.writeHead(200, { "content-type": type }).end(bytes),
      () => response.writeHead(404).end("There is no such file."),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    async stop() {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
