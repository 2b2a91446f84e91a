// Builds the playground into plain static files and serves them, as any web server could. Nothing is made up per request.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { parseArgs } from "node:util";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

const { values } = parseArgs({
  options: { port: { type: "string", default: "4407" }, into: { type: "string", default: ".formwork/playground" } },
});
const project = path.resolve(import.meta.dirname, "../..");
const folder = path.resolve(values.into);
const vite = path.join(project, "node_modules/vite/bin/vite.js");
execFileSync(
  process.execPath,
  [vite, "build", path.join(project, "playground"), "--outDir", folder, "--emptyOutDir", "--logLevel", "warn"],
  {
    stdio: "inherit",
  },
);

/** Every file of the build by its address: only what is here can be asked for, whatever a path says. */
const files = new Map<string, Buffer>(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry): [string, Buffer] => {
      const file = path.join(entry.parentPath, entry.name);
      return [`/${path.relative(folder, file).replaceAll(path.sep, "/")}`, readFileSync(file)];
    }),
);

const server = createServer((request, response) => {
  const asked = (request.url ?? "/").split(/[?#]/)[0] ?? "/";
  const name = asked === "/" ? "/index.html" : asked;
  const bytes = files.get(name);
  if (!bytes || (request.method !== "GET" && request.method !== "HEAD")) {
    response
      .writeHead(bytes ? 405 : 404, { "content-type": "text/plain; charset=utf-8" })
      .end("There is nothing here. The playground is at /\n");
    return;
  }
  response.writeHead(200, {
    "content-type": types[path.extname(name)] ?? "application/octet-stream",
    "content-length": bytes.length,
    "x-content-type-options": "nosniff",
    // Names of built assets carry a hash of what is in them; pages do not.
    "cache-control": name.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
  });
  response.end(request.method === "HEAD" ? undefined : bytes);
});
server.listen(Number(values.port), "127.0.0.1", () =>
  console.log(`Playground ready on http://127.0.0.1:${values.port}`),
);
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => process.exit(0));
