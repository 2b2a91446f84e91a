// The process that is drawn, before it is placed and written: steps, flows, messages. Shapes only.
import type { Effect, Name, RuleId } from "#contract";

/** What a step is; each becomes one BPMN element. */
export type StepKind =
  | "message-start"
  | "timer-start"
  | "start"
  | "end"
  | "error-end"
  | "milestone"
  | "user"
  | "service"
  | "send"
  | "receive"
  | "gateway"
  | "parallel"
  | "event-gateway"
  | "catch-message"
  | "catch-timer"
  | "sub-process"
  | "event-sub-process";

/** How long something takes: `iso` where the length can be said as an ISO 8601 duration, else the name of an instant that the runtime works out. */
export interface Timer {
  readonly iso?: string;
  readonly instant?: string;
  readonly amount?: number;
  readonly unit?: string;
  readonly calendar?: Name;
}

/** A condition in the languages it can be said in. */
export interface Condition {
  /** JSONata over the answers. */
  readonly jsonata: string;
  readonly feel?: string;
  /** Why it is worked out by the service's rule instead of being said here. */
  readonly reason?: string;
  /** The same as one comparison of a result that the service gives, for languages that can say no more. */
  readonly reads: Result;
}

/** A result that the service gives, and what it has to be. `chosen`: the action last chosen in the stage of this key. */
export interface Result {
  readonly from: "rules" | "chosen" | "agreed" | "approvals" | "owed";
  readonly name: string;
  readonly is: string | number | true;
}

/** Who works in a step, and in which form. */
export interface Work {
  /** Roles and agencies that may take it. */
  readonly groups: readonly Name[];
  /** The agency is what this rule gives. */
  readonly agency?: RuleId;
  /** The applicant and nobody else. */
  readonly isApplicants?: boolean;
  /** service/stage, service/stage/check or service/stage/second-approval. */
  readonly form: string;
  /** The name of the instant by which it should be done. */
  readonly due?: string;
}

/** What a machine does in a step: a kind of job, and what it is about. */
export interface Job {
  readonly type: JobType;
  readonly about: Readonly<Record<string, string>>;
}

export type JobType =
  | Effect["do"]
  | "work-out-rules"
  | "ask-for-payment"
  | "ask-for-information"
  | "tell"
  | "give-work";

/** Where a step stands in the drawing: on the line of its stage, beside another step in a chain of its own, or in the row of an outcome. */
export type Standing =
  | { readonly kind: "line" }
  | { readonly kind: "beside"; readonly host: string; readonly chain: string; readonly step: number }
  | { readonly kind: "row"; readonly row: string; readonly step: number };

/** An event on the border of a step. */
export interface Border {
  readonly id: string;
  readonly on: "timer" | "message" | "error";
  readonly name: string;
  readonly interrupting: boolean;
  readonly timer?: Timer;
  readonly message?: string;
  readonly error?: string;
  readonly notes: readonly string[];
  readonly from?: string;
}

export interface Step {
  readonly id: string;
  readonly kind: StepKind;
  readonly name: string;
  /** Name of the role whose lane it stands in; "" is the lane of what happens by itself. */
  readonly lane: string;
  readonly notes: readonly string[];
  readonly standing: Standing;
  /** JSON pointer into the service: where the source map says what the author wrote. */
  readonly from?: string;
  /** Entering this step is entering the stage or outcome of this name. */
  readonly place?: Name;
  readonly message?: string;
  readonly error?: string;
  readonly timer?: Timer;
  readonly interrupting?: boolean;
  /** Law or permission this step rests on, in the author's words. */
  readonly basis?: string;
  /** Steps of people. */
  readonly work?: Work;
  /** Steps of machines: service and send. */
  readonly job?: Job;
  readonly inner?: Scope;
  /** Done several times at once: so often, or once for each item of a list. */
  readonly instances?: { readonly count: number } | { readonly list: readonly string[] };
  readonly borders: Border[];
}

/** From a step or border event to a step. */
export interface Flow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name?: string;
  readonly condition?: Condition;
  readonly isDefault?: boolean;
  readonly notes: readonly string[];
  readonly origin?: string;
}

/** A process or the inside of a sub-process. Steps stand in the order of the text. */
export interface Scope {
  readonly steps: Step[];
  readonly flows: Flow[];
}

/** A message between the agency and another pool. */
export interface MessageFlow {
  readonly id: string;
  readonly step: string;
  readonly pool: string;
  readonly way: "to-pool" | "from-pool";
  readonly name: string;
}

/** Somebody who takes part: the applicant, or another agency. */
export interface Pool {
  readonly id: string;
  readonly name: string;
}

export interface Lane {
  /** Role, or "" for what happens by itself. */
  readonly role: string;
  readonly id: string;
  readonly name: string;
}

export interface Process {
  readonly id: string;
  readonly name: string;
  readonly agency: string;
  readonly notes: readonly string[];
  readonly basis: readonly string[];
  readonly lanes: readonly Lane[];
  readonly applicant: Pool;
  readonly partners: readonly Pool[];
  readonly scope: Scope;
  readonly messageFlows: readonly MessageFlow[];
}
