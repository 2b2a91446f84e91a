// The store in one SQLite file, through node:sqlite: WAL, full sync, writes grouped. One machine, no server.
// All SQL stands in queries/ and migrations/; this file only puts them together.
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { GroupCommit } from "./group-commit.ts";
import { migrate } from "./migrate.ts";
import { prepareCases } from "./queries/cases.ts";
import { prepareDrafts, prepareSessions } from "./queries/drafts.ts";
import { prepareDue } from "./queries/due.ts";
import { prepareFiles } from "./queries/files.ts";
import { prepareIncidents } from "./queries/incidents.ts";
import { prepareLooks } from "./queries/looks.ts";
import { prepareMessages } from "./queries/messages.ts";
import { prepareTasks } from "./queries/tasks.ts";
import { prepareTransition } from "./queries/transition.ts";
import type { Store } from "./store.ts";

/** Where the file stands. ":memory:" keeps nothing and is for tests. */
export interface SqliteOptions {
  readonly file: string;
}

/** Opens the file, makes it where it is missing, and brings its tables up to date. Throws when that cannot be done. */
export function openSqliteStore({ file }: SqliteOptions): Store {
  if (file !== ":memory:") mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  const database = openDatabase(file);
  const group = new GroupCommit(database);
  const read =
    <Given extends unknown[], Answer>(query: (...given: Given) => Answer) =>
    async (...given: Given): Promise<Answer> =>
      query(...given);
  const write =
    <Given extends unknown[], Answer>(query: (...given: Given) => Answer) =>
    (...given: Given): Promise<Answer> =>
      group.write(() => query(...given));
  const cases = prepareCases(database);
  const due = prepareDue(database);
  const tasks = prepareTasks(database);
  const messages = prepareMessages(database);
  const drafts = prepareDrafts(database);
  const sessions = prepareSessions(database);
  const files = prepareFiles(database);
  const incidents = prepareIncidents(database);
  const looks = prepareLooks(database);
  return {
    transition: write(prepareTransition(database, () => randomBytes(16).toString("base64url"))),
    claimDue: write(due.claimDue),
    finishDue: write(due.finishDue),
    postponeDue: write(due.postponeDue),
    failDue: write(due.failDue),
    nextDueAt: read(due.nextDueAt),
    leaseOwners: read(due.leaseOwners),
    releaseLeases: write(due.releaseLeases),
    inboxOnce: write(messages.inboxOnce),
    readCase: read(cases.readCase),
    readCaseByNumber: read(cases.readCaseByNumber),
    readPreviousCase: read(cases.readPreviousCase),
    readEvents: read(cases.readEvents),
    verifyChain: read(cases.verifyChain),
    findCases: read(cases.findCases),
    countCases: read(cases.countCases),
    findTasks: read(tasks.findTasks),
    findPayment: read(tasks.findPayment),
    findIssued: read(tasks.findIssued),
    wakeWatched: write(looks.wakeWatched),
    noteLook: write(looks.noteLook),
    readLook: read(looks.readLook),
    writeMessage: write(messages.writeMessage),
    readInbox: read(messages.readInbox),
    markRead: write(messages.markRead),
    saveDraft: write(drafts.saveDraft),
    readDraft: read(drafts.readDraft),
    findDrafts: read(drafts.findDrafts),
    deleteDraft: write(drafts.deleteDraft),
    sweepDrafts: write(drafts.sweepDrafts),
    writeSession: write(sessions.writeSession),
    readSession: read(sessions.readSession),
    touchSession: write(sessions.touchSession),
    deleteSession: write(sessions.deleteSession),
    sweepSessions: write(sessions.sweepSessions),
    isFileHeld: read(files.isFileHeld),
    writeIncident: write(incidents.writeIncident),
    findIncidents: read(incidents.findIncidents),
    retryIncident: write(incidents.retryIncident),
    writeHeld: write(incidents.writeHeld),
    findHeld: read(incidents.findHeld),
    async close() {
      group.close();
      if (database.isOpen) database.close();
    },
  };
}

function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5000 });
  // Full sync is named although it is the default of this build: a commit that was acknowledged survives a power cut.
  // Deleted values are overwritten, or they would stand in free pages of the file for years.
  database.exec(
    "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on",
  );
  migrate(database);
  return database;
}
