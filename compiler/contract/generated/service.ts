// Generated from service.schema.json by `npm run generate`. Do not edit.

/**
 * A name as the author wrote it, lower case, hyphens.
 */
export type Name = string;
export type IsoDate = string;
/**
 * A name turned into camelCase, as it stands in answers.
 */
export type Key = string;
export type RuleId = string;
export type Step = Page | Fetch | Repeat | ForEach | Stop;
export type Part = Field | Notice | Group | Shown | Declaration | Signature;
export type Path = Key[];
/**
 * Keys joined by dots: home.postcode.
 */
export type DottedPath = string;
export type Expression =
  | LiteralExpression
  | LengthExpression
  | TodayExpression
  | FactExpression
  | RuleExpression
  | ArithmeticExpression
  | ComparisonExpression
  | OneOfExpression
  | StateExpression
  | JoinedExpression
  | NotExpression
  | AggregateExpression
  | QuantifiedExpression
  | SinceExpression
  | ShiftExpression
  | ExceptionsExpression
  | BoundedExpression
  | RoundedExpression
  | TableExpression
  | DatedExpression
  | MatchesExpression
  | SizeExpression;

/**
 * A compiled service: what is asked, the rules, the route, the words. Everything right of the compiler reads only this. Keys of answers are camelCase; names are the author's own (kebab-case). Money is a whole number of the smallest coin; dates are ISO text; an answer that is not there is absent, never null.
 */
export interface Service {
  contractVersion: 1;
  name: Name;
  title: Words;
  agency: Titled;
  version: {
    number: number;
    starts: IsoDate;
    /**
     * The version that new applications were sent under before.
     */
    replaces?: number;
    /**
     * What becomes of cases of the version before; they stay unless the text says move.
     */
    runningCases?: "stay" | "move";
  };
  status: {
    stage: "draft" | "pilot" | "live" | "closing";
    until?: IsoDate;
    atMostCases?: number;
  };
  /**
   * The first is the language the service text is written in; the others come from words files.
   */
  languages: Language[];
  /**
   * IANA time zone in which days begin and end, for example Europe/London.
   */
  timeZone: string;
  /**
   * ISO 4217 code of every amount of money in the service.
   */
  currency: string;
  about?: Words;
  contact?: Words;
  region?: Words;
  owner?: Name;
  /**
   * Under which the service is found.
   */
  topics?: Name[];
  /**
   * Roles and services that begin its cases; where it stands nobody else does.
   */
  startedBy?: Name[];
  /**
   * When it takes applications; absent: always.
   */
  openings?: Opening[];
  applicants: Applicant[];
  roles: {
    [k: string]: Titled;
  };
  partners: {
    [k: string]: Titled;
  };
  sources: {
    [k: string]: Source;
  };
  lists: {
    [k: string]: List;
  };
  calendars: {
    [k: string]: Calendar;
  };
  eligibility?: Eligibility;
  sections: Section[];
  /**
   * Every condition and calculation by id. A named one has the author's name (permit-fee); an unnamed one says where it stands (ask keeper-letter/show when).
   */
  rules: {
    [k: string]: Rule;
  };
  route?: Route;
  outcomes: Outcome[];
  credentials: {
    [k: string]: Credential;
  };
  messages: {
    [k: string]: Message;
  };
  documents?: {
    [k: string]: Document;
  };
  privacy?: Privacy;
  assistance?: Assistance[];
  measures?: Measure[];
  /**
   * Everything that has a value, by dotted path of keys (home.postcode): its author's name, type, words to call it by, and where its value comes from.
   */
  names: {
    [k: string]: Named;
  };
  /**
   * What stands in braces in words people see, by the exact text between the braces.
   */
  fills: {
    [k: string]: Fill;
  };
  /**
   * JSON pointer into this document → the place in the author's text it comes from.
   */
  sourceMap: {
    [k: string]: Place;
  };
}
/**
 * Words people see, by language tag; the default language is always there. {braces} hold fills.
 */
export interface Words {
  [k: string]: string;
}
export interface Titled {
  name: Name;
  title: Words;
}
export interface Language {
  /**
   * BCP 47, for example cy
   */
  tag: string;
  /**
   * As its own speakers write it, for example Cymraeg
   */
  name: string;
}
export interface Opening {
  from: IsoDate;
  to: IsoDate;
  /**
   * Local time at which it closes on the last day; without it the whole day is open.
   */
  at?: string;
}
export interface Applicant {
  kind: Name;
  signsIn?: "low" | "substantial" | "high";
  helpers: {
    role: Name;
    with?: Name;
  }[];
  actingAs: Name[];
  /**
   * What helpers and those of actingAs are called, by name, where a words file says it; elsewhere as their names read.
   */
  roleWords?: {
    [k: string]: Words;
  };
  presents?: {
    credential: Name;
    issuedBy: Name;
    /**
     * must present; else may.
     */
    needed: boolean;
  }[];
}
export interface Source {
  title: Words;
  runBy?: Name;
  permission?: Words;
  because?: Words;
  keepsAnswersFor?: Duration;
  operations: {
    [k: string]: Operation;
  };
  /**
   * What the source tells of its own accord, by name.
   */
  announces?: {
    [k: string]: {
      gives: Parameter[];
    };
  };
}
export interface Duration {
  amount: number;
  unit: "minutes" | "hours" | "days" | "working-days" | "weeks" | "months" | "years";
}
export interface Operation {
  needs: Parameter[];
  gives: Parameter[];
  answersWithin?: Duration;
  ifUnavailable: {
    then: "ask-applicant" | "stop" | "go-to";
    stage?: Name;
  };
}
export interface Parameter {
  key: Key;
  name: Name;
  type: Type;
  each?: Name;
  /**
   * Of a list: the parts of each record.
   */
  parts?: Parameter[];
}
export interface Type {
  kind:
    | "text"
    | "long-text"
    | "full-name"
    | "email"
    | "phone-number"
    | "web-address"
    | "reference-number"
    | "number"
    | "whole-number"
    | "money"
    | "money-in-any-currency"
    | "percentage"
    | "measurement"
    | "date"
    | "date-of-birth"
    | "month"
    | "year"
    | "time"
    | "date-range"
    | "appointment"
    | "yes-or-no"
    | "one-of"
    | "any-of"
    | "country"
    | "language"
    | "postal-address"
    | "postcode"
    | "place-on-a-map"
    | "area-on-a-map"
    | "grid-reference"
    | "vehicle-registration"
    | "national-id"
    | "business-number"
    | "bank-account"
    | "case"
    | "file"
    | "files"
    | "photo"
    | "duration"
    | "record"
    | "list"
    | "declaration"
    | "stage"
    | "payment"
    | "credential";
  list?: Name;
  /**
   * measurement and number: the unit shown after the field.
   */
  unit?: string;
  /**
   * duration: what it is counted in. Lengths of different measures have no common size: a month is no fixed number of days.
   */
  measure?: "time" | "days" | "working-days" | "months";
  unitWords?: Words;
  service?: Name;
  /**
   * A regular expression without anchors that the whole value matches, from a type of the author's own.
   */
  pattern?: string;
  patternWords?: Words;
}
export interface List {
  title?: Words;
  options: Option[];
}
export interface Option {
  value: Name;
  label: Words;
  hint?: Words;
  onItsOwn?: boolean;
  showWhen?: RuleId;
}
export interface Calendar {
  title: Words;
  /**
   * ISO weekdays, Monday is 1.
   */
  workingDays: number[];
  closed: {
    on: IsoDate;
    title: Words;
  }[];
  moveDeadlines?: boolean;
  /**
   * Where a year from 29 February ends in years that have no such day, as a day of every year (ISO 8601). 1 March where it is not said.
   */
  yearsFrom29FebruaryEndOn?: "--02-28" | "--03-01";
  /**
   * Where a month ends whose number a shorter month does not have: the last day of it, or the first day after it. The last day where it is not said.
   */
  monthsEndOn?: "last-day" | "first-day-after";
}
export interface Eligibility {
  title: Words;
  steps: Step[];
  requirements: Demand[];
}
export interface Page {
  kind: "page";
  name: Name;
  title?: Words;
  /**
   * The included question set this page belongs to.
   */
  set?: {
    key: Key;
    title: Words;
  };
  showWhen?: RuleId;
  checks?: Demand[];
  parts: Part[];
}
/**
 * Not met only when the rule is known to be no.
 */
export interface Demand {
  rule: RuleId;
  otherwise: Words;
}
export interface Field {
  kind: "field";
  path: Path;
  name: Name;
  label: Words;
  shortName?: Words;
  type: Type;
  hint?: Words;
  unit?: Words;
  optional: boolean;
  requiredWhen?: RuleId;
  showWhen?: RuleId;
  musts?: Must[];
  warnings?: {
    when: RuleId;
    say: Words;
  }[];
  worded?: {
    when: RuleId;
    label: Words;
  }[];
  sensitive?: Name;
  prefill?: Prefill;
  accept?: Accept;
  instead?: Instead;
  choicesFrom?: ChoicesFrom;
  canBe?: CanBe[];
  why?: Why;
}
/**
 * A limit on one answer. Broken only when the rule is known to be no. atLeast, atMost, pattern, maxCharacters, counts, tense, within repeat it in a form that schemas and native controls know, where the limit is plain.
 */
export interface Must {
  rule: RuleId;
  otherwise?: Words;
  atLeast?: number | string;
  atMost?: number | string;
  pattern?: string;
  maxCharacters?: number;
  counts?: {
    of: "characters" | "words" | "files" | "choices";
    atLeast?: number;
    atMost?: number;
  };
  tense?: "past" | "future";
  within?: {
    direction: "last" | "next";
    length: Duration;
    /**
     * It is the date on a document, which is asked beside the upload.
     */
    dated?: boolean;
  };
}
export interface Prefill {
  from: Path;
  mode: "locked" | "correctable" | "correctable-with-evidence";
  source?: Name;
  /**
   * What the applicant has from before: their last application for this service that was decided, or a credential that they present. Absent for identity and for a source.
   */
  carries?: "previous-application" | "credential";
  credential?: Name;
  issuedBy?: Name;
}
export interface Accept {
  extensions: string[];
  maxBytes: number;
  each?: boolean;
}
/**
 * A box to tick beside the field. The application holds the answer, or true at this path: exactly one of the two.
 */
export interface Instead {
  path: Path;
  name: Name;
  label: Words;
}
/**
 * Choices that were fetched for this case.
 */
export interface ChoicesFrom {
  path: Path;
  value: Key;
  /**
   * The parts that people read, in order.
   */
  says: Parameter[];
  source?: Name;
}
/**
 * A file that need not be uploaded now. Instead of the file, the application says how it comes, beside it: at the field's path with How at the end.
 */
export interface CanBe {
  how: "sent-later" | "already-with-us" | "sent-by-post" | "sent-by-someone-else";
  within?: Duration;
  withinRule?: RuleId;
}
/**
 * Derived from the text, for the margin beside the question.
 */
export interface Why {
  looksUp?: Name;
  /**
   * Citations of the rules that read this answer.
   */
  laws?: Words[];
  onlySeenBy?: Name[];
  kept?: Keep;
}
export interface Keep {
  /**
   * Empty: all answers.
   */
  paths: DottedPath[];
  for: Duration;
  after: "sent" | "decision" | "end" | "credential-ends";
  credential?: Name;
}
export interface Notice {
  kind: "guidance" | "warning" | "help";
  title?: Words;
  prose?: Words;
  showWhen?: RuleId;
}
export interface Group {
  kind: "group";
  name: Name;
  title: Words;
  showWhen?: RuleId;
  parts: Part[];
}
export interface Shown {
  kind: "shown";
  path: DottedPath;
}
export interface Declaration {
  kind: "declaration";
  path: Path;
  name: Name;
  statement: Words;
  prose?: Words;
  showWhen?: RuleId;
}
export interface Signature {
  kind: "signature";
  with: Name;
  level?: "low" | "substantial" | "high";
}
export interface Fetch {
  kind: "fetch";
  key: Key;
  name: Name;
  source: Name;
  operation: Name;
  using: {
    need: Key;
    rule: RuleId;
  }[];
}
export interface Repeat {
  kind: "repeat";
  key: Key;
  name: Name;
  itemKey: Key;
  itemName: Name;
  title: Words;
  atLeast: number;
  atMost?: number;
  hint?: Words;
  addAnother?: Words;
  showWhen?: RuleId;
  shows?: DottedPath[];
  checks?: Demand[];
  prefill?: Prefill;
  within?: Path;
  steps: Step[];
}
/**
 * Questions asked once for each item of a repeat (they join that item), or for each choice of a list. Nothing can be added or removed here.
 */
export interface ForEach {
  kind: "for-each";
  name: Name;
  list: Path;
  itemKey: Key;
  itemName: Name;
  title: Words;
  /**
   * Absent: the items of a repeat.
   */
  choices?: {
    list: Name;
    of?: DottedPath;
  };
  showWhen?: RuleId;
  checks?: Demand[];
  steps: Step[];
}
export interface Stop {
  kind: "stop";
  name: Name;
  title: Words;
  prose?: Words;
  showWhen?: RuleId;
}
export interface Section {
  name: Name;
  title: Words;
  showWhen?: RuleId;
  checks?: Demand[];
  steps: Step[];
}
export interface Rule {
  name?: Name;
  form?: "calculate" | "decide" | "table" | "amount" | "condition" | "value";
  gives: Type;
  expression: Expression;
  because?: Words;
  /**
   * All facts it reads, through other rules too.
   */
  reads: DottedPath[];
  item?: Key;
}
export interface LiteralExpression {
  op: "literal";
  value: string | number | boolean;
  type: Type;
}
export interface LengthExpression {
  op: "length";
  length: Duration;
}
export interface TodayExpression {
  op: "today" | "date-applied";
}
export interface FactExpression {
  op: "fact";
  path: Path;
  item?: Key;
}
export interface RuleExpression {
  op: "rule";
  id: RuleId;
}
export interface ArithmeticExpression {
  op: "add" | "subtract" | "times" | "divided-by" | "percent-of" | "else";
  left: Expression;
  right: Expression;
}
export interface ComparisonExpression {
  op: "is" | "is-not" | "at-least" | "at-most" | "over" | "under" | "includes";
  left: Expression;
  right: Expression;
}
export interface OneOfExpression {
  op: "one-of";
  value: Expression;
  options: Expression[];
}
export interface StateExpression {
  op: "answered" | "asked" | "corrected";
  path: Path;
  item?: Key;
}
export interface JoinedExpression {
  op: "and" | "or";
  parts: Expression[];
}
export interface NotExpression {
  /**
   * not keeps unknown unknown; not-yes is yes for no and for unknown.
   */
  op: "not" | "not-yes";
  of: Expression;
}
export interface AggregateExpression {
  op: "count" | "sum" | "highest" | "lowest" | "average";
  list: Path;
  item: Key;
  of?: Expression;
  where?: Expression;
}
export interface QuantifiedExpression {
  op: "any" | "every" | "none";
  list: Path;
  item: Key;
  where: Expression;
}
export interface SinceExpression {
  op: "since";
  unit: "days" | "working-days" | "weeks" | "months" | "years";
  from: Expression;
  to: Expression;
  calendar?: Name;
}
export interface ShiftExpression {
  op: "before" | "after";
  length: Expression;
  date: Expression;
  calendar?: Name;
}
export interface ExceptionsExpression {
  op: "exceptions";
  otherwise: Expression;
  cases: {
    when: Expression;
    value: Expression;
    because?: Words;
  }[];
}
export interface BoundedExpression {
  op: "bounded";
  value: Expression;
  below?: Expression;
  above?: Expression;
}
export interface RoundedExpression {
  op: "rounded";
  value: Expression;
  mode: "up" | "down" | "nearest";
  to: Expression;
}
export interface TableExpression {
  op: "table";
  table?: Name;
  policy: "exactly-one" | "first" | "highest" | "lowest" | "add" | "list";
  rows: {
    when: Expression;
    value: Expression;
  }[];
  otherwise?: Expression;
}
export interface DatedExpression {
  op: "dated";
  entries: {
    from: IsoDate;
    value: Expression;
  }[];
}
export interface MatchesExpression {
  op: "matches";
  value: Expression;
  pattern: string;
}
export interface SizeExpression {
  op: "characters" | "word-count" | "entries" | "dated-on";
  of: Expression;
}
export interface Route {
  calendar?: Name;
  first: Name;
  rights: Right[];
  officerActions?: Action[];
  /**
   * The applicant can change answers until the case has been in one of these.
   */
  changeAnswersUntil?: Name[];
  tellApplicantAtEveryStage?: boolean;
  urgentWhen?: RuleId;
  finish?: Finish;
  stages: Stage[];
}
/**
 * What the applicant can do of their own accord: withdraw, appeal.
 */
export interface Right {
  name: Name;
  label?: Words;
  withReason: boolean;
  until?: Name[];
  within?: Duration;
  when?: RuleId;
  goTo?: Name;
  questions?: Field[];
}
export interface Action {
  name: Name;
  label?: Words;
  by?: Name[];
  withReason: boolean;
  adverse: boolean;
  when?: RuleId;
  until?: Name[];
  within?: Duration;
  goTo?: Name;
  questions: Field[];
}
export interface Finish {
  within?: Duration;
  by?: RuleId;
  from?: Name;
  tell?: Name;
  goTo?: Name;
  giveTo?: Name;
  /**
   * A check: when the time is over it ends without a result, and the stage goes on.
   */
  goOnWithout?: boolean;
}
export interface Stage {
  name: Name;
  title: Words;
  /**
   * Empty: an automatic stage.
   */
  by: Name[];
  skipWhen?: RuleId;
  stopsTheClock?: boolean;
  doing: Effect[];
  shows: DottedPath[];
  questions: Field[];
  advisedBy?: Name;
  notTheSamePersonAs: Name[];
  samePersonAs?: Name;
  /**
   * So many different people, none of whom sees the others before all are in.
   */
  doneBy?: number;
  invite?: Invite;
  /**
   * An action is only proposed until another person of this role confirms it, or sends it back.
   */
  secondApproval?: {
    by: Name;
    when?: RuleId;
  };
  /**
   * Open at the same time, each with its own work.
   */
  checks?: Check[];
  actions: Action[];
  moreInformation?: {
    within: Duration;
    goTo: Name;
    otherwise?: Name;
  };
  payment?: {
    of: RuleId;
    name: Name;
    within: Duration;
    otherwise: Name;
  };
  /**
   * Times that must come before the stage's bare way out opens: so long after entering, or a day that a rule gives.
   */
  waits?: {
    within?: Duration;
    until?: RuleId;
  }[];
  awaits?: {
    what: Name;
    source?: Name;
    within: Duration;
    otherwise: Name;
  }[];
  takesLonger?: Duration;
  consults?: {
    roles: Name[];
    within: Duration;
  };
  holds?: Duration;
  /**
   * Answers that a person of the stage can correct, with a reason.
   */
  corrects?: DottedPath[];
  /**
   * The built-in stage before the first: another person signs what was sent (R11).
   */
  coSign?: {
    by: Name;
  };
  reminders: {
    to: Name;
    after: Duration;
  }[];
  finish?: Finish;
  /**
   * Top to bottom, the first yes wins. Where a line only counts the checks it stands behind those that ask more.
   */
  exits: {
    when: RuleId;
    goTo: Name;
    refuseBecause?: Words;
    /**
     * How many of the checks must be done. The rule reads it too, as case.allDone, case.anyDone, case.done2.
     */
    done?: ("all" | "any") | number;
    and?: RuleId;
  }[];
  otherwise?: Name;
  goTo?: Name;
}
export interface Effect {
  do:
    | "fetch"
    | "issue"
    | "replace"
    | "suspend"
    | "revoke"
    | "reinstate"
    | "send"
    | "pay"
    | "refund"
    | "share"
    | "publish"
    | "start";
  what?: Name;
  to?: Name[];
  paths?: DottedPath[];
  with?: Name;
  because?: Words;
  fetch?: Fetch;
  of?: RuleId;
  /**
   * pay: a plan, from the day of this line on.
   */
  each?: "week" | "month" | "quarter" | "year";
  whileLasts?: Name;
  /**
   * start: the new case's day of application is this case's.
   */
  keepsTheDate?: boolean;
}
export interface Invite {
  name: Name;
  using: RuleId;
  level?: "low" | "substantial" | "high";
}
export interface Check {
  name: Name;
  title: Words;
  /**
   * One check for each item of a repeat; paths of its questions and its result run through the list.
   */
  forEach?: {
    item: Key;
    name: Name;
    list: Path;
  };
  /**
   * The agency that does it: a partner, or what a rule gives for this case. Absent: this agency.
   */
  at?: {
    partner?: Name;
    rule?: RuleId;
  };
  /**
   * Empty: done by what is fetched, or by who is invited.
   */
  by: Name[];
  skipWhen?: RuleId;
  doing: Effect[];
  shows: DottedPath[];
  questions: Field[];
  actions: Action[];
  doneBy?: number;
  invite?: Invite;
  finish?: Finish;
}
export interface Outcome {
  name: Name;
  title: Words;
  doing: Effect[];
  rights: Right[];
  noAppeal?: Words;
  /**
   * What people of these roles can still do.
   */
  officerActions?: Action[];
}
export interface Credential {
  title: Words;
  holds: {
    name: Name;
    path: DottedPath;
    onlyIfHolderAgrees?: boolean;
  }[];
  validFor?: Duration;
  renew?: {
    from: Duration;
    keepingAnswers: boolean;
  };
  revokeWhen?: RuleId;
  suspendWhen?: RuleId;
  revokeSay?: Words;
  suspendSay?: Words;
  /**
   * every-agency or names of partners.
   */
  acceptedBy: Name[];
  /**
   * By which other systems know it, for example the vct of an SD-JWT VC.
   */
  type?: string;
  /**
   * Services of which a case begins again and again while it is valid.
   */
  starts?: {
    service: Name;
    every: Duration;
  }[];
}
export interface Message {
  channels: ("email" | "text-message" | "letter" | "inbox")[];
  subject: Words;
  body: Words;
  attach?: Name[];
}
/**
 * Goes along with the messages that attach it.
 */
export interface Document {
  title: Words;
  body: Words;
  /**
   * What stands around its text; without one plain.
   */
  layout?: "plain" | "letter" | "certificate";
}
export interface Privacy {
  purpose?: Words;
  lawfulBases: {
    name: Name;
    law: Words;
  }[];
  specialCategories: {
    name: Name;
    under: Words;
  }[];
  keep: Keep[];
  /**
   * Answers that are used while the form is filled in and are not part of what is sent.
   */
  doNotKeep?: DottedPath[];
  shares?: {
    paths: DottedPath[];
    with: Name;
    under: Words;
  }[];
  visibility: {
    roles: Name[];
    paths: DottedPath[];
  }[];
}
export interface Assistance {
  name: Name;
  title: Words;
  helps: Name;
  at: Name;
  reads: DottedPath[];
  /**
   * Sensitive answers that it reads, with the law that allows it; they stand in reads too.
   */
  readsUnder?: {
    paths: DottedPath[];
    under: Words;
  }[];
  neverSees: DottedPath[];
  suggestsWhether?: Words;
  /**
   * Its number in a public register of such systems.
   */
  registeredAs?: string;
}
export interface Measure {
  kind: "count" | "time" | "publish" | "satisfaction";
  what?: Name;
  by?: DottedPath[];
  each?: Name;
  from?: Name;
  to?: Name;
  target?: Duration;
  hideGroupsUnder?: number;
}
export interface Named {
  /**
   * As the author says it: home's postcode.
   */
  name: string;
  label?: Words;
  type: Type;
  from:
    | "question"
    | "declaration"
    | "set"
    | "repeat"
    | "fetched"
    | "identity"
    | "previous-application"
    | "credential"
    | "rule"
    | "case"
    | "stage";
  rule?: RuleId;
  source?: Name;
  sensitive?: Name;
  askedWhen?: RuleId;
}
/**
 * A path of facts (identity, fullName; case, refusalReason), or a rule to work out.
 */
export interface Fill {
  path?: Path;
  rule?: RuleId;
  type: Type;
}
export interface Place {
  file: string;
  line: number;
  column: number;
  /**
   * Signs; a line end counts as one, however the file writes it.
   */
  length: number;
  /**
   * false: not written by the author but inferred.
   */
  written?: boolean;
}
