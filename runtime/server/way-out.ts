// What stands in a frame of another website in place of pages that may not stand there (sign-in, payment, one's own applications), and the
// way back to that website after sign-in.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { renderNotice } from "../portal/notice-page.ts";
import { portalLanguages, portalWordsOf } from "../portal/words/portal-words.ts";
import type { Configuration } from "./configuration.ts";
import { clearCookie, readCookie, setCookie } from "./cookies.ts";
import { sendPage } from "./form-pages.ts";
import { renderPortalPage } from "./frame.ts";
import { isForFrame } from "./framed.ts";
import type { Installation } from "./installation.ts";
import { seeOther } from "./posted-form.ts";
import { chooseLanguage, readVisitor } from "./visitor.ts";

/** Remembers the website around the frame, to lead back to it after sign-in. Its page alone, without what was asked of it. */
export function rememberWebsite(
  { configuration }: Installation,
  request: FastifyRequest<{ Querystring: { from?: string } }>,
  reply: FastifyReply,
): void {
  if (!isForFrame(request) || request.headers["sec-fetch-site"] === "cross-site") return;
  const website = websiteAt(configuration, request.query.from);
  if (website !== undefined) setCookie(reply, "from", website, configuration.secure, 3600);
}

/** The page of a website that may show our forms, and nothing else. */
function websiteAt({ embeddedIn }: Configuration, address: string | undefined): string | undefined {
  const url = URL.parse(address ?? "");
  return url && embeddedIn.includes(url.origin) ? url.origin + url.pathname : undefined;
}

/** Whatever is not part of the form (sign-in, payment, one's own applications) goes on in a window of its own, and says so. */
export function addWayOutOfFrames(server: FastifyInstance, installation: Installation): void {
  server.decorateRequest("leadsOut", false);
  if (installation.configuration.embeddedIn.length === 0) return;
  server.addHook("preHandler", async (request, reply) => {
    if (!isForFrame(request) || request.method !== "GET" || request.routeOptions.config.mayBeFramed === true) return;
    // A page that only leads out may stand in the frame itself.
    request.leadsOut = true;
    const visitor = await readVisitor(installation, request, reply, "citizens");
    const words = portalWordsOf(chooseLanguage(portalLanguages, visitor.language)?.tag ?? "en");
    const { title, lead, button } = words.outOfFrame;
    const script = [...installation.bundles.byHash.values()].find(({ formAssets }) => formAssets.framed)?.formAssets;
    const main = renderNotice({ title, lead, button: { text: button, href: wayOn(installation, request) } });
    const page = {
      title,
      main,
      path: "/",
      ...(script?.framed !== undefined && { framed: { script: script.framed, within: "" } }),
    };
    return sendPage(reply, renderPortalPage(installation, { ...visitor, session: undefined }, page));
  });
}

/** After sign-in one comes back to the website, where one was. */
function wayOn({ configuration }: Installation, request: FastifyRequest): string {
  const [path, query] = request.url.split("?");
  const from = websiteAt(configuration, readCookie(request, "from", configuration.secure));
  if (path !== "/sign-in" || from === undefined) return request.url;
  const asked = new URLSearchParams(query);
  asked.set("then", backToWebsite);
  return `${path}?${asked}`;
}

const backToWebsite = "/back-to-website";

/** Registers the way back from sign-in to the website whose page the form stands in. */
export function addWayBack(server: FastifyInstance, { configuration }: Installation): void {
  server.get(backToWebsite, async (request, reply) => {
    const website = websiteAt(configuration, readCookie(request, "from", configuration.secure));
    clearCookie(reply, "from", configuration.secure);
    return seeOther(reply, website ?? "/");
  });
}
