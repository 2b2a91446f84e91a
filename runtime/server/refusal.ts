// What stops a request: a status, a kind, and plain words with a way on. Thrown by routes, shown by errors.ts.

/** The pages of refusal, by HTTP status. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;

/** What happened, for the page and for problem details; each kind has its words in portal/words. */
export type RefusalKind =
  | "not-understood"
  | "form-forged"
  | "form-too-old"
  | "sign-in-first"
  | "not-yours"
  | "no-role"
  | "not-found"
  | "method"
  | "changed-meanwhile"
  | "not-possible-now"
  | "too-big"
  | "wrong-kind"
  | "too-many"
  | "broken"
  | "service-not-available"
  | "definition-gone"
  | "provider-not-available";

const statuses: Readonly<Record<RefusalKind, RefusalStatus>> = {
  "not-understood": 400,
  "form-forged": 400,
  "form-too-old": 403,
  "sign-in-first": 401,
  "not-yours": 404,
  "no-role": 403,
  "not-found": 404,
  method: 405,
  "changed-meanwhile": 409,
  "not-possible-now": 409,
  "too-big": 413,
  "wrong-kind": 415,
  "too-many": 429,
  broken: 500,
  "service-not-available": 503,
  "definition-gone": 503,
  "provider-not-available": 503,
};

/** Ends a request with a page (or problem details) and changes nothing. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly status: RefusalStatus;
  /** More words of the engine's or the service's own, already fit to be shown. */
  readonly detail?: string;
  /** Where "go on" leads; else the start page. */
  readonly wayOn?: string;
  constructor(kind: RefusalKind, detail?: string, wayOn?: string) {
    super(detail ?? kind);
    this.name = "Refusal";
    this.kind = kind;
    this.status = statuses[kind];
    if (detail !== undefined) this.detail = detail;
    if (wayOn !== undefined) this.wayOn = wayOn;
  }
}
