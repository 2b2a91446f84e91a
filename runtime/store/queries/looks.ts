// Looks at licences: under which keys of registers they are found, when each was looked at last, and looking at once.
import type { DatabaseSync } from "node:sqlite";
import { instantOf, milliseconds, text, whole } from "../row.ts";
import type { RegisterKey, Watched } from "../store.ts";
import { prepareMessages } from "./messages.ts";

/** Ready to write down what the licences of a case are found under. */
export function prepareWriteWatched(database: DatabaseSync): (caseId: string, watched: readonly Watched[]) => void {
  const drop = database.prepare("delete from watched where case_id = ?");
  const put = database.prepare(
    "insert or ignore into watched (source, need, digest, case_id, issued_id) values (?, ?, ?, ?, ?)",
  );
  return (caseId, watched) => {
    drop.run(caseId);
    for (const { source, need, digest, issuedId } of watched) put.run(source, need, digest, caseId, issuedId);
  };
}

interface Message {
  readonly sender: string;
  readonly id: string;
}

/** Ready for looks. */
export function prepareLooks(database: DatabaseSync) {
  const writeWatched = prepareWriteWatched(database);
  const { inboxOnce } = prepareMessages(database);
  const find = database.prepare("select case_id, issued_id from watched where source = ? and need = ? and digest = ?");
  // Moving work that somebody holds takes it from them: what they read may be from before the change.
  const wake = database.prepare(
    "update due set at = min(at, ?), owner = null, lease_until = null, tries = tries + 1 where key = ?",
  );
  const note = database.prepare("insert or replace into looks (case_id, issued_id, looked_at) values (?, ?, ?)");
  const read = database.prepare("select looked_at from looks where case_id = ? and issued_id = ?");
  return {
    wakeWatched(source: string, keys: readonly RegisterKey[], at: string, message?: Message): number {
      if (message && !inboxOnce(message.sender, message.id, at)) return 0;
      const found = keys.map(({ need, digest }) =>
        find.all(source, need, digest).map((row) => `${text(row, "case_id")}/look/${text(row, "issued_id")}`),
      );
      const [first = [], ...others] = found.map((dues) => new Set(dues));
      const all = [...first].filter((key) => others.every((other) => other.has(key)));
      return all.reduce((woken, key) => woken + Number(wake.run(milliseconds(at), key).changes), 0);
    },
    noteLook(caseId: string, issuedId: string, at: string, watched: readonly Watched[]): void {
      note.run(caseId, issuedId, milliseconds(at));
      writeWatched(caseId, watched);
    },
    readLook(caseId: string, issuedId: string): string | undefined {
      const row = read.get(caseId, issuedId);
      return row && instantOf(whole(row, "looked_at"));
    },
  };
}
