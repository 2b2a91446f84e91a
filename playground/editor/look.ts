// How the text looks inside the editor's own shadow root: values come from the tokens, which reach in by inheritance.
// Holds no behaviour. The page's own style sheet cannot reach in here, so everything the editor shows stands here.
import { EditorView } from "@codemirror/view";

/** Lines hang by four behind their own indent, up to this many spaces; deeper lines hang like this one. */
export const deepestHang = 40;

function hangs(): Record<string, Record<string, string>> {
  const rules: Record<string, Record<string, string>> = {};
  for (let spaces = 0; spaces <= deepestHang; spaces += 1) {
    const hang = `${spaces + 4}ch`;
    rules[`.fw-hang-${spaces}`] = { paddingInlineStart: `calc(${hang} + 0.5rem)`, textIndent: `-${hang}` };
  }
  return rules;
}

/** The look of look.md section 6, "Editor": three voices, soft line numbers, the line at hand in the act wash. */
export const look = EditorView.theme({
  "&": { color: "var(--fw-ink)", backgroundColor: "transparent", fontSize: "0.9375rem" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--fw-mono)", lineHeight: "1.625", letterSpacing: "-0.01em", overflow: "visible" },
  ".cm-content": {
    caretColor: "var(--fw-ink)",
    paddingBlock: "var(--fw-3)",
    paddingInlineEnd: "var(--fw-3)",
    minBlockSize: "20rem",
  },
  ".cm-content:focus-visible": { outline: "none" },
  ".cm-line": { paddingInline: "0.5rem 0" },
  ".cm-gutters": {
    backgroundColor: "transparent",
    color: "var(--fw-soft)",
    border: "0",
    fontSize: "0.8125rem",
    fontFamily: "var(--fw-mono)",
  },
  ".cm-lineNumbers .cm-gutterElement": { minInlineSize: "2.5rem", padding: "0.1rem 0.5rem 0 0.25rem" },
  ".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--fw-ink)" },
  ".cm-cursor, .cm-dropCursor": { borderInlineStart: "2px solid var(--fw-ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--fw-act) 24%, transparent)",
  },
  ".cm-selectionMatch": { backgroundColor: "var(--fw-act-wash)" },
  ".cm-panels": { backgroundColor: "var(--fw-ground)", color: "var(--fw-ink)", fontFamily: "var(--fw-text)" },
  ".cm-panels-bottom": { borderBlockStart: "1px solid var(--fw-edge)" },
  ".cm-panel.cm-search": { padding: "var(--fw-2) var(--fw-3)", fontSize: "0.9375rem" },
  ".cm-panel.cm-search label": { fontSize: "0.9375rem" },
  ".cm-textfield": {
    backgroundColor: "var(--fw-sheet)",
    color: "var(--fw-ink)",
    border: "2px solid var(--fw-edge)",
    borderRadius: "var(--fw-radius)",
    fontSize: "0.9375rem",
    padding: "0.25rem 0.5rem",
  },
  ".cm-button": {
    background: "none",
    color: "var(--fw-act)",
    border: "2px solid currentColor",
    borderRadius: "var(--fw-radius)",
    fontSize: "0.9375rem",
    padding: "0.25rem 0.75rem",
  },
  ".cm-panel.cm-search [name=close]": { color: "var(--fw-ink)", fontSize: "1.25rem", minInlineSize: "1.75rem" },
  ".cm-searchMatch": { backgroundColor: "var(--fw-time-wash)", outline: "1px solid var(--fw-time)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--fw-act-wash)", outline: "2px solid var(--fw-act)" },
  ".cm-placeholder": { color: "var(--fw-soft)" },
  ".fw-structure": { fontWeight: "650" },
  ".fw-name": { color: "var(--fw-act)" },
  ".fw-quoted": { color: "var(--fw-soft)" },
  ".fw-law": { color: "var(--fw-soft)", fontStyle: "italic" },
  ".fw-comment": { color: "var(--fw-soft)" },
  ".fw-here": { backgroundColor: "var(--fw-act-wash)" },
  ".fw-stop, .fw-check": {
    textDecoration: "underline wavy 1.5px var(--fw-late)",
    textUnderlineOffset: "0.25em",
    textDecorationSkipInk: "none",
  },
  ".fw-tip": { textDecoration: "underline dotted 2px var(--fw-act)", textUnderlineOffset: "0.25em" },
  ".fw-room": { display: "block", textIndent: "0" },
  "@media (forced-colors: active)": {
    ".fw-here": { outline: "1px solid Highlight", outlineOffset: "-1px" },
  },
  ...hangs(),
});
