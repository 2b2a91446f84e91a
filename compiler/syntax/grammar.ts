// The grammar inside one line: values, conditions, types, facts and cells (section 4.4 of the language), as chevrotain rules that build
// the nodes of tree.ts. Lines and blocks are not its business.
import {
  EmbeddedActionsParser,
  type IToken,
  NoViableAltException,
  type ParserMethod,
  type TokenType,
} from "chevrotain";
import type { Keywords } from "./keywords.ts";
import type { Nodes } from "./nodes.ts";
import * as T from "./tokens.ts";
import type {
  CellNode,
  ConditionNode,
  FactNode,
  LengthNode,
  PathNode,
  PredicateNode,
  TypeNode,
  ValueNode,
  Word,
} from "./tree.ts";

/** How deep the look-ahead goes. Never raise it: with 4 the building of the grammar takes minutes (section 4.6). */
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
type Tail =
  | { kind: "is"; negated: boolean; predicate: PredicateNode; last: Placed }
  | { kind: "includes"; negated: boolean; value: ValueNode; last: Placed };
type Placed = { readonly span: PathNode["span"] };

/** Reads what fills the slots of a line. `prepare` first, then one rule, then look at `errors`. */
export abstract class ExpressionGrammar extends EmbeddedActionsParser {
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

  protected get nodes(): Nodes {
    if (!this.#nodes) throw new Error("prepare() comes before the rules");
    return this.#nodes;
  }

  /** The library collects all look-ahead paths to word a message that nobody sees: a broken line must cost no more than a good one. */
  raiseNoAltException(): never {
    const exception = new NoViableAltException("", this.LA(1), this.LA(0));
    this.errors = [...this.errors, exception];
    throw exception;
  }

  protected keyword(word: string): TokenType {
    const type = this.keywords.get(word);
    if (!type) throw new Error(`"${word}" is missing from the keywords`);
    return type;
  }

  protected isNext(distance: number, ...words: string[]): boolean {
    return words.some((word) => this.LA(distance).tokenType === this.keyword(word));
  }

  /** The word-tokens `name 's name 's name` ahead, then `is`, `goes` or `are`: another fact begins behind this comma. */
  protected factFollowsComma(): boolean {
    let at = 2;
    while (this.LA(at + 1).tokenType === T.Possessive) at += 2;
    return this.isNext(at + 1, "is", "goes", "are") || this.isNext(2, "not", "message");
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

  literal = this.RULE("literal", (): ValueNode => {
    const token = this.OR([
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
    ]);
    return this.ACTION(() => this.nodes.literal(token));
  });

  aggregate = this.RULE("aggregate", (): ValueNode => {
    const fold = this.OR(
      (["count", "sum", "highest", "lowest", "average"] as const).map((word) => ({
        ALT: () => this.CONSUME(this.keyword(word)),
      })),
    );
    this.CONSUME(this.keyword("of"));
    const path = this.SUBRULE(this.path);
    const where = this.OPTION(() => {
      this.CONSUME(this.keyword("where"));
      return this.SUBRULE(this.cond);
    });
    return this.ACTION(() => ({
      kind: "aggregate",
      fold: this.nodes.word(fold).name as "count",
      path,
      ...(where && { where }),
      span: this.nodes.join({ span: this.nodes.spanOf(fold) }, where ?? path),
    }));
  });

  gap = this.RULE("gap", (): ValueNode => {
    const working = this.OPTION(() => this.CONSUME(this.keyword("working")));
    const unit = this.OR(
      (["days", "weeks", "months", "years"] as const).map((word) => ({ ALT: () => this.CONSUME(this.keyword(word)) })),
    );
    const ends: { from: ValueNode; to?: ValueNode } = this.OR2([
      {
        ALT: () => {
          this.CONSUME(this.keyword("since"));
          return { from: this.SUBRULE(this.primary) };
        },
      },
      {
        ALT: () => {
          this.CONSUME(this.keyword("from"));
          const from = this.SUBRULE2(this.primary);
          this.CONSUME(this.keyword("to"));
          return { from, to: this.SUBRULE3(this.primary) };
        },
      },
    ]);
    return this.ACTION(() => ({
      kind: "since",
      unit: (working ? "working-days" : this.nodes.word(unit).name) as "days",
      ...ends,
      span: this.nodes.join({ span: this.nodes.spanOf(working ?? unit) }, ends.to ?? ends.from),
    }));
  });

  pathValue = this.RULE("pathValue", (): ValueNode => {
    const path = this.SUBRULE(this.path);
    const shift = this.OPTION(() => {
      const direction = this.OR([
        { ALT: () => this.CONSUME(this.keyword("before")) },
        { ALT: () => this.CONSUME(this.keyword("after")) },
      ]);
      return { direction, date: this.SUBRULE(this.primary) };
    });
    return this.ACTION(() => (shift ? this.#shiftOf(path, shift.direction, shift.date) : path));
  });

  literalValue = this.RULE("literalValue", (): ValueNode => {
    const literal = this.SUBRULE(this.literal);
    const rest = this.OPTION((): { word: IToken; value?: ValueNode } =>
      this.OR([
        { ALT: () => ({ word: this.CONSUME(this.keyword("ago")) }) },
        {
          ALT: () => {
            const word = this.OR2([
              { ALT: () => this.CONSUME(this.keyword("before")) },
              { ALT: () => this.CONSUME(this.keyword("after")) },
            ]);
            return { word, value: this.SUBRULE(this.primary) };
          },
        },
        { ALT: () => ({ word: this.CONSUME(this.keyword("of")), value: this.SUBRULE2(this.primary) }) },
      ]),
    );
    return this.ACTION(() => {
      if (!rest) return literal;
      if (this.nodes.word(rest.word).name !== "of") return this.#shiftOf(literal, rest.word, rest.value);
      if (!rest.value) return literal;
      return { kind: "part-of", part: literal, whole: rest.value, span: this.nodes.join(literal, rest.value) };
    });
  });

  #shiftOf(length: ValueNode, word: IToken, date?: ValueNode): ValueNode {
    return {
      kind: "shift",
      direction: this.nodes.word(word).name as "ago",
      length,
      ...(date && { date }),
      span: this.nodes.join(length, date ?? { span: this.nodes.spanOf(word) }),
    };
  }

  brackets = this.RULE("brackets", (): ValueNode => {
    const open = this.CONSUME(T.LParen);
    const inside = this.SUBRULE(this.clause);
    const close = this.CONSUME(T.RParen);
    return this.ACTION(() => ({ kind: "brackets", inside, span: this.nodes.spanOf(open, close) }));
  });

  primary: ParserMethod<[], ValueNode> = this.RULE(
    "primary",
    (): ValueNode =>
      this.OR({
        DEF: [
          { ALT: () => this.SUBRULE(this.brackets) },
          { ALT: () => this.SUBRULE(this.aggregate) },
          {
            GATE: () => this.isNext(this.isNext(1, "working") ? 3 : 2, "since", "from"),
            ALT: () => this.SUBRULE(this.gap),
          },
          { ALT: () => this.SUBRULE(this.literalValue) },
          { ALT: () => this.SUBRULE(this.pathValue) },
        ],
        IGNORE_AMBIGUITIES: true,
      }),
  );

  product = this.RULE("product", (): ValueNode => {
    let left = this.SUBRULE(this.primary);
    this.MANY(() => {
      const operator = this.OR([
        { ALT: () => this.CONSUME(T.Star) },
        { ALT: () => this.CONSUME(T.Slash) },
        { ALT: () => this.CONSUME(this.keyword("times")) },
        {
          ALT: () => {
            const divided = this.CONSUME(this.keyword("divided"));
            this.CONSUME(this.keyword("by"));
            return divided;
          },
        },
      ]);
      const right = this.SUBRULE2(this.primary);
      left = this.ACTION(() => this.#arithmeticOf(left, operator, right));
    });
    return left;
  });

  expr = this.RULE("expr", (): ValueNode => {
    let left = this.SUBRULE(this.product);
    this.MANY(() => {
      const operator = this.OR([
        { ALT: () => this.CONSUME(T.Plus) },
        { ALT: () => this.CONSUME(T.Minus) },
        { ALT: () => this.CONSUME(this.keyword("plus")) },
        { ALT: () => this.CONSUME(this.keyword("minus")) },
        { ALT: () => this.CONSUME(this.keyword("else")) },
      ]);
      const right = this.SUBRULE2(this.product);
      left = this.ACTION(() => this.#arithmeticOf(left, operator, right));
    });
    return left;
  });

  #arithmeticOf(left: ValueNode, token: IToken, right: ValueNode): ValueNode {
    const signs = new Map([
      [T.Star, "times"],
      [T.Slash, "divided by"],
      [T.Plus, "plus"],
      [T.Minus, "minus"],
      [this.keyword("divided"), "divided by"],
    ]);
    const operator = (signs.get(token.tokenType) ?? this.nodes.word(token).name) as "plus";
    const operatorSpan = this.nodes.spanOf(token);
    return { kind: "arithmetic", operator, operatorSpan, left, right, span: this.nodes.join(left, right) };
  }

  /** Values with commas; stops before a comma behind which the next fact of a `given` begins. */
  exprs = this.RULE("exprs", (): ValueNode[] => {
    const all = [this.SUBRULE(this.expr)];
    this.MANY({
      GATE: () => !this.factFollowsComma(),
      DEF: () => {
        this.CONSUME(T.Comma);
        all.push(this.SUBRULE2(this.expr));
      },
    });
    return all;
  });

  order = this.RULE("order", (): PredicateNode => {
    const first = this.LA(1);
    const test = this.OR([
      { ALT: () => this.#two(1, "at", "least", "at-least") },
      { ALT: () => this.#two(2, "at", "most", "at-most") },
      { ALT: () => this.#two(3, "more", "than", "over") },
      { ALT: () => this.#two(4, "less", "than", "under") },
      { ALT: () => this.CONSUME(this.keyword("over")).image.toLowerCase() },
      { ALT: () => this.CONSUME(this.keyword("under")).image.toLowerCase() },
    ]);
    const value = this.SUBRULE(this.expr);
    return this.ACTION(() => ({
      kind: "order",
      test: test as "over",
      value,
      span: this.nodes.join({ span: this.nodes.spanOf(first) }, value),
    }));
  });

  /** Two keywords in a row, whose position among those of the rule is `index`. */
  #two(index: number, first: string, second: string, test: string): string {
    this.consume(index, this.keyword(first));
    this.consume(index, this.keyword(second));
    return test;
  }

  orderInTime = this.RULE("orderInTime", (): PredicateNode => {
    const first = this.LA(1);
    const on = this.OPTION(() => {
      this.CONSUME(this.keyword("on"));
      this.CONSUME(this.keyword("or"));
      return true;
    });
    const word = this.OR([
      { ALT: () => this.CONSUME(this.keyword("before")) },
      { ALT: () => this.CONSUME(this.keyword("after")) },
    ]);
    const value = this.SUBRULE(this.expr);
    return this.ACTION(() => ({
      kind: "order-in-time",
      test: `${on ? "on-or-" : ""}${this.nodes.word(word).name}` as "before",
      value,
      span: this.nodes.join({ span: this.nodes.spanOf(first) }, value),
    }));
  });

  range = this.RULE("range", (): PredicateNode => {
    const first = this.CONSUME(this.keyword("from"));
    const from = this.SUBRULE(this.expr);
    this.CONSUME(this.keyword("to"));
    const to = this.SUBRULE2(this.expr);
    return this.ACTION(() => ({
      kind: "range",
      from,
      to,
      span: this.nodes.join({ span: this.nodes.spanOf(first) }, to),
    }));
  });

  oneOf = this.RULE("oneOf", (): PredicateNode => {
    const first = this.CONSUME(this.keyword("one"));
    this.CONSUME(this.keyword("of"));
    const options = this.SUBRULE(this.exprs);
    return this.ACTION(() => ({
      kind: "one-of",
      options,
      span: this.nodes.join({ span: this.nodes.spanOf(first) }, options.at(-1) ?? { span: this.nodes.spanOf(first) }),
    }));
  });

  within = this.RULE("within", (): PredicateNode => {
    const first = this.LA(1);
    const dated = this.OPTION(() => this.CONSUME(this.keyword("dated")));
    this.CONSUME(this.keyword("within"));
    this.CONSUME(this.keyword("the"));
    const direction = this.OR([
      { ALT: () => this.CONSUME(this.keyword("last")) },
      { ALT: () => this.CONSUME(this.keyword("next")) },
    ]);
    const length = this.SUBRULE(this.length);
    return this.ACTION(() => ({
      kind: "within",
      dated: dated !== undefined,
      direction: this.nodes.word(direction).name as "last",
      length,
      span: this.nodes.join({ span: this.nodes.spanOf(first) }, length),
    }));
  });

  tense = this.RULE("tense", (): PredicateNode => {
    const first = this.CONSUME(this.keyword("in"));
    this.CONSUME(this.keyword("the"));
    const last = this.OR([
      { ALT: () => this.CONSUME(this.keyword("past")) },
      { ALT: () => this.CONSUME(this.keyword("future")) },
    ]);
    return this.ACTION(() => ({
      kind: "tense",
      tense: this.nodes.word(last).name as "past",
      span: this.nodes.spanOf(first, last),
    }));
  });

  state = this.RULE("state", (): PredicateNode => {
    const token = this.OR([
      { ALT: () => this.CONSUME(this.keyword("answered")) },
      { ALT: () => this.CONSUME(this.keyword("asked")) },
      { ALT: () => this.CONSUME(this.keyword("corrected")) },
    ]);
    return this.ACTION(() => ({
      kind: "state",
      state: this.nodes.word(token).name as "asked",
      span: this.nodes.spanOf(token),
    }));
  });

  same = this.RULE("same", (): PredicateNode => {
    const value = this.SUBRULE(this.expr);
    return this.ACTION(() => ({ kind: "same", value, span: value.span }));
  });

  /** What can follow "is". Names that look like the first word of a comparison are told apart by the second word. */
  pred = this.RULE(
    "pred",
    (): PredicateNode =>
      this.OR({
        DEF: [
          {
            GATE: () => this.isNext(2, "least", "most", "than") || this.isNext(1, "over", "under"),
            ALT: () => this.SUBRULE(this.order),
          },
          {
            GATE: () => this.isNext(1, "before", "after") || this.isNext(2, "or"),
            ALT: () => this.SUBRULE(this.orderInTime),
          },
          { ALT: () => this.SUBRULE(this.range) },
          { GATE: () => this.isNext(2, "of"), ALT: () => this.SUBRULE(this.oneOf) },
          { GATE: () => this.isNext(2, "the", "within"), ALT: () => this.SUBRULE(this.within) },
          { GATE: () => this.isNext(2, "the"), ALT: () => this.SUBRULE(this.tense) },
          { ALT: () => this.SUBRULE(this.state) },
          { ALT: () => this.SUBRULE(this.same) },
        ],
        IGNORE_AMBIGUITIES: true,
      }),
  );

  tail = this.RULE(
    "tail",
    (): Tail =>
      this.OR([
        {
          ALT: (): Tail => {
            this.CONSUME(this.keyword("is"));
            const not = this.OPTION(() => this.CONSUME(this.keyword("not")));
            const predicate = this.SUBRULE(this.pred);
            return { kind: "is", negated: not !== undefined, predicate, last: predicate };
          },
        },
        {
          ALT: (): Tail => {
            this.CONSUME(this.keyword("includes"));
            const value = this.SUBRULE(this.expr);
            return { kind: "includes", negated: false, value, last: value };
          },
        },
        {
          ALT: (): Tail => {
            this.CONSUME(this.keyword("does"));
            this.CONSUME2(this.keyword("not"));
            this.CONSUME(this.keyword("include"));
            const value = this.SUBRULE2(this.expr);
            return { kind: "includes", negated: true, value, last: value };
          },
        },
      ]),
  );

  quantified = this.RULE("quantified", (): ConditionNode => {
    const mode = this.OR([
      { ALT: () => this.CONSUME(this.keyword("any")) },
      { ALT: () => this.CONSUME(this.keyword("every")) },
      { ALT: () => this.CONSUME(this.keyword("no")) },
    ]);
    const path = this.SUBRULE(this.path);
    let where: ConditionNode | undefined;
    let tail: Tail | undefined;
    this.OPTION(() => {
      this.OR2([
        {
          ALT: () => {
            this.CONSUME(this.keyword("where"));
            where = this.SUBRULE(this.cond);
          },
        },
        {
          ALT: () => {
            tail = this.SUBRULE(this.tail);
          },
        },
      ]);
    });
    return this.ACTION(() => ({
      kind: "quantified",
      mode: this.nodes.word(mode).name as "any",
      path,
      ...(where && { where }),
      ...(tail?.kind === "is" && { is: { negated: tail.negated, predicate: tail.predicate } }),
      ...(tail?.kind === "includes" && { includes: { negated: tail.negated, value: tail.value } }),
      span: this.nodes.join({ span: this.nodes.spanOf(mode) }, where ?? tail?.last ?? path),
    }));
  });

  negation = this.RULE("negation", (): ConditionNode => {
    const not = this.CONSUME(this.keyword("not"));
    const path = this.SUBRULE(this.path);
    return this.ACTION(() => ({ kind: "not", path, span: this.nodes.join({ span: this.nodes.spanOf(not) }, path) }));
  });

  comparison = this.RULE("comparison", (): ConditionNode => {
    const left = this.SUBRULE(this.expr);
    const tail = this.OPTION(() => this.SUBRULE(this.tail));
    return this.ACTION(() => {
      if (!tail) return { kind: "fact", value: left, span: left.span };
      const { last, ...rest } = tail;
      return { ...rest, left, span: this.nodes.join(left, last) };
    });
  });

  test = this.RULE(
    "test",
    (): ConditionNode =>
      this.OR({
        DEF: [
          {
            GATE: () => !this.isNext(1, "no") || this.isNext(3, "where"),
            ALT: () => this.SUBRULE(this.quantified),
          },
          { ALT: () => this.SUBRULE(this.negation) },
          { ALT: () => this.SUBRULE(this.comparison) },
        ],
        IGNORE_AMBIGUITIES: true,
      }),
  );

  cond: ParserMethod<[], ConditionNode> = this.RULE("cond", (): ConditionNode => {
    const parts = [this.SUBRULE(this.test)];
    const joiners: IToken[] = [];
    this.MANY(() => {
      joiners.push(
        this.OR([{ ALT: () => this.CONSUME(this.keyword("and")) }, { ALT: () => this.CONSUME(this.keyword("or")) }]),
      );
      parts.push(this.SUBRULE2(this.test));
    });
    return this.ACTION(() => {
      const [first] = parts;
      const last = parts.at(-1);
      if (!first || !last || parts.length === 1) return parts[0] as ConditionNode;
      const words = joiners.map((token) => this.nodes.word(token));
      return { kind: "chain", parts, joiners: words, span: this.nodes.join(first, last) };
    });
  });

  clause: ParserMethod<[], ConditionNode> = this.RULE("clause", (): ConditionNode => {
    const condition = this.SUBRULE(this.cond);
    const exception = this.OPTION(() => {
      this.CONSUME(this.keyword("unless"));
      return this.SUBRULE2(this.cond);
    });
    return this.ACTION(() =>
      exception ? { kind: "unless", condition, exception, span: this.nodes.join(condition, exception) } : condition,
    );
  });

  condition = this.RULE(
    "condition",
    (): ConditionNode =>
      this.OR({
        DEF: [
          {
            GATE: () => this.isNext(1, "all", "any", "none") && this.isNext(2, "of"),
            ALT: () => this.SUBRULE(this.bullets),
          },
          { ALT: () => this.SUBRULE(this.clause) },
        ],
        IGNORE_AMBIGUITIES: true,
      }),
  );

  bullets = this.RULE("bullets", (): ConditionNode => {
    const mode = this.OR([
      { ALT: () => this.CONSUME(this.keyword("all")) },
      { ALT: () => this.CONSUME(this.keyword("any")) },
      { ALT: () => this.CONSUME(this.keyword("none")) },
    ]);
    const of = this.CONSUME(this.keyword("of"));
    return this.ACTION(() => {
      const node: OpenBullets = {
        kind: "bullets",
        mode: this.nodes.word(mode).name as "all",
        parts: [],
        span: this.nodes.spanOf(mode, of),
      };
      this.openBullets.push(node);
      return node;
    });
  });

  type = this.RULE("type", (): TypeNode => {
    const words: IToken[] = [];
    this.OR({
      DEF: [
        {
          ALT: () => {
            words.push(this.CONSUME(this.keyword("yes")));
            words.push(this.CONSUME(this.keyword("or")));
            words.push(this.CONSUME(this.keyword("no")));
          },
        },
        {
          GATE: () => this.isNext(2, "of"),
          ALT: () => {
            words.push(
              this.OR2([
                { ALT: () => this.CONSUME(this.keyword("one")) },
                { ALT: () => this.CONSUME(this.keyword("any")) },
              ]),
            );
            words.push(this.CONSUME(this.keyword("of")));
            words.push(this.CONSUME(T.Word));
            this.MANY(() => {
              this.CONSUME(T.Comma);
              words.push(this.CONSUME2(T.Word));
            });
          },
        },
        {
          ALT: () => {
            words.push(this.CONSUME3(T.Word));
            this.MANY2(() => {
              words.push(
                this.OR3([
                  { ALT: () => this.CONSUME4(T.Word) },
                  { ALT: () => this.CONSUME2(this.keyword("of")) },
                  { ALT: () => this.CONSUME2(this.keyword("any")) },
                ]),
              );
            });
          },
        },
      ],
      IGNORE_AMBIGUITIES: true,
    });
    return this.ACTION(() => ({
      words: words.map((token) => this.nodes.word(token)),
      span: this.nodes.spanOf(words[0] as IToken, words.at(-1)),
    }));
  });

  /** Free words: anything but quotes and signs. */
  freeWords = this.RULE("freeWords", (): IToken[] => {
    const words: IToken[] = [];
    this.AT_LEAST_ONE(() => {
      words.push(
        this.OR([
          { ALT: () => this.CONSUME(T.AnyWord) },
          { ALT: () => this.CONSUME(T.Possessive) },
          { ALT: () => this.CONSUME(T.Comma) },
          { ALT: () => this.CONSUME(T.Num) },
        ]),
      );
    });
    return words;
  });

  fact = this.RULE(
    "fact",
    (): FactNode =>
      this.OR({
        DEF: [
          {
            ALT: () => {
              const not = this.CONSUME(this.keyword("not"));
              const name = this.CONSUME(T.Word);
              return this.ACTION(
                (): FactNode => ({
                  kind: "not",
                  name: this.nodes.word(name),
                  span: this.nodes.spanOf(not, name),
                }),
              );
            },
          },
          {
            GATE: () => this.isNext(3, "is") && this.isNext(4, "sent"),
            ALT: () => {
              const first = this.CONSUME(this.keyword("message"));
              const message = this.CONSUME2(T.Word);
              this.CONSUME(this.keyword("is"));
              const last = this.CONSUME(this.keyword("sent"));
              return this.ACTION(
                (): FactNode => ({
                  kind: "message-sent",
                  message: this.nodes.word(message),
                  span: this.nodes.spanOf(first, last),
                }),
              );
            },
          },
          { ALT: () => this.SUBRULE(this.pathFact) },
        ],
        IGNORE_AMBIGUITIES: true,
      }),
  );

  pathFact = this.RULE("pathFact", (): FactNode => {
    const path = this.SUBRULE(this.path);
    const fact = this.OPTION(() =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(this.keyword("is"));
            const not = this.OPTION2(() => this.CONSUME(this.keyword("not")));
            const predicate = this.SUBRULE(this.pred);
            return this.ACTION(
              (): FactNode => ({
                kind: "is",
                path,
                negated: not !== undefined,
                predicate,
                span: this.nodes.join(path, predicate),
              }),
            );
          },
        },
        {
          ALT: () => {
            this.CONSUME(this.keyword("goes"));
            this.CONSUME(this.keyword("to"));
            const to = this.CONSUME(T.Word);
            return this.ACTION((): FactNode => {
              const word = this.nodes.word(to);
              return { kind: "goes-to", path, to: word, span: this.nodes.join(path, word) };
            });
          },
        },
        {
          ALT: () => {
            this.CONSUME(this.keyword("are"));
            const values = this.SUBRULE(this.exprs);
            return this.ACTION(
              (): FactNode => ({
                kind: "are",
                path,
                values,
                span: this.nodes.join(path, values.at(-1) ?? path),
              }),
            );
          },
        },
      ]),
    );
    return this.ACTION(() => fact ?? { kind: "yes", path, span: path.span });
  });

  facts = this.RULE("facts", (): FactNode[] => {
    const all = [this.SUBRULE(this.fact)];
    this.MANY(() => {
      this.CONSUME(T.Comma);
      all.push(this.SUBRULE2(this.fact));
    });
    return all;
  });

  /** A value in a cell: a literal or a name, whatever stands before or behind it. */
  cellValue = this.RULE(
    "cellValue",
    (): ValueNode => this.OR([{ ALT: () => this.SUBRULE(this.literal) }, { ALT: () => this.SUBRULE(this.path) }]),
  );

  cell = this.RULE(
    "cell",
    (): CellNode =>
      this.OR({
        DEF: [
          { GATE: () => this.isNext(1, "any"), ALT: () => this.SUBRULE(this.wordCell) },
          { GATE: () => this.isNext(1, "not"), ALT: () => this.SUBRULE(this.notCell) },
          { GATE: () => this.isHeadingRow || this.isNext(1, "then"), ALT: () => this.SUBRULE(this.headingCell) },
          {
            GATE: () => this.isNext(1, "under", "over", "before", "after", "at"),
            ALT: () => this.SUBRULE(this.orderCell),
          },
          { ALT: () => this.SUBRULE(this.valueCell) },
        ],
        IGNORE_AMBIGUITIES: true,
      }),
  );

  wordCell = this.RULE("wordCell", (): CellNode => {
    const token = this.CONSUME(this.keyword("any"));
    return this.ACTION(() => ({ kind: "any", span: this.nodes.spanOf(token) }));
  });

  notCell = this.RULE("notCell", (): CellNode => {
    const not = this.CONSUME(this.keyword("not"));
    return this.OR([
      {
        ALT: (): CellNode => {
          const asked = this.CONSUME(this.keyword("asked"));
          return this.ACTION(() => ({ kind: "not-asked", span: this.nodes.spanOf(not, asked) }));
        },
      },
      {
        ALT: (): CellNode => {
          const value = this.SUBRULE(this.cellValue);
          const span = this.ACTION(() => this.nodes.join({ span: this.nodes.spanOf(not) }, value));
          return { kind: "value", negated: true, value, span };
        },
      },
    ]);
  });

  headingCell = this.RULE("headingCell", (): CellNode => {
    const role = this.OPTION({
      GATE: () => !this.isNext(1, "expect") || this.isWord(2),
      DEF: () =>
        this.OR([
          { ALT: () => this.CONSUME(this.keyword("then")) },
          { ALT: () => this.CONSUME(this.keyword("expect")) },
        ]),
    });
    const path = this.SUBRULE(this.path);
    return this.ACTION(() => ({
      kind: "heading",
      role: role ? (this.nodes.word(role).name as "then") : "input",
      path,
      span: role ? this.nodes.join({ span: this.nodes.spanOf(role) }, path) : path.span,
    }));
  });

  protected isWord(distance: number): boolean {
    const type = this.LA(distance).tokenType;
    return type === T.Word || (type.CATEGORIES ?? []).includes(T.Word);
  }

  orderCell = this.RULE("orderCell", (): CellNode => {
    const first = this.LA(1);
    const test = this.OR([
      { ALT: () => this.CONSUME(this.keyword("under")).image.toLowerCase() },
      { ALT: () => this.CONSUME(this.keyword("over")).image.toLowerCase() },
      { ALT: () => this.CONSUME(this.keyword("before")).image.toLowerCase() },
      { ALT: () => this.CONSUME(this.keyword("after")).image.toLowerCase() },
      { ALT: () => this.#two(1, "at", "least", "at-least") },
      { ALT: () => this.#two(2, "at", "most", "at-most") },
    ]);
    const value = this.SUBRULE(this.cellValue);
    return this.ACTION(() => ({
      kind: "order",
      test: test as "over",
      value,
      span: this.nodes.join({ span: this.nodes.spanOf(first) }, value),
    }));
  });

  valueCell = this.RULE("valueCell", (): CellNode => {
    const value = this.SUBRULE(this.cellValue);
    const rest = this.OPTION(() =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(this.keyword("to"));
            const under = this.OPTION2(() => this.CONSUME(this.keyword("under")));
            const to = this.SUBRULE2(this.cellValue);
            return { to, under: under !== undefined };
          },
        },
        {
          ALT: () => {
            this.CONSUME(this.keyword("or"));
            const test = this.OR2([
              { ALT: () => this.CONSUME(this.keyword("more")) },
              { ALT: () => this.CONSUME(this.keyword("less")) },
            ]);
            return { test };
          },
        },
      ]),
    );
    return this.ACTION((): CellNode => {
      if (!rest) return { kind: "value", negated: false, value, span: value.span };
      if ("test" in rest) {
        const test = this.nodes.word(rest.test).name === "more" ? "at-least" : "at-most";
        return { kind: "order", test, value, span: this.nodes.join(value, { span: this.nodes.spanOf(rest.test) }) };
      }
      const span = this.nodes.join(value, rest.to);
      return { kind: "range", from: value, to: rest.to, toIncluded: !rest.under, span };
    });
  });

  row = this.RULE("row", (): CellNode[] => {
    const cells: CellNode[] = [];
    this.CONSUME(T.Pipe);
    this.AT_LEAST_ONE(() => {
      cells.push(this.SUBRULE(this.cell));
      this.CONSUME2(T.Pipe);
    });
    return cells;
  });
}
