// For whom an officer begins a case: whoever the register of identity knows by the identifier they sign in with. Then its questions, fees and
// licences are that person's. Asked before the form, where a register of identity can be asked; an applicant without an account stays possible.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Draft } from "#contract/facts.ts";
import { applyIdentity } from "#journey/prefill.ts";
import { wordsIn } from "#journey/words-in.ts";
import { applicantOfKind } from "#support/applicants.ts";
import { type BeginForView, renderBeginFor } from "../../desk/begin-for-page.ts";
import { identityFor } from "../../identity/parts.ts";
import { beginForPage, isAskedForWhom } from "../begin-for.ts";
import { desksDoor } from "../door.ts";
import { saveDraft } from "../drafts.ts";
import { wantsJson } from "../errors.ts";
import { type Filling, openFilling } from "../filling.ts";
import { sendPage } from "../form-pages.ts";
import type { Installation } from "../installation.ts";
import { renderDeskPage, requireOfficer } from "../officer.ts";
import { readForm, seeOther } from "../posted-form.ts";
import { Refusal } from "../refusal.ts";

type Asked = { Params: { service: string } };
type Wrong = Pick<BeginForView, "typed" | "problem">;

const said = {
  missing: "Enter the identifier that the applicant signs in with, or go on without an account",
  absent: "The register of identity knows nobody by this identifier. Check it, or go on without an account",
  unavailable: "The register of identity does not answer now. Try again later, or go on without an account",
} as const;

/** Registers the page. */
export function addBeginFor(server: FastifyInstance, installation: Installation): void {
  const address = `${desksDoor.route}/${beginForPage}`;
  server.get<Asked>(address, async (request, reply) => {
    const filling = await openFilling(installation, desksDoor, request, reply);
    if (!isAskedForWhom(installation, filling.bundle.service)) return seeOther(reply, `${filling.base}/tasks`);
    if (wantsJson(request)) return reply.send(asJson(filling));
    return show(installation, request, reply, filling);
  });

  server.post<Asked>(address, async (request, reply) => {
    const filling = await openFilling(installation, desksDoor, request, reply);
    const { publicAddress, files } = installation.configuration;
    const { bundle, base, visitor } = filling;
    const form = await readForm(request, { origin: publicAddress, token: visitor.token, filesFolder: files });
    if (!isAskedForWhom(installation, bundle.service)) return seeOther(reply, `${base}/tasks`);
    if (Object.keys(form.fields).some((name) => name !== "account" && name !== "_do"))
      throw new Refusal("form-forged", undefined, `${base}/${beginForPage}`);
    const { identity: _before, ...others } = filling.kept.draft;
    const isNobody = form.host["_do"] === "nobody";
    const typed = form.fields["account"];
    const account = typeof typed === "string" ? typed.trim() : "";
    const draft = isNobody ? { ...others, begunFor: "nobody" as const } : await find(installation, filling, account);
    if (typeof draft === "string") return answerWrong(installation, request, reply, filling, account, draft);
    const saved = await saveDraft(installation, bundle, filling.kept, draft);
    // Who was found is looked at before the form goes on: an identifier with one letter wrong is somebody else's.
    const next = `${base}/${isNobody || wantsJson(request) ? "tasks" : beginForPage}`;
    return wantsJson(request) ? reply.send({ next, savedAt: saved.savedAt }) : seeOther(reply, next);
  });
}

/** The draft for whoever the register knows; what is wrong, where it knows nobody. */
async function find(
  { identity: { findPerson } }: Installation,
  { bundle: { service }, kept }: Filling,
  account: string,
): Promise<Draft | string> {
  if (account === "") return said.missing;
  const found = await findPerson?.(account, levelOf(service));
  if (found?.state !== "present") return said[found?.state ?? "unavailable"];
  const { name, identity } = found;
  const kind = identity.isKindKnown ? identity.kind : onlyKind(service, identity.kind);
  const applicant = identityFor(service, { ...identity, kind, filledInBy: "staff" });
  return applyIdentity(service, { ...kept.draft, begunFor: { account, name } }, applicant);
}

/** What the service may know of the applicant is what it may know of one who signs in as it asks. */
function levelOf(service: Filling["bundle"]["service"]) {
  return applicantOfKind(service, "person")?.signsIn ?? "low";
}

function onlyKind({ applicants }: Filling["bundle"]["service"], otherwise: "person" | "business" | "organisation") {
  const declared = new Set(applicants.map(({ kind }) => kind));
  const only = declared.size === 1 ? [...declared][0] : undefined;
  return only === "business" || only === "organisation" ? only : otherwise;
}

function asJson({ kept: { draft }, visitor }: Filling): object {
  const { begunFor } = draft;
  const value = typeof begunFor === "object" ? begunFor.account : undefined;
  const label = "The identifier that the applicant signs in with";
  const question = {
    path: "account",
    control: "account",
    label,
    type: "text",
    asked: true,
    required: false,
    locked: false,
  };
  const questions = [{ ...question, ...(value !== undefined && { value }), options: [] }];
  return {
    address: beginForPage,
    title: "Who is this case for?",
    questions,
    done: begunFor !== undefined,
    token: visitor.token,
  };
}

function answerWrong(
  installation: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
  filling: Filling,
  typed: string,
  message: string,
): FastifyReply | Promise<FastifyReply> {
  reply.code(422);
  if (!wantsJson(request)) return show(installation, request, reply, filling, { typed, problem: message });
  const problem = { path: "account", control: "account", message, address: beginForPage };
  return reply.send({ problems: [problem], savedAt: filling.kept.savedAt });
}

async function show(
  installation: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
  { bundle, base, visitor, kept }: Filling,
  wrong: Wrong = {},
): Promise<FastifyReply> {
  const officer = await requireOfficer(installation, request, reply);
  const { begunFor } = kept.draft;
  const main = renderBeginFor({
    service: wordsIn(bundle.service.title, "en"),
    ...(typeof begunFor === "object" && { found: begunFor }),
    isNobody: begunFor === "nobody",
    continueAt: `${base}/tasks`,
    token: visitor.token,
    ...wrong,
  });
  return sendPage(
    reply,
    renderDeskPage(installation, officer, {
      title: "Who is this case for?",
      main,
      problems: wrong.problem !== undefined,
    }),
  );
}
