// One request to a form: whose it is, what stands in it, and what has to come before a page of it.
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Journey } from "#journey/shapes.ts";
import type { Surroundings } from "#render/page-view.ts";
import { applicantOfKind } from "#support/applicants.ts";
import { closedNow, startersOf } from "../cases/open.ts";
import { hasLevel } from "../identity/level.ts";
import { type Doorway, sayClosed } from "../portal/opening-words.ts";
import { portalWordsOf } from "../portal/words/portal-words.ts";
import { beginForPage, isAskedForWhom } from "./begin-for.ts";
import type { Bundle } from "./bundles.ts";
import type { Door } from "./door.ts";
import { type KeptDraft, openDraft, walkDraft } from "./drafts.ts";
import { framedAs } from "./framed.ts";
import type { Installation } from "./installation.ts";
import { missingOf } from "./needed-licence.ts";
import { type Presented, presentedBy } from "./presented.ts";
import { findService } from "./services.ts";
import type { Visitor } from "./visitor.ts";
import { type Asked, applicantOf, pageToAsk } from "./who-applies.ts";

type Service = { Params: { service: string } };

/** Everything that one request to the form works with. */
export interface Filling {
  readonly door: Door;
  /** Where the form lives at this door. */
  readonly base: string;
  readonly bundle: Bundle;
  readonly visitor: Visitor;
  readonly kept: KeptDraft;
  readonly journey: Journey;
  /** An officer who begins a case says for whom. */
  readonly asksForWhom: boolean;
  /** Licences that must be presented and are not there; none before sign-in. */
  readonly missing: readonly Presented[];
  /** All licences that may or must be presented. */
  readonly presented: readonly Presented[];
  /** The form stands in a frame of another website. */
  readonly framed?: Surroundings["framed"];
}

/** Opens service, visitor, draft and journey. Fetches what the journey wants, since a register may have been asked for by now. */
export async function openFilling(
  installation: Installation,
  door: Door,
  request: FastifyRequest<Service>,
  reply: FastifyReply,
): Promise<Filling> {
  const bundle = findService(installation, request.params.service);
  const visitor = await door.visitorOf(installation, bundle.service, request, reply);
  const kept = await openDraft(installation, bundle, visitor);
  // An officer is not who the case is about: nothing of theirs is presented or filled in.
  const signedIn = door.realm === "citizens" ? visitor.session?.identity : undefined;
  const identity = signedIn && applicantOf(bundle.service, signedIn, kept.draft);
  const presented = identity ? await presentedBy(installation, bundle, identity) : [];
  const base = door.baseOf(bundle.service.name);
  return {
    door,
    base,
    bundle,
    visitor,
    kept,
    journey: walkDraft(installation, bundle, kept.draft, visitor.language),
    asksForWhom: door.realm === "officers" && isAskedForWhom(installation, bundle.service),
    missing: missingOf(presented),
    presented,
    ...(door.realm === "citizens" && framedAs(installation, request, bundle, base)),
  };
}

/** Why nobody can apply now, in the person's language: said before anybody fills anything in. */
export async function closedWords(installation: Installation, filling: Filling): Promise<string | undefined> {
  const closed = await closedNow(
    { store: installation.store, now: installation.instant },
    filling.bundle,
    startersOf(filling.bundle.service, filling.visitor.session),
  );
  return closed && sayClosed(closed, doorwayOf(installation, filling));
}

export function doorwayOf({ instant }: Installation, { bundle, journey: { setting } }: Filling): Doorway {
  const { service, days } = bundle;
  return { service, days, now: instant(), language: setting.language, words: portalWordsOf(setting.language) };
}

/** Where the button on the start page leads: eligibility, sign-in by way of the tasks, or the next open page. */
export function beginAt(journey: Journey, visitor: Visitor): string {
  const { eligibility } = journey;
  if (eligibility?.nextPage) return eligibility.nextPage;
  if (eligibility?.eligible === false || (eligibility && !visitor.session)) return "eligibility/result";
  return "tasks";
}

/** Whom to ask who applies: nobody before sign-in, and no officer, who is not who the case is about. */
export function askedIn({ door, bundle, visitor, kept }: Filling): Asked | undefined {
  if (door.realm === "officers" || !visitor.session) return undefined;
  return { service: bundle.service, identity: visitor.session.identity, draft: kept.draft };
}

/** What must come before this page: eligibility, signing in, who applies, a stronger sign-in, or a licence. */
export function hindranceOf(filling: Filling, address: string): string | undefined {
  const { door, base, bundle, kept, missing } = filling;
  const before = stepsBefore(filling, address);
  if (before !== undefined || address.startsWith("eligibility/")) return before;
  if (door.realm === "officers") {
    const isOpen = filling.asksForWhom && kept.draft.begunFor === undefined;
    return isOpen ? `${base}/${beginForPage}` : undefined;
  }
  const asked = askedIn(filling);
  if (!asked) return undefined;
  const toAsk = pageToAsk(asked);
  if (toAsk) return `${base}/${toAsk}`;
  const { service } = bundle;
  const { kind, level } = applicantOf(service, asked.identity, kept.draft);
  const wanted = applicantOfKind(service, kind)?.signsIn ?? "low";
  if (!hasLevel(level, wanted))
    return `/sign-in/level?then=${encodeURIComponent(`${base}/${address}`)}&service=${service.name}`;
  return missing.length > 0 ? `${base}/needed-licence` : undefined;
}

/** What comes before anything is known of who applies: eligibility, which is open to everybody, and signing in. */
export function stepsBefore({ door, base, bundle, visitor, journey }: Filling, address: string): string | undefined {
  if (address.startsWith("eligibility/")) return undefined;
  const { eligibility } = journey;
  if (eligibility && eligibility.eligible !== true) return `${base}/${eligibility.nextPage ?? "eligibility/result"}`;
  if (door.realm === "officers" || visitor.session) return undefined;
  return `/sign-in?then=${encodeURIComponent(`${base}/${address}`)}&service=${bundle.service.name}`;
}

/** The check page opens when everything before it is answered. */
export function openPage({ base, journey }: Filling): string | undefined {
  if (journey.stopped && !journey.nextPage) return `${base}/${journey.stopped.address}`;
  return journey.nextPage ? `${base}/${journey.nextPage}` : undefined;
}
