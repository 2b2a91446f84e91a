// Styles, fonts and scripts. Their names hold a hash of their content, so browsers may keep them for good.
import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { FastifyInstance, FastifyReply } from "fastify";
import { wordsIn } from "#journey/words-in.ts";
import { embedSnippet } from "#support/embed-snippet.ts";
import type { FormManifest } from "../form-assets.ts";
import type { Installation } from "../installation.ts";
import { Refusal } from "../refusal.ts";
import { findService } from "../services.ts";

const mediaTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};
const forGood = "public, max-age=31536000, immutable";

/** Registers /<service>/openapi.json (its HTTP interface), /assets/… (the look) and /forms/<definition>/… (the form of a bundle). */
export function addAssetRoutes(server: FastifyInstance, installation: Installation): void {
  // Browsers ask for it whether a page names one or not; an agency's own emblem comes with its theme.
  server.get("/favicon.ico", { config: { rateLimit: false } }, (_request, reply) =>
    reply.code(204).header("cache-control", "public, max-age=86400").send(),
  );
  server.get<{ Params: { service: string } }>("/:service/openapi.json", async (request, reply) => {
    const { folder } = findService(installation, request.params.service);
    const file = path.join(folder, "openapi.json");
    // Bundles of before have none.
    if (!existsSync(file)) throw new Refusal("not-found");
    reply.header("cache-control", "no-cache").type("application/json; charset=utf-8");
    return reply.send(createReadStream(file));
  });
  const options = { config: { rateLimit: false } } as const;
  server.get<{ Params: { "*": string } }>("/assets/*", options, async (request, reply) => {
    const name = request.params["*"];
    const bytes = installation.assets.files.get(name);
    if (!bytes) throw new Refusal("not-found");
    reply.header("cache-control", forGood).type(mediaTypes[path.extname(name)] ?? "application/octet-stream");
    return reply.send(Buffer.from(bytes));
  });
  server.get<{ Params: { hash: string; "*": string } }>("/forms/:hash/*", options, async (request, reply) => {
    const { hash, "*": name } = request.params;
    if (installation.bundles.given.has(hash)) return sendEmbed(installation, reply, hash, name);
    const bundle = installation.bundles.byHash.get(hash);
    const file = `form/${name}`;
    const type = mediaTypes[path.extname(file)];
    if (!bundle?.files.has(file) || !type) throw new Refusal("not-found");
    reply.header("cache-control", forGood).type(type);
    return reply.send(createReadStream(path.join(bundle.folder, file)));
  });
}

/**
 * What other websites paste, by the service's name: the same address for as long as the script is the same, whatever becomes of the
 * service. Anybody may read the script; where it may show the form is another question.
 */
async function sendEmbed(
  installation: Installation,
  reply: FastifyReply,
  service: string,
  name: string,
): Promise<FastifyReply> {
  const { folder, files, service: definition } = findService(installation, service);
  if (!files.has("form/manifest.json")) throw new Refusal("not-found");
  const { embed, integrity }: FormManifest = JSON.parse(
    await readFile(path.join(folder, "form/manifest.json"), "utf8"),
  );
  if (!embed) throw new Refusal("not-found");
  reply.header("access-control-allow-origin", "*").header("cross-origin-resource-policy", "cross-origin");
  if (name === embed.script) {
    reply.header("cache-control", forGood).type("text/javascript; charset=utf-8");
    return reply.send(createReadStream(path.join(folder, "form", name)));
  }
  if (name !== "embed.html") throw new Refusal("not-found");
  const title = wordsIn(definition.title, definition.languages[0]?.tag ?? "en");
  const sum = integrity?.[embed.script] ?? "";
  const made = { script: embed.script, element: embed.element, integrity: sum, service, title };
  reply.type("text/plain; charset=utf-8");
  return reply.send(embedSnippet(installation.configuration.publicAddress, made));
}
