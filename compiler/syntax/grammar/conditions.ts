// The grammar of conditions: tests joined with and, or, unless; any, every, no; lists of bullets.
import type { IToken, ParserMethod } from "chevrotain";
import * as T from "../tokens.ts";
import type { ConditionNode, PathNode, PredicateNode, ValueNode } from "../tree.ts";
import type { OpenBullets } from "./base.ts";
import { PredicateGrammar } from "./predicates.ts";

type Tail =
  | { kind: "is"; negated: boolean; predicate: PredicateNode; last: Placed }
  | { kind: "includes"; negated: boolean; value: ValueNode; last: Placed };
type Placed = { readonly span: PathNode["span"] };

/** Rules that read conditions. */
export abstract class ConditionGrammar extends PredicateGrammar {
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

  test = this.RULE("test", (): ConditionNode => {
    if (this.beginsWithWord()) return this.SUBRULE(this.comparison);
    return this.OR({
      DEF: [
        {
          GATE: () =>
            !this.isNext(1, "no") ||
            (this.isWord(2) && (this.isNext(3, "where") || this.LA(3).tokenType === T.Possessive)),
          ALT: () => this.SUBRULE(this.quantified),
        },
        { ALT: () => this.SUBRULE(this.negation) },
        { ALT: () => this.SUBRULE(this.comparison) },
      ],
      IGNORE_AMBIGUITIES: true,
      MAX_LOOKAHEAD: 1,
    });
  });

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

  condition = this.RULE("condition", (): ConditionNode => {
    if (this.beginsWithWord()) return this.SUBRULE(this.clause);
    return this.OR({
      DEF: [
        {
          GATE: () => this.isNext(1, "all", "any", "none") && this.isNext(2, "of"),
          ALT: () => this.SUBRULE(this.bullets),
        },
        { ALT: () => this.SUBRULE(this.clause) },
      ],
      IGNORE_AMBIGUITIES: true,
      MAX_LOOKAHEAD: 1,
    });
  });

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
}
