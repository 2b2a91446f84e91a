// Another person signs what the applicant sent. Whoever has the address that the applicant gave them, and signs in, reads what was
// sent and signs it; nobody else learns that there is such a case.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { buildSetting } from "#journey/setting.ts";
import { presentStageOf } from "#routing/position.ts";
import { hasLevel } from "../../identity/level.ts";
import { renderSign } from "../../portal/sign-page.ts";
import { portalWordsOf } from "../../portal/words/portal-words.ts";
import { sendPage } from "../form-pages.ts";
import { renderPortalPage } from "../frame.ts";
import type { Installation } from "../installation.ts";
import { type OwnCase, requireCitizen, SignInFirst } from "../own-case.ts";
import { readForm, seeOther } from "../posted-form.ts";
import { Refusal } from "../refusal.ts";
import { findDefinition } from "../services.ts";
import { saySoon } from "../visitor.ts";
import { refuseForged } from "./case-forms.ts";
import { sentAnswers } from "./sent-answers.ts";

type ByKey = { Params: { number: string; key: string } };

/** Registers it. */
export function addSignRoutes(server: FastifyInstance, installation: Installation): void {
  server.get<ByKey>("/sign/:number/:key", async (request, reply) => {
    const theirs = await requireToSign(installation, request, reply);
    return sendPage(reply, signPage(installation, theirs, request.url));
  });
  server.post<ByKey>("/sign/:number/:key", async (request, reply) => {
    const theirs = await requireToSign(installation, request, reply);
    const { publicAddress, files } = installation.configuration;
    const form = await readForm(request, { origin: publicAddress, token: theirs.visitor.token, filesFolder: files });
    refuseForged(form, ["agreed"], request.url);
    if (form.fields["agreed"] !== "yes") {
      reply.code(422);
      return sendPage(reply, signPage(installation, theirs, request.url, theirs.words.signAgreeFirst));
    }
    const outcome = await installation.commands.coSign(theirs.stored.caseId, theirs.person);
    if (!outcome.ok) throw new Refusal("not-possible-now", undefined, "/applications");
    saySoon(installation, reply, "signed");
    return seeOther(reply, "/applications");
  });
}

/** The case of this number and key, for somebody who is not its applicant; anything else is "not found". */
async function requireToSign(
  installation: Installation,
  request: FastifyRequest<ByKey>,
  reply: FastifyReply,
): Promise<OwnCase & { readonly as: string }> {
  const signedIn = await requireCitizen(installation, request, reply);
  const { number, key } = request.params;
  const stored = await installation.store.readCaseByNumber(number);
  const one = stored?.case;
  if (!stored || !one?.signingKey || one.signingKey !== key) throw new Refusal("not-yours");
  const bundle = findDefinition(installation, one.definition);
  const stage = presentStageOf(bundle.service, one);
  if (!stage?.coSign) throw new Refusal("not-possible-now", undefined, "/applications");
  // Each signature is another person's: who has signed already has nothing more to do here.
  if (one.signatures?.some(({ by }) => by.id === signedIn.person.id))
    throw new Refusal("not-possible-now", undefined, "/applications");
  const setting = buildSetting(bundle.service, installation.instant(), signedIn.visitor.language);
  const words = portalWordsOf(setting.language);
  if (one.applicant.id === signedIn.person.id)
    throw new Refusal("not-possible-now", words.signNotYourself, "/applications");
  const wanted = bundle.service.applicants[0]?.signsIn ?? "low";
  if (!hasLevel(signedIn.session.identity.level, wanted))
    throw new SignInFirst(`/sign-in/level?then=${encodeURIComponent(request.url)}&service=${bundle.service.name}`);
  return { ...signedIn, stored, bundle, setting, words, as: stage.coSign.by };
}

function signPage(
  installation: Installation,
  theirs: OwnCase & { readonly as: string },
  address: string,
  problem?: string,
): string {
  const { stored, bundle, words, visitor, as } = theirs;
  const one = stored.case;
  const main = renderSign({
    words,
    applicant: one.applicant.name ?? one.number,
    as: as.replaceAll("-", " "),
    // Files are the applicant's: their names are shown, and they give them to whoever signs.
    answers: sentAnswers(theirs, undefined),
    action: address,
    token: visitor.token,
    ...(problem === undefined ? {} : { problem }),
  });
  return renderPortalPage(installation, visitor, {
    title: words.signTitle,
    main,
    path: address,
    service: bundle.service,
    problems: problem !== undefined,
  });
}
