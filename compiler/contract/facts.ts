// What is known while a form is filled in and while a case runs: shapes only, shared by compiled rules, forms and runtime.
import type { Duration, Key, Name } from "./generated/service.ts";

/**
 * One answer. Text, names of options and dates ("2026-04-01") are strings; money is a whole number of the smallest
 * coin; a percentage 25 means 25 %; an address, an included set or a fetched record is a record by key; several
 * choices are a list of names; a repeat is a list of records, each with its own `id`; a file is a FileAnswer.
 * What has no answer is absent: never null, never "".
 */
export type Value = string | number | boolean | readonly Value[] | { readonly [key: Key]: Value };

export type Answers = { readonly [key: Key]: Value };

/** A file that was uploaded; its bytes stand in the file store under `id`. */
export type FileAnswer = {
  readonly id: string;
  readonly name: string;
  /** bytes */
  readonly size: number;
  readonly mediaType: string;
  readonly sha256: string;
};

/** Everything a rule may read, at one moment. */
export interface Facts {
  /** Answers that count (asked and given), fetched records, identity, officers' answers, stages' last choices, `case`. */
  readonly values: Answers;
  /** Dotted paths of questions that are asked on the present path. */
  readonly asked: ReadonlySet<string>;
  /** Dotted paths whose prefilled value the applicant corrected. */
  readonly corrected: ReadonlySet<string>;
  /** The day the application was sent, in the service's time zone; while it is filled in, today. "2026-04-01" */
  readonly dateApplied: string;
  /** The day the rule runs, in the service's time zone. */
  readonly today: string;
}

/** The compiled rules of one service, however they are embodied (emitted JavaScript, or the tree walked by support/evaluate). */
export interface Rulebook {
  /**
   * The value of the rule with this id; `undefined` when it is not known. A condition gives true (yes), false (no) or
   * undefined (unknown). `items` holds the present item of each repeat around the place, by item key.
   * Throws RangeError for an id that the service does not have: that is a defect of the caller, never of the author.
   */
  evaluate(id: string, facts: Facts, items?: Readonly<Record<Key, Answers>>): Value | undefined;
}

/** What an applicant has from before and a form may be filled in from. */
export type Carries = "previous-application" | "credential";

/** What filled an answer in. */
export interface FilledFrom {
  /** A source; "identity"; where `carries` says so "previous-application", or the name of a credential. */
  readonly source: Name | "identity" | "previous-application";
  readonly carries?: Carries;
  /** Of what is carried: the number of the application it stands in, or by which it was issued. */
  readonly number?: string;
  /** The agency that issued the credential. */
  readonly issuedBy?: Name;
  readonly operation?: Name;
}

/** Where a value came from, as every screen may say. `at` is an instant: "2026-04-01T08:41:00Z". */
export type Origin =
  | { readonly kind: "typed"; readonly at: string }
  /** `at`: when it was fetched, signed in, or, of what is carried, sent or issued. */
  | ({ readonly kind: "prefilled"; readonly at: string } & FilledFrom)
  | ({
      readonly kind: "corrected";
      readonly at: string;
      readonly old: Value;
      readonly reason?: string;
      readonly evidence?: FileAnswer;
    } & FilledFrom)
  /** The register did not answer, so the applicant was asked: shown to the officer as not verified. */
  | { readonly kind: "asked-instead"; readonly source: Name; readonly at: string };

/** One call of a source: what came of it. */
export interface Fetched {
  readonly state: "present" | "absent" | "unavailable";
  readonly source: Name;
  readonly operation: Name;
  readonly at: string;
  /** The values it was called with, so that it is called again when they change. */
  readonly using: Answers;
  /** Present only. */
  readonly record?: Answers;
}

/** Who signed in, with only the parts that the level of assurance supplies (language.md 3.6.16). */
export interface Identity {
  readonly subject: string;
  readonly level: "low" | "substantial" | "high";
  readonly kind: "person" | "business" | "organisation";
  /** As what who signs in acts: a helper's role, or one of `acting as`. Absent: the applicant. */
  readonly filledInBy?: string;
  /** As what they act was chosen on a page: no register said so. */
  readonly isOwnWord?: true;
  /** A register said the kind: then nobody is asked for whom they apply. */
  readonly isKindKnown?: true;
  readonly at: string;
  /** fullName, dateOfBirth, address {line1, line2, town, postcode}, email, phone, nationalId … */
  readonly parts: Answers;
}

/** What an applicant has from before, with only the parts that the service fills in from. */
export interface Carried {
  readonly carries: Carries;
  /** When that application was sent, or the instant the credential was issued. */
  readonly at: string;
  /** The number of that application, or of the one that issued the credential. */
  readonly number: string;
  readonly record: Answers;
}

/** Everything kept of an application that is not sent yet. */
export interface Draft {
  /** All answers ever given, those of questions no longer asked included: they do not count, but going back finds them. */
  readonly answers: Answers;
  /** By dotted path; items of a repeat by their id: members.<id>.pay */
  readonly origins: Readonly<Record<string, Origin>>;
  /** By the record's key. */
  readonly fetched: Readonly<Record<Key, Fetched>>;
  readonly identity?: Identity;
  /** The kind of applicant that was chosen, where the text declares several and no register said which. */
  readonly applyingFor?: Identity["kind"];
  /** Who fills it in: "staff" where an officer begins the case; what was chosen, where the text offers it and no register said so. */
  readonly filledInBy?: string;
  /** Whose account an officer begins the case for, whose identity is then the draft's; or nobody with an account. */
  readonly begunFor?: { readonly account: string; readonly name: string } | "nobody";
  /** By the key that questions are filled in from: previousApplication, or a credential's. No rule reads it. */
  readonly carried?: Readonly<Record<Key, Carried>>;
  /** Addresses of pages that were continued from: a page of optional questions is done once passed. */
  readonly passed: readonly string[];
}

export type { Duration };
