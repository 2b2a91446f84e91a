// What the builders of the model share while one service is read: names found so far, rules, places, findings.
// Made anew for every compile; nothing outlives it.

import type { ConditionNode, Line, Span, Tree, ValueNode } from "../syntax/tree.ts";
import type { Typed } from "./expressions/typed.ts";
import type { Asked, BuiltRule, Candidate, Datum, Example, Finding, Item, Namespace, Place } from "./model.ts";
import type {
  Calendar,
  Credential,
  Document,
  Expression,
  Key,
  List,
  Message,
  Parameter,
  Path,
  RuleId,
  Source,
  Words,
} from "./shapes.ts";
import type { WordsBook } from "./words/words-book.ts";

/** Where names are looked up from: the whole service, inside an included set, inside an item of a repeat. */
export interface Scope {
  /** Names in front of what is declared here: ["home"], ["member"]. */
  readonly said: readonly string[];
  /** Path in front of the answers here; from the item on when inside a repeat. */
  readonly path: Path;
  readonly item?: Item;
  /** Inside a set, names stand without the set's name. */
  readonly bare: boolean;
  /** In an item of a list that stands in a set: the set's names, which stand without its name there too. */
  readonly around?: readonly string[];
  /** Names of the question sets around: a set that includes itself has no end. */
  readonly sets?: readonly string[];
  /** The service or library that the text belongs to: its words files translate it. */
  readonly text: string;
}

/** Where an expression stands: what it may read and what is known there. */
export interface Situation {
  readonly scope: Scope;
  /** The line it is written on. */
  readonly line: Line;
  /** In a form "years since" counts up to today, in rules up to the day the application was sent. */
  readonly counting: "form" | "rules";
  /** Its turn in the form: answers that come later cannot be read. */
  readonly order?: number;
  /** Conditions that are known to be yes here. */
  readonly known: readonly Expression[];
  /** Conditions of the exceptions that were passed over: they are not yes here, which may also be that they are not known. */
  readonly passedOver?: readonly Expression[];
  /** Behind  else:  that these are answered, which is not so here. */
  readonly notAnswered?: readonly Expression[];
  /** What has no answer is a problem here (values), or simply not yes (conditions). */
  readonly needsAnswers: boolean;
  /** The whole value that is worked out here. */
  readonly whole?: ValueNode;
  /** In braces among words that people see: nothing can be worked out there. */
  readonly inWords?: boolean;
  /** The turn of the page on which the words are seen: what is asked on later pages cannot be filled in. */
  readonly seenAt?: number;
  /** The calculation, decision or table around: its value must not change while a case waits. */
  readonly rule?: string;
}

/** One place where a value is read: looked at again when everything is known, for answers that come later or may be missing. */
export interface Reading {
  readonly datum: Datum;
  readonly span: Span;
  readonly at: Situation;
}

export interface Building {
  readonly tree: Tree;
  readonly trees: readonly Tree[];
  /** The service's own name. */
  readonly service: string;
  readonly words: WordsBook;
  readonly data: Map<string, Datum>;
  readonly asked: Map<string, Asked>;
  readonly names: Record<Exclude<Namespace, "data">, Map<string, Candidate>>;
  readonly items: Map<string, Item>;
  /** How often each item was gone round with `for each`, by its name. */
  readonly goneRound: Map<string, number>;
  /** Roles that confirm what somebody else proposes. */
  readonly approvers: Set<string>;
  /** Services of which lines of the text start cases. */
  readonly started: Set<string>;
  /** What lines of the route pay out, by the names of the amounts; `isBroken` while one of them could not be read. */
  readonly paid: { readonly names: Set<string>; isBroken: boolean };
  /** Names of the pages with no way on. */
  readonly stops: Set<string>;
  readonly lists: Map<string, { readonly options: readonly string[]; readonly at: Span; readonly line: Line }>;
  /** Lists in the contract's shape, by name. */
  readonly builtLists: Map<string, List>;
  readonly questionSets: Map<string, { readonly line: Line; readonly text: string }>;
  readonly ownTypes: Map<string, { readonly line: Line; readonly text: string }>;
  /** Included sets, by the name they were included as. */
  readonly sets: Map<string, { key: Key; title: Words }>;
  /** Question sets that are included, by their line, with the scope of each include: what their words name is looked up there. */
  readonly included: Map<Line, Scope[]>;
  /** Question sets bring more than is looked at: what is included is told, and not built. */
  includesTooMuch?: boolean;
  /** What each source's operations need, by source and operation. */
  readonly operations: Map<string, Map<string, readonly Parameter[]>>;
  readonly sources: Map<string, Source>;
  readonly calendars: Map<string, Calendar>;
  readonly credentials: Map<string, Credential>;
  readonly messages: Map<string, Message>;
  readonly documents: Map<string, Document>;
  readonly rules: Map<RuleId, BuiltRule>;
  /** Named rules that are worked out when first asked for, so that order in the text does not matter. */
  readonly waiting: Map<string, () => void>;
  readonly working: Set<string>;
  /** Through how many others, one after the other, each named rule is worked out. */
  readonly depths: Map<string, number>;
  /** The lines of all tables. */
  readonly tables: Line[];
  readonly fills: Map<string, Datum>;
  readonly places: Map<object, Place>;
  readonly findings: Finding[];
  /** What has a value, as it was last listed for a name that is not there; a text may have many of those. */
  candidates?: { readonly of: number; readonly all: readonly Candidate[] };
  readonly readings: Reading[];
  readonly read: Set<Line>;
  readonly examples: Example[];
  /** Conditions hold values and values hold conditions; this is the way from the second to the first. */
  readonly typeCondition: (building: Building, node: ConditionNode, at: Situation) => Typed;
  /** Name of the calendar that the route counts working days by. */
  calendar?: string;
  currency?: { readonly code: string; readonly at: Span };
  signsIn?: { readonly level: "low" | "substantial" | "high"; readonly at: Span };
  timeZone?: string;
}

/** Notes where a piece of the model is written, and gives the piece back. */
export function placed<T extends object>(building: Building, span: Span, piece: T): T {
  building.places.set(piece, { span, written: true });
  return piece;
}

/** An id that no rule has yet: the wanted one, else with 2, 3 … behind it. */
export function freeRuleId(building: Building, wanted: string): RuleId {
  if (!building.rules.has(wanted)) return wanted;
  for (let number = 2; ; number++) {
    const id = `${wanted} ${number}`;
    if (!building.rules.has(id)) return id;
  }
}

/** Keeps a rule under its id and gives the id. */
export function keepRule(building: Building, rule: Omit<BuiltRule, "id">, wanted: string): RuleId {
  const id = freeRuleId(building, wanted);
  building.rules.set(id, { id, ...rule });
  return id;
}

/** What one line of each form does. */
export type Readers = Readonly<Record<string, (line: Line) => void>>;

/** Hands each line to the reader of its form. Lines whose form has none are left unread, for the Tip that says so. */
export function readLines(building: Building, lines: readonly Line[], readers: Readers): void {
  for (const line of lines) {
    const reader = line.form === undefined ? undefined : readers[line.form];
    if (!reader) continue;
    building.read.add(line);
    reader(line);
  }
}
