// Asks a register of people for the parts of an identity, after somebody signed in. Knows the sign-in's identifier only.
import type { Answers } from "#contract/facts.ts";
import type { CallReport, PeopleBinding } from "./bindings.ts";
import { readGives } from "./gives.ts";
import { call, Unavailable } from "./http-call.ts";
import { prepareMapping } from "./mapping.ts";

/** What an identity can have, with its types; what else a mapping gives is dropped. */
const parts = [
  { key: "fullName", name: "full-name", type: { kind: "full-name" } },
  { key: "dateOfBirth", name: "date-of-birth", type: { kind: "date-of-birth" } },
  { key: "address", name: "address", type: { kind: "postal-address" } },
  { key: "email", name: "email", type: { kind: "email" } },
  { key: "phone", name: "phone", type: { kind: "phone-number" } },
  { key: "nationalId", name: "national-id", type: { kind: "national-id" } },
  { key: "legalName", name: "legal-name", type: { kind: "text" } },
  { key: "businessNumber", name: "business-number", type: { kind: "business-number" } },
  // Not parts: what the account applies as, and who fills in (3.6.10). The session keeps them apart (identity/parts.ts).
  { key: "kind", name: "kind", type: { kind: "text" } },
  { key: "filledInBy", name: "filled-in-by", type: { kind: "text" } },
] as const;

/** What the register said; parts are empty unless present. */
export interface KnownPerson {
  readonly state: "present" | "absent" | "unavailable";
  readonly parts: Answers;
}

/** Ready to ask the register of people. Throws MappingProblem for a mapping that cannot be used. */
export function createPeople(
  binding: PeopleBinding,
  around: { now: () => number; report?: (report: CallReport) => void },
): (subject: string) => Promise<KnownPerson> {
  const mapping = prepareMapping(binding.answer, "identity.answer");
  return async (subject) => {
    const started = around.now();
    const finish = (state: KnownPerson["state"], known: Answers, reason?: string): KnownPerson => {
      around.report?.({
        to: "identity",
        outcome: state,
        milliseconds: around.now() - started,
        ...(reason ? { reason } : {}),
      });
      return { state, parts: known };
    };
    if (subject === "" || subject === "." || subject === "..") return finish("absent", {});
    try {
      const path = binding.path.replaceAll("{subject}", encodeURIComponent(subject));
      const { status, json } = await call(binding, { method: "GET", path });
      if (status === 404) return finish("absent", {});
      if (status >= 400) return finish("unavailable", {}, `refused with status ${status}`);
      const known = readGives({ lists: {} }, parts, await mapping(json));
      return known ? finish("present", known) : finish("unavailable", {}, "answered something other than a person");
    } catch (error) {
      const reason = error instanceof Unavailable ? error.message : "answered something the mapping cannot read";
      return finish("unavailable", {}, reason);
    }
  };
}
