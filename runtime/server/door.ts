// The two doors to a service's form: people who apply come in at its own address, officers who begin a case come in from the desk.
// Behind both is the same form (routes/form.ts); a door says who may come in, where they are led, and whose case it becomes.
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Service } from "#contract";
import { dayOf } from "#journey/setting.ts";
import { wordsIn } from "#journey/words-in.ts";
import type { FormPlace } from "#render/page-view.ts";
import { beginnerId } from "#routing/beginner.ts";
import type { Person } from "#routing/case.ts";
import { startersOf } from "../cases/open.ts";
import type { Beginning } from "../desk/list-page.ts";
import type { Session } from "../identity/sessions.ts";
import type { Realm } from "../identity/settings.ts";
import { portalWordsOf } from "../portal/words/portal-words.ts";
import { currentBundle } from "./bundles.ts";
import { listDrafts, ownerOf } from "./drafts.ts";
import { portalSurroundings } from "./frame.ts";
import type { Installation } from "./installation.ts";
import { type Officer, requireOfficer } from "./officer.ts";
import { Refusal } from "./refusal.ts";
import { readVisitor, type Visitor } from "./visitor.ts";

/** What differs between the doors. */
export interface Door {
  readonly realm: Realm;
  /** The pattern of its start page; the other pages are below it. */
  readonly route: string;
  baseOf(service: string): string;
  /** Who comes in. Throws where they may not. */
  visitorOf(
    installation: Installation,
    service: Service,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Visitor>;
  /** The person as the case knows them. */
  personOf(session: Session): Person;
  /** Under which the cases they sent are found. */
  senderOf(session: Session): string;
  /** Where "save and leave" leads. */
  leaveAt(visitor: Visitor): string;
  /** Where it leads once it is sent. */
  sentAt(number: string): string;
  surroundings(
    installation: Installation,
    visitor: Visitor,
    path: string,
    service: Service,
  ): Pick<FormPlace, "home"> & Omit<FormPlace, "base" | "home">;
}

/** For people who apply. Nobody comes in where only others start the case, but to the start page, which says so. */
export const citizensDoor: Door = {
  realm: "citizens",
  route: "/:service",
  baseOf: (service) => `/${service}`,
  async visitorOf(installation, service, request, reply) {
    const visitor = await readVisitor(installation, request, reply, "citizens");
    const isStart = request.routeOptions.url === "/:service";
    const { startedBy } = service;
    if (!isStart && startedBy && !startersOf(service, visitor.session).some((one) => startedBy.includes(one)))
      throw new Refusal("not-possible-now", portalWordsOf(visitor.language).closed["not-by-you"]);
    return visitor;
  },
  personOf: ({ identity, name }) => ({ kind: "applicant", id: identity.subject, name }),
  senderOf: ({ identity }) => identity.subject,
  leaveAt: ({ session }) => (session ? "/applications" : "/"),
  sentAt: (number) => `/applications/${number}/sent`,
  surroundings(installation, visitor, path, service) {
    const around = portalSurroundings(installation, visitor, path, service);
    const words = portalWordsOf(around.language);
    const home = visitor.session
      ? { text: words.myApplications, href: "/applications" }
      : { text: words.services, href: "/" };
    return { ...around, home };
  },
};

/** For officers whose role begins cases of the service. */
export const desksDoor: Door = {
  realm: "officers",
  route: "/desk/begin/:service",
  baseOf: beginAddress,
  async visitorOf(installation, service, request, reply) {
    const officer = await requireOfficer(installation, request, reply);
    if (!mayBegin(service, officer)) throw new Refusal("no-role", "Your role does not begin cases of this service.");
    return officer.visitor;
  },
  personOf: ({ identity, name, roles }) => ({ kind: "officer", id: identity.subject, name, roles }),
  senderOf: ({ identity }) => beginnerId(identity.subject),
  leaveAt: () => "/desk/work",
  sentAt: (number) => `/desk/begun/${number}`,
  surroundings(installation, visitor, path, service) {
    const around = portalSurroundings(installation, visitor, path, service);
    return {
      ...around,
      agency: { name: `${around.agency.name} desk`, href: "/desk/work" },
      tools: [
        ...(visitor.session ? [{ text: visitor.session.name, href: "" }] : []),
        { text: portalWordsOf(around.language).signOut, href: "/desk/sign-out", post: true },
      ],
      home: { text: "My work", href: "/desk/work" },
    };
  },
};

function beginAddress(service: string): string {
  return `/desk/begin/${service}`;
}

/** Whether the text lets one of the officer's roles begin its cases. */
export function mayBegin(service: Service, { session }: Pick<Officer, "session">): boolean {
  return startersOf(service, session).some((role) => service.startedBy?.includes(role));
}

/** What this officer may begin, by title. */
export async function beginningsOf(installation: Installation, officer: Officer): Promise<Beginning[]> {
  const { bundles } = installation;
  const drafts = await listDrafts(installation, ownerOf(officer.visitor));
  const found = [...bundles.given].flatMap(([name, versions]): Beginning[] => {
    const zone = versions[0]?.service.timeZone ?? "UTC";
    const service = currentBundle(bundles, name, dayOf(installation.instant(), zone))?.service;
    if (!service || !mayBegin(service, officer)) return [];
    const kept = drafts.some((draft) => draft.service === name);
    return [{ title: wordsIn(service.title, "en"), href: beginAddress(name), kept }];
  });
  return found.toSorted((one, other) => one.title.localeCompare(other.title));
}
