// The part of somebody who was invited by e-mail. The link says which invitation it is; nothing of the case is shown before
// they have signed in at its level and taken it up, and then only what their part shows.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { showLines, withChoicesFilled } from "#journey/fill.ts";
import { buildSetting } from "#journey/setting.ts";
import type { AnswerProblem, PostedFields, Setting } from "#journey/shapes.ts";
import { wordsIn } from "#journey/words-in.ts";
import type { Invitation } from "#routing/case.ts";
import { factsOf } from "#routing/facts.ts";
import { offerTasks, type TaskOffer } from "#routing/position.ts";
import { checkOf, visitOfCheck } from "#routing/steps/work.ts";
import { valueAtDotted } from "#support/facts.ts";
import { isOpenTo } from "../../cases/access.ts";
import { aboutItem } from "../../desk/check-about.ts";
import { capital } from "../../desk/item-name.ts";
import {
  askedInside,
  isControlOf,
  type OfficerQuestions,
  readQuestions,
  renderQuestions,
  walkQuestions,
} from "../../desk/officer-questions.ts";
import { hasLevel } from "../../identity/level.ts";
import { renderInvited, renderInvitedWork } from "../../portal/invited-page.ts";
import { renderNotice } from "../../portal/notice-page.ts";
import { type PortalWords, portalWordsOf } from "../../portal/words/portal-words.ts";
import type { StoredCase } from "../../store/store.ts";
import type { Bundle } from "../bundles.ts";
import { sendPage } from "../form-pages.ts";
import { renderPortalPage } from "../frame.ts";
import type { Installation } from "../installation.ts";
import { openInvitation } from "../invitations.ts";
import { requireCitizen, type SignedIn, SignInFirst } from "../own-case.ts";
import { readForm, seeOther } from "../posted-form.ts";
import { Refusal } from "../refusal.ts";
import { findDefinition } from "../services.ts";

type ByToken = { Params: { token: string } };

/** An invitation with its case, and who is signed in. */
interface Invited extends SignedIn {
  readonly at: string;
  readonly invitation: Invitation;
  readonly stored: StoredCase;
  readonly bundle: Bundle;
  readonly setting: Setting;
  readonly words: PortalWords;
}

interface Posted {
  readonly action: string;
  readonly reason: string;
  readonly fields: PostedFields;
  readonly problem: string;
  readonly problems?: readonly AnswerProblem[];
}

/** Registers them. */
export function addInvitedRoutes(server: FastifyInstance, installation: Installation): void {
  server.get<ByToken>("/invited/:token", async (request, reply) => {
    const invited = await requireInvited(installation, request, reply);
    return show(installation, reply, invited);
  });
  server.post<ByToken>("/invited/:token", async (request, reply) => {
    const invited = await requireInvited(installation, request, reply);
    return take(installation, request, reply, invited);
  });
}

/** Whoever has the link, signed in at the level of the invitation. One that somebody else took up is "not found". */
async function requireInvited(
  installation: Installation,
  request: FastifyRequest<ByToken>,
  reply: FastifyReply,
): Promise<Invited> {
  const { token } = request.params;
  const link = openInvitation(installation.configuration.sessionSecret, token);
  const stored = link && (await installation.store.readCase(link.caseId));
  const invitation = stored?.case.invitations?.find(({ id }) => id === link?.invitationId);
  if (!stored || !invitation) throw new Refusal("not-found");
  const at = `/invited/${token}`;
  const signedIn = await requireCitizen(installation, request, reply);
  if (!hasLevel(signedIn.session.identity.level, invitation.level))
    throw new SignInFirst(`/sign-in/level?then=${encodeURIComponent(at)}&level=${invitation.level}`);
  if (invitation.by && invitation.by.id !== signedIn.person.id) throw new Refusal("not-yours");
  const bundle = findDefinition(installation, stored.case.definition);
  const setting = buildSetting(bundle.service, installation.instant(), signedIn.visitor.language);
  return { ...signedIn, at, invitation, stored, bundle, setting, words: portalWordsOf(setting.language) };
}

/** The work of the invitation; undefined when it is done, or no longer needed. */
function workOf(installation: Installation, { bundle, stored, person, invitation }: Invited): TaskOffer | undefined {
  const { service, rulebook, days } = bundle;
  const offers = offerTasks(service, rulebook, stored.case, person, installation.instant(), days);
  const { stage, visit, check } = invitation;
  return offers.find(({ task, refused }) => {
    return !refused && task.stage === stage && task.visit === visit && task.check === check && !task.proposal;
  });
}

function show(installation: Installation, reply: FastifyReply, invited: Invited, posted?: Posted): FastifyReply {
  const { bundle, setting, words, visitor, at, invitation } = invited;
  const { service } = bundle;
  const page = (title: string, main: Parameters<typeof renderPortalPage>[2]["main"]): FastifyReply =>
    sendPage(
      reply,
      renderPortalPage(installation, visitor, { title, main, path: at, service, problems: posted !== undefined }),
    );
  const title = wordsIn(service.title, setting.language);
  const role = invitation.role.replaceAll("-", " ");
  if (invitation.state === "invited") {
    const agency = wordsIn(service.agency.title, setting.language);
    const main = renderInvited({ service: title, agency, role, action: at, token: visitor.token }, words);
    return page(words.invitedTitle(title), main);
  }
  const offer = workOf(installation, invited);
  if (!offer) return page(words.invitedOver, renderNotice({ title: words.invitedOver, lead: words.invitedOverLead }));
  const { fields } = questionsOf(invited, offer, posted?.action ?? "");
  const main = renderInvitedWork(
    {
      title: wordsIn(offer.stage.title, setting.language),
      service: title,
      facts: factsShown(installation, invited, offer),
      questions: renderQuestions(fields, posted?.fields ?? {}, posted?.problems ?? []),
      choices: offer.actions.map(({ name, label }) => ({
        name,
        label: wordsIn(label, setting.language) || capital(name.replaceAll("-", " ")),
        on: posted?.action === name,
      })),
      withReason: offer.actions.some((action) => action.withReason),
      reason: posted?.reason ?? "",
      ...(posted && { problem: posted.problem }),
      action: at,
      task: offer.task.id,
      token: visitor.token,
    },
    words,
  );
  return page(wordsIn(offer.stage.title, setting.language), main);
}

/** What the work shows and privacy does not keep from this role; of an item, only the one it is about. */
function factsShown(
  installation: Installation,
  { bundle, stored, setting, invitation }: Invited,
  { stage: work, task }: TaskOffer,
): { readonly label: string; readonly lines: readonly string[] }[] {
  const { service, rulebook, days } = bundle;
  const present = stored.case;
  const isOpen = (path: string): boolean => isOpenTo(service, path, new Set([invitation.role]));
  const facts = factsOf(service, present, installation.instant(), days);
  const said = withChoicesFilled({ service, rulebook, setting, facts });
  const stage = service.route?.stages.find(({ name }) => name === task.stage);
  const check = stage && checkOf(stage, present, task.check);
  const about = check && aboutItem(said, present, check, visitOfCheck(present, task.check)?.item, setting, isOpen);
  const rows = work.shows.filter(isOpen).flatMap((path) => {
    const named = service.names[path];
    const value = named?.rule ? rulebook.evaluate(named.rule, facts) : valueAtDotted(facts.values, path);
    if (!named || value === undefined) return [];
    const label = wordsIn(named.label, setting.language) || capital(named.name.replaceAll("-", " "));
    return [{ label, lines: showLines(value, named.type, said, setting) }];
  });
  return [...(about?.rows ?? []).map(({ label, lines }) => ({ label, lines: lines.map(({ text }) => text) })), ...rows];
}

/** What is asked whatever they choose, and with this choice. */
function questionsOf(
  { bundle, stored, setting }: Invited,
  { stage, task }: TaskOffer,
  action: string,
): OfficerQuestions {
  const own = stage.actions.find(({ name }) => name === action)?.questions ?? [];
  const inside = askedInside(stored.case, stage, task);
  return walkQuestions(bundle.service, bundle.rulebook, stored.case, [...stage.questions, ...own], setting, inside);
}

async function take(
  installation: Installation,
  request: FastifyRequest<ByToken>,
  reply: FastifyReply,
  invited: Invited,
): Promise<FastifyReply> {
  const { publicAddress, files } = installation.configuration;
  const { stored, person, session, invitation, at, visitor, words } = invited;
  const form = await readForm(request, { origin: publicAddress, token: visitor.token, filesFolder: files });
  const text = (name: string): string => {
    const value = form.fields[name];
    return typeof value === "string" ? value.trim() : "";
  };
  if (text("do") === "begin") {
    const begun = await installation.commands.acceptInvitation(
      stored.caseId,
      person,
      invitation.id,
      session.identity.level,
    );
    if (!begun.ok) throw new Refusal("not-possible-now", begun.refused.words);
    return seeOther(reply, at);
  }
  const offer = workOf(installation, invited);
  if (!offer) return seeOther(reply, at);
  const [action, reason] = [text("action"), text("reason")];
  const questions = questionsOf(invited, offer, action);
  const isOurs = (control: string): boolean =>
    ["do", "task", "action", "reason"].includes(control) || isControlOf(questions.fields, control);
  if (!Object.keys(form.fields).every(isOurs)) throw new Refusal("form-forged", undefined, at);
  const fail = (problem: string, problems?: readonly AnswerProblem[]): FastifyReply => {
    reply.code(422);
    return show(installation, reply, invited, {
      action,
      reason,
      fields: form.fields,
      problem,
      ...(problems && { problems }),
    });
  };
  if (action === "") return fail(words.invitedChoose);
  const controls = Object.entries(form.fields).filter(([control]) => isControlOf(questions.fields, control));
  const read = readQuestions(questions, Object.fromEntries(controls));
  if (read.forged) throw new Refusal("form-forged", undefined, at);
  if (read.problems.length > 0) return fail(read.problems[0]?.message ?? "", read.problems);
  const { answers } = read;
  const done = await installation.commands.choose(stored.caseId, person, {
    taskId: offer.task.id,
    action,
    answers,
    ...(reason && { reason }),
  });
  if (done.ok) return seeOther(reply, at);
  if (done.refused.code === "reason-missing") return fail(words.reasonMissing);
  throw new Refusal("not-possible-now", done.refused.words, at);
}
