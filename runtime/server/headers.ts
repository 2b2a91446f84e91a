// The security headers that every answer carries. Knows nothing of what the answer is about.
import type { FastifyInstance } from "fastify";

/**
 * Content-Security-Policy (level 3) without inline script, inline style or eval; Trusted Types for every script sink; no frames.
 * `formTargets`: other origins that a posted form may lead to by redirect (sign-in, payment), which form-action also governs.
 */
export function contentSecurityPolicy(formTargets: readonly string[]): string {
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
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html lit",
  ].join("; ");
}

/** Sets the headers on every answer of the server. Pages are never stored by caches; assets say otherwise themselves. */
export function addHeaders(
  server: FastifyInstance,
  options: { secure: boolean; formTargets: readonly string[] },
): void {
  const policy = contentSecurityPolicy(options.formTargets);
  server.addHook("onSend", async (_request, reply) => {
    reply.header("content-security-policy", policy);
    reply.header("x-content-type-options", "nosniff");
    reply.header("referrer-policy", "same-origin");
    reply.header("cross-origin-opener-policy", "same-origin");
    reply.header("cross-origin-resource-policy", "same-origin");
    reply.header("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    reply.header("x-frame-options", "DENY");
    reply.header("x-permitted-cross-domain-policies", "none");
    if (options.secure) reply.header("strict-transport-security", "max-age=31536000; includeSubDomains");
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
  });
}
