// Who asks, in which language, and with which token their forms come back. Decides nothing about what they may do.
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Session } from "../identity/sessions.ts";
import type { Realm } from "../identity/settings.ts";
import { clearCookie, csrfToken, readCookie, setCookie } from "./cookies.ts";
import type { Installation } from "./installation.ts";

/** Short messages shown once, after a redirect. */
export const saidKeys = [
  "saved",
  "answerSent",
  "paperSent",
  "withdrawn",
  "appealSent",
  "rightUsed",
  "answersChanged",
  "signed",
  "taskDone",
  "draftDeleted",
  "paymentDone",
  "paymentNotDone",
] as const;
export type SaidKey = (typeof saidKeys)[number];

export interface Visitor {
  readonly session?: Session;
  /** An opaque id of this browser, there before anybody signs in: what is filled in until then hangs on it. */
  readonly visit: string;
  /** For the hidden field `_csrf` of every form. */
  readonly token: string;
  readonly language: string;
  /** Said once on the page shown next. */
  readonly said?: SaidKey;
}

/** Reads the cookies of a request, giving the browser the ones it lacks. */
export async function readVisitor(
  { configuration, identity, newSecret }: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
  realm: Realm,
): Promise<Visitor> {
  const { secure } = configuration;
  const session = await identity.readSession(
    realm,
    readCookie(request, realm === "citizens" ? "citizen" : "officer", secure),
  );
  const known = readCookie(request, "visit", secure);
  const visit = known && /^[\w-]{43}$/.test(known) ? known : newSecret();
  if (visit !== known) setCookie(reply, "visit", visit, secure);
  const said = saidKeys.find((key) => key === readCookie(request, "said", secure));
  if (said && request.method === "GET") clearCookie(reply, "said", secure);
  const token = session?.formToken ?? csrfToken(configuration.sessionSecret, visit);
  return {
    visit,
    token,
    language: readLanguage(request, reply, secure),
    ...(session && { session }),
    ...(said && { said }),
  };
}

/** Leaves a short message for the next page. */
export function saySoon(installation: Installation, reply: FastifyReply, said: SaidKey): void {
  setCookie(reply, "said", said, installation.configuration.secure, 60);
}

/** `?language=cy` wins and is remembered; then the cookie; then what the browser prefers. A BCP 47 tag, not yet one we speak. */
export function readLanguage(request: FastifyRequest, reply: FastifyReply | undefined, secure: boolean): string {
  const asked = new URLSearchParams(request.url.split("?")[1]).get("language");
  if (asked && isTag(asked)) {
    if (reply) setCookie(reply, "language", asked, secure, 365 * 24 * 3600);
    return asked;
  }
  const remembered = readCookie(request, "language", secure);
  if (remembered && isTag(remembered)) return remembered;
  return request.headers["accept-language"]?.split(",")[0]?.split(";")[0]?.trim() || "en";
}

function isTag(text: string): boolean {
  return /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$/.test(text);
}

/** The first of the languages that is the wished one, or of its family; else the first of all. */
export function chooseLanguage<Tagged extends { readonly tag: string }>(
  languages: readonly Tagged[],
  wished: string,
): Tagged | undefined {
  const family = (tag: string): string => tag.toLowerCase().split("-")[0] ?? "";
  return (
    languages.find(({ tag }) => tag.toLowerCase() === wished.toLowerCase()) ??
    languages.find(({ tag }) => family(tag) === family(wished)) ??
    languages[0]
  );
}
