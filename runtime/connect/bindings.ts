// How a deployment reaches other systems: shapes only, with secrets looked up and times in milliseconds.

/** Where a register or provider stands. `key` goes out as Authorization: Bearer. */
export interface Endpoint {
  readonly address: string;
  /** For the whole call, repeats included: nobody at a form waits longer. */
  readonly timeout: number;
  readonly key?: string;
}

/** One operation of a source: `{registration}` in the path is filled from what the operation needs. */
export interface OperationBinding {
  readonly method: "GET" | "POST";
  readonly path: string;
  /** JSONata from the register's JSON to the operation's gives. */
  readonly answer: string;
}

export interface SourceBinding extends Endpoint {
  readonly operations: Readonly<Record<string, OperationBinding>>;
}

/** A register that knows more of a person after sign-in; `{subject}` in the path is the sign-in's identifier. */
export interface PeopleBinding extends Endpoint {
  readonly path: string;
  readonly answer: string;
}

export interface PaymentBinding extends Endpoint {
  readonly key: string;
  readonly webhookSecret: string;
}

export interface MailBinding {
  /** "smtp://127.0.0.1:4405", "smtps://user:password@mail.example" */
  readonly smtp: string;
  /** "Ashby City Council <permits@ashby.example>" */
  readonly from: string;
}

/** What is told about every call to another system: never a value, a key or a name of a person. */
export interface CallReport {
  readonly to: string;
  readonly outcome: "present" | "absent" | "unavailable";
  /** For operators, in plain words. */
  readonly reason?: string;
  readonly milliseconds: number;
}
