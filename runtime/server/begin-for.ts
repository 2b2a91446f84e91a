// Whether an officer who begins a case says for whom, and who that makes the applicant.
import type { Service } from "#contract";
import type { Draft } from "#contract/facts.ts";
import type { Person } from "#routing/case.ts";
import type { Installation } from "./installation.ts";

/** Below the desk's door of the service. */
export const beginForPage = "for";

/** Only whom a register of identity knows can be named: a letter wrong would give somebody else the case. */
export function isAskedForWhom({ identity }: Pick<Installation, "identity">, service: Service): boolean {
  return identity.findPerson !== undefined && service.applicants.length > 0;
}

/** The applicant that an officer's draft names. */
export function namedApplicant({ identity, begunFor }: Draft): Person | undefined {
  if (typeof begunFor !== "object" || !identity) return undefined;
  return { kind: "applicant", id: identity.subject, name: begunFor.name };
}
