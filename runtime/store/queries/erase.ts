// Personal values of a case that stand beside it and go for good: the values of its log, its messages, the files it no longer holds,
// the payload of its failed work. The log's own lines stay, and so does the proof over them.
import type { DatabaseSync } from "node:sqlite";
import type { Transition } from "../store.ts";

type Erases = NonNullable<Transition["erases"]>;

/** Ready to erase, before the step that says so is written. */
export function prepareErase(database: DatabaseSync): (caseId: string, erases: Erases) => void {
  // Any of them may hold what goes, and a commitment covers a line's values as a whole: they go together.
  const values = database.prepare("delete from event_values where case_id = ?");
  const allMessages = database.prepare("delete from messages where json_extract(content, '$.caseId') = ?");
  const message = database.prepare("delete from messages where id = ?");
  const incidents = database.prepare(
    "update incidents set content = json_remove(content, '$.due') where json_extract(content, '$.caseId') = ?",
  );
  const held = database.prepare("delete from held where json_extract(content, '$.caseId') = ?");
  // The files that the case still holds are written down again with the case.
  const files = database.prepare("delete from case_files where case_id = ?");
  return (caseId, { all, messages }) => {
    files.run(caseId);
    values.run(caseId);
    if (all) {
      allMessages.run(caseId);
      incidents.run(caseId);
      held.run(caseId);
      return;
    }
    for (const id of messages) message.run(id);
  };
}
