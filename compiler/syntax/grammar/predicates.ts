// The grammar of what can follow "is": comparisons, ranges, times, states.
import type { PredicateNode } from "../tree.ts";
import { ValueGrammar } from "./values.ts";

/** Rules that read predicates. */
export abstract class PredicateGrammar extends ValueGrammar {
  order = this.RULE("order", (): PredicateNode => {
    const first = this.LA(1);
    const test = this.OR([
      { ALT: () => this.two(1, "at", "least", "at-least") },
      { ALT: () => this.two(2, "at", "most", "at-most") },
      { ALT: () => this.two(3, "more", "than", "over") },
      { ALT: () => this.two(4, "less", "than", "under") },
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
  protected two(index: number, first: string, second: string, test: string): string {
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
  pred = this.RULE("pred", (): PredicateNode => {
    if (this.beginsWithWord() || this.beginsWithLiteral()) return this.SUBRULE(this.same);
    return this.OR({
      DEF: [
        {
          GATE: () =>
            this.isNext(1, "over", "under") ||
            (this.isNext(1, "more", "less") ? this.isNext(2, "than") : this.isNext(2, "least", "most", "than")),
          ALT: () => this.SUBRULE(this.order),
        },
        {
          GATE: () => this.isNext(1, "before", "after") || this.isNext(2, "or"),
          ALT: () => this.SUBRULE(this.orderInTime),
        },
        { ALT: () => this.SUBRULE(this.range) },
        { GATE: () => this.isNext(1, "one") && this.isNext(2, "of"), ALT: () => this.SUBRULE(this.oneOf) },
        {
          GATE: () => this.isNext(2, this.isNext(1, "dated") ? "within" : "the"),
          ALT: () => this.SUBRULE(this.within),
        },
        { GATE: () => this.isNext(2, "the"), ALT: () => this.SUBRULE(this.tense) },
        { ALT: () => this.SUBRULE(this.state) },
        { ALT: () => this.SUBRULE(this.same) },
      ],
      IGNORE_AMBIGUITIES: true,
      MAX_LOOKAHEAD: 1,
    });
  });
}
