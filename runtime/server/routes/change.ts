// Changing what was sent, while the route lets the applicant: every answer with the way to its page, and one press that sends the
// changes. Nothing reaches the case before that.
import type { FastifyInstance } from "fastify";
import type { SmallForm } from "../../portal/question-pages.ts";
import type { Installation } from "../installation.ts";
import { type OwnCase, requireOwnCase } from "../own-case.ts";
import { readForm, seeOther } from "../posted-form.ts";
import { Refusal } from "../refusal.ts";
import { correctedAnswers, needsAnswer, openChange, type Reopened } from "../reopened.ts";
import { addPageRoutes, questionsOf } from "./answer.ts";
import { finishCommand, refuseForged, sendForm } from "./case-forms.ts";

type ByNumber = { Params: { number: string } };

/** Registers them. */
export function addChangeRoutes(server: FastifyInstance, installation: Installation): void {
  server.get<ByNumber>("/applications/:number/change", async (request, reply) => {
    const own = await requireOwnCase(installation, request, reply, request.params.number);
    return sendForm(installation, reply, own, changeForm(own, await requireChange(installation, own)));
  });
  server.post<ByNumber>("/applications/:number/change", async (request, reply) => {
    const own = await requireOwnCase(installation, request, reply, request.params.number);
    const { publicAddress, files } = installation.configuration;
    const form = await readForm(request, { origin: publicAddress, token: own.visitor.token, filesFolder: files });
    const path = `/applications/${own.stored.case.number}`;
    refuseForged(form, [], `${path}/change`);
    const change = await requireChange(installation, own);
    const open = change.kept.version > 0 ? change.pages.find(needsAnswer) : undefined;
    if (open) return seeOther(reply, `${path}/change/${open.address}`);
    if (change.kept.version === 0) return seeOther(reply, path);
    const corrected = correctedAnswers(own.stored.case, change);
    const outcome = await installation.commands.changeAnswers(own.stored.caseId, own.person, corrected, change.kept.id);
    if (!outcome.ok && outcome.refused.code === "answers-missing") return seeOther(reply, path);
    return finishCommand(installation, reply, outcome, path, "answersChanged");
  });
  addPageRoutes(server, installation, {
    under: "change",
    open: openChange,
    title: ({ changeAnswers }) => changeAnswers,
  });
}

async function requireChange(installation: Installation, own: OwnCase): Promise<Reopened> {
  const change = await openChange(installation, own);
  if (!change) throw new Refusal("not-possible-now", undefined, `/applications/${own.stored.case.number}`);
  return change;
}

function changeForm({ stored, words, bundle }: OwnCase, change: Reopened): Omit<SmallForm, "token"> {
  const path = `/applications/${stored.case.number}`;
  return {
    title: words.changeAnswers,
    lead: words.changeLead,
    reopened: {
      title: words.yourAnswers,
      lead: words.changeOnlyThese,
      change: words.changeAnswer,
      questions: questionsOf(change, bundle.service, `${path}/change`, words.notAnswered),
    },
    action: `${path}/change`,
    button: words.sendChanges,
    back: { text: words.keepAnswers, href: path },
  };
}
