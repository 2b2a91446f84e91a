// What a case is at one moment: plain JSON values, so that it can be stored, compared and replayed. Shapes only, no behaviour.
// Instants are ISO text in UTC; days are ISO days in the service's time zone; money is a whole number of the smallest coin.
import type { Duration, Key, Name } from "#contract";
import type { Answers, Draft, Fetched, Identity, Origin, Value } from "#contract/facts.ts";

/** Who did something. `id` is the sign-in's subject; the name is kept in the case only, never in the log of events. */
export interface Person {
  readonly kind: "applicant" | "officer" | "system";
  readonly id: string;
  readonly name?: string;
  /** Officers: the roles they hold. */
  readonly roles?: readonly Name[];
}

/** A case is always in exactly one stage or one outcome (language.md 2.5). */
export type Place =
  | { readonly kind: "stage"; readonly stage: Name; readonly visit: number }
  | { readonly kind: "outcome"; readonly outcome: Name; readonly time: number };

/** Work for a person. A claimed task is reserved; an asleep one waits for the applicant's answer, reserved for who asked. */
export interface Task {
  readonly id: string;
  readonly stage: Name;
  readonly visit: number;
  /** The id of the check it belongs to; absent for the stage's own work. */
  readonly check?: string;
  /** The id of the proposal that it confirms or sends back. */
  readonly proposal?: string;
  /** The id of the consultation it answers. */
  readonly consultation?: string;
  /** Roles that may do it; "applicant" for a stage by the applicant. */
  readonly roles: readonly Name[];
  readonly state: "open" | "claimed" | "asleep" | "done" | "cancelled";
  readonly claimedBy?: Person;
  readonly openedAt: string;
  readonly endedAt?: string;
}

/** Something that happens by itself at an instant. The instant is worked out once; only a recorded event moves it. */
export interface Deadline {
  readonly id: string;
  readonly kind:
    | "stage"
    | "case"
    | "reminder"
    | "information"
    | "payment"
    | "check"
    | "wait"
    | "awaited"
    | "hold"
    | "consultation"
    | "ask-again"
    | "plan"
    | "every"
    | "deletion";
  /** Which of its kind: the wait, what is awaited, the consultation, the plan of payments, what begins again and again. */
  readonly of?: string;
  readonly at: string;
  /** Absent for the clock of the whole case. */
  readonly stage?: Name;
  readonly visit?: number;
  readonly tell?: Name;
  /** The role that gets the work when the time is over. */
  readonly giveTo?: Name;
  readonly goTo?: Name;
  /** Of a check: its id, and whether the stage then goes on without it. */
  readonly check?: string;
  readonly goOnWithout?: boolean;
  /** Of a deletion: the dotted paths it is about; none are all answers that no other line of the text names. */
  readonly paths?: readonly string[];
  readonly state: "running" | "stopped" | "fired" | "cancelled";
  /** While stopped: whole days (working days where `inWorkingDays`) or milliseconds that were left. */
  readonly left?: { readonly amount: number; readonly unit: "days" | "working-days" | "milliseconds" };
  /** Days are counted as working days when the author's length was. */
  readonly unit: "days" | "working-days" | "milliseconds";
}

/** A question to the applicant on the officer's behalf. */
export interface InformationRequest {
  readonly id: string;
  readonly stage: Name;
  readonly visit: number;
  readonly taskId: string;
  readonly askedBy: Person;
  readonly askedAt: string;
  readonly question: string;
  readonly dueAt: string;
  readonly state: "asked" | "answered" | "silent" | "cancelled";
  readonly answeredAt?: string;
  readonly answer?: string;
  readonly files?: readonly Value[];
  /** Dotted paths of answers the applicant may change with this, and no others. */
  readonly reopens?: readonly string[];
  /** What was changed with the answer, and what followed from it. */
  readonly changes?: readonly ChangedAnswer[];
}

/** An answer that is not what it was; absent is not given. */
export interface ChangedAnswer {
  /** Dotted. */
  readonly path: string;
  readonly old?: Value;
  readonly value?: Value;
}

/** Something a source announced. Kept until a `wait for` of a visit uses it (R5). */
export interface Announced {
  /** The message's own id: told twice it is told once. */
  readonly id: string;
  readonly source: Name;
  readonly name: Name;
  readonly values: Answers;
  readonly at: string;
  readonly usedBy?: { readonly stage: Name; readonly visit: number };
}

/** A case of another service that this one started. */
export interface StartedCase {
  /** The effect that ordered it. */
  readonly id: string;
  readonly service: Name;
  readonly at: string;
  /** As people read it; absent until it is there. */
  readonly number?: string;
  /** The outcome it reached last. */
  readonly outcome?: Name;
  readonly decidedAt?: string;
  readonly usedBy?: { readonly stage: Name; readonly visit: number };
}

/** A question to another role, which advises and decides nothing. */
export interface Consultation {
  readonly id: string;
  readonly stage: Name;
  readonly visit: number;
  readonly role: Name;
  readonly question: string;
  readonly askedBy: Person;
  readonly askedAt: string;
  readonly dueAt: string;
  readonly state: "asked" | "advised" | "silent" | "cancelled";
  readonly answer?: string;
  readonly advisedBy?: Person;
  readonly advisedAt?: string;
}

/** A case that stands still for a reason. */
export interface Hold {
  readonly stage: Name;
  readonly visit: number;
  readonly taskId: string;
  readonly by: Person;
  readonly reason: string;
  readonly since: string;
  readonly until: string;
}

/** Somebody took longer than was promised, and said why. */
export interface TakenLonger {
  readonly deadline: string;
  readonly by: Person;
  readonly at: string;
  readonly reason: string;
  readonly until: string;
}

/** Another person's signature under what was sent. */
export interface Signature {
  readonly by: Person;
  /** What they sign as: director. */
  readonly as: Name;
  readonly at: string;
}

/** A payment the route asks for. */
export interface Payment {
  readonly id: string;
  /** The author's name of what is paid: what is already paid under it is not asked for again (R2). */
  readonly name: Name;
  readonly stage: Name;
  readonly visit: number;
  readonly amount: number;
  readonly currency: string;
  /** wanted: not at the provider yet; requested: the applicant can pay; closed: the case left before it was paid. */
  readonly state: "wanted" | "requested" | "paid" | "cancelled" | "expired" | "closed";
  readonly wantedAt: string;
  readonly dueAt: string;
  readonly providerId?: string;
  readonly payAddress?: string;
  readonly paidAt?: string;
  /** How often the payer cancelled at the provider and a new request was made. */
  readonly tries: number;
  /** Money that came after the request was closed: it must be given back. */
  readonly giveBack?: boolean;
}

/** Money that the agency pays. There is no way out of the house for it yet: it is ordered, and administrators pay it. */
export interface PaidOut {
  /** The effect that orders it. */
  readonly id: string;
  /** The author's name of what is paid. */
  readonly name: Name;
  /** Absent where it could not be worked out: a person looks at it. */
  readonly amount?: number;
  readonly currency: string;
  /** The day it is for: "2026-04-01". */
  readonly dueOn: string;
  readonly at: string;
  /** The plan it belongs to. */
  readonly plan?: string;
}

/** `pay … each month while award lasts`: payments on the same day of each month, from the first day on. */
export interface PaymentPlan {
  readonly id: string;
  readonly name: Name;
  /** Where the money goes: the names of answers. */
  readonly to: readonly Name[];
  /** The rule that gives the amount. */
  readonly of: string;
  readonly each: "week" | "month" | "quarter" | "year";
  readonly whileLasts: Name;
  /** "2026-01-31": months are counted from here, so that a short one moves no later day. */
  readonly firstDay: string;
  /** How many of its days have come. */
  readonly come: number;
  /** Days on which nothing was paid, because the credential was suspended. */
  readonly passed: readonly string[];
  readonly state: "open" | "ended";
  readonly endedAt?: string;
}

/** `start stall-check every 6 months`: a case of another service that begins again and again while a credential is valid. */
export interface Recurring {
  readonly id: string;
  readonly credential: Name;
  readonly service: Name;
  readonly every: Duration;
  /** When the credential was issued for the first time: lengths are counted from here. */
  readonly since: string;
  /** How many times the length has been over. */
  readonly come: number;
  readonly state: "open" | "ended";
}

/** A licence this case issued. Not signed yet: a later issue adds that. */
export interface Issued {
  readonly id: string;
  readonly credential: Name;
  /** By which other systems know it, as the text said when it was issued. */
  readonly type?: string;
  readonly claims: Answers;
  /** "2026-04-01" */
  readonly validFrom: string;
  /** Last day of validity. */
  readonly endDate?: string;
  readonly status: "valid" | "replaced" | "suspended" | "revoked";
  /** When it was replaced or revoked. */
  readonly endedAt?: string;
  /** It was suspended or revoked by itself: the rule of `suspend when` or `revoke when`, and when that was found. */
  readonly byRule?: { readonly rule: string; readonly at: string };
}

/** A licence that was presented at the start: the case that issued it, and its id there (R17). */
export interface PresentedLicence {
  readonly credential: Name;
  readonly caseId: string;
  readonly issuedId: string;
}

/** A message the route sends; rendered when it is handed over. */
export interface Sending {
  readonly id: string;
  readonly message: Name;
  readonly outcome?: Name;
  readonly wantedAt: string;
  readonly state: "wanted" | "handed-over" | "failed";
  readonly handedOverAt?: string;
}

/** One check of a visit; with `for each` there is one for each item. */
export interface CheckVisit {
  readonly id: string;
  readonly check: Name;
  readonly stage: Name;
  readonly visit: number;
  /** The id of the item it is about. */
  readonly item?: string;
  /** The agency that does it, when it is another one. */
  readonly at?: Name;
  /** without: it ended with no result. skipped: what was chosen before stands. cancelled: the case left the stage. */
  readonly state: "open" | "done" | "skipped" | "without" | "cancelled";
  readonly doing?: Doing;
  /** A source gave no answer. */
  readonly unanswered?: boolean;
  readonly openedAt: string;
  readonly endedAt?: string;
  /** What came of it, where it is about one item; else it stands in the case itself. */
  readonly choice?: Name;
  readonly answers?: Answers;
  readonly fetched?: Readonly<Record<Key, Fetched>>;
}

/** Somebody from outside who is asked to do a piece of work, in a role that exists in this case only. */
export interface Invitation {
  readonly id: string;
  readonly role: Name;
  readonly stage: Name;
  readonly visit: number;
  readonly check?: string;
  readonly email: string;
  /** How they must be signed in. */
  readonly level: "low" | "substantial" | "high";
  readonly invitedAt: string;
  readonly state: "invited" | "accepted" | "cancelled";
  readonly by?: Person;
  readonly acceptedAt?: string;
}

/** What one of several different people chose. It is no value, and shown to nobody else, before all are in. */
export interface View {
  readonly stage: Name;
  readonly visit: number;
  readonly check?: string;
  readonly by: Person;
  readonly at: string;
  readonly action: Name;
  readonly reason?: string;
  readonly answers: Answers;
}

/** An action that a second person must confirm (R14). Guards do not see it until then. */
export interface Proposal {
  readonly id: string;
  readonly stage: Name;
  readonly visit: number;
  readonly action: Name;
  readonly by: Person;
  readonly at: string;
  readonly reason?: string;
  readonly answers: Answers;
  readonly state: "proposed" | "confirmed" | "sent-back" | "cancelled";
  readonly decidedBy?: Person;
  /** Why it was sent back. */
  readonly because?: string;
}

/** One line of what happened, in order, as officers and applicants read it. Personal data stands here, not in the log of events. */
export interface HistoryLine {
  readonly at: string;
  readonly what:
    | "sent"
    | "entered"
    | "skipped"
    | "reached"
    | "claimed"
    | "released"
    | "chose"
    | "asked"
    | "answered"
    | "silent"
    | "paid"
    | "payment-cancelled"
    | "payment-expired"
    | "paid-too-late"
    | "told"
    | "reminded"
    | "deadline"
    | "used-right"
    | "left"
    | "fetched"
    | "did-not-answer"
    | "issued"
    | "handed-over"
    | "failed"
    | "corrected"
    | "changed"
    | "accepted"
    | "check-done"
    | "check-skipped"
    | "check-without"
    | "check-cancelled"
    | "too-late"
    | "gave-view"
    | "proposed"
    | "confirmed"
    | "sent-back"
    | "invited"
    | "took-up"
    | "announced"
    | "announced-too-late"
    | "did-not-come"
    | "started"
    | "started-decided"
    | "consulted"
    | "advised"
    | "not-advised"
    | "put-on-hold"
    | "hold-ended"
    | "took-longer"
    | "co-signed"
    | "licence-changed"
    | "licence-by-itself"
    | "paid-out"
    | "not-paid-out"
    | "plan-began"
    | "plan-ended"
    | "moved"
    | "deleted";
  readonly place?: Name;
  /** The check of the place, and the item it is about. */
  readonly check?: Name;
  readonly item?: string;
  readonly visit?: number;
  /** The action, right, message, payment or credential. */
  readonly name?: Name;
  readonly by?: Person;
  readonly reason?: string;
  readonly to?: Name;
  /** The condition that came true, or is true no longer. */
  readonly rule?: string;
}

/** An outcome that was reached; the last one is the case's. */
export interface Reached {
  readonly outcome: Name;
  readonly at: string;
  readonly time: number;
  /** Time for rights counts from here (R7). Absent while a message of the outcome still waits to be handed over. */
  readonly notifiedAt?: string;
  readonly rightsUsed: readonly Name[];
  readonly replaced: boolean;
}

/** Answers that were deleted when their time was over. No paths: all that no other line of the text names. */
export interface Deleted {
  readonly at: string;
  readonly paths: readonly string[];
}

/** Do-lines of a place that are still to be done, in order (R0.2). `effect` is under way. */
export interface Doing {
  readonly next: number;
  readonly effect?: string;
  /** The source asked last gave no answer and the text says to stop (`if unavailable stop`): since when, and how often it was asked. */
  readonly silent?: { readonly since: string; readonly tries: number };
}

export interface Case {
  /** As people read it: "APK-7Q4M-2X9D". */
  readonly number: string;
  readonly service: Name;
  /** Content hash of the compiled service that the case runs by. */
  readonly definition: string;
  readonly language: string;
  readonly applicant: Person;
  /** The officer who began it for the applicant, as `beginnerId` says it; absent where the beginner stands in the applicant's place. */
  readonly begunBy?: Person;
  readonly sentAt: string;
  /** "2026-04-01" */
  readonly dateApplied: string;
  readonly place: Place;
  /** How often each stage was entered. */
  readonly visits: Readonly<Record<Name, number>>;
  readonly answers: Answers;
  readonly origins: Readonly<Record<string, Origin>>;
  readonly fetched: Readonly<Record<Key, Fetched>>;
  readonly identity?: Identity;
  /** Who sent it fills in for somebody else (`may be helped by`). Stays when the identity is deleted. */
  readonly isByHelper?: true;
  /** What questions were filled in from, of what the applicant has from before: so that an answer opened again is read like the first time. */
  readonly carried?: Draft["carried"];
  /** Dotted paths asked on the path the applicant took. */
  readonly asked: readonly string[];
  /** Corrections of a register's value that an officer found proven, by dotted path. */
  readonly accepted?: Readonly<Record<string, { readonly by: Person; readonly at: string }>>;
  /** What officers recorded, by key. */
  readonly officerAnswers: Answers;
  /** The last action chosen in each stage, by the stage's name. */
  readonly choices: Readonly<Record<Name, Name>>;
  readonly refusalReason?: string;
  readonly checks?: readonly CheckVisit[];
  readonly views?: readonly View[];
  readonly proposals?: readonly Proposal[];
  readonly invitations?: readonly Invitation[];
  readonly announced?: readonly Announced[];
  readonly started?: readonly StartedCase[];
  /** The case that started this one, and the id it knows this one by. */
  readonly startedBy?: { readonly caseId: string; readonly startId: string; readonly service: Name };
  readonly consultations?: readonly Consultation[];
  readonly onHold?: Hold;
  readonly longer?: readonly TakenLonger[];
  /** Answers that the applicant changed after sending. */
  readonly changed?: readonly { readonly at: string; readonly changes: readonly ChangedAnswer[] }[];
  readonly signatures?: readonly Signature[];
  /** Who knows it, and the number, may open what was sent to sign it. */
  readonly signingKey?: string;
  readonly urgent?: boolean;
  readonly tasks: readonly Task[];
  readonly deadlines: readonly Deadline[];
  readonly requests: readonly InformationRequest[];
  readonly payments: readonly Payment[];
  readonly paidOut?: readonly PaidOut[];
  readonly plans?: readonly PaymentPlan[];
  readonly recurring?: readonly Recurring[];
  readonly issued: readonly Issued[];
  readonly presented?: readonly PresentedLicence[];
  readonly sendings: readonly Sending[];
  readonly reached: readonly Reached[];
  readonly doing?: Doing;
  /** Effects that were ordered and have not ended, by id. */
  readonly ordered: Readonly<Record<string, string>>;
  /** Clocks stand still since. */
  readonly stoppedSince?: string;
  /** A stage's or the case's time ran out. */
  readonly late: boolean;
  readonly expectedDecisionDate?: string;
  readonly history: readonly HistoryLine[];
  readonly deleted?: readonly Deleted[];
  /** For ids of tasks, deadlines and effects: never reused within a case. */
  readonly counter: number;
}
