// One press at the desk that does not decide a case: taking longer, holding, asking for advice, advising, correcting, and what a
// role can still do after an outcome. Each is one command; what is refused is said beside what was written.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { answerAt } from "#journey/path.ts";
import type { AnswerProblem, PostedFields } from "#journey/shapes.ts";
import { isSameValue } from "#support/facts.ts";
import type { Outcome } from "../../cases/commands.ts";
import { isControlOf, type OfficerQuestions, readQuestions } from "../../desk/officer-questions.ts";
import { correctable, rightQuestions, type StayPosted } from "../desk-staying.ts";
import type { Installation } from "../installation.ts";
import { type OfficersCase, readDeskForm, requireOfficersCase } from "../officer.ts";
import { type PostedForm, seeOther } from "../posted-form.ts";
import { Refusal } from "../refusal.ts";

type ByNumber = { Params: { number: string } };

/** Shows the case again, with what was posted and what is wrong with it. */
export type ShowAgain = (reply: FastifyReply, theirs: OfficersCase, posted: StayPosted) => Promise<FastifyReply>;

/** Registers it. */
export function addDeskStayRoutes(server: FastifyInstance, installation: Installation, showAgain: ShowAgain): void {
  server.post<ByNumber>("/desk/cases/:number/stay", async (request, reply) => {
    const theirs = await requireOfficersCase(installation, request, reply, request.params.number);
    return stay(installation, request, reply, theirs, showAgain);
  });
}

async function stay(
  installation: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
  theirs: OfficersCase,
  showAgain: ShowAgain,
): Promise<FastifyReply> {
  const here = `/desk/cases/${theirs.stored.case.number}`;
  const form = await readDeskForm(installation, request, theirs);
  const text = (name: string): string => {
    const value = form.fields[name];
    return typeof value === "string" ? value.trim() : "";
  };
  const posted = { act: text("do"), name: text("name"), text: text("text"), task: text("task") };
  const questions = questionsOf(installation, theirs, posted.act, posted.name);
  const known = new Set(["do", "name", "text", "task"]);
  const isOurs = (control: string): boolean => known.has(control) || isControlOf(questions.fields, control);
  if (!Object.keys(form.fields).every(isOurs)) throw new Refusal("form-forged", undefined, here);
  const again = (problem: string, problems: readonly AnswerProblem[] = []): Promise<FastifyReply> => {
    reply.code(422);
    return showAgain(reply, theirs, { ...posted, problem, problems, fields: form.fields });
  };
  if (posted.text.length > 5000) return again("Write at most 5,000 characters.");
  const read = readQuestions(questions, onlyOf(form, questions));
  if (read.forged) throw new Refusal("form-forged", undefined, here);
  const [wrong] = read.problems;
  if (wrong) return again(wrong.message, read.problems);
  const outcome = await act(installation, theirs, posted, questions, read.answers);
  if (!outcome) throw new Refusal("form-forged", undefined, here);
  if (outcome.ok) return seeOther(reply, here);
  const { code, words } = outcome.refused;
  if (code === "reason-missing" || code === "answers-missing") return again(words);
  throw new Refusal(code === "changed-meanwhile" ? "changed-meanwhile" : "not-possible-now", words, here);
}

interface Posted {
  readonly act: string;
  readonly name: string;
  readonly text: string;
  readonly task: string;
}

/** Undefined for what no page of ours posts. */
function act(
  { commands }: Installation,
  { stored, person }: OfficersCase,
  posted: Posted,
  questions: OfficerQuestions,
  answers: ReturnType<typeof readQuestions>["answers"],
): Promise<Outcome> | undefined {
  const { caseId } = stored;
  const { name, text, task } = posted;
  switch (posted.act) {
    case "take-longer":
    case "put-on-hold":
      return commands.stay(caseId, person, task, { do: posted.act, reason: text });
    case "end-hold":
    case "ask-again":
      return commands.stay(caseId, person, task, { do: posted.act });
    case "consult":
      return commands.stay(caseId, person, task, { do: "consult", role: name, question: text });
    case "advise":
      return commands.advise(caseId, person, name, text);
    case "correct":
      return commands.correctAnswers(caseId, person, task, text, changesOf(stored, questions, answers));
    case "use-right":
      return commands.useOfficerRight(caseId, person, name, { answers, ...(text ? { reason: text } : {}) });
    default:
      return undefined;
  }
}

/** Only what is another answer now. */
function changesOf(
  { case: one }: OfficersCase["stored"],
  { fields }: OfficerQuestions,
  answers: ReturnType<typeof readQuestions>["answers"],
) {
  return fields.flatMap(({ path }) => {
    const value = answerAt(answers, path);
    if (isSameValue(answerAt(one.answers, path), value)) return [];
    return [{ path, ...(value === undefined ? {} : { value }) }];
  });
}

function questionsOf(installation: Installation, theirs: OfficersCase, act: string, name: string): OfficerQuestions {
  if (act === "correct") return correctable(installation, theirs);
  const { place } = theirs.stored.case;
  const outcome =
    place.kind === "outcome" ? theirs.bundle.service.outcomes.find((one) => one.name === place.outcome) : undefined;
  const action = act === "use-right" ? outcome?.officerActions?.find((one) => one.name === name) : undefined;
  return rightQuestions(installation, theirs, action?.questions ?? []);
}

function onlyOf(form: PostedForm, { fields }: OfficerQuestions): PostedFields {
  return Object.fromEntries(Object.entries(form.fields).filter(([control]) => isControlOf(fields, control)));
}
