// The shapes of a journey: what is asked on the present path, page by page. Only types; no behaviour.
import type { Demand, Field, Key, List, Notice, Page, Part, Repeat, Service, Stop } from "#contract";
import type { Answers, Draft, Facts, Fetched, FileAnswer, Origin, Rulebook, Value } from "#contract/facts.ts";
import type { FormWords } from "../words/generated/shape.ts";

/** When, and in which language, a journey is walked. Time is an argument: the same input always gives the same journey. */
export interface Setting {
  /** "2026-04-01" in the service's time zone. */
  readonly today: string;
  /** "2026-04-01T08:41:00Z" */
  readonly instant: string;
  /** BCP 47 tag of the words people see. */
  readonly language: string;
  /** The forms' own sentences in that language: `wordsOf(language)`. */
  readonly words: FormWords;
}

/** Something about an answer that needs another look, in the person's own language. */
export interface AnswerProblem {
  /** Dotted path of the answer: members.<id>.pay. A page-wide problem has the path of the last answer it names. */
  readonly path: string;
  /** The name of the native control that a link to the problem moves to. */
  readonly control: string;
  readonly message: string;
  /** The page it is on. */
  readonly address: string;
}

/** The present item of each repeat around a place, by item key. */
export type Items = Readonly<Record<Key, Answers>>;

/** One question as it stands on the present path. */
export interface JourneyField {
  readonly kind: "field";
  readonly field: Field;
  /** Dotted path of the answer; items of a repeat by their id. */
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  readonly asked: boolean;
  readonly required: boolean;
  /** Filled in from a register and not to be changed here. */
  readonly locked: boolean;
  /** The answer in the draft (also when not asked, so that going back finds it); of a locked field the register's. */
  readonly value?: Value;
  readonly origin?: Origin;
  /** What the register says, where there is one that answered: what a correction is measured against. */
  readonly registered?: Value;
  /** The call that should have filled this in and did not. */
  readonly notFilled?: "unavailable" | "absent";
  /** The choices open here, for one-of and any-of. */
  readonly options: readonly JourneyOption[];
  /** A box that may be ticked instead of answering. */
  readonly instead?: { readonly path: string; readonly label: string; readonly chosen: boolean };
  /** Ways a file may come without being uploaded now, and the one that was chosen. */
  readonly ways?: {
    readonly path: string;
    readonly options: readonly { readonly how: string; readonly label: string }[];
    readonly chosen?: string;
  };
  readonly items: Items;
  /** Asked, and nothing missing or wrong. */
  readonly complete: boolean;
  readonly problem?: string;
  readonly warning?: string;
}

export interface JourneyOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly onItsOwn: boolean;
  /** False of a choice that is not open now and may be while the page is filled in: only where the page is shown. */
  readonly open?: boolean;
  /** What choosing it gives, where that is more than its value: an appointment. */
  readonly answer?: Value;
}

export type JourneyPart =
  | JourneyField
  | {
      readonly kind: "notice";
      readonly notice: Notice;
      readonly title?: string;
      readonly prose?: string;
      readonly asked: boolean;
    }
  | {
      readonly kind: "group";
      readonly name: string;
      readonly title: string;
      readonly asked: boolean;
      readonly parts: readonly JourneyPart[];
    }
  | {
      readonly kind: "shown";
      readonly path: string;
      readonly label: string;
      readonly text?: string;
      readonly asked: boolean;
    }
  | {
      readonly kind: "declaration";
      readonly path: string;
      readonly name: string;
      readonly statement: string;
      readonly prose?: string;
      readonly asked: boolean;
      readonly given: boolean;
      readonly problem?: string;
    }
  | {
      readonly kind: "signature";
      /** Begins with "signature:", which no answer of an author does. */
      readonly path: string;
      readonly part: Extract<Part, { kind: "signature" }>;
      readonly asked: boolean;
      readonly given: boolean;
      /** Who signs: the name of the identity account, where it gives one. */
      readonly signer?: string;
      /** The instant it was signed, once it was. */
      readonly at?: string;
    };

/** A box that must be ticked: a declaration or a signature. */
export type Confirmation = Extract<JourneyPart, { kind: "declaration" | "signature" }>;

/** Where a page stands in the answers: at the top, or inside the present item of a repeat. */
export interface PagePlace {
  readonly section: string;
  /** Begins the page's address. */
  readonly address: string;
  /** Begins every answer's path on the page: "" or "members.7f." */
  readonly prefix: string;
  /** How many keys of a field's path the prefix stands for. */
  readonly depth: number;
  /** The values that stand beside the page's own: all of them, or the present item's. */
  readonly record: Answers;
  /** The present item of each repeat around, by item key. */
  readonly items: Items;
  /** The list and the item that the page stands in: its item is made when it is not in the draft yet. */
  readonly listed?: { readonly path: string; readonly id: string };
  /** What a register says about the item, and the path in the answers that its list stands at. */
  readonly filled?: { readonly from: readonly Key[]; readonly record: Answers };
}

/** What stands on a page of questions, and what is wrong with it. */
export interface PageQuestions {
  /** section/page; inside a repeat section/repeat/<item id>/page. */
  readonly address: string;
  /** The heading, where the author gave the page one. */
  readonly title?: string;
  readonly parts: readonly JourneyPart[];
  /** All fields in order, those in groups too. */
  readonly fields: readonly JourneyField[];
  readonly problems: readonly AnswerProblem[];
}

/** A page of questions on the present path. */
export interface JourneyPage extends PageQuestions {
  readonly kind: "page";
  readonly page: Page;
  readonly section: string;
  /** The heading; of a lone question its label. */
  readonly title: string;
  /** The lone question of the page, whose label is the heading. */
  readonly only?: JourneyField;
  /** Every asked question has its answer and nothing is wrong. */
  readonly complete: boolean;
  /** Complete and looked at: continued from, or every answer typed here. */
  readonly done: boolean;
  readonly begun: boolean;
  /** False while something it is filled in from is still to be asked. */
  readonly open: boolean;
  /** Shown on the check page instead of standing alone: only declarations and words, at the end of the last section. */
  readonly closing: boolean;
  /** Where in answers and items the page stands. */
  readonly place: PagePlace;
  /** Which item it is about, above the heading. */
  readonly caption?: string;
  /** Demands of the section or item that show on this page, for it has the last answer that they name (3.6.7). */
  readonly alsoChecked?: readonly Demand[];
  readonly inItem?: { readonly repeat: string; readonly id: string };
}

/** The list of items of a repeat: its own page. */
export interface JourneyRepeat {
  readonly kind: "repeat";
  readonly repeat: Repeat;
  /** The list's dotted path in the answers. */
  readonly path: string;
  readonly address: string;
  readonly section: string;
  readonly title: string;
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    /** The address of its first page. */
    readonly address: string;
    /** The first page with something missing, if any. */
    readonly open?: string;
    readonly rows: readonly { readonly label: string; readonly text: string }[];
    readonly complete: boolean;
    /** Where the item came from, when a register gave it. */
    readonly origin?: Origin;
  }[];
  /** A register says which items there are: none can be added or removed here. */
  readonly fixed: boolean;
  readonly complete: boolean;
  readonly done: boolean;
  readonly begun: boolean;
  readonly problems: readonly AnswerProblem[];
}

/** A page with no way on. */
export interface JourneyStop {
  readonly kind: "stop";
  readonly stop: Pick<Stop, "name">;
  readonly address: string;
  readonly section: string;
  readonly title: string;
  readonly prose?: string;
}

export type JourneyStep = JourneyPage | JourneyRepeat | JourneyStop;

export type TaskState = "not-started" | "started" | "done" | "needs-another-look" | "not-open";

export interface JourneySection {
  readonly name: string;
  readonly title: string;
  readonly asked: boolean;
  readonly steps: readonly JourneyStep[];
  readonly state: TaskState;
}

/** A call to a source that the journey wants made now, with the values it is made with. */
export interface WantedFetch {
  readonly key: Key;
  readonly source: string;
  readonly operation: string;
  readonly using: Answers;
}

export interface Eligibility {
  readonly title: string;
  readonly pages: readonly JourneyPage[];
  /** Undefined while a question in it is open. */
  readonly eligible: boolean | undefined;
  /** Why not, in the author's words; of a page with no way on what stands on it. */
  readonly reasons: readonly string[];
  /** The pages with no way on that it comes to, by their names. */
  readonly stops: readonly string[];
  /** The first page with something unanswered. */
  readonly nextPage?: string;
}

/** Everything a form needs to know about one draft at one moment. */
export interface Journey {
  readonly service: Service;
  readonly rulebook: Rulebook;
  readonly draft: Draft;
  readonly setting: Setting;
  readonly facts: Facts;
  readonly eligibility?: Eligibility;
  /** Asked sections only. */
  readonly sections: readonly JourneySection[];
  /** Every step on the path in order, pages inside items too, closing pages left out. */
  readonly steps: readonly JourneyStep[];
  /** Pages whose parts stand on the check page. */
  readonly closing: readonly JourneyPage[];
  readonly wanted: readonly WantedFetch[];
  /** Every list that is asked, with the ids of its items in order. */
  readonly lists: readonly { readonly path: string; readonly ids: readonly string[] }[];
  /** The page with no way on, if the path has reached one. */
  readonly stopped?: JourneyStop;
  /** Address of the first page with something unanswered or wrong; absent: everything but the check page is done. */
  readonly nextPage?: string;
  readonly tasks: { readonly done: number; readonly total: number };
  /** Whole percent of the pages on the path that are done. */
  readonly percent: number;
  /** Every required question answered, nothing wrong, nothing wanted, eligible, not stopped: it may be sent (declarations included). */
  readonly complete: boolean;
  readonly problems: readonly AnswerProblem[];
}

/** What showing and reading one page needs of a journey. */
export type PageJourney = Pick<Journey, "service" | "rulebook" | "draft" | "setting" | "facts">;

/** A file that the server would not take, and why, so that the person can be told. */
export interface RefusedFile {
  readonly refused: "too-big" | "wrong-type" | "empty" | "harmful";
  readonly name: string;
}
export type PostedValue = string | FileAnswer | RefusedFile;
/** A posted form by control name. Names that begin with "_" belong to the host (csrf, buttons) and are not answers. */
export type PostedFields = Readonly<Record<string, PostedValue | readonly PostedValue[]>>;

/** What one pass over a posted page's fields gathers. */
export interface Gathered {
  draft: Draft;
  readonly problems: AnswerProblem[];
  readonly forged: string[];
  /** A question that appeared because of this very post is asked on the next sight of the page, without a problem. */
  appeared: boolean;
}

/** What came of a posted page. */
export interface Posted {
  /** With every good answer of the post; unchanged when anything is forged. */
  readonly draft: Draft;
  readonly problems: readonly AnswerProblem[];
  /** Names of controls that this page does not have, or whose value no honest form can send. Show a plain page and change nothing. */
  readonly forged: readonly string[];
  /** The journey after the post. */
  readonly journey: Journey;
  /** Where to go now: the same page while it has something open, then the next open page, then "check". */
  readonly next: string;
}

/** A row of the check page. */
export interface AnswerRow {
  readonly path: string;
  readonly label: string;
  /** Lines of the answer; empty: not given. */
  readonly lines: readonly AnswerLine[];
  readonly origin?: Origin;
  /** Locked: the register's; "This is wrong" instead of "Change". */
  readonly locked: boolean;
  /** Address of the page that changes it. */
  readonly change: string;
  /** Worked out from other answers: nothing to change here. */
  readonly workedOut?: boolean;
  readonly field?: Field;
  /** What the register said, when it was corrected. */
  readonly old?: string;
}
export interface AnswerLine {
  readonly text: string;
  /** Codes and registrations are set in mono. */
  readonly code: boolean;
  readonly file?: FileAnswer;
}
export interface AnswerGroup {
  readonly title: string;
  /** About one item of the section before. */
  readonly inItem?: boolean;
  readonly rows: readonly AnswerRow[];
}
/** What will be paid. */
export interface Payment {
  readonly label: string;
  /** The amount; absent while an answer that it rests on is open. */
  readonly text?: string;
  /** The laws of the way that led to the amount. */
  readonly laws: readonly string[];
  /** The answers that it rests on. */
  readonly reasons: readonly { readonly label: string; readonly text: string }[];
}
export interface CheckAnswers {
  readonly groups: readonly AnswerGroup[];
  readonly payments: readonly Payment[];
  /** Answers that stay in the draft and do not leave it. */
  readonly notSent: readonly { readonly label: string; readonly text: string }[];
}

export type { Answers, Draft, Facts, Fetched, FileAnswer, List, Origin, Value };
