// What a text means: the service in the contract's shapes, each piece with its place in the text, the names behind it,
// and what was found wrong on the way. Only shapes stand here; building.ts holds it while it is made, build-model.ts makes it.

import type { Value } from "#contract/facts.ts";
import type { LicenceStanding, Move } from "#contract/play.ts";
import type { ConditionNode, Line, Span, Tree, ValueNode } from "../syntax/tree.ts";
import type {
  Agency,
  Applicant,
  Assistance,
  Calendar,
  Credential,
  Document,
  Duration,
  Eligibility,
  Expression,
  Key,
  Language,
  List,
  Measure,
  Message,
  Named,
  Opening,
  Outcome,
  Partners,
  Path,
  Privacy,
  Roles,
  Route,
  RuleId,
  Section,
  Source,
  Type,
  Version,
  Words,
} from "./shapes.ts";
import type { WordsBook, WordsFile } from "./words/words-book.ts";

/** One item of a repeat: `member` of `members`. `list` is the path of the list in the answers. */
export interface Item {
  readonly key: Key;
  readonly name: string;
  /** As it is said outside: ["member"], of a list in a question set ["claimant", "member"]. */
  readonly said: readonly string[];
  readonly list: Path;
}

/** Something that has a value: a question, a fetched record, a calculation, a fact of the case. */
export interface Datum {
  /** As the author says it: home's postcode. */
  readonly said: string;
  /** In the answers; inside a repeat from the item on. */
  readonly path: Path;
  readonly item?: Item;
  readonly from: Named["from"];
  /** Where its name is written; absent for what is built in. */
  readonly at?: Span;
  readonly line?: Line;
  /** Undefined while unknown or broken: then nothing is said about its kind. */
  readonly type?: Type | undefined;
  /** Where the type is written. */
  readonly typeAt?: Span;
  /** Its turn on the way through the form; absent when it does not stand there. */
  readonly order?: number;
  readonly optional?: boolean;
  readonly source?: string;
  readonly sensitive?: string;
  /** What people see it called, where it has words of its own. */
  readonly label?: Words;
  /** The id of the rule that works it out. */
  readonly rule?: RuleId;
  /** The actions a stage's name may stand for. */
  readonly choices?: readonly string[];
  /** Level of sign-in that supplies it. */
  readonly level?: "low" | "substantial" | "high";
}

/** What the form part of the model adds to a datum once its page is built. */
export interface Asked {
  readonly label?: Words;
  readonly askedWhen?: RuleId;
}

/** A rule with its place. `broken` ones are skipped by later checks: their trouble is already known. */
export interface BuiltRule {
  readonly id: RuleId;
  readonly name?: string;
  readonly form: "calculate" | "decide" | "table" | "amount" | "condition" | "value";
  readonly gives: Type;
  readonly expression: Expression;
  readonly because?: Words;
  readonly item?: Key;
  readonly at: Span;
  readonly broken: boolean;
}

/** Where a piece of the model stands. `written` is false for what the author did not write. */
export interface Place {
  readonly span: Span;
  readonly written: boolean;
}

export type Namespace =
  | "data"
  | "stage"
  | "check"
  | "message"
  | "source"
  | "operation"
  | "credential"
  | "role"
  | "partner"
  | "list"
  | "question-set"
  | "calendar"
  | "awaited"
  | "assistance"
  | "type"
  | "language"
  | "part"
  | "parameter"
  | "words";

/** A name that could have been meant. */
export interface Candidate {
  readonly name: string;
  /** question, list, calculation … */
  readonly what: string;
  readonly at?: Span;
}

/** Names of one kind, by name. */
export type Names = ReadonlyMap<string, Candidate>;

/** An answer that an example starts from. */
export interface Given {
  readonly datum: Datum;
  readonly value: Value;
  /** Where it is written; absent of what stands in no text. */
  readonly at?: GivenPlace;
}

/** Where an answer of an example is written. */
export interface GivenPlace {
  /** The whole of it: `fuel is petrol`, the line above the rows of a list, the cell of a table. */
  readonly span: Span;
  readonly valueAt: Span;
  /** Of the rows of a list: each part of an item with its cell, by its dotted path below the list, `2.pay`. */
  readonly cells?: ReadonlyMap<string, Span>;
}

/** What must come out at its place among the lines of an example. */
export type Expectation = {
  readonly span: Span;
  /** Where the expected value is written. */
  readonly valueAt?: Span;
} & (
  | {
      readonly kind: "condition";
      readonly condition: Expression;
      readonly negated: boolean;
      /** A condition that is neither yes nor no counts as no. */
      readonly unknownIsNo?: boolean;
      /** What is compared, to say what came out instead. */
      readonly datum: Datum;
    }
  | { readonly kind: "eligible"; readonly negated: boolean }
  /** The form, or the desk, does not take what is given to this question or list. */
  | { readonly kind: "refused"; readonly datum: Datum; readonly negated: boolean }
  /** A page with no way on. */
  | { readonly kind: "shown"; readonly stop: string; readonly negated: boolean }
  | { readonly kind: "goes-to"; readonly to: string }
  | { readonly kind: "outcome"; readonly outcome: string; readonly negated: boolean }
  | { readonly kind: "sent"; readonly message: string; readonly negated: boolean }
  /** How a licence of the case stands. */
  | { readonly kind: "licence"; readonly licence: string; readonly stands: LicenceStanding; readonly negated: boolean }
  /** Money that went out under this name; without a number at least once. */
  | { readonly kind: "paid"; readonly payment: string; readonly negated: boolean; readonly times?: number }
  /** Cases of this service that the case has started; without a number at least one. */
  | { readonly kind: "started"; readonly service: string; readonly negated: boolean; readonly times?: number }
);

/** One line of an example (or a part of one), in the order of the text. */
export type ExampleLine =
  | { readonly kind: "given"; readonly given: Given }
  | { readonly kind: "expect"; readonly expected: Expectation }
  | {
      readonly kind: "then";
      readonly move: Move;
      readonly span: Span;
      /** Where the chosen action is written. */
      readonly actionAt?: Span;
    };

/** People played in the text: `example`, and each row of `examples of`. */
export interface Example {
  readonly title: string;
  readonly at: Span;
  /** The day it is played on: "2026-11-03". */
  readonly on?: string;
  readonly lines: readonly ExampleLine[];
}

/** A library in use: its text, and the names that are taken from it. */
export interface Library {
  readonly tree: Tree;
  readonly name: string;
  readonly version: number;
  /** The first `use` line that asks for it. */
  readonly usedAt: Line;
  readonly names: ReadonlySet<string>;
}

/** Something that the model could not make sense of; one check per kind puts it into words. */
export type Finding =
  | {
      readonly kind: "name-not-found";
      readonly name: string;
      readonly of: Namespace;
      readonly span: Span;
      readonly candidates: readonly Candidate[];
      /** The whole path, when only a part of it is not there. */
      readonly whole?: string;
    }
  | {
      readonly kind: "name-used-twice";
      readonly name: string;
      readonly span: Span;
      readonly first: Span;
      readonly what: string;
    }
  | {
      readonly kind: "kinds-differ";
      readonly left: Side;
      readonly right: Side;
      readonly operator: string;
      readonly span: Span;
    }
  | {
      readonly kind: "not-in-list";
      readonly value: string;
      readonly span: Span;
      readonly said: string;
      readonly list: string;
      readonly options: readonly string[];
      readonly listAt?: Span;
      readonly listEnd?: { readonly at: Span; readonly indent: number };
    }
  | {
      readonly kind: "row-has-other-cells";
      readonly span: Span;
      readonly cells: number;
      readonly wanted: number;
      readonly head: Span;
    }
  | {
      readonly kind: "table-has-no-result";
      readonly table: string;
      readonly span: Span;
      /** The last heading, when it names nothing else: it may have been meant as the result. */
      readonly heading?: Span;
    }
  | { readonly kind: "worked-out-not-given"; readonly datum: Datum; readonly span: Span }
  | { readonly kind: "result-is-no-value"; readonly span: Span; readonly written: string }
  | { readonly kind: "lengths-mixed"; readonly left: Side; readonly right: Side; readonly span: Span }
  | {
      readonly kind: "else-needs-brackets";
      readonly span: Span;
      /** What each pair of brackets would stand around: the value with its "else", and what else it could be. */
      readonly readings: readonly Span[];
    }
  | {
      readonly kind: "said-differently";
      readonly written: string;
      readonly meant: string;
      readonly span: Span;
      /** The words that replace what stands at the span; undefined when the author has to say what is meant. */
      readonly text?: string;
    }
  | {
      readonly kind: "today-in-rule";
      readonly rule: string;
      readonly span: Span;
      /** The same counted up to the day the application was sent. */
      readonly text: string;
    }
  | {
      readonly kind: "list-item-is-name";
      readonly name: string;
      readonly list: string;
      readonly span: Span;
      readonly datum: Datum;
    }
  | {
      readonly kind: "several-choices";
      readonly said: string;
      readonly negated: boolean;
      readonly span: Span;
      readonly fix?: Span;
    }
  | {
      readonly kind: "two-currencies";
      readonly currency: string;
      readonly first: string;
      readonly span: Span;
      readonly firstAt: Span;
    }
  | {
      readonly kind: "and-or-mixed";
      readonly node: ConditionNode & { kind: "chain" };
      readonly parts: readonly Expression[];
      readonly line: Line;
    }
  | {
      readonly kind: "may-be-missing";
      readonly datum: Datum;
      readonly asked?: Span;
      readonly span: Span;
      readonly line: Line;
      /** What may be written for it: £0. */
      readonly nothing?: string;
      /** The whole value it stands in. */
      readonly whole?: ValueNode;
      readonly plain: boolean;
      /** What is known to be yes there: a proof may see more in it than the reading did. */
      readonly known: readonly Expression[];
      /** What is known not to be yes there: no, or not known. */
      readonly passedOver: readonly Expression[];
      /** In a page of the form it is read before all is answered. */
      readonly order?: number;
      readonly inWords: boolean;
    }
  | {
      readonly kind: "asked-later";
      readonly datum: Datum;
      readonly line: Line;
      readonly span: Span;
      readonly through?: string;
    }
  /** What can only fill a question in is read somewhere else. */
  | {
      readonly kind: "only-fills-in";
      readonly datum: Datum;
      readonly span: Span;
      /** It is said of each item of this list, and a question outside of it is filled in from it. */
      readonly list?: Datum;
    }
  /** Something other than a person's screen reads what an AI suggests. */
  | { readonly kind: "suggestion-decides"; readonly adviser: string; readonly span: Span }
  | { readonly kind: "circle"; readonly name: string; readonly span: Span; readonly through: readonly string[] }
  | { readonly kind: "chain-too-long"; readonly span: Span }
  /** `list`: it is a list, or goes through one, where each item of another list is asked about. */
  | {
      readonly kind: "includes-too-much";
      readonly span: Span;
      readonly list?: { readonly name: string; readonly of: string };
    }
  | { readonly kind: "length-not-fixed"; readonly name: string; readonly span: Span }
  /** A day in `years from 29 February end on 28 February` that cannot stand there. */
  | { readonly kind: "years-from-29-february"; readonly span: Span; readonly isEnd: boolean }
  | {
      readonly kind: "working-days-without-calendar";
      readonly words: string;
      readonly amount: number;
      readonly span: Span;
    }
  | {
      readonly kind: "library-not-found";
      readonly library: string;
      readonly wanted: number;
      /** The versions that are there. */
      readonly versions: readonly number[];
      /** Names of the libraries that are there. */
      readonly others: readonly string[];
      readonly span: Span;
      readonly versionAt: Span;
    }
  | {
      readonly kind: "not-in-library";
      readonly library: string;
      readonly version: number;
      readonly name: string;
      readonly known: readonly string[];
      readonly span: Span;
    }
  | {
      readonly kind: "library-conflict";
      readonly library: string;
      readonly version: number;
      readonly first: { readonly version: number; readonly at: Line };
      readonly span: Span;
    }
  | {
      readonly kind: "library-circle";
      readonly library: string;
      readonly through: readonly string[];
      readonly span: Span;
    }
  | {
      readonly kind: "words-file-missing";
      readonly language: string;
      /** The library that has none; absent when it is the service. */
      readonly library?: Library;
      readonly at: Span;
    }
  | {
      readonly kind: "level-too-low";
      readonly said: string;
      readonly needs: string;
      /** Undefined: nobody signs in. */
      readonly has?: string;
      readonly span: Span;
      readonly levelAt?: Span;
    };

/** One side of two values that do not go together. */
export interface Side {
  readonly said: string;
  readonly type: Type;
  readonly span: Span;
  readonly typeAt?: Span;
  /** A plain number as written: it can be made money. */
  readonly literal?: { readonly kind: string; readonly value: string | number | boolean };
}

/** A service as it stands in its text. */
export interface Model {
  readonly tree: Tree;
  readonly trees: readonly Tree[];
  /** Files of the libraries and words files in use. */
  readonly used: readonly string[];
  readonly libraries: readonly Library[];
  /** Earlier texts of the same service that were given: cases may run under them. */
  readonly earlier: readonly Model[];
  /** Texts of the lock files that were given, by file. */
  readonly locks: ReadonlyMap<string, string>;
  readonly wordsFiles: readonly WordsFile[];
  /** What the service and its libraries say to people: what words files should say too. By text. */
  readonly said: WordsBook["said"];
  readonly name: string;
  readonly title: Words;
  readonly agency?: Agency;
  readonly version: Version;
  readonly status: { stage: "draft" | "pilot" | "live" | "closing"; until?: string; atMostCases?: number };
  readonly languages: readonly Language[];
  readonly timeZone: string;
  readonly currency: string;
  readonly about?: Words;
  readonly contact?: Words;
  /** The region the agency answers for: its name, or its address in a list of regions. */
  readonly region?: Words;
  readonly owner?: string;
  readonly topics: readonly string[];
  readonly startedBy: readonly string[];
  readonly openings: readonly Opening[];
  readonly applicants: readonly Applicant[];
  readonly roles: Roles;
  readonly partners: Partners;
  readonly sources: Readonly<Record<string, Source>>;
  readonly lists: Readonly<Record<string, List>>;
  readonly calendars: Readonly<Record<string, Calendar>>;
  readonly eligibility?: Eligibility;
  readonly sections: readonly Section[];
  readonly rules: ReadonlyMap<RuleId, BuiltRule>;
  readonly route?: Route;
  readonly outcomes: readonly Outcome[];
  readonly credentials: Readonly<Record<string, Credential>>;
  readonly messages: Readonly<Record<string, Message>>;
  readonly documents: Readonly<Record<string, Document>>;
  readonly privacy?: Privacy;
  readonly assistance: readonly Assistance[];
  readonly measures: readonly Measure[];
  readonly examples: readonly Example[];
  readonly data: readonly Datum[];
  /** One item of each repeat, by its name. */
  readonly items: ReadonlyMap<string, Item>;
  /** By dotted path. */
  readonly asked: ReadonlyMap<string, Asked>;
  /** What stands in braces, by the text between them. */
  readonly fills: ReadonlyMap<string, Datum>;
  /** Every piece above that is an object, with where it stands. */
  readonly places: ReadonlyMap<object, Place>;
  readonly findings: readonly Finding[];
  /** So many more findings there are, of kinds that have too many to look at them all. */
  readonly leftOut: number;
  /** Lines of the service that were read but mean nothing yet. */
  readonly unread: readonly Line[];
}

export type { Duration, Expression, Path, Type, Words };
