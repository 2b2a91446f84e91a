// What the small forms of a running case have in common: shown as a page, read, and led on from.
import type { FastifyReply } from "fastify";
import { renderSmallForm, type SmallForm } from "../../portal/question-pages.ts";
import { wantsJson } from "../errors.ts";
import { sendPage } from "../form-pages.ts";
import { renderPortalPage } from "../frame.ts";
import type { Installation } from "../installation.ts";
import type { OwnCase } from "../own-case.ts";
import { type PostedForm, seeOther } from "../posted-form.ts";
import { Refusal } from "../refusal.ts";
import { type SaidKey, saySoon } from "../visitor.ts";

const textLimit = 5000;

/** The form as a page. */
export function sendForm(
  installation: Installation,
  reply: FastifyReply,
  own: OwnCase,
  form: Omit<SmallForm, "token">,
): FastifyReply {
  const count = Object.keys(form.problems ?? {}).length;
  const problems = count > 0;
  if (problems && wantsJson(reply.request))
    return reply.code(422).send({
      problems: Object.entries(form.problems ?? {}).map(([control, message]) => ({ path: control, control, message })),
    });
  const problemsTitle = own.setting.words.problemsTitle({ count });
  const main = renderSmallForm({ ...form, problemsTitle, token: own.visitor.token });
  if (problems) reply.code(422);
  const { service } = own.bundle;
  return sendPage(
    reply,
    renderPortalPage(installation, own.visitor, {
      title: form.title,
      main,
      path: form.action,
      current: "/applications",
      service,
      problems,
    }),
  );
}

/** The text that was written, cut of space at its ends, and what is wrong with it. */
export function readText(form: PostedForm, { words }: OwnCase, needed: boolean): { text: string; problem?: string } {
  const posted = form.fields["text"];
  const text = typeof posted === "string" ? posted.trim() : "";
  if (text.length > textLimit) return { text, problem: words.tooLong };
  if (needed && !text) return { text, problem: words.answerMissing };
  return { text };
}

/** Fields that this page does not have end the request. */
export function refuseForged(form: PostedForm, known: readonly string[], wayOn: string): void {
  const forged = Object.keys(form.fields).some((name) => !known.includes(name) && name !== "_do");
  if (forged) throw new Refusal("form-forged", undefined, wayOn);
}

/** What a command of the applicant gave. */
type Done = Awaited<ReturnType<Installation["commands"]["useRight"]>>;

/** Leads on after a command, or refuses in words. */
export function finishCommand(
  installation: Installation,
  reply: FastifyReply,
  outcome: Done,
  path: string,
  said: SaidKey,
): FastifyReply {
  if (!outcome.ok) {
    const kind = outcome.refused.code === "changed-meanwhile" ? "changed-meanwhile" : "not-possible-now";
    throw new Refusal(kind, undefined, path);
  }
  saySoon(installation, reply, said);
  return seeOther(reply, path);
}
