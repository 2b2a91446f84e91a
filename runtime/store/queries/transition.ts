// One step of a case, written whole: events with their hashes, the case, due work, tasks, payments, licences, messages.
// Everything is looked at before anything is written, so that a refused step leaves no trace.
import type { DatabaseSync } from "node:sqlite";
import { chainStart, commitmentOf, hashOf } from "../chain.ts";
import { milliseconds, text, whole } from "../row.ts";
import type { NewEvent, Transition, TransitionResult } from "../store.ts";
import { prepareErase } from "./erase.ts";
import { prepareWriteFiles } from "./files.ts";
import { prepareWriteWatched } from "./looks.ts";
import { prepareWriteMessage } from "./messages.ts";

/** Ready to write steps. `salt` gives text that nobody can guess. */
export function prepareTransition(
  database: DatabaseSync,
  salt: () => string,
): (caseId: string, transition: Transition) => TransitionResult {
  const findOnce = database.prepare("select case_id from once where key = ?");
  const readVersion = database.prepare("select version from cases where case_id = ?");
  const isHeld = database.prepare("select 1 from due where key = ? and owner = ? and tries = ?");
  const count = database.prepare("select count(*) as cases from cases where service = ?");
  const writeEvents = prepareWriteEvents(database, salt);
  const writeCase = prepareWriteCase(database);
  const writeAround = prepareWriteAround(database);
  const erase = prepareErase(database);
  return (caseId, transition) => {
    const { onceKey, finishes, expectedVersion, atMost } = transition;
    const before = onceKey === undefined ? undefined : findOnce.get(onceKey);
    if (before) return { done: "repeated", caseId: text(before, "case_id") };
    const row = readVersion.get(caseId);
    const version = row ? whole(row, "version") : 0;
    if (version !== expectedVersion) return { done: "conflict", version };
    if (finishes && !isHeld.get(finishes.key, finishes.owner, finishes.tries)) return { done: "lost" };
    const cases = version === 0 && atMost ? count.get(atMost.service) : undefined;
    if (cases && atMost && whole(cases, "cases") >= atMost.cases) return { done: "full" };
    if (transition.erases) erase(caseId, transition.erases);
    writeEvents(caseId, transition.events);
    writeCase(caseId, version + 1, transition);
    writeAround(caseId, transition);
    return { done: "written", version: version + 1 };
  };
}

function prepareWriteEvents(
  database: DatabaseSync,
  salt: () => string,
): (caseId: string, events: readonly NewEvent[]) => void {
  const readHead = database.prepare("select number, hash from events where case_id = ? order by number desc limit 1");
  const insert = database.prepare(
    "insert into events (case_id, number, type, at, by_id, details, commitment, hash) values (?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const keep = database.prepare("insert into event_values (case_id, number, salt, content) values (?, ?, ?, ?)");
  return (caseId, events) => {
    const head = readHead.get(caseId);
    let number = head ? whole(head, "number") : 0;
    let hash = head ? text(head, "hash") : chainStart;
    for (const { values, ...event } of events) {
      number += 1;
      const grain = values === undefined ? undefined : salt();
      const commitment = grain === undefined || values === undefined ? undefined : commitmentOf(grain, values);
      hash = hashOf(hash, caseId, { ...event, number, ...(commitment ? { commitment } : {}) });
      const { type, at, by, details } = event;
      insert.run(caseId, number, type, at, by ?? null, JSON.stringify(details), commitment ?? null, hash);
      if (grain !== undefined && values !== undefined) keep.run(caseId, number, grain, values);
    }
  };
}

function prepareWriteCase(database: DatabaseSync): (caseId: string, version: number, transition: Transition) => void {
  const insert = database.prepare(
    "insert into cases (version, stage, outcome, changed_at, content, case_id, number, service, applicant, sent_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const update = database.prepare(
    "update cases set version = ?, stage = ?, outcome = ?, changed_at = ?, content = ? where case_id = ?",
  );
  const writeFiles = prepareWriteFiles(database);
  return (caseId, version, { case: present, at }) => {
    const { place } = present;
    const stage = place.kind === "stage" ? place.stage : null;
    const outcome = place.kind === "outcome" ? place.outcome : null;
    const content = JSON.stringify(present);
    writeFiles(caseId, content);
    const members = [version, stage, outcome, milliseconds(at), content, caseId] as const;
    if (version > 1) update.run(...members);
    else insert.run(...members, present.number, present.service, present.applicant.id, milliseconds(present.sentAt));
  };
}

function prepareWriteAround(database: DatabaseSync): (caseId: string, transition: Transition) => void {
  const drop = database.prepare("delete from due where key = ?");
  // Moving work that somebody holds takes it from them: the higher count of tries refuses their finish.
  const putDue = database.prepare(
    `insert into due (key, kind, case_id, at, payload) values (?, ?, ?, ?, ?)
     on conflict (key) do update set at = excluded.at, payload = excluded.payload, owner = null, lease_until = null, tries = tries + 1`,
  );
  const dropTasks = database.prepare("delete from tasks where case_id = ?");
  const putTask = database.prepare(
    "insert into tasks (case_id, task_id, role, state, claimed_by, due_at, opened_at, content) values (?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const putPayment = database.prepare(
    "insert or ignore into payments (provider_id, case_id, payment_id) values (?, ?, ?)",
  );
  const putIssued = database.prepare(
    "insert or replace into issued (case_id, issued_id, applicant, content) values (?, ?, ?, ?)",
  );
  const putOnce = database.prepare("insert into once (key, case_id) values (?, ?)");
  const dropDraft = database.prepare("delete from drafts where draft_id = ?");
  const writeMessage = prepareWriteMessage(database);
  const writeWatched = prepareWriteWatched(database);
  return (caseId, transition) => {
    const { case: present } = transition;
    if (transition.finishes) drop.run(transition.finishes.key);
    for (const key of transition.dropDue ?? []) drop.run(key);
    for (const due of transition.due) putDue.run(due.key, due.kind, caseId, milliseconds(due.at), due.payload);
    dropTasks.run(caseId);
    for (const task of transition.tasks) {
      const dueAt = task.dueAt === undefined ? null : milliseconds(task.dueAt);
      const members = [
        task.state,
        task.claimedBy ?? null,
        dueAt,
        milliseconds(task.openedAt),
        JSON.stringify(task),
      ] as const;
      for (const role of new Set(task.roles)) putTask.run(caseId, task.taskId, role, ...members);
    }
    for (const { providerId, id } of present.payments)
      if (providerId !== undefined) putPayment.run(providerId, caseId, id);
    for (const one of present.issued) putIssued.run(caseId, one.id, present.applicant.id, JSON.stringify(one));
    if (transition.watched) writeWatched(caseId, transition.watched);
    for (const message of transition.messages ?? []) writeMessage(message);
    if (transition.onceKey !== undefined) putOnce.run(transition.onceKey, caseId);
    if (transition.fromDraft !== undefined) dropDraft.run(transition.fromDraft);
  };
}
