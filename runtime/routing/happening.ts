// What can happen to a case, and what comes of it: shapes only. A happening is an input; records and effects are outputs.
import type { Duration, Key, Name, Words } from "#contract";
import type { Answers, Fetched, Identity, Origin, Value } from "#contract/facts.ts";
import type { Case, Person } from "./case.ts";
import type { Found } from "./watch.ts";

/** The application arrives: from here there is a case. */
export interface Sent {
  readonly type: "sent";
  readonly number: string;
  readonly definition: string;
  readonly language: string;
  readonly by: Person;
  /** Whose case it is, where an officer begins it for somebody with an account. */
  readonly applicant?: Person;
  readonly answers: Answers;
  readonly origins: Readonly<Record<string, Origin>>;
  readonly fetched: Readonly<Record<Key, Fetched>>;
  readonly identity?: Identity;
  readonly carried?: Case["carried"];
  readonly presented?: Case["presented"];
  readonly asked: readonly string[];
  /** Nobody can guess it; only where another person must sign. */
  readonly signingKey?: string;
  /** The case that starts this one. */
  readonly startedBy?: Case["startedBy"];
  /** "2026-04-01": handed over with its day; without it today. */
  readonly dateApplied?: string;
}

/** Answers that an applicant changed because an officer opened them again, with all that followed from it. */
export interface CorrectedAnswers {
  /** Dotted paths outside lists; without a value the answer is taken out. */
  readonly changes: readonly { readonly path: string; readonly value?: Value; readonly origin?: Origin }[];
  /** Dotted paths asked on the path as it is now. */
  readonly asked: readonly string[];
  readonly fetched: Readonly<Record<Key, Fetched>>;
}

/** What happens to a case. Ids are those that stand in the case. */
export type Happening =
  | Sent
  | { readonly type: "claimed"; readonly by: Person; readonly taskId: string }
  | { readonly type: "released"; readonly by: Person; readonly taskId: string }
  /** Somebody who was invited takes it up; `level` is how they are signed in. */
  | {
      readonly type: "invitation-accepted";
      readonly by: Person;
      readonly level: "low" | "substantial" | "high";
      readonly invitationId: string;
    }
  | {
      readonly type: "chosen";
      readonly by: Person;
      readonly taskId: string;
      readonly action: Name;
      readonly reason?: string;
      readonly answers?: Answers;
    }
  | {
      readonly type: "information-asked";
      readonly by: Person;
      readonly taskId: string;
      readonly question: string;
      /** Dotted paths of answers that are opened again. */
      readonly reopens?: readonly string[];
    }
  | {
      readonly type: "information-answered";
      readonly by: Person;
      readonly requestId: string;
      readonly answer?: string;
      readonly files?: readonly Value[];
      readonly corrected?: CorrectedAnswers;
    }
  | {
      readonly type: "right-used";
      readonly by: Person;
      readonly right: Name;
      readonly reason?: string;
      readonly answers?: Answers;
    }
  | {
      readonly type: "payment-requested";
      readonly paymentId: string;
      readonly providerId: string;
      readonly payAddress: string;
    }
  | { readonly type: "payment-settled"; readonly paymentId: string; readonly amount: number }
  | { readonly type: "payment-cancelled"; readonly paymentId: string }
  /** Time goes on: whatever is due fires. */
  | { readonly type: "due" }
  | {
      readonly type: "effect-finished";
      readonly effectId: string;
      readonly fetched?: Fetched;
      /** The number of the case that was started. */
      readonly startedNumber?: string;
    }
  | { readonly type: "effect-failed"; readonly effectId: string; readonly reason: string }
  /** A source tells something that was not asked for. `messageId` is its own: told twice it is told once. */
  | {
      readonly type: "announced";
      readonly source: Name;
      readonly name: Name;
      readonly values: Answers;
      readonly messageId: string;
    }
  /** Another case, to which a licence of this one was presented, changed it; `number` is its number. */
  | {
      readonly type: "licence-changed";
      readonly issuedId: string;
      readonly status: "valid" | "replaced" | "suspended" | "revoked";
      readonly number: string;
    }
  /** What a licence hangs on was asked again, and something is to change. */
  | { readonly type: "licence-looked-at"; readonly issuedId: string; readonly found: readonly Found[] }
  /** A case that this one started has reached an outcome. */
  | {
      readonly type: "started-decided";
      readonly startId: string;
      readonly number: string;
      readonly outcome: Name;
    }
  | {
      readonly type: "consulted";
      readonly by: Person;
      readonly taskId: string;
      readonly role: Name;
      readonly question: string;
    }
  | { readonly type: "advised"; readonly by: Person; readonly consultationId: string; readonly answer: string }
  | { readonly type: "put-on-hold"; readonly by: Person; readonly taskId: string; readonly reason: string }
  | { readonly type: "hold-ended"; readonly by: Person; readonly taskId: string }
  | { readonly type: "time-taken"; readonly by: Person; readonly taskId: string; readonly reason: string }
  | {
      readonly type: "officer-right-used";
      readonly by: Person;
      readonly right: Name;
      readonly reason?: string;
      readonly answers?: Answers;
    }
  | { readonly type: "answers-changed"; readonly by: Person; readonly corrected: CorrectedAnswers }
  | { readonly type: "co-signed"; readonly by: Person }
  /** An officer has a source that gave no answer asked again at once. */
  | { readonly type: "asked-again"; readonly by: Person }
  /** The case goes on under a newer text; `lengths` are those of its open deadlines in the older one, by their ids. */
  | {
      readonly type: "version-moved";
      readonly definition: string;
      readonly lengths: Readonly<Record<string, Duration>>;
    }
  /** An officer found the applicant's correction of a register's value proven. */
  | { readonly type: "correction-accepted"; readonly by: Person; readonly path: string }
  | {
      readonly type: "answers-corrected";
      readonly by: Person;
      readonly taskId: string;
      readonly reason: string;
      readonly changes: readonly { readonly path: string; readonly value?: Value }[];
    };

/** One line of the log of events. `details` holds names and ids, never answers, reasons or people's names. */
export interface Recorded {
  readonly type: string;
  readonly at: string;
  readonly details: Readonly<Record<string, string | number | boolean>>;
  /** Subject of who did it. */
  readonly by?: string;
  /** The first line of each step carries what happened, personal values included: the store keeps it apart from the log. */
  readonly happening?: Happening;
}

/** Something to be done outside the case. `id` is unique within the case and never changes: it is the idempotency key. */
export type CaseEffect =
  | {
      readonly id: string;
      readonly do: "fetch";
      readonly key: Key;
      readonly source: Name;
      readonly operation: Name;
      readonly using: Answers;
    }
  | {
      readonly id: string;
      readonly do: "request-payment";
      readonly paymentId: string;
      readonly name: Name;
      readonly amount: number;
      readonly currency: string;
    }
  | { readonly id: string; readonly do: "give-back"; readonly paymentId: string; readonly amount: number }
  | { readonly id: string; readonly do: "invite"; readonly invitationId: string }
  | { readonly id: string; readonly do: "send"; readonly message: Name }
  | {
      readonly id: string;
      readonly do: "tell";
      /** A role, or "applicant". */
      readonly to: Name;
      readonly about:
        | "late"
        | "reminder"
        | "information-asked"
        | "payment-wanted"
        | "stage"
        | "your-turn"
        | "on-hold"
        | "hold-over"
        | "takes-longer"
        | "corrected"
        | "consulted"
        | "advised"
        | "licence-valid"
        | "licence-suspended"
        | "licence-revoked";
      /** In an officer's words, for the person who is told. */
      readonly reason?: string;
      /** The licence it is about, and the condition that came true or is true no longer. */
      readonly licence?: Name;
      readonly rule?: string;
      /** The instant it is about. */
      readonly until?: string;
    }
  | {
      readonly id: string;
      readonly do: "start";
      readonly service: Name;
      readonly answers: Answers;
      /** "2026-04-01" */
      readonly dateApplied?: string;
    }
  /** Tells the case that issued a licence what has become of it (R17). */
  | {
      readonly id: string;
      readonly do: "change-licence";
      readonly caseId: string;
      readonly issuedId: string;
      readonly status: "valid" | "replaced" | "suspended" | "revoked";
    }
  /** Tells the case that started this one. */
  | {
      readonly id: string;
      readonly do: "report";
      readonly caseId: string;
      readonly startId: string;
      readonly outcome: Name;
    }
  | {
      readonly id: string;
      readonly do: "share";
      readonly with: Name;
      readonly paths: readonly string[];
      readonly because?: Words;
    }
  /** A line that has no way out of the house yet (publish, pay): held, and shown to administrators. */
  | {
      readonly id: string;
      readonly do: "hold";
      readonly line: string;
      readonly what?: Name;
      /** Of pay: how much, to which answer, for which day. */
      readonly amount?: number;
      readonly currency?: string;
      readonly to?: readonly Name[];
      readonly dueOn?: string;
    };

/** Why something is not done. `words` are plain, in English, for people. */
export interface Refusal {
  readonly code:
    | "no-such-task"
    | "no-such-invitation"
    | "level-too-low"
    | "task-taken"
    | "task-asleep"
    | "task-over"
    | "not-your-role"
    | "not-the-same-person"
    | "not-offered"
    | "reason-missing"
    | "answers-missing"
    | "time-ran-out"
    | "no-such-request"
    | "no-such-payment"
    | "wrong-amount"
    | "no-such-right"
    | "no-such-correction"
    | "not-yours"
    | "already-sent"
    | "not-sent"
    | "no-route";
  readonly words: string;
}

/** Personal values that go for good with this step, wherever they stand beside the case: the log's values, inboxes, failed work. */
export interface Erased {
  /** Everything of the case; else the values of its log, and these messages. */
  readonly all: boolean;
  /** Ids of sendings whose words go. */
  readonly sendings: readonly string[];
}

/** What `advance` gives: the case afterwards, what to write in the log, what to do outside. A refusal may come with a changed case: what was due first has fired. */
export interface Advanced {
  readonly case?: Case;
  readonly events: readonly Recorded[];
  readonly effects: readonly CaseEffect[];
  readonly erased?: Erased;
  readonly refused?: Refusal;
}
