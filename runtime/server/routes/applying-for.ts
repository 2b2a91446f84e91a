// For whom somebody applies (language 3.6.10): asked once, kept with the draft, changed from the check page. Nothing is asked
// where the text declares one kind of applicant only, or a register said which.
import type { FastifyInstance } from "fastify";
import { kindsToChoose } from "#support/applicants.ts";
import { renderApplyingFor } from "../../portal/applying-for-page.ts";
import { portalWordsOf } from "../../portal/words/portal-words.ts";
import type { Door } from "../door.ts";
import { openDraft, saveDraft } from "../drafts.ts";
import { wantsJson } from "../errors.ts";
import { type Filling, openFilling, stepsBefore } from "../filling.ts";
import { sendPage } from "../form-pages.ts";
import { renderPortalPage } from "../frame.ts";
import type { Installation } from "../installation.ts";
import { readForm, seeOther } from "../posted-form.ts";

type Asked = { Params: { service: string }; Querystring: { from?: string } };

/** Registers the page of a door. */
export function addApplyingFor(server: FastifyInstance, installation: Installation, door: Door, options: object): void {
  const address = `${door.route}/applying-for`;
  server.get<Asked>(address, options, async (request, reply) => {
    const filling = await openFilling(installation, door, request, reply);
    const hindrance = stepsBefore(filling, "applying-for");
    if (hindrance) return seeOther(reply, hindrance);
    if (choicesOf(filling).length === 0) return seeOther(reply, `${filling.base}/tasks`);
    const { token } = filling.visitor;
    if (wantsJson(request)) return reply.send({ name: "kind", choices: choicesOf(filling), token });
    return sendPage(reply, renderAsked(installation, filling, false));
  });

  server.post<Asked>(address, options, async (request, reply) => {
    const filling = await openFilling(installation, door, request, reply);
    const { publicAddress, files } = installation.configuration;
    const { bundle, visitor, base } = filling;
    const form = await readForm(request, { origin: publicAddress, token: visitor.token, filesFolder: files });
    const hindrance = stepsBefore(filling, "applying-for");
    if (hindrance) return seeOther(reply, hindrance);
    if (choicesOf(filling).length === 0) return seeOther(reply, `${base}/tasks`);
    const chosen = choicesOf(filling).find((kind) => kind === form.fields["kind"]);
    if (!chosen) {
      reply.code(422);
      return sendPage(reply, renderAsked(installation, filling, true));
    }
    const saved = await saveDraft(installation, bundle, filling.kept, {
      ...filling.kept.draft,
      applyingFor: chosen,
    });
    // What one has from before is another's for another applicant: read again.
    const again = await openDraft(installation, bundle, visitor);
    await saveDraft(installation, bundle, { ...again, version: saved.version }, again.draft);
    return seeOther(reply, `${base}/${request.query.from === "check" ? "check" : "tasks"}`);
  });
}

function choicesOf({ door, bundle, visitor }: Filling): ReturnType<typeof kindsToChoose> {
  return door.realm === "citizens" && visitor.session ? kindsToChoose(bundle.service, visitor.session.identity) : [];
}

function renderAsked(installation: Installation, filling: Filling, isMissing: boolean): string {
  const { bundle, visitor, kept, journey, framed } = filling;
  const words = portalWordsOf(journey.setting.language);
  const { applyingFor } = kept.draft;
  const view = { kinds: choicesOf(filling), isMissing, token: visitor.token };
  return renderPortalPage(installation, visitor, {
    title: words.applyingFor,
    main: renderApplyingFor({ ...view, ...(applyingFor && { chosen: applyingFor }) }, words),
    path: `${filling.base}/applying-for`,
    service: bundle.service,
    ...(framed && { framed }),
  });
}
