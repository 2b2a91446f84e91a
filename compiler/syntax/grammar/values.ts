// The grammar of values: arithmetic, sums over lists, lengths of time between dates. Conditions stand in brackets and behind `where` only.
import type { IToken, ParserMethod } from "chevrotain";
import * as T from "../tokens.ts";
import type { ConditionNode, ValueNode } from "../tree.ts";
import { BaseGrammar } from "./base.ts";

const units = ["days", "weeks", "months", "years"] as const;

/** Rules that read values. */
export abstract class ValueGrammar extends BaseGrammar {
  /** Conditions, which stand further down the chain of classes. */
  abstract cond: ParserMethod<[], ConditionNode>;
  abstract clause: ParserMethod<[], ConditionNode>;

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
    const unit = this.OR(units.map((word) => ({ ALT: () => this.CONSUME(this.keyword(word)) })));
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
    const rest = this.OPTION(() => this.SUBRULE(this.valueRest));
    return this.ACTION(() => this.#withRest(path, rest));
  });

  /** What may follow a length or a share, written out or by its name: `ago`, `before end`, `of fee`. */
  valueRest = this.RULE("valueRest", (): { word: IToken; value?: ValueNode } =>
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

  #withRest(value: ValueNode, rest: { word: IToken; value?: ValueNode } | undefined): ValueNode {
    if (!rest) return value;
    if (this.nodes.word(rest.word).name !== "of") return this.#shiftOf(value, rest.word, rest.value);
    if (!rest.value) return value;
    return { kind: "part-of", part: value, whole: rest.value, span: this.nodes.join(value, rest.value) };
  }

  literalValue = this.RULE("literalValue", (): ValueNode => {
    const literal = this.SUBRULE(this.literal);
    const rest = this.OPTION(() => this.SUBRULE(this.valueRest));
    return this.ACTION(() => this.#withRest(literal, rest));
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

  primary: ParserMethod<[], ValueNode> = this.RULE("primary", (): ValueNode => {
    if (this.beginsWithWord()) return this.SUBRULE(this.pathValue);
    if (this.beginsWithLiteral()) return this.SUBRULE(this.literalValue);
    return this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.brackets) },
        { ALT: () => this.SUBRULE(this.aggregate) },
        {
          GATE: () => this.#gapIsNext(),
          ALT: () => this.SUBRULE(this.gap),
        },
        { ALT: () => this.SUBRULE(this.literalValue) },
        { ALT: () => this.SUBRULE(this.pathValue) },
      ],
      IGNORE_AMBIGUITIES: true,
      MAX_LOOKAHEAD: 1,
    });
  });

  /** `days since`, `working days from`: not a name that reads `days` or `working`. */
  #gapIsNext(): boolean {
    const isWorking = this.isNext(1, "working");
    return (!isWorking || this.isNext(2, ...units)) && this.isNext(isWorking ? 3 : 2, "since", "from");
  }

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

  /** The word-tokens `name 's name 's name` ahead, then `is`, `goes` or `are`: another fact begins behind this comma. */
  protected factFollowsComma(): boolean {
    let at = 2;
    while (this.LA(at + 1).tokenType === T.Possessive) at += 2;
    return this.isNext(at + 1, "is", "goes", "are") || this.isNext(2, "not", "message");
  }
}
