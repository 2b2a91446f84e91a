// The officer who asks, and the frame around every page of the desk. What they may see is decided in cases/access.ts.
import type { FastifyReply, FastifyRequest } from "fastify";
import type { TemplateResult } from "lit";
import { renderShell } from "#render/render-shell.ts";
import type { Person } from "#routing/case.ts";
import { mayOpenCase } from "../cases/access.ts";
import type { Session } from "../identity/sessions.ts";
import type { StoredCase } from "../store/store.ts";
import type { Bundle } from "./bundles.ts";
import { agencyName, assetAddress } from "./frame.ts";
import type { Installation } from "./installation.ts";
import { SignInFirst } from "./own-case.ts";
import { type PostedForm, readForm } from "./posted-form.ts";
import { Refusal } from "./refusal.ts";
import { findDefinition } from "./services.ts";
import { readVisitor, type Visitor } from "./visitor.ts";

/** The role that sees incidents and can have failed work tried again. */
export const administrator = "administrator";

export interface Officer {
  readonly visitor: Visitor;
  readonly session: Session;
  readonly person: Person;
  readonly roles: readonly string[];
}

/** A case that this officer may open. */
export interface OfficersCase extends Officer {
  readonly stored: StoredCase;
  readonly bundle: Bundle;
}

/** The officer who asks. Throws SignInFirst when nobody is signed in, a Refusal when the account has no role. */
export async function requireOfficer(
  installation: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Officer> {
  const visitor = await readVisitor(installation, request, reply, "officers");
  const { session } = visitor;
  if (!session)
    throw new SignInFirst(`/desk/sign-in?then=${encodeURIComponent(request.method === "GET" ? request.url : "/desk")}`);
  const { roles } = session;
  if (roles.length === 0) throw new Refusal("no-role");
  return {
    visitor,
    session,
    roles,
    person: { kind: "officer", id: session.identity.subject, name: session.name, roles },
  };
}

/** The case of this number, if a stage of one of the officer's roles has had it; else it is "not found". */
export async function requireOfficersCase(
  installation: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
  number: string,
): Promise<OfficersCase> {
  const officer = await requireOfficer(installation, request, reply);
  const stored = await installation.store.readCaseByNumber(number);
  if (!stored) throw new Refusal("not-yours");
  const bundle = findDefinition(installation, stored.case.definition);
  const access = mayOpenCase(bundle.service, stored.case, officer.person);
  request.log.info(
    { allowed: access.allowed, why: access.reason, reference: request.id },
    "a case was asked for at the desk",
  );
  if (!access.allowed) throw new Refusal("not-yours");
  return { ...officer, stored, bundle };
}

/** Reads a form of the desk. */
export function readDeskForm(
  installation: Installation,
  request: FastifyRequest,
  { visitor }: Officer,
): Promise<PostedForm> {
  const { publicAddress, files } = installation.configuration;
  return readForm(request, { origin: publicAddress, token: visitor.token, filesFolder: files });
}

export interface DeskPage {
  readonly title: string;
  readonly main: TemplateResult;
  readonly current?: "/desk/work" | "/desk/messages" | "/desk/incidents";
  readonly problems?: boolean;
}

/** A page of the desk as a whole document. */
export function renderDeskPage(
  installation: Installation,
  { visitor, session, roles }: Pick<Officer, "visitor" | "session" | "roles">,
  page: DeskPage,
): string {
  const { styles, fonts, icon } = installation.assets;
  const places = [
    { text: "My work", href: "/desk/work" },
    { text: "Messages", href: "/desk/messages" },
    ...(roles.includes(administrator) ? [{ text: "Incidents", href: "/desk/incidents" }] : []),
  ].map((place) => ({ ...place, current: place.href === page.current }));
  const role = roles.map((one) => one.replaceAll("-", " ")).join(", ");
  return renderShell({
    title: page.title,
    main: page.main,
    frame: "desk",
    language: "en",
    languages: [],
    agency: { name: `${agencyName(installation, "en")} desk`, href: "/desk/work" },
    styles: styles.desk.map(assetAddress),
    fonts: fonts.map(assetAddress),
    icon: assetAddress(icon),
    tools: [
      { text: `${session.name}, ${role}`, href: "" },
      { text: "Sign out", href: "/desk/sign-out", post: true },
    ],
    footer: [],
    csrf: visitor.token,
    places,
    problems: page.problems ?? false,
  });
}
