// A page of a form that was posted: read, saved, what registers say fetched, and led on.
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Draft, FileAnswer } from "#contract/facts.ts";
import { filesIn, nextAfter, readPosted } from "#journey/read-posted.ts";
import type { Journey, Posted } from "#journey/shapes.ts";
import { findStep } from "#journey/walk.ts";
import { renderPage } from "#render/render-page.ts";
import type { Door } from "../door.ts";
import { fetchWanted, type KeptDraft, openDraft, saveDraft, walkDraft } from "../drafts.ts";
import { wantsJson } from "../errors.ts";
import { type Filling, hindranceOf, openFilling } from "../filling.ts";
import { placeOf, sendPage } from "../form-pages.ts";
import type { Installation } from "../installation.ts";
import { dropFiles, type PostedForm, readForm, seeOther } from "../posted-form.ts";
import { Refusal } from "../refusal.ts";
import { uploadRulesOf } from "../upload-rules.ts";

type Page = { Params: { service: string; "*": string } };

export async function savePage(
  installation: Installation,
  door: Door,
  request: FastifyRequest<Page>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const filling = await openFilling(installation, door, request, reply);
  const address = request.params["*"];
  const hindrance = hindranceOf(filling, address);
  const form = await readForm(request, formRules(installation, filling, address));
  if (hindrance) return leaveWithoutSaving(installation, reply, form, hindrance);
  try {
    const { kept, journey, posted } = await takePage(installation, request, filling, form, address);
    await dropReplacedFiles(installation.configuration.files, filesIn(filling.kept.draft), kept.draft, form);
    return answerPosted(installation, request, reply, { ...filling, kept, journey }, posted, form, address);
  } catch (error) {
    await dropFiles(installation.configuration.files, form.files);
    throw error;
  }
}

/** What came of a page that was posted: the draft as it is kept now, its journey, and where to go. */
interface Taken {
  readonly kept: KeptDraft;
  readonly journey: Journey;
  readonly posted: Posted;
}

/**
 * Reads and saves a page. The page's own background saving may have been a moment faster: then it is read once more onto
 * what is kept now, so that Continue never loses to it.
 */
async function takePage(
  installation: Installation,
  request: FastifyRequest<Page>,
  filling: Filling,
  form: PostedForm,
  address: string,
): Promise<Taken> {
  try {
    return await takePageOnce(installation, request, filling, form, address);
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== "changed-meanwhile") throw error;
    const { bundle, visitor } = filling;
    const kept = await openDraft(installation, bundle, visitor);
    const journey = walkDraft(installation, bundle, kept.draft, visitor.language);
    return takePageOnce(installation, request, { ...filling, kept, journey }, form, address);
  }
}

async function takePageOnce(
  installation: Installation,
  request: FastifyRequest<Page>,
  { base, bundle, visitor, kept, journey }: Filling,
  form: PostedForm,
  address: string,
): Promise<Taken> {
  if (!findStep(journey, address)) throw new Refusal("not-found", undefined, `${base}/apply`);
  const posted = readPosted(journey, address, form.fields, installation.newId());
  if (posted.forged.length > 0) {
    request.log.warn({ service: bundle.service.name, forged: posted.forged.length }, "forged fields refused");
    throw new Refusal("form-forged", undefined, `${base}/apply`);
  }
  // Saved in the background while somebody types: nothing is passed yet, and no register is asked with half an answer.
  if (form.host["_do"] === "save") {
    const half = await saveDraft(installation, bundle, kept, { ...posted.draft, passed: kept.draft.passed });
    return { kept: half, journey: posted.journey, posted };
  }
  const saved = await saveDraft(installation, bundle, kept, posted.draft);
  const fetched = await fetchWanted(installation, bundle, posted.draft, visitor.language);
  if (fetched === posted.draft) return { kept: saved, journey: posted.journey, posted };
  const filled = await saveDraft(installation, bundle, saved, fetched);
  const after = walkDraft(installation, bundle, filled.draft, visitor.language);
  // After a register answered, the page to go to may be another.
  const stays = posted.problems.length > 0 || posted.next === address;
  return { kept: filled, journey: after, posted: stays ? posted : { ...posted, next: nextAfter(after, address) } };
}

async function leaveWithoutSaving(
  installation: Installation,
  reply: FastifyReply,
  form: PostedForm,
  to: string,
): Promise<FastifyReply> {
  await dropFiles(installation.configuration.files, form.files);
  return seeOther(reply, to);
}

function answerPosted(
  installation: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
  filling: Filling,
  posted: Posted,
  form: PostedForm,
  address: string,
): FastifyReply {
  const { base } = filling;
  if (wantsJson(request)) {
    reply.type("application/json; charset=utf-8");
    if (posted.problems.length > 0)
      return reply.code(422).send({ problems: posted.problems, savedAt: filling.kept.savedAt });
    return reply.send({ next: `${base}/${posted.next}`, savedAt: filling.kept.savedAt });
  }
  if (posted.problems.length === 0) return seeOther(reply, `${base}/${posted.next}`);
  const place = placeOf(installation, filling, address);
  reply.code(422);
  return sendPage(
    reply,
    renderPage({
      kind: "question",
      place,
      journey: filling.journey,
      address,
      posted: form.fields,
      problems: posted.problems,
    }),
  );
}

export function formRules(
  installation: Installation,
  filling: Filling,
  address: string,
): Parameters<typeof readForm>[1] {
  const { configuration } = installation;
  return {
    origin: configuration.publicAddress,
    token: filling.visitor.token,
    filesFolder: configuration.files,
    uploadRule: uploadRulesOf(filling.journey, address, configuration.limits.uploadBytes),
  };
}

/** A file that was uploaded again, or taken out, is deleted; so is one that came with the form and was not kept. */
export async function dropReplacedFiles(
  folder: string,
  before: readonly FileAnswer[],
  after: Draft,
  form: PostedForm,
): Promise<void> {
  const still = new Set(filesIn(after).map(({ id }) => id));
  await dropFiles(
    folder,
    [...before, ...form.files].filter(({ id }) => !still.has(id)),
  );
}
