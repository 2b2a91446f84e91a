// Which licences somebody who applies presents: those that this installation issued to the same person and that are valid today.
// There is no wallet yet, so nothing else can be presented.
import type { Service } from "#contract";
import type { Identity } from "#contract/facts.ts";
import type { Case, Issued } from "#routing/case.ts";
import { isHelper } from "#support/applicants.ts";
import type { StoredCase } from "../store/store.ts";
import type { Bundle } from "./bundles.ts";
import type { Installation } from "./installation.ts";

/** A licence that the service names, and how it stands with this person. */
export interface Presented {
  readonly credential: string;
  readonly issuedBy: string;
  /** `must present`; else it may be. */
  readonly needed: boolean;
  /** The valid one, the newest where there are several. */
  readonly licence?: PresentedLicence;
  /** The newest that is not valid, where none is. */
  readonly spent?: Issued;
}

/** A valid licence, and the case that issued it. */
export interface PresentedLicence {
  readonly issued: Issued;
  readonly number: string;
  readonly caseId: string;
}

/** What the service lets its kind of applicant present, each with the licence that this person has. */
export async function presentedBy(
  installation: Installation,
  bundle: Bundle,
  identity: Identity,
): Promise<Presented[]> {
  const wanted = presentsOf(bundle.service, identity);
  if (wanted.length === 0) return [];
  // Nobody can say yet whom a helper helps: their own licences are not that person's, and that person's are not found.
  if (isHelper(bundle.service, identity)) return wanted;
  const today = bundle.days.zone.dayOf(installation.instant());
  const valid = await ownLicences(installation, identity, today);
  const found = wanted.map((one): Presented => {
    const own = valid.find((licence) => isOf(licence, one));
    return { ...one, ...(own && { licence: { issued: own.issued, number: own.number, caseId: own.caseId } }) };
  });
  if (found.every(({ needed, licence }) => licence || !needed)) return found;
  const all = await ownLicences(installation, identity);
  return found.map((one) => {
    const spent = one.licence ? undefined : all.find((licence) => isOf(licence, one))?.issued;
    return { ...one, ...(spent && { spent }) };
  });
}

/** What a case keeps of the licences that were presented when it was sent: where each of them was issued. */
export function keptOfPresented(presented: readonly Presented[]): NonNullable<Case["presented"]> {
  return presented.flatMap(({ credential, licence }) =>
    licence ? [{ credential, caseId: licence.caseId, issuedId: licence.issued.id }] : [],
  );
}

function isOf(
  { issued, issuer }: OwnLicence,
  { credential, issuedBy }: Pick<Presented, "credential" | "issuedBy">,
): boolean {
  return issued.credential === credential && issuer === issuedBy;
}

/** The lines of the applicant's own kind; of all where the text has none for it. */
function presentsOf({ applicants }: Service, { kind }: Identity) {
  const own = applicants.filter((applicant) => applicant.kind === kind);
  return (own.length > 0 ? own : applicants).flatMap(({ presents = [] }) => presents);
}

interface OwnLicence extends PresentedLicence {
  /** The agency whose service issued it. */
  readonly issuer: string;
}

/** The person's licences, the newest first; with a day those that are valid on it. */
async function ownLicences(installation: Installation, identity: Identity, validOn?: string): Promise<OwnLicence[]> {
  const { store } = installation;
  const issued = await store.findIssued(identity.subject, validOn);
  const found = await Promise.all(
    issued.map(async ({ caseId, ...one }): Promise<OwnLicence[]> => {
      const stored = await store.readCase(caseId);
      const issuer = stored && issuingService(installation, stored)?.agency.name;
      if (!stored || issuer === undefined || !isSameApplicant(stored, identity)) return [];
      return [{ issued: one, number: stored.case.number, caseId, issuer }];
    }),
  );
  return found.flat();
}

/** The very definition that the case ran by; another version of the service where that is gone. */
function issuingService({ bundles }: Installation, { case: one }: StoredCase): Service | undefined {
  return (bundles.byHash.get(one.definition) ?? bundles.given.get(one.service)?.[0])?.service;
}

/** Somebody who applies for two businesses, or for another person, signs in as one person: what is one's is not the other's. */
export function isSameApplicant({ case: one }: StoredCase, identity: Identity): boolean {
  if (one.applicant.id !== identity.subject || one.isByHelper) return false;
  const known = one.identity;
  // After its answers are deleted a case knows no more than the sign-in.
  if (!known) return identity.kind === "person";
  return known.kind === identity.kind && known.parts["businessNumber"] === identity.parts["businessNumber"];
}

/** The services of this installation that issue it to those who have none: they do not ask for it themselves. */
export function issuersOf({ bundles }: Installation, credential: string, agency: string): Service[] {
  return [...bundles.given.values()].flatMap(([newest]) => {
    if (!newest || newest.service.agency.name !== agency) return [];
    const { outcomes, route, applicants } = newest.service;
    const lines = [...outcomes, ...(route?.stages ?? [])].flatMap(({ doing }) => doing);
    const isIssued = lines.some((line) => line.do === "issue" && line.what === credential);
    const isNeeded = applicants.some(({ presents = [] }) =>
      presents.some((one) => one.needed && one.credential === credential),
    );
    return isIssued && !isNeeded ? [newest.service] : [];
  });
}
