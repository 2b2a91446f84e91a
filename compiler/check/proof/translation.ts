// What turns conditions and values of a service into formulas, as one shape that its parts hand around. Only shapes.
import type { Datum, Model } from "../../model/model.ts";
import type { Expression, List, RuleId } from "../../model/shapes.ts";
import type { Formula } from "./formula.ts";
import type { Linear } from "./linear.ts";
import type { Range } from "./rational.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Known to be yes, known to be no. */
export interface Sides {
  readonly yes: Formula;
  readonly no: Formula;
}

/** One way a number can come about. The ways of one value exclude each other; when none applies there is no value. */
export interface Amount {
  readonly when: Formula;
  readonly sum: Linear;
}

/** One choice a value can be. */
export interface Choice {
  readonly when: Formula;
  readonly value: string;
}

/** A value opened up to where its exceptions, rows and dates lead. */
export interface Leaf {
  readonly when: Formula;
  readonly value: Expression;
}

export interface Translation {
  readonly model: Model;
  /** The data of the model, each followed by its parts. */
  readonly data: readonly Datum[];
  readonly vocabulary: Vocabulary;
  /** The day the version starts: examples stand near it. */
  readonly near: number;
  /** The condition is known to be yes. */
  yes(condition: Expression): Formula;
  /** The condition is known to be no. */
  no(condition: Expression): Formula;
  /** The same of a rule of the form, which an application that was sent had kept on that day. */
  formYes(id: RuleId): Formula;
  formNo(id: RuleId): Formula;
  /** A place of the form, where the day of sending is today. */
  readonly isInForm: boolean;
  /** The value is there. */
  isThere(value: Expression): Formula;
  amounts(value: Expression): readonly Amount[];
  choices(value: Expression): readonly Choice[];
  /** The datum behind a path, of an item or of the service. */
  datumOf(path: readonly string[], item: string | undefined): Datum | undefined;
  /** What is known of a question's answer: when it is asked, its limits. */
  axiomOf(datum: Datum, name: string): Formula;
  /** The choices of a question that only the form answers; none of what a source or an officer may say. */
  optionsOf(datum: Datum | undefined): List["options"];
  /** The numbers between which limits hold an answer, by its variable. */
  rangeOf(variable: string): Range;
  /** The fewest and the most items of a list, as far as that is known. */
  itemsOf(list: readonly string[]): readonly [least: number | undefined, most: number | undefined];
  /** Is the question asked? */
  isAsked(datum: Datum | undefined): Formula;
}
