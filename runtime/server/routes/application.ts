// One application of a citizen: how it stands, the confirmation, answering, withdrawing, appealing, paying, its files.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { promiseOf } from "#journey/promise.ts";
import { dayOf } from "#journey/setting.ts";
import type { AnswerProblem, PostedFields } from "#journey/shapes.ts";
import { wordsIn } from "#journey/words-in.ts";
import { renderPage } from "#render/render-page.ts";
import type { Case } from "#routing/case.ts";
import { explainPosition } from "#routing/position.ts";
import { canChangeAnswers } from "#routing/steps/change.ts";
import {
  isControlOf,
  type OfficerQuestions,
  readQuestions,
  renderQuestions,
  walkQuestions,
} from "../../desk/officer-questions.ts";
import { type ApplicationView, type OpenRight, renderApplication } from "../../portal/application-page.ts";
import { lastDay, longDay } from "../../portal/days.ts";
import { historySteps } from "../../portal/history-steps.ts";
import { moneyOut } from "../../portal/money-out.ts";
import { renderPay, type SmallForm } from "../../portal/question-pages.ts";
import { rightWords } from "../../portal/right-words.ts";
import { standingNotes } from "../../portal/standing-notes.ts";
import { openPayment, showMoney, summarise } from "../../portal/summary.ts";
import { statusAsJson } from "../as-json.ts";
import { filesOfCase, walkCase } from "../case-journey.ts";
import { wantsJson } from "../errors.ts";
import { attachmentHeader, openFile } from "../files.ts";
import { sendPage } from "../form-pages.ts";
import { portalSurroundings, renderPortalPage } from "../frame.ts";
import { framedAs, mayBeFramed } from "../framed.ts";
import type { Installation } from "../installation.ts";
import { type OwnCase, requireOwnCase } from "../own-case.ts";
import { readForm } from "../posted-form.ts";
import { Refusal } from "../refusal.ts";
import type { SaidKey } from "../visitor.ts";
import { addAnswerRoutes } from "./answer.ts";
import { finishCommand, readText, refuseForged, sendForm } from "./case-forms.ts";
import { addChangeRoutes } from "./change.ts";
import { addPaperRoutes, shownPapers } from "./papers.ts";
import { sentAnswers } from "./sent-answers.ts";
import { addTaskRoutes } from "./task.ts";

type ByNumber = { Params: { number: string } };
type ByRight = { Params: { number: string; right: string } };
type ByFile = { Params: { number: string; id: string } };

/** Registers the routes of one application. */
export function addApplicationRoutes(server: FastifyInstance, installation: Installation): void {
  server.get<ByNumber>("/applications/:number", async (request, reply) => {
    const own = await requireOwnCase(installation, request, reply, request.params.number);
    const heard = await hearOfPayment(installation, request, own);
    if (wantsJson(request)) return reply.send(statusOf(installation, heard));
    return sendPage(reply, renderOwnCase(installation, heard));
  });

  server.get<ByNumber>("/applications/:number/sent", mayBeFramed, async (request, reply) => {
    const own = await requireOwnCase(installation, request, reply, request.params.number);
    const framed = framedAs(installation, request, own.bundle, request.url);
    return sendPage(reply, renderConfirmation(installation, own, framed));
  });

  addAnswerRoutes(server, installation);
  addChangeRoutes(server, installation);
  addTaskRoutes(server, installation);
  addPaperRoutes(server, installation);

  server.get<ByRight>("/applications/:number/rights/:right", async (request, reply) => {
    const own = await requireOwnCase(installation, request, reply, request.params.number);
    return sendForm(installation, reply, own, rightForm(installation, own, request.params.right));
  });
  server.post<ByRight>("/applications/:number/rights/:right", (request, reply) =>
    takeRight(installation, request, reply),
  );

  server.get<ByNumber>("/applications/:number/pay", async (request, reply) => {
    const own = await requireOwnCase(installation, request, reply, request.params.number);
    return renderPayment(installation, reply, own);
  });

  server.get<ByFile>("/applications/:number/files/:id", async (request, reply) => {
    const own = await requireOwnCase(installation, request, reply, request.params.number);
    const file = filesOfCase(own.stored.case).find(({ id }) => id === request.params.id);
    const found = file && (await openFile(installation.configuration.files, file.id));
    if (!file || !found) throw new Refusal("not-yours");
    reply
      .header("content-disposition", attachmentHeader(file.name))
      .header("content-length", found.size)
      .type(file.mediaType);
    return reply.send(found.bytes);
  });
}

function statusOf(installation: Installation, own: OwnCase): object {
  const { stored, bundle, setting, words, visitor } = own;
  const { service } = bundle;
  return statusAsJson({
    one: stored.case,
    service: service.name,
    version: service.version.number,
    summary: summarise(stored.case, service, setting, words),
    rights: openRights(installation, own),
    steps: historySteps(stored.case, service, setting, words, bundle.days),
    token: visitor.token,
  });
}

function renderOwnCase(installation: Installation, own: OwnCase): string {
  const { stored, bundle, setting, words, visitor } = own;
  const { service } = bundle;
  const one = stored.case;
  const view = {
    summary: summarise(one, service, setting, words),
    steps: historySteps(one, service, setting, words, bundle.days),
    rights: openRights(installation, own),
    answers: sentAnswers(own, `/applications/${one.number}/files`),
    isBegun: one.begunBy !== undefined,
    notes: standingNotes(one, service, setting, words, installation.configuration.publicAddress),
    moneyOut: moneyOut(one, service, setting, words),
    papers: shownPapers(installation, own),
    setting,
    timeZone: service.timeZone,
    ...keptOf(one, service.timeZone),
    ...(one.place.kind === "outcome" && one.refusalReason && { refusalReason: one.refusalReason }),
  };
  const path = `/applications/${one.number}`;
  return renderPortalPage(installation, visitor, {
    title: view.summary.title,
    main: renderApplication(view, words),
    path,
    current: "/applications",
    service,
  });
}

/** Until when all answers are kept, or when they were deleted; neither is known before a decision. */
function keptOf(one: Case, timeZone: string): Pick<ApplicationView, "keptUntil" | "deletedOn"> {
  const gone = one.deleted?.find(({ paths }) => paths.length === 0);
  if (gone) return { deletedOn: dayOf(gone.at, timeZone) };
  const coming = one.deadlines.find(
    ({ kind, state, paths }) => kind === "deletion" && state === "running" && paths?.length === 0,
  );
  return coming ? { keptUntil: lastDay(coming.at, timeZone) } : {};
}

function openRights({ instant }: Installation, { bundle, stored, setting, words }: OwnCase): OpenRight[] {
  const { service, rulebook } = bundle;
  const { rights } = explainPosition(service, rulebook, stored.case, instant(), bundle.days);
  const change = canChangeAnswers(service, stored.case)
    ? [{ name: "change answers", label: words.changeAnswers, href: `/applications/${stored.case.number}/change` }]
    : [];
  const used = rights.map(({ name, until }) => ({
    name,
    label: rightWords(service, name, setting.language, words),
    href: `/applications/${stored.case.number}/rights/${name}`,
    ...(until && { until: lastDay(until, service.timeZone) }),
  }));
  return [...change, ...used];
}

function renderConfirmation(installation: Installation, own: OwnCase, framed: ReturnType<typeof framedAs>): string {
  const { stored, bundle, setting, visitor, words } = own;
  const { service } = bundle;
  const one = stored.case;
  const path = `/applications/${one.number}`;
  const around = portalSurroundings(installation, visitor, `${path}/sent`, service);
  const promised = promiseOf(service, one.dateApplied);
  const canWithdraw = openRights(installation, own).find(({ name }) => name === "withdraw");
  const payment = openPayment(one);
  return renderPage({
    kind: "confirmation",
    journey: walkCase(bundle, one, setting.language),
    place: { ...around, ...framed, base: path, home: { text: words.myApplications, href: "/applications" } },
    reference: one.number,
    sentAt: one.sentAt,
    steps: historySteps(one, service, setting, words, bundle.days),
    ...(payment
      ? {
          act: {
            text: words.pay(showMoney(payment.amount, service, setting)),
            href: `${path}/pay`,
            until: `${words.payBy} ${longDay(lastDay(payment.dueAt, service.timeZone), setting.language, setting.today)}`,
          },
        }
      : promised && { promised }),
    ...(canWithdraw && { withdrawAt: canWithdraw.href }),
  });
}

function rightForm(
  installation: Installation,
  own: OwnCase,
  name: string,
  text = "",
  problem?: string,
  posted: PostedFields = {},
  problems: readonly AnswerProblem[] = [],
): Omit<SmallForm, "token"> {
  const { stored, words } = own;
  const path = `/applications/${stored.case.number}`;
  const right = openRights(installation, own).find((one) => one.name === name);
  if (!right) throw new Refusal("not-possible-now", undefined, path);
  const withdraw = name === "withdraw";
  const appeal = name === "appeal";
  return {
    title: withdraw ? words.withdrawTitle : right.label,
    lead: withdraw ? words.withdrawLead : appeal ? words.appealLead : "",
    questions: renderQuestions(rightQuestions(installation, own, name).fields, posted, problems),
    ...(withdraw ? {} : { textLabel: words.yourReason }),
    text,
    ...(problem && { problems: { text: problem } }),
    action: right.href,
    button: appeal ? words.sendAppeal : right.label,
    back: { text: withdraw ? words.keepApplication : words.myApplications, href: path },
  };
}

/** What is asked of who uses this right. */
function rightQuestions(
  { instant }: Installation,
  { bundle, stored, setting }: OwnCase,
  name: string,
): OfficerQuestions {
  const { service, rulebook, days } = bundle;
  const { rights } = explainPosition(service, rulebook, stored.case, instant(), days);
  const questions = rights.find((right) => right.name === name)?.questions ?? [];
  return walkQuestions(service, rulebook, stored.case, questions, setting);
}

async function takeRight(
  installation: Installation,
  request: FastifyRequest<ByRight>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const own = await requireOwnCase(installation, request, reply, request.params.number);
  const { configuration } = installation;
  const form = await readForm(request, {
    origin: configuration.publicAddress,
    token: own.visitor.token,
    filesFolder: configuration.files,
  });
  const name = request.params.right;
  const path = `/applications/${own.stored.case.number}`;
  const questions = rightQuestions(installation, own, name);
  const mine = Object.entries(form.fields).filter(([control]) => isControlOf(questions.fields, control));
  refuseForged(form, ["text", ...mine.map(([control]) => control)], `${path}/rights/${name}`);
  const { text, problem } = readText(form, own, name === "appeal");
  if (problem)
    return sendForm(
      installation,
      reply,
      own,
      rightForm(installation, own, name, text, name === "appeal" && !text ? own.words.reasonMissing : problem),
    );
  const read = readQuestions(questions, Object.fromEntries(mine));
  if (read.forged) throw new Refusal("form-forged", undefined, `${path}/rights/${name}`);
  const [wrong] = read.problems;
  if (wrong)
    return sendForm(
      installation,
      reply,
      own,
      rightForm(installation, own, name, text, wrong.message, form.fields, read.problems),
    );
  const { caseId } = own.stored;
  const outcome = await installation.commands.useRight(caseId, own.person, name, text || undefined, read.answers);
  const said: SaidKey = name === "withdraw" ? "withdrawn" : name === "appeal" ? "appealSent" : "rightUsed";
  return finishCommand(installation, reply, outcome, path, said);
}

/** The way to the provider's page; until that page is there, a page that can be looked at again. */
function renderPayment(installation: Installation, reply: FastifyReply, own: OwnCase): FastifyReply {
  const { stored, bundle, setting, words, visitor } = own;
  const { service } = bundle;
  const path = `/applications/${stored.case.number}`;
  const payment = openPayment(stored.case);
  if (!payment) throw new Refusal("not-possible-now", words.paymentNotOpen, path);
  const title = wordsIn(service.title, setting.language);
  const main = renderPay({
    words,
    title,
    amount: showMoney(payment.amount, service, setting),
    payBy: longDay(
      lastDay(payment.dueAt, service.timeZone),
      setting.language,
      dayOf(installation.instant(), service.timeZone),
    ),
    here: `${path}/pay`,
    back: path,
    ...(payment.payAddress && { payAt: payment.payAddress }),
  });
  if (!payment.payAddress) {
    installation.wake();
    reply.header("refresh", "2");
  }
  return sendPage(
    reply,
    renderPortalPage(installation, visitor, {
      title: words.payTitle,
      main,
      path: `${path}/pay`,
      current: "/applications",
      service,
    }),
  );
}

/** How long a page waits for the provider to say how a payment stands; its notice comes anyhow. */
const patience = 2000;

/**
 * Back from the provider its notice may still be on the way, so it is asked how the payment stands. Asked also when nobody
 * has just paid: a page that says "pay" to somebody who has paid is worse than a call too many.
 */
async function hearOfPayment(installation: Installation, request: FastifyRequest, own: OwnCase): Promise<OwnCase> {
  if (!openPayment(own.stored.case)?.providerId) return own;
  const { caseId } = own.stored;
  const asked = installation.checkPayment(caseId).catch((error: unknown) => {
    request.log.warn(
      { reason: error instanceof Error ? error.message : String(error) },
      "the payment provider did not say how a payment stands",
    );
  });
  await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, patience).unref())]);
  const stored = (await installation.store.readCase(caseId)) ?? own.stored;
  return { ...own, stored };
}
