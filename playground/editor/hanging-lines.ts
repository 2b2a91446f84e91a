// Long lines hang by four behind their own indent, so that a wrapped line is never taken for two.
import { type EditorState, RangeSetBuilder, type Text } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { deepestHang } from "./look.ts";

const hanging = Array.from({ length: deepestHang + 1 }, (_, spaces) => Decoration.line({ class: `fw-hang-${spaces}` }));

/** Spaces before the first word of a line; a tab counts as two, as the compiler has it. */
export function indentOf(line: string): number {
  let spaces = 0;
  for (const character of line) {
    if (character === " " || character === "\u00a0") spaces += 1;
    else if (character === "\t") spaces += 2;
    else break;
  }
  return spaces;
}

function hangVisibleLines(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = lineAt(view.state.doc, at);
      const decoration = hanging[Math.min(indentOf(line.text), deepestHang)];
      if (decoration) builder.add(line.from, line.from, decoration);
      at = line.to + 1;
    }
  }
  return builder.finish();
}

function lineAt(doc: Text, at: number): ReturnType<EditorState["doc"]["lineAt"]> {
  return doc.lineAt(Math.min(at, doc.length));
}

/** Wrapped lines that hang; only the visible ones are ever looked at. */
export const hangingLines = [
  EditorView.lineWrapping,
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = hangVisibleLines(view);
      }
      update(update: ViewUpdate): void {
        if (update.docChanged || update.viewportChanged) this.decorations = hangVisibleLines(update.view);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  ),
];
