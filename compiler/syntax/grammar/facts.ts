// The grammar of types, free words, and the facts of an example.
import type { IToken } from "chevrotain";
import * as T from "../tokens.ts";
import type { FactNode, TypeNode } from "../tree.ts";
import { ConditionGrammar } from "./conditions.ts";

/** Rules that read types and facts. */
export abstract class FactGrammar extends ConditionGrammar {
  type = this.RULE("type", (): TypeNode => {
    const words: IToken[] = [];
    this.OR({
      DEF: [
        {
          GATE: () => this.isNext(2, "or"),
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
      // The gates look at the second word; chevrotain would work out every pair of words for it, at every start of the program.
      MAX_LOOKAHEAD: 1,
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
      words.push(this.OR(this.#freeWord));
    });
    return words;
  });

  readonly #freeWord = [
    { ALT: () => this.CONSUME(T.AnyWord) },
    { ALT: () => this.CONSUME(T.Possessive) },
    { ALT: () => this.CONSUME(T.Comma) },
    { ALT: () => this.CONSUME(T.Num) },
  ];

  fact = this.RULE("fact", (): FactNode => {
    if (this.beginsWithWord()) return this.SUBRULE(this.pathFact);
    return this.OR({
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
          GATE: () => this.isWord(2) && this.isNext(3, "is") && this.isNext(this.isNext(4, "not") ? 5 : 4, "sent"),
          ALT: () => {
            const first = this.CONSUME(this.keyword("message"));
            const message = this.CONSUME2(T.Word);
            this.CONSUME(this.keyword("is"));
            const not = this.OPTION(() => this.CONSUME2(this.keyword("not")));
            const last = this.CONSUME(this.keyword("sent"));
            return this.ACTION(
              (): FactNode => ({
                kind: "message-sent",
                message: this.nodes.word(message),
                negated: not !== undefined,
                span: this.nodes.spanOf(first, last),
              }),
            );
          },
        },
        {
          GATE: () =>
            this.isWord(2) && this.isNext(3, "is") && this.isNext(this.isNext(4, "not") ? 5 : 4, "made", "started"),
          ALT: () => this.SUBRULE(this.countedFact),
        },
        { ALT: () => this.SUBRULE(this.pathFact) },
      ],
      IGNORE_AMBIGUITIES: true,
      MAX_LOOKAHEAD: 1,
    });
  });

  /** What happened so many times; without a number: at least once. */
  countedFact = this.RULE("countedFact", (): FactNode => {
    const what = this.OR([
      {
        ALT: () => {
          const first = this.CONSUME(this.keyword("payment"));
          const name = this.CONSUME(T.Word);
          this.CONSUME(this.keyword("is"));
          const not = this.OPTION2(() => this.CONSUME(this.keyword("not")));
          return { kind: "payment-made" as const, first, name, not, last: this.CONSUME(this.keyword("made")) };
        },
      },
      {
        ALT: () => {
          const first = this.CONSUME(this.keyword("case"));
          const name = this.CONSUME2(T.Word);
          this.CONSUME2(this.keyword("is"));
          const not = this.OPTION3(() => this.CONSUME2(this.keyword("not")));
          return { kind: "case-started" as const, first, name, not, last: this.CONSUME(this.keyword("started")) };
        },
      },
    ]);
    const counted = this.OPTION(() => {
      const number = this.CONSUME(T.Num);
      const last = this.OR2([
        { ALT: () => this.CONSUME(this.keyword("times")) },
        { ALT: () => this.CONSUME(this.keyword("time")) },
      ]);
      return { number, last };
    });
    return this.ACTION((): FactNode => {
      const name = this.nodes.word(what.name);
      const times = counted && { times: this.nodes.literal(counted.number) };
      const span = this.nodes.spanOf(what.first, counted?.last ?? what.last);
      const negated = what.not !== undefined;
      return what.kind === "payment-made"
        ? { kind: what.kind, payment: name, negated, ...times, span }
        : { kind: what.kind, service: name, negated, ...times, span };
    });
  });

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
}
