// Answering an officer: the text and a file, and the questions that were opened again, each on its own page. Nothing reaches the
// case before it is sent; nothing but what was opened can be changed.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { fillWords, showLines, withChoicesFilled } from "#journey/fill.ts";
import { readPosted } from "#journey/read-posted.ts";
import type { Posted } from "#journey/shapes.ts";
import { wordsIn } from "#journey/words-in.ts";
import { renderPage } from "#render/render-page.ts";
import type { ReopenedQuestion, SmallForm } from "../../portal/question-pages.ts";
import { fetchWanted, saveDraft } from "../drafts.ts";
import { sendPage } from "../form-pages.ts";
import { portalSurroundings } from "../frame.ts";
import type { Installation } from "../installation.ts";
import { type OwnCase, requireOwnCase } from "../own-case.ts";
import { dropFiles, type PostedForm, readForm, seeOther } from "../posted-form.ts";
import { Refusal } from "../refusal.ts";
import { correctedAnswers, narrow, needsAnswer, openReopened, type Reopened, reopenedPage } from "../reopened.ts";
import { uploadRulesOf } from "../upload-rules.ts";
import { finishCommand, readText, refuseForged, sendForm } from "./case-forms.ts";
import { dropReplacedFiles } from "./save-page.ts";

type ByNumber = { Params: { number: string } };
type ByPage = { Params: { number: string; "*": string } };

const answerFile = { accepted: ["pdf", "jpg", "png"], maxBytes: 10 * 1024 * 1024 };

/** Registers them. */
export function addAnswerRoutes(server: FastifyInstance, installation: Installation): void {
  server.get<ByNumber>("/applications/:number/answer", async (request, reply) => {
    const own = await requireOwnCase(installation, request, reply, request.params.number);
    return sendForm(installation, reply, own, answerForm(own, await openReopened(installation, own)));
  });
  server.post<ByNumber>("/applications/:number/answer", (request, reply) => takeAnswer(installation, request, reply));
  addPageRoutes(server, installation, { under: "answer", open: openReopened, title: ({ answerTitle }) => answerTitle });
}

/** Where single questions of a sent case are changed: under which address, which of them, and what the page around is called. */
export interface ChangePlace {
  readonly under: "answer" | "change";
  readonly open: (installation: Installation, own: OwnCase) => Promise<Reopened | undefined>;
  readonly title: (words: OwnCase["words"]) => string;
}

/** Registers the pages of single questions. */
export function addPageRoutes(server: FastifyInstance, installation: Installation, place: ChangePlace): void {
  server.get<ByPage>(`/applications/:number/${place.under}/*`, async (request, reply) => {
    const own = await requireOwnCase(installation, request, reply, request.params.number);
    const reopened = await requireReopened(installation, own, place, request.params["*"]);
    return sendPage(reply, renderQuestion(installation, own, place, reopened, request.params["*"]));
  });
  server.post<ByPage>(`/applications/:number/${place.under}/*`, (request, reply) =>
    takePage(installation, request, reply, place),
  );
}

/** Throws a Refusal when nothing is asked (any more). */
function answerForm(
  { stored, words, bundle }: OwnCase,
  reopened: Reopened | undefined,
  text = "",
  problems: SmallForm["problems"] = {},
): Omit<SmallForm, "token"> {
  const path = `/applications/${stored.case.number}`;
  const question = stored.case.requests.find(({ state }) => state === "asked");
  if (!question) throw new Refusal("not-possible-now", undefined, path);
  return {
    title: words.answerTitle,
    lead: "",
    asked: question.question,
    ...(reopened && {
      reopened: {
        title: words.reopenedTitle,
        lead: words.reopenedLead,
        change: words.changeAnswer,
        questions: questionsOf(reopened, bundle.service, `${path}/answer`, words.notAnswered),
      },
    }),
    textLabel: reopened ? words.yourAnswerIfMore : words.yourAnswer,
    text,
    fileLabel: words.documentsYouCanAdd,
    problems,
    action: `${path}/answer`,
    button: words.sendAnswer,
    back: { text: words.myApplications, href: path },
  };
}

/** The questions as they stand, each with the way to its page. */
export function questionsOf(
  { pages, journey }: Reopened,
  service: OwnCase["bundle"]["service"],
  base: string,
  missing: string,
): ReopenedQuestion[] {
  return pages.flatMap((page) => {
    const filling = { ...journey, service, items: page.place.items };
    const said = withChoicesFilled(filling);
    return page.fields.map(({ field, label, value, complete }) => ({
      label: fillWords(wordsIn(field.shortName, journey.setting.language), filling) || label,
      lines: value === undefined ? [missing] : showLines(value, field.type, said, journey.setting),
      missing: !complete,
      href: `${base}/${page.address}`,
    }));
  });
}

/** The questions that were opened again; a page that was not is "not found". */
async function requireReopened(
  installation: Installation,
  own: OwnCase,
  { open, under }: ChangePlace,
  address: string,
): Promise<Reopened> {
  const here = `/applications/${own.stored.case.number}`;
  const reopened = await open(installation, own);
  if (!reopened) throw new Refusal("not-possible-now", undefined, here);
  if (!reopenedPage(reopened, address)) throw new Refusal("not-found", undefined, `${here}/${under}`);
  return reopened;
}

function renderQuestion(
  installation: Installation,
  { stored, visitor, bundle, words }: OwnCase,
  { under, title }: ChangePlace,
  { journey }: Reopened,
  address: string,
  posted?: { readonly form: PostedForm; readonly problems: Posted["problems"] },
): string {
  const base = `/applications/${stored.case.number}/${under}`;
  const around = portalSurroundings(installation, visitor, `${base}/${address}`, bundle.service);
  return renderPage({
    kind: "question",
    place: { ...around, base, home: { text: title(words), href: base } },
    journey,
    address,
    ...(posted && { posted: posted.form.fields, problems: posted.problems }),
  });
}

/** Keeps a changed answer until it is sent. */
async function takePage(
  installation: Installation,
  request: FastifyRequest<ByPage>,
  reply: FastifyReply,
  place: ChangePlace,
): Promise<FastifyReply> {
  const { configuration } = installation;
  const own = await requireOwnCase(installation, request, reply, request.params.number);
  const address = request.params["*"];
  const reopened = await requireReopened(installation, own, place, address);
  const base = `/applications/${own.stored.case.number}/${place.under}`;
  const form = await readForm(request, {
    origin: configuration.publicAddress,
    token: own.visitor.token,
    filesFolder: configuration.files,
    uploadRule: uploadRulesOf(reopened.journey, address, configuration.limits.uploadBytes),
  });
  try {
    const posted = readPosted(reopened.journey, address, form.fields, installation.newId());
    if (posted.forged.length > 0) throw new Refusal("form-forged", undefined, base);
    const { bundle, visitor } = own;
    const draft = await fetchWanted(installation, bundle, posted.draft, visitor.language);
    const kept = await saveDraft(installation, bundle, reopened.kept, draft);
    // Files of the case itself stay: it holds them until the answer is sent, and its log after that.
    await dropReplacedFiles(configuration.files, [], draft, form);
    const after = narrow(installation, own, reopened.request, kept);
    if (posted.problems.length > 0) {
      reply.code(422);
      return sendPage(
        reply,
        renderQuestion(installation, own, place, after, address, { form, problems: posted.problems }),
      );
    }
    // A correction may ask for its reason or proof on the same page; a change may ask for more on another.
    const next =
      posted.next === address && reopenedPage(after, address) ? address : after.pages.find(needsAnswer)?.address;
    return seeOther(reply, next === undefined ? base : `${base}/${next}`);
  } catch (error) {
    await dropFiles(configuration.files, form.files);
    throw error;
  }
}

async function takeAnswer(
  installation: Installation,
  request: FastifyRequest<ByNumber>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const own = await requireOwnCase(installation, request, reply, request.params.number);
  const { configuration } = installation;
  const uploadRule = (control: string): typeof answerFile | undefined => (control === "file" ? answerFile : undefined);
  const form = await readForm(request, {
    origin: configuration.publicAddress,
    token: own.visitor.token,
    filesFolder: configuration.files,
    uploadRule,
  });
  const path = `/applications/${own.stored.case.number}`;
  try {
    refuseForged(form, ["text", "file"], `${path}/answer`);
    const question = own.stored.case.requests.find(({ state }) => state === "asked");
    const reopened = await openReopened(installation, own);
    const open = reopened?.pages.find(needsAnswer);
    if (open) {
      await dropFiles(configuration.files, form.files);
      return seeOther(reply, `${path}/answer/${open.address}`);
    }
    const isChanged = reopened !== undefined && reopened.kept.version > 0;
    const { text, problem } = readText(form, own, !isChanged);
    const file = form.fields["file"];
    const refused = file instanceof Object && "refused" in file ? own.words.refusedFile[file.refused] : undefined;
    if (question && (problem || refused)) {
      await dropFiles(configuration.files, form.files);
      const problems = { ...(problem && { text: problem }), ...(refused && { file: refused }) };
      return sendForm(installation, reply, own, answerForm(own, reopened, text, problems));
    }
    const outcome = await installation.commands.answerInformation(own.stored.caseId, own.person, {
      requestId: question?.id ?? "",
      answer: text,
      files: form.files,
      ...(isChanged && { corrected: correctedAnswers(own.stored.case, reopened), fromDraft: reopened.kept.id }),
    });
    return finishCommand(installation, reply, outcome, path, "answerSent");
  } catch (error) {
    await dropFiles(configuration.files, form.files);
    throw error;
  }
}
