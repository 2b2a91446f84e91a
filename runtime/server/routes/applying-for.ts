// For whom somebody applies (language 3.6.10): asked once, kept with the draft, changed from the check page. Nothing is asked
// where the text declares one kind of applicant only, or a register said which.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { kindsToChoose } from "#support/applicants.ts";
import { renderApplyingFor } from "../../portal/applying-for-page.ts";
import { portalWordsOf } from "../../portal/words/portal-words.ts";
import { type Choice, choiceAsJson } from "../as-json.ts";
import type { Door } from "../door.ts";
import { openDraft, saveDraft } from "../drafts.ts";
import { wantsJson } from "../errors.ts";
import { type Filling, openFilling, stepsBefore } from "../filling.ts";
import { leadTo, sendPage } from "../form-pages.ts";
import { renderPortalPage } from "../frame.ts";
import type { Installation } from "../installation.ts";
import { readForm, seeOther } from "../posted-form.ts";
import { Refusal } from "../refusal.ts";

type Asked = { Params: { service: string }; Querystring: { from?: string } };

const page = "applying-for";

/** Registers the page of a door. */
export function addApplyingFor(server: FastifyInstance, installation: Installation, door: Door, options: object): void {
  const address = `${door.route}/${page}`;
  server.get<Asked>(address, options, async (request, reply) => {
    const filling = await openFilling(installation, door, request, reply);
    const hindrance = stepsBefore(filling, page);
    if (hindrance) return leadTo(request, reply, hindrance);
    if (choicesOf(filling).length === 0) return seeOther(reply, `${filling.base}/tasks`);
    if (wantsJson(request)) return reply.send(choiceAsJson(choiceOf(filling), page, filling.visitor.token));
    return sendPage(reply, renderAsked(installation, filling, false));
  });

  server.post<Asked>(address, options, async (request, reply) => {
    const filling = await openFilling(installation, door, request, reply);
    const { publicAddress, files } = installation.configuration;
    const { bundle, visitor, base } = filling;
    const form = await readForm(request, { origin: publicAddress, token: visitor.token, filesFolder: files });
    const hindrance = stepsBefore(filling, page);
    if (hindrance) return seeOther(reply, hindrance);
    if (choicesOf(filling).length === 0) return seeOther(reply, `${base}/tasks`);
    if (Object.keys(form.fields).some((name) => name !== "kind"))
      throw new Refusal("form-forged", undefined, `${base}/${page}`);
    const chosen = choicesOf(filling).find((kind) => kind === form.fields["kind"]);
    if (!chosen) return answerMissing(installation, request, reply, filling);
    const saved = await saveDraft(installation, bundle, filling.kept, {
      ...filling.kept.draft,
      applyingFor: chosen,
    });
    // What one has from before is another's for another applicant: read again.
    const again = await openDraft(installation, bundle, visitor);
    const { savedAt } = await saveDraft(installation, bundle, { ...again, version: saved.version }, again.draft);
    const next = `${base}/${request.query.from === "check" ? "check" : "tasks"}`;
    return wantsJson(request) ? reply.send({ next, savedAt }) : seeOther(reply, next);
  });
}

function choicesOf({ door, bundle, visitor }: Filling): ReturnType<typeof kindsToChoose> {
  return door.realm === "citizens" && visitor.session ? kindsToChoose(bundle.service, visitor.session.identity) : [];
}

/** The question in the person's language, with what was chosen before. */
function choiceOf(filling: Filling): Choice {
  const { applyingFor } = filling.kept.draft;
  const { applyingFor: label, applyingForKind } = portalWordsOf(filling.journey.setting.language);
  const options = choicesOf(filling).map((kind) => ({ value: kind, label: applyingForKind[kind] }));
  return { control: "kind", label, ...(applyingFor && { value: applyingFor }), options };
}

function answerMissing(
  installation: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
  filling: Filling,
): FastifyReply {
  reply.code(422);
  if (!wantsJson(request)) return sendPage(reply, renderAsked(installation, filling, true));
  const message = portalWordsOf(filling.journey.setting.language).applyingForMissing;
  const problem = { path: "kind", control: "kind", message, address: page };
  return reply.send({ problems: [problem], savedAt: filling.kept.savedAt });
}

function renderAsked(installation: Installation, filling: Filling, isMissing: boolean): string {
  const { bundle, visitor, kept, journey, framed } = filling;
  const words = portalWordsOf(journey.setting.language);
  const { applyingFor } = kept.draft;
  const view = { kinds: choicesOf(filling), isMissing, token: visitor.token };
  return renderPortalPage(installation, visitor, {
    title: words.applyingFor,
    main: renderApplyingFor({ ...view, ...(applyingFor && { chosen: applyingFor }) }, words),
    path: `${filling.base}/${page}`,
    service: bundle.service,
    ...(framed && { framed }),
  });
}
