// The line whose question the preview shows is lit: its place is handed over, and moves along with the text.
import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

/** Lights the line with this offset; undefined: none. */
export const setLineAtHand = StateEffect.define<number | undefined>();

const lit = Decoration.line({ class: "fw-here" });

export const lineAtHand = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, transaction) {
    let next = transaction.docChanged ? set.map(transaction.changes) : set;
    for (const effect of transaction.effects) {
      if (!effect.is(setLineAtHand)) continue;
      const doc = transaction.newDoc;
      next =
        effect.value === undefined
          ? Decoration.none
          : Decoration.set([lit.range(doc.lineAt(Math.min(effect.value, doc.length)).from)]);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});
