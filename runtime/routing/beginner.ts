// A case that an officer began (`started by <role>`). Where they named nobody's account it is known under a name that no citizen's sign-in has. Pure.
import type { Case, Person } from "./case.ts";

/** Who stands in the applicant's place of a case that this officer began. A citizen's sign-in may have the officer's subject. */
export function beginnerId(subject: string): string {
  return `officer:${subject}`;
}

/** Who the case is of: whoever sent it; an officer under that name. */
export function ownerOfCase(by: Person): Person {
  if (by.kind !== "officer" || by.id.startsWith("officer:")) return by;
  const { id, name } = by;
  return { kind: "officer", id: beginnerId(id), ...(name !== undefined && { name }) };
}

/** Whether an officer began it for nobody with an account, and so stands in the applicant's place. */
export function isBegunByOfficer({ applicant }: Pick<Case, "applicant">): boolean {
  return applicant.kind === "officer";
}

/** Whether it was this officer. */
export function isBeginner({ applicant, begunBy }: Pick<Case, "applicant" | "begunBy">, { kind, id }: Person): boolean {
  const beginner = begunBy ?? applicant;
  return kind === "officer" && beginner.kind === "officer" && beginner.id === beginnerId(id);
}
