// Turns everything that ends a request early into a clear page, or into problem details (RFC 9457) for programs.
// Nothing of the inside is shown: a reference leads from the page to the log.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { renderRefusal } from "../portal/refusal-page.ts";
import { portalLanguages, portalWordsOf } from "../portal/words/portal-words.ts";
import { renderPortalPage } from "./frame.ts";
import type { Installation } from "./installation.ts";
import { renderDeskPage } from "./officer.ts";
import { SignInFirst } from "./own-case.ts";
import { seeOther } from "./posted-form.ts";
import { Refusal, type RefusalKind } from "./refusal.ts";
import { chooseLanguage, readLanguage, readVisitor } from "./visitor.ts";

/** Installs the error and not-found handlers. */
export function addErrorPages(server: FastifyInstance, installation: Installation): void {
  server.setNotFoundHandler((request, reply) => answerRefusal(installation, request, reply, new Refusal("not-found")));
  server.setErrorHandler(async (error: FastifyError, request, reply) => {
    if (error instanceof SignInFirst && !wantsJson(request)) return seeOther(reply, error.to);
    const refusal = error instanceof Refusal ? error : new Refusal(kindOf(error));
    if (refusal.status >= 500)
      request.log.error({ err: describeError(error), reference: request.id }, "request failed");
    else request.log.info({ refused: refusal.kind, reference: request.id }, "request refused");
    return answerRefusal(installation, request, reply, refusal);
  });
}

/** Programs that ask for JSON get problem details; everybody else a page. */
export function wantsJson(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? "";
  return /application\/(problem\+)?json/.test(accept) && !accept.includes("text/html");
}

async function answerRefusal(
  installation: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
): Promise<FastifyReply> {
  const { secure } = installation.configuration;
  const language = chooseLanguage(portalLanguages, readLanguage(request, undefined, secure))?.tag ?? "en";
  const [title, lead] = portalWordsOf(language).refusals[refusal.kind];
  reply.code(refusal.status);
  if (refusal.status === 429 && !reply.hasHeader("retry-after")) reply.header("retry-after", "60");
  if (wantsJson(request)) {
    reply.type("application/problem+json; charset=utf-8");
    return reply.send(
      JSON.stringify({
        type: `${installation.configuration.publicAddress}/problems/${refusal.kind}`,
        title,
        status: refusal.status,
        detail: refusal.detail ?? lead,
        instance: `urn:uuid:${request.id}`,
      }),
    );
  }
  reply.type("text/html; charset=utf-8");
  return reply.send(await renderPage(installation, request, reply, refusal, language));
}

/** If even the frame of the page cannot be made (the store is down), a bare page still says what happened. */
async function renderPage(
  installation: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
  language: string,
): Promise<string> {
  const desk = request.url.startsWith("/desk");
  const words = portalWordsOf(desk ? "en" : language);
  const [title, lead] = words.refusals[refusal.kind];
  try {
    const visitor = await readVisitor(installation, request, reply, desk ? "officers" : "citizens");
    const main = renderRefusal({
      words,
      refusal,
      desk,
      signedIn: visitor.session !== undefined,
      reference: request.id,
    });
    const { session } = visitor;
    if (desk && session)
      return renderDeskPage(installation, { visitor, session, roles: session.roles }, { title, main });
    return renderPortalPage(installation, { ...visitor, language: desk ? "en" : language }, { title, main, path: "/" });
  } catch (error) {
    request.log.error({ err: describeError(error), reference: request.id }, "refusal page failed");
    return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1><p>${lead}</p></body></html>`;
  }
}

const kinds: Readonly<Record<string, RefusalKind>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "too-big",
  FST_REQ_FILE_TOO_LARGE: "too-big",
  FST_FILES_LIMIT: "too-big",
  FST_FIELDS_LIMIT: "too-big",
  FST_PARTS_LIMIT: "too-big",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "wrong-kind",
  FST_INVALID_MULTIPART_CONTENT_TYPE: "wrong-kind",
  FST_ERR_ROUTE_METHOD_NOT_SUPPORTED: "method",
};

function kindOf(error: FastifyError): RefusalKind {
  if (error instanceof SignInFirst) return "sign-in-first";
  const known = kinds[error.code];
  if (known) return known;
  if (error.statusCode === 429) return "too-many";
  if (error.statusCode === 404) return "not-found";
  if (error.statusCode === 413) return "too-big";
  if (error.statusCode === 415) return "wrong-kind";
  if (error.statusCode !== undefined && error.statusCode < 500) return "not-understood";
  return "broken";
}

/** Name, message and stack: no request data, which could be personal. */
function describeError(error: unknown): { type: string; message: string; stack: string } {
  if (error instanceof Error) return { type: error.name, message: error.message, stack: error.stack ?? "" };
  return { type: typeof error, message: String(error), stack: "" };
}
