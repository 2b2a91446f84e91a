// A stage that the applicant does themselves (R19): what they can choose, what is asked of them, and the press that sends it.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { AnswerProblem, PostedFields } from "#journey/shapes.ts";
import { wordsIn } from "#journey/words-in.ts";
import { offerTask, type TaskOffer } from "#routing/position.ts";
import {
  isControlOf,
  type OfficerQuestions,
  readQuestions,
  renderQuestions,
  walkQuestions,
} from "../../desk/officer-questions.ts";
import { renderTask, type TaskChoice } from "../../portal/task-page.ts";
import { sendPage } from "../form-pages.ts";
import { renderPortalPage } from "../frame.ts";
import type { Installation } from "../installation.ts";
import { type OwnCase, requireOwnCase } from "../own-case.ts";
import { type PostedForm, readForm } from "../posted-form.ts";
import { Refusal } from "../refusal.ts";
import { finishCommand } from "./case-forms.ts";

type ByNumber = { Params: { number: string } };

/** Registers it. */
export function addTaskRoutes(server: FastifyInstance, installation: Installation): void {
  server.get<ByNumber>("/applications/:number/task", async (request, reply) => {
    const own = await requireOwnCase(installation, request, reply, request.params.number);
    return sendPage(reply, taskPage(installation, own, requireOffer(installation, own)));
  });
  server.post<ByNumber>("/applications/:number/task", (request, reply) => take(installation, request, reply));
}

function requireOffer(installation: Installation, { bundle, stored, person }: OwnCase): TaskOffer {
  const { service, rulebook, days } = bundle;
  const offer = offerTask(service, rulebook, stored.case, person, installation.instant(), days);
  const here = `/applications/${stored.case.number}`;
  if (!offer || offer.refused || !offer.task.roles.includes("applicant"))
    throw new Refusal("not-possible-now", undefined, here);
  return offer;
}

interface Posted {
  readonly action: string;
  readonly text: string;
  readonly problem: string;
  readonly fields: PostedFields;
  readonly problems: readonly AnswerProblem[];
}

function taskPage(installation: Installation, own: OwnCase, offer: TaskOffer, posted?: Posted): string {
  const { stored, bundle, words, visitor, setting } = own;
  const { service } = bundle;
  const path = `/applications/${stored.case.number}`;
  const choices = offer.actions.map(
    (action): TaskChoice => ({
      name: action.name,
      label: wordsIn(action.label, setting.language) || words.useRight(action.name),
      chosen: posted?.action === action.name || offer.actions.length === 1,
      ...(action.withReason && { textLabel: words.yourReason }),
      questions: asked(own, offer, action.name, posted),
    }),
  );
  const { fields } = questionsOf(own, offer);
  const main = renderTask({
    words,
    title: wordsIn(offer.stage.title, setting.language),
    questions: renderQuestions(fields, posted?.fields ?? {}, posted?.problems ?? []),
    choices,
    text: posted?.text ?? "",
    action: `${path}/task`,
    back: path,
    token: visitor.token,
    ...(posted && { problem: posted.problem }),
  });
  return renderPortalPage(installation, visitor, {
    title: wordsIn(offer.stage.title, setting.language),
    main,
    path: `${path}/task`,
    current: "/applications",
    service,
    problems: posted !== undefined,
  });
}

function asked(own: OwnCase, offer: TaskOffer, name: string, posted?: Posted) {
  const questions = offer.actions.find((action) => action.name === name)?.questions ?? [];
  const { service, rulebook } = own.bundle;
  const { fields } = walkQuestions(service, rulebook, own.stored.case, questions, own.setting);
  return renderQuestions(fields, posted?.fields ?? {}, posted?.problems ?? []);
}

/** What the stage asks, and what the chosen action asks. */
function questionsOf({ bundle, stored, setting }: OwnCase, offer: TaskOffer, action?: string): OfficerQuestions {
  const own = offer.actions.find(({ name }) => name === action)?.questions ?? [];
  const all = [...offer.stage.questions, ...own];
  return walkQuestions(bundle.service, bundle.rulebook, stored.case, all, setting);
}

async function take(
  installation: Installation,
  request: FastifyRequest<ByNumber>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const own = await requireOwnCase(installation, request, reply, request.params.number);
  const { publicAddress, files } = installation.configuration;
  const form = await readForm(request, { origin: publicAddress, token: own.visitor.token, filesFolder: files });
  const offer = requireOffer(installation, own);
  const path = `/applications/${own.stored.case.number}`;
  const text = (name: string): string => {
    const value = form.fields[name];
    return typeof value === "string" ? value.trim() : "";
  };
  const action = text("action");
  const reason = text(`text:${action}`);
  refuseOthers(own, offer, form, path);
  const again = (problem: string, problems: readonly AnswerProblem[] = []): FastifyReply => {
    reply.code(422);
    return sendPage(
      reply,
      taskPage(installation, own, offer, { action, text: reason, problem, problems, fields: form.fields }),
    );
  };
  if (!offer.actions.some(({ name }) => name === action)) return again(own.words.taskChoose);
  if (reason.length > 5000) return again(own.words.tooLong);
  const questions = questionsOf(own, offer, action);
  const mine = Object.entries(form.fields).filter(([control]) => isControlOf(questions.fields, control));
  const read = readQuestions(questions, Object.fromEntries(mine));
  if (read.forged) throw new Refusal("form-forged", undefined, `${path}/task`);
  const [wrong] = read.problems;
  if (wrong) return again(wrong.message, read.problems);
  const outcome = await installation.commands.choose(own.stored.caseId, own.person, {
    taskId: offer.task.id,
    action,
    answers: read.answers,
    ...(reason && { reason }),
  });
  if (!outcome.ok && outcome.refused.code === "reason-missing") return again(own.words.reasonMissing);
  if (!outcome.ok && outcome.refused.code === "answers-missing") return again(own.words.answerMissing);
  return finishCommand(installation, reply, outcome, path, "taskDone");
}

/** Controls of actions that were not chosen are on the page too; anything else was not. */
function refuseOthers({ bundle, stored, setting }: OwnCase, offer: TaskOffer, form: PostedForm, path: string): void {
  const names = offer.actions.map(({ name }) => name);
  const all = [...offer.stage.questions, ...offer.actions.flatMap(({ questions }) => questions)];
  const { fields } = walkQuestions(bundle.service, bundle.rulebook, stored.case, all, setting);
  const known = new Set(["action", ...names.map((name) => `text:${name}`)]);
  const isOurs = (control: string): boolean => known.has(control) || isControlOf(fields, control);
  if (!Object.keys(form.fields).every(isOurs)) throw new Refusal("form-forged", undefined, `${path}/task`);
}
