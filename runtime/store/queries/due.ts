// Due work: claimed with a lease, finished only by who still holds it, given back, or ended as an incident.
import type { DatabaseSync } from "node:sqlite";
import { instantOf, milliseconds, type Row, text, whole } from "../row.ts";
import type { ClaimedDue, Incident } from "../store.ts";
import { prepareIncidents } from "./incidents.ts";

type Claim = Pick<ClaimedDue, "key" | "owner" | "tries">;

/** Ready for due work. */
export function prepareDue(database: DatabaseSync) {
  // A lease that ends later than any lease given now could was given by a clock that ran ahead: it does not count.
  const free = "(lease_until is null or lease_until <= :now or lease_until > :now + :lease)";
  const claim = database.prepare(
    `update due set owner = :owner, lease_until = :now + :lease, tries = tries + 1
     where key in (select key from due where at <= :now and ${free} order by at, key limit :limit) and ${free}
     returning key, kind, case_id, at, payload, owner, tries`,
  );
  const drop = database.prepare("delete from due where key = ? and owner = ? and tries = ?");
  const postpone = database.prepare(
    "update due set at = ?, payload = coalesce(?, payload), owner = null, lease_until = null where key = ? and owner = ? and tries = ?",
  );
  const owners = database.prepare("select distinct owner from due where owner is not null");
  const release = database.prepare("update due set owner = null, lease_until = null where owner = ?");
  const next = database.prepare("select min(max(at, coalesce(lease_until, at))) as at from due");
  const { writeIncident } = prepareIncidents(database);
  return {
    claimDue(owner: string, now: string, lease: number, limit: number): ClaimedDue[] {
      const rows = claim.all({ owner, now: milliseconds(now), lease, limit });
      return rows.map(readDue).sort((one, other) => milliseconds(one.at) - milliseconds(other.at));
    },
    finishDue: ({ key, owner, tries }: Claim): boolean => drop.run(key, owner, tries).changes === 1,
    postponeDue: ({ key, owner, tries }: Claim, at: string, payload?: string): boolean =>
      postpone.run(milliseconds(at), payload ?? null, key, owner, tries).changes === 1,
    failDue({ key, owner, tries }: Claim, incident: Incident): boolean {
      if (drop.run(key, owner, tries).changes !== 1) return false;
      writeIncident(incident);
      return true;
    },
    leaseOwners: (): string[] => owners.all().map((row) => text(row, "owner")),
    releaseLeases: (owner: string): number => Number(release.run(owner).changes),
    nextDueAt(): string | undefined {
      const at = next.get()?.["at"];
      return typeof at === "number" ? instantOf(at) : undefined;
    },
  };
}

function readDue(row: Row): ClaimedDue {
  const kind = text(row, "kind");
  return {
    key: text(row, "key"),
    kind: kind === "clock" ? "clock" : "effect",
    caseId: text(row, "case_id"),
    at: instantOf(whole(row, "at")),
    payload: text(row, "payload"),
    owner: text(row, "owner"),
    tries: whole(row, "tries"),
  };
}
