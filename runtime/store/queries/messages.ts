// Inboxes of people and roles, and the inbox of other systems' messages, each taken in once.
import type { DatabaseSync } from "node:sqlite";
import { maybeText, milliseconds, text } from "../row.ts";
import type { InboxMessage } from "../store.ts";

/** Ready to put a message in an inbox, once. */
export function prepareWriteMessage(database: DatabaseSync): (message: InboxMessage) => void {
  const put = database.prepare("insert or ignore into messages (id, receiver, at, content) values (?, ?, ?, ?)");
  return (message) => {
    put.run(message.id, message.to, milliseconds(message.at), JSON.stringify(message));
  };
}

/** Ready for inboxes. */
export function prepareMessages(database: DatabaseSync) {
  const find = database.prepare(
    "select content, read_at from messages where receiver = ? order by at desc, id desc limit ?",
  );
  const read = database.prepare("update messages set read_at = coalesce(read_at, ?) where id = ? and receiver = ?");
  const once = database.prepare("insert or ignore into inbox (sender, message_id, at) values (?, ?, ?)");
  return {
    writeMessage: prepareWriteMessage(database),
    readInbox(to: string, limit = 100): InboxMessage[] {
      return find.all(to, limit).map((row) => {
        const message: InboxMessage = JSON.parse(text(row, "content"));
        const readAt = maybeText(row, "read_at");
        return readAt === undefined ? message : { ...message, readAt };
      });
    },
    markRead: (id: string, to: string, at: string): boolean => read.run(at, id, to).changes === 1,
    inboxOnce: (sender: string, messageId: string, at: string): boolean =>
      once.run(sender, messageId, at).changes === 1,
  };
}
