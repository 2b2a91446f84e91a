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
  /** The items of the form that were read, in order: where the form stopped, the last one says what was expected next. */
  readonly trail: readonly Item[];
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
  #trail: Item[] = [];

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
    this.#trail = [];
    withoutStack(() => rule.call(this));
    const [error] = this.errors;
    const at = error ? tokens.indexOf(error.token) : undefined;
    return {
      form,
      parts: this.#parts,
      trail: this.#trail,
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
        return () => {
          const token = this.consume(item.index, type);
          this.#found(item, () => ({ slot: "literal", word: item.word, span: this.nodes.spanOf(token) }));
        };
      }
      case "slot":
        return () => this.#found(item, this.#slot(item.slot, item.index));
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

  #found(item: Item, part: () => Part): void {
    this.ACTION(() => {
      this.#trail.push(item);
      this.#parts.push(part());
    });
  }

  /** Reads what fills a slot; the node is built afterwards, because nothing may be built while chevrotain records the grammar. */
  #slot(slot: Slot, index: number): () => Part {
    switch (slot) {
      case "n": {
        const token = this.consume(index, T.Word);
        return () => {
          const name = this.nodes.word(token);
          return { slot, name, span: name.span };
        };
      }
      case "t": {
        const token = this.consume(index, T.Text);
        return () => {
          const quoted = this.nodes.quoted(token);
          return { slot, quoted, span: quoted.span };
        };
      }
      case "prose": {
        const token = this.consume(index, T.Prose);
        return () => ({ slot, words: readProse(token), span: this.nodes.spanOf(token) });
      }
      case "ns": {
        const names = this.subrule(index, this.names);
        return () => ({ slot, names, span: spanOfAll(this.nodes, names) });
      }
      case "p": {
        const path = this.subrule(index, this.path);
        return () => ({ slot, path, span: path.span });
      }
      case "ps": {
        const paths = this.subrule(index, this.paths);
        return () => ({ slot, paths, span: spanOfAll(this.nodes, paths) });
      }
      case "e": {
        const value = this.subrule(index, this.expr);
        return () => ({ slot, value, span: value.span });
      }
      case "es": {
        const values = this.subrule(index, this.exprs);
        return () => ({ slot, values, span: spanOfAll(this.nodes, values) });
      }
      case "c": {
        const condition = this.subrule(index, this.condition);
        return () => ({ slot, condition, span: condition.span });
      }
      case "pred": {
        const predicate = this.subrule(index, this.pred);
        return () => ({ slot, predicate, span: predicate.span });
      }
      case "d": {
        const length = this.subrule(index, this.length);
        return () => ({ slot, length, span: length.span });
      }
      case "ty": {
        const type = this.subrule(index, this.type);
        return () => ({ slot, type, span: type.span });
      }
      case "g": {
        const facts = this.subrule(index, this.facts);
        return () => ({ slot, facts, span: spanOfAll(this.nodes, facts) });
      }
      case "row": {
        const first = this.LA(1);
        const cells = this.subrule(index, this.row);
        const last = this.LA(0);
        return () => ({ slot, cells, span: this.nodes.spanOf(first, last) });
      }
      case "ws": {
        const words = this.subrule(index, this.freeWords);
        return () => ({ slot, words: wordsOf(words), span: this.nodes.spanOf(words[0] ?? this.LA(0), words.at(-1)) });
      }
      default:
        return this.#literalSlot(slot, index);
    }
  }

  #literalSlot(slot: keyof typeof literalTokens, index: number): () => Part {
    const token = this.consume(index, literalTokens[slot]);
    return () => {
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

/** Where in the program a line stopped fitting says nothing to anybody, and noting it costs more than the reading. */
function withoutStack(read: () => void): void {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    read();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

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
