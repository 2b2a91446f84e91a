// Which kinds of applicant a text declares and who may fill in for them (language 3.6.10), and what of it somebody must say.
import type { Applicant, Service, Words } from "#contract";
import type { Identity } from "#contract/facts.ts";

type Kind = Identity["kind"];

const kinds: readonly Kind[] = ["person", "business", "organisation"];

/** The kinds of applicant that the text declares, each once, in its order. */
export function kindsOf({ applicants }: Pick<Service, "applicants">): readonly Kind[] {
  const declared = applicants.flatMap((applicant) => kinds.find((kind) => kind === applicant.kind) ?? []);
  return [...new Set(declared)];
}

/** The kinds somebody chooses from; none where the text declares one only, or a register said which they are. */
export function kindsToChoose(
  service: Pick<Service, "applicants">,
  { isKindKnown }: Pick<Identity, "isKindKnown">,
): readonly Kind[] {
  const declared = kindsOf(service);
  return declared.length > 1 && !isKindKnown ? declared : [];
}

/** One way to fill in: as the applicant, as somebody who helps them, or as what the text says one may act as. */
export interface Filler {
  /** "applicant", or the role's name. */
  readonly name: string;
  readonly isHelper: boolean;
  /** How words files call the role; absent: as its name reads. */
  readonly words?: Words;
  /** `with mandate`: what a helper acts by. */
  readonly with?: string;
}

/**
 * As what somebody of this kind may fill in, in the order of the text; none where it lets nobody but the applicant do so. Officers come in by
 * the desk, so `staff` is not among them. Where the text says what one acts as, the applicant is always one of those.
 */
export function fillersOf(service: Pick<Service, "applicants">, kind: Kind): readonly Filler[] {
  const { helpers = [], actingAs = [], roleWords = {} } = applicantOfKind(service, kind) ?? {};
  const said = (name: string) => (Object.hasOwn(roleWords, name) ? { words: roleWords[name] } : {});
  const roles = [
    ...actingAs.map((name): Filler => ({ name, isHelper: false, ...said(name) })),
    ...helpers
      .filter(({ role }) => role !== "staff")
      .map(
        (one): Filler => ({ name: one.role, isHelper: true, ...said(one.role), ...(one.with && { with: one.with }) }),
      ),
  ];
  if (roles.length === 0) return [];
  const once = roles.filter(({ name }, at) => roles.findIndex((one) => one.name === name) === at);
  return actingAs.length > 0 ? once : [{ name: "applicant", isHelper: false }, ...once];
}

/** What somebody chooses from to say who fills in; none where the text leaves no choice, or a register said it. */
export function fillersToChoose(
  service: Pick<Service, "applicants">,
  { kind, filledInBy }: Pick<Identity, "kind" | "filledInBy">,
): readonly Filler[] {
  const fillers = fillersOf(service, kind);
  return fillers.length > 1 && filledInBy === undefined ? fillers : [];
}

/** Whether somebody fills in for another: then what is theirs is not the applicant's. */
export function isHelper(service: Pick<Service, "applicants">, { kind, filledInBy }: Identity): boolean {
  return fillersOf(service, kind).some((one) => one.isHelper && one.name === filledInBy);
}

/** The block of this kind; the first where the text has none for it. */
export function applicantOfKind({ applicants }: Pick<Service, "applicants">, kind: Kind): Applicant | undefined {
  return applicants.find((applicant) => applicant.kind === kind) ?? applicants[0];
}
