// The grammar of table rows and their cells.
import * as T from "../tokens.ts";
import type { CellNode, ValueNode } from "../tree.ts";
import { FactGrammar } from "./facts.ts";

/** Rules that read table rows; with those above, all that stands inside a line. */
export abstract class CellGrammar extends FactGrammar {
  /** A value in a cell: a literal or a name, whatever stands before or behind it. */
  cellValue = this.RULE("cellValue", (): ValueNode => this.OR(this.#cellValues));

  readonly #cellValues = [{ ALT: () => this.SUBRULE(this.literal) }, { ALT: () => this.SUBRULE(this.path) }];

  cell = this.RULE("cell", (): CellNode => {
    if (!this.isHeadingRow && (this.beginsWithWord() || this.beginsWithLiteral())) return this.SUBRULE(this.valueCell);
    return this.OR({
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
    });
  });

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

  orderCell = this.RULE("orderCell", (): CellNode => {
    const first = this.LA(1);
    const test = this.OR([
      { ALT: () => this.CONSUME(this.keyword("under")).image.toLowerCase() },
      { ALT: () => this.CONSUME(this.keyword("over")).image.toLowerCase() },
      { ALT: () => this.CONSUME(this.keyword("before")).image.toLowerCase() },
      { ALT: () => this.CONSUME(this.keyword("after")).image.toLowerCase() },
      { ALT: () => this.two(1, "at", "least", "at-least") },
      { ALT: () => this.two(2, "at", "most", "at-most") },
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
