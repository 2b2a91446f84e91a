// The lossless syntax tree: what stands in the text, line by line, before anything is known of its meaning.
// Every token keeps its place; comments and blank lines stay with the file, so that print(tree) gives the text back.

import type { IToken } from "chevrotain";
import type { LineIndex } from "../source/line-index.ts";

/** A piece of the text as it was written: a word, a sign, quoted words, a comment, spaces, a line end. */
export type Token = Pick<IToken, "image" | "startOffset" | "tokenType">;

/** A place in one file. Offsets count UTF-16 code units from the start of the file; `end` is behind the last one. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** One word of the author's. */
export interface Word {
  /** Lower-cased, hyphens and curly apostrophes made plain: the name as it is compared. */
  readonly name: string;
  readonly span: Span;
}

/** Words that people see: the text between the quotes. */
export interface Quoted {
  readonly words: string;
  readonly span: Span;
}

/** `home's postcode`: one word and the parts behind its 's. */
export interface PathNode {
  readonly kind: "path";
  readonly words: readonly Word[];
  readonly span: Span;
}

/** A length of time as written: 10 working days. */
export interface LengthNode {
  readonly kind: "length";
  readonly amount: number;
  readonly unit: "minutes" | "hours" | "days" | "working-days" | "weeks" | "months" | "years";
  readonly span: Span;
}

export type LiteralNode =
  | { readonly kind: "text"; readonly value: string; readonly span: Span }
  /** "2026-04-01" */
  | { readonly kind: "date"; readonly value: string; readonly span: Span }
  /** 1 April of every year */
  | { readonly kind: "day-month"; readonly day: number; readonly month: number; readonly span: Span }
  /** value: whole number of the smallest coin; currency: ISO 4217 */
  | { readonly kind: "money"; readonly value: number; readonly currency: string; readonly span: Span }
  | { readonly kind: "percent"; readonly value: number; readonly span: Span }
  /** "17:00" */
  | { readonly kind: "time"; readonly value: string; readonly span: Span }
  | { readonly kind: "number"; readonly value: number; readonly span: Span }
  /** bytes */
  | { readonly kind: "size"; readonly value: number; readonly span: Span }
  | { readonly kind: "yes-no"; readonly value: boolean; readonly span: Span }
  | { readonly kind: "today"; readonly span: Span }
  | LengthNode;

/** A value (section 4.4 of the language: expr, product, primary). */
export type ValueNode =
  | PathNode
  | LiteralNode
  | {
      readonly kind: "arithmetic";
      readonly operator: "plus" | "minus" | "times" | "divided by" | "else";
      readonly operatorSpan: Span;
      readonly left: ValueNode;
      readonly right: ValueNode;
      readonly span: Span;
    }
  /** 25% of fee */
  | { readonly kind: "part-of"; readonly part: ValueNode; readonly whole: ValueNode; readonly span: Span }
  /** sum of member's pay; count of members where … */
  | {
      readonly kind: "aggregate";
      readonly fold: "count" | "sum" | "highest" | "lowest" | "average";
      readonly path: PathNode;
      readonly where?: ConditionNode;
      readonly span: Span;
    }
  /** years since born; working days from a to b */
  | {
      readonly kind: "since";
      readonly unit: "days" | "working-days" | "weeks" | "months" | "years";
      readonly from: ValueNode;
      readonly to?: ValueNode;
      readonly span: Span;
    }
  /** 18 years ago; 3 months before end; grace-period after sent-on */
  | {
      readonly kind: "shift";
      readonly direction: "ago" | "before" | "after";
      readonly length: ValueNode;
      readonly date?: ValueNode;
      readonly span: Span;
    }
  /** ( … ) holding a value or a condition */
  | { readonly kind: "brackets"; readonly inside: ConditionNode; readonly span: Span };

/** What follows "is" (and "must be", "must have"). */
export type PredicateNode =
  | {
      readonly kind: "order";
      readonly test: "at-least" | "at-most" | "over" | "under";
      readonly value: ValueNode;
      readonly span: Span;
    }
  | {
      readonly kind: "order-in-time";
      readonly test: "before" | "after" | "on-or-before" | "on-or-after";
      readonly value: ValueNode;
      readonly span: Span;
    }
  | { readonly kind: "range"; readonly from: ValueNode; readonly to: ValueNode; readonly span: Span }
  | { readonly kind: "one-of"; readonly options: readonly ValueNode[]; readonly span: Span }
  | {
      readonly kind: "within";
      readonly dated: boolean;
      readonly direction: "last" | "next";
      readonly length: LengthNode | PathNode;
      readonly span: Span;
    }
  | { readonly kind: "tense"; readonly tense: "past" | "future"; readonly span: Span }
  | { readonly kind: "state"; readonly state: "answered" | "asked" | "corrected"; readonly span: Span }
  | { readonly kind: "same"; readonly value: ValueNode; readonly span: Span };

/** A condition: yes, no or unknown. A lone value stands as `fact` (a named decision, or inside brackets any value). */
export type ConditionNode =
  | {
      readonly kind: "bullets";
      readonly mode: "all" | "any" | "none";
      readonly parts: readonly ConditionNode[];
      readonly span: Span;
    }
  /** Joined on one line. Mixed `and` and `or` stay flat, in order, for FW401 to explain. */
  | {
      readonly kind: "chain";
      readonly parts: readonly ConditionNode[];
      readonly joiners: readonly Word[];
      readonly span: Span;
    }
  | {
      readonly kind: "unless";
      readonly condition: ConditionNode;
      readonly exception: ConditionNode;
      readonly span: Span;
    }
  | {
      readonly kind: "is";
      readonly left: ValueNode;
      readonly negated: boolean;
      readonly predicate: PredicateNode;
      readonly span: Span;
    }
  | {
      readonly kind: "includes";
      readonly left: ValueNode;
      readonly negated: boolean;
      readonly value: ValueNode;
      readonly span: Span;
    }
  | {
      readonly kind: "quantified";
      readonly mode: "any" | "every" | "no";
      readonly path: PathNode;
      /** `any member's cared-for is yes`: the tail, whose left side is the path. */
      readonly is?: { readonly negated: boolean; readonly predicate: PredicateNode };
      readonly includes?: { readonly negated: boolean; readonly value: ValueNode };
      readonly where?: ConditionNode;
      readonly span: Span;
    }
  | { readonly kind: "not"; readonly path: PathNode; readonly span: Span }
  | { readonly kind: "fact"; readonly value: ValueNode; readonly span: Span }
  /** Could not be read; already reported. */
  | { readonly kind: "broken"; readonly span: Span };

/** A type as written: money, one of fuels, whole number, measurement in kilograms. */
export interface TypeNode {
  readonly words: readonly Word[];
  readonly span: Span;
}

/** One cell of a table. */
export type CellNode =
  | { readonly kind: "any" | "not-asked"; readonly span: Span }
  | {
      readonly kind: "heading";
      readonly role: "input" | "then" | "expect";
      readonly path: PathNode;
      readonly span: Span;
    }
  | { readonly kind: "value"; readonly negated: boolean; readonly value: ValueNode; readonly span: Span }
  /** £200 to under £500; 1 to 3 (both ends) */
  | {
      readonly kind: "range";
      readonly from: ValueNode;
      readonly to: ValueNode;
      readonly toIncluded: boolean;
      readonly span: Span;
    }
  | {
      readonly kind: "order";
      readonly test: "at-least" | "at-most" | "over" | "under" | "before" | "after";
      readonly value: ValueNode;
      readonly span: Span;
    }
  | { readonly kind: "broken"; readonly span: Span };

/** One fact of an example: given, expect. */
export type FactNode =
  | {
      readonly kind: "is";
      readonly path: PathNode;
      readonly negated: boolean;
      readonly predicate: PredicateNode;
      readonly span: Span;
    }
  | { readonly kind: "goes-to"; readonly path: PathNode; readonly to: Word; readonly span: Span }
  | { readonly kind: "are"; readonly path: PathNode; readonly values: readonly ValueNode[]; readonly span: Span }
  | { readonly kind: "message-sent"; readonly message: Word; readonly negated: boolean; readonly span: Span }
  /** `payment allowance is made 3 times`; without a number: at least once. */
  | {
      readonly kind: "payment-made";
      readonly payment: Word;
      readonly negated: boolean;
      readonly times?: LiteralNode;
      readonly span: Span;
    }
  /** `case stall-check is started 2 times` */
  | {
      readonly kind: "case-started";
      readonly service: Word;
      readonly negated: boolean;
      readonly times?: LiteralNode;
      readonly span: Span;
    }
  | { readonly kind: "not"; readonly name: Word; readonly span: Span }
  | { readonly kind: "yes"; readonly path: PathNode; readonly span: Span };

/** What fills one slot of a line form, in the order of the form (2.1). Literal words of the form stand as `literal`. */
export type Part =
  | { readonly slot: "literal"; readonly word: string; readonly span: Span }
  | { readonly slot: "n"; readonly name: Word; readonly span: Span }
  | { readonly slot: "ns"; readonly names: readonly Word[]; readonly span: Span }
  | { readonly slot: "p"; readonly path: PathNode; readonly span: Span }
  | { readonly slot: "ps"; readonly paths: readonly PathNode[]; readonly span: Span }
  | { readonly slot: "t"; readonly quoted: Quoted; readonly span: Span }
  | { readonly slot: "e"; readonly value: ValueNode; readonly span: Span }
  | { readonly slot: "es"; readonly values: readonly ValueNode[]; readonly span: Span }
  | { readonly slot: "c"; readonly condition: ConditionNode; readonly span: Span }
  | { readonly slot: "pred"; readonly predicate: PredicateNode; readonly span: Span }
  | { readonly slot: "d"; readonly length: LengthNode | PathNode; readonly span: Span }
  | { readonly slot: "ty"; readonly type: TypeNode; readonly span: Span }
  | { readonly slot: "ws"; readonly words: string; readonly span: Span }
  | { readonly slot: "g"; readonly facts: readonly FactNode[]; readonly span: Span }
  | {
      readonly slot: "num" | "date" | "leapday" | "leapend" | "time" | "money" | "percent" | "size" | "length";
      readonly literal: LiteralNode;
      readonly span: Span;
    }
  | { readonly slot: "row"; readonly cells: readonly CellNode[]; readonly span: Span }
  | { readonly slot: "prose"; readonly words: string; readonly span: Span };

/** One logical line (continuations joined) with the lines under it. */
export interface Line {
  /** The form of the catalogue it was read as, exactly as it stands there: `ask <n> <t> as <ty>`. Absent: broken, already reported. */
  readonly form?: string;
  /** The heading whose forms were tried: `section`, `stage`, `file` … */
  readonly block: string;
  /** The heading that the lines under this one belong to, if the form opens one. */
  readonly opens?: string;
  /** First word, as compared and as it was meant (a misspelt one is mended while reading): ask, "-", "|", ">". */
  readonly word: string;
  readonly parts: readonly Part[];
  /** Bullets under a condition are read into the condition; they stand in `bullets`, not here. */
  readonly children: readonly Line[];
  /** The bullets below a condition as lines, in the order of the text. */
  readonly bullets: readonly Line[];
  /** As written, continuations too; also the colons and full stops at line ends that mean nothing. In the order of the text. */
  readonly tokens: readonly Token[];
  /** Those of the tokens that mean nothing. */
  readonly endMarks: readonly Token[];
  /** Something in this line was reported, or it was read in silence because of what stands above: it may not mean what it says. */
  readonly isReported: boolean;
  /** From the first to the last token. */
  readonly span: Span;
  /** Spaces before the first token (a tab counts as two). */
  readonly indent: number;
  readonly parent?: Line;
}

/** One read file. */
export interface Tree {
  readonly file: string;
  readonly text: string;
  /** Which line an offset stands on: made once, since every check asks. */
  readonly index: LineIndex;
  /** From the file's ending. */
  readonly kind: "service" | "shared" | "words";
  readonly lines: readonly Line[];
  /** Every # comment, in the order of the text. */
  readonly comments: readonly Span[];
  /** What stands between tokens: comments, spaces and line ends. With the tokens of all lines it is the whole text. */
  readonly between: readonly Token[];
}
