// What all rules inside a line stand on: the tokens of the line, the words of the language, names and literals (section 4.4 of the language).
import {
  EarlyExitException,
  EmbeddedActionsParser,
  type IRecognitionException,
  type IToken,
  NoViableAltException,
  type TokenType,
} from "chevrotain";
import type { Keywords } from "../keywords.ts";
import type { Nodes } from "../nodes.ts";
import * as T from "../tokens.ts";
import type { ConditionNode, LengthNode, PathNode, ValueNode, Word } from "../tree.ts";

/**
 * How deep the look-ahead goes. Never raise it: with 4 the building of the grammar takes minutes (section 4.6). Where conditions and values part, it
 * goes one deep, and a gate says what else must follow: to work out all that may stand second there took half as long as the whole grammar.
 */
const maxLookahead = 2;

const emptyMessages = {
  buildMismatchTokenMessage: () => "",
  buildNotAllInputParsedMessage: () => "",
  buildNoViableAltMessage: () => "",
  buildEarlyExitMessage: () => "",
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
/** A condition whose bullets stand on the lines below: they are added when these lines are read. */
export type OpenBullets = Mutable<Extract<ConditionNode, { kind: "bullets" }>> & { parts: ConditionNode[] };

/** `prepare` first, then one rule, then look at `errors`. */
export abstract class BaseGrammar extends EmbeddedActionsParser {
  /** Conditions of this line that wait for bullets. */
  openBullets: OpenBullets[] = [];
  /** The row being read is the first of its table: its cells are headings. */
  isHeadingRow = false;
  protected readonly keywords: Keywords;
  #nodes: Nodes | undefined;

  protected constructor(keywords: Keywords, options: { validate: boolean }) {
    super([...T.lexerTokens, T.AnyWord, ...keywords.values()], {
      recoveryEnabled: false,
      maxLookahead,
      skipValidations: !options.validate,
      errorMessageProvider: emptyMessages,
    });
    this.keywords = keywords;
  }

  /** Takes the tokens of one logical line. */
  prepare(tokens: IToken[], nodes: Nodes, isHeadingRow: boolean): void {
    this.input = tokens;
    this.#nodes = nodes;
    this.isHeadingRow = isHeadingRow;
    this.openBullets = [];
  }

  /** False while chevrotain records the rules, when there are no tokens to build nodes of. */
  protected get isReading(): boolean {
    return !this.RECORDING_PHASE;
  }

  protected get nodes(): Nodes {
    if (!this.#nodes) throw new Error("prepare() comes before the rules");
    return this.#nodes;
  }

  /** The library collects all look-ahead paths to word a message that nobody sees: a broken line must cost no more than a good one. */
  raiseNoAltException(): never {
    throw this.#kept(new NoViableAltException("", this.LA(1), this.LA(0)));
  }

  /** The same, where a list must have one member at least. */
  raiseEarlyExitException(): never {
    throw this.#kept(new EarlyExitException("", this.LA(1), this.LA(0)));
  }

  #kept(exception: IRecognitionException): IRecognitionException {
    this.errors = [...this.errors, exception];
    return exception;
  }

  protected keyword(word: string): TokenType {
    const type = this.keywords.get(word);
    if (!type) throw new Error(`"${word}" is missing from the keywords`);
    return type;
  }

  protected isNext(distance: number, ...words: string[]): boolean {
    const { tokenType } = this.LA(distance);
    for (const word of words) if (tokenType === this.keyword(word)) return true;
    return false;
  }

  /**
   * A plain word, or a number, an amount or quoted words: what begins with one is told by it alone. Where a choice has gates, chevrotain
   * goes through all ways of all alternatives, so most lines are read without it.
   */
  protected beginsWithWord(): boolean {
    return this.LA(1).tokenType === T.Word;
  }

  protected beginsWithLiteral(): boolean {
    const { tokenType } = this.LA(1);
    return tokenType === T.Num || tokenType === T.Money || tokenType === T.Text;
  }

  /** Whether a word that may be a name stands there. */
  protected isWord(distance: number): boolean {
    const type = this.LA(distance).tokenType;
    return type === T.Word || (type.CATEGORIES ?? []).includes(T.Word);
  }

  path = this.RULE("path", (): PathNode => {
    const words = [this.CONSUME(T.Word)];
    this.MANY(() => {
      this.CONSUME(T.Possessive);
      words.push(this.CONSUME2(T.Word));
    });
    return this.ACTION(() => this.nodes.path(words));
  });

  paths = this.RULE("paths", (): PathNode[] => {
    const all = [this.SUBRULE(this.path)];
    this.MANY(() => {
      this.CONSUME(T.Comma);
      all.push(this.SUBRULE2(this.path));
    });
    return all;
  });

  names = this.RULE("names", (): Word[] => {
    const all = [this.CONSUME(T.Word)];
    this.MANY(() => {
      this.CONSUME(T.Comma);
      all.push(this.CONSUME2(T.Word));
    });
    return this.ACTION(() => all.map((token) => this.nodes.word(token)));
  });

  length = this.RULE("length", (): LengthNode | PathNode =>
    this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(T.Duration);
          return this.ACTION(() => this.nodes.length(token));
        },
      },
      { ALT: () => this.SUBRULE(this.path) },
    ]),
  );

  /** Put together once, as chevrotain advises for choices that are read often. */
  readonly #literals = [
    { ALT: () => this.CONSUME(T.Text) },
    { ALT: () => this.CONSUME(T.DateToken) },
    { ALT: () => this.CONSUME(T.DayMonth) },
    { ALT: () => this.CONSUME(T.Duration) },
    { ALT: () => this.CONSUME(T.Money) },
    { ALT: () => this.CONSUME(T.Percent) },
    { ALT: () => this.CONSUME(T.Time) },
    { ALT: () => this.CONSUME(T.Size) },
    { ALT: () => this.CONSUME(T.Num) },
    { ALT: () => this.CONSUME(this.keyword("yes")) },
    { ALT: () => this.CONSUME(this.keyword("no")) },
    { ALT: () => this.CONSUME(this.keyword("today")) },
  ];

  literal = this.RULE("literal", (): ValueNode => {
    const token = this.OR(this.#literals);
    return this.ACTION(() => this.nodes.literal(token));
  });
}
