// For those who watch over the server: is it alive, is it ready, and which services can it serve.
import type { FastifyInstance } from "fastify";
import type { Installation } from "../installation.ts";

/** Registers /health (the process answers) and /ready (it can do its work; says exactly what is in the way). */
export function addHealthRoutes(server: FastifyInstance, installation: Installation): void {
  const { bundles } = installation;
  server.get("/health", { config: { rateLimit: false } }, async () => ({ status: "alive" }));
  server.get("/ready", { config: { rateLimit: false } }, async (_request, reply) => {
    const hindrances = await installation.hindrances();
    const services = [...bundles.given.values()].flatMap((versions) =>
      versions.map(({ service, hash }) => ({
        service: service.name,
        version: service.version.number,
        definition: hash,
      })),
    );
    const broken = bundles.broken.map(({ name, problems }) => ({ service: name, problems }));
    return reply
      .code(hindrances.length === 0 ? 200 : 503)
      .send({ status: hindrances.length === 0 ? "ready" : "not ready", hindrances, services, broken });
  });
}
