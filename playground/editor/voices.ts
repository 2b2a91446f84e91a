// Sets the text in its voices as the worker read them; while the next reading is under way the old ones move along with the text.
import { RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import { voices } from "../worker/messages.ts";

const marks = voices.map((voice) => Decoration.mark({ class: `fw-${voice}` }));

/** Hands over the voices of a whole file: start, end, voice, in order of the text. */
export const setVoices = StateEffect.define<Uint32Array>();

/** Decorations for these stretches; what reaches behind the end of the text is left out. */
export function buildVoices(stretches: Uint32Array, length: number): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let behind = 0;
  for (let at = 0; at + 2 < stretches.length; at += 3) {
    const start = stretches[at] ?? 0;
    const end = stretches[at + 1] ?? 0;
    const mark = marks[stretches[at + 2] ?? -1];
    if (!mark || start < behind || end <= start || end > length) continue;
    builder.add(start, end, mark);
    behind = end;
  }
  return builder.finish();
}

/** Keeps the voices with the text. */
export const voicesField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, transaction) {
    let next = transaction.docChanged ? set.map(transaction.changes) : set;
    for (const effect of transaction.effects)
      if (effect.is(setVoices)) next = buildVoices(effect.value, transaction.newDoc.length);
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});
