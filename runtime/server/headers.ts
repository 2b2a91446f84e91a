// The security headers that every answer carries. Knows nothing of what the answer is about.
import type { FastifyInstance } from "fastify";
import type {} from "./framed.ts";

/**
 * Content-Security-Policy (level 3) without inline script, inline style or eval; Trusted Types for every script sink; no frames.
 * `framers`: origins whose pages may show this one in a frame. `formTargets`: other origins that a posted form may lead to by redirect (sign-in, payment), which form-action also governs.
 */
export function contentSecurityPolicy(formTargets: readonly string[], framers: readonly string[] = []): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    `form-action ${["'self'", ...new Set(formTargets)].join(" ")}`,
    `frame-ancestors ${framers.length > 0 ? framers.join(" ") : "'none'"}`,
    "require-trusted-types-for 'script'",
    "trusted-types lit-html lit",
  ].join("; ");
}

/** Sets the headers on every answer of the server. Pages are never stored by caches; assets say otherwise themselves. */
export function addHeaders(
  server: FastifyInstance,
  options: { secure: boolean; formTargets: readonly string[]; framers: readonly string[] },
): void {
  const closed = contentSecurityPolicy(options.formTargets);
  const open = contentSecurityPolicy(options.formTargets, options.framers);
  server.addHook("onSend", async (request, reply) => {
    const mayBeFramed = request.routeOptions.config.mayBeFramed === true || request.leadsOut;
    const isOpen = options.framers.length > 0 && mayBeFramed;
    reply.header("content-security-policy", isOpen ? open : closed);
    reply.header("x-content-type-options", "nosniff");
    reply.header("referrer-policy", "same-origin");
    reply.header("cross-origin-opener-policy", "same-origin");
    if (!reply.hasHeader("cross-origin-resource-policy")) reply.header("cross-origin-resource-policy", "same-origin");
    reply.header("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    // It cannot name origins; browsers that know frame-ancestors pass it by.
    if (!isOpen) reply.header("x-frame-options", "DENY");
    reply.header("x-permitted-cross-domain-policies", "none");
    if (options.secure) reply.header("strict-transport-security", "max-age=31536000; includeSubDomains");
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
  });
}
