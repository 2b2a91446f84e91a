// A licence was looked at again (`revoke when`, `suspend when`): registers were asked outside, and what they said is judged here, so that the
// log holds what a licence was taken for. It happens in any place of the route, and moves the case nowhere.
import type { Happening } from "../happening.ts";
import { type Led, type Moving, refuse } from "../moving.ts";
import { verdictOf } from "../watch.ts";
import { setStatus } from "./credential.ts";

/** What registers say now ends the licence, suspends it, lets it count again, or changes nothing. The holder is told. */
export function onLicenceLookedAt(
  moving: Moving,
  { issuedId, found }: Extract<Happening, { type: "licence-looked-at" }>,
): Led {
  const issued = moving.case.issued.find(({ id }) => id === issuedId);
  if (!issued) return refuse("not-offered", "This case has issued no such licence.");
  const verdict = verdictOf(moving, moving.case, issuedId, found, moving.now);
  if (!verdict || !setStatus(moving, issued, verdict.status, verdict.rule)) return undefined;
  const { status, rule } = verdict;
  moving.tellHistory({ what: "licence-by-itself", name: issued.credential, to: status, rule });
  moving.order({ do: "tell", to: "applicant", about: `licence-${status}`, licence: issued.credential, rule });
  return undefined;
}
