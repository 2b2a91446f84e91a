// How examples in a text are played: shapes only. forms/journey fills in the form, runtime/routing runs the case, and the
// compiler calls them through these types, so that an example goes exactly the way that a real application goes.
import type { Answers, Facts, Fetched, Identity, Origin, Rulebook, Value } from "./facts.ts";
import type { Duration, Field, IsoDate, Key, Name, RuleId, Service } from "./generated/service.ts";

/** What an example knows at one moment. */
export interface Known {
  /** The applicant's and the officers' answers, by path. */
  readonly answers: Answers;
  /** What sources answer, by the record's key. A source without a record here does not answer. */
  readonly records: Answers;
  /** Parts of the signed-in person. */
  readonly identity: Answers;
  /** What the applicant has from before, by key: the parts of their previous application, and of credentials they present. */
  readonly carried?: Answers;
}

/** An application as far as an example fills it in. It may be incomplete: what is not given is not known. */
export interface FilledIn {
  /** The answers that would be sent: asked and given. */
  readonly answers: Answers;
  readonly origins: Readonly<Record<string, Origin>>;
  readonly fetched: Readonly<Record<string, Fetched>>;
  readonly identity: Identity;
  /** Dotted paths of the questions on the way. */
  readonly asked: readonly string[];
  readonly facts: Facts;
  /** Undefined while a question of eligibility is open. */
  readonly eligible: boolean | undefined;
  /** Why it cannot be sent at all, in the author's words; empty when nothing stands against it. */
  readonly hindrances: readonly string[];
  /** The pages with no way on that it comes to, by their names. */
  readonly stops: readonly Name[];
  /** Answers that were given and that the form does not take. */
  readonly refused: readonly RefusedAnswer[];
}

/** An answer that nobody can give, as it stands. */
export interface RefusedAnswer {
  /** Dotted path in the answers, items of a list by their ids. */
  readonly path: string;
  /** The same without ids: the question, or the list. */
  readonly of: string;
  readonly why: "limit" | "demand" | "not-of-this-kind" | "not-offered" | "locked" | "too-many-items" | "too-few-items";
  /** What people are told, in the author's words or the standard ones; empty of what no form lets them choose. */
  readonly words: string;
  /** Of a limit or a demand: its rule. */
  readonly rule?: RuleId;
  /** Of a choice: what is offered now. Of a locked answer: what the register says. */
  readonly offered?: readonly Value[];
}

/** What an officer answers in one piece of work. */
export interface AtDesk {
  readonly questions: readonly Field[];
  /** All values of the case, with what is answered now. */
  readonly values: Answers;
  /** Where the item stands that the questions are about; empty where they are about the case. */
  readonly inside: readonly Key[];
}

/** One `then` line. `by` names a stage, a check, the role of a second approval, or the applicant. */
export type Move =
  | { readonly do: "choose"; readonly by: Name; readonly action: Name; readonly reason?: string }
  | { readonly do: "pass"; readonly length: Duration }
  /** A source that a check asked answers only now. */
  | { readonly do: "answer"; readonly check: Name }
  | { readonly do: "applicant"; readonly does: "pays" | "answers" | "signs" }
  /** What was waited for comes: an announcement, or the end of a case that this one started. */
  | { readonly do: "arrives"; readonly what: Name }
  /** A role that was consulted advises. */
  | { readonly do: "advises"; readonly role: Name };

/** A move, with what is known by then. */
export interface Step {
  readonly move: Move;
  readonly known: Known;
}

/** How a licence stands; `expired` is one whose last day is past. */
export type LicenceStanding = "valid" | "suspended" | "revoked" | "replaced" | "expired";

/** How a case stands after a step. */
export interface Standing {
  readonly place: { readonly kind: "stage" | "outcome"; readonly name: Name };
  /** The stages and outcomes entered by this step, in order. */
  readonly entered: readonly Name[];
  readonly facts: Facts;
  /** All messages sent so far. */
  readonly messages: readonly Name[];
  /** All payments that went out so far, by the names of what was paid; one name for each payment. */
  readonly payments: readonly Name[];
  /** All cases that this one has started so far, by their services. */
  readonly started: readonly Name[];
  /** How the licences stand that this case has issued, by their names: the last of each. */
  readonly licences: Readonly<Record<Name, LicenceStanding>>;
  /** The local day. */
  readonly on: IsoDate;
  /** The day by which something happens by itself. */
  readonly until?: IsoDate;
  /** Why the step could not be done, in plain words; the case then stands as before. */
  readonly refused?: string;
  /** The work that is open, by the names that do it: a stage, its checks, the role of a second approval. */
  readonly open: readonly Name[];
  /** What could be done next. */
  readonly next: readonly Move[];
}

/** An application that was sent. */
export interface PlayedSent {
  readonly known: Known;
  readonly filled: FilledIn;
  readonly on: IsoDate;
}

/** The case: how it stands when it was sent, and after each step. Ends with a step that was refused. Empty without a route. */
export type PlayRoute = (sent: PlayedSent, steps: readonly Step[]) => readonly Standing[];

/** Plays examples. */
export interface Play {
  /** The form, filled in on a day with what is known. */
  fillIn(service: Service, rulebook: Rulebook, known: Known, on: IsoDate): FilledIn;
  /** What of an officer's answers the desk does not take. */
  refusedAtDesk(service: Service, rulebook: Rulebook, desk: AtDesk, on: IsoDate): readonly RefusedAnswer[];
  /** The route of a service, opened once for all its examples. */
  openRoute(service: Service, rulebook: Rulebook): PlayRoute;
}
