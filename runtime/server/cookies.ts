// The cookies this server sets: opaque ids and the language. Nothing about a person is ever in a cookie.
import { createHmac, timingSafeEqual } from "node:crypto";
import type { CookieSerializeOptions } from "@fastify/cookie";
import type { FastifyReply, FastifyRequest } from "fastify";

export type CookieUse = "visit" | "citizen" | "officer" | "sign-in" | "language" | "said" | "from";

/** `__Host-` binds a cookie to this host over https (RFC 6265bis); browsers refuse it over plain http, so loopback goes without. */
export function cookieName(use: CookieUse, secure: boolean): string {
  return secure ? `__Host-formwork-${use}` : `formwork-${use}`;
}

export function readCookie(request: FastifyRequest, use: CookieUse, secure: boolean): string | undefined {
  return request.cookies[cookieName(use, secure)] || undefined;
}

/** `maxAge` in seconds; without it the cookie ends with the browser's session. */
export function setCookie(reply: FastifyReply, use: CookieUse, value: string, secure: boolean, maxAge?: number): void {
  const options: CookieSerializeOptions = { path: "/", httpOnly: true, sameSite: "lax", secure };
  if (maxAge !== undefined) options.maxAge = maxAge;
  reply.setCookie(cookieName(use, secure), value, options);
}

export function clearCookie(reply: FastifyReply, use: CookieUse, secure: boolean): void {
  reply.clearCookie(cookieName(use, secure), { path: "/", httpOnly: true, sameSite: "lax", secure });
}

/** The token that a form of this browser must bring back: bound to the visit and to what signs the person in. */
export function csrfToken(secret: string, visit: string): string {
  return createHmac("sha256", secret).update(`csrf\n${visit}`).digest("base64url");
}

/** Compares in a time that says nothing about where two texts differ. */
export function isSameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
