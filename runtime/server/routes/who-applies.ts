// Who applies (language 3.6.10), asked before the form: for whom, and who fills in. Each is asked once, kept with the draft, and changed
// from the check page. Nothing is asked where the text lets people choose nothing, or a register said it.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { renderWhoApplies } from "../../portal/who-applies-page.ts";
import { portalWordsOf } from "../../portal/words/portal-words.ts";
import { choiceAsJson } from "../as-json.ts";
import type { Door } from "../door.ts";
import { openDraft, saveDraft } from "../drafts.ts";
import { wantsJson } from "../errors.ts";
import { askedIn, type Filling, openFilling, stepsBefore } from "../filling.ts";
import { leadTo, sendPage } from "../form-pages.ts";
import { renderPortalPage } from "../frame.ts";
import type { Installation } from "../installation.ts";
import { readForm, seeOther } from "../posted-form.ts";
import { Refusal } from "../refusal.ts";
import { type AskedPage, type Asking, askedPages, askingOf, pageToAsk, withChosen } from "../who-applies.ts";

type Request = { Params: { service: string }; Querystring: { from?: string } };

/** Registers the pages of a door. */
export function addWhoApplies(server: FastifyInstance, installation: Installation, door: Door, options: object): void {
  for (const page of askedPages) addPage(server, installation, door, options, page);
}

function addPage(
  server: FastifyInstance,
  installation: Installation,
  door: Door,
  options: object,
  page: AskedPage,
): void {
  const address = `${door.route}/${page}`;
  server.get<Request>(address, options, async (request, reply) => {
    const filling = await openFilling(installation, door, request, reply);
    const hindrance = stepsBefore(filling, page) ?? askedBefore(filling, page);
    if (hindrance) return leadTo(request, reply, hindrance);
    const asking = questionOf(filling, page);
    if (!asking) return seeOther(reply, `${filling.base}/tasks`);
    if (wantsJson(request)) return reply.send(choiceAsJson(asking, page, filling.visitor.token));
    return sendPage(reply, renderAsking(installation, filling, page, asking));
  });

  server.post<Request>(address, options, async (request, reply) => {
    const filling = await openFilling(installation, door, request, reply);
    const { publicAddress, files } = installation.configuration;
    const { bundle, visitor, base } = filling;
    const form = await readForm(request, { origin: publicAddress, token: visitor.token, filesFolder: files });
    const hindrance = stepsBefore(filling, page) ?? askedBefore(filling, page);
    if (hindrance) return seeOther(reply, hindrance);
    const asked = askedIn(filling);
    const asking = questionOf(filling, page);
    if (!asked || !asking) return seeOther(reply, `${base}/tasks`);
    if (Object.keys(form.fields).some((name) => name !== asking.control && name !== "_do"))
      throw new Refusal("form-forged", undefined, `${base}/${page}`);
    const chosen = withChosen(asked, page, form.fields[asking.control]);
    if (!chosen) return answerMissing(installation, request, reply, filling, page, asking);
    const saved = await saveDraft(installation, bundle, filling.kept, chosen);
    // What one has from before is another's for another applicant: read again.
    const again = await openDraft(installation, bundle, visitor);
    const { savedAt } = await saveDraft(installation, bundle, { ...again, version: saved.version }, again.draft);
    const next = `${base}/${nextAfter(pageToAsk({ ...asked, draft: again.draft }), request.query.from === "check")}`;
    return wantsJson(request) ? reply.send({ next, savedAt }) : seeOther(reply, next);
  });
}

function nextAfter(toAsk: AskedPage | undefined, isFromCheck: boolean): string {
  if (toAsk) return isFromCheck ? `${toAsk}?from=check` : toAsk;
  return isFromCheck ? "check" : "tasks";
}

/** Who fills in is asked of the kind of applicant that was chosen. */
function askedBefore(filling: Filling, page: AskedPage): string | undefined {
  const asked = askedIn(filling);
  const first = asked && pageToAsk(asked);
  return first === "applying-for" && page !== first ? `${filling.base}/${first}` : undefined;
}

function questionOf(filling: Filling, page: AskedPage): Asking | undefined {
  const asked = askedIn(filling);
  return asked && askingOf(asked, page, filling.journey.setting.language);
}

function answerMissing(
  installation: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
  filling: Filling,
  page: AskedPage,
  asking: Asking,
): FastifyReply {
  const { control, missing: message } = asking;
  reply.code(422);
  if (!wantsJson(request)) return sendPage(reply, renderAsking(installation, filling, page, asking, message));
  const problem = { path: control, control, message, address: page };
  return reply.send({ problems: [problem], savedAt: filling.kept.savedAt });
}

function renderAsking(
  installation: Installation,
  { bundle, visitor, journey, base, framed }: Filling,
  page: AskedPage,
  asking: Asking,
  problem?: string,
): string {
  const words = portalWordsOf(journey.setting.language);
  return renderPortalPage(installation, visitor, {
    title: asking.label,
    main: renderWhoApplies({ ...asking, token: visitor.token, ...(problem !== undefined && { problem }) }, words),
    path: `${base}/${page}`,
    service: bundle.service,
    ...(framed && { framed }),
  });
}
