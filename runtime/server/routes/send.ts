// Sending an application: once for each draft, and nothing that the schema would refuse.
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Answers } from "#contract/facts.ts";
import { toApplication } from "#journey/application.ts";
import { readPosted } from "#journey/read-posted.ts";
import { isBeginner } from "#routing/beginner.ts";
import type { Person } from "#routing/case.ts";
import type { CommandRefusal } from "../../cases/commands.ts";
import { plainDay } from "../../portal/days.ts";
import { sayClosed } from "../../portal/opening-words.ts";
import { portalWordsOf } from "../../portal/words/portal-words.ts";
import type { StoredCase } from "../../store/store.ts";
import { namedApplicant } from "../begin-for.ts";
import type { Bundle } from "../bundles.ts";
import type { Door } from "../door.ts";
import { keptUntil, saveDraft } from "../drafts.ts";
import { wantsJson } from "../errors.ts";
import { doorwayOf, type Filling, hindranceOf, openFilling, openPage } from "../filling.ts";
import { renderCheck, sendPage } from "../form-pages.ts";
import type { Installation } from "../installation.ts";
import { readForm, seeOther } from "../posted-form.ts";
import { keptOfPresented } from "../presented.ts";
import { Refusal } from "../refusal.ts";
import { formRules } from "./save-page.ts";

type Service = { Params: { service: string } };

/** Sends the application: once for each draft, however often the button is pressed. */
export async function sendApplication(
  installation: Installation,
  door: Door,
  request: FastifyRequest<Service>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const filling = await openFilling(installation, door, request, reply);
  const { bundle, visitor, kept } = filling;
  const form = await readForm(request, formRules(installation, filling, "check"));
  const sent = kept.version === 0 ? await justSent(installation, filling) : undefined;
  if (sent) return answerSent(door, request, reply, sent);
  const before = hindranceOf(filling, "check");
  if (before) return seeOther(reply, before);
  const posted = readPosted(filling.journey, "check", form.fields);
  if (posted.forged.length > 0) throw new Refusal("form-forged", undefined, `${filling.base}/check`);
  if (posted.problems.length > 0) {
    const saved = await saveDraft(installation, bundle, kept, posted.draft);
    reply.code(422);
    if (wantsJson(request)) return reply.send({ problems: posted.problems, savedAt: saved.savedAt });
    return sendPage(
      reply,
      renderCheck(installation, { ...filling, kept: saved, journey: posted.journey }, form, posted),
    );
  }
  const { session } = visitor;
  if (!posted.journey.complete || !session)
    return seeOther(reply, openPage({ ...filling, journey: posted.journey }) ?? `${filling.base}/tasks`);
  const answers = toApplication(posted.journey);
  checkAgainstSchema(request, bundle, answers);
  const applicant = door.realm === "officers" ? namedApplicant(posted.draft) : undefined;
  const outcome = await installation.commands.sendApplication({
    definition: bundle.hash,
    draftId: kept.id,
    draft: posted.draft,
    answers,
    asked: [...posted.journey.facts.asked],
    language: posted.journey.setting.language,
    by: door.personOf(session),
    ...(applicant && { applicant }),
    presented: keptOfPresented(filling.presented),
    onceKey: `send:${kept.id}`,
  });
  if (!outcome.ok) throw refusedSending(installation, filling, outcome.refused);
  return answerSent(door, request, reply, outcome.case.number);
}

/** Nothing was sent; the answers stay as long as any draft. */
function refusedSending(installation: Installation, filling: Filling, { closed, words }: CommandRefusal): Refusal {
  if (closed === undefined) return new Refusal("not-possible-now", words, filling.door.leaveAt(filling.visitor));
  const {
    bundle: { service },
    kept,
    journey: { setting },
  } = filling;
  const spoken = portalWordsOf(setting.language);
  const until = plainDay(keptUntil(installation, kept, service.timeZone), setting.language, setting.today);
  return new Refusal(
    "not-possible-now",
    `${sayClosed(closed, doorwayOf(installation, filling))} ${spoken.closedAnswersKept(until)}`,
    filling.door.leaveAt(filling.visitor),
  );
}

/** A second press after the first was sent: the draft is gone, the case of a moment ago is what the person means. */
async function justSent(installation: Installation, { door, visitor, bundle }: Filling): Promise<string | undefined> {
  if (!visitor.session) return undefined;
  const { session } = visitor;
  const service = bundle.service.name;
  const [own] = await installation.store.findCases({ applicant: door.senderOf(session), service, limit: 1 });
  const newest = own ?? (await begunJustNow(installation, service, door.personOf(session)));
  const recent = newest && installation.now() - Date.parse(newest.case.sentAt) < 15 * 60_000;
  return recent ? newest.case.number : undefined;
}

/** What an officer began for somebody stands under that person's name: it is looked for among the newest. */
async function begunJustNow({ store }: Installation, service: string, by: Person): Promise<StoredCase | undefined> {
  if (by.kind !== "officer") return undefined;
  const newest = await store.findCases({ service, limit: 20 });
  return newest.find((one) => isBeginner(one.case, by));
}

function answerSent(door: Door, request: FastifyRequest, reply: FastifyReply, number: string): FastifyReply {
  const next = door.sentAt(number);
  return wantsJson(request) ? reply.send({ next }) : seeOther(reply, next);
}

/** What the journey lets through must be what the schema describes; if not, it is our mistake and nothing is sent. */
function checkAgainstSchema(request: FastifyRequest, bundle: Bundle, answers: Answers): void {
  if (bundle.validateApplication(answers)) return;
  const places = (bundle.validateApplication.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message ?? ""}`,
  );
  request.log.error(
    { service: bundle.service.name, definition: bundle.hash, places },
    "the journey sends what the schema refuses",
  );
  throw new Refusal("broken");
}
