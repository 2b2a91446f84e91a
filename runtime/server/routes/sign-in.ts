// Signing in and out, for citizens and for officers, and being asked for a stronger sign-in.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Level } from "../../identity/level.ts";
import type { Realm } from "../../identity/settings.ts";
import { renderNotice } from "../../portal/notice-page.ts";
import { portalLanguages, portalWordsOf } from "../../portal/words/portal-words.ts";
import { type CookieUse, clearCookie, readCookie, setCookie } from "../cookies.ts";
import { carryDrafts } from "../drafts.ts";
import { sendPage } from "../form-pages.ts";
import { renderPortalPage } from "../frame.ts";
import type { Installation } from "../installation.ts";
import { readForm, seeOther } from "../posted-form.ts";
import { Refusal } from "../refusal.ts";
import { chooseLanguage, readVisitor } from "../visitor.ts";

type Asked = { Querystring: { then?: string; service?: string; level?: string } };

const cookieOf: Readonly<Record<Realm, CookieUse>> = { citizens: "citizen", officers: "officer" };
const homeOf: Readonly<Record<Realm, string>> = { citizens: "/applications", officers: "/desk" };

/** Registers the sign-in of both realms. */
export function addSignInRoutes(server: FastifyInstance, installation: Installation): void {
  server.get<Asked>("/sign-in", (request, reply) =>
    begin(installation, reply, "citizens", request.query.then, levelOf(installation, request.query)),
  );
  server.get<Asked>("/desk/sign-in", (request, reply) => begin(installation, reply, "officers", request.query.then));
  server.get("/signed-in", (request, reply) => finish(installation, request, reply, "citizens"));
  server.get("/desk/signed-in", (request, reply) => finish(installation, request, reply, "officers"));
  server.post("/sign-out", (request, reply) => signOut(installation, request, reply, "citizens"));
  server.post("/desk/sign-out", (request, reply) => signOut(installation, request, reply, "officers"));
  server.get<Asked>("/sign-in/level", async (request, reply) => {
    const visitor = await readVisitor(installation, request, reply, "citizens");
    const words = portalWordsOf(chooseLanguage(portalLanguages, visitor.language)?.tag ?? "en");
    const { then = "/applications", service = "", level } = request.query;
    const href = `/sign-in?${new URLSearchParams({ then, service, ...(level === undefined ? {} : { level }) })}`;
    const main = renderNotice({
      title: words.levelTitle,
      lead: words.levelLead,
      button: { text: words.levelTry, href },
    });
    return sendPage(
      reply,
      renderPortalPage(installation, visitor, { title: words.levelTitle, main, path: "/sign-in/level" }),
    );
  });
}

/** The level of assurance that a service or an invitation wants; none for the account's own pages. */
function levelOf(installation: Installation, { service, level }: Asked["Querystring"]): Level | undefined {
  const wanted = (["low", "substantial", "high"] as const).find((one) => one === level);
  if (wanted) return wanted;
  return service ? installation.bundles.given.get(service)?.[0]?.service.applicants[0]?.signsIn : undefined;
}

async function begin(
  installation: Installation,
  reply: FastifyReply,
  realm: Realm,
  then?: string,
  level?: Level,
): Promise<FastifyReply> {
  const begun = await installation.identity.beginSignIn({
    realm,
    returnTo: then ?? homeOf[realm],
    ...(level && { level }),
  });
  if (!begun.ok) throw new Refusal("provider-not-available", undefined, then);
  setCookie(reply, "sign-in", begun.pending, installation.configuration.secure, 900);
  return seeOther(reply, begun.goTo);
}

async function finish(
  installation: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
  realm: Realm,
): Promise<FastifyReply> {
  const { secure } = installation.configuration;
  const previous = readCookie(request, cookieOf[realm], secure);
  const finished = await installation.identity.finishSignIn({
    realm,
    query: request.url.split("?")[1] ?? "",
    pending: readCookie(request, "sign-in", secure),
    ...(previous && { previous }),
  });
  clearCookie(reply, "sign-in", secure);
  if (!finished.ok) return tellFault(installation, request, reply, realm, finished.fault, finished.returnTo);
  setCookie(reply, cookieOf[realm], finished.sessionId, secure);
  const visit = readCookie(request, "visit", secure);
  if (realm === "citizens" && visit) {
    await carryDrafts(installation, visit, finished.session);
    // Nothing known from before the sign-in stays good after it.
    setCookie(reply, "visit", installation.newSecret(), secure);
  }
  return seeOther(reply, finished.returnTo);
}

async function tellFault(
  installation: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
  realm: Realm,
  fault: "declined" | "unavailable" | "not-trusted" | "too-late",
  returnTo: string,
): Promise<FastifyReply> {
  const visitor = await readVisitor(installation, request, reply, realm);
  const words = portalWordsOf(
    realm === "officers" ? "en" : (chooseLanguage(portalLanguages, visitor.language)?.tag ?? "en"),
  );
  const again = realm === "officers" ? "/desk/sign-in" : "/sign-in";
  const button = { text: words.signIn, href: `${again}?then=${encodeURIComponent(returnTo)}` };
  const main = renderNotice({ title: words.signInStopped, lead: words.signInFaults[fault], button });
  reply.code(fault === "unavailable" ? 503 : 403);
  return sendPage(reply, renderPortalPage(installation, visitor, { title: words.signInStopped, main, path: "/" }));
}

async function signOut(
  installation: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
  realm: Realm,
): Promise<FastifyReply> {
  const { configuration } = installation;
  const visitor = await readVisitor(installation, request, reply, realm);
  await readForm(request, {
    origin: configuration.publicAddress,
    token: visitor.token,
    filesFolder: configuration.files,
  });
  const { goTo } = await installation.identity.endSession(
    realm,
    readCookie(request, cookieOf[realm], configuration.secure),
  );
  clearCookie(reply, cookieOf[realm], configuration.secure);
  setCookie(reply, "visit", installation.newSecret(), configuration.secure);
  return seeOther(reply, goTo ?? (realm === "officers" ? "/desk" : "/"));
}
