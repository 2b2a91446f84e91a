// What people and other systems can do to a case. Each command loads the case, asks routing what comes of it, and writes one
// transition; a conflict is tried once more. Must not decide what the route means (routing does) nor reach outside (work does).
import type { Duration, Name, Service } from "#contract";
import type { Answers, Draft, Rulebook, Value } from "#contract/facts.ts";
import type { Case, Person } from "#routing/case.ts";
import type { Closed } from "#routing/closed.ts";
import type { Days } from "#routing/days.ts";
import type { CorrectedAnswers, Refusal } from "#routing/happening.ts";
import type { Store } from "../store/store.ts";

/** A compiled service as the runtime holds it. */
export interface Definition {
  readonly service: Service;
  readonly rulebook: Rulebook;
  /** Content hash of the bundle. */
  readonly hash: string;
  /** Its calendar and time zone, made once: opening a time zone takes a millisecond. */
  readonly days: Days;
}

/** What commands take from outside. */
export interface Surroundings {
  readonly store: Store;
  /** By content hash; cases keep the one they were sent under. */
  readonly definitionOf: (hash: string) => Definition | undefined;
  /** The instant: "2026-04-01T08:41:00.000Z". */
  readonly now: () => string;
  /** So many bytes that nobody can guess. */
  readonly random: (bytes: number) => Uint8Array;
  /** The version of a service that takes applications now, by the service's name; cases start cases of other services through it. */
  readonly definitionNamed?: (service: Name) => Definition | undefined;
  /** Called after something was written: the worker looks whether something is due. */
  readonly wake?: () => void;
}

/** What came of a command. */
export type Outcome<T extends object = object> =
  | ({ readonly ok: true; readonly caseId: string; readonly case: Case } & T)
  | { readonly ok: false; readonly refused: CommandRefusal };

/** Why a command was not done; `words` are plain English for people. */
export interface CommandRefusal {
  readonly code: Refusal["code"] | "no-such-case" | "changed-meanwhile" | "not-allowed" | "closed";
  readonly words: string;
  /** Of "closed": which way. */
  readonly closed?: Closed;
}

/** An application that is complete (the journey says so before this is called). */
export interface Application {
  readonly definition: string;
  readonly draftId?: string;
  readonly draft: Draft;
  /** Answers that count, as journey's toApplication gives them. */
  readonly answers: Answers;
  readonly asked: readonly string[];
  readonly language: string;
  readonly by: Person;
  /** Whose case it is, where an officer sends it for somebody. */
  readonly applicant?: Person;
  /** Licences that are presented with it. */
  readonly presented?: Case["presented"];
  /** The same for every repeat of this send: a second press gives the first one's case. */
  readonly onceKey: string;
}

export interface Choice {
  readonly taskId: string;
  readonly action: Name;
  readonly reason?: string;
  readonly answers?: Answers;
}

export interface InformationAnswer {
  readonly requestId: string;
  readonly answer?: string;
  readonly files?: readonly Value[];
  readonly corrected?: CorrectedAnswers;
  /** Where the corrections were put together; it goes with the answer. */
  readonly fromDraft?: string;
}

/** What can be done in a stage without leaving it. */
export type StayingAct =
  | { readonly do: "take-longer" | "put-on-hold"; readonly reason: string }
  | { readonly do: "end-hold" }
  | { readonly do: "ask-again" }
  | { readonly do: "consult"; readonly role: Name; readonly question: string };

/** That something changed in a register: which one, and under which key. */
export interface RegisterChange {
  readonly source: Name;
  /** The message's own id: told twice it is told once. */
  readonly messageId: string;
  readonly key: Readonly<Record<string, string | number | boolean>>;
}

/** What a source announces about one case. */
export interface Announcement {
  readonly source: Name;
  readonly name: Name;
  /** The case's number. */
  readonly reference: string;
  readonly messageId: string;
  /** As it came: only what the source is said to give is taken, and only when it is of the right kind. */
  readonly values: unknown;
}

/** The commands, bound to their surroundings by createCommands. */
export interface Commands {
  sendApplication(application: Application): Promise<Outcome>;
  claim(caseId: string, by: Person, taskId: string): Promise<Outcome>;
  /** Somebody who was invited takes it up; `level` is how they are signed in. */
  acceptInvitation(
    caseId: string,
    by: Person,
    invitationId: string,
    level: "low" | "substantial" | "high",
  ): Promise<Outcome>;
  release(caseId: string, by: Person, taskId: string): Promise<Outcome>;
  choose(caseId: string, by: Person, choice: Choice): Promise<Outcome>;
  /** `reopens`: dotted paths of answers the applicant may change; the caller has seen that the officer may see them. */
  askForInformation(
    caseId: string,
    by: Person,
    taskId: string,
    question: string,
    reopens?: readonly string[],
  ): Promise<Outcome>;
  answerInformation(caseId: string, by: Person, answer: InformationAnswer): Promise<Outcome>;
  useRight(caseId: string, by: Person, right: Name, reason?: string, answers?: Answers): Promise<Outcome>;
  /** A checked notice of the provider: taken in once, whatever is sent again. Unknown payments are refused as no-such-payment. */
  paymentNotice(notice: {
    readonly providerId: string;
    readonly state: "paid" | "cancelled";
    readonly amount: number;
  }): Promise<Outcome>;
  correctAnswers(
    caseId: string,
    by: Person,
    taskId: string,
    reason: string,
    changes: readonly { readonly path: string; readonly value?: Value }[],
  ): Promise<Outcome>;
  /** What people of a stage do while the case stays in it, each with its words. */
  stay(caseId: string, by: Person, taskId: string, act: StayingAct): Promise<Outcome>;
  /** Somebody of the role that was asked advises. */
  advise(caseId: string, by: Person, consultationId: string, answer: string): Promise<Outcome>;
  /** What a role can still do after an outcome. */
  useOfficerRight(
    caseId: string,
    by: Person,
    right: Name,
    given: { readonly reason?: string; readonly answers?: Answers },
  ): Promise<Outcome>;
  /** The applicant changes what was sent; `fromDraft` is where they put it together, and goes with it. */
  changeAnswers(caseId: string, by: Person, corrected: CorrectedAnswers, fromDraft: string): Promise<Outcome>;
  /** Another person signs what the applicant sent. */
  coSign(caseId: string, by: Person): Promise<Outcome>;
  /** A source tells something about a case, whose number it knows. Told twice it is told once. */
  announce(announcement: Announcement): Promise<Outcome>;
  /** Has the licences that hang on this key looked at at once; gives how many. */
  registerChanged(change: RegisterChange): Promise<number>;
  /** The officer who works the case finds a correction proven. */
  acceptCorrection(caseId: string, by: Person, path: string): Promise<Outcome>;
  /** The case goes on under a newer version of its service (R18). */
  moveToVersion(caseId: string, definition: string, lengths: Readonly<Record<string, Duration>>): Promise<Outcome>;
  /** Fires whatever is due; the worker calls it. */
  passTime(caseId: string): Promise<Outcome>;
}
