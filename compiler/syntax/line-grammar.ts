// One chevrotain rule per different line form, generated from the catalogue. Reads one logical line; which forms to try is not its business.
import type { IToken, ParserMethod, TokenType } from "chevrotain";
import type { Blocks } from "./blocks.ts";
import type { Form, Item, Slot } from "./form.ts";
import type { OpenBullets } from "./grammar/base.ts";
import { CellGrammar } from "./grammar/cells.ts";
import { buildKeywords, type Keywords } from "./keywords.ts";
import { type Nodes, readProse } from "./nodes.ts";
import * as T from "./tokens.ts";
import type { LiteralNode, Part } from "./tree.ts";

/** What reading a line as one form gave. */
export interface Reading {
  readonly form: Form;
  /** The slots filled so far: all of them when `stop` is absent. */
  readonly parts: readonly Part[];
  /** The last item of the form that was read: where the form stopped, it says what was expected next. Absent: none was. */
  readonly last: Item | undefined;
  /** Number of the token at which reading stopped (the count of tokens: at the end). Absent: the line fits the form. */
  readonly stop?: number;
  /** The form was complete; words are left over. */
  readonly isTooLong: boolean;
  readonly openBullets: readonly OpenBullets[];
}

const signs: Readonly<Record<string, TokenType>> = { "-": T.Minus, ",": T.Comma, "=": T.Equals };

/** The grammar of all lines. Building it takes about a tenth of a second; one serves all files. */
export class LineGrammar extends CellGrammar {
  readonly #rules = new Map<Form, ParserMethod<[], void>>();
  readonly #needed = new Map<Form, readonly TokenType[]>();
  #parts: Part[] = [];
  #last: Item | undefined;

  /** `validate`: let chevrotain check the grammar (slow; for the unit test). */
  constructor(blocks: Blocks, options: { validate: boolean } = { validate: false }) {
    super(buildKeywords(blocks), options);
    let count = 0;
    for (const form of blocks.forms.values()) {
      count++;
      this.#needed.set(form, this.#neededBy(form));
      this.#rules.set(form, this.RULE(`line${count}`, this.#sequence(form.items)));
    }
    this.performSelfAnalysis();
  }

  /** The words of the language with their token types. */
  get words(): Keywords {
    return this.keywords;
  }

  /** Reads the tokens of one logical line as this form. */
  read(form: Form, tokens: IToken[], nodes: Nodes, isHeadingRow: boolean): Reading {
    const rule = this.#rules.get(form);
    if (!rule) throw new Error(`The form "${form.text}" is not in the catalogue`);
    this.prepare(tokens, nodes, isHeadingRow);
    this.#parts = [];
    this.#last = undefined;
    const { stackTraceLimit } = Error;
    // Where in the program a line stopped fitting says nothing to anybody, and noting it costs more than the reading.
    Error.stackTraceLimit = 0;
    try {
      rule.call(this);
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
    const error = this.errors[0];
    const at = error ? tokens.indexOf(error.token) : undefined;
    return {
      form,
      parts: this.#parts,
      last: this.#last,
      stop: at === -1 ? tokens.length : at,
      isTooLong: error?.name === "NotAllInputParsedException",
      openBullets: this.openBullets,
    };
  }

  /** Whether the tokens have, in order, the words and signs that no line of this form can do without. Costs far less than reading it. */
  couldBe(form: Form, tokens: readonly IToken[]): boolean {
    let at = 0;
    for (const needed of this.#needed.get(form) ?? []) {
      while (at < tokens.length && tokens[at]?.tokenType !== needed) at++;
      if (at++ >= tokens.length) return false;
    }
    return true;
  }

  #neededBy(form: Form): TokenType[] {
    return form.items.flatMap((item) => {
      if (item.kind === "word") return [signs[item.word] ?? this.keyword(item.word)];
      return item.kind === "slot" && item.slot === "t" ? [T.Text] : [];
    });
  }

  /** What reads the items one after the other: put together once, since every line goes through it. */
  #sequence(items: readonly Item[]): () => void {
    const steps = items.map((item) => this.#step(item));
    return () => {
      for (const step of steps) step();
    };
  }

  #step(item: Item): () => void {
    switch (item.kind) {
      case "word": {
        const type = signs[item.word] ?? this.keyword(item.word);
        return this.#found(item, () => {
          const token = this.consume(item.index, type);
          return this.isReading ? { slot: "literal", word: item.word, span: this.nodes.spanOf(token) } : undefined;
        });
      }
      case "slot":
        return this.#found(item, this.#slot(item.slot, item.index));
      case "option": {
        const inside = this.#sequence(item.items);
        return () => this.option(item.index, inside);
      }
      case "choice": {
        const choices = item.choices.map((choice) => ({ ALT: this.#sequence(choice) }));
        return () => this.or(item.index, choices);
      }
    }
  }

  #found(item: Item, read: () => Part | undefined): () => void {
    return () => {
      const part = read();
      if (!part) return;
      this.#last = item;
      this.#parts.push(part);
    };
  }

  /** What reads a slot. It gives no node while chevrotain records the grammar: there are no tokens then to build one of. */
  #slot(slot: Slot, index: number): () => Part | undefined {
    switch (slot) {
      case "n":
        return () => {
          const token = this.consume(index, T.Word);
          if (!this.isReading) return undefined;
          const name = this.nodes.word(token);
          return { slot, name, span: name.span };
        };
      case "t":
        return () => {
          const token = this.consume(index, T.Text);
          if (!this.isReading) return undefined;
          const quoted = this.nodes.quoted(token);
          return { slot, quoted, span: quoted.span };
        };
      case "prose":
        return () => {
          const token = this.consume(index, T.Prose);
          return this.isReading ? { slot, words: readProse(token), span: this.nodes.spanOf(token) } : undefined;
        };
      case "ns":
        return () => {
          const names = this.subrule(index, this.names);
          return this.isReading ? { slot, names, span: spanOfAll(this.nodes, names) } : undefined;
        };
      case "p":
        return () => {
          const path = this.subrule(index, this.path);
          return this.isReading ? { slot, path, span: path.span } : undefined;
        };
      case "ps":
        return () => {
          const paths = this.subrule(index, this.paths);
          return this.isReading ? { slot, paths, span: spanOfAll(this.nodes, paths) } : undefined;
        };
      case "e":
        return () => {
          const value = this.subrule(index, this.expr);
          return this.isReading ? { slot, value, span: value.span } : undefined;
        };
      case "es":
        return () => {
          const values = this.subrule(index, this.exprs);
          return this.isReading ? { slot, values, span: spanOfAll(this.nodes, values) } : undefined;
        };
      case "c":
        return () => {
          const condition = this.subrule(index, this.condition);
          return this.isReading ? { slot, condition, span: condition.span } : undefined;
        };
      case "pred":
        return () => {
          const predicate = this.subrule(index, this.pred);
          return this.isReading ? { slot, predicate, span: predicate.span } : undefined;
        };
      case "d":
        return () => {
          const length = this.subrule(index, this.length);
          return this.isReading ? { slot, length, span: length.span } : undefined;
        };
      case "ty":
        return () => {
          const type = this.subrule(index, this.type);
          return this.isReading ? { slot, type, span: type.span } : undefined;
        };
      case "g":
        return () => {
          const facts = this.subrule(index, this.facts);
          return this.isReading ? { slot, facts, span: spanOfAll(this.nodes, facts) } : undefined;
        };
      case "row":
        return () => {
          const first = this.LA(1);
          const cells = this.subrule(index, this.row);
          return this.isReading ? { slot, cells, span: this.nodes.spanOf(first, this.LA(0)) } : undefined;
        };
      case "ws":
        return () => {
          const words = this.subrule(index, this.freeWords);
          if (!this.isReading) return undefined;
          return { slot, words: wordsOf(words), span: this.nodes.spanOf(words[0] ?? this.LA(0), words.at(-1)) };
        };
      default:
        return this.#literalSlot(slot, index);
    }
  }

  #literalSlot(slot: keyof typeof literalTokens, index: number): () => Part | undefined {
    return () => {
      const token = this.consume(index, literalTokens[slot]);
      if (!this.isReading) return undefined;
      const literal: LiteralNode = this.nodes.literal(token);
      return { slot, literal, span: literal.span };
    };
  }
}

const literalTokens = {
  num: T.Num,
  date: T.DateToken,
  leapday: T.DayMonth,
  leapend: T.DayMonth,
  time: T.Time,
  money: T.Money,
  percent: T.Percent,
  size: T.Size,
  length: T.Duration,
} as const;

function spanOfAll(nodes: Nodes, all: readonly { readonly span: Part["span"] }[]): Part["span"] {
  const first = all[0];
  const last = all.at(-1);
  if (!first || !last) throw new Error("A list in a line has at least one member");
  return nodes.join(first, last);
}

/** Free words as they stand in the text, one space between them. */
function wordsOf(tokens: readonly IToken[]): string {
  return tokens
    .map((token) => (token.tokenType === T.Possessive || token.tokenType === T.Comma ? token.image : ` ${token.image}`))
    .join("")
    .trim();
}
