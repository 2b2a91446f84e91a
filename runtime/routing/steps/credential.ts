// Licences: issued, replaced, suspended, revoked, reinstated (R17). What this case issued it changes itself; one that was presented belongs to
// the case that issued it, which is told. What hangs on a licence follows it.
import type { Answers } from "#contract/facts.ts";
import { valueAtDotted } from "#support/facts.ts";
import { shiftDate } from "#support/lengths.ts";
import type { Issued } from "../case.ts";
import type { Happening } from "../happening.ts";
import { type Led, type Moving, refuse } from "../moving.ts";
import { beginRecurring, followRecurring } from "./every.ts";
import { followPlans } from "./plan.ts";

const statusAfter = { suspend: "suspended", revoke: "revoked", reinstate: "valid" } as const;

/** Issues a licence; one this case issued before is replaced, never doubled (R7). `replace` ends the one that was presented as well. */
export function issue(moving: Moving, name: string, does: "issue" | "replace"): void {
  const credential = moving.service.credentials[name];
  if (!credential) return;
  const { values } = moving.facts();
  const claims: Answers = Object.fromEntries(
    credential.holds.flatMap((held) => {
      const value = valueAtDotted(values, held.path);
      return value === undefined ? [] : [[held.name, value]];
    }),
  );
  const validFrom = moving.days.zone.dayOf(moving.now);
  const endDate = credential.validFor && shiftDate(validFrom, credential.validFor, 1, moving.days.calendar);
  const id = moving.nextId("issued");
  const issued: Issued = {
    id,
    credential: name,
    claims,
    validFrom,
    status: "valid",
    ...(endDate ? { endDate } : {}),
    ...(credential.type ? { type: credential.type } : {}),
  };
  if (does === "replace" && !lastOf(moving, name)) orderChange(moving, name, "replaced");
  const before = moving.case.issued.map((one) =>
    one.credential === name && one.status === "valid"
      ? { ...one, status: "replaced" as const, endedAt: moving.now }
      : one,
  );
  moving.change({ issued: [...before, issued] });
  moving.record("credential issued", { issued: id, credential: name });
  moving.tellHistory({ what: "issued", name });
  beginRecurring(moving, name, credential);
  follow(moving, name);
}

/** `suspend`, `revoke` and `reinstate`: the one this case issued, else the one that was presented; where there is none a person sees to it. */
export function changeIssued(moving: Moving, name: string, does: keyof typeof statusAfter): string | undefined {
  const last = lastOf(moving, name);
  if (last) {
    setStatus(moving, last, statusAfter[does]);
    return undefined;
  }
  const told = orderChange(moving, name, statusAfter[does]);
  // What is kept for a person holds nothing up: the case goes on.
  if (told === undefined) moving.order({ do: "hold", line: does, what: name });
  return told;
}

/** Another case, to which this one's licence was presented, has changed it. Told again it changes nothing. */
export function onLicenceChanged(
  moving: Moving,
  { issuedId, status, number }: Extract<Happening, { type: "licence-changed" }>,
): Led {
  const issued = moving.case.issued.find(({ id }) => id === issuedId);
  if (!issued) return refuse("not-offered", "This case has issued no such licence.");
  if (issued.status === status || !setStatus(moving, issued, status)) return undefined;
  moving.tellHistory({ what: "licence-changed", name: issued.credential, to: status, reason: number });
  return undefined;
}

/** What is over stays over: only a suspended licence comes back. `rule` is the condition by which it changes by itself. */
export function setStatus(moving: Moving, { id, ...issued }: Issued, status: Issued["status"], rule?: string): boolean {
  const { status: before, byRule: _, credential, ...rest } = issued;
  if (before === "revoked" || before === "replaced") return false;
  const after: Issued = {
    ...{ id, credential, ...rest, status },
    ...((status === "revoked" || status === "replaced") && { endedAt: moving.now }),
    ...(rule !== undefined && status !== "valid" && { byRule: { rule, at: moving.now } }),
  };
  moving.change({ issued: moving.case.issued.map((one) => (one.id === id ? after : one)) });
  moving.record("credential changed", { issued: id, status, ...(rule !== undefined && { rule }) });
  follow(moving, credential);
  return true;
}

function orderChange(moving: Moving, name: string, status: Issued["status"]): string | undefined {
  const presented = moving.case.presented?.find(({ credential }) => credential === name);
  if (!presented) return undefined;
  const { caseId, issuedId } = presented;
  return moving.order({ do: "change-licence", caseId, issuedId, status });
}

function lastOf(moving: Moving, name: string): Issued | undefined {
  return moving.case.issued.findLast((one) => one.credential === name && one.status !== "replaced");
}

function follow(moving: Moving, credential: string): void {
  followPlans(moving, credential);
  followRecurring(moving, credential);
}
