// Drafts of applications, and sessions.
import type { DatabaseSync } from "node:sqlite";
import { instantOf, milliseconds, type Row, text, whole } from "../row.ts";
import type { DraftRow, SessionRow } from "../store.ts";

/** Ready for drafts. */
export function prepareDrafts(database: DatabaseSync) {
  const members = "draft_id, owner, service, definition, version, content, changed_at";
  const insert = database.prepare(`insert or ignore into drafts (${members}) values (?, ?, ?, ?, ?, ?, ?)`);
  const update = database.prepare(
    "update drafts set owner = ?, service = ?, definition = ?, version = version + 1, content = ?, changed_at = ? where draft_id = ? and version = ?",
  );
  const byId = database.prepare(`select ${members} from drafts where draft_id = ?`);
  const byOwner = database.prepare(`select ${members} from drafts where owner = ? order by changed_at desc`);
  const drop = database.prepare("delete from drafts where draft_id = ?");
  // Instants are written in one form only, so that as text they stand in order.
  const sweep = database.prepare("delete from drafts where changed_at < ?");
  return {
    saveDraft({ draftId, owner, service, definition, version, content, changedAt }: DraftRow): number | undefined {
      const { changes } =
        version === 0
          ? insert.run(draftId, owner, service, definition, 1, content, changedAt)
          : update.run(owner, service, definition, content, changedAt, draftId, version);
      return changes === 1 ? version + 1 : undefined;
    },
    readDraft: (draftId: string): DraftRow | undefined => readDraft(byId.get(draftId)),
    findDrafts: (owner: string): DraftRow[] => byOwner.all(owner).flatMap((row) => readDraft(row) ?? []),
    deleteDraft(draftId: string): void {
      drop.run(draftId);
    },
    sweepDrafts: (before: string): number => Number(sweep.run(instantOf(milliseconds(before))).changes),
  };
}

function readDraft(row: Row | undefined): DraftRow | undefined {
  if (!row) return undefined;
  return {
    draftId: text(row, "draft_id"),
    owner: text(row, "owner"),
    service: text(row, "service"),
    definition: text(row, "definition"),
    version: whole(row, "version"),
    content: text(row, "content"),
    changedAt: text(row, "changed_at"),
  };
}

/** Ready for sessions. */
export function prepareSessions(database: DatabaseSync) {
  const put = database.prepare(
    "insert into sessions (id_hash, sealed, created_at, last_seen_at, expires_at) values (?, ?, ?, ?, ?)",
  );
  const read = database.prepare("select * from sessions where id_hash = ?");
  const touch = database.prepare("update sessions set last_seen_at = ? where id_hash = ?");
  const drop = database.prepare("delete from sessions where id_hash = ?");
  const sweep = database.prepare("delete from sessions where expires_at <= ?");
  return {
    writeSession(row: SessionRow): void {
      put.run(row.idHash, row.sealed, row.createdAt, row.lastSeenAt, milliseconds(row.expiresAt));
    },
    readSession(idHash: string): SessionRow | undefined {
      const row = read.get(idHash);
      if (!row) return undefined;
      return {
        idHash,
        sealed: text(row, "sealed"),
        createdAt: text(row, "created_at"),
        lastSeenAt: text(row, "last_seen_at"),
        expiresAt: instantOf(whole(row, "expires_at")),
      };
    },
    touchSession(idHash: string, lastSeenAt: string): void {
      touch.run(lastSeenAt, idHash);
    },
    deleteSession(idHash: string): void {
      drop.run(idHash);
    },
    sweepSessions: (now: string): number => Number(sweep.run(milliseconds(now)).changes),
  };
}
