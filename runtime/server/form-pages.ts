// The pages of a form that the server puts together, with what stands around them.
import type { FastifyReply, FastifyRequest } from "fastify";
import { promiseOf } from "#journey/promise.ts";
import type { Posted } from "#journey/shapes.ts";
import { findStep } from "#journey/walk.ts";
import type { FormPlace } from "#render/page-view.ts";
import { renderPage } from "#render/render-page.ts";
import { plainDay } from "../portal/days.ts";
import { neededLicenceTitle, renderNeededLicence } from "../portal/needed-licence-page.ts";
import { portalWordsOf } from "../portal/words/portal-words.ts";
import { beginForPage } from "./begin-for.ts";
import { keptUntil } from "./drafts.ts";
import { wantsJson } from "./errors.ts";
import { askedIn, type Filling } from "./filling.ts";
import { renderPortalPage } from "./frame.ts";
import type { Installation } from "./installation.ts";
import { sayMissing } from "./needed-licence.ts";
import { type PostedForm, seeOther } from "./posted-form.ts";
import { Refusal } from "./refusal.ts";
import { sessionEnd } from "./session-end.ts";
import { askedPages, askingOf } from "./who-applies.ts";

export function sendPage(reply: FastifyReply, page: string): FastifyReply {
  reply.type("text/html; charset=utf-8");
  return reply.send(page);
}

/** Leads to what comes first; a program is told to sign in instead of being shown the sign-in page. */
export function leadTo(request: FastifyRequest, reply: FastifyReply, to: string): FastifyReply {
  if (wantsJson(request) && to.startsWith("/sign-in")) throw new Refusal("sign-in-first");
  return seeOther(reply, to);
}

export function renderCheck(installation: Installation, filling: Filling, form?: PostedForm, posted?: Posted): string {
  const promised = promiseOf(filling.bundle.service, filling.journey.setting.today);
  return renderPage({
    kind: "check",
    whoApplies: whoAppliesOf(filling),
    place: placeOf(installation, filling, "check"),
    journey: filling.journey,
    ...(promised && { promised }),
    ...(form && posted && { posted: form.fields, problems: posted.problems }),
  });
}

/** What was chosen of who applies, where there was a choice. */
function whoAppliesOf(filling: Filling) {
  const { begunFor } = filling.kept.draft;
  if (filling.asksForWhom && begunFor) {
    const text = begunFor === "nobody" ? "Nobody with an account" : begunFor.name;
    return [{ label: "Begun for", text, change: `${filling.base}/${beginForPage}` }];
  }
  const asked = askedIn(filling);
  if (!asked) return [];
  return askedPages.flatMap((page) => {
    const asking = askingOf(asked, page, filling.journey.setting.language);
    const change = `${filling.base}/${page}?from=check`;
    return asking?.chosen === undefined ? [] : [{ label: asking.short, text: asking.chosen, change }];
  });
}

/** What stands around a page of the form. `address` is the page's own: the links to other languages stay on it. */
export function placeOf(
  installation: Installation,
  { door, base, bundle, visitor, kept, journey, framed }: Filling,
  address?: string,
): FormPlace {
  const { service } = bundle;
  const language = journey.setting.language;
  const words = portalWordsOf(language);
  const here = address === undefined ? base : `${base}/${address}`;
  const around = door.surroundings(installation, visitor, here, service);
  const { script, styles, integrity } = bundle.formAssets;
  const leave = { text: words.saveAndLeave, href: `${base}/leave` };
  return {
    ...around,
    language,
    base,
    tools: kept.version > 0 || visitor.session ? [leave, ...around.tools] : around.tools,
    ...(styles.length > 0 && { styles: [...around.styles, ...styles] }),
    ...(script && { script }),
    ...(framed && { framed }),
    ...(integrity && { integrity }),
    ...(address !== undefined && findStep(journey, address)?.kind === "page" && { saveAddress: here }),
    ...(visitor.session && { session: sessionEnd(visitor.session, journey.setting.instant, here) }),
    ...(kept.version > 0 && { savedAt: kept.savedAt, keptUntil: keptUntil(installation, kept, service.timeZone) }),
  };
}

export function renderMissing(
  installation: Installation,
  { bundle, visitor, kept, journey, missing, framed }: Filling,
): string {
  const { service } = bundle;
  const { setting } = journey;
  const view = {
    words: portalWordsOf(setting.language),
    missing: missing.map((one) => sayMissing(installation, bundle, setting, one)),
    ...(kept.version > 0 && {
      keptUntil: plainDay(keptUntil(installation, kept, service.timeZone), setting.language, setting.today),
    }),
  };
  return renderPortalPage(installation, visitor, {
    title: neededLicenceTitle(view),
    main: renderNeededLicence(view),
    path: `/${service.name}/needed-licence`,
    service,
    ...(framed && { framed }),
  });
}
