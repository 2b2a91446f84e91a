// The store: what is kept, and the few things that can be done with it. One interface; SQLite embodies it, PostgreSQL can.
// No transaction is ever handed to a caller: each call is whole, and what it acknowledges is on the disk.
import type { Case, Issued } from "#routing/case.ts";

/** One line of a case's log as it is written. `values` are personal and stand apart under a salted commitment. */
export interface NewEvent {
  readonly type: string;
  readonly at: string;
  readonly by?: string;
  readonly details: Readonly<Record<string, string | number | boolean>>;
  /** JSON text of the happening with its values. */
  readonly values?: string;
}

/** One line of a case's log as it is read: numbered from 1, each hash over the one before it. */
export interface StoredEvent extends NewEvent {
  readonly number: number;
  readonly commitment?: string;
  readonly hash: string;
}

/** Work that waits for its time: a case's next deadline, or an effect to be done outside. `key` is unique. */
export interface NewDue {
  readonly key: string;
  readonly kind: "clock" | "effect";
  readonly caseId: string;
  readonly at: string;
  /** JSON text: of an effect, the effect. */
  readonly payload: string;
}

/** Due work that this owner holds until the lease is over. `tries` fences: a finish with an older count is refused. */
export interface ClaimedDue extends NewDue {
  readonly tries: number;
  readonly owner: string;
}

/** A task in the work list. */
export interface TaskRow {
  readonly caseId: string;
  readonly taskId: string;
  readonly service: string;
  /** Content hash of the service that the case runs by. */
  readonly definition?: string;
  readonly number: string;
  /** The applicant's name, so that a list needs no case. */
  readonly applicant?: string;
  readonly stage: string;
  /** The check of the stage that it belongs to. */
  readonly check?: string;
  /** The id of the item that the check is about. */
  readonly item?: string;
  /** A second person confirms what another proposed. */
  readonly approval?: boolean;
  /** Subjects of people whose turn it cannot be. */
  readonly notFor?: readonly string[];
  readonly roles: readonly string[];
  readonly state: "open" | "claimed" | "asleep";
  readonly claimedBy?: string;
  readonly claimedByName?: string;
  readonly openedAt: string;
  readonly dueAt?: string;
  readonly late: boolean;
  readonly urgent?: boolean;
  /** Somebody only asks for advice. */
  readonly advice?: boolean;
}

/** A key of a register: which of an operation's needs, and the digest of its value. */
export interface RegisterKey {
  readonly need: string;
  readonly digest: string;
}

/** What a licence of a case is found under when a source tells that something changed. */
export interface Watched extends RegisterKey {
  readonly issuedId: string;
  readonly source: string;
}

/** A message in a person's inbox. */
export interface InboxMessage {
  readonly id: string;
  /** Subject of the applicant, or "role:<name>" for officers. */
  readonly to: string;
  readonly caseId: string;
  readonly at: string;
  readonly subject: string;
  readonly body: string;
  readonly language: string;
  readonly readAt?: string;
}

/** A payment by the provider's id, so that a notice finds its case. */
export interface PaymentRow {
  readonly providerId: string;
  readonly caseId: string;
  readonly paymentId: string;
}

/** A case with what the store adds. `version` goes up by one with every transition. */
export interface StoredCase {
  readonly caseId: string;
  readonly version: number;
  readonly case: Case;
  readonly changedAt: string;
}

/** What one transition writes: all of it or nothing. */
export interface Transition {
  /** 0 makes a new case. */
  readonly expectedVersion: number;
  readonly events: readonly NewEvent[];
  readonly case: Case;
  readonly at: string;
  /** Put or moved by key. */
  readonly due: readonly NewDue[];
  /** Keys of due work that is no longer wanted. */
  readonly dropDue?: readonly string[];
  readonly tasks: readonly TaskRow[];
  readonly messages?: readonly InboxMessage[];
  /** Makes the command that caused this repeatable: a second transition with the same key is not written. */
  readonly onceKey?: string;
  /** Due work that this transition finishes; nothing is written when the lease was lost. */
  readonly finishes?: { readonly key: string; readonly owner: string; readonly tries: number };
  /**
   * Personal values of the case that go for good: the values of its log (the chain stays provable) and the messages with these ids;
   * with `all`, every message and the work of its incidents.
   */
  readonly erases?: { readonly all: boolean; readonly messages: readonly string[] };
  /** What the licences of the case are found under from now on. */
  readonly watched?: readonly Watched[];
  /** The draft that became this case; it is deleted in the same transaction. */
  readonly fromDraft?: string;
  /** Of a new case: how many cases the service may have in all, this one counted. Looked at in the same transaction. */
  readonly atMost?: { readonly service: string; readonly cases: number };
}

/** conflict: somebody else changed the case first. repeated: this very command was done before. lost: the lease is another's. full: the service has all its cases. */
export type TransitionResult =
  | { readonly done: "written"; readonly version: number }
  | { readonly done: "conflict"; readonly version: number }
  | { readonly done: "repeated"; readonly caseId: string }
  | { readonly done: "lost" }
  | { readonly done: "full" };

/** A draft as it is kept; `content` is JSON text of Draft (contract/facts.ts) and what the server adds. */
export interface DraftRow {
  readonly draftId: string;
  /** Subject of who fills it in; for somebody not signed in, the id of their session. */
  readonly owner: string;
  readonly service: string;
  readonly definition: string;
  readonly version: number;
  readonly content: string;
  readonly changedAt: string;
}

/** One row of a session (identity/sessions.ts writes it sealed). */
export interface SessionRow {
  readonly idHash: string;
  readonly sealed: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
}

/** Work that failed for good, or money that must go back: a person looks at it. */
export interface Incident {
  readonly id: string;
  readonly caseId: string;
  readonly at: string;
  /** Plain words, no personal data. */
  readonly what: string;
  /** The due work that failed, to be tried again. */
  readonly due?: NewDue;
  readonly state: "open" | "retried" | "closed";
}

/** Something that waits for a way out of the house: shown to administrators, neither lost nor an incident. */
export interface Held {
  readonly id: string;
  readonly caseId: string;
  readonly at: string;
  /** JSON text of the effect. */
  readonly effect: string;
  readonly to?: string;
}

/** Which cases are wanted. Newest first, those of the same instant by their ids; `before` is the last one seen. */
export interface CaseFilter {
  readonly service?: string;
  readonly applicant?: string;
  readonly stage?: string;
  readonly outcome?: string;
  readonly number?: string;
  readonly before?: Pick<StoredCase, "changedAt" | "caseId">;
  /** Cases in a stage that run by another definition than this one. */
  readonly runningUnderOther?: string;
  readonly limit?: number;
}

/** Which tasks are wanted. */
export interface TaskFilter {
  readonly roles: readonly string[];
  readonly claimedBy?: string;
  /** All of them when not given. */
  readonly limit?: number;
}

export interface Store {
  /** Writes one step of a case, durably, or tells why not. */
  transition(caseId: string, transition: Transition): Promise<TransitionResult>;

  /** Takes due work that is due and that nobody holds (or whose lease is over), oldest first. */
  claimDue(owner: string, now: string, leaseMs: number, limit: number): Promise<ClaimedDue[]>;
  /** Ends due work that changes no case. False when the lease was lost: somebody else does it now. */
  finishDue(claim: Pick<ClaimedDue, "key" | "owner" | "tries">): Promise<boolean>;
  /** Gives due work back, to be tried at `at`, with another payload where one is given. */
  postponeDue(claim: Pick<ClaimedDue, "key" | "owner" | "tries">, at: string, payload?: string): Promise<boolean>;
  /** Ends due work as an incident. */
  failDue(claim: Pick<ClaimedDue, "key" | "owner" | "tries">, incident: Incident): Promise<boolean>;
  /** The instant at which the next due work that nobody holds is due. */
  nextDueAt(now: string): Promise<string | undefined>;
  /** Who holds due work now. */
  leaseOwners(): Promise<string[]>;
  /** Frees what an owner holds; gives how much that was. A finish that still comes from this owner is refused. */
  releaseLeases(owner: string): Promise<number>;
  /** True the first time this message of this sender comes; false ever after. */
  inboxOnce(sender: string, messageId: string, at: string): Promise<boolean>;

  readCase(caseId: string): Promise<StoredCase | undefined>;
  readCaseByNumber(number: string): Promise<StoredCase | undefined>;
  readEvents(caseId: string, after?: number): Promise<StoredEvent[]>;
  /** undefined: the chain is whole. Else the number of the first event that is not as it was written. */
  verifyChain(caseId: string): Promise<number | undefined>;
  findCases(filter: CaseFilter): Promise<StoredCase[]>;
  countCases(service: string): Promise<number>;
  findTasks(filter: TaskFilter): Promise<TaskRow[]>;
  findPayment(providerId: string): Promise<PaymentRow | undefined>;
  /** The last application of this person for this service that was decided, while its answers are kept. */
  readPreviousCase(applicant: string, service: string): Promise<StoredCase | undefined>;
  /** A person's licences, the one issued last first; with `validOn` ("2026-04-01") only those that are valid on that day. */
  findIssued(applicant: string, validOn?: string): Promise<readonly (Issued & { readonly caseId: string })[]>;

  /**
   * Has the licences that are found under all of these keys of a source looked at by `at`; gives how many. Who looks at one now begins again.
   * With `message`, which says so: the first time that this message of this sender comes, and never after.
   */
  wakeWatched(
    source: string,
    keys: readonly RegisterKey[],
    at: string,
    message?: { readonly sender: string; readonly id: string },
  ): Promise<number>;
  /** A licence was looked at; `watched` is what the licences of its case are found under. */
  noteLook(caseId: string, issuedId: string, at: string, watched: readonly Watched[]): Promise<void>;
  /** When a licence was looked at last. */
  readLook(caseId: string, issuedId: string): Promise<string | undefined>;

  /** Keeps a message in an inbox; a second one with the same id changes nothing. */
  writeMessage(message: InboxMessage): Promise<void>;
  readInbox(to: string, limit?: number): Promise<InboxMessage[]>;
  markRead(id: string, to: string, at: string): Promise<boolean>;

  /** Writes the draft if it still has this version (0: new). Gives the new version, or nothing when somebody else was first. */
  saveDraft(draft: DraftRow): Promise<number | undefined>;
  readDraft(draftId: string): Promise<DraftRow | undefined>;
  findDrafts(owner: string): Promise<DraftRow[]>;
  deleteDraft(draftId: string): Promise<void>;
  /** Deletes drafts that nobody has changed since this instant; gives how many. */
  sweepDrafts(before: string): Promise<number>;

  writeSession(row: SessionRow): Promise<void>;
  readSession(idHash: string): Promise<SessionRow | undefined>;
  touchSession(idHash: string, lastSeenAt: string): Promise<void>;
  deleteSession(idHash: string): Promise<void>;
  /** How many were over. */
  sweepSessions(now: string): Promise<number>;

  /** Whether a case or a draft holds this uploaded file. */
  isFileHeld(fileId: string): Promise<boolean>;

  writeIncident(incident: Incident): Promise<void>;
  findIncidents(limit?: number): Promise<Incident[]>;
  /** Puts the failed work back in the list, due at once. False when it is not open or has no work. */
  retryIncident(id: string, at: string): Promise<boolean>;
  writeHeld(held: Held): Promise<void>;
  findHeld(limit?: number): Promise<Held[]>;

  /** Waits for what is being written, then closes the file. */
  close(): Promise<void>;
}
