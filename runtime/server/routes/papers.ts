// Papers that are still to come: each is sent on the very page that asked for it, and nothing else of the application opens.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { readPosted } from "#journey/read-posted.ts";
import type { Posted } from "#journey/shapes.ts";
import { wordsIn } from "#journey/words-in.ts";
import { renderPage } from "#render/render-page.ts";
import { owedPapers } from "#routing/papers.ts";
import type { ShownPaper } from "../../portal/application-page.ts";
import { lastDay } from "../../portal/days.ts";
import { draftOf } from "../case-journey.ts";
import { sendPage } from "../form-pages.ts";
import { portalSurroundings } from "../frame.ts";
import type { Installation } from "../installation.ts";
import { type OwnCase, requireOwnCase } from "../own-case.ts";
import { dropFiles, type PostedForm, readForm, seeOther } from "../posted-form.ts";
import { Refusal } from "../refusal.ts";
import { correctedAnswers, narrow, type Reopened, reopenedPage } from "../reopened.ts";
import { uploadRulesOf } from "../upload-rules.ts";
import { finishCommand } from "./case-forms.ts";

type ByPage = { Params: { number: string; "*": string } };

/** Registers them. */
export function addPaperRoutes(server: FastifyInstance, installation: Installation): void {
  server.get<ByPage>("/applications/:number/papers/*", async (request, reply) => {
    const own = await requireOwnCase(installation, request, reply, request.params.number);
    const papers = requirePapers(installation, own, request.params["*"]);
    return sendPage(reply, renderQuestion(installation, own, papers, request.params["*"]));
  });
  server.post<ByPage>("/applications/:number/papers/*", (request, reply) => takePage(installation, request, reply));
}

/** Papers that are still to come, each with the page that takes it. */
export function shownPapers(installation: Installation, own: OwnCase): ShownPaper[] {
  const { bundle, stored, setting } = own;
  const open = openPapers(installation, own);
  const owed = owedPapers(bundle.service, bundle.rulebook, stored.case, installation.instant(), bundle.days);
  return owed.flatMap(({ path, how, dueAt, late }): ShownPaper[] => {
    const page = open?.pages.find(({ fields }) => fields.some((field) => field.path === path));
    const field = page?.fields.find((one) => one.path === path);
    if (!page || !field) return [];
    const label = wordsIn(field.field.shortName, setting.language) || field.label;
    const href = `/applications/${stored.case.number}/papers/${page.address}`;
    return [{ label, how, href, late, ...(dueAt && { dueOn: lastDay(dueAt, bundle.service.timeZone) }) }];
  });
}

/** The pages on which papers are still to come. */
export function openPapers(installation: Installation, own: OwnCase): Reopened | undefined {
  const { stored, bundle } = own;
  if (stored.case.place.kind !== "stage") return undefined;
  const owed = owedPapers(bundle.service, bundle.rulebook, stored.case, installation.instant(), bundle.days);
  if (owed.length === 0) return undefined;
  const id = `papers:${stored.caseId}`;
  const reopens = owed.flatMap(({ path, howPath }) => [path, howPath]);
  const kept = {
    id,
    owner: `case:${stored.caseId}`,
    service: bundle.service.name,
    definition: bundle.hash,
    draft: draftOf(stored.case),
    version: 0,
    savedAt: installation.instant(),
  };
  return narrow(installation, own, { reopens }, kept);
}

function requirePapers(installation: Installation, own: OwnCase, address: string): Reopened {
  const here = `/applications/${own.stored.case.number}`;
  const papers = openPapers(installation, own);
  if (!papers) throw new Refusal("not-possible-now", undefined, here);
  if (!reopenedPage(papers, address)) throw new Refusal("not-found", undefined, here);
  return papers;
}

function renderQuestion(
  installation: Installation,
  { stored, visitor, bundle, words }: OwnCase,
  { journey }: Reopened,
  address: string,
  posted?: { readonly form: PostedForm; readonly problems: Posted["problems"] },
): string {
  const here = `/applications/${stored.case.number}`;
  const around = portalSurroundings(installation, visitor, `${here}/papers/${address}`, bundle.service);
  return renderPage({
    kind: "question",
    place: { ...around, base: `${here}/papers`, home: { text: words.myApplications, href: here } },
    journey,
    address,
    ...(posted && { posted: posted.form.fields, problems: posted.problems }),
  });
}

/** One page, one paper: what is sent reaches the case at once. */
async function takePage(
  installation: Installation,
  request: FastifyRequest<ByPage>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { configuration, commands } = installation;
  const own = await requireOwnCase(installation, request, reply, request.params.number);
  const address = request.params["*"];
  const papers = requirePapers(installation, own, address);
  const here = `/applications/${own.stored.case.number}`;
  const form = await readForm(request, {
    origin: configuration.publicAddress,
    token: own.visitor.token,
    filesFolder: configuration.files,
    uploadRule: uploadRulesOf(papers.journey, address, configuration.limits.uploadBytes),
  });
  try {
    const posted = readPosted(papers.journey, address, form.fields, installation.newId());
    if (posted.forged.length > 0) throw new Refusal("form-forged", undefined, here);
    if (posted.problems.length > 0) {
      await dropFiles(configuration.files, form.files);
      reply.code(422);
      return sendPage(reply, renderQuestion(installation, own, papers, address, { form, problems: posted.problems }));
    }
    const after = narrow(installation, own, papers.request, { ...papers.kept, draft: posted.draft });
    const corrected = correctedAnswers(own.stored.case, after);
    const awaited = (papers.request.reopens ?? []).filter((path) => !path.endsWith("How"));
    const isSent = corrected.changes.some(({ path, value }) => value !== undefined && awaited.includes(path));
    if (!isSent) return seeOther(reply, here);
    const outcome = await commands.changeAnswers(own.stored.caseId, own.person, corrected, papers.kept.id);
    return finishCommand(installation, reply, outcome, here, "paperSent");
  } catch (error) {
    await dropFiles(configuration.files, form.files);
    throw error;
  }
}
