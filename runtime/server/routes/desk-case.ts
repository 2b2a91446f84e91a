// One case at the desk: what an officer may see of it, claiming, deciding, asking the applicant, its files.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Action, Service } from "#contract";
import { checkAnswers } from "#journey/check-answers.ts";
import { withChoicesFilled } from "#journey/fill.ts";
import { buildSetting } from "#journey/setting.ts";
import type { JourneyField, PostedFields } from "#journey/shapes.ts";
import { wordsIn } from "#journey/words-in.ts";
import { isBegunByOfficer } from "#routing/beginner.ts";
import type { Case } from "#routing/case.ts";
import { factsOf } from "#routing/facts.ts";
import { offerTask } from "#routing/position.ts";
import { checksHad, hadStage, isOpenTo, mayOpenFile, visiblePaths } from "../../cases/access.ts";
import { type CaseView, renderCasePage } from "../../desk/case-page.ts";
import { askAction, type DecisionView, ledHere, notOpen, offeredActions, stageQuestions } from "../../desk/decision.ts";
import { dueOf } from "../../desk/due.ts";
import { factGroups, valueWords, visibleBy } from "../../desk/facts.ts";
import { historyLines } from "../../desk/history.ts";
import { capital } from "../../desk/item-name.ts";
import {
  askedInside,
  isControlOf,
  type OfficerQuestions,
  readQuestions,
  walkQuestions,
} from "../../desk/officer-questions.ts";
import { proposalView } from "../../desk/proposal.ts";
import { recurringWords } from "../../desk/recurring.ts";
import { type Reopenable, reopenable } from "../../desk/reopen.ts";
import { reasonsOf, ruleText } from "../../desk/rule-text.ts";
import { dayAndTime } from "../../portal/days.ts";
import { moneyOut } from "../../portal/money-out.ts";
import { outcomeOf } from "../../portal/summary.ts";
import { portalWordsOf } from "../../portal/words/portal-words.ts";
import { caseAsJson } from "../as-json.ts";
import { filesOfCase, walkCase } from "../case-journey.ts";
import { type StayPosted, stayingView } from "../desk-staying.ts";
import { aboutOf, type Looking, otherWork, postedTask, postedWork, readOf, workTitle } from "../desk-work.ts";
import { wantsJson } from "../errors.ts";
import { attachmentHeader, openFile } from "../files.ts";
import { sendPage } from "../form-pages.ts";
import type { Installation } from "../installation.ts";
import { staysHere } from "../move-cases.ts";
import { type OfficersCase, readDeskForm, renderDeskPage, requireOfficersCase } from "../officer.ts";
import { type PostedForm, seeOther } from "../posted-form.ts";
import { Refusal } from "../refusal.ts";
import { addDeskStayRoutes } from "./desk-stay.ts";

type ByNumber = { Params: { number: string } };
type ByFile = { Params: { number: string; id: string } };
type Posted = NonNullable<DecisionView["posted"]>;

/** Registers the routes of one case at the desk. */
export function addDeskCaseRoutes(server: FastifyInstance, installation: Installation): void {
  server.get<ByNumber>("/desk/cases/:number", async (request, reply) => {
    const theirs = await requireOfficersCase(installation, request, reply, request.params.number);
    const task = new URLSearchParams(request.url.split("?")[1]).get("task") ?? undefined;
    return showCase(installation, reply, { ...theirs, ...(task === undefined ? {} : { task }) });
  });
  server.post<ByNumber>("/desk/cases/:number/claim", (request, reply) =>
    claimOrRelease(installation, request, reply, "claim"),
  );
  server.post<ByNumber>("/desk/cases/:number/release", (request, reply) =>
    claimOrRelease(installation, request, reply, "release"),
  );
  server.post<ByNumber>("/desk/cases/:number/decide", (request, reply) => decide(installation, request, reply));
  addDeskStayRoutes(server, installation, (reply, theirs, stay) =>
    showCase(installation, reply, theirs, undefined, stay.problem, stay),
  );
  server.post<ByNumber>("/desk/cases/:number/accept", (request, reply) => accept(installation, request, reply));
  server.get<ByFile>("/desk/cases/:number/files/:id", async (request, reply) => {
    const { stored, bundle, person } = await requireOfficersCase(installation, request, reply, request.params.number);
    const access = mayOpenFile(bundle.service, stored.case, person, request.params.id);
    request.log.info(
      { allowed: access.allowed, why: access.reason, reference: request.id },
      "a file was asked for at the desk",
    );
    const file = access.allowed ? filesOfCase(stored.case).find(({ id }) => id === request.params.id) : undefined;
    const found = file && (await openFile(installation.configuration.files, file.id));
    if (!file || !found) throw new Refusal("not-yours");
    reply
      .header("content-disposition", attachmentHeader(file.name))
      .header("content-length", found.size)
      .type(file.mediaType);
    return reply.send(found.bytes);
  });
}

async function showCase(
  installation: Installation,
  reply: FastifyReply,
  theirs: Looking,
  posted?: Posted,
  problem?: string,
  stay?: StayPosted,
): Promise<FastifyReply> {
  const view = await buildCaseView(installation, theirs, posted, stay ? undefined : problem, stay);
  if (wantsJson(reply.request)) {
    if (problem === undefined) return reply.send(caseAsJson(view));
    const problems = posted?.problems ?? [
      { path: "action", control: `text:${posted?.action ?? ""}`, message: problem },
    ];
    return reply.code(422).send({ problems });
  }
  return sendPage(
    reply,
    renderDeskPage(installation, theirs, {
      title: view.title,
      main: renderCasePage(view),
      problems: problem !== undefined,
    }),
  );
}

async function buildCaseView(
  installation: Installation,
  theirs: Looking,
  posted?: Posted,
  problem?: string,
  stay?: StayPosted,
): Promise<CaseView> {
  const { stored, bundle, person, visitor } = theirs;
  const { service, rulebook, days } = bundle;
  const one = stored.case;
  const now = installation.instant();
  const setting = buildSetting(service, now, "en");
  const facts = factsOf(service, one, now, days);
  const said = withChoicesFilled({ service, rulebook, setting, facts });
  const offer = offerTask(service, rulebook, one, person, now, days, theirs.task);
  const decision: DecisionView = {
    service,
    rulebook,
    facts,
    present: one,
    setting,
    offer,
    reopenable: reopenableOf(theirs),
    ...(posted && { posted }),
  };
  const deadline = one.deadlines.findLast(
    ({ kind, stage, state, check }) =>
      (kind === "stage" || kind === "check") &&
      stage === offer?.task.stage &&
      check === offer?.task.check &&
      state !== "cancelled",
  );
  const due = offer && dueOf({ ...offer.task, ...(deadline && { dueAt: deadline.at }) }, setting.today, days);
  const isWholeTheirs = hadStage(service, one, person);
  const why = isWholeTheirs ? buildWhy(theirs, facts) : undefined;
  const proposal = offer && !offer.refused ? proposalView(said, one, offer.task, setting) : undefined;
  const isOpen = openTo(service, theirs.roles);
  const stays = staysHere(installation, one, bundle);
  return {
    number: one.number,
    title: `${isBegunByOfficer(one) || one.isByHelper ? one.number : (one.applicant.name ?? one.number)}, ${lowerFirst(wordsIn(service.title, "en"))}`,
    version: service.version.number,
    ...(stays !== undefined && { staysBecause: stays }),
    status: offer ? workTitle(theirs, offer.task) : (outcomeOf(one, service, "en")?.title ?? placeTitle(theirs)),
    ...(due && { due }),
    claim: claimOf(theirs, offer),
    ...(why && { why }),
    ...(proposal && { proposal }),
    others: otherWork(theirs, offer?.task.id, now),
    groups: [
      ...aboutOf(theirs, offer?.task, setting, isOpen),
      ...factGroups({
        service: said,
        rulebook,
        facts,
        present: one,
        setting,
        shown: checkAnswers(walkCase(bundle, one, "en")),
        paths: visiblePaths(service, one, person),
        isOpen,
        me: person.id,
        fileAddress: (id) => `/desk/cases/${one.number}/files/${id}`,
      }),
    ],
    ...deletedWords(one, service.timeZone),
    actions: offeredActions(decision),
    questions: stageQuestions(decision),
    ...(problem && { problem }),
    notOpen: notOpen(decision),
    history: historyLines(one, service, person.id, isWholeTheirs ? undefined : readOf(checksHad(service, one, person))),
    recurring: isWholeTheirs ? recurringWords(one, service, days, setting.today) : [],
    moneyOut: isWholeTheirs ? moneyOut(one, service, setting, portalWordsOf("en")) : [],
    messages: (isWholeTheirs ? one.sendings : []).map(({ message, state, handedOverAt, wantedAt }) => ({
      subject: capital(message.replaceAll("-", " ")),
      when:
        state === "handed-over"
          ? `Handed over ${dayAndTime(handedOverAt ?? wantedAt, "en", service.timeZone)}`
          : state === "failed"
            ? "Could not be handed over"
            : "On its way",
      state,
    })),
    staying: stayingView(installation, theirs, stay),
    isWhole: (await installation.store.verifyChain(stored.caseId)) === undefined,
    token: visitor.token,
  };
}

function deletedWords(one: Case, timeZone: string): Pick<CaseView, "deleted"> {
  const gone = one.deleted?.find(({ paths }) => paths.length === 0);
  const when = gone && dayAndTime(gone.at, "en", timeZone);
  return gone
    ? { deleted: `The answers were deleted on ${when}, as the service's privacy lines say. The outcome stays.` }
    : {};
}

function placeTitle({ bundle, stored }: OfficersCase): string {
  const { place } = stored.case;
  const stage =
    place.kind === "stage" ? bundle.service.route?.stages.find(({ name }) => name === place.stage) : undefined;
  return wordsIn(stage?.title, "en");
}

function claimOf({ person, bundle }: OfficersCase, offer: ReturnType<typeof offerTask>): CaseView["claim"] {
  if (!offer) return { words: "Nobody has to do anything now", canClaim: false, canRelease: false };
  const { task } = offer;
  const mine = task.claimedBy?.id === person.id;
  const asleep = task.state === "asleep";
  const who = mine ? "you" : (task.claimedBy?.name ?? "somebody");
  const words = task.claimedBy
    ? `Claimed by ${who}`
    : `Nobody has claimed it, open since ${dayAndTime(task.openedAt, "en", bundle.service.timeZone)}`;
  return { words, task: task.id, canClaim: !task.claimedBy && !offer.refused, canRelease: mine && !asleep };
}

/** The rule that led here and what its parts came to; parts that privacy keeps to other roles are left out. */
function buildWhy(
  { stored, bundle, roles }: OfficersCase,
  facts: ReturnType<typeof factsOf>,
): CaseView["why"] | undefined {
  const { service, rulebook } = bundle;
  const led = ledHere(service, stored.case);
  if (!led) return undefined;
  const reading = { service, rulebook, facts, isOpen: openTo(service, roles) };
  const reasons = led.rules
    .flatMap((rule) => reasonsOf(reading, rule))
    .map(({ name, value, met }) => ({ name: capital(name.replaceAll("-", " ")), value: valueWords(value), met }));
  const lines = led.stage.exits.map(({ when, goTo }) => {
    const rule = ruleText(service, when);
    return rule === undefined ? "" : `when ${rule} go to ${goTo}`;
  });
  const law = led.rules.flatMap((id) => [wordsIn(service.rules[id]?.because, "en")]).filter((text) => text !== "");
  const exit = led.stage.exits.find(({ goTo }) => goTo === led.here);
  return { reasons, rule: lines.join("; "), to: exit ? `go to ${led.here}` : `otherwise go to ${led.here}`, law };
}

function openTo(service: Service, roles: readonly string[]): (path: string) => boolean {
  const mine = new Set(roles);
  return (path) => isOpenTo(service, path, mine);
}

async function claimOrRelease(
  installation: Installation,
  request: FastifyRequest<ByNumber>,
  reply: FastifyReply,
  act: "claim" | "release",
): Promise<FastifyReply> {
  const theirs = await requireOfficersCase(installation, request, reply, request.params.number);
  const form = await readDeskForm(installation, request, theirs);
  const posted = form.fields["task"];
  const task =
    typeof posted === "string" ? posted : (theirs.stored.case.tasks.find(({ state }) => state === "open")?.id ?? "");
  const here = `/desk/cases/${theirs.stored.case.number}`;
  const outcome = await installation.commands[act](theirs.stored.caseId, theirs.person, task);
  if (!outcome.ok) throw new Refusal("not-possible-now", outcome.refused.words, here);
  return seeOther(reply, act === "claim" ? `${here}?task=${encodeURIComponent(task)}` : "/desk/work");
}

/** Only a correction that the officer may see can be accepted. */
async function accept(
  installation: Installation,
  request: FastifyRequest<ByNumber>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const theirs = await requireOfficersCase(installation, request, reply, request.params.number);
  const { stored, bundle, person } = theirs;
  const here = `/desk/cases/${stored.case.number}`;
  const form = await readDeskForm(installation, request, theirs);
  const path = form.fields["path"];
  const isVisible = visibleBy(visiblePaths(bundle.service, stored.case, person));
  if (typeof path !== "string" || !isVisible(path)) throw new Refusal("form-forged", undefined, here);
  const outcome = await installation.commands.acceptCorrection(stored.caseId, person, path);
  if (!outcome.ok) throw new Refusal("not-possible-now", outcome.refused.words, here);
  return seeOther(reply, here);
}

async function decide(
  installation: Installation,
  request: FastifyRequest<ByNumber>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const theirs = await requireOfficersCase(installation, request, reply, request.params.number);
  const form = await readDeskForm(installation, request, theirs);
  const text = (name: string): string => {
    const value = form.fields[name];
    return typeof value === "string" ? value.trim() : "";
  };
  const { stored, person } = theirs;
  const here = `/desk/cases/${stored.case.number}`;
  const action = text("action");
  const task = text("task");
  const looking: Looking = { ...theirs, ...(task === "" ? {} : { task }) };
  const questions = askedOf(looking, action, installation.instant());
  refuseForged(looking, form, questions.fields, here);
  const reason = text(`text:${action}`);
  const posted = { action, text: reason, fields: form.fields };
  const fail = (problem: string, field?: string): Promise<FastifyReply> => {
    reply.code(422);
    return showCase(installation, reply, looking, { ...posted, ...(field && { problem: field }) }, problem);
  };
  if (action === "") return fail("Choose what you decide.");
  if (reason.length > 5000) return fail("Write at most 5,000 characters.", "Write at most 5,000 characters.");
  if (action === askAction && reason === "")
    return fail("Write your question.", "Write your question: the applicant reads it as it stands.");
  const read =
    action === askAction
      ? { answers: {}, problems: [], forged: false }
      : readQuestions(questions, onlyOf(form, questions.fields));
  if (read.forged) throw new Refusal("form-forged", undefined, here);
  if (read.problems.length > 0) {
    reply.code(422);
    return showCase(installation, reply, looking, { ...posted, problems: read.problems }, read.problems[0]?.message);
  }
  const { answers } = read;
  const reopened = reopenedBy(theirs, form, here);
  const outcome =
    action === askAction
      ? await installation.commands.askForInformation(stored.caseId, person, task, reason, reopened)
      : await installation.commands.choose(stored.caseId, person, {
          taskId: task,
          action,
          answers,
          ...(reason && { reason }),
        });
  if (outcome.ok) return seeOther(reply, here);
  const { code, words } = outcome.refused;
  if (code === "reason-missing" || code === "answers-missing") return fail(words, words);
  throw new Refusal(code === "changed-meanwhile" ? "changed-meanwhile" : "not-possible-now", words, here);
}

function reopenableOf({ bundle, stored, person }: OfficersCase): readonly Reopenable[] {
  const { service } = bundle;
  return reopenable(
    service,
    walkCase(bundle, stored.case, "en"),
    visibleBy(visiblePaths(service, stored.case, person)),
  );
}

/** The answers behind the ticked lines; a line that was not offered changes nothing. */
function reopenedBy(theirs: OfficersCase, form: PostedForm, here: string): string[] {
  const ticked = [form.fields["reopen"] ?? []].flat();
  const offered = ticked.length > 0 ? reopenableOf(theirs) : [];
  return ticked.flatMap((path) => {
    const line = offered.find((one) => one.path === path);
    if (!line) throw new Refusal("form-forged", undefined, here);
    return line.answers;
  });
}

/** The questions of the work and those of the chosen action. */
function askedOf(theirs: Looking, action: string, now: string): OfficerQuestions {
  const { service, rulebook } = theirs.bundle;
  const work = postedWork(theirs);
  const own = actionsOf(theirs).find(({ name }) => name === action)?.questions ?? [];
  return walkQuestions(
    service,
    rulebook,
    theirs.stored.case,
    [...(work?.questions ?? []), ...own],
    buildSetting(service, now, "en"),
    work && askedInside(theirs.stored.case, work, postedTask(theirs) ?? {}),
  );
}

function actionsOf(theirs: Looking): readonly Action[] {
  return [...(postedWork(theirs)?.actions ?? []), ...(theirs.bundle.service.route?.officerActions ?? [])];
}

function onlyOf(form: PostedForm, fields: readonly JourneyField[]): PostedFields {
  return Object.fromEntries(Object.entries(form.fields).filter(([control]) => isControlOf(fields, control)));
}

/** Only fields of this page, and only actions that the stage has: anything else changes nothing. */
function refuseForged(theirs: Looking, form: PostedForm, fields: readonly JourneyField[], here: string): void {
  if (!postedWork(theirs)) throw new Refusal("not-possible-now", undefined, here);
  const actions = actionsOf(theirs);
  const names = [...actions.map(({ name }) => name), askAction];
  // Questions of the actions that were not chosen come along: their controls are on the page too.
  const others = actions.flatMap(({ questions }) => questions).map(({ path }) => path.join("."));
  const known = new Set(["task", "action", "reopen", ...names.map((name) => `text:${name}`)]);
  const { action } = form.fields;
  const isKnown = action === undefined || action === "" || (typeof action === "string" && names.includes(action));
  const isOurs = (control: string): boolean =>
    known.has(control) ||
    isControlOf(fields, control) ||
    others.some((path) => control === path || control.startsWith(`${path}:`));
  if (!isKnown || !Object.keys(form.fields).every(isOurs)) throw new Refusal("form-forged", undefined, here);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
