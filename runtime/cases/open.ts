// Whether a service takes another application now: counts its cases and reads the day in its time zone. For pages and for sending.
import type { Service } from "#contract";
import { type Closed, whyClosed } from "#routing/closed.ts";
import type { Realm } from "../identity/settings.ts";
import type { CommandRefusal, Definition, Surroundings } from "./commands.ts";

/** Why not, or undefined. Cases are counted only where the author set a number. `by` is who would start it: people apply as applicants. */
export async function closedNow(
  { store, now }: Pick<Surroundings, "store" | "now">,
  { service, days }: Pick<Definition, "service" | "days">,
  by: readonly string[] = ["applicant"],
): Promise<Closed | undefined> {
  const cases = service.status.atMostCases === undefined ? 0 : await store.countCases(service.name);
  return whyClosed(service, { now: now(), zone: days.zone, cases, by });
}

/** As whom somebody starts a case of a service: people as applicants, officers as their roles that the text knows. */
export function startersOf(
  service: Pick<Service, "roles">,
  starter: { readonly realm: Realm; readonly roles: readonly string[] } | undefined,
): readonly string[] {
  if (starter?.realm !== "officers") return ["applicant"];
  return starter.roles.filter((role) => Object.hasOwn(service.roles, role));
}

/** For logs and programs; pages say it in the person's language. */
const closedWords: Readonly<Record<Closed, string>> = {
  ended: "This service does not take new applications any more. Your answers are kept.",
  "trial-over": "The trial of this service is over, so it takes no new applications. Your answers are kept.",
  "not-open-yet": "This service does not take applications yet. Your answers are kept.",
  "not-open-now": "The time to apply is over. Your answers are kept.",
  "not-by-you": "Other people or services start cases of this service.",
  "trial-full": "This service is on trial and has taken all the applications it can. Your answers are kept.",
};

/** The refusal of an application that is sent all the same. */
export function closedTo(closed: Closed): { readonly ok: false; readonly refused: CommandRefusal } {
  return { ok: false, refused: { code: "closed", closed, words: closedWords[closed] } };
}
