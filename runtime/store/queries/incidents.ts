// Incidents that a person looks at, and what is held until there is a way out of the house.
import type { DatabaseSync } from "node:sqlite";
import { milliseconds, text } from "../row.ts";
import type { Held, Incident } from "../store.ts";

/** Ready for incidents and held effects. */
export function prepareIncidents(database: DatabaseSync) {
  const put = database.prepare("insert or ignore into incidents (id, at, state, content) values (?, ?, ?, ?)");
  const find = database.prepare("select state, content from incidents order by at desc, id limit ?");
  const read = database.prepare("select content from incidents where id = ? and state = 'open'");
  const change = database.prepare("update incidents set state = ?, content = ? where id = ?");
  const putDue = database.prepare(
    "insert into due (key, kind, case_id, at, payload) values (?, ?, ?, ?, ?) on conflict (key) do nothing",
  );
  const hold = database.prepare("insert or ignore into held (id, at, content) values (?, ?, ?)");
  const findHeld = database.prepare("select content from held order by at desc, id limit ?");
  return {
    writeIncident(incident: Incident): void {
      put.run(incident.id, milliseconds(incident.at), incident.state, JSON.stringify(incident));
    },
    findIncidents(limit = 100): Incident[] {
      return find.all(limit).map((row): Incident => JSON.parse(text(row, "content")));
    },
    retryIncident(id: string, at: string): boolean {
      const row = read.get(id);
      if (!row) return false;
      const incident: Incident = JSON.parse(text(row, "content"));
      if (!incident.due) return false;
      const { key, kind, caseId, payload } = incident.due;
      putDue.run(key, kind, caseId, milliseconds(at), payload);
      change.run("retried", JSON.stringify({ ...incident, state: "retried" }), id);
      return true;
    },
    writeHeld(held: Held): void {
      hold.run(held.id, milliseconds(held.at), JSON.stringify(held));
    },
    findHeld(limit = 100): Held[] {
      return findHeld.all(limit).map((row): Held => JSON.parse(text(row, "content")));
    },
  };
}
