// A citizen's own case, and nobody else's: every address with a number of a case goes through here.
import type { FastifyReply, FastifyRequest } from "fastify";
import { buildSetting } from "#journey/setting.ts";
import type { Setting } from "#journey/shapes.ts";
import type { Person } from "#routing/case.ts";
import type { Session } from "../identity/sessions.ts";
import { type PortalWords, portalWordsOf } from "../portal/words/portal-words.ts";
import type { StoredCase } from "../store/store.ts";
import type { Bundle } from "./bundles.ts";
import type { Installation } from "./installation.ts";
import { Refusal } from "./refusal.ts";
import { findDefinition } from "./services.ts";
import { readVisitor, type Visitor } from "./visitor.ts";

/** Somebody who is signed in. */
export interface SignedIn {
  readonly visitor: Visitor;
  readonly session: Session;
  readonly person: Person;
}

/** A case with its applicant and its definition. */
export interface OwnCase extends SignedIn {
  readonly stored: StoredCase;
  readonly bundle: Bundle;
  readonly setting: Setting;
  readonly words: PortalWords;
}

/** Ends a request with a redirect: thrown where signing in comes first, answered in app.ts. */
export class SignInFirst extends Error {
  readonly to: string;
  constructor(to: string) {
    super("sign in first");
    this.to = to;
  }
}

/** The citizen who asks. Throws SignInFirst when nobody is signed in. */
export async function requireCitizen(
  installation: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<SignedIn> {
  const visitor = await readVisitor(installation, request, reply, "citizens");
  const { session } = visitor;
  if (!session)
    throw new SignInFirst(
      `/sign-in?then=${encodeURIComponent(request.method === "GET" ? request.url : "/applications")}`,
    );
  return { visitor, session, person: { kind: "applicant", id: session.identity.subject, name: session.name } };
}

/** The case of this number if it is this citizen's; anybody else's is "not found", so that numbers tell nothing. */
export async function requireOwnCase(
  installation: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
  number: string,
): Promise<OwnCase> {
  const signedIn = await requireCitizen(installation, request, reply);
  const stored = await installation.store.readCaseByNumber(number);
  if (!stored || stored.case.applicant.id !== signedIn.person.id) throw new Refusal("not-yours");
  const bundle = findDefinition(installation, stored.case.definition);
  const setting = buildSetting(bundle.service, installation.instant(), signedIn.visitor.language);
  return { ...signedIn, stored, bundle, setting, words: portalWordsOf(setting.language) };
}
