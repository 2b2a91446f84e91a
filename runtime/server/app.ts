// Puts the server together: limits, headers, parsers, error pages, then every group of routes. Starts nothing and reads no file.

import { randomUUID } from "node:crypto";
import cookie from "@fastify/cookie";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { addErrorPages } from "./errors.ts";
import { addHeaders } from "./headers.ts";
import type { Installation } from "./installation.ts";
import { fieldsInJson, formLimits } from "./posted-form.ts";
import { Refusal } from "./refusal.ts";
import { addAccountRoutes } from "./routes/account.ts";
import { addApplicationRoutes } from "./routes/application.ts";
import { addAssetRoutes } from "./routes/assets.ts";
import { addDeskRoutes } from "./routes/desk.ts";
import { addFormRoutes } from "./routes/form.ts";
import { addHealthRoutes } from "./routes/health.ts";
import { addInvitedRoutes } from "./routes/invited.ts";
import { addSignRoutes } from "./routes/sign.ts";
import { addSignInRoutes } from "./routes/sign-in.ts";
import { addStandingRoutes } from "./routes/standing.ts";
import { addWebhookRoutes } from "./routes/webhook.ts";
import { addWayBack, addWayOutOfFrames } from "./way-out.ts";

/** The server of an installation, not listening yet. */
export async function buildServer(installation: Installation, log: FastifyBaseLogger): Promise<FastifyInstance> {
  const { configuration } = installation;
  const server = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: formLimits.bodyBytes,
    requestTimeout: 60_000,
    trustProxy: configuration.behindProxy,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    forceCloseConnections: "idle",
  });
  logRequests(server);
  addHeaders(server, {
    secure: configuration.secure,
    formTargets: formTargets(installation),
    framers: configuration.embeddedIn,
  });
  await server.register(cookie);
  await server.register(multipart, {
    limits: {
      fields: formLimits.fields,
      files: formLimits.files,
      fieldSize: formLimits.fieldBytes,
      fieldNameSize: formLimits.nameLength,
      // One byte more than allowed, so that "too big" is seen and said beside the question instead of ending the request.
      fileSize: configuration.limits.uploadBytes + 1,
      parts: formLimits.fields + formLimits.files,
    },
    throwFileSizeLimit: false,
  });
  await server.register(rateLimit, { max: configuration.limits.requestsPerMinute, timeWindow: 60_000 });
  server.removeContentTypeParser(["application/json", "text/plain"]);
  server.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) => {
    done(null, new URLSearchParams(String(body)));
  });
  // Programs may send a form as JSON: one flat object of texts and lists of texts, the same fields as in a page.
  server.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) => {
    const fields = fieldsInJson(String(body));
    if (fields) done(null, fields);
    else done(new Refusal("not-understood"));
  });
  addErrorPages(server, installation);
  addWayOutOfFrames(server, installation);
  addRoutes(server, installation);
  return server;
}

function addRoutes(server: FastifyInstance, installation: Installation): void {
  addHealthRoutes(server, installation);
  addAssetRoutes(server, installation);
  addWebhookRoutes(server, installation);
  addSignInRoutes(server, installation);
  addWayBack(server, installation);
  addDeskRoutes(server, installation);
  addStandingRoutes(server, installation);
  addAccountRoutes(server, installation);
  addApplicationRoutes(server, installation);
  addInvitedRoutes(server, installation);
  addSignRoutes(server, installation);
  addFormRoutes(server, installation);
}

/** Posted forms of ours end in redirects to these: the providers' sign-in and pay pages. */
function formTargets({ configuration }: Installation): string[] {
  const { signIn, payment } = configuration;
  const addresses = [signIn.citizens.issuer, signIn.officers.issuer, ...(payment ? [payment.address] : [])];
  return addresses.map((address) => new URL(address).origin);
}

/** One line for each request: what was asked by its pattern, never by its address, which may hold names and numbers. */
function logRequests(server: FastifyInstance): void {
  server.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "(none)";
    if (["/health", "/ready", "/assets/*", "/forms/:hash/*"].includes(route)) return;
    request.log.info(
      {
        method: request.method,
        route,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
        reference: request.id,
      },
      "request",
    );
  });
}

/**
 * Takes no new requests, ends those under way, then lets go. A connection whose answer ended a moment after the sweep of idle
 * ones would hold the stop up for as long as it may stay open: so the sweep goes on until all are gone.
 */
export async function closeServer(server: FastifyInstance): Promise<void> {
  const sweep = setInterval(() => server.server.closeIdleConnections(), 50);
  try {
    await server.close();
  } finally {
    clearInterval(sweep);
  }
}
